// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_folder.h"

#include "app/files.h"
#include "app/realm_folder.h"
#include "core/crypto/random.h"
#include "core/identity/key_file.h"
#include "core/identity/tls_key_hash.h"

#include <algorithm>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

core::SecretKey readKey(fs::path const& file) {
    auto key = core::decodeKeyFile(readFile(file), {});
    if (key) return *std::move(key);
    switch (key.error()) {
    case core::KeyFileFault::PassphraseRequired:
        throw FileError(file.string() + " is sealed under a passphrase");
    case core::KeyFileFault::Malformed:
    case core::KeyFileFault::WrongPassphrase:
    case core::KeyFileFault::NotAffordable: break;
    }
    throw FileError(file.string()
                    + " is not a sound key file: restore it from the copy, or enrol the desk anew");
}

core::SealingKey readSecret(core::ByteView bytes, fs::path const& file) {
    if (bytes.size() != 32) throw FileError(file.string() + " is damaged: restore it from the copy");
    core::SealingKey key;
    std::copy(bytes.begin(), bytes.end(), key.fill().begin());
    return key;
}

} // namespace

void DeskFolder::create(RealmFolder const& realm, core::AgencyIndex agency, std::string const& name,
                        core::Instant now) const {
    if (fs::exists(m_folder / "desk.cert") || fs::exists(database()))
        throw FileError("there is a desk in " + m_folder.string() + " already: choose another folder");
    std::error_code error;
    fs::create_directories(m_folder / "keys", error);
    if (error) throw FileError("cannot make the folder " + m_folder.string() + ": " + error.message());
    fs::permissions(m_folder / "keys", fs::perms::owner_all);
    auto const deskKey = core::SecretKey::ofSeed(core::randomBytes<32>());
    auto const tlsKey = core::SecretKey::ofSeed(core::randomBytes<32>());
    writeFile(m_folder / "keys" / "desk.key", core::encodeKeyFile(deskKey), Secrecy::Secret);
    writeFile(m_folder / "keys" / "tls.key", core::encodeKeyFile(tlsKey), Secrecy::Secret);
    writeFile(m_folder / "keys" / "rest.key", core::randomBytes<32>(), Secrecy::Secret);
    writeFile(m_folder / "keys" / "lookup.key", core::randomBytes<32>(), Secrecy::Secret);
    writeFile(m_folder / "realm.obrealm", realm.realmBytes());
    // Last: from here on there is a desk.
    writeFile(m_folder / "desk.cert",
              realm.enrol(agency, deskKey.publicKey(), core::tlsKeyHash(tlsKey.publicKey()), name, now));
}

core::RealmFile DeskFolder::realm() const {
    auto const file = m_folder / "realm.obrealm";
    auto const bytes = readFileIfThere(file);
    if (!bytes)
        throw FileError("there is no desk in " + m_folder.string() + ": make one with oneboardctl desk init");
    return realmOf(*bytes, file);
}

DeskIdentity DeskFolder::identity() const {
    auto realmFile = realm();
    auto const file = m_folder / "desk.cert";
    auto bytes = readFile(file);
    auto issued = core::verifyCertificate(bytes, realmFile);
    if (!issued)
        throw FileError(file.string() + " does not hold (" + std::string(core::nameOf(issued.error()))
                        + "): ask the agency to enrol this desk again");
    auto key = readKey(m_folder / "keys" / "desk.key");
    if (key.publicKey() != issued->certificate.deskKey)
        throw FileError("the key in " + m_folder.string()
                        + " is not the one of the certificate: restore both together");
    auto const rest = m_folder / "keys" / "rest.key";
    auto const lookup = m_folder / "keys" / "lookup.key";
    return {.realm = std::move(realmFile),
            .certificateBytes = std::move(bytes),
            .certificate = std::move(issued->certificate),
            .key = std::move(key),
            .tlsKey = readKey(m_folder / "keys" / "tls.key"),
            .restKey = readSecret(readFile(rest), rest),
            .lookupKey = readSecret(readFile(lookup), lookup)};
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_folder.h"

#include "app/desk_keys.h"
#include "app/files.h"
#include "app/key_store.h"
#include "app/realm_folder.h"

#include <algorithm>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

core::SealingKey readSecret(core::ByteView bytes, fs::path const& file) {
    if (bytes.size() != 32) throw FileError(file.string() + " is damaged: restore it from the copy");
    core::SealingKey key;
    std::copy(bytes.begin(), bytes.end(), key.fill().begin());
    return key;
}

} // namespace

bool DeskFolder::isDesk() const { return fs::exists(m_folder / "desk.cert"); }

void DeskFolder::checkFree() const {
    if (isDesk() || fs::exists(database()) || fs::exists(m_folder / "realm.obrealm"))
        throw FileError("there is a desk or a realm in " + m_folder.string()
                        + " already: choose another folder");
}

void DeskFolder::create(RealmFolder const& realm, core::AgencyIndex agency, std::string const& name,
                        core::Instant now) const {
    checkFree();
    makePrivateFolder(m_folder / "keys");
    auto const keys = makeDeskKeys(m_folder);
    auto const certificate = realm.enrol(
        agency,
        {.realm = realm.realm().id, .deskKey = keys.desk.publicKey(), .tlsKey = keys.tlsHash, .name = name},
        now);
    writeFile(m_folder / "realm.obrealm", realm.realmBytes());
    // Last: from here on there is a desk.
    writeFile(m_folder / "desk.cert", certificate);
}

core::RealmFile DeskFolder::realm() const {
    auto const file = m_folder / "realm.obrealm";
    auto const bytes = readFileIfThere(file);
    if (!bytes)
        throw FileError("there is no desk in " + m_folder.string()
                        + ": make one with oneboardctl desk init or desk request");
    return realmOf(*bytes, file);
}

DeskIdentity DeskFolder::identity() const {
    auto realmFile = realm();
    auto const file = m_folder / "desk.cert";
    if (!isDesk() && hasDeskKeys(m_folder))
        throw FileError(
            "the desk in " + m_folder.string()
            + " waits for its certificate: have its request signed (agency sign), then desk enroll");
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

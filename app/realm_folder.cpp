// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/realm_folder.h"

#include "app/files.h"
#include "core/crypto/random.h"
#include "core/identity/key_file.h"

#include <algorithm>
#include <charconv>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

fs::path realmPath(fs::path const& folder) { return folder / "realm.obrealm"; }
fs::path keyPath(fs::path const& folder, std::string const& name) {
    return folder / "keys" / (name + ".key");
}
fs::path countPath(fs::path const& folder, std::string const& code) {
    return folder / "keys" / (code + ".desks");
}

core::SecretKey newKey(fs::path const& file) {
    auto key = core::SecretKey::ofSeed(core::randomBytes<32>());
    writeFile(file, core::encodeKeyFile(key), Secrecy::Secret);
    return key;
}

std::uint32_t desksSoFar(fs::path const& file) {
    auto const bytes = readFileIfThere(file);
    if (!bytes) return 0;
    std::uint32_t count = 0;
    auto const* const begin = reinterpret_cast<char const*>(bytes->data());
    auto const [end, error] = std::from_chars(begin, begin + bytes->size(), count);
    if (error != std::errc()) throw FileError(file.string() + " does not hold a number");
    return count;
}

} // namespace

core::NumberBlock shareOf(core::NumberBlock block, std::uint32_t desk) {
    for (; desk > 0; --desk) {
        std::uint32_t const half = (block.last - block.first + 1) / 2;
        if (half < 10) break;
        block.first += half;
    }
    std::uint32_t const half = (block.last - block.first + 1) / 2;
    return half < 10 ? block : core::NumberBlock{block.first, block.first + half - 1};
}

core::RealmFile realmOf(core::ByteView bytes, fs::path const& file) {
    auto realm = core::decodeRealmFile(bytes);
    if (!realm)
        throw FileError(file.string() + " is not a sound realm file ("
                        + std::string(core::nameOf(realm.error()))
                        + "): get it again from whoever set the realm up");
    return *std::move(realm);
}

RealmFolder::RealmFolder(fs::path folder, core::Bytes realmBytes, core::RealmFile realm)
    : m_folder(std::move(folder)), m_realmBytes(std::move(realmBytes)), m_realm(std::move(realm)) {}

RealmFolder RealmFolder::createDrill(fs::path const& folder, Plan const& plan) {
    if (fs::exists(realmPath(folder)))
        throw FileError("there is a realm in " + folder.string() + " already: choose another folder");
    if (plan.agencies.empty() || plan.agencies.size() > 64) throw FileError("a realm has 1 to 64 agencies");
    auto const fits = [](std::string const& name) {
        return !name.empty() && name.size() <= core::RealmFile::maxNameBytes;
    };
    if (!fits(plan.name)) throw FileError("the realm needs a name of at most 128 bytes");
    for (auto const& agency : plan.agencies)
        if (agency.code.isEmpty() || !fits(agency.nameZh) || !fits(agency.nameEn))
            throw FileError("every agency needs a code and a name of at most 128 bytes: CODE:NAME");
    std::error_code error;
    fs::create_directories(folder / "keys", error);
    if (error) throw FileError("cannot make the folder " + folder.string() + ": " + error.message());
    fs::permissions(folder / "keys", fs::perms::owner_all);

    core::RealmFile realm;
    realm.id = core::randomBytes<16>();
    realm.name = plan.name;
    realm.kind = core::RealmKind::Drill;
    realm.zone = plan.zone;
    auto const root = newKey(keyPath(folder, "root"));
    realm.rootKey = root.publicKey();
    auto const share = static_cast<std::uint32_t>(9999 / plan.agencies.size());
    std::uint32_t first = 1;
    for (auto const& agency : plan.agencies) {
        auto const known = std::any_of(realm.roster.begin(), realm.roster.end(),
                                       [&](auto const& entry) { return entry.code == agency.code; });
        if (known) throw FileError("agency " + agency.code.text() + " is named twice");
        auto const key = newKey(keyPath(folder, agency.code.text()));
        realm.roster.push_back({.code = agency.code,
                                .nameZh = agency.nameZh,
                                .nameEn = agency.nameEn,
                                .rootKey = key.publicKey(),
                                .numbers = {first, first + share - 1}});
        first += share;
    }
    core::Bytes bytes = core::encodeRealmFile(realm, root);
    realmOf(bytes, realmPath(folder)); // whoever reads it refuses what does not do: names, zone
    writeFile(realmPath(folder), bytes);
    return {folder, std::move(bytes), std::move(realm)};
}

RealmFolder RealmFolder::open(fs::path const& folder) {
    auto bytes = readFile(realmPath(folder));
    auto realm = realmOf(bytes, realmPath(folder));
    return {folder, std::move(bytes), std::move(realm)};
}

core::Bytes RealmFolder::enrol(core::AgencyIndex agency, core::PublicKey const& deskKey,
                               core::Hash const& tlsKey, std::string const& name, core::Instant now) const {
    auto const* const entry = m_realm.agency(agency);
    auto const file = keyPath(m_folder, entry->code.text());
    auto const keyBytes = readFileIfThere(file);
    if (!keyBytes)
        throw FileError("the key of agency " + entry->code.text() + " is not in " + m_folder.string()
                        + ": ask the agency to sign the desk's request");
    auto const key = core::decodeKeyFile(*keyBytes, {});
    if (!key) throw FileError(file.string() + " is not a key file that can be used here");
    std::uint32_t const desks = desksSoFar(countPath(m_folder, entry->code.text()));
    core::DeskCertificate certificate;
    certificate.realm = m_realm.id;
    certificate.agency = agency;
    certificate.deskKey = deskKey;
    certificate.tlsKey = tlsKey;
    certificate.name = name;
    certificate.clearance.sections = {core::SectionClass::Joint, core::SectionClass::Own,
                                      core::SectionClass::Personal, core::SectionClass::Sealed};
    certificate.notBefore = now;
    certificate.numbers = shareOf(entry->numbers, desks);
    auto issued = core::issueCertificate(certificate, *key);
    writeFile(countPath(m_folder, entry->code.text()), core::viewOf(std::to_string(desks + 1)));
    return issued;
}

} // namespace ob::app

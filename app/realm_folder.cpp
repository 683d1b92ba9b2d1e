// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/realm_folder.h"

#include "app/agency_key.h"
#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "core/crypto/random.h"

#include <algorithm>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t allNumbers = 9999; ///< serials of four digits

fs::path realmPath(fs::path const& folder) { return folder / "realm.obrealm"; }
fs::path keyPath(fs::path const& folder, std::string const& name) {
    return folder / "keys" / (name + ".key");
}

void checkFree(fs::path const& folder) {
    if (fs::exists(realmPath(folder)))
        throw FileError("there is a realm in " + folder.string() + " already: choose another folder");
}

core::RealmFile newRealm(std::string const& name, std::string const& zone, core::RealmKind kind) {
    checkName(name, "the realm");
    core::RealmFile realm;
    realm.id = core::randomBytes<16>();
    realm.name = name;
    realm.kind = kind;
    realm.zone = zone;
    return realm;
}

/// A live realm has every key from somebody else: two agencies must not have the same.
void checkKey(core::RealmFile const& realm, core::AgencyFile const& agency) {
    for (auto const& known : realm.roster)
        if (known.rootKey == agency.rootKey)
            throw EnrolmentRefusal("agencyKnown", "the key of " + agency.code.text() + " is already that of "
                                                      + known.code.text() + " in the realm");
}

/// Adds an agency with the numbers after those of the last one.
void addTo(core::RealmFile& realm, core::RosterEntry entry, std::uint32_t numbers) {
    if (realm.roster.size() >= core::maxAgencies)
        throw EnrolmentRefusal("tooManyAgencies", "a realm has at most 256 agencies");
    if (std::ranges::find(realm.roster, entry.code, &core::RosterEntry::code) != realm.roster.end())
        throw EnrolmentRefusal("agencyKnown", "the realm has an agency " + entry.code.text() + " already");
    std::uint32_t first = 1;
    for (auto const& known : realm.roster)
        first = std::max(first, known.numbers.last + 1);
    if (numbers < 10 || first + numbers - 1 > allNumbers)
        throw EnrolmentRefusal("noNumbers", "no incident numbers are left for another agency");
    entry.numbers = {first, first + numbers - 1};
    realm.roster.push_back(std::move(entry));
}

core::RosterEntry entryOf(core::AgencyFile const& agency) {
    return {.code = agency.code,
            .nameZh = agency.nameZh,
            .nameEn = agency.nameEn,
            .rootKey = agency.rootKey,
            .numbers = {}};
}

void setCoordinators(core::RealmFile& realm, std::vector<core::Code> const& codes) {
    for (auto const& code : codes) {
        auto const found = std::ranges::find(realm.roster, code, &core::RosterEntry::code);
        if (found == realm.roster.end())
            throw EnrolmentRefusal("unknownAgency",
                                   "the realm has no agency " + code.text() + " that could coordinate it");
        realm.coordinators.push_back({static_cast<std::uint16_t>(found - realm.roster.begin())});
    }
    std::ranges::sort(realm.coordinators);
}

/// Of what is left, so that about fifteen agencies more would get as many.
std::uint32_t shareFor(core::RealmFile const& realm, std::size_t agencies) {
    std::uint32_t used = 0;
    for (auto const& known : realm.roster)
        used = std::max(used, known.numbers.last);
    return used >= allNumbers ? 0 : (allNumbers - used) / static_cast<std::uint32_t>(agencies + 15);
}

} // namespace

core::RealmFile realmOf(core::ByteView bytes, fs::path const& file) {
    auto realm = core::decodeRealmFile(bytes);
    if (!realm)
        throw FileError(file.string() + " is not a sound realm file ("
                        + std::string(core::nameOf(realm.error()))
                        + "): get it again from whoever set the realm up");
    return *std::move(realm);
}

ReceivedRealm readRealm(fs::path const& place) {
    auto const file = fs::is_directory(place) ? realmPath(place) : place;
    ReceivedRealm received;
    received.bytes = readFile(file);
    try {
        received.realm = realmOf(received.bytes, file);
    } catch (FileError const& error) {
        throw EnrolmentRefusal("badRealmFile", error.what());
    }
    checkName(received.realm.name, "the realm");
    for (auto const& entry : received.realm.roster) {
        checkName(entry.nameZh, "agency " + entry.code.text());
        checkName(entry.nameEn, "agency " + entry.code.text());
    }
    return received;
}

RealmFolder::RealmFolder(fs::path folder, core::Bytes realmBytes, core::RealmFile realm)
    : m_folder(std::move(folder)), m_realmBytes(std::move(realmBytes)), m_realm(std::move(realm)) {}

fs::path RealmFolder::file() const { return realmPath(m_folder); }

RealmFolder RealmFolder::createDrill(fs::path const& folder, Plan const& plan) {
    checkFree(folder);
    if (plan.agencies.empty() || plan.agencies.size() > 64) throw FileError("a realm has 1 to 64 agencies");
    for (auto const& agency : plan.agencies)
        if (agency.code.isEmpty()) throw FileError("every agency needs a code: CODE:NAME");
    auto realm = newRealm(plan.name, plan.zone, core::RealmKind::Drill);
    auto const share = static_cast<std::uint32_t>(allNumbers / plan.agencies.size());
    for (auto const& agency : plan.agencies) {
        checkName(agency.nameZh, "agency " + agency.code.text());
        checkName(agency.nameEn, "agency " + agency.code.text());
        addTo(realm,
              {.code = agency.code,
               .nameZh = agency.nameZh,
               .nameEn = agency.nameEn,
               .rootKey = {},
               .numbers = {}},
              share);
    }
    setCoordinators(realm, plan.coordinators);
    makePrivateFolder(folder / "keys");
    auto const root = makeKey(keyPath(folder, "root"));
    realm.rootKey = root.publicKey();
    for (auto& entry : realm.roster)
        entry.rootKey = makeKey(keyPath(folder, entry.code.text())).publicKey();
    core::Bytes bytes = core::encodeRealmFile(realm, root);
    writeFile(realmPath(folder), bytes);
    return {folder, std::move(bytes), std::move(realm)};
}

RealmFolder RealmFolder::createLive(fs::path const& folder, std::string const& name, std::string const& zone,
                                    std::vector<core::AgencyFile> const& agencies,
                                    Passphrase const& passphrase,
                                    std::vector<core::Code> const& coordinators) {
    checkFree(folder);
    if (agencies.empty())
        throw EnrolmentRefusal("noAgency", "a realm needs at least one agency: --agency FILE");
    auto realm = newRealm(name, zone, core::RealmKind::Live);
    auto const share = shareFor(realm, agencies.size());
    for (auto const& agency : agencies) {
        checkKey(realm, agency);
        addTo(realm, entryOf(agency), share);
    }
    setCoordinators(realm, coordinators);
    makePrivateFolder(folder / "keys");
    auto const root = makeKey(keyPath(folder, "root"), passphrase);
    realm.rootKey = root.publicKey();
    core::Bytes bytes = core::encodeRealmFile(realm, root);
    writeFile(realmPath(folder), bytes);
    return {folder, std::move(bytes), std::move(realm)};
}

RealmFolder RealmFolder::open(fs::path const& folder) {
    auto bytes = readFile(realmPath(folder));
    auto realm = realmOf(bytes, realmPath(folder));
    return {folder, std::move(bytes), std::move(realm)};
}

void RealmFolder::add(core::AgencyFile const& agency, Passphrase const& passphrase) {
    auto next = m_realm;
    ++next.version;
    checkKey(m_realm, agency);
    addTo(next, entryOf(agency), shareFor(m_realm, 1));
    auto const root = readKey(keyPath(m_folder, "root"), passphrase);
    if (root.publicKey() != m_realm.rootKey)
        throw EnrolmentRefusal("otherRoot", "the root key in " + m_folder.string()
                                                + " is not the one of its realm file: restore both together");
    auto bytes = core::encodeRealmFile(next, root);
    if (auto const checked = core::checkSuccessor(m_realm, next); !checked)
        throw EnrolmentRefusal(std::string(core::nameOf(checked.error())),
                               "the realm file would not be a successor");
    writeFile(realmPath(m_folder), bytes);
    m_realmBytes = std::move(bytes);
    m_realm = std::move(next);
}

core::Bytes RealmFolder::enrol(core::AgencyIndex agency, core::EnrolmentRequest const& request,
                               core::Instant now) const {
    auto const& code = m_realm.agency(agency)->code.text();
    auto const file = keyPath(m_folder, code);
    if (!fs::exists(file))
        throw FileError("the key of agency " + code + " is not in " + m_folder.string()
                        + ": make a request with desk request and have the agency sign it");
    AgencyKey::Terms terms;
    terms.clearance.sections = {core::SectionClass::Joint, core::SectionClass::Own,
                                core::SectionClass::Personal, core::SectionClass::Sealed};
    return AgencyKey::open(file, m_realm).enrol(request, terms, now).bytes;
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/realm_file.h"

#include "core/identity/identity_fields.h"
#include "core/identity/signed_document.h"

#include <algorithm>
#include <set>

namespace ob::core {
namespace {

constexpr std::string_view realmDomain = "oneboard realm v1";

bool isName(std::string_view name) { return !name.empty() && name.size() <= RealmFile::maxNameBytes; }

/// The form only: whether the zone exists is known where time is shown.
bool isZone(std::string_view zone) {
    auto const isAllowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/'
               || c == '_' || c == '-' || c == '+';
    };
    return !zone.empty() && zone.size() <= RealmFile::maxZoneBytes && std::ranges::all_of(zone, isAllowed)
           && zone.front() != '/';
}

tl::expected<void, RealmFault> checkRoster(std::vector<RosterEntry> const& roster) {
    if (roster.empty() || roster.size() > maxAgencies) return tl::unexpected(RealmFault::BadRoster);
    std::set<Code> codes;
    std::set<PublicKey> keys;
    for (std::size_t at = 0; at < roster.size(); ++at) {
        RosterEntry const& entry = roster[at];
        if (!isName(entry.nameZh) || !isName(entry.nameEn)) return tl::unexpected(RealmFault::BadName);
        if (entry.code.isEmpty() || !codes.insert(entry.code).second || !keys.insert(entry.rootKey).second)
            return tl::unexpected(RealmFault::BadRoster);
        if (!entry.numbers.isValid()) return tl::unexpected(RealmFault::BadNumbers);
        for (std::size_t before = 0; before < at; ++before)
            if (entry.numbers.overlaps(roster[before].numbers)) return tl::unexpected(RealmFault::BadNumbers);
    }
    return {};
}

tl::expected<void, RealmFault> check(RealmFile const& file) {
    if (!isName(file.name)) return tl::unexpected(RealmFault::BadName);
    if (!isZone(file.zone)) return tl::unexpected(RealmFault::BadZone);
    if (file.version == 0) return tl::unexpected(RealmFault::Malformed);
    auto const& coordinators = file.coordinators;
    if (!coordinators.empty() && coordinators.back().value >= file.roster.size())
        return tl::unexpected(RealmFault::BadRoster);
    return checkRoster(file.roster);
}

} // namespace

RosterEntry const* RealmFile::agency(AgencyIndex index) const {
    return index.value < roster.size() ? &roster[index.value] : nullptr;
}

std::string_view nameOf(RealmFault fault) {
    switch (fault) {
    case RealmFault::TooLarge: return "tooLarge";
    case RealmFault::Malformed: return "malformed";
    case RealmFault::BadSignature: return "badSignature";
    case RealmFault::BadName: return "badName";
    case RealmFault::BadZone: return "badZone";
    case RealmFault::BadRoster: return "badRoster";
    case RealmFault::BadNumbers: return "badNumbers";
    case RealmFault::OtherRealm: return "otherRealm";
    case RealmFault::OtherRoot: return "otherRoot";
    case RealmFault::NotNewer: return "notNewer";
    case RealmFault::RosterChanged: return "rosterChanged";
    }
    return {};
}

Bytes encodeRealmFile(RealmFile const& file, SecretKey const& realmRoot) {
    OB_ENSURE(check(file).has_value());
    OB_ENSURE(file.rootKey == realmRoot.publicKey());
    Bytes encoded = encodeDocuments(
        {.document = signDocument(realmDomain, encodeFields(file), realmRoot), .authority = {}});
    OB_ENSURE(encoded.size() <= maxRealmFileBytes);
    return encoded;
}

tl::expected<RealmFile, RealmFault> decodeRealmFile(ByteView encoded) {
    if (encoded.size() > maxRealmFileBytes) return tl::unexpected(RealmFault::TooLarge);
    auto const chain = decodeDocuments(encoded);
    if (!chain || chain->authority) return tl::unexpected(RealmFault::Malformed);
    auto file = decodeFields<RealmFile>(chain->document.body);
    if (!file) return tl::unexpected(RealmFault::Malformed);
    if (!verifyDocument(realmDomain, chain->document, file->rootKey))
        return tl::unexpected(RealmFault::BadSignature);
    if (auto const checked = check(*file); !checked) return tl::unexpected(checked.error());
    return *std::move(file);
}

tl::expected<void, RealmFault> checkSuccessor(RealmFile const& held, RealmFile const& newer) {
    if (newer.id != held.id || newer.kind != held.kind) return tl::unexpected(RealmFault::OtherRealm);
    if (newer.rootKey != held.rootKey) return tl::unexpected(RealmFault::OtherRoot);
    if (newer.version <= held.version) return tl::unexpected(RealmFault::NotNewer);
    if (newer.roster.size() < held.roster.size()
        || !std::equal(held.roster.begin(), held.roster.end(), newer.roster.begin()))
        return tl::unexpected(RealmFault::RosterChanged);
    return {};
}

} // namespace ob::core

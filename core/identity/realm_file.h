// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/crypto/signing.h"
#include "core/event.h"
#include "core/identity/number_block.h"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

enum class RealmKind : std::uint8_t { Live = 0, Drill = 1 };

/// One agency of the realm; its place in the roster is its AgencyIndex for ever.
struct RosterEntry {
    Code code;          ///< `FD`; unique in the realm
    std::string nameZh; ///< 消防
    std::string nameEn; ///< Fire
    PublicKey rootKey;  ///< signs the certificates of the agency's desks
    NumberBlock numbers;
    friend bool operator==(RosterEntry const&, RosterEntry const&) = default;
};

/// The public description of one joint command area. Versions only add: an older desk's roster is always the
/// beginning of a newer one.
struct RealmFile {
    RealmId id{};
    std::string name;
    RealmKind kind = RealmKind::Live;
    std::uint32_t version = 1;
    std::string zone;  ///< IANA name, `Asia/Shanghai`
    PublicKey rootKey; ///< signs this file
    std::vector<RosterEntry> roster;
    /// 联合指挥中心: agencies that may know the joint part of every incident, as if they had a role on it.
    /// Sorted; agencies of the roster. All who are in the realm know it: it stands in the signed file.
    std::vector<AgencyIndex> coordinators;

    /// Null for an index that is not in the roster.
    RosterEntry const* agency(AgencyIndex index) const;
    friend bool operator==(RealmFile const&, RealmFile const&) = default;

    static constexpr std::size_t maxNameBytes = 128;
    static constexpr std::size_t maxZoneBytes = 64;
};

enum class RealmFault : std::uint8_t {
    TooLarge,      ///< more than maxRealmFileBytes
    Malformed,     ///< not the encoding of a realm file
    BadSignature,  ///< not signed by the root key in it
    BadName,       ///< realm name or an agency's name is empty or too long
    BadZone,       ///< not of the form of an IANA name
    BadRoster,     ///< no agency, more than maxAgencies, a code or key twice, no code
    BadNumbers,    ///< a block that is not valid, or two that overlap
    OtherRealm,    ///< successor: another id or kind
    OtherRoot,     ///< successor: another root key
    NotNewer,      ///< successor: version is not above the one held
    RosterChanged, ///< successor: an entry was changed or removed
};
std::string_view nameOf(RealmFault fault);

constexpr std::size_t maxRealmFileBytes = 256 * 1024;

/// OB_ENSURE: the file keeps its rules and the key is its root key.
Bytes encodeRealmFile(RealmFile const& file, SecretKey const& realmRoot);
/// Everything that can be told from the file itself. Whether it is the right realm tells the fingerprint of
/// its root key, compared by people; or `checkSuccessor` with a file that is trusted already.
tl::expected<RealmFile, RealmFault> decodeRealmFile(ByteView encoded);
/// Whether `newer` may take the place of `held`; both decoded.
tl::expected<void, RealmFault> checkSuccessor(RealmFile const& held, RealmFile const& newer);

} // namespace ob::core

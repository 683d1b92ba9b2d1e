// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/revocation.h"

#include "core/identity/realm_file.h"

namespace ob::core {

bool isRevocationValid(SignedStatement<Revocation> const& made, AgencyIndex agency, ByteView delegation,
                       RealmFile const& realm) {
    auto const* entry = realm.agency(agency);
    if (entry == nullptr || made.statement.realm != realm.id) return false;
    if (delegation.empty()) return verifyStatement(made, entry->rootKey);
    auto const verified = verifyDelegation(delegation, realm);
    return verified && verified->agency == agency && verified->mayRevoke
           && verifyStatement(made, verified->key);
}

bool isSettlementValid(SignedStatement<Settlement> const& made, AgencyIndex agency, RealmFile const& realm) {
    auto const* entry = realm.agency(agency);
    return entry != nullptr && verifyStatement(made, entry->rootKey);
}

std::optional<AgencyIndex> agencyRevoking(SignedStatement<Revocation> const& made, ByteView delegation,
                                          RealmFile const& realm) {
    for (std::uint16_t index = 0; index < realm.roster.size(); ++index)
        if (isRevocationValid(made, AgencyIndex{index}, delegation, realm)) return AgencyIndex{index};
    return std::nullopt;
}

std::optional<AgencyIndex> agencySettling(SignedStatement<Settlement> const& made, RealmFile const& realm) {
    for (std::uint16_t index = 0; index < realm.roster.size(); ++index)
        if (isSettlementValid(made, AgencyIndex{index}, realm)) return AgencyIndex{index};
    return std::nullopt;
}

} // namespace ob::core

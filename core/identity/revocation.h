// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "core/journal/statement.h"

namespace ob::core {

/// Whether the desk's agency says this: by its root, or by an enrolment key. `delegation`: bytes of that
/// key's delegation, empty for the root; it must be of the agency and allow revoking.
[[nodiscard]] bool isRevocationValid(SignedStatement<Revocation> const& made, AgencyIndex agency,
                                     ByteView delegation, RealmFile const& realm);
/// The agency whose root, or whose enrolment key by this delegation, has signed it: only about that agency's
/// own desks does it say anything.
std::optional<AgencyIndex> agencyRevoking(SignedStatement<Revocation> const& made, ByteView delegation,
                                          RealmFile const& realm);
std::optional<AgencyIndex> agencySettling(SignedStatement<Settlement> const& made, RealmFile const& realm);

/// Only the root of the log's agency settles a fork.
[[nodiscard]] bool isSettlementValid(SignedStatement<Settlement> const& made, AgencyIndex agency,
                                     RealmFile const& realm);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/id.h"
#include "core/states.h"

#include <optional>
#include <vector>

namespace ob::core {

struct GrantedDispatch {
    Code group; ///< empty = every unit of the agency
    AgencyIndex to;
    DispatchGrant grant = DispatchGrant::Own;
    friend bool operator==(GrantedDispatch const&, GrantedDispatch const&) = default;
};

/// What an agency allows others, folded from its policy stream.
struct AgencyPolicy {
    StreamId id;
    AgencyIndex agency;
    std::vector<GrantedDispatch> dispatch; ///< sorted by (group, to)
    std::optional<EventId> noDuff;         ///< 实情 declared and not ended
    bool readOnly = false;

    /// The grant for the unit's group, else the grant for all units, else Own.
    DispatchGrant grantFor(Code const& group, AgencyIndex asker) const;
    friend bool operator==(AgencyPolicy const&, AgencyPolicy const&) = default;
};

} // namespace ob::core

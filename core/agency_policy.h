// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ob::core {

struct GrantedDispatch {
    Code group; ///< empty = every unit of the agency
    AgencyIndex to;
    DispatchGrant grant = DispatchGrant::Own;
    friend bool operator==(GrantedDispatch const&, GrantedDispatch const&) = default;
};

/// How well another agency may know where this agency's units are.
struct PositionSharing {
    bool isWithheld = false;
    std::uint32_t gridMetres =
        0;          ///< rounded to squares of this size, without speed and heading; 0 = as it is
    Duration delay; ///< told so much later

    static constexpr std::uint32_t maxGridMetres = 50'000;
    static constexpr Duration maxDelay = Duration::ofMinutes(60);
    friend bool operator==(PositionSharing const&, PositionSharing const&) = default;
};

struct SharedPositions {
    AgencyIndex to;
    PositionSharing how;
    friend bool operator==(SharedPositions const&, SharedPositions const&) = default;
};

/// What an agency allows others, folded from its policy stream.
struct AgencyPolicy {
    StreamId id;
    AgencyIndex agency;
    std::vector<GrantedDispatch> dispatch;  ///< sorted by (group, to)
    std::vector<SharedPositions> positions; ///< sorted by agency; who is not named may know them as they are
    std::optional<EventId> noDuff;          ///< 实情 declared and not ended
    bool readOnly = false;

    /// The grant for the unit's group, else the grant for all units, else Own.
    DispatchGrant grantFor(Code const& group, AgencyIndex asker) const;
    PositionSharing positionsFor(AgencyIndex asker) const;
    friend bool operator==(AgencyPolicy const&, AgencyPolicy const&) = default;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <array>
#include <optional>

namespace ob::core {

/// One unit on one incident with its milestones.
struct Assignment {
    AssignmentId id;
    UnitId unit;
    AgencyIndex sender; ///< agency of the dispatcher
    AssignmentState state = AssignmentState::Dispatched;
    /// When each state was reached (occurredAt), by AssignmentState. A skipped milestone leaves a gap.
    std::array<std::optional<Instant>, 12> reachedAt;
    Code disposition; ///< of clear
    Code reason;      ///< of release or refusal
    std::optional<DeliveryMeans> deliveredBy;
    std::optional<Duration> fixAge;
    IncidentId divertedTo;
    std::optional<Instant> welfareCheckedAt;

    std::optional<Instant> at(AssignmentState milestone) const {
        return reachedAt[static_cast<std::size_t>(milestone)];
    }
    bool wasOnScene() const { return at(AssignmentState::OnScene).has_value(); }
    friend bool operator==(Assignment const&, Assignment const&) = default;
};

} // namespace ob::core

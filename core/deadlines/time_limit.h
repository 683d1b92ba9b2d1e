// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/incident.h"
#include "core/rules/rule_book.h"

#include <optional>
#include <vector>

namespace ob::core {

/// Which clock runs (workflow.md, Clocks).
enum class LimitClock : std::uint8_t {
    Assign,      ///< somebody has to be sent
    Deliver,     ///< the order has to reach the unit
    Acknowledge, ///< the crew has to answer it
    Answer,      ///< an agency has to answer a request
    OnScene,     ///< the crew has to arrive
    Welfare,     ///< the crew on scene has to be asked whether it is well
};

struct TimeLimit {
    LimitClock clock{};
    Instant due;
    UnitId unit; ///< nil: concerns the incident as a whole
    friend bool operator==(TimeLimit const&, TimeLimit const&) = default;
};

/// An incident without a unit, by priority: P1 60 s, P2 5 min, P3 15 min, P4 30 min.
Duration assignWithin(Priority priority);
constexpr Duration deliverWithin = Duration::ofSeconds(20);
constexpr Duration acknowledgeWithin = Duration::ofSeconds(60);

/// What runs for an open incident, soonest due first; nothing for any other. Overdue is computed: what is due
/// before now. An incident that all left before anybody arrived is due from that moment.
std::vector<TimeLimit> timeLimitsOf(Incident const& incident, RuleBook const& rules);

} // namespace ob::core

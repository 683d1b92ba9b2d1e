// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/deadlines/time_limit.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

/// When the last unit that was sent left; nothing when none ever was.
std::optional<Instant> abandonedAt(Incident const& incident) {
    std::optional<Instant> last;
    for (auto const& assignment : incident.assignments) {
        if (!hasEnded(assignment.state) || !assignment.at(AssignmentState::Dispatched)) continue;
        auto const at = assignment.at(assignment.state);
        if (at > last) last = at;
    }
    return last;
}

std::optional<TimeLimit> limitOf(Assignment const& assignment, Duration welfareEvery) {
    auto const limit = [&](LimitClock clock, Instant due) {
        return TimeLimit{.clock = clock, .due = due, .unit = assignment.unit};
    };
    switch (assignment.state) {
    case AssignmentState::Dispatched:
        if (auto const at = assignment.at(AssignmentState::Dispatched))
            return limit(LimitClock::Deliver, *at + deliverWithin);
        return std::nullopt;
    case AssignmentState::Delivered:
        if (auto const at = assignment.at(AssignmentState::Delivered))
            return limit(LimitClock::Acknowledge, *at + acknowledgeWithin);
        return std::nullopt;
    case AssignmentState::OnScene: {
        auto const at = assignment.at(AssignmentState::OnScene);
        if (!at || welfareEvery == Duration()) return std::nullopt;
        return limit(LimitClock::Welfare,
                     std::max(*at, assignment.welfareCheckedAt.value_or(*at)) + welfareEvery);
    }
    case AssignmentState::Planned:
    case AssignmentState::Acknowledged:
    case AssignmentState::EnRoute:
    case AssignmentState::Staged:
    case AssignmentState::Transporting:
    case AssignmentState::AtDestination:
    case AssignmentState::Cleared:
    case AssignmentState::Released:
    case AssignmentState::Refused: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Duration assignWithin(Priority priority) {
    switch (priority) {
    case Priority::P1: return Duration::ofSeconds(60);
    case Priority::P2: return Duration::ofMinutes(5);
    case Priority::P3: return Duration::ofMinutes(15);
    case Priority::P4: return Duration::ofMinutes(30);
    }
    return Duration::ofMinutes(30);
}

std::vector<TimeLimit> timeLimitsOf(Incident const& incident, RuleBook const& rules) {
    std::vector<TimeLimit> limits;
    if (!incident.isOpen()) return limits;
    if (incident.progress() == IncidentProgress::Unassigned) {
        auto const begun = incident.reopenedAt.value_or(incident.openedAt);
        auto const abandoned = abandonedAt(incident);
        limits.push_back(
            {.clock = LimitClock::Assign,
             .due = abandoned && *abandoned > begun ? *abandoned : begun + assignWithin(incident.priority),
             .unit = {}});
    }
    auto const* const type = rules.type(incident.type.text());
    auto const welfare =
        type == nullptr ? Duration::ofMinutes(20) : Duration::ofMinutes(type->onSceneCheck.count());
    for (auto const& assignment : incident.assignments)
        if (auto const limit = limitOf(assignment, welfare)) limits.push_back(*limit);
    std::ranges::sort(limits, {}, [](TimeLimit const& limit) { return std::tuple(limit.due, limit.unit); });
    return limits;
}

} // namespace ob::core

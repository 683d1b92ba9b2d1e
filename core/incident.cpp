// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/incident.h"

#include <algorithm>

namespace ob::core {

bool Incident::hasActiveAssignment() const {
    return std::any_of(assignments.begin(), assignments.end(),
                       [](auto const& each) { return isActive(each.state); });
}

Assignment const* Incident::assignment(AssignmentId which) const {
    auto const found = std::find_if(assignments.begin(), assignments.end(),
                                    [&](auto const& each) { return each.id == which; });
    return found == assignments.end() ? nullptr : &*found;
}

Assignment const* Incident::assignmentOf(UnitId unit) const {
    auto const found = std::find_if(assignments.rbegin(), assignments.rend(), [&](auto const& each) {
        return each.unit == unit && !hasEnded(each.state);
    });
    return found == assignments.rend() ? nullptr : &*found;
}

IncidentProgress Incident::progress() const {
    auto furthest = IncidentProgress::Unassigned;
    for (auto const& each : assignments) {
        if (!isActive(each.state)) continue;
        auto const reached = each.state >= AssignmentState::OnScene     ? IncidentProgress::OnScene
                             : each.state >= AssignmentState::EnRoute   ? IncidentProgress::EnRoute
                             : each.state >= AssignmentState::Delivered ? IncidentProgress::Dispatched
                                                                        : IncidentProgress::Undelivered;
        furthest = std::max(furthest, reached);
    }
    // Units were there and have gone again: nothing is awaited any more, unless it was opened once more.
    bool const wasOnScene = std::any_of(assignments.begin(), assignments.end(), [this](auto const& each) {
        return each.state == AssignmentState::Cleared && each.wasOnScene()
               && (!reopenedAt || each.at(AssignmentState::Cleared) > reopenedAt);
    });
    return furthest == IncidentProgress::Unassigned && wasOnScene ? IncidentProgress::UnderControl : furthest;
}

} // namespace ob::core

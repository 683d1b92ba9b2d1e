// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/unit_standing.h"

#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

namespace ob::ui {
namespace {

void takeOver(UnitStanding& standing, core::Unit const& unit, core::Board const& board,
              core::RuleBook const& rules, core::Instant now) {
    auto const active = board.activeAssignments(unit.id);
    standing.isDoubly = active.size() > 1;
    // Of several the one that it was sent to last.
    for (auto const& each : active) {
        auto incident = board.incident(each.incident);
        auto const* const assignment = incident ? incident->assignment(each.assignment) : nullptr;
        if (assignment == nullptr) continue;
        auto const since = assignment->at(assignment->state).value_or(incident->openedAt);
        if (standing.assignment != nullptr && since < standing.since) continue;
        standing.incident = std::move(incident);
        standing.assignment = assignment;
        standing.since = since;
    }
    if (standing.assignment == nullptr) return;
    standing.state = markStateOf(standing.assignment->state);
    standing.isUndelivered = standing.assignment->state == core::AssignmentState::Dispatched;
    for (auto const& limit : core::timeLimitsOf(*standing.incident, rules))
        if (limit.unit == unit.id && limit.due < now) standing.overdue = limit;
}

} // namespace

MarkState markStateOf(core::AssignmentState state) {
    switch (state) {
    case core::AssignmentState::Planned: return MarkState::Available;
    case core::AssignmentState::Dispatched:
    case core::AssignmentState::Delivered:
    case core::AssignmentState::Acknowledged: return MarkState::Dispatched;
    case core::AssignmentState::EnRoute: return MarkState::EnRoute;
    case core::AssignmentState::Staged:
    case core::AssignmentState::OnScene: return MarkState::OnScene;
    case core::AssignmentState::Transporting:
    case core::AssignmentState::AtDestination: return MarkState::Transporting;
    case core::AssignmentState::Cleared:
    case core::AssignmentState::Released:
    case core::AssignmentState::Refused: return MarkState::Available;
    }
    return MarkState::Available;
}

UnitStanding standingOf(core::Unit const& unit, core::Board const& board, core::RuleBook const& rules,
                        core::Instant now) {
    UnitStanding standing;
    standing.since = unit.dutySince;
    bool const isAway = unit.duty == core::DutyState::Unavailable || unit.duty == core::DutyState::OffDuty;
    if (isAway) standing.state = MarkState::OutOfService;
    takeOver(standing, unit, board, rules, now);
    return standing;
}

QString spokenNumber(core::IncidentNumber number) {
    return textOf(number.text()).section(QLatin1Char('-'), -1);
}

QString standingText(core::Unit const& unit, UnitStanding const& standing, Wording const& wording) {
    if (standing.assignment != nullptr)
        return milestoneName(standing.assignment->state, unit.agency, wording) + QLatin1Char(' ')
               + spokenNumber(standing.incident->number);
    QString const duty = wordOf(unit.duty);
    if (unit.dutyReason.text().empty()) return duty;
    return duty + QLatin1Char(' ') + codeName(wording.rules.lists().unavailables, unit.dutyReason);
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_rules.h"

#include <algorithm>

namespace ob::core {
namespace {

/// The assignments of the unit that stand on the board, where they stand.
std::vector<HeldAssignment> heldBy(Board const& board, UnitId unit) {
    std::vector<HeldAssignment> held;
    for (ActiveAssignment const& active : board.activeAssignments(unit)) {
        auto incident = board.incident(active.incident);
        auto const* const assignment = incident ? incident->assignment(active.assignment) : nullptr;
        if (assignment) held.push_back({std::move(incident), assignment});
    }
    return held;
}

std::string numberOf(Board const& board, IncidentId id) {
    auto const incident = board.incident(id);
    return incident ? incident->number.text() : shownId(id.hash());
}

Result<HeldAssignment> onlyAssignment(Occasion const& occasion, Unit const& unit) {
    auto const held = heldBy(occasion.board, unit.id);
    std::string const callsign = shownUnit(unit, occasion.context);
    if (held.empty()) return refuse(RefusalCode::UnitNotAssigned, {callsign});
    if (held.size() == 1) return held.front();
    Refusal twice{RefusalCode::UnitAssignedTwice, {callsign}};
    for (HeldAssignment const& each : held)
        twice.subjects.push_back(each.incident->number.text());
    std::sort(twice.subjects.begin() + 1, twice.subjects.end());
    return tl::unexpected(std::move(twice));
}

Result<HeldAssignment> assignmentOn(Occasion const& occasion, Unit const& unit, IncidentId named) {
    Board const& board = occasion.board;
    if (!board.incident(named)) return refuse(RefusalCode::UnknownIncident, {shownId(named.hash())});
    HeldAssignment found;
    for (HeldAssignment const& each : heldBy(board, unit.id)) {
        if (each.incident->id == named) return each;
        if (!found.assignment && board.survivorOf(each.incident->id) == named) found = each;
    }
    if (found.assignment) return found;
    return refuse(RefusalCode::UnitNotAssigned, {shownUnit(unit, occasion.context), numberOf(board, named)});
}

} // namespace

Result<HeldAssignment> activeAssignmentOf(Occasion const& occasion, Unit const& unit, IncidentId incident) {
    auto held = incident.isNil() ? onlyAssignment(occasion, unit) : assignmentOn(occasion, unit, incident);
    if (!held) return held;
    if (auto const writable = writableIncident(occasion, held->incident->id); !writable)
        return tl::unexpected(writable.error());
    return held;
}

Result<HeldAssignment> movableAssignmentOf(Occasion const& occasion, Unit const& unit, IncidentId incident) {
    auto held = activeAssignmentOf(occasion, unit, incident);
    if (!held) return held;
    std::string const callsign = shownUnit(unit, occasion.context);
    AgencyIndex const agency = occasion.context.agency;
    if (agency != unit.agency && agency != held->assignment->sender)
        return refuse(RefusalCode::NotOwnAgency, {callsign});
    auto const dispatchedAt = held->assignment->at(AssignmentState::Dispatched);
    if (dispatchedAt && isBefore(occasion, *dispatchedAt))
        return refuse(RefusalCode::BeforeDispatch, {callsign, dispatchedAt->iso8601()});
    return held;
}

std::vector<HeldAssignment> activeOn(Board const& board, std::shared_ptr<Incident const> const& incident) {
    std::vector<std::shared_ptr<Incident const>> streams;
    for (auto const& [id, other] : board.incidents())
        if (other->state == IncidentState::Merged && id != incident->id && other->hasActiveAssignment()
            && board.survivorOf(id) == incident->id)
            streams.push_back(other);
    // The map has no order of its own; the drafts must have one.
    std::sort(streams.begin(), streams.end(), [](auto const& a, auto const& b) { return a->id < b->id; });
    streams.insert(streams.begin(), incident);

    std::vector<HeldAssignment> active;
    for (auto const& stream : streams)
        for (Assignment const& each : stream->assignments)
            if (isActive(each.state)) active.push_back({stream, &each});
    return active;
}

Result<Draft> dispatchDraft(Occasion const& occasion, UnitId id, Incident const* incident, StreamId stream,
                            Code const& reason) {
    auto const unit = knownUnit(occasion, id);
    if (!unit) return tl::unexpected(unit.error());
    Board const& board = occasion.board;
    AgencyIndex const agency = occasion.context.agency;
    std::string const callsign = shownUnit(**unit, occasion.context);
    if ((*unit)->agency != agency && board.dispatchGrant(**unit, agency) != DispatchGrant::Direct)
        return refuse(RefusalCode::DispatchNotGranted,
                      {callsign, shownAgency((*unit)->agency, occasion.context)});
    if ((*unit)->distress) return refuse(RefusalCode::UnitInDistress, {callsign});
    switch ((*unit)->duty) {
    case DutyState::OffDuty: return refuse(RefusalCode::UnitOffDuty, {callsign});
    case DutyState::Unavailable:
        return refuse(RefusalCode::UnitUnavailable, {callsign, (*unit)->dutyReason.text()});
    case DutyState::Available:
    case DutyState::Conditional: break;
    }
    UnitDispatched fact{.unit = id, .planned = {}, .reason = reason, .fixAge = {}, .divertedFrom = {}};
    if (incident) {
        for (HeldAssignment const& each : heldBy(board, id))
            if (board.survivorOf(each.incident->id) == incident->id)
                return refuse(RefusalCode::AlreadyAssigned, {callsign, incident->number.text()});
        if (auto const* const planned = incident->assignmentOf(id)) fact.planned = planned->id;
    }
    return makeDraft(occasion, stream, std::move(fact));
}

} // namespace ob::core

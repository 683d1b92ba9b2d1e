// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/consequences.h"

#include <algorithm>

namespace ob::core {
namespace {

bool contains(std::vector<UnitId> const& units, UnitId unit) {
    return std::find(units.begin(), units.end(), unit) != units.end();
}

/// The incidents that the units leave, each once, in the order of the units.
std::vector<NumberedIncident> incidentsLeft(std::vector<UnitId> const& units, IncidentId named,
                                            Board const& board) {
    std::vector<NumberedIncident> left;
    for (UnitId const unit : units)
        if (auto const work = workAt(unit, named, board);
            work && std::find(left.begin(), left.end(), work->incident) == left.end())
            left.push_back(work->incident);
    return left;
}

std::vector<UnitId> staying(std::vector<UnitId> const& leaving, IncidentId incident, Board const& board) {
    auto units = unitsAt(incident, board);
    std::erase_if(units, [&](UnitId unit) { return contains(leaving, unit); });
    return units;
}

} // namespace

NumberedIncident numbered(IncidentId id, Board const& board) {
    auto const incident = board.incident(id);
    return {id, incident ? incident->number : IncidentNumber{}};
}

std::vector<Work> workOf(UnitId unit, Board const& board) {
    std::vector<Work> work;
    for (ActiveAssignment const& active : board.activeAssignments(unit)) {
        auto const incident = board.incident(active.incident);
        auto const* const assignment = incident ? incident->assignment(active.assignment) : nullptr;
        if (assignment != nullptr)
            work.push_back(
                {.incident = numbered(board.survivorOf(active.incident), board), .state = assignment->state});
    }
    return work;
}

std::optional<Work> workAt(UnitId unit, IncidentId incident, Board const& board) {
    auto const work = workOf(unit, board);
    if (incident.isNil()) return work.size() == 1 ? std::optional(work.front()) : std::nullopt;
    IncidentId const survivor = board.survivorOf(incident);
    auto const place = std::find_if(work.begin(), work.end(),
                                    [&](Work const& each) { return each.incident.id == survivor; });
    return place == work.end() ? std::nullopt : std::optional(*place);
}

std::vector<UnitId> unitsAt(IncidentId incident, Board const& board) {
    std::vector<UnitId> units;
    for (auto const& [id, each] : board.incidents()) {
        if (id != incident && (each->state != IncidentState::Merged || board.survivorOf(id) != incident))
            continue;
        for (Assignment const& assignment : each->assignments)
            if (isActive(assignment.state)) units.push_back(assignment.unit);
    }
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

IncidentId commonIncident(std::vector<UnitId> const& units, Board const& board) {
    IncidentId common;
    for (UnitId const unit : units) {
        auto const work = workAt(unit, {}, board);
        if (!work || (!common.isNil() && common != work->incident.id)) return {};
        common = work->incident.id;
    }
    return common;
}

void warn(Preview& preview, Amber amber) {
    auto const place = std::lower_bound(preview.ambers.begin(), preview.ambers.end(), amber);
    if (place == preview.ambers.end() || *place != amber) preview.ambers.insert(place, amber);
}

void warnOfHolder(Preview& preview, IncidentId id, Surroundings const& surroundings) {
    auto const incident = surroundings.board.incident(id);
    Context const& context = surroundings.context;
    if (!incident || incident->handler.isEmpty()) return;
    if (incident->handler == context.position
        && incident->handlerAgency.value_or(context.agency) == context.agency)
        return;
    preview.parts.push_back(
        part::HeldByOther{{id, incident->number}, incident->handler, incident->handlerAgency});
    warn(preview, Amber::HeldByOther);
}

void warnOfAgency(Preview& preview, UnitId id, Surroundings const& surroundings) {
    auto const unit = surroundings.board.unit(id);
    if (unit && unit->agency != surroundings.context.agency) warn(preview, Amber::OtherAgencysUnit);
}

void addSending(Preview& preview, UnitId id, Surroundings const& surroundings) {
    Board const& board = surroundings.board;
    Context const& context = surroundings.context;
    auto const unit = board.unit(id);
    if (!unit) return;
    if (unit->agency != context.agency
        && board.dispatchGrant(*unit, context.agency) != DispatchGrant::Direct) {
        preview.parts.push_back(part::WouldBeRequest{id, unit->agency});
        return;
    }
    part::SendsUnit sending{.unit = id, .fixAge = std::nullopt};
    if (auto const fix = surroundings.fixOf ? surroundings.fixOf(id) : std::nullopt) {
        sending.fixAge = Ageing<Duration>{context.now - fix->fixedAt};
        sending.isStale = sending.fixAge->value > surroundings.fixLimit;
    }
    preview.parts.push_back(sending);
    if (sending.isStale) warn(preview, Amber::StaleFix);
    if (unit->duty == DutyState::Conditional) warn(preview, Amber::ConditionalUnit);
    warnOfAgency(preview, id, surroundings);
}

void addDestination(Preview& preview, IncidentId id, Surroundings const& surroundings) {
    auto const incident = surroundings.board.incident(id);
    if (incident) preview.parts.push_back(part::Destination{{id, incident->number}, incident->address});
}

void addLosses(Preview& preview, std::vector<UnitId> const& units, IncidentId named,
               Surroundings const& surroundings) {
    Board const& board = surroundings.board;
    for (NumberedIncident const& incident : incidentsLeft(units, named, board)) {
        std::vector<Code> kept;
        for (UnitId const id : staying(units, incident.id, board))
            if (auto const unit = board.unit(id))
                kept.insert(kept.end(), unit->capabilities.begin(), unit->capabilities.end());
        for (UnitId const id : units) {
            auto const unit = board.unit(id);
            auto const work = workAt(id, named, board);
            if (!unit || !work || work->incident.id != incident.id) continue;
            for (Code const& capability : unit->capabilities) {
                if (std::find(kept.begin(), kept.end(), capability) != kept.end()) continue;
                kept.push_back(capability); // said once, whoever else leaves with it
                preview.parts.push_back(part::LosesLast{incident, capability});
            }
        }
    }
}

void addRemaining(Preview& preview, std::vector<UnitId> const& units, IncidentId named,
                  Surroundings const& surroundings) {
    for (NumberedIncident const& incident : incidentsLeft(units, named, surroundings.board))
        preview.parts.push_back(
            part::RemainingUnits{incident, staying(units, incident.id, surroundings.board).size()});
}

} // namespace ob::core

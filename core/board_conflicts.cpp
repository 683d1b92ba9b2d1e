// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/board.h"

#include <algorithm>

namespace ob::core {
namespace {

Conflict across(ConflictRule rule, std::vector<EventId> leaves, std::vector<StreamId> concerned) {
    std::sort(leaves.begin(), leaves.end());
    std::sort(concerned.begin(), concerned.end());
    return {.id = conflictId(rule, leaves),
            .rule = rule,
            .stream = concerned.front(),
            .leaves = leaves,
            .concerned = std::move(concerned),
            .field = 0,
            .settled = false};
}

} // namespace

bool Board::isDoublyAssigned(UnitId unit) const {
    auto const active = activeAssignments(unit);
    std::set<IncidentId> places;
    for (auto const& each : active)
        places.insert(survivorOf(each.incident));
    return places.size() > 1;
}

bool Board::isAway(UnitId id, ActiveAssignment const& active) const {
    auto const assigned = unit(id);
    if (!assigned) return false;
    auto const sent =
        incident(active.incident)->assignment(active.assignment)->at(AssignmentState::Dispatched);
    return assigned->duty == DutyState::OffDuty
           || (assigned->duty == DutyState::Unavailable && sent && assigned->dutySince <= *sent);
}

bool Board::isInQuestion(UnitId unit) const {
    auto const found = m_active.find(unit);
    if (found == m_active.end()) return false;
    return found->second.size() > 1 || isAway(unit, found->second.front());
}

std::vector<Conflict> Board::acrossStreams() const {
    std::vector<Conflict> found;
    for (UnitId const id : m_unitsInQuestion) {
        auto const active = activeAssignments(id);
        std::vector<EventId> leaves;
        std::vector<StreamId> concerned;
        for (auto const& each : active) {
            leaves.emplace_back(each.assignment.hash());
            concerned.push_back(each.incident);
            if (isAway(id, each))
                found.push_back(across(ConflictRule::DispatchedUnavailable,
                                       {EventId(each.assignment.hash()), EventId(id.hash())},
                                       {each.incident, id}));
        }
        if (isDoublyAssigned(id)) found.push_back(across(ConflictRule::DoubleAssignment, leaves, concerned));
    }
    for (IncidentNumber const number : m_duplicateNumbers) {
        auto const ids = incidentsNumbered(number);
        std::vector<EventId> leaves;
        for (IncidentId const id : ids)
            leaves.emplace_back(id.hash());
        found.push_back(across(ConflictRule::DuplicateNumber, leaves, ids));
    }
    for (Callsign const& callsign : m_duplicateCallsigns) {
        std::map<AgencyIndex, std::vector<StreamId>> byAgency;
        for (UnitId const id : unitsCalled(callsign))
            byAgency[unit(id)->agency].push_back(id);
        for (auto const& [agency, ids] : byAgency) {
            if (ids.size() < 2) continue;
            std::vector<EventId> leaves;
            for (UnitId const id : ids)
                leaves.emplace_back(id.hash());
            found.push_back(across(ConflictRule::DuplicateCallsign, leaves, ids));
        }
    }
    std::set<ConflictId> cycles;
    for (auto const& [id, merged] : m_merged) {
        if (!isInCycle(id)) continue;
        std::vector<StreamId> round{id};
        for (IncidentId at = merged->mergedInto; at != id; at = m_merged.at(at)->mergedInto)
            round.push_back(at);
        std::vector<EventId> leaves;
        for (IncidentId const each : round)
            leaves.emplace_back(each.hash());
        auto conflict = across(ConflictRule::MergeCycle, leaves, round);
        if (cycles.insert(conflict.id).second) found.push_back(std::move(conflict));
    }
    return found;
}

std::vector<Conflict> Board::conflicts() const {
    std::vector<Conflict> all = acrossStreams();
    for (IncidentId const id : m_withConflict) {
        auto const& own = m_incidents.at(id)->conflicts;
        all.insert(all.end(), own.begin(), own.end());
    }
    for (UnitId const id : m_unitsWithConflict) {
        auto const& own = m_units.at(id)->conflicts;
        all.insert(all.end(), own.begin(), own.end());
    }
    std::set<ConflictId> settled;
    for (auto const& [stream, ids] : m_settled)
        settled.insert(ids.begin(), ids.end());
    std::erase_if(all, [&](auto const& each) { return each.settled || settled.contains(each.id); });
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    return all;
}

std::vector<Conflict> Board::conflictsOf(StreamId stream) const {
    auto all = conflicts();
    std::erase_if(all, [&](auto const& each) {
        return each.stream != stream
               && std::find(each.concerned.begin(), each.concerned.end(), stream) == each.concerned.end();
    });
    return all;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/board.h"

#include <algorithm>

namespace ob::core {
namespace {

template<class Key, class Value>
void drop(std::map<Key, std::vector<Value>>& index, Key const& key, Value const& value) {
    auto const found = index.find(key);
    if (found == index.end()) return;
    std::erase(found->second, value);
    if (found->second.empty()) index.erase(found);
}

template<class Key, class Value>
void add(std::map<Key, std::vector<Value>>& index, Key const& key, Value const& value) {
    auto& values = index[key];
    values.insert(std::lower_bound(values.begin(), values.end(), value), value);
}

template<class T>
void mention(std::set<T>& set, T const& value, bool wanted) {
    if (wanted)
        set.insert(value);
    else
        set.erase(value);
}

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

bool sameConflicts(std::vector<Conflict> const& a, std::vector<Conflict> const& b) { return a == b; }

} // namespace

std::shared_ptr<Incident const> Board::incident(IncidentId id) const {
    auto const found = m_incidents.find(id);
    return found == m_incidents.end() ? nullptr : found->second;
}

std::shared_ptr<Unit const> Board::unit(UnitId id) const {
    auto const found = m_units.find(id);
    return found == m_units.end() ? nullptr : found->second;
}

std::shared_ptr<AgencyPolicy const> Board::policy(AgencyIndex agency) const {
    auto const found = m_policies.find(agency);
    return found == m_policies.end() ? nullptr : found->second;
}

std::vector<IncidentId> Board::incidentsNumbered(IncidentNumber number) const {
    auto const found = m_byNumber.find(number);
    return found == m_byNumber.end() ? std::vector<IncidentId>() : found->second;
}

std::vector<UnitId> Board::unitsCalled(Callsign const& callsign) const {
    auto const found = m_byCallsign.find(callsign);
    return found == m_byCallsign.end() ? std::vector<UnitId>() : found->second;
}

std::optional<IncidentId> Board::incidentOfSource(Code const& sourceId) const {
    auto const found = m_bySource.find(sourceId);
    return found == m_bySource.end() ? std::nullopt : std::optional(found->second);
}

bool Board::isInCycle(IncidentId id) const {
    std::set<IncidentId> passed;
    IncidentId at = id;
    while (passed.insert(at).second) {
        auto const found = m_merged.find(at);
        if (found == m_merged.end()) return false;
        at = found->second->mergedInto;
    }
    return at == id;
}

IncidentId Board::survivorOf(IncidentId id) const {
    std::set<IncidentId> passed;
    while (passed.insert(id).second) {
        auto const found = m_merged.find(id);
        if (found == m_merged.end() || isInCycle(id)) return id;
        id = found->second->mergedInto;
    }
    return id;
}

std::vector<ActiveAssignment> Board::activeAssignments(UnitId unit) const {
    auto const found = m_active.find(unit);
    return found == m_active.end() ? std::vector<ActiveAssignment>() : found->second;
}

bool Board::isDispatchable(UnitId id) const {
    auto const found = unit(id);
    return found && found->duty == DutyState::Available && !found->distress && !m_active.contains(id);
}

DispatchGrant Board::dispatchGrant(Unit const& unit, AgencyIndex asker) const {
    if (unit.agency == asker) return DispatchGrant::Direct;
    auto const granted = policy(unit.agency);
    return granted ? granted->grantFor(unit.group, asker) : DispatchGrant::Own;
}

bool Board::isFrozen() const {
    return std::any_of(m_policies.begin(), m_policies.end(),
                       [](auto const& each) { return each.second->noDuff; });
}

void Board::unindex(Incident const& incident) {
    drop(m_byNumber, incident.number, incident.id);
    mention(m_duplicateNumbers, incident.number, incidentsNumbered(incident.number).size() > 1);
    if (!incident.sourceId.isEmpty()) m_bySource.erase(incident.sourceId);
    for (auto const& assignment : incident.assignments) {
        if (!isActive(assignment.state)) continue;
        auto const found = m_active.find(assignment.unit);
        if (found == m_active.end()) continue;
        std::erase(found->second, ActiveAssignment{incident.id, assignment.id});
        if (found->second.empty()) m_active.erase(found);
        mention(m_unitsInQuestion, assignment.unit, m_active.contains(assignment.unit));
    }
    m_withConflict.erase(incident.id);
}

void Board::index(Incident const& incident) {
    add(m_byNumber, incident.number, incident.id);
    mention(m_duplicateNumbers, incident.number, incidentsNumbered(incident.number).size() > 1);
    if (!incident.sourceId.isEmpty()) m_bySource[incident.sourceId] = incident.id;
    for (auto const& assignment : incident.assignments) {
        if (!isActive(assignment.state)) continue;
        auto& active = m_active[assignment.unit];
        ActiveAssignment const entry{incident.id, assignment.id};
        active.insert(std::lower_bound(active.begin(), active.end(), entry), entry);
        auto const assigned = unit(assignment.unit);
        bool const doubtful = active.size() > 1 || (assigned && assigned->duty != DutyState::Available);
        mention(m_unitsInQuestion, assignment.unit, doubtful);
    }
    mention(m_withConflict, incident.id, !incident.conflicts.empty());
}

void Board::place(std::shared_ptr<Incident const> const& incident, ChangeSet& changes) {
    auto& slot = m_incidents[incident->id];
    if (slot) {
        unindex(*slot);
        if (!sameConflicts(slot->conflicts, incident->conflicts)) changes.conflictsChanged = true;
    } else if (!incident->conflicts.empty()) {
        changes.conflictsChanged = true;
    }
    slot = incident;
    index(*incident);
    changes.incidents.push_back(incident);
}

/// A merge, or its end, may close or open a cycle: everybody on it is shown anew.
void Board::followMerge(Incident const& incident, ChangeSet& changes) {
    std::vector<std::shared_ptr<Incident const>> touched;
    std::set<IncidentId> passed;
    for (IncidentId at = incident.mergedInto; passed.insert(at).second;) {
        auto const found = m_merged.find(at);
        if (found == m_merged.end()) break;
        touched.push_back(found->second);
        at = found->second->mergedInto;
    }
    for (auto const& each : touched) {
        bool const cycle = isInCycle(each->id);
        bool const shownOpen = m_incidents.at(each->id)->isOpen();
        if (cycle == shownOpen) continue;
        changes.conflictsChanged = true;
        auto shown = std::make_shared<Incident>(*each);
        if (cycle) {
            shown->state = IncidentState::Open;
            shown->mergedInto = {};
            shown->closedAt.reset();
        }
        place(shown, changes);
    }
}

void Board::put(std::shared_ptr<Incident const> incident, ChangeSet& changes) {
    auto const before = m_merged.find(incident->id);
    std::shared_ptr<Incident const> const old = before == m_merged.end() ? nullptr : before->second;
    bool const merged = incident->state == IncidentState::Merged;
    if (merged)
        m_merged[incident->id] = incident;
    else
        m_merged.erase(incident->id);
    place(incident, changes);
    // The new one is shown as its stream says; following its own merge puts it right when it closes a cycle.
    if (merged) followMerge(*incident, changes);
    if (old && (!merged || old->mergedInto != incident->mergedInto)) followMerge(*old, changes);
}

void Board::put(std::shared_ptr<Unit const> unit, ChangeSet& changes) {
    auto& slot = m_units[unit->id];
    if (slot) {
        drop(m_byCallsign, slot->callsign, slot->id);
        if (!sameConflicts(slot->conflicts, unit->conflicts)) changes.conflictsChanged = true;
    } else if (!unit->conflicts.empty()) {
        changes.conflictsChanged = true;
    }
    slot = unit;
    add(m_byCallsign, unit->callsign, unit->id);
    mention(m_duplicateCallsigns, unit->callsign, unitsCalled(unit->callsign).size() > 1);
    mention(m_unitsWithConflict, unit->id, !unit->conflicts.empty());
    if (m_active.contains(unit->id)) m_unitsInQuestion.insert(unit->id);
    changes.units.push_back(std::move(unit));
}

void Board::put(std::shared_ptr<AgencyPolicy const> policy, ChangeSet& changes) {
    m_policies[policy->agency] = policy;
    changes.policies.push_back(std::move(policy));
}

void Board::retire(IncidentId id, ChangeSet& changes) {
    auto const found = m_incidents.find(id);
    if (found == m_incidents.end()) return;
    unindex(*found->second);
    m_incidents.erase(found);
    m_merged.erase(id);
    changes.retired.push_back(id);
}

void Board::withdraw(UnitId id) {
    auto const found = m_units.find(id);
    if (found == m_units.end()) return;
    Callsign const callsign = found->second->callsign;
    drop(m_byCallsign, callsign, id);
    mention(m_duplicateCallsigns, callsign, unitsCalled(callsign).size() > 1);
    m_unitsWithConflict.erase(id);
    m_unitsInQuestion.erase(id);
    m_units.erase(found);
}

void Board::settle(ConflictId conflict, ChangeSet& changes) {
    if (m_settled.insert(conflict).second) changes.conflictsChanged = true;
}

bool Board::isDoublyAssigned(UnitId unit) const {
    auto const active = activeAssignments(unit);
    std::set<IncidentId> places;
    for (auto const& each : active)
        places.insert(survivorOf(each.incident));
    return places.size() > 1;
}

std::vector<Conflict> Board::acrossStreams() const {
    std::vector<Conflict> found;
    for (UnitId const id : m_unitsInQuestion) {
        auto const assigned = unit(id);
        auto const active = activeAssignments(id);
        std::vector<EventId> leaves;
        std::vector<StreamId> concerned;
        for (auto const& each : active) {
            leaves.emplace_back(each.assignment.hash());
            concerned.push_back(each.incident);
            auto const* const assignment = incident(each.incident)->assignment(each.assignment);
            auto const sent = assignment->at(AssignmentState::Dispatched);
            bool const away =
                assigned
                && (assigned->duty == DutyState::OffDuty
                    || (assigned->duty == DutyState::Unavailable && sent && assigned->dutySince <= *sent));
            if (away)
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
    std::erase_if(all, [&](auto const& each) { return each.settled || m_settled.contains(each.id); });
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

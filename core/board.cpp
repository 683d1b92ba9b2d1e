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
    if (found == m_policies.end()) return nullptr;
    auto const& streams = found->second;
    auto const frozen =
        std::find_if(streams.begin(), streams.end(), [](auto const& each) { return each.second->noDuff; });
    return frozen == streams.end() ? streams.begin()->second : frozen->second;
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
    return found == m_bySource.end() ? std::nullopt : std::optional(found->second.front());
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
                       [this](auto const& each) { return policy(each.first)->noDuff; });
}

void Board::unindex(Incident const& incident, ChangeSet& changes) {
    noteConflictsAround(incident, changes);
    drop(m_byNumber, incident.number, incident.id);
    mention(m_duplicateNumbers, incident.number, incidentsNumbered(incident.number).size() > 1);
    if (!incident.sourceId.isEmpty()) drop(m_bySource, incident.sourceId, incident.id);
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

void Board::index(Incident const& incident, ChangeSet& changes) {
    add(m_byNumber, incident.number, incident.id);
    mention(m_duplicateNumbers, incident.number, incidentsNumbered(incident.number).size() > 1);
    if (!incident.sourceId.isEmpty()) add(m_bySource, incident.sourceId, incident.id);
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
    noteConflictsAround(incident, changes);
}

/// Those across streams that the incident has a part in: they may come, go or look otherwise when it changes.
void Board::noteConflictsAround(Incident const& incident, ChangeSet& changes) const {
    bool const concerned =
        m_duplicateNumbers.contains(incident.number)
        || std::any_of(incident.assignments.begin(), incident.assignments.end(),
                       [&](auto const& each) { return isActive(each.state) && isInQuestion(each.unit); });
    changes.conflictsChanged = changes.conflictsChanged || concerned;
}

void Board::place(std::shared_ptr<Incident const> const& incident, ChangeSet& changes) {
    auto& slot = m_incidents[incident->id];
    if (slot) {
        unindex(*slot, changes);
        if (slot->conflicts != incident->conflicts) changes.conflictsChanged = true;
    } else if (!incident->conflicts.empty()) {
        changes.conflictsChanged = true;
    }
    slot = incident;
    index(*incident, changes);
    std::erase(changes.retired, incident->id);
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
    // Whose units count as one incident's follows from merges, also from those of others.
    bool const mergeChanged = old ? !merged || old->mergedInto != incident->mergedInto : merged;
    changes.conflictsChanged = changes.conflictsChanged || mergeChanged;
    // The new one is shown as its stream says; following its own merge puts it right when it closes a cycle.
    if (merged) followMerge(*incident, changes);
    if (old && mergeChanged) followMerge(*old, changes);
}

void Board::put(std::shared_ptr<Unit const> unit, ChangeSet& changes) {
    auto& slot = m_units[unit->id];
    if (slot) {
        unindex(*slot, changes);
        if (slot->conflicts != unit->conflicts) changes.conflictsChanged = true;
    } else if (!unit->conflicts.empty()) {
        changes.conflictsChanged = true;
    }
    slot = unit;
    add(m_byCallsign, unit->callsign, unit->id);
    mention(m_duplicateCallsigns, unit->callsign, unitsCalled(unit->callsign).size() > 1);
    mention(m_unitsWithConflict, unit->id, !unit->conflicts.empty());
    if (m_active.contains(unit->id)) m_unitsInQuestion.insert(unit->id);
    if (m_duplicateCallsigns.contains(unit->callsign) || isInQuestion(unit->id))
        changes.conflictsChanged = true;
    changes.units.push_back(std::move(unit));
}

void Board::put(std::shared_ptr<AgencyPolicy const> policy, ChangeSet& changes) {
    m_policies[policy->agency][policy->id] = policy;
    changes.policies.push_back(std::move(policy));
}

void Board::retire(IncidentId id, ChangeSet& changes) {
    auto const found = m_incidents.find(id);
    if (found == m_incidents.end()) return;
    unindex(*found->second, changes);
    m_withConflict.erase(id);
    bool const settledSome = m_settled.erase(id) != 0;
    if (settledSome || !found->second->conflicts.empty()) changes.conflictsChanged = true;
    m_incidents.erase(found);
    changes.retired.push_back(id);
    auto const merged = m_merged.extract(id);
    if (merged.empty()) return;
    changes.conflictsChanged = true;
    followMerge(*merged.mapped(), changes);
}

void Board::unindex(Unit const& unit, ChangeSet& changes) {
    if (m_duplicateCallsigns.contains(unit.callsign) || isInQuestion(unit.id))
        changes.conflictsChanged = true;
    drop(m_byCallsign, unit.callsign, unit.id);
    mention(m_duplicateCallsigns, unit.callsign, unitsCalled(unit.callsign).size() > 1);
    m_unitsWithConflict.erase(unit.id);
}

void Board::withdraw(StreamId id, ChangeSet& changes) {
    if (m_settled.erase(id) != 0) changes.conflictsChanged = true;
    for (auto each = m_policies.begin(); each != m_policies.end(); ++each) {
        if (each->second.erase(id) == 0) continue;
        if (each->second.empty()) m_policies.erase(each);
        break;
    }
    auto const found = m_units.find(id);
    if (found == m_units.end()) return;
    unindex(*found->second, changes);
    if (!found->second->conflicts.empty()) changes.conflictsChanged = true;
    m_units.erase(found);
}

void Board::settle(StreamId by, std::vector<ConflictId> const& conflicts, ChangeSet& changes) {
    auto const found = m_settled.find(by);
    if (found == m_settled.end() ? conflicts.empty() : found->second == conflicts) return;
    changes.conflictsChanged = true;
    if (conflicts.empty())
        m_settled.erase(found);
    else
        m_settled.insert_or_assign(by, conflicts);
}

} // namespace ob::core

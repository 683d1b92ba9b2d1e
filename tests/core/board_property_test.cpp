// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/board.h"

#include "tests/support/board_builder.h"
#include "tests/support/event_generators.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace ob::core {
namespace {

/// A board that changes at random, and the values that it should show.
class RandomBoard {
  public:
    explicit RandomBoard(std::uint64_t seed) : m_values(seed) {}

    void step() {
        auto const before = m_board.conflicts();
        ChangeSet changes;
        change(changes);
        if (m_board.conflicts() != before) RC_ASSERT(changes.conflictsChanged);
        auto const equal = areEqual(m_board, madeAnew());
        if (!equal) RC_FAIL(std::string(equal.message()));
    }

  private:
    void change(ChangeSet& changes) {
        switch (m_values.below(8)) {
        case 0: {
            auto const policy = policyFrom();
            m_policies[policy->id] = policy;
            return m_board.put(policy, changes);
        }
        case 1: {
            IncidentId const id = idOf(m_values.below(6));
            m_incidents.erase(id);
            m_settled.erase(id);
            return m_board.retire(id, changes);
        }
        case 2: {
            StreamId const id = m_values.oneIn(2) ? unitId(callsignFrom()) : policyFrom()->id;
            m_units.erase(id);
            m_policies.erase(id);
            m_settled.erase(id);
            return m_board.withdraw(id, changes);
        }
        case 3: return settle(changes);
        case 4:
        case 5: {
            auto const unit = unitFrom();
            m_units[unit->id] = unit;
            return m_board.put(unit, changes);
        }
        default: {
            auto const incident = incidentFrom();
            m_incidents[incident->id] = incident;
            return m_board.put(incident, changes);
        }
        }
    }
    void settle(ChangeSet& changes) {
        auto const open = m_board.conflicts();
        if (open.empty() || m_incidents.empty()) return;
        StreamId const by = m_incidents.begin()->first;
        std::vector<ConflictId> conflicts;
        if (!m_values.oneIn(3)) conflicts.push_back(open[m_values.below(open.size())].id);
        m_settled[by] = conflicts;
        m_board.settle(by, conflicts, changes);
    }
    /// The same values, in another order.
    Board madeAnew() {
        Board board;
        ChangeSet changes;
        for (auto const& [id, policy] : m_policies)
            board.put(policy, changes);
        if (m_values.oneIn(2)) {
            for (auto const& [id, unit] : m_units)
                board.put(unit, changes);
            for (auto each = m_incidents.rbegin(); each != m_incidents.rend(); ++each)
                board.put(each->second, changes);
        } else {
            for (auto const& [id, incident] : m_incidents)
                board.put(incident, changes);
            for (auto each = m_units.rbegin(); each != m_units.rend(); ++each)
                board.put(each->second, changes);
        }
        for (auto const& [by, conflicts] : m_settled)
            board.settle(by, conflicts, changes);
        return board;
    }

    IncidentId idOf(std::uint64_t which) { return incidentId(std::to_string(which)); }
    std::string callsignFrom() { return "E0" + std::to_string(m_values.below(4)); }
    std::shared_ptr<Incident const> incidentFrom() {
        std::string const name = std::to_string(m_values.below(6));
        auto builder = anIncident("20261121-000" + std::to_string(m_values.below(3)));
        for (int unit = 0; unit < 4; ++unit)
            if (m_values.oneIn(3))
                builder.withUnit("E0" + std::to_string(unit),
                                 m_values.oneIn(3) ? AssignmentState::Cleared : AssignmentState::Dispatched);
        Incident incident = *builder.made();
        incident.id = incidentId(name);
        for (auto& assignment : incident.assignments)
            assignment.id = AssignmentId(sha(name, assignment.unit));
        if (m_values.oneIn(2)) incident.sourceId = code("X-" + std::to_string(m_values.below(2)));
        if (m_values.oneIn(2)) {
            incident.state = IncidentState::Merged;
            incident.mergedInto = idOf(m_values.below(6));
            incident.closedAt = instant(nowTime);
        }
        if (m_values.oneIn(4)) incident.conflicts.push_back(conflictIn(incident.id));
        return std::make_shared<Incident const>(std::move(incident));
    }
    std::shared_ptr<Unit const> unitFrom() {
        Unit unit = *aUnit(callsignFrom())
                         .on(static_cast<DutyState>(m_values.below(4)))
                         .of(AgencyIndex{static_cast<std::uint16_t>(m_values.below(2))})
                         .made();
        if (m_values.oneIn(3)) unit.callsign = *Callsign::of(callsignFrom());
        unit.dutySince = instant(m_values.oneIn(2) ? openedTime : nowTime);
        if (m_values.oneIn(4)) unit.conflicts.push_back(conflictIn(unit.id));
        return std::make_shared<Unit const>(std::move(unit));
    }
    std::shared_ptr<AgencyPolicy const> policyFrom() {
        AgencyIndex const agency{static_cast<std::uint16_t>(m_values.below(2))};
        AgencyPolicy policy = m_values.oneIn(3) ? *aPolicy(agency).frozen().made() : *aPolicy(agency).made();
        if (m_values.oneIn(2)) policy.id = StreamId(Hash{static_cast<std::uint8_t>(0xf0 + agency.value)});
        return std::make_shared<AgencyPolicy const>(std::move(policy));
    }
    Conflict conflictIn(StreamId stream) {
        std::vector<EventId> const leaves{eventId(std::to_string(m_values.below(3)))};
        return {.id = conflictId(ConflictRule::ConcurrentValues, leaves),
                .rule = ConflictRule::ConcurrentValues,
                .stream = stream,
                .leaves = leaves,
                .concerned = {}};
    }
    static Hash sha(std::string const& incident, UnitId unit) {
        Hash hash = unit.hash();
        hash[31] = static_cast<std::uint8_t>(incident[0]);
        return hash;
    }

    ValueSource m_values;
    Board m_board;
    std::map<IncidentId, std::shared_ptr<Incident const>> m_incidents;
    std::map<UnitId, std::shared_ptr<Unit const>> m_units;
    std::map<StreamId, std::shared_ptr<AgencyPolicy const>> m_policies;
    std::map<StreamId, std::vector<ConflictId>> m_settled;
};

RC_GTEST_PROP(BoardProperty, ShowsTheSameInWhateverOrderTheValuesCame, (std::uint64_t seed)) {
    RandomBoard board(seed);
    for (int step = 0; step < 60; ++step)
        board.step();
}

} // namespace
} // namespace ob::core

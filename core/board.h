// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "core/change_set.h"
#include "core/incident.h"
#include "core/unit.h"

#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ob::core {

struct ActiveAssignment {
    IncidentId incident;
    AssignmentId assignment;
    friend auto operator<=>(ActiveAssignment const&, ActiveAssignment const&) = default;
};

/// The current shared picture: values by id, look-ups, and what follows from several streams together (R7).
/// Copying is cheap enough for a snapshot, not for every change. Owned by one thread.
class Board {
  public:
    using IncidentMap = std::unordered_map<IncidentId, std::shared_ptr<Incident const>>;
    using UnitMap = std::unordered_map<UnitId, std::shared_ptr<Unit const>>;

    /// Null when not on the board.
    std::shared_ptr<Incident const> incident(IncidentId id) const;
    std::shared_ptr<Unit const> unit(UnitId id) const;
    /// Of two streams that cut-off desks of one agency opened: one that freezes the drill, else the smaller
    /// id.
    std::shared_ptr<AgencyPolicy const> policy(AgencyIndex agency) const;

    IncidentMap const& incidents() const { return m_incidents; }
    UnitMap const& units() const { return m_units; }

    /// Several when two cut-off desks minted one number, which is a conflict.
    std::vector<IncidentId> incidentsNumbered(IncidentNumber number) const;
    std::vector<UnitId> unitsCalled(Callsign const& callsign) const;
    /// The smallest id when it was imported twice.
    std::optional<IncidentId> incidentOfSource(Code const& sourceId) const;

    /// Follows merges to the incident that goes on; the same id when it is not merged, or in a cycle.
    IncidentId survivorOf(IncidentId id) const;
    /// Active assignments of the unit on all incidents, sorted.
    std::vector<ActiveAssignment> activeAssignments(UnitId unit) const;
    /// Available, no active assignment, no distress.
    bool isDispatchable(UnitId unit) const;
    /// May `asker` send this unit itself, or only by a request to its agency?
    DispatchGrant dispatchGrant(Unit const& unit, AgencyIndex asker) const;
    /// 实情 somewhere: the drill is frozen.
    bool isFrozen() const;

    /// All open conflicts: inside streams and across them, sorted by id.
    std::vector<Conflict> conflicts() const;
    /// Those that concern this stream.
    std::vector<Conflict> conflictsOf(StreamId stream) const;

    /// Puts a new value in place of the old one, keeps look-ups and derived conflicts right, notes what
    /// changed.
    void put(std::shared_ptr<Incident const> incident, ChangeSet& changes);
    void put(std::shared_ptr<Unit const> unit, ChangeSet& changes);
    void put(std::shared_ptr<AgencyPolicy const> policy, ChangeSet& changes);
    /// Takes a finished incident off the board (it stays in the archive).
    void retire(IncidentId incident, ChangeSet& changes);
    /// Takes back a unit or a policy whose creation was never saved.
    void withdraw(StreamId stream, ChangeSet& changes);
    /// The conflicts that persons settled by events of this stream: all of them, in place of those said
    /// before.
    void settle(StreamId by, std::vector<ConflictId> const& conflicts, ChangeSet& changes);

  private:
    void place(std::shared_ptr<Incident const> const& incident, ChangeSet& changes);
    void unindex(Incident const& incident, ChangeSet& changes);
    void index(Incident const& incident, ChangeSet& changes);
    void unindex(Unit const& unit, ChangeSet& changes);
    void noteConflictsAround(Incident const& incident, ChangeSet& changes) const;
    void followMerge(Incident const& incident, ChangeSet& changes);
    bool isInCycle(IncidentId id) const;
    std::vector<Conflict> acrossStreams() const;
    bool isDoublyAssigned(UnitId unit) const;
    /// Sent although it was taken off duty.
    bool isAway(UnitId unit, ActiveAssignment const& active) const;
    bool isInQuestion(UnitId unit) const;

    IncidentMap m_incidents;
    UnitMap m_units;
    std::map<AgencyIndex, std::map<StreamId, std::shared_ptr<AgencyPolicy const>>> m_policies;
    std::map<IncidentNumber, std::vector<IncidentId>> m_byNumber;
    std::map<Callsign, std::vector<UnitId>> m_byCallsign;
    std::map<Code, std::vector<IncidentId>> m_bySource;
    std::unordered_map<UnitId, std::vector<ActiveAssignment>> m_active;
    /// Incidents whose stream says merged, as their streams say it: a cycle shows them as open.
    std::map<IncidentId, std::shared_ptr<Incident const>> m_merged;
    // Where to look for conflicts, so that nobody has to look everywhere.
    std::set<IncidentId> m_withConflict;
    std::set<UnitId> m_unitsWithConflict;
    std::set<UnitId> m_unitsInQuestion; ///< on two incidents, or assigned though off duty
    std::set<IncidentNumber> m_duplicateNumbers;
    std::set<Callsign> m_duplicateCallsigns;
    std::map<StreamId, std::vector<ConflictId>> m_settled; ///< by the stream that says so
};

} // namespace ob::core

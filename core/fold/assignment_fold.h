// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/assignment.h"
#include "core/conflict.h"
#include "core/event_body.h"
#include "core/fold/register.h"
#include "core/refusal.h"

#include <optional>
#include <vector>

namespace ob::core {

/// One assignment of an incident's stream.
class AssignmentFold {
  public:
    /// How far it is, and why it ended.
    struct Phase {
        AssignmentState state = AssignmentState::Planned;
        Code code;
        IncidentId divertedTo;
        friend bool operator==(Phase const&, Phase const&) = default;
    };

    AssignmentFold() = default;
    AssignmentFold(AssignmentId id, UnitId unit, AgencyIndex sender);

    void plan(Instant at, Placing const& placing);
    void dispatch(UnitDispatched const& fact, AgencyIndex sender, Instant at, Placing const& placing);
    void deliver(DeliveryMeans means, Instant at, Placing const& placing);
    void reach(MilestoneReached const& fact, Instant at, Placing const& placing);
    /// The time of a milestone or end, set right; absent: it was not reached.
    void correct(AssignmentState milestone, std::optional<Instant> at, Placing const& placing);
    void end(Phase phase, Instant at, Placing const& placing);
    void checkWelfare(Instant at) { m_value.welfareCheckedAt = at; }

    AssignmentId id() const { return m_value.id; }
    UnitId unit() const { return m_value.unit; }
    AssignmentState state() const;
    Assignment value() const;
    /// Ended by one who did not know that the unit had moved on.
    std::optional<Conflict> conflict(StreamId stream) const;

    // For snapshots.
    Assignment& raw() { return m_value; }
    Assignment const& raw() const { return m_value; }
    Register<Phase>& phases() { return m_phase; }
    Register<Phase> const& phases() const { return m_phase; }

  private:
    void mark(AssignmentState state, Instant at) { m_value.reachedAt[static_cast<std::size_t>(state)] = at; }
    AssignmentState furthestReached() const;
    Assignment m_value;
    Register<Phase> m_phase;
};

} // namespace ob::core

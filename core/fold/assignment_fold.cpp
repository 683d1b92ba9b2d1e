// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/assignment_fold.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Assigned before released; among active states the furthest; among ends clear before release before
/// refusal.
int safety(AssignmentFold::Phase const& phase) {
    if (isActive(phase.state)) return 16 + static_cast<int>(phase.state);
    switch (phase.state) {
    case AssignmentState::Cleared: return 3;
    case AssignmentState::Released: return 2;
    case AssignmentState::Refused: return 1;
    case AssignmentState::Planned:
    case AssignmentState::Dispatched:
    case AssignmentState::Delivered:
    case AssignmentState::Acknowledged:
    case AssignmentState::EnRoute:
    case AssignmentState::Staged:
    case AssignmentState::OnScene:
    case AssignmentState::Transporting:
    case AssignmentState::AtDestination: break;
    }
    return 0;
}

} // namespace

AssignmentFold::AssignmentFold(AssignmentId id, UnitId unit, AgencyIndex sender) {
    m_value.id = id;
    m_value.unit = unit;
    m_value.sender = sender;
}

AssignmentState AssignmentFold::state() const {
    auto const* const winner = m_phase.winner(safety);
    return winner ? winner->value.state : AssignmentState::Planned;
}

void AssignmentFold::plan(Instant at, Placing const& placing) {
    mark(AssignmentState::Planned, at);
    m_phase.write({.state = AssignmentState::Planned, .code = {}, .divertedTo = {}}, placing);
}

void AssignmentFold::dispatch(UnitDispatched const& fact, AgencyIndex sender, Instant at,
                              Placing const& placing) {
    mark(AssignmentState::Dispatched, at);
    m_value.sender = sender;
    m_value.fixAge = fact.fixAge;
    m_phase.write({.state = AssignmentState::Dispatched, .code = fact.reason, .divertedTo = {}}, placing);
}

void AssignmentFold::deliver(DeliveryMeans means, Instant at, Placing const& placing) {
    if (!m_value.at(AssignmentState::Delivered)) {
        mark(AssignmentState::Delivered, at);
        m_value.deliveredBy = means;
    }
    // A receipt that comes late says nothing about how far the unit is by now.
    if (state() <= AssignmentState::Dispatched)
        m_phase.write({.state = AssignmentState::Delivered, .code = {}, .divertedTo = {}}, placing);
}

void AssignmentFold::reach(MilestoneReached const& fact, Instant at, Placing const& placing) {
    auto next = fact.milestone;
    if (fact.correction) {
        for (auto later = static_cast<std::size_t>(fact.milestone) + 1;
             later <= static_cast<std::size_t>(AssignmentState::AtDestination); ++later)
            m_value.reachedAt[later].reset();
    } else if (auto const now = state(); isActive(now)) {
        next = std::max(now, next); // a gap is filled afterwards
    }
    mark(fact.milestone, at);
    m_phase.write({.state = next, .code = {}, .divertedTo = {}}, placing);
}

AssignmentState AssignmentFold::furthestReached() const {
    auto furthest = AssignmentState::Dispatched;
    for (auto each = AssignmentState::Delivered; each <= AssignmentState::AtDestination;
         each = static_cast<AssignmentState>(static_cast<int>(each) + 1))
        if (m_value.at(each)) furthest = each;
    return furthest;
}

void AssignmentFold::correct(AssignmentState milestone, std::optional<Instant> at, Placing const& placing) {
    m_value.reachedAt[static_cast<std::size_t>(milestone)] = at;
    auto const now = state();
    auto next = now;
    if (at && !hasEnded(now)) next = std::max(now, milestone);
    if (!at && milestone == now) next = furthestReached();
    if (next != now) m_phase.write({.state = next, .code = {}, .divertedTo = {}}, placing);
}

void AssignmentFold::end(Phase phase, Instant at, Placing const& placing) {
    mark(phase.state, at);
    m_phase.write(std::move(phase), placing);
}

Assignment AssignmentFold::value() const {
    Assignment value = m_value;
    auto const* const winner = m_phase.winner(safety);
    if (!winner) return value;
    value.state = winner->value.state;
    bool const cleared = value.state == AssignmentState::Cleared;
    value.disposition = cleared ? winner->value.code : Code();
    value.reason = cleared ? Code() : winner->value.code;
    value.divertedTo = winner->value.divertedTo;
    // The time of an end that did not stand is no milestone.
    for (auto const end : {AssignmentState::Cleared, AssignmentState::Released, AssignmentState::Refused})
        if (end != value.state) value.reachedAt[static_cast<std::size_t>(end)].reset();
    return value;
}

std::optional<Conflict> AssignmentFold::conflict(StreamId stream) const {
    if (m_phase.writes().size() < 2 || !isActive(state())) return std::nullopt;
    bool const endedBeside = std::any_of(m_phase.writes().begin(), m_phase.writes().end(),
                                         [](auto const& each) { return hasEnded(each.value.state); });
    if (!endedBeside) return std::nullopt;
    return Conflict{.id = conflictId(ConflictRule::AssignedWon, m_phase.leaves()),
                    .rule = ConflictRule::AssignedWon,
                    .stream = stream,
                    .leaves = m_phase.leaves(),
                    .concerned = {m_value.unit},
                    .field = 0,
                    .settled = false};
}

} // namespace ob::core

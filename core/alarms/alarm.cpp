// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/alarms/alarm.h"

#include "core/crypto/sha256.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

AlarmPriority priorityFor(Priority incidents) {
    switch (incidents) {
    case Priority::P1: return AlarmPriority::High;
    case Priority::P2: return AlarmPriority::Medium;
    case Priority::P3:
    case Priority::P4: return AlarmPriority::Low;
    }
    return AlarmPriority::Low;
}

/// Collects what this desk has to act upon.
class AlarmList {
  public:
    AlarmList(AlarmSources const& from, Instant now) : m_from(from), m_now(now) {}

    std::vector<Alarm> all() {
        for (auto const& [id, unit] : m_from.board.units())
            if (unit->distress) addDistress(*unit);
        for (auto const& entry : m_from.queue)
            if (entry.next && entry.next->due < m_now)
                for (auto const& limit : timeLimitsOf(*entry.incident, m_from.rules))
                    if (limit.due < m_now) add(*entry.incident, limit);
        for (auto const& peer : m_from.lostPeers)
            if (peer.since + linkLostWithin < m_now) add(peer);
        if (m_from.readOnlySince) addReadOnly(*m_from.readOnlySince);
        std::ranges::sort(m_alarms, {}, [](Alarm const& alarm) {
            return std::tuple(!alarm.isDistress(), alarm.priority, alarm.since, alarm.id);
        });
        return std::move(m_alarms);
    }

  private:
    AlarmStage stageAfter(Instant since, Duration repeat) const {
        return since + repeat < m_now ? AlarmStage::Again : AlarmStage::First;
    }

    void addDistress(Unit const& unit) {
        m_alarms.push_back({.id = {.kind = AlarmKind::Distress, .subject = unit.distress->id.hash()},
                            .priority = AlarmPriority::High,
                            .stage = stageAfter(unit.distress->raisedAt, distressRepeat),
                            .since = unit.distress->raisedAt,
                            .incident = workplaceOf(unit),
                            .unit = unit.id,
                            .agency = unit.agency,
                            .peer = {}});
    }
    /// Where it called from, else where it is sent.
    IncidentId workplaceOf(Unit const& unit) const {
        auto const said = m_from.board.survivorOf(unit.distress->incident);
        if (m_from.board.incident(said)) return said;
        auto const active = m_from.board.activeAssignments(unit.id);
        return active.empty() ? IncidentId() : active.front().incident;
    }

    void add(Incident const& incident, TimeLimit const& limit) {
        auto const* const assignment = limit.unit.isNil() ? nullptr : incident.assignmentOf(limit.unit);
        auto const unit = m_from.board.unit(limit.unit);
        // A unit that is not known here is the business of who sent it.
        auto const crews = unit         ? std::optional(unit->agency)
                           : assignment ? std::optional(assignment->sender)
                                        : std::nullopt;
        Alarm alarm{.id = {},
                    .priority = priorityFor(incident.priority),
                    .stage = AlarmStage::First,
                    .since = limit.due,
                    .incident = incident.id,
                    .unit = limit.unit,
                    .agency = crews,
                    .peer = {}};
        switch (limit.clock) {
        case LimitClock::Assign:
            if (incident.responsible() == m_from.own) addUnassigned(incident, std::move(alarm));
            return;
        case LimitClock::Deliver:
            if (!assignment || assignment->sender != m_from.own) return;
            alarm.id = {.kind = AlarmKind::Undelivered, .subject = assignment->id.hash()};
            alarm.stage = stageAfter(limit.due, deliverWithin);
            break;
        case LimitClock::Acknowledge:
            if (!assignment || crews != m_from.own) return;
            alarm.id = {.kind = AlarmKind::NotAcknowledged, .subject = assignment->id.hash()};
            alarm.stage = stageAfter(limit.due, acknowledgeWithin);
            break;
        case LimitClock::Welfare:
            if (assignment && crews == m_from.own) addWelfare(*assignment, std::move(alarm));
            return;
        case LimitClock::Answer:
        case LimitClock::OnScene: return;
        }
        m_alarms.push_back(std::move(alarm));
    }

    /// Sent and left again is another occurrence.
    void addUnassigned(Incident const& incident, Alarm alarm) {
        auto const sent = std::ranges::count_if(incident.assignments, [](Assignment const& each) {
            return each.at(AssignmentState::Dispatched).has_value();
        });
        alarm.id = {.kind = AlarmKind::Unassigned,
                    .subject = incident.id.hash(),
                    .occurrence = static_cast<std::uint64_t>(sent)};
        alarm.stage = stageAfter(alarm.since, assignWithin(incident.priority));
        alarm.agency = incident.responsible();
        m_alarms.push_back(std::move(alarm));
    }

    /// Each check that is missed is an alarm of its own.
    void addWelfare(Assignment const& assignment, Alarm alarm) {
        alarm.id = {.kind = AlarmKind::WelfareMissed,
                    .subject = assignment.id.hash(),
                    .occurrence = static_cast<std::uint64_t>(alarm.since.milliseconds())};
        alarm.stage = stageAfter(alarm.since + welfareRepeat, welfareRepeat) == AlarmStage::Again
                          ? AlarmStage::Distress
                          : stageAfter(alarm.since, welfareRepeat);
        alarm.priority = alarm.stage == AlarmStage::First ? AlarmPriority::Medium : AlarmPriority::High;
        m_alarms.push_back(std::move(alarm));
    }

    void add(AlarmSources::LostPeer const& peer) {
        auto const since = peer.since + linkLostWithin;
        m_alarms.push_back({.id = {.kind = AlarmKind::LinkDown,
                                   .subject = sha256(viewOf(peer.name)),
                                   .occurrence = static_cast<std::uint64_t>(peer.since.milliseconds())},
                            .priority = peer.isAgencyReached ? AlarmPriority::Low : AlarmPriority::Medium,
                            .stage = stageAfter(since, linkLostWithin),
                            .since = since,
                            .incident = {},
                            .unit = {},
                            .agency = peer.agency,
                            .peer = peer.name});
    }

    void addReadOnly(Instant since) {
        m_alarms.push_back({.id = {.kind = AlarmKind::StorageReadOnly,
                                   .occurrence = static_cast<std::uint64_t>(since.milliseconds())},
                            .priority = AlarmPriority::High,
                            .stage = stageAfter(since, storageRepeat),
                            .since = since,
                            .incident = {},
                            .unit = {},
                            .agency = m_from.own,
                            .peer = {}});
    }

    AlarmSources const& m_from;
    Instant m_now;
    std::vector<Alarm> m_alarms;
};

} // namespace

std::vector<Alarm> alarmsOf(AlarmSources const& from, Instant now) { return AlarmList(from, now).all(); }

std::vector<AlarmGroup> byIncident(std::vector<Alarm> const& alarms) {
    std::vector<AlarmGroup> groups;
    for (auto const& alarm : alarms) {
        auto const found = std::ranges::find_if(groups, [&](AlarmGroup const& group) {
            return group.incident == alarm.incident
                   && (!alarm.incident.isNil() || group.alarms.front().id.kind == alarm.id.kind);
        });
        if (found != groups.end())
            found->alarms.push_back(alarm);
        else
            groups.push_back({.incident = alarm.incident, .alarms = {alarm}});
    }
    return groups;
}

} // namespace ob::core

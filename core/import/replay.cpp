// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/replay.h"

#include "core/import/source_key.h"
#include "core/import/submission.h"
#include "core/record_intents.h"
#include "core/unit_called.h"

namespace ob::core {
namespace {

using Kind = ReplayStep::Kind;

std::uint64_t milestoneKey(ReplayStep const& step) {
    return std::uint64_t{step.run} << 8 | static_cast<std::uint64_t>(step.milestone);
}

/// What the record says when the list has it.
Code codeIn(CodeList const& list, Code const& recorded, char const* otherwise) {
    bool const known = !recorded.isEmpty() && (list.empty() || list.byCode(recorded.text()));
    return known ? recorded : *Code::of(otherwise);
}

} // namespace

Replay::Replay(ReplayScript const& script, Mapping const& mapping, Times times, Surroundings surroundings,
               Listener listener)
    : m_script(script), m_mapping(mapping), m_times(times), m_around(std::move(surroundings)),
      m_listener(std::move(listener)), m_incidents(script.calls.size()), m_units(script.units.size()),
      m_running(script.runs.size()), m_inexact(script.runs.size()) {}

void Replay::perform(ReplayStep const& step) {
    if (isPassedOver(step)) return;
    switch (step.kind) {
    case Kind::Open: open(step); break;
    case Kind::Offer: offer(step); break;
    case Kind::See: see(step); break;
    case Kind::Send: send(step); break;
    case Kind::Deliver:
    case Kind::Reach:
    case Kind::Correct: reach(step); break;
    case Kind::Clear:
    case Kind::Release:
    case Kind::Refuse: end(step); break;
    case Kind::Note: note(step); break;
    case Kind::Resolve:
    case Kind::Verify: close(step); break;
    }
    if (!step.lastOfRow) return;
    ReplayRun const& run = m_script.runs[step.run];
    ShortHash const digest = m_inexact[step.run] ? ShortHash() : run.digest;
    remember(rowSourceKey(m_mapping, run.rowKey), step, digest, run.incidentDigest);
}

bool Replay::isPassedOver(ReplayStep const& step) const {
    if (step.kind == Kind::Open) return false;
    // A unit whose first call is passed over is seen with its next one.
    if (incidentOf(step).isNil()) return true;
    if (step.run == ReplayStep::none || step.kind == Kind::See || step.kind == Kind::Send) return false;
    return !m_running[step.run];
}

void Replay::open(ReplayStep const& step) {
    ReplayCall const& call = m_script.calls[step.call];
    std::string const key = incidentSourceKey(m_mapping, call.key);
    if (m_around.memory.find(sourceHash(key))) {
        ++m_report.skipped;
        return;
    }
    Desk& desk = m_around.desk;
    IncidentNumber const number = desk.context(m_around.session).nextNumber;
    OpenIncident asked = openingOf(call.record, number);
    if (m_times == Times::Now) asked.receivedAt.reset();
    if (auto refusal = submit(asked, step.occurredAt, m_around.session))
        return refuse(step, *std::move(refusal));
    m_incidents[step.call] = desk.board().incidentsNumbered(number).front();
    ++m_report.incidents;
    remember(key, step, call.digest, call.digest);
    tell(step, {});
}

void Replay::offer(ReplayStep const& step) {
    auto const agency = m_script.calls[step.call].record.routedTo;
    if (!agency || *agency == m_around.desk.profile().agency) return;
    submit(step, OfferLead{.incident = incidentOf(step), .agency = *agency, .phase = {}, .rule = {}});
}

/// The unit of a run: what the desk knows by its callsign.
UnitId Replay::unitOf(ReplayStep const& step) const {
    return step.run == ReplayStep::none ? UnitId() : m_units[m_script.runs[step.run].unit];
}

void Replay::see(ReplayStep const& step) {
    Desk& desk = m_around.desk;
    std::uint32_t const index = m_script.runs[step.run].unit;
    if (!m_units[index].isNil()) return;
    RecordedUnit const& record = m_script.units[index];
    auto const held = [&] { return unitCalled(record.callsign, desk.profile().agency, desk.board()); };
    if (auto const known = held()) {
        m_units[index] = known->id;
        if (known->duty == DutyState::OffDuty || known->duty == DutyState::Unavailable)
            submit(step, SetDuty{{known->id}, DutyState::Available, {}, {}, {}, {}}, known->id);
        return;
    }
    if (auto refusal = submit(registrationOf(record), step.occurredAt, m_around.session))
        return refuse(step, *std::move(refusal));
    m_units[index] = held()->id;
    ++m_report.units;
    tell(step, m_units[index]);
}

void Replay::send(ReplayStep const& step) {
    ReplayStep sight = step; // when its first call was passed over
    sight.kind = Kind::See;
    see(sight);
    UnitId const unit = unitOf(step);
    if (unit.isNil()) return; // refused, and told
    m_running[step.run] =
        submit(step, DispatchUnits{.units = {unit}, .incident = incidentOf(step), .reason = {}}, unit);
}

void Replay::reach(ReplayStep const& step) {
    UnitId const unit = unitOf(step);
    if (step.kind == Kind::Deliver) {
        submit(step, RecordDelivery{unit, incidentOf(step), DeliveryMeans::Machine, {}}, unit);
        return;
    }
    if (m_lost.contains(milestoneKey(step))) return; // comes again after a correction
    auto const held = m_around.desk.board().incident(incidentOf(step));
    auto const* const assignment = held ? held->assignmentOf(unit) : nullptr;
    // Where the later ones were refused there is nothing to take back.
    bool const correction = step.kind == Kind::Correct && assignment && assignment->state >= step.milestone;
    ReachMilestone const asked{
        .units = {unit}, .incident = incidentOf(step), .milestone = step.milestone, .correction = correction};
    if (!submit(step, asked, unit))
        m_lost.insert(milestoneKey(step));
    else if (correction)
        ++m_report.corrections;
}

void Replay::end(ReplayStep const& step) {
    UnitId const unit = unitOf(step);
    IncidentId const incident = incidentOf(step);
    Code const& recorded = m_script.runs[step.run].record.disposition;
    auto const& lists = m_around.desk.rules().lists();
    if (step.kind == Kind::Refuse) {
        submit(step, RefuseAssignment{unit, incident, codeIn(lists.refusals, recorded, "OTHER")}, unit);
        return;
    }
    auto const held = m_around.desk.board().incident(incident);
    auto const* const assignment = held ? held->assignmentOf(unit) : nullptr;
    // A milestone on scene may have been refused.
    bool const cleared =
        step.kind == Kind::Clear && assignment && assignment->state >= AssignmentState::OnScene;
    if (cleared) {
        submit(step, ClearUnits{{unit}, incident, codeIn(lists.dispositions, recorded, "OTHER")}, unit);
    } else if (submit(step, ReleaseUnits{{unit}, incident, codeIn(lists.releases, recorded, "NOT-NEEDED")},
                      unit)) {
        ++m_report.released;
        m_inexact[step.run] = true;
    }
}

void Replay::note(ReplayStep const& step) {
    m_around.desk.recall(incidentOf(step)); // may be finished and archived by now
    submit(step, AddNote{.incident = incidentOf(step), .text = m_script.notes[step.note]});
}

void Replay::close(ReplayStep const& step) {
    auto const held = m_around.desk.board().incident(incidentOf(step));
    bool const verifies = step.kind == Kind::Verify;
    // Verified already when its type wants no check; open still when the first closing was refused.
    if (!held || held->state != (verifies ? IncidentState::Resolved : IncidentState::Open)) return;
    CloseIncident const asked{.incident = held->id,
                              .code = codeIn(m_around.desk.rules().lists().dispositions,
                                             m_script.calls[step.call].disposition, "OTHER"),
                              .text = {}};
    auto const& session = verifies ? m_around.verifier : m_around.session;
    if (auto refusal = submit(asked, step.occurredAt, session)) return refuse(step, *std::move(refusal));
    tell(step, {});
}

bool Replay::submit(ReplayStep const& step, Intent intent, UnitId unit) {
    if (auto refusal = submit(std::move(intent), step.occurredAt, m_around.session)) {
        refuse(step, *std::move(refusal));
        return false;
    }
    tell(step, unit);
    return true;
}

std::optional<Refusal> Replay::submit(Intent intent, Instant occurredAt, OperatorSession const& session) {
    Command command{.intent = std::move(intent), .occurredAt = {}, .source = Source::Operator};
    if (m_times == Times::Recorded) command.occurredAt = occurredAt;
    return refusalOf(m_around.desk, command, session, Lane::Live, [this](Receipt const& receipt) {
        if (m_listener.committed) m_listener.committed(receipt);
    });
}

void Replay::tell(ReplayStep const& step, UnitId unit) {
    ++m_report.commands;
    bool const ofUnitAlone = step.kind == Kind::See;
    if (m_listener.performed)
        m_listener.performed(
            {.step = step, .incident = ofUnitAlone ? IncidentId() : incidentOf(step), .unit = unit});
}

void Replay::refuse(ReplayStep const& step, Refusal refusal) {
    ++m_report.refusals;
    if (step.run != ReplayStep::none) m_inexact[step.run] = true;
    RefusedRow row{step.line, std::move(refusal)};
    if (m_listener.refused) m_listener.refused(row);
    if (m_report.refused.size() < ImportReport::maxRefused) m_report.refused.push_back(std::move(row));
}

/// An import of the same file finds that it has been taken; where the times are others, it sets them right.
void Replay::remember(std::string const& key, ReplayStep const& step, ShortHash digest, ShortHash incident) {
    SourceEntry entry{.key = sourceHash(key), .stream = incidentOf(step), .digest = {}, .incident = {}};
    if (m_times == Times::Recorded) {
        entry.digest = digest;
        entry.incident = incident;
    }
    m_around.desk.remember(entry);
}

} // namespace ob::core

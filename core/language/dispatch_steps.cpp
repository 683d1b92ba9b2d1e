// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb_steps.h"

namespace ob::core {
namespace {

std::optional<NumberedIncident> workplace(UnitId unit, IncidentId incident, Board const& board) {
    auto const work = workAt(unit, incident, board);
    return work ? std::optional(work->incident) : std::nullopt;
}

/// The order may be on its way to the crew or with it.
bool hasReachedCrew(AssignmentState state) { return isActive(state) && state >= AssignmentState::Delivered; }

void addLeaving(Step const& step, UnitId unit, IncidentId incident, Code const& reason) {
    auto const work = workAt(unit, incident, step.surroundings.board);
    if (!work) return;
    step.out.parts.push_back(part::UnitLeaves{unit, work->incident, reason});
    if (hasReachedCrew(work->state)) step.out.parts.push_back(part::MustBeTold{unit});
}

void warnOfHolders(Step const& step, std::vector<UnitId> const& units, IncidentId incident) {
    if (!incident.isNil()) return warnOfHolder(step.out, incident, step.surroundings);
    for (UnitId const unit : units)
        if (auto const work = workAt(unit, incident, step.surroundings.board))
            warnOfHolder(step.out, work->incident.id, step.surroundings);
}

/// Nil stays nil only where the units work on different incidents.
IncidentId incidentOf(Step const& step, std::vector<UnitId> const& units) {
    IncidentId const named = step.in.incidentIfAny();
    return named.isNil() ? commonIncident(units, step.surroundings.board) : named;
}

} // namespace

Intent dispatch(Step step) {
    auto const& [in, out, surroundings, line] = step;
    DispatchUnits sending;
    sending.units = in.units();
    sending.incident = in.incident();
    sending.reason = in.codeOfRest(Argument::Sent);
    in.finish();
    if (!in.isGood()) return sending;
    for (UnitId const unit : sending.units) {
        addSending(out, unit, surroundings);
        for (Work const& work : workOf(unit, surroundings.board)) {
            if (work.incident.id == sending.incident) continue;
            out.parts.push_back(part::AlreadyEngaged{unit, work.incident});
            warn(out, Amber::BusyUnit);
        }
    }
    addDestination(out, sending.incident, surroundings);
    warnOfHolder(out, sending.incident, surroundings);
    return sending;
}

Intent plan(Step step) {
    auto const& [in, out, surroundings, line] = step;
    PlanUnits planning;
    planning.units = in.units();
    planning.incident = in.incident();
    in.finish();
    if (!in.isGood()) return planning;
    for (UnitId const unit : planning.units) {
        out.parts.push_back(part::PlansUnit{unit});
        warnOfAgency(out, unit, surroundings);
    }
    addDestination(out, planning.incident, surroundings);
    warnOfHolder(out, planning.incident, surroundings);
    return planning;
}

/// `DV unit to`, or `DV unit from to` when the unit works on several.
Intent divert(Step step) {
    auto const& [in, out, surroundings, line] = step;
    DivertUnit diversion;
    diversion.unit = in.unit();
    diversion.to = in.incident();
    if (in.hasMore() && looksLikeIncident(in.peek())) {
        diversion.from = diversion.to;
        diversion.to = in.incident(Among::Open, Argument::Into);
    } else if (auto const work = workAt(diversion.unit, {}, surroundings.board)) {
        diversion.from = work->incident.id;
    }
    diversion.reason = in.codeOfRest(Argument::Released);
    in.finish();
    if (!in.isGood()) return diversion;
    addLeaving(step, diversion.unit, diversion.from, diversion.reason);
    addSending(out, diversion.unit, surroundings);
    addDestination(out, diversion.to, surroundings);
    addLosses(out, {diversion.unit}, diversion.from, surroundings);
    warnOfHolder(out, diversion.to, surroundings);
    return diversion;
}

Intent release(Step step) {
    auto const& [in, out, surroundings, line] = step;
    ReleaseUnits releasing;
    releasing.units = in.units();
    releasing.incident = incidentOf(step, releasing.units);
    releasing.reason = in.requiredCode(Argument::Released);
    in.finish();
    if (!in.isGood()) return releasing;
    for (UnitId const unit : releasing.units) {
        addLeaving(step, unit, releasing.incident, releasing.reason);
        warnOfAgency(out, unit, surroundings);
    }
    addLosses(out, releasing.units, releasing.incident, surroundings);
    addRemaining(out, releasing.units, releasing.incident, surroundings);
    warnOfHolders(step, releasing.units, releasing.incident);
    return releasing;
}

Intent reach(Step step, AssignmentState milestone) {
    auto const& [in, out, surroundings, line] = step;
    ReachMilestone reaching;
    reaching.milestone = milestone;
    reaching.units = in.units();
    reaching.incident = incidentOf(step, reaching.units);
    in.finish();
    if (!in.isGood()) return reaching;
    for (UnitId const unit : reaching.units) {
        auto const work = workAt(unit, reaching.incident, surroundings.board);
        // The same milestone again with a time typed corrects when it was.
        bool const isBackward =
            work && (milestone < work->state || (milestone == work->state && line.time.has_value()));
        out.parts.push_back(part::ReachesMilestone{unit, work ? std::optional(work->incident) : std::nullopt,
                                                   milestone, isBackward});
        warnOfAgency(out, unit, surroundings);
        if (!isBackward) continue;
        reaching.correction = true;
        warn(out, Amber::Backward);
    }
    return reaching;
}

Intent clear(Step step) {
    auto const& [in, out, surroundings, line] = step;
    ClearUnits clearing;
    clearing.units = in.units();
    clearing.incident = incidentOf(step, clearing.units);
    clearing.disposition = in.requiredCode(Argument::Disposition);
    in.finish();
    if (!in.isGood()) return clearing;
    for (UnitId const unit : clearing.units) {
        out.parts.push_back(part::ClearsUnit{unit, workplace(unit, clearing.incident, surroundings.board),
                                             clearing.disposition});
        warnOfAgency(out, unit, surroundings);
    }
    addRemaining(out, clearing.units, clearing.incident, surroundings);
    return clearing;
}

Intent refuseAssignment(Step step) {
    auto const& [in, out, surroundings, line] = step;
    RefuseAssignment refusing;
    refusing.unit = in.unit();
    refusing.incident = incidentOf(step, {refusing.unit});
    refusing.reason = in.requiredCode(Argument::Refused);
    in.finish();
    if (!in.isGood()) return refusing;
    out.parts.push_back(part::CannotGo{
        refusing.unit, workplace(refusing.unit, refusing.incident, surroundings.board), refusing.reason});
    warnOfAgency(out, refusing.unit, surroundings);
    addLosses(out, {refusing.unit}, refusing.incident, surroundings);
    addRemaining(out, {refusing.unit}, refusing.incident, surroundings);
    return refusing;
}

Intent tellByVoice(Step step) {
    auto const& [in, out, surroundings, line] = step;
    RecordDelivery telling;
    telling.unit = in.unit();
    telling.incident = incidentOf(step, {telling.unit});
    telling.contact = in.sentence(Argument::Contact);
    if (in.isGood() && telling.contact.empty()) in.miss(Argument::Contact);
    in.finish();
    if (!in.isGood()) return telling;
    out.parts.push_back(part::ToldByVoice{
        telling.unit, workplace(telling.unit, telling.incident, surroundings.board), telling.contact});
    warnOfAgency(out, telling.unit, surroundings);
    return telling;
}

} // namespace ob::core

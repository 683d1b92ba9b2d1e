// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Units in distress on the incident, or on what was merged into it: nothing closes over them.
Hindrance distressOn(Incident const& incident, std::vector<HeldAssignment> const& active,
                     Occasion const& occasion) {
    Board const& board = occasion.board;
    std::vector<std::string> callsigns;
    for (auto const& [id, unit] : board.units()) {
        if (!unit->distress) continue;
        IncidentId const where = unit->distress->incident;
        bool const here = !where.isNil() && (where == incident.id || board.survivorOf(where) == incident.id);
        bool const sent = std::any_of(active.begin(), active.end(),
                                      [&](auto const& each) { return each.assignment->unit == unit->id; });
        if (here || sent) callsigns.push_back(shownUnit(*unit, occasion.context));
    }
    if (callsigns.empty()) return {};
    std::sort(callsigns.begin(), callsigns.end());
    return Refusal{RefusalCode::UnitInDistress, std::move(callsigns)};
}

/// Neither distress nor anybody still working.
Hindrance hindersEnding(std::shared_ptr<Incident const> const& incident, Occasion const& occasion) {
    auto const active = activeOn(occasion.board, incident);
    if (auto distress = distressOn(*incident, active, occasion)) return distress;
    if (active.empty()) return {};
    Refusal refusal{RefusalCode::ActiveAssignments, {incident->number.text()}};
    for (HeldAssignment const& each : active) {
        auto const unit = occasion.board.unit(each.assignment->unit);
        refusal.subjects.push_back(unit ? shownUnit(*unit, occasion.context)
                                        : shownId(each.assignment->unit.hash()));
    }
    return refusal;
}

/// Plans end with the incident.
Drafts releasesOfPlans(Incident const& incident, Occasion const& occasion) {
    Drafts drafts;
    for (Assignment const& each : incident.assignments)
        if (each.state == AssignmentState::Planned)
            drafts.push_back(
                makeDraft(occasion, incident.id, AssignmentReleased{each.id, *Code::of("NOT-NEEDED"), {}}));
    return drafts;
}

Result<Drafts> resolve(CloseIncident const& asked, std::shared_ptr<Incident const> const& incident,
                       Occasion const& occasion) {
    RuleBook const& rules = *occasion.context.rules;
    if (incident->responsible() != occasion.context.agency)
        return refuse(RefusalCode::NotLead, {incident->number.text()});
    if (auto hindrance = hindersEnding(incident, occasion)) return refuse(hindrance);
    if (asked.code.isEmpty()) return refuse(RefusalCode::DispositionRequired, {incident->number.text()});
    if (auto unknown = unknownCode(rules.lists().dispositions, asked.code)) return refuse(unknown);
    Drafts drafts = releasesOfPlans(*incident, occasion);
    drafts.push_back(makeDraft(occasion, incident->id, IncidentResolved{asked.code}));
    addJointText(drafts.back(), asked.text);
    // A type that this rule book does not know is checked: the safe side.
    auto const* const type = rules.type(incident->type.text());
    // Another system's file says it is over: whoever checked it did so there.
    bool const recorded = occasion.circumstance.source == Source::Import;
    if (recorded || (type && !type->needsVerification))
        drafts.push_back(makeDraft(occasion, incident->id, IncidentClosed{asked.code, true}));
    return drafts;
}

/// The verifier is another person than the resolver. Persons are known by name inside the resolver's agency;
/// without a name the position counts.
bool isResolver(Incident const& incident, Context const& context) {
    if (incident.responsible() != context.agency) return false;
    if (incident.resolvedByOperator && !context.operatorName.empty())
        return *incident.resolvedByOperator == context.operatorName;
    return incident.resolvedBy == context.position;
}

Result<Drafts> verify(CloseIncident const& asked, std::shared_ptr<Incident const> const& incident,
                      Occasion const& occasion) {
    if (isResolver(*incident, occasion.context))
        return refuse(RefusalCode::SameOperator, {incident->number.text()});
    if (auto hindrance = hindersEnding(incident, occasion)) return refuse(hindrance);
    if (asked.code.isEmpty()) return refuse(RefusalCode::DispositionRequired, {incident->number.text()});
    auto const& lists = occasion.context.rules->lists();
    if (auto unknown = unknownCode(lists.verificationResults, lists.dispositions, asked.code))
        return refuse(unknown);
    Drafts drafts{makeDraft(occasion, incident->id, IncidentClosed{asked.code, false})};
    addJointText(drafts.back(), asked.text);
    return drafts;
}

bool answersFor(Incident const& incident, Occasion const& occasion) {
    AgencyIndex const agency = occasion.context.agency;
    return incident.lead == agency || incident.firstReceiver == agency || isSupervisor(occasion);
}

} // namespace

Result<Drafts> draftsOf(CloseIncident const& asked, Occasion const& occasion) {
    auto const incident =
        incidentIn(occasion, asked.incident, {IncidentState::Open, IncidentState::Resolved});
    if (!incident) return tl::unexpected(incident.error());
    if (auto over = textTooLong(asked.text)) return refuse(over);
    return (*incident)->isOpen() ? resolve(asked, *incident, occasion) : verify(asked, *incident, occasion);
}

Result<Drafts> draftsOf(ReopenIncident const& asked, Occasion const& occasion) {
    auto const incident = writableIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    Incident const& closed = **incident;
    if (closed.isOpen()) return refuse(RefusalCode::IncidentStillOpen, {closed.number.text()});
    if (closed.state != IncidentState::Resolved && closed.state != IncidentState::Closed)
        return refuse(RefusalCode::TransitionNotAllowed,
                      {closed.number.text(), std::string(nameOf(closed.state)),
                       std::string(nameOf(IncidentState::Open))});
    if (!answersFor(closed, occasion)) return refuse(RefusalCode::NotLead, {closed.number.text()});
    if (asked.reason.isEmpty() && asked.text.empty()) return refuse(RefusalCode::ReasonRequired, {"REOPEN"});
    if (auto unknown = unknownCode(occasion.context.rules->lists().reopenReasons, asked.reason))
        return refuse(unknown);
    if (auto over = textTooLong(asked.text)) return refuse(over);
    Draft draft = makeDraft(occasion, closed.id, IncidentReopened{asked.reason});
    addJointText(draft, asked.text);
    return Drafts{std::move(draft)};
}

/// By who answers for it: another agency's mistake is not ours to strike out.
Result<Drafts> draftsOf(VoidIncident const& asked, Occasion const& occasion) {
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    Incident const& mistaken = **incident;
    if (auto role = needsDispatcher(occasion)) return refuse(role);
    if (!answersFor(mistaken, occasion)) return refuse(RefusalCode::NotLead, {mistaken.number.text()});
    if (auto hindrance = hindersEnding(*incident, occasion)) return refuse(hindrance);
    bool const visited =
        std::any_of(mistaken.assignments.begin(), mistaken.assignments.end(), [](auto const& each) {
            return each.wasOnScene() || each.at(AssignmentState::Transporting)
                   || each.at(AssignmentState::AtDestination);
        });
    if (visited) return refuse(RefusalCode::SomebodyWasOnScene, {mistaken.number.text()});
    if (auto missing = needsCode(occasion.context.rules->lists().voids, asked.reason, "VOID"))
        return refuse(missing);
    Drafts drafts = releasesOfPlans(mistaken, occasion);
    drafts.push_back(makeDraft(occasion, mistaken.id, IncidentVoided{asked.reason}));
    return drafts;
}

Result<Drafts> draftsOf(ReferIncident const& asked, Occasion const& occasion) {
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    Incident const& referred = **incident;
    if (referred.firstReceiver != occasion.context.agency)
        return refuse(RefusalCode::NotFirstReceiver, {referred.number.text()});
    if (auto hindrance = hindersEnding(*incident, occasion)) return refuse(hindrance);
    auto const& lists = occasion.context.rules->lists();
    if (asked.target.isEmpty()) return refuse(RefusalCode::MissingArgument, {"target"});
    if (auto unknown = unknownCode(lists.referralTargets, asked.target)) return refuse(unknown);
    if (auto unknown = unknownCode(lists.referralReasons, lists.dispositions, asked.reason))
        return refuse(unknown);
    Drafts drafts = releasesOfPlans(referred, occasion);
    drafts.push_back(
        makeDraft(occasion, referred.id, IncidentReferred{asked.target, asked.reason, asked.outsideNumber}));
    return drafts;
}

} // namespace ob::core

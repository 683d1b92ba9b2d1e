// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb_steps.h"

#include <algorithm>

namespace ob::core {
namespace {

using IncidentPtr = std::shared_ptr<Incident const>;

/// Null after a refusal.
IncidentPtr onBoard(Step const& step, IncidentId id) {
    return step.in.isGood() ? step.surroundings.board.incident(id) : nullptr;
}

NumberedIncident named(Incident const& incident) { return {incident.id, incident.number}; }

/// What is typed must be there: it stands in the record.
std::string requiredReason(Step const& step) {
    std::string reason = step.in.sentence(Argument::Reason);
    if (step.in.isGood() && reason.empty())
        step.in.refuse(RefusalCode::ReasonRequired, {std::string(step.line.verb->word)});
    return reason;
}

std::size_t plannedUnits(Incident const& incident) {
    return static_cast<std::size_t>(
        std::count_if(incident.assignments.begin(), incident.assignments.end(),
                      [](Assignment const& each) { return each.state == AssignmentState::Planned; }));
}

std::size_t openConflicts(IncidentId incident, Board const& board) {
    auto const conflicts = board.conflictsOf(incident);
    return static_cast<std::size_t>(std::count_if(conflicts.begin(), conflicts.end(),
                                                  [](Conflict const& each) { return !each.settled; }));
}

bool needsCheck(Incident const& incident, RuleBook const& rules) {
    auto const* const type = rules.type(incident.type.text());
    return type == nullptr || type->needsVerification;
}

} // namespace

Intent offerLead(Step step) {
    auto const& [in, out, surroundings, line] = step;
    OfferLead offering;
    offering.incident = in.incident();
    offering.agency = in.agency();
    offering.phase = in.codeOfRest(Argument::Phase);
    in.finish();
    auto const incident = onBoard(step, offering.incident);
    if (!incident) return offering;
    out.parts.push_back(part::OffersLead{named(*incident), offering.agency, offering.phase});
    out.parts.push_back(part::StaysResponsible{incident->responsible()});
    warnOfHolder(out, offering.incident, surroundings);
    return offering;
}

Intent acceptLead(Step step) {
    auto const& [in, out, surroundings, line] = step;
    AcceptLead accepting{in.incident()};
    in.finish();
    if (auto const incident = onBoard(step, accepting.incident))
        out.parts.push_back(part::AcceptsLead{named(*incident), incident->responsible()});
    return accepting;
}

Intent refer(Step step) {
    auto const& [in, out, surroundings, line] = step;
    ReferIncident referring;
    referring.incident = in.incident();
    referring.target = in.code(Argument::Target);
    referring.outsideNumber = in.trailingOutsideNumber();
    referring.reason = in.codeOfRest(Argument::Referred);
    in.finish();
    auto const incident = onBoard(step, referring.incident);
    if (!incident) return referring;
    out.parts.push_back(part::Refers{named(*incident), referring.target, referring.reason});
    out.parts.push_back(part::StaysResponsible{incident->firstReceiver});
    warnOfHolder(out, referring.incident, surroundings);
    return referring;
}

Intent link(Step step) {
    auto const& [in, out, surroundings, line] = step;
    LinkIncidents linking;
    linking.incident = in.incident(Among::Known);
    linking.other = in.incident(Among::Known, Argument::Into);
    linking.text = in.sentence(Argument::Reason);
    if (in.isGood())
        out.parts.push_back(part::Links{numbered(linking.incident, surroundings.board),
                                        numbered(linking.other, surroundings.board)});
    return linking;
}

Intent merge(Step step) {
    auto const& [in, out, surroundings, line] = step;
    MergeIncident merging;
    merging.absorbed = in.incident();
    merging.survivor = in.incident(Among::Open, Argument::Into);
    merging.text = requiredReason(step);
    if (!in.isGood()) return merging;
    Board const& board = surroundings.board;
    out.parts.push_back(part::Merges{numbered(merging.survivor, board), numbered(merging.absorbed, board),
                                     unitsAt(merging.absorbed, board).size(), merging.text});
    warnOfHolder(out, merging.absorbed, surroundings);
    warnOfHolder(out, merging.survivor, surroundings);
    return merging;
}

Intent split(Step step) {
    auto const& [in, out, surroundings, line] = step;
    SplitIncident splitting;
    splitting.absorbed = in.incident(Among::Absorbed);
    splitting.text = requiredReason(step);
    if (!in.isGood()) return splitting;
    Board const& board = surroundings.board;
    out.parts.push_back(part::Splits{numbered(splitting.absorbed, board),
                                     numbered(board.survivorOf(splitting.absorbed), board), splitting.text});
    warnOfHolder(out, board.survivorOf(splitting.absorbed), surroundings);
    return splitting;
}

Intent close(Step step) {
    auto const& [in, out, surroundings, line] = step;
    CloseIncident closing;
    closing.incident = in.incident();
    auto const incident = onBoard(step, closing.incident);
    // The check of a resolved one has results of its own.
    bool const isCheck = incident && incident->state == IncidentState::Resolved;
    closing.code = in.requiredCode(isCheck ? Argument::Checked : Argument::Disposition);
    closing.text = in.text();
    in.finish();
    if (!in.isGood() || !incident) return closing;
    std::size_t const units = unitsAt(closing.incident, surroundings.board).size();
    std::size_t const loose = plannedUnits(*incident) + openConflicts(closing.incident, surroundings.board);
    out.parts.push_back(part::Closes{named(*incident), closing.code,
                                     !isCheck && needsCheck(*incident, surroundings.rules()), units + loose});
    warnOfHolder(out, closing.incident, surroundings);
    // While units work on it a reason does not help: the rules refuse it.
    if (units == 0 && loose > 0 && closing.text.empty())
        in.refuse(RefusalCode::ReasonRequired, {std::string(line.verb->word)});
    return closing;
}

Intent reopen(Step step) {
    auto const& [in, out, surroundings, line] = step;
    ReopenIncident reopening;
    reopening.incident = in.incident(Among::Finished);
    reopening.reason = in.codeOfRest(Argument::Reopened);
    reopening.text = in.text();
    in.finish();
    if (in.isGood() && reopening.reason.isEmpty() && reopening.text.empty())
        in.refuse(RefusalCode::ReasonRequired, {std::string(line.verb->word)});
    auto const incident = onBoard(step, reopening.incident);
    if (!incident) return reopening;
    out.parts.push_back(part::Reopens{named(*incident), incident->state, reopening.reason});
    warnOfHolder(out, reopening.incident, surroundings);
    return reopening;
}

Intent voidIncident(Step step) {
    auto const& [in, out, surroundings, line] = step;
    VoidIncident voiding;
    voiding.incident = in.incident();
    voiding.reason = in.requiredCode(Argument::Voided);
    in.finish();
    auto const incident = onBoard(step, voiding.incident);
    if (!incident) return voiding;
    out.parts.push_back(part::Voids{named(*incident), voiding.reason});
    warnOfHolder(out, voiding.incident, surroundings);
    return voiding;
}

} // namespace ob::core

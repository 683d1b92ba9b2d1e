// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

namespace ob::core {
namespace {

bool isMilestone(AssignmentState state) {
    return state >= AssignmentState::Acknowledged && state <= AssignmentState::AtDestination;
}

Result<Draft> milestoneDraft(ReachMilestone const& asked, UnitId id, Occasion const& occasion) {
    auto const unit = knownUnit(occasion, id);
    if (!unit) return tl::unexpected(unit.error());
    auto const held = movableAssignmentOf(occasion, **unit, asked.incident);
    if (!held) return tl::unexpected(held.error());
    Assignment const& assignment = *held->assignment;
    bool const forward = asked.milestone > assignment.state;
    if (!forward && !asked.correction) {
        std::string const callsign = shownUnit(**unit, occasion.context);
        if (auto const reached = assignment.at(asked.milestone))
            return refuse(RefusalCode::AlreadyReached,
                          {callsign, std::string(nameOf(asked.milestone)), reached->iso8601()});
        return refuse(RefusalCode::TransitionNotAllowed, {callsign, std::string(nameOf(assignment.state)),
                                                          std::string(nameOf(asked.milestone))});
    }
    return makeDraft(occasion, held->incident->id,
                     MilestoneReached{assignment.id, asked.milestone, !forward});
}

} // namespace

Result<Drafts> draftsOf(ReachMilestone const& asked, Occasion const& occasion) {
    if (!isMilestone(asked.milestone))
        return refuse(RefusalCode::BadArgument, {"milestone", std::string(nameOf(asked.milestone))});
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    Drafts drafts;
    for (UnitId const unit : *units) {
        auto draft = milestoneDraft(asked, unit, occasion);
        if (!draft) return tl::unexpected(draft.error());
        drafts.push_back(std::move(*draft));
    }
    return drafts;
}

Result<Drafts> draftsOf(ClearUnits const& asked, Occasion const& occasion) {
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    if (auto unknown = unknownCode(occasion.context.rules->lists().dispositions, asked.disposition))
        return refuse(unknown);
    Drafts drafts;
    for (UnitId const id : *units) {
        auto const unit = knownUnit(occasion, id);
        if (!unit) return tl::unexpected(unit.error());
        auto const held = movableAssignmentOf(occasion, **unit, asked.incident);
        if (!held) return tl::unexpected(held.error());
        // Arrival may have been skipped: whoever transports has been there.
        if (held->assignment->state < AssignmentState::OnScene)
            return refuse(RefusalCode::NotYetOnScene, {shownUnit(**unit, occasion.context)});
        if (asked.disposition.isEmpty())
            return refuse(RefusalCode::DispositionRequired, {held->incident->number.text()});
        drafts.push_back(makeDraft(occasion, held->incident->id,
                                   AssignmentCleared{held->assignment->id, asked.disposition}));
    }
    return drafts;
}

/// 未能出动: said by the unit's own agency, and not by a unit that has arrived.
Result<Drafts> draftsOf(RefuseAssignment const& asked, Occasion const& occasion) {
    auto const unit = knownUnit(occasion, asked.unit);
    if (!unit) return tl::unexpected(unit.error());
    std::string const callsign = shownUnit(**unit, occasion.context);
    if ((*unit)->agency != occasion.context.agency) return refuse(RefusalCode::NotOwnAgency, {callsign});
    auto const held = movableAssignmentOf(occasion, **unit, asked.incident);
    if (!held) return tl::unexpected(held.error());
    AssignmentState const state = held->assignment->state;
    if (state >= AssignmentState::OnScene)
        return refuse(RefusalCode::TransitionNotAllowed,
                      {callsign, std::string(nameOf(state)), std::string(nameOf(AssignmentState::Refused))});
    if (auto missing = needsCode(occasion.context.rules->lists().refusals, asked.reason, "REFUSE"))
        return refuse(missing);
    return Drafts{
        makeDraft(occasion, held->incident->id, AssignmentRefused{held->assignment->id, asked.reason})};
}

Result<Drafts> draftsOf(RecordDelivery const& asked, Occasion const& occasion) {
    auto const unit = knownUnit(occasion, asked.unit);
    if (!unit) return tl::unexpected(unit.error());
    auto const held = movableAssignmentOf(occasion, **unit, asked.incident);
    if (!held) return tl::unexpected(held.error());
    Assignment const& assignment = *held->assignment;
    if (assignment.state >= AssignmentState::Delivered) {
        // Whoever answered has got the order, so a later milestone says as much.
        auto const reached = assignment.at(AssignmentState::Delivered);
        return refuse(RefusalCode::AlreadyReached,
                      {shownUnit(**unit, occasion.context),
                       std::string(nameOf(reached ? AssignmentState::Delivered : assignment.state)),
                       reached.value_or(assignment.at(assignment.state).value_or(Instant{})).iso8601()});
    }
    if (asked.means != DeliveryMeans::Machine && asked.contact.empty())
        return refuse(RefusalCode::MissingArgument, {"contact"});
    if (auto over = tooLong("contact", asked.contact, RestrictedParts::maxNameBytes)) return refuse(over);
    Draft draft = makeDraft(occasion, held->incident->id, AssignmentDelivered{assignment.id, asked.means});
    if (!asked.contact.empty()) {
        draft.restricted.personal.emplace();
        draft.restricted.personal->contactName = asked.contact;
    }
    return Drafts{std::move(draft)};
}

} // namespace ob::core

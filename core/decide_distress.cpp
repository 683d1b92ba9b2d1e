// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include <algorithm>
#include <utility>

namespace ob::core {
namespace {

bool contains(std::vector<AgencyIndex> const& members, AgencyIndex agency) {
    return std::find(members.begin(), members.end(), agency) != members.end();
}

/// Where the unit is working: on scene rather than on the way, else where it was sent last.
std::shared_ptr<Incident const> workplaceOf(Board const& board, UnitId unit) {
    std::shared_ptr<Incident const> workplace;
    Assignment const* nearest = nullptr;
    auto const rank = [](Assignment const& each) {
        return std::pair(each.wasOnScene(), each.at(AssignmentState::Dispatched).value_or(Instant{}));
    };
    for (ActiveAssignment const& active : board.activeAssignments(unit)) {
        auto incident = board.incident(active.incident);
        auto const* const assignment = incident ? incident->assignment(active.assignment) : nullptr;
        if (!assignment || (nearest && rank(*nearest) >= rank(*assignment))) continue;
        nearest = assignment;
        workplace = std::move(incident);
    }
    return workplace;
}

} // namespace

/// Any unit, by any desk that sees it, whatever role its operator has, and again while it lasts: an end that
/// is still under way from elsewhere must not silence it. A read-only stream does not keep it back either.
/// An agency that left the unit's stream is told so, because nobody would hear it.
Result<Drafts> draftsOf(RaiseDistress const& asked, Occasion const& occasion) {
    auto const unit = knownUnit(occasion, asked.unit);
    if (!unit) return tl::unexpected(unit.error());
    AgencyIndex const agency = occasion.context.agency;
    if (!contains((*unit)->members, agency))
        return refuse(RefusalCode::NotMember, {shownUnit(**unit, occasion.context)});
    if (auto over = textTooLong(asked.text)) return refuse(over);
    auto const workplace = workplaceOf(occasion.board, asked.unit);
    Draft draft = makeDraft(occasion, asked.unit, DistressRaised{workplace ? workplace->id : IncidentId{}});
    addJointText(draft, asked.text);
    Drafts drafts{std::move(draft)};
    bool const finished =
        workplace
        && (workplace->state == IncidentState::Resolved || workplace->state == IncidentState::Closed);
    if (finished && !workplace->readOnly && contains(workplace->members, agency))
        drafts.push_back(makeDraft(occasion, workplace->id, IncidentReopened{*Code::of("DISTRESS")}));
    return drafts;
}

Result<Drafts> draftsOf(EndDistress const& asked, Occasion const& occasion) {
    auto const unit = ownUnit(occasion, asked.unit);
    if (!unit) return tl::unexpected(unit.error());
    if (!(*unit)->distress)
        return refuse(RefusalCode::UnitNotInDistress, {shownUnit(**unit, occasion.context)});
    if (!isSupervisor(occasion)) return refuse(RefusalCode::NotSupervisor);
    if (asked.text.empty()) return refuse(RefusalCode::ReasonRequired, {"SAFE"});
    if (auto over = textTooLong(asked.text)) return refuse(over);
    Draft draft = makeDraft(occasion, asked.unit, DistressEnded{asked.reason});
    addJointText(draft, asked.text);
    return Drafts{std::move(draft)};
}

Result<Drafts> draftsOf(CheckWelfare const& asked, Occasion const& occasion) {
    auto const incident = writableIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    Drafts drafts;
    if (asked.units.empty()) {
        for (HeldAssignment const& each : activeOn(occasion.board, *incident)) {
            auto const stream = writableIncident(occasion, each.incident->id);
            if (!stream) return tl::unexpected(stream.error());
            drafts.push_back(makeDraft(occasion, each.incident->id,
                                       WelfareChecked{each.assignment->unit, asked.answered}));
        }
        if (drafts.empty()) return refuse(RefusalCode::NobodyAssigned, {(*incident)->number.text()});
        return drafts;
    }
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    for (UnitId const id : *units) {
        auto const unit = knownUnit(occasion, id);
        if (!unit) return tl::unexpected(unit.error());
        auto const held = activeAssignmentOf(occasion, **unit, asked.incident);
        if (!held) return tl::unexpected(held.error());
        drafts.push_back(makeDraft(occasion, held->incident->id, WelfareChecked{id, asked.answered}));
    }
    return drafts;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

namespace ob::core {

Result<Drafts> draftsOf(DispatchUnits const& asked, Occasion const& occasion) {
    if (auto role = needsDispatcher(occasion)) return refuse(role);
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    Drafts drafts;
    for (UnitId const unit : *units) {
        auto draft = dispatchDraft(occasion, unit, incident->get(), asked.incident, asked.reason);
        if (!draft) return tl::unexpected(draft.error());
        drafts.push_back(std::move(*draft));
    }
    return drafts;
}

/// A plan does not occupy the unit, so it needs neither grant nor duty: both count when it is sent.
Result<Drafts> draftsOf(PlanUnits const& asked, Occasion const& occasion) {
    if (auto role = needsDispatcher(occasion)) return refuse(role);
    auto const incident = openIncident(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    Drafts drafts;
    for (UnitId const id : *units) {
        auto const unit = knownUnit(occasion, id);
        if (!unit) return tl::unexpected(unit.error());
        if ((*incident)->assignmentOf(id))
            return refuse(RefusalCode::AlreadyAssigned,
                          {shownUnit(**unit, occasion.context), (*incident)->number.text()});
        drafts.push_back(makeDraft(occasion, asked.incident, UnitPlanned{id}));
    }
    return drafts;
}

Result<Drafts> draftsOf(DivertUnit const& asked, Occasion const& occasion) {
    if (auto role = needsDispatcher(occasion)) return refuse(role);
    auto const unit = knownUnit(occasion, asked.unit);
    if (!unit) return tl::unexpected(unit.error());
    auto const to = openIncident(occasion, asked.to);
    if (!to) return tl::unexpected(to.error());
    if (asked.from == asked.to) return refuse(RefusalCode::SameIncident, {(*to)->number.text()});
    auto const held = movableAssignmentOf(occasion, **unit, asked.from);
    if (!held) return tl::unexpected(held.error());
    if (auto unknown = unknownCode(occasion.context.rules->lists().releases, asked.reason))
        return refuse(unknown);
    auto dispatch = dispatchDraft(occasion, asked.unit, to->get(), asked.to, {});
    if (!dispatch) return tl::unexpected(dispatch.error());
    std::get<UnitDispatched>(dispatch->body.fact).divertedFrom = held->assignment->id;
    return Drafts{makeDraft(occasion, held->incident->id,
                            AssignmentReleased{held->assignment->id, asked.reason, asked.to}),
                  std::move(*dispatch)};
}

namespace {

/// What REL takes off: the active assignment, else the plan on the incident that was named.
Result<HeldAssignment> releasable(Occasion const& occasion, Unit const& unit, IncidentId named) {
    auto held = movableAssignmentOf(occasion, unit, named);
    if (held || held.error().code != RefusalCode::UnitNotAssigned || named.isNil()) return held;
    auto const incident = writableIncident(occasion, named);
    if (!incident) return tl::unexpected(incident.error());
    auto const* const planned = (*incident)->assignmentOf(unit.id);
    if (!planned) return held;
    if (occasion.context.agency != unit.agency && occasion.context.agency != planned->sender)
        return refuse(RefusalCode::NotOwnAgency, {shownUnit(unit, occasion.context)});
    return HeldAssignment{*incident, planned};
}

} // namespace

Result<Drafts> draftsOf(ReleaseUnits const& asked, Occasion const& occasion) {
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    if (auto missing = needsCode(occasion.context.rules->lists().releases, asked.reason, "REL"))
        return refuse(missing);
    Drafts drafts;
    for (UnitId const id : *units) {
        auto const unit = knownUnit(occasion, id);
        if (!unit) return tl::unexpected(unit.error());
        auto const held = releasable(occasion, **unit, asked.incident);
        if (!held) return tl::unexpected(held.error());
        drafts.push_back(makeDraft(occasion, held->incident->id,
                                   AssignmentReleased{held->assignment->id, asked.reason, {}}));
    }
    return drafts;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include "core/shift_change.h"
#include "core/unit_called.h"

#include <algorithm>

namespace ob::core {
namespace {

std::vector<Code> eachOnce(std::vector<Code> codes) {
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

/// What a unit of this kind can do, unless the log-on says otherwise.
std::vector<Code> capabilitiesOf(RegisterUnit const& asked, RuleBook const& rules) {
    std::vector<Code> capabilities = asked.capabilities;
    auto const* const kind = rules.unitKinds().byCode(asked.kind.text());
    if (capabilities.empty() && kind)
        for (std::string const& text : kind->capabilities)
            if (auto const code = Code::of(text)) capabilities.push_back(*code);
    return eachOnce(std::move(capabilities));
}

Hindrance hindersRegistering(RegisterUnit const& asked, Occasion const& occasion) {
    Context const& context = occasion.context;
    if (asked.callsign.text().empty()) return Refusal{RefusalCode::MissingArgument, {"callsign"}};
    if (auto const other = unitCalled(asked.callsign, context.agency, occasion.board))
        return Refusal{RefusalCode::CallsignTaken, {shownUnit(*other, context)}};
    auto const& kinds = context.rules->unitKinds();
    if (asked.kind.isEmpty()) return Refusal{RefusalCode::MissingArgument, {"kind"}};
    if (!kinds.empty() && !kinds.byCode(asked.kind.text())) {
        Refusal unknown{RefusalCode::UnknownCode, {asked.kind.text()}};
        for (UnitKind const& kind : kinds.all())
            unknown.subjects.push_back(kind.code);
        return unknown;
    }
    for (Code const& capability : asked.capabilities)
        if (auto unknown = unknownCode(context.rules->lists().capabilities, capability)) return unknown;
    if (asked.duty == DutyState::Unavailable) return Refusal{RefusalCode::ReasonRequired, {"OOS"}};
    return tooLong("address", asked.homeAddress, RestrictedParts::maxAddressBytes);
}

Hindrance hindersGoingOff(Unit const& unit, Occasion const& occasion) {
    std::string const callsign = shownUnit(unit, occasion.context);
    if (unit.distress) return Refusal{RefusalCode::UnitInDistress, {callsign}};
    auto const active = occasion.board.activeAssignments(unit.id);
    if (active.empty()) return {};
    auto const incident = occasion.board.incident(active.front().incident);
    return Refusal{RefusalCode::UnitHasAssignment,
                   {callsign, incident ? incident->number.text() : shownId(active.front().incident.hash())}};
}

void change(std::optional<std::string>& kept, std::string const& asked) {
    if (asked == noneOfIt)
        kept.reset();
    else if (!asked.empty())
        kept = asked;
}

/// What it will be: what is not given of the shift stays, but off duty there is none.
Unit afterwards(Unit unit, SetDuty const& asked) {
    if (!changesShiftAlone(asked, unit)) {
        unit.duty = asked.duty;
        unit.dutyReason = asked.reason;
        unit.dutyUntil = asked.until;
        unit.recall = asked.recall;
    }
    if (asked.crew) unit.crew = asked.crew;
    if (asked.shiftEnd) unit.shiftEnd = asked.shiftEnd;
    if (takesSkillsAway(asked))
        unit.shiftCapabilities.clear();
    else if (!asked.capabilities.empty())
        unit.shiftCapabilities = eachOnce(asked.capabilities);
    change(unit.crewNames, asked.crewNames);
    change(unit.vehicle, asked.vehicle);
    if (asked.duty != DutyState::OffDuty) return unit;
    unit.crew.reset();
    unit.shiftEnd.reset();
    unit.shiftCapabilities.clear();
    unit.crewNames.reset();
    unit.vehicle.reset();
    return unit;
}

Hindrance hindersShift(SetDuty const& asked, Occasion const& occasion) {
    if (!takesSkillsAway(asked))
        for (Code const& capability : asked.capabilities)
            if (auto unknown = unknownCode(occasion.context.rules->lists().capabilities, capability))
                return unknown;
    if (asked.shiftEnd && *asked.shiftEnd <= occasion.circumstance.occurredAt)
        return Refusal{RefusalCode::BadArgument, {"shiftEnd", "past"}};
    if (auto over = tooLong("crewNames", asked.crewNames, RestrictedParts::maxNameBytes)) return over;
    return tooLong("vehicle", asked.vehicle, RestrictedParts::maxNameBytes);
}

Hindrance hindersDuty(SetDuty const& asked, Unit const& unit, Occasion const& occasion) {
    if (auto hindrance = hindersShift(asked, occasion)) return hindrance;
    if (afterwards(unit, asked) == unit)
        return Refusal{RefusalCode::AlreadyInState,
                       {shownUnit(unit, occasion.context), std::string(nameOf(unit.duty))}};
    switch (asked.duty) {
    case DutyState::OffDuty: return hindersGoingOff(unit, occasion);
    case DutyState::Available: return {};
    case DutyState::Unavailable:
        if (auto missing = needsCode(occasion.context.rules->lists().unavailables, asked.reason, "OOS"))
            return missing;
        break;
    case DutyState::Conditional: break;
    }
    // A unit off duty has no crew: it logs on first.
    if (unit.duty == DutyState::OffDuty)
        return Refusal{RefusalCode::TransitionNotAllowed,
                       {shownUnit(unit, occasion.context), std::string(nameOf(unit.duty)),
                        std::string(nameOf(asked.duty))}};
    return {};
}

Draft dutyDraft(Occasion const& occasion, UnitId id, Unit const& unit) {
    Draft draft = makeDraft(occasion, id,
                            DutySet{.duty = unit.duty,
                                    .reason = unit.dutyReason,
                                    .until = unit.dutyUntil,
                                    .recall = unit.recall,
                                    .crew = unit.crew,
                                    .shiftEnd = unit.shiftEnd,
                                    .capabilities = unit.shiftCapabilities});
    if (!unit.crewNames && !unit.vehicle) return draft;
    if (!draft.restricted.own) draft.restricted.own.emplace();
    draft.restricted.own->crewNames = unit.crewNames;
    draft.restricted.own->vehicle = unit.vehicle;
    return draft;
}

} // namespace

Result<Drafts> draftsOf(RegisterUnit const& asked, Occasion const& occasion) {
    if (auto hindrance = hindersRegistering(asked, occasion)) return refuse(hindrance);
    UnitRegistered fact;
    fact.callsign = asked.callsign;
    fact.unitKind = asked.kind;
    fact.group = asked.group;
    fact.capabilities = capabilitiesOf(asked, *occasion.context.rules);
    fact.home = asked.home;
    fact.members = everyMember(occasion.context);
    Draft registration = makeDraft(occasion, {}, std::move(fact));
    addPlace(registration, asked.homeAddress, asked.homePlace);
    Drafts drafts{std::move(registration)};
    if (asked.duty != DutyState::OffDuty)
        drafts.push_back(makeDraft(occasion, StreamId::ofDraft(0), DutySet{.duty = asked.duty}));
    return drafts;
}

Result<Drafts> draftsOf(SetDuty const& asked, Occasion const& occasion) {
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    Drafts drafts;
    for (UnitId const id : *units) {
        auto const unit = ownUnit(occasion, id);
        if (!unit) return tl::unexpected(unit.error());
        if (auto hindrance = hindersDuty(asked, **unit, occasion)) return refuse(hindrance);
        drafts.push_back(dutyDraft(occasion, id, afterwards(**unit, asked)));
    }
    return drafts;
}

} // namespace ob::core

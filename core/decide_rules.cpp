// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_rules.h"

#include <algorithm>

namespace ob::core {
namespace {

std::string_view nameOf(Role role) {
    switch (role) {
    case Role::CallTaker: return "callTaker";
    case Role::Dispatcher: return "dispatcher";
    case Role::DutyOfficer: return "dutyOfficer";
    case Role::Supervisor: return "supervisor";
    case Role::Arbiter: return "arbiter";
    case Role::Trainer: return "trainer";
    case Role::Auditor: return "auditor";
    case Role::Admin: return "admin";
    }
    return "?";
}

std::optional<std::string> unlessEmpty(std::optional<std::string> const& text) {
    return text && !text->empty() ? text : std::nullopt;
}

template<class Member>
bool contains(std::vector<Member> const& all, Member const& member) {
    return std::find(all.begin(), all.end(), member) != all.end();
}

} // namespace

tl::unexpected<Refusal> refuse(RefusalCode code, std::vector<std::string> subjects) {
    return tl::unexpected(Refusal{code, std::move(subjects)});
}

tl::unexpected<Refusal> refuse(Hindrance hindrance) { return tl::unexpected(std::move(*hindrance)); }

std::string shownAgency(AgencyIndex agency, Context const& context) {
    if (agency.value < context.agencyCodes.size() && !context.agencyCodes[agency.value].isEmpty())
        return context.agencyCodes[agency.value].text();
    return std::to_string(agency.value);
}

std::string shownUnit(Unit const& unit, Context const& context) {
    if (unit.agency.value >= context.agencyCodes.size()) return unit.callsign.text();
    std::string const code = context.agencyCodes[unit.agency.value].text();
    auto const* const profile = context.rules ? context.rules->agency(code) : nullptr;
    std::string const& prefix = profile && !profile->prefix.empty() ? profile->prefix : code;
    if (prefix.empty()) return unit.callsign.text();
    return prefix == code ? code + '-' + unit.callsign.text() : prefix + unit.callsign.text();
}

std::string shownId(Hash const& hash) { return toHex(hash).substr(0, 8); }

bool isSupervisor(Occasion const& occasion) { return !needsRole(occasion, {Role::Supervisor}).has_value(); }

Hindrance needsRole(Occasion const& occasion, std::initializer_list<Role> roles) {
    if (occasion.context.drill && occasion.context.has(Role::Trainer)) return {};
    std::vector<std::string> names;
    for (Role const role : roles) {
        if (occasion.context.has(role)) return {};
        names.emplace_back(nameOf(role));
    }
    return Refusal{RefusalCode::RoleRequired, std::move(names)};
}

Hindrance needsCallTaker(Occasion const& occasion) {
    return needsRole(occasion, {Role::CallTaker, Role::Dispatcher, Role::Supervisor});
}

Hindrance needsDispatcher(Occasion const& occasion) {
    return needsRole(occasion, {Role::Dispatcher, Role::DutyOfficer, Role::Supervisor});
}

IncidentResult writableIncident(Occasion const& occasion, IncidentId id) {
    auto incident = occasion.board.incident(id);
    if (!incident) return refuse(RefusalCode::UnknownIncident, {shownId(id.hash())});
    if (incident->readOnly) return refuse(RefusalCode::ReadOnlyStream, {incident->number.text()});
    if (!contains(incident->members, occasion.context.agency))
        return refuse(RefusalCode::NotMember, {incident->number.text()});
    if (isBefore(occasion, incident->openedAt))
        return refuse(RefusalCode::BeforeOpening, {incident->openedAt.iso8601()});
    return incident;
}

IncidentResult incidentIn(Occasion const& occasion, IncidentId id,
                          std::initializer_list<IncidentState> states) {
    auto incident = writableIncident(occasion, id);
    if (incident && std::find(states.begin(), states.end(), (*incident)->state) == states.end())
        return refuse(RefusalCode::IncidentNotOpen,
                      {(*incident)->number.text(), std::string(nameOf((*incident)->state))});
    return incident;
}

IncidentResult openIncident(Occasion const& occasion, IncidentId id) {
    return incidentIn(occasion, id, {IncidentState::Open});
}

UnitResult knownUnit(Occasion const& occasion, UnitId id) {
    auto unit = occasion.board.unit(id);
    if (!unit) return refuse(RefusalCode::UnknownUnit, {shownId(id.hash())});
    return unit;
}

UnitResult ownUnit(Occasion const& occasion, UnitId id) {
    auto unit = knownUnit(occasion, id);
    if (!unit) return unit;
    std::string const callsign = shownUnit(**unit, occasion.context);
    if ((*unit)->agency != occasion.context.agency) return refuse(RefusalCode::NotOwnAgency, {callsign});
    if ((*unit)->readOnly) return refuse(RefusalCode::ReadOnlyStream, {callsign});
    return unit;
}

bool isBefore(Occasion const& occasion, Instant earliest) {
    if (!occasion.typedTime || occasion.circumstance.source == Source::Import) return false;
    constexpr std::int64_t minute = Duration::ofMinutes(1).milliseconds();
    return occasion.circumstance.occurredAt.milliseconds()
           < earliest.milliseconds() - earliest.milliseconds() % minute;
}

Hindrance tooLong(std::string_view what, std::string const& text, std::size_t limit) {
    if (text.size() <= limit) return {};
    return Refusal{RefusalCode::LimitReached, {std::string(what), std::to_string(limit)}};
}

Hindrance textTooLong(std::string const& text) {
    return tooLong("text", text, RestrictedParts::maxTextBytes);
}

Hindrance callerTooLong(Caller const& caller) {
    if (auto over = tooLong("name", caller.name.value_or(""), RestrictedParts::maxNameBytes)) return over;
    return tooLong("phone", caller.phone.value_or(""), RestrictedParts::maxNameBytes);
}

Hindrance unknownType(Code const& type, RuleBook const& rules) {
    if (rules.type(type.text())) return {};
    Refusal refusal{RefusalCode::UnknownType, {type.text()}};
    for (IncidentType const* const near : rules.nearTypes(type.text()))
        refusal.subjects.push_back(near->code);
    return refusal;
}

Hindrance needsCode(CodeList const& list, Code const& code, std::string_view verb) {
    if (code.isEmpty()) return Refusal{RefusalCode::ReasonRequired, {std::string(verb)}};
    return unknownCode(list, code);
}

Hindrance unknownCode(CodeList const& list, Code const& code) {
    if (code.isEmpty() || list.empty() || list.byCode(code.text())) return {};
    Refusal refusal{RefusalCode::UnknownCode, {code.text()}};
    for (CodeEntry const& entry : list.all())
        refusal.subjects.push_back(entry.code);
    return refusal;
}

Hindrance unknownCode(CodeList const& list, CodeList const& other, Code const& code) {
    auto unknown = unknownCode(list, code);
    return unknown && unknownCode(other, code) ? unknown : Hindrance();
}

Result<std::vector<UnitId>> distinctUnits(std::vector<UnitId> const& units) {
    if (units.empty()) return refuse(RefusalCode::MissingArgument, {"units"});
    if (units.size() > maxDraftsPerCommand)
        return refuse(RefusalCode::LimitReached, {"units", std::to_string(maxDraftsPerCommand)});
    std::vector<UnitId> distinct;
    for (UnitId const unit : units)
        if (!contains(distinct, unit)) distinct.push_back(unit);
    return distinct;
}

std::vector<AgencyIndex> everyMember(Context const& context) {
    std::vector<AgencyIndex> members = context.allAgencies;
    members.push_back(context.agency);
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    return members;
}

Draft makeDraft(Occasion const& occasion, StreamId stream, Fact fact) {
    Draft draft{stream, EventBody{occasion.circumstance, std::move(fact)}, {}};
    if (!occasion.context.operatorName.empty()) {
        draft.restricted.own.emplace();
        draft.restricted.own->operatorName = occasion.context.operatorName;
    }
    return draft;
}

void addJointText(Draft& draft, std::string const& text) {
    if (text.empty()) return;
    if (!draft.restricted.joint) draft.restricted.joint.emplace();
    draft.restricted.joint->text = text;
}

void addPlace(Draft& draft, std::string const& address, std::optional<GeoPoint> const& place) {
    if (address.empty() && !place) return;
    if (!draft.restricted.joint) draft.restricted.joint.emplace();
    draft.restricted.joint->address = unlessEmpty(address);
    draft.restricted.joint->place = place;
}

void addCaller(Draft& draft, Caller const& caller) {
    auto name = unlessEmpty(caller.name);
    auto phone = unlessEmpty(caller.phone);
    if (!name && !phone) return;
    draft.restricted.personal.emplace();
    draft.restricted.personal->callerName = std::move(name);
    draft.restricted.personal->callerPhone = std::move(phone);
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace ob::core {
namespace {

/// Spreads a name over 32 bytes; not a hash, only different for different names of one kind.
Hash hashOf(char kind, std::string_view name) {
    Hash hash{};
    hash[0] = static_cast<std::uint8_t>(kind);
    std::uint64_t state = 14'695'981'039'346'656'037ULL;
    for (std::size_t round = 0; round < 3; ++round) {
        for (char const letter : name)
            state = (state ^ static_cast<std::uint8_t>(letter)) * 1'099'511'628'211ULL;
        state = (state ^ round) * 1'099'511'628'211ULL;
        for (std::size_t byte = 0; byte < 8; ++byte)
            hash[1 + round * 8 + byte] = static_cast<std::uint8_t>(state >> (8 * byte));
    }
    return hash;
}

template<class T>
T valid(std::optional<T> value, std::string_view text) {
    if (!value) throw std::invalid_argument("not valid in a test: " + std::string(text));
    return *value;
}

} // namespace

IncidentId incidentId(std::string_view number) { return IncidentId(hashOf('i', number)); }
UnitId unitId(std::string_view callsign) { return UnitId(hashOf('u', callsign)); }
AssignmentId assignmentId(std::string_view number, std::string_view callsign) {
    return AssignmentId(hashOf('a', std::string(number) + '/' + std::string(callsign)));
}
EventId eventId(std::string_view name) { return EventId(hashOf('e', name)); }
StreamId policyId(AgencyIndex agency) { return StreamId(hashOf('p', std::to_string(agency.value))); }
Code code(std::string_view text) { return text.empty() ? Code() : valid(Code::of(text), text); }
Instant instant(std::string_view iso) { return valid(Instant::ofIso8601(iso), iso); }

IncidentBuilder& IncidentBuilder::numbered(std::string_view number) {
    m_number = number;
    m_value.id = incidentId(number);
    m_value.number = valid(IncidentNumber::parse(number), number);
    m_value.type = code("FIRE-STRUCT");
    m_value.firstReceiver = police;
    m_value.members = {police, fire, medical};
    m_value.openedAt = instant(openedTime);
    m_value.lastChangedAt = instant(openedTime);
    return *this;
}
IncidentBuilder& IncidentBuilder::ofType(std::string_view type) {
    m_value.type = code(type);
    return *this;
}
IncidentBuilder& IncidentBuilder::withPriority(Priority priority) {
    m_value.priority = priority;
    return *this;
}
IncidentBuilder& IncidentBuilder::in(IncidentState state) {
    m_value.state = state;
    return *this;
}
IncidentBuilder& IncidentBuilder::receivedBy(AgencyIndex agency) {
    m_value.firstReceiver = agency;
    return *this;
}
IncidentBuilder& IncidentBuilder::leadBy(AgencyIndex agency) {
    m_value.lead = agency;
    return *this;
}
IncidentBuilder& IncidentBuilder::offeredTo(AgencyIndex agency, EventId offer) {
    m_value.leadOffers.push_back({.id = offer, .agency = agency, .phase = {}});
    return *this;
}
IncidentBuilder& IncidentBuilder::handledBy(std::string_view position, AgencyIndex agency) {
    m_value.handler = code(position);
    m_value.handlerAgency = agency;
    return *this;
}
IncidentBuilder& IncidentBuilder::seenBy(AgencyIndex agency) {
    m_value.seen.push_back({.agency = agency, .position = {}, .at = m_value.openedAt});
    return *this;
}
IncidentBuilder& IncidentBuilder::without(AgencyIndex member) {
    std::erase(m_value.members, member);
    return *this;
}
IncidentBuilder& IncidentBuilder::at(GeoPoint place, std::string_view address) {
    m_value.place = place;
    m_value.address = std::string(address);
    return *this;
}
IncidentBuilder& IncidentBuilder::withUnit(std::string_view callsign, AssignmentState state) {
    return withUnit(callsign, state, m_value.firstReceiver);
}
IncidentBuilder& IncidentBuilder::withUnit(std::string_view callsign, AssignmentState state,
                                           AgencyIndex sender) {
    Assignment assignment;
    assignment.id = assignmentId(m_number, callsign);
    assignment.unit = unitId(callsign);
    assignment.sender = sender;
    assignment.state = state;
    if (state != AssignmentState::Planned)
        assignment.reachedAt[static_cast<std::size_t>(AssignmentState::Dispatched)] = instant(sentTime);
    assignment.reachedAt[static_cast<std::size_t>(state)] = instant(sentTime);
    m_value.assignments.push_back(assignment);
    return *this;
}
IncidentBuilder& IncidentBuilder::linkedTo(std::string_view number, LinkRelation relation) {
    m_value.links.push_back({.other = incidentId(number), .relation = relation});
    return *this;
}
IncidentBuilder& IncidentBuilder::mergedInto(std::string_view number) {
    m_value.mergedInto = incidentId(number);
    return in(IncidentState::Merged);
}
IncidentBuilder& IncidentBuilder::resolvedBy(std::string_view position, std::string_view operatorName) {
    m_value.resolvedBy = code(position);
    if (!operatorName.empty()) m_value.resolvedByOperator = std::string(operatorName);
    return in(IncidentState::Resolved);
}
IncidentBuilder& IncidentBuilder::readOnly() {
    m_value.readOnly = true;
    return *this;
}

UnitBuilder::UnitBuilder(std::string_view callsign) {
    m_value.id = unitId(callsign);
    m_value.callsign = valid(Callsign::of(callsign), callsign);
    m_value.agency = fire;
    m_value.kind = code("ENGINE");
    m_value.duty = DutyState::Available;
    m_value.members = {police, fire, medical};
}
UnitBuilder& UnitBuilder::of(AgencyIndex agency) {
    m_value.agency = agency;
    return *this;
}
UnitBuilder& UnitBuilder::inGroup(std::string_view group) {
    m_value.group = code(group);
    return *this;
}
UnitBuilder& UnitBuilder::on(DutyState duty, std::string_view reason) {
    m_value.duty = duty;
    m_value.dutyReason = code(reason);
    return *this;
}
UnitBuilder& UnitBuilder::inDistress(std::string_view number) {
    m_value.distress = Distress{.id = eventId("distress"),
                                .raisedAt = instant(sentTime),
                                .incident = number.empty() ? IncidentId() : incidentId(number)};
    return *this;
}
UnitBuilder& UnitBuilder::readOnly() {
    m_value.readOnly = true;
    return *this;
}

PolicyBuilder::PolicyBuilder(AgencyIndex agency) {
    m_value.id = policyId(agency);
    m_value.agency = agency;
}
PolicyBuilder& PolicyBuilder::granting(AgencyIndex to, DispatchGrant grant, std::string_view group) {
    m_value.dispatch.push_back({.group = code(group), .to = to, .grant = grant});
    std::sort(m_value.dispatch.begin(), m_value.dispatch.end(),
              [](auto const& a, auto const& b) { return std::tie(a.group, a.to) < std::tie(b.group, b.to); });
    return *this;
}
PolicyBuilder& PolicyBuilder::frozen() {
    m_value.noDuff = eventId("noduff");
    return *this;
}
PolicyBuilder& PolicyBuilder::readOnly() {
    m_value.readOnly = true;
    return *this;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "tests/support/agencies.h"

#include <memory>
#include <string>
#include <string_view>

namespace ob::core {

// Givens for tests that start from a board: `aBoard().with(anIncident("20261121-0042").leadBy(fire)).made()`.
// Ids follow from what a thing is called.

IncidentId incidentId(std::string_view number);
UnitId unitId(std::string_view callsign);
/// The assignment of this unit on this incident.
AssignmentId assignmentId(std::string_view number, std::string_view callsign);
EventId eventId(std::string_view name);
Code code(std::string_view text);
Instant instant(std::string_view iso);

/// When the incidents of the builders were opened, units sent, and what the time is.
inline constexpr std::string_view openedTime = "2026-11-21T13:40:30Z";
inline constexpr std::string_view sentTime = "2026-11-21T13:45:00Z";
inline constexpr std::string_view nowTime = "2026-11-21T14:00:00Z";

/// A structure fire that the police received, open, with every agency as a member.
class IncidentBuilder {
  public:
    explicit IncidentBuilder(std::string_view number) { numbered(number); }
    IncidentBuilder& numbered(std::string_view number);
    IncidentBuilder& ofType(std::string_view type);
    IncidentBuilder& withPriority(Priority priority);
    IncidentBuilder& in(IncidentState state);
    IncidentBuilder& receivedBy(AgencyIndex agency);
    IncidentBuilder& leadBy(AgencyIndex agency);
    IncidentBuilder& offeredTo(AgencyIndex agency, EventId offer);
    IncidentBuilder& seenBy(AgencyIndex agency);
    IncidentBuilder& handledBy(std::string_view position, AgencyIndex agency);
    IncidentBuilder& without(AgencyIndex member);
    IncidentBuilder& at(GeoPoint place, std::string_view address);
    /// Sent by the first receiver at `sentTime` unless it is only planned.
    IncidentBuilder& withUnit(std::string_view callsign, AssignmentState state = AssignmentState::Dispatched);
    IncidentBuilder& withUnit(std::string_view callsign, AssignmentState state, AgencyIndex sender);
    IncidentBuilder& linkedTo(std::string_view number, LinkRelation relation = LinkRelation::Related);
    IncidentBuilder& mergedInto(std::string_view number);
    IncidentBuilder& resolvedBy(std::string_view position, std::string_view operatorName = {});
    IncidentBuilder& readOnly();
    std::shared_ptr<Incident const> made() const { return std::make_shared<Incident const>(m_value); }

  private:
    std::string m_number;
    Incident m_value;
};
inline IncidentBuilder anIncident(std::string_view number = "20261121-0042") {
    return IncidentBuilder(number);
}

/// A fire engine, available.
class UnitBuilder {
  public:
    explicit UnitBuilder(std::string_view callsign);
    UnitBuilder& of(AgencyIndex agency);
    UnitBuilder& inGroup(std::string_view group);
    UnitBuilder& on(DutyState duty, std::string_view reason = {});
    UnitBuilder& inDistress(std::string_view number = {});
    UnitBuilder& readOnly();
    UnitBuilder& changed(auto const& change) {
        change(m_value);
        return *this;
    }
    std::shared_ptr<Unit const> made() const { return std::make_shared<Unit const>(m_value); }

  private:
    Unit m_value;
};
inline UnitBuilder aUnit(std::string_view callsign = "E07") { return UnitBuilder(callsign); }

/// An agency that grants nothing yet.
class PolicyBuilder {
  public:
    explicit PolicyBuilder(AgencyIndex agency);
    PolicyBuilder& granting(AgencyIndex to, DispatchGrant grant, std::string_view group = {});
    PolicyBuilder& frozen();
    PolicyBuilder& readOnly();
    std::shared_ptr<AgencyPolicy const> made() const { return std::make_shared<AgencyPolicy const>(m_value); }

  private:
    AgencyPolicy m_value;
};
inline PolicyBuilder aPolicy(AgencyIndex agency) { return PolicyBuilder(agency); }
StreamId policyId(AgencyIndex agency);

class BoardBuilder {
  public:
    template<class Builder>
    BoardBuilder& with(Builder const& builder) {
        m_board.put(builder.made(), m_changes);
        return *this;
    }
    Board const& made() const { return m_board; }

  private:
    Board m_board;
    ChangeSet m_changes;
};
inline BoardBuilder aBoard() { return {}; }

} // namespace ob::core

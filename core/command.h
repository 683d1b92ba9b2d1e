// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "core/attachment.h"
#include "core/code.h"
#include "core/conflict.h"
#include "core/event.h"
#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/record.h"
#include "core/states.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ob::core {

// Intents. Ids are fixed when the preview is painted. `occurredAt` absent = now. Free text is UTF-8,
// normalised by the parser, at most RestrictedParts::maxTextBytes.

struct Caller {
    std::optional<std::string> name;
    std::optional<std::string> phone;
};

struct OpenIncident {
    Code type;
    std::optional<Priority> priority; ///< absent = the type's default
    std::string address;              ///< free text; may be empty only when there is a place
    std::optional<GeoPoint> place;
    Code district;
    Channel channel = Channel::Phone;
    Caller caller;
    std::string text;
    std::vector<UnitId> units; ///< dispatched at once
    std::optional<Instant> receivedAt;
    std::optional<IncidentNumber> number; ///< absent = the next of the desk's block
    Code sourceId;
};
struct AddCall {
    IncidentId incident;
    Caller caller;
    Channel channel = Channel::Phone;
    std::string text;
};
struct TakeIncident {
    IncidentId incident;
};
/// A person has it on the screen: told to others once per agency, so that it is known who knew.
struct NoteSeen {
    IncidentId incident;
};
struct SetPriority {
    IncidentId incident;
    Priority priority = Priority::P3;
};
struct SetType {
    IncidentId incident;
    Code type;
};
struct SetPlace {
    IncidentId incident;
    std::string address;
    std::optional<GeoPoint> place;
    Code district;
};
struct AddNote {
    IncidentId incident;
    std::string text; ///< may be empty when there are attachments
    bool ownAgencyOnly = false;
    std::vector<Attachment> attachments{}; ///< held already
};
struct DispatchUnits {
    std::vector<UnitId> units;
    IncidentId incident;
    Code reason;
};
struct PlanUnits {
    std::vector<UnitId> units;
    IncidentId incident;
};
struct DivertUnit {
    UnitId unit;
    IncidentId from; ///< nil = the only one it is on
    IncidentId to;
    Code reason;
};
struct ReleaseUnits {
    std::vector<UnitId> units;
    IncidentId incident; ///< nil = the only one each is on
    Code reason;
};
struct ReachMilestone {
    std::vector<UnitId> units;
    IncidentId incident; ///< nil = the only one each is on
    AssignmentState milestone = AssignmentState::Acknowledged;
    bool correction = false; ///< going back was confirmed
};
struct ClearUnits {
    std::vector<UnitId> units;
    IncidentId incident;
    Code disposition;
};
struct RefuseAssignment {
    UnitId unit;
    IncidentId incident;
    Code reason;
};
/// VOICE: the crew was told; or Machine by a receipt.
struct RecordDelivery {
    UnitId unit;
    IncidentId incident;
    DeliveryMeans means = DeliveryMeans::Voice;
    std::string contact; ///< who was told
};
struct RegisterUnit {
    Callsign callsign;
    Code kind;
    Code group;
    std::vector<Code> capabilities;
    Code home;
    std::string homeAddress;
    std::optional<GeoPoint> homePlace;
    DutyState duty = DutyState::Available;
};
struct SetDuty {
    std::vector<UnitId> units;
    DutyState duty = DutyState::Available;
    Code reason{};
    std::optional<Instant> until{};   ///< expected back
    std::optional<Duration> recall{}; ///< for Conditional
    // Of the shift. What is not given stays as it is until the unit goes off duty.
    std::optional<std::uint32_t> crew{}; ///< persons on board
    std::optional<Instant> shiftEnd{};
    std::vector<Code> capabilities{};
    std::string crewNames{};
    std::string vehicle{}; ///< plate or fleet number
};
struct RaiseDistress {
    UnitId unit;
    std::string text;
};
struct EndDistress {
    UnitId unit;
    Code reason;
    std::string text; ///< typed reason, required
};
/// PAR over all units of the incident, or the answer of some.
struct CheckWelfare {
    IncidentId incident;
    std::vector<UnitId> units; ///< empty = every active unit
    bool answered = true;
};
struct LinkIncidents {
    IncidentId incident;
    IncidentId other;
    LinkRelation relation = LinkRelation::Related;
    std::string text;
};
struct UnlinkIncidents {
    IncidentId incident;
    IncidentId other;
};
struct MergeIncident {
    IncidentId absorbed;
    IncidentId survivor;
    std::string text; ///< typed reason, required
};
struct SplitIncident {
    IncidentId absorbed;
    std::string text;
};
/// CLOSE: open → resolved (and closed at once when the type needs no check); resolved → closed by another
/// person.
struct CloseIncident {
    IncidentId incident;
    Code code;
    std::string text;
};
struct ReopenIncident {
    IncidentId incident;
    Code reason;
    std::string text;
};
struct VoidIncident {
    IncidentId incident;
    Code reason;
};
struct ReferIncident {
    IncidentId incident;
    Code target;
    Code reason;
    Code outsideNumber;
};
struct OfferLead {
    IncidentId incident;
    AgencyIndex agency;
    Code phase;
    Code rule;
};
struct AcceptLead {
    IncidentId incident;
};
struct ReleaseLead {
    IncidentId incident;
    Code reason;
};
struct GrantMember {
    StreamId stream;
    AgencyIndex agency;
    bool mayGrant = false;
};
struct LeaveStream {
    StreamId stream;
    AgencyIndex agency;
};
struct SetDispatchGrant {
    Code group;
    AgencyIndex to;
    DispatchGrant grant = DispatchGrant::Own;
};
/// Where this agency's units are, as another one may know it.
struct SetPositionSharing {
    AgencyIndex to;
    PositionSharing how;
};
struct SettleConflict {
    ConflictId conflict;
};
struct DeclareNoDuff {
    bool ended = false;
};
/// The words of one section go for ever; that they were there stays proven.
struct ForgetSection {
    StreamId stream;
    EventId event;
    AgencyIndex author; ///< of that event
    SectionClass sectionClass = SectionClass::Personal;
    std::uint8_t index = 0; ///< place among the event's commitments
};

using Intent =
    std::variant<OpenIncident, AddCall, TakeIncident, NoteSeen, SetPriority, SetType, SetPlace, AddNote,
                 DispatchUnits, PlanUnits, DivertUnit, ReleaseUnits, ReachMilestone, ClearUnits,
                 RefuseAssignment, RecordDelivery, RegisterUnit, SetDuty, RaiseDistress, EndDistress,
                 CheckWelfare, LinkIncidents, UnlinkIncidents, MergeIncident, SplitIncident, CloseIncident,
                 ReopenIncident, VoidIncident, ReferIncident, OfferLead, AcceptLead, ReleaseLead, GrantMember,
                 LeaveStream, SetDispatchGrant, SetPositionSharing, SettleConflict, DeclareNoDuff,
                 ForgetSection, KeepRecord>;

/// Intent: what someone asks to be done; may be refused.
struct Command {
    Intent intent;
    std::optional<Instant> occurredAt; ///< typed late (`@2140`); absent = now
    Source source = Source::Operator;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/event.h"
#include "core/geo.h"
#include "core/states.h"

#include <optional>
#include <variant>
#include <vector>

namespace ob::core {

// Open facts: codes, states, ids, times, district. No free text, no persons, never shredded (R6).
// A kind's number and its fields' numbers (core/event_fields.h) are permanent; fields are only added.
// Numbers kept free: 100–119 requests, 120–139 tasks, 140–149 notices, 150–169 objections, 170–189 drills.

/// Kinds with this bit are annotations: an older version may ignore them without closing the stream (R9).
constexpr std::uint16_t annotationBit = 0x8000;

// --- the desk itself -------------------------------------------------------------------------------------
/// First event of a log: names the certificate and the head of the incarnation before it.
struct LogOpened {
    static constexpr std::uint16_t kind = 1;
    Hash certificate{}; ///< SHA-256 of the desk certificate
    Hash nonce{};       ///< incarnation nonce that the log id is made from
    Lane lane = Lane::Live;
    LogId predecessor; ///< nil for the first incarnation
    std::uint64_t predecessorSize = 0;
    Hash predecessorRoot{};
};

// --- incident --------------------------------------------------------------------------------------------
struct IncidentOpened {
    static constexpr std::uint16_t kind = 10;
    IncidentNumber number;
    Code type;
    Priority priority = Priority::P3;
    Channel channel = Channel::Phone;
    std::vector<AgencyIndex> members; ///< sorted; who may see the stream
    Code district;
    Code sourceId;                     ///< key in the system that it was imported from
    std::optional<Instant> receivedAt; ///< when the call reached the centre, if other than occurredAt
};
struct CallAdded {
    static constexpr std::uint16_t kind = 11;
    Channel channel = Channel::Phone;
};
struct PrioritySet {
    static constexpr std::uint16_t kind = 12;
    Priority priority = Priority::P3;
};
struct TypeSet {
    static constexpr std::uint16_t kind = 13;
    Code type;
};
/// The place itself is in the joint section.
struct PlaceSet {
    static constexpr std::uint16_t kind = 14;
    Code district;
};
/// The text is in a restricted section.
struct NoteAdded {
    static constexpr std::uint16_t kind = 15;
};
/// TAKE: who handles it; the position is in the circumstance.
struct HandlerTaken {
    static constexpr std::uint16_t kind = 16;
};
/// A person of the author's agency had it on the screen; who, is in the circumstance. Once per agency.
struct IncidentSeen {
    static constexpr std::uint16_t kind = 40;
};
struct LeadOffered {
    static constexpr std::uint16_t kind = 17;
    AgencyIndex agency;
    Code phase;
    Code rule; ///< of the rule table, when proposed by it
};
struct LeadAccepted {
    static constexpr std::uint16_t kind = 18;
    EventId offer;
};
/// The lead falls vacant: handling duty goes back to the first receiver.
struct LeadReleased {
    static constexpr std::uint16_t kind = 19;
    Code reason;
};
struct UnitPlanned {
    static constexpr std::uint16_t kind = 20;
    UnitId unit;
};
/// Creates an assignment, or turns the planned one that it names into a real one.
struct UnitDispatched {
    static constexpr std::uint16_t kind = 21;
    UnitId unit;
    AssignmentId planned;           ///< nil when there was no plan
    Code reason;                    ///< recommendation or operator's code
    std::optional<Duration> fixAge; ///< age of the position at the time of sending
    AssignmentId divertedFrom;      ///< nil, or the assignment (of another incident) it was taken from
};
/// Acknowledged … AtDestination. Going backward is a correction: it takes the later milestones back.
struct MilestoneReached {
    static constexpr std::uint16_t kind = 22;
    AssignmentId assignment;
    AssignmentState milestone = AssignmentState::Acknowledged;
    bool correction = false;
};
struct AssignmentDelivered {
    static constexpr std::uint16_t kind = 23;
    AssignmentId assignment;
    DeliveryMeans means = DeliveryMeans::Machine;
};
struct AssignmentCleared {
    static constexpr std::uint16_t kind = 24;
    AssignmentId assignment;
    Code disposition;
};
struct AssignmentReleased {
    static constexpr std::uint16_t kind = 25;
    AssignmentId assignment;
    Code reason;
    IncidentId divertedTo; ///< nil, or the incident that the unit goes to instead
};
struct AssignmentRefused {
    static constexpr std::uint16_t kind = 26;
    AssignmentId assignment;
    Code reason;
};
/// A time that was noted wrong, set right afterwards, also on an assignment that has ended. `occurredAt` is
/// when that was done.
struct MilestoneCorrected {
    static constexpr std::uint16_t kind = 27;
    AssignmentId assignment;
    AssignmentState milestone = AssignmentState::Dispatched; ///< or the end
    std::optional<Instant> reachedAt;                        ///< absent: it was not reached
};
/// When it began, set right afterwards.
struct OpeningCorrected {
    static constexpr std::uint16_t kind = 28;
    Instant openedAt;
    std::optional<Instant> receivedAt;
};
struct IncidentResolved {
    static constexpr std::uint16_t kind = 30;
    Code disposition;
};
struct IncidentClosed {
    static constexpr std::uint16_t kind = 31;
    Code result;
    bool verificationSkipped = false; ///< the type needs no independent check
};
struct IncidentReopened {
    static constexpr std::uint16_t kind = 32;
    Code reason;
};
struct IncidentVoided {
    static constexpr std::uint16_t kind = 33;
    Code reason;
};
/// The receiver outside the realm has accepted; tracking stays with the first receiver.
struct IncidentReferred {
    static constexpr std::uint16_t kind = 34;
    Code target;
    Code reason;
    Code outsideNumber;
};
struct IncidentLinked {
    static constexpr std::uint16_t kind = 35;
    IncidentId other;
    LinkRelation relation = LinkRelation::Related;
};
struct IncidentUnlinked {
    static constexpr std::uint16_t kind = 36;
    IncidentId other;
};
/// An event of the absorbed incident.
struct MergedInto {
    static constexpr std::uint16_t kind = 37;
    IncidentId survivor;
    std::vector<AssignmentId> moved; ///< active assignments that go on under the survivor
};
struct MergeUndone {
    static constexpr std::uint16_t kind = 38;
    IncidentId survivor;
};
/// PAR: a person asked after this unit and it answered (or did not).
struct WelfareChecked {
    static constexpr std::uint16_t kind = 39;
    UnitId unit;
    bool answered = true;
};

// --- unit ------------------------------------------------------------------------------------------------
/// Creates a unit of the author's agency. Its home stands in the joint section.
struct UnitRegistered {
    static constexpr std::uint16_t kind = 60;
    Callsign callsign;
    Code unitKind;
    Code group;                     ///< unit group for dispatch grants; empty = the agency's default group
    std::vector<Code> capabilities; ///< sorted
    Code home;                      ///< station code
    std::vector<AgencyIndex> members;
};
struct DutySet {
    static constexpr std::uint16_t kind = 61;
    DutyState duty = DutyState::OffDuty;
    Code reason{};                       ///< for Unavailable
    std::optional<Instant> until{};      ///< expected back
    std::optional<Duration> recall{};    ///< for Conditional
    std::optional<std::uint32_t> crew{}; ///< persons on board
    std::optional<Instant> shiftEnd{};
    std::vector<Code>
        capabilities{}; ///< for this shift; empty = those of the unit. Names and vehicle: OwnPart
};
struct DistressRaised {
    static constexpr std::uint16_t kind = 62;
    IncidentId incident; ///< where it is working, nil when unknown
};
struct DistressEnded {
    static constexpr std::uint16_t kind = 63;
    Code reason;
};
struct UnitChanged {
    static constexpr std::uint16_t kind = 64;
    Code unitKind;
    Code group;
    std::vector<Code> capabilities;
    Code home;
};

// --- policy ----------------------------------------------------------------------------------------------
/// Creates the policy stream of the author's agency.
struct PolicyOpened {
    static constexpr std::uint16_t kind = 70;
    std::vector<AgencyIndex> members;
};
struct DispatchGrantSet {
    static constexpr std::uint16_t kind = 71;
    Code group; ///< empty = all units of the agency
    AgencyIndex to;
    DispatchGrant grant = DispatchGrant::Own;
};
/// How well an agency may know where the author's units are.
struct PositionSharingSet {
    static constexpr std::uint16_t kind = 74;
    AgencyIndex to;
    bool isWithheld = false;
    std::uint32_t gridMetres = 0; ///< 0 = as it is
    Duration delay;
};
/// 实情: freezes a drill on all its desks; only in drill realms.
struct NoDuffDeclared {
    static constexpr std::uint16_t kind = 72;
};
struct NoDuffEnded {
    static constexpr std::uint16_t kind = 73;
};

// --- any stream ------------------------------------------------------------------------------------------
/// The agency becomes (again) a member of the stream (R2).
struct MemberGranted {
    static constexpr std::uint16_t kind = 80;
    AgencyIndex agency;
    bool mayGrant = false;
};
/// Binds what descends from it, until a later grant lifts it (R2).
struct MemberLeft {
    static constexpr std::uint16_t kind = 81;
    AgencyIndex agency;
};
struct ConflictSettled {
    static constexpr std::uint16_t kind = 82;
    ConflictId conflict;
};
/// Shreds the body and salt of one section; the commitment still verifies.
struct SectionForgotten {
    static constexpr std::uint16_t kind = 83;
    EventId event;
    SectionClass sectionClass = SectionClass::Personal;
    std::uint8_t index = 0; ///< place among the header's commitments
};

using Fact =
    std::variant<LogOpened, IncidentOpened, CallAdded, PrioritySet, TypeSet, PlaceSet, NoteAdded,
                 HandlerTaken, IncidentSeen, LeadOffered, LeadAccepted, LeadReleased, UnitPlanned,
                 UnitDispatched, MilestoneReached, AssignmentDelivered, AssignmentCleared, AssignmentReleased,
                 AssignmentRefused, MilestoneCorrected, OpeningCorrected, IncidentResolved, IncidentClosed,
                 IncidentReopened, IncidentVoided, IncidentReferred, IncidentLinked, IncidentUnlinked,
                 MergedInto, MergeUndone, WelfareChecked, UnitRegistered, DutySet, DistressRaised,
                 DistressEnded, UnitChanged, PolicyOpened, DispatchGrantSet, PositionSharingSet,
                 NoDuffDeclared, NoDuffEnded, MemberGranted, MemberLeft, ConflictSettled, SectionForgotten>;

/// On every event: when it happened, how it is known, at which post.
struct Circumstance {
    Instant occurredAt;
    Source source = Source::Operator;
    Code position; ///< 岗位 that the work belongs to
};

/// The open section, understood.
struct EventBody {
    Circumstance circumstance;
    Fact fact;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/journal/field_archive.h"
#include "core/restricted_parts.h"

namespace ob::core {

// One description per kind. Numbers are permanent: never change or reuse one, only add (R9). 1–9 belong to
// the circumstance, which shares the map with the kind's own fields.

constexpr std::size_t maxCapabilities = 64;
constexpr std::size_t maxMovedAssignments = 256;

template<class Archive>
void describe(Archive& a, Circumstance& c) {
    a.required(1, c.occurredAt);
    a.required(2, c.source);
    a.field(3, c.position);
}

template<class Archive>
void describe(Archive& a, LogOpened& e) {
    a.required(10, e.certificate);
    a.required(11, e.nonce);
    a.required(12, e.lane);
    a.field(13, e.predecessor);
    a.field(14, e.predecessorSize);
    a.field(15, e.predecessorRoot);
}

template<class Archive>
void describe(Archive& a, IncidentOpened& e) {
    a.required(10, e.number);
    a.field(11, e.type);
    a.required(12, e.priority);
    a.required(13, e.channel);
    a.set(14, e.members, maxAgencies);
    a.field(15, e.district);
    a.field(16, e.sourceId);
    a.field(17, e.receivedAt);
}
template<class Archive>
void describe(Archive& a, CallAdded& e) {
    a.required(10, e.channel);
}
template<class Archive>
void describe(Archive& a, PrioritySet& e) {
    a.required(10, e.priority);
}
template<class Archive>
void describe(Archive& a, TypeSet& e) {
    a.field(10, e.type);
}
template<class Archive>
void describe(Archive& a, PlaceSet& e) {
    a.field(10, e.district);
}
template<class Archive>
void describe(Archive&, NoteAdded&) {}
template<class Archive>
void describe(Archive&, HandlerTaken&) {}
template<class Archive>
void describe(Archive&, IncidentSeen&) {}
template<class Archive>
void describe(Archive& a, LeadOffered& e) {
    a.required(10, e.agency);
    a.field(11, e.phase);
    a.field(12, e.rule);
}
template<class Archive>
void describe(Archive& a, LeadAccepted& e) {
    a.required(10, e.offer);
}
template<class Archive>
void describe(Archive& a, LeadReleased& e) {
    a.field(10, e.reason);
}
template<class Archive>
void describe(Archive& a, UnitPlanned& e) {
    a.required(10, e.unit);
}
template<class Archive>
void describe(Archive& a, UnitDispatched& e) {
    a.required(10, e.unit);
    a.field(11, e.planned);
    a.field(12, e.reason);
    a.field(13, e.fixAge);
    a.field(14, e.divertedFrom);
}
template<class Archive>
void describe(Archive& a, MilestoneReached& e) {
    a.required(10, e.assignment);
    a.required(11, e.milestone);
    a.field(12, e.correction);
}
template<class Archive>
void describe(Archive& a, AssignmentDelivered& e) {
    a.required(10, e.assignment);
    a.required(11, e.means);
}
template<class Archive>
void describe(Archive& a, AssignmentCleared& e) {
    a.required(10, e.assignment);
    a.field(11, e.disposition);
}
template<class Archive>
void describe(Archive& a, AssignmentReleased& e) {
    a.required(10, e.assignment);
    a.field(11, e.reason);
    a.field(12, e.divertedTo);
}
template<class Archive>
void describe(Archive& a, AssignmentRefused& e) {
    a.required(10, e.assignment);
    a.field(11, e.reason);
}
template<class Archive>
void describe(Archive& a, MilestoneCorrected& e) {
    a.required(10, e.assignment);
    a.required(11, e.milestone);
    a.field(12, e.reachedAt);
}
template<class Archive>
void describe(Archive& a, OpeningCorrected& e) {
    a.required(10, e.openedAt);
    a.field(11, e.receivedAt);
}
template<class Archive>
void describe(Archive& a, IncidentResolved& e) {
    a.field(10, e.disposition);
}
template<class Archive>
void describe(Archive& a, IncidentClosed& e) {
    a.field(10, e.result);
    a.field(11, e.verificationSkipped);
}
template<class Archive>
void describe(Archive& a, IncidentReopened& e) {
    a.field(10, e.reason);
}
template<class Archive>
void describe(Archive& a, IncidentVoided& e) {
    a.field(10, e.reason);
}
template<class Archive>
void describe(Archive& a, IncidentReferred& e) {
    a.field(10, e.target);
    a.field(11, e.reason);
    a.field(12, e.outsideNumber);
}
template<class Archive>
void describe(Archive& a, IncidentLinked& e) {
    a.required(10, e.other);
    a.required(11, e.relation);
}
template<class Archive>
void describe(Archive& a, IncidentUnlinked& e) {
    a.required(10, e.other);
}
template<class Archive>
void describe(Archive& a, MergedInto& e) {
    a.required(10, e.survivor);
    a.list(11, e.moved, maxMovedAssignments);
}
template<class Archive>
void describe(Archive& a, MergeUndone& e) {
    a.required(10, e.survivor);
}
template<class Archive>
void describe(Archive& a, WelfareChecked& e) {
    a.required(10, e.unit);
    a.required(11, e.answered);
}

template<class Archive>
void describe(Archive& a, UnitRegistered& e) {
    a.required(10, e.callsign);
    a.field(11, e.unitKind);
    a.field(12, e.group);
    a.set(13, e.capabilities, maxCapabilities);
    a.field(14, e.home);
    a.set(15, e.members, maxAgencies);
}
template<class Archive>
void describe(Archive& a, DutySet& e) {
    a.required(10, e.duty);
    a.field(11, e.reason);
    a.field(12, e.until);
    a.field(13, e.recall);
    a.field(14, e.crew);
    a.field(15, e.shiftEnd);
    a.set(16, e.capabilities, maxCapabilities);
}
template<class Archive>
void describe(Archive& a, DistressRaised& e) {
    a.field(10, e.incident);
}
template<class Archive>
void describe(Archive& a, DistressEnded& e) {
    a.field(10, e.reason);
}
template<class Archive>
void describe(Archive& a, UnitChanged& e) {
    a.field(10, e.unitKind);
    a.field(11, e.group);
    a.set(12, e.capabilities, maxCapabilities);
    a.field(13, e.home);
}

template<class Archive>
void describe(Archive& a, PolicyOpened& e) {
    a.set(10, e.members, maxAgencies);
}
template<class Archive>
void describe(Archive& a, DispatchGrantSet& e) {
    a.field(10, e.group);
    a.required(11, e.to);
    a.required(12, e.grant);
}
template<class Archive>
void describe(Archive& a, PositionSharingSet& e) {
    a.required(10, e.to);
    a.field(11, e.isWithheld);
    a.field(12, e.gridMetres);
    a.field(13, e.delay);
}
template<class Archive>
void describe(Archive&, NoDuffDeclared&) {}
template<class Archive>
void describe(Archive&, NoDuffEnded&) {}

template<class Archive>
void describe(Archive& a, MemberGranted& e) {
    a.required(10, e.agency);
    a.field(11, e.mayGrant);
}
template<class Archive>
void describe(Archive& a, MemberLeft& e) {
    a.required(10, e.agency);
}
template<class Archive>
void describe(Archive& a, ConflictSettled& e) {
    a.required(10, e.conflict);
}
template<class Archive>
void describe(Archive& a, SectionForgotten& e) {
    a.required(10, e.event);
    a.required(11, e.sectionClass);
    a.required(12, e.index);
}

template<class Archive>
void describe(Archive& a, Attachment& each) {
    a.required(1, each.hash);
    a.required(2, each.bytes);
    a.required(3, each.name);
    a.required(4, each.mediaType);
}
/// A map of its own, so that it can have more fields one day.
inline void writeValue(CborWriter& out, Attachment const& value) {
    OB_ENSURE(isSound(value));
    Attachment each = value; // describe() serves readers too, so it wants what may change
    FieldWriter fields(out);
    describe(fields, each);
    fields.finish();
}
inline void readValue(CborReader& in, Attachment& each) {
    FieldReader fields(in);
    describe(fields, each);
    if (!fields.finish() || !isSound(each)) in.reject();
}

// --- restricted sections: the audience stands in the section, not in the body ------------------------------
template<class Archive>
void describe(Archive& a, JointPart& p) {
    a.text(1, p.address, RestrictedParts::maxAddressBytes);
    a.field(2, p.place);
    a.text(3, p.text, RestrictedParts::maxTextBytes);
    a.list(JointPart::attachmentsField, p.attachments, Attachment::maxOfNote);
}
template<class Archive>
void describe(Archive& a, OwnPart& p) {
    a.text(1, p.operatorName, RestrictedParts::maxNameBytes);
    a.text(2, p.text, RestrictedParts::maxTextBytes);
    a.list(OwnPart::attachmentsField, p.attachments, Attachment::maxOfNote);
    a.text(4, p.crewNames, RestrictedParts::maxNameBytes);
    a.text(5, p.vehicle, RestrictedParts::maxNameBytes);
}
template<class Archive>
void describe(Archive& a, PersonalPart& p) {
    a.text(1, p.callerName, RestrictedParts::maxNameBytes);
    a.text(2, p.callerPhone, RestrictedParts::maxNameBytes);
    a.text(3, p.contactName, RestrictedParts::maxNameBytes);
    a.text(4, p.text, RestrictedParts::maxTextBytes);
}
template<class Archive>
void describe(Archive& a, SealedPart& p) {
    a.text(1, p.text, RestrictedParts::maxTextBytes);
}

} // namespace ob::core

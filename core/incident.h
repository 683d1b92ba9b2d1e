// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/assignment.h"
#include "core/attachment.h"
#include "core/code.h"
#include "core/conflict.h"
#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::core {

/// Fields that are registers of their own: what ConcurrentValues names.
enum class IncidentField : std::uint8_t {
    State = 1,
    Priority = 2,
    Type = 3,
    Place = 4,
    Handler = 5,
    Lead = 6,
    Merge = 7
};

/// One report of the incident. Who called is in the personal section of its event and read from the journal
/// when somebody asks: the board and its snapshots hold nothing personal.
struct Call {
    CallId id;
    Instant receivedAt;
    Channel channel = Channel::Phone;
    friend bool operator==(Call const&, Call const&) = default;
};

struct IncidentLink {
    IncidentId other;
    LinkRelation relation = LinkRelation::Related;
    friend bool operator==(IncidentLink const&, IncidentLink const&) = default;
};

/// The lead that was offered and not accepted yet.
struct LeadOffer {
    EventId id;
    AgencyIndex agency;
    Code phase;
    friend bool operator==(LeadOffer const&, LeadOffer const&) = default;
};

/// What the board knows of an incident: an immutable value, made anew by each change.
/// The first time that somebody of an agency had the incident on the screen.
struct Sighting {
    AgencyIndex agency;
    Code position;
    Instant at; ///< occurredAt
    friend bool operator==(Sighting const&, Sighting const&) = default;
};

struct Incident {
    static constexpr std::size_t maxNarrativeBytes = 8 * 1024;
    static constexpr std::size_t maxAttachments = 256; ///< on the board; the timeline has all

    IncidentId id;
    IncidentNumber number;
    Code sourceId;
    Code type;
    Priority priority = Priority::P3;
    IncidentState state = IncidentState::Open;
    Channel channel = Channel::Phone;
    Code district;
    AgencyIndex firstReceiver;       ///< tracks it until it is closed
    std::optional<AgencyIndex> lead; ///< accepted
    std::vector<LeadOffer> leadOffers;
    Code handler; ///< position that handles it now; empty = nobody took it
    std::optional<AgencyIndex> handlerAgency;
    std::optional<std::string> address; ///< joint: absent = none or withheld
    std::optional<GeoPoint> place;      ///< joint
    bool placeWithheld = false;
    std::vector<AgencyIndex> members; ///< sorted
    std::vector<Call> calls;
    std::vector<Assignment> assignments; ///< in order of creation (R4)
    std::vector<IncidentLink> links;
    IncidentId mergedInto;      ///< nil unless the merge stands (cycles do not)
    std::vector<Sighting> seen; ///< one per agency, in order of being known; not of the first receiver
    std::uint32_t noteCount = 0;
    std::string narrative;               ///< joint texts, a line each, oldest first, cut at maxNarrativeBytes
    std::vector<Attachment> attachments; ///< of notes, as far as they may be known here; oldest first
    std::vector<Conflict> conflicts;     ///< inside this stream
    Instant openedAt;                    ///< occurredAt of the opening
    std::optional<Instant> receivedAt;
    std::optional<Instant> resolvedAt;
    std::optional<Instant> closedAt; ///< also merged, referred, voided
    /// The last time that somebody opened it again: time limits begin anew there.
    std::optional<Instant> reopenedAt;
    Instant lastChangedAt; ///< newest recordedAt in the stream
    Code disposition;
    Code resolvedBy;                               ///< position that resolved it
    std::optional<std::string> resolvedByOperator; ///< own: known inside the resolver's agency
    Code referralTarget;
    bool readOnly = false; ///< a newer version wrote to it: upgrade first (R9)

    /// Somebody always answers: the accepted lead, else the first receiver.
    AgencyIndex responsible() const { return lead.value_or(firstReceiver); }
    bool isOpen() const { return state == IncidentState::Open; }
    bool hasActiveAssignment() const;
    Assignment const* assignment(AssignmentId which) const;
    /// Not ended assignment of this unit (planned or active), newest first.
    Assignment const* assignmentOf(UnitId unit) const;
    IncidentProgress progress() const;
    friend bool operator==(Incident const&, Incident const&) = default;
};

} // namespace ob::core

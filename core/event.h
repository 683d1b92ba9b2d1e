// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/id.h"
#include "core/instant.h"

#include <memory>
#include <string>
#include <vector>

namespace ob::core {

struct EventBody;       // the variant of kinds, core/event_body.h: include it in few files
struct RestrictedParts; // core/restricted_parts.h

using RealmId = std::array<std::uint8_t, 16>;

/// What kind of thing a stream is.
enum class StreamKind : std::uint8_t { Desk = 0, Incident = 1, Unit = 2, Policy = 3 };

/// Sharing class of a section. Each field has one class for ever (R6).
enum class SectionClass : std::uint8_t { Open = 0, Joint = 1, Own = 2, Personal = 3, Sealed = 4 };

/// Two logs a desk: an import never delays a dispatch.
enum class Lane : std::uint8_t { Live = 0, Bulk = 1 };

struct Commitment {
    SectionClass sectionClass{};
    Hash hash{}; ///< SHA-256(0x02 ‖ section bytes)
    friend bool operator==(Commitment const&, Commitment const&) = default;
};

/// The signed-for part of an event: covered by the leaf hash, seen by everybody entitled to the stream.
struct EventHeader {
    std::uint8_t version = 1;
    RealmId realm{};
    LogId log;
    std::uint64_t sequence = 0; ///< 0 is the first of the log
    Hlc hlc;
    std::uint16_t kind = 0;       ///< EventKind; a newer version may send one that is not known here
    StreamId stream;              ///< nil in the event that creates the stream
    std::vector<EventId> parents; ///< heads of the stream that the author held, sorted, at most maxParents
    std::vector<Commitment> commitments;

    static constexpr std::size_t maxParents = 64;
    static constexpr std::size_t maxSections = 8;
    friend bool operator==(EventHeader const&, EventHeader const&) = default;
};

/// Whether an event may have an effect at all (R8): under a signed head of a chained log and within the
/// smallest settlement or revocation of that log.
enum class Admission : std::uint8_t { Admissible, Voided };

/// A fact that has happened, decoded. Immutable and cheap to copy (what it says is shared).
class Event {
  public:
    Event(EventId id, EventHeader header, AgencyIndex author, std::shared_ptr<EventBody const> body,
          std::shared_ptr<RestrictedParts const> restricted, Admission admission = Admission::Admissible)
        : m_id(id), m_header(std::make_shared<EventHeader const>(std::move(header))), m_author(author),
          m_body(std::move(body)), m_restricted(std::move(restricted)), m_admission(admission) {}

    EventId id() const { return m_id; }
    EventHeader const& header() const { return *m_header; }
    /// The stream that it belongs to: for a creating event the stream that it creates.
    StreamId stream() const { return m_header->stream.isNil() ? StreamId(m_id.hash()) : m_header->stream; }
    bool creates() const { return m_header->stream.isNil(); }
    /// Agency of the desk that wrote it (from the certificate behind the log).
    AgencyIndex author() const { return m_author; }
    Admission admission() const { return m_admission; }

    /// False for bytes that match their leaf and cannot be understood: stored, relayed, without effect.
    bool isUnderstood() const { return m_body != nullptr; }
    EventBody const& body() const;
    /// The restricted sections that this desk holds; a missing one is withheld. Never null.
    RestrictedParts const& restricted() const;

    Instant recordedAt() const { return m_header->hlc.instant(); }

  private:
    EventId m_id;
    std::shared_ptr<EventHeader const> m_header;
    AgencyIndex m_author;
    std::shared_ptr<EventBody const> m_body;
    std::shared_ptr<RestrictedParts const> m_restricted;
    Admission m_admission;
};

} // namespace ob::core

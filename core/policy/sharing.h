// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/membership.h"
#include "core/identity/desk_certificate.h"
#include "core/incident.h"
#include "core/journal/encoded.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace ob::core {

/// Who asks: a desk of this agency, cleared for so much.
struct Reader {
    AgencyIndex agency;
    Clearance clearance;
};

/// The event as its hash alone.
EncodedEvent stubOf(EncodedEvent const& event);

/// What of an event another desk may have: membership ∧ audience ∧ clearance (R2, R6). Header and open
/// section go to members; joint sections to the audience that is named in them, else to agencies with a role
/// on the incident (first receiver, lead, whoever was offered the lead, sent a unit or has one there) and to
/// the coordinators of the realm; own, personal and sealed ones to the author's agency alone. Desks of one
/// agency give each other all that they hold, also when the role is over that it was given for. Answers from
/// what this desk holds. Belongs to the desk thread.
class Sharing {
  public:
    struct Sources {
        /// All events of a stream that are held.
        std::function<std::vector<Event>(StreamId)> events;
        std::function<std::optional<AgencyIndex>(UnitId)> agencyOfUnit;
        std::vector<AgencyIndex> coordinators{}; ///< RealmFile::coordinators
        std::optional<AgencyIndex> own{};        ///< of this desk: what it was given is its agency's
    };
    explicit Sharing(Sources sources) : m_sources(std::move(sources)) {}

    /// The event as the reader may have it: a stub when it is nothing for it.
    EncodedEvent shared(EncodedEvent event, AgencyIndex author, Reader const& reader);
    /// These are all events of the stream, and it is folded.
    void noteWhole(StreamId stream, std::vector<Event> const& events, StreamFold const& fold);
    /// The stream grew by this event.
    void noteNew(Event const& event);
    /// The stream changed in another way.
    void noteChanged(StreamId stream) { m_known.erase(stream); }
    /// What counts of some log changed: a grant in it may not count any more.
    void noteStanding() { m_known.clear(); }
    /// The event lacks an ancestor here: who may hold it is not known yet.
    bool isWaiting(EncodedEvent const& event);
    bool hasWaiting(StreamId stream) { return entryOf(stream).membership.hasWaiting(); }

    /// Whether an event of this kind may give an agency a role on its incident.
    static bool changesRoles(std::uint16_t kind);
    /// Agencies that may have joint sections without being named in them: with a role on the incident, and
    /// the coordinators.
    std::set<AgencyIndex> rolesOn(Incident const& incident) const;
    static constexpr std::size_t maxRemembered = 16'384; ///< streams

  private:
    struct Entry {
        Membership membership;
        std::set<AgencyIndex> roles;
        std::set<AgencyIndex> assigned; ///< agencies with a unit there
        bool isIncident = false;
    };
    Entry& entryOf(StreamId stream);
    Entry& remember(StreamId stream, std::vector<Event> const& events, StreamFold const& fold);
    Entry folded(std::vector<Event> const& events, StreamFold const& fold) const;
    static bool mayHold(Entry const& entry, EncodedEvent const& event, bool isOfAgency, Reader const& reader);

    Sources m_sources;
    std::unordered_map<StreamId, Entry> m_known;
};

} // namespace ob::core

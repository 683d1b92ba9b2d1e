// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/event.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace ob::core {

class StreamFold;

/// Who is entitled to which events of a stream, header and open section both (R2): the creator and everybody
/// validly granted, except to what has an unlifted leave among its ancestors. What an agency may hold is
/// always closed under ancestors. Built from the events of one stream; waiting events are nobody's but their
/// author's.
class Membership {
  public:
    static Membership of(std::vector<Event> const& events);
    /// The same, when just these events were folded already, not restored from a snapshot.
    static Membership of(std::vector<Event> const& events, StreamFold const& fold);

    /// Adds an event that changes nothing about who is a member; false, and nothing happens, when it might or
    /// when it lacks an ancestor: make it anew with `of`.
    bool append(Event const& event);

    bool mayHold(AgencyIndex agency, EventId event) const;
    /// Some events lack an ancestor.
    bool hasWaiting() const { return m_hasWaiting; }
    /// False for an event that lacks an ancestor.
    bool knows(EventId event) const { return m_known.contains(event); }

  private:
    /// From those who left and were not granted it again.
    void withhold(std::vector<Event> const& events, std::map<EventId, AgencyIndex> const& grants,
                  std::map<EventId, AgencyIndex> const& leaves);

    bool m_hasWaiting = false;
    bool m_isForAll = false; ///< a desk's own stream: that there is a log is no secret in its realm
    std::set<AgencyIndex> m_admitted;
    std::map<AgencyIndex, std::set<EventId>> m_withheld;
    std::set<EventId> m_known;
};

/// Of the events of one stream that an agency may hold: those that are no hash there when it holds all that
/// it was given. Where others let it in later, that is what they build on, when the grant is held, and what
/// was written after it; what was written beside the grant may have come before as a hash, and is left out.
std::set<EventId> openedFor(AgencyIndex agency, std::vector<Event> const& events,
                            std::function<bool(Event const& grant)> const& isHeld);

} // namespace ob::core

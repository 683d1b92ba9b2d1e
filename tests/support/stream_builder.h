// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/event_body.h"
#include "core/restricted_parts.h"
#include "tests/support/agencies.h"

#include <vector>

namespace ob::core {

/// Makes the events of one stream by hand, with made-up leaf hashes: for tests of order, verdicts and folds.
class StreamBuilder {
  public:
    /// Spreads made-up hashes, so that ties in time are decided another way with another seed.
    explicit StreamBuilder(std::uint32_t seed = 1) : m_seed(seed) {}

    Event const& create(AgencyIndex author, Fact fact, std::uint64_t atSecond);
    /// After the events named by index (0 = the creating event).
    Event const& add(AgencyIndex author, Fact fact, std::vector<std::size_t> const& after,
                     std::uint64_t atSecond);
    Event const& add(AgencyIndex author, Fact fact, std::vector<std::size_t> const& after,
                     std::uint64_t atSecond, RestrictedParts restricted);
    /// After everything that is a head now.
    Event const& then(AgencyIndex author, Fact fact);

    std::vector<Event> const& events() const { return m_events; }
    Event const& operator[](std::size_t index) const { return m_events[index]; }
    AssignmentId assignment(std::size_t index) const { return AssignmentId(m_events[index].id().hash()); }
    std::size_t last() const { return m_events.size() - 1; }
    /// The same event, but voided by a revocation.
    void voidEvent(std::size_t index);

  private:
    EventId nextId();
    std::uint32_t m_seed;
    std::uint64_t m_second = 0;
    std::vector<Event> m_events;
};

inline Instant second(std::uint64_t at) {
    return *Instant::ofMilliseconds(1'800'000'000'000 + static_cast<std::int64_t>(at) * 1000);
}

IncidentOpened openedWith(std::vector<AgencyIndex> members);
UnitId unitNamed(std::uint8_t name);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/event.h"

#include <map>
#include <set>
#include <vector>

namespace ob::core {

/// Who is entitled to which events of a stream, header and open section both (R2): the creator and everybody
/// validly granted, except to what has an unlifted leave among its ancestors. What an agency may hold is
/// always closed under ancestors. Built from the events of one stream; waiting events are nobody's but their
/// author's.
class Membership {
  public:
    static Membership of(std::vector<Event> const& events);

    bool mayHold(AgencyIndex agency, EventId event) const;

  private:
    std::set<AgencyIndex> m_admitted;
    std::map<AgencyIndex, std::set<EventId>> m_withheld;
    std::set<EventId> m_known;
};

} // namespace ob::core

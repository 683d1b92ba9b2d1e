// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/knowledge.h"
#include "core/id.h"

#include <algorithm>
#include <vector>

namespace ob::core {

/// The event being applied: where it stands and what it had seen.
struct Placing {
    EventId event;
    Mark mark;
    Knowledge const& seen;
};

/// One field that several desks may write. A write that saw another replaces it; writes that did not see each
/// other stay side by side until a later one saw them all. The safer side wins, else the last in the order
/// R4, in which writes must be made.
template<class T>
class Register {
  public:
    struct Write {
        T value;
        Mark mark;
        EventId event;
    };

    void write(T value, Placing const& placing) {
        std::erase_if(m_writes, [&](Write const& each) { return placing.seen.covers(each.mark); });
        m_writes.push_back({std::move(value), placing.mark, placing.event});
    }
    bool isEmpty() const { return m_writes.empty(); }
    std::vector<Write> const& writes() const { return m_writes; }
    std::vector<Write>& writes() { return m_writes; }

    /// Null when never written. `rank`: greater = safer.
    template<class Rank>
    Write const* winner(Rank rank) const {
        Write const* best = nullptr;
        for (auto const& each : m_writes)
            if (!best || rank(each.value) >= rank(best->value)) best = &each;
        return best;
    }
    Write const* winner() const {
        return winner([](T const&) { return 0; });
    }
    /// Events of all writes that stand side by side, sorted.
    std::vector<EventId> leaves() const {
        std::vector<EventId> ids;
        for (auto const& each : m_writes)
            ids.push_back(each.event);
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    /// Stands a value beside the winner that says something else?
    bool isDisputed() const {
        return std::any_of(m_writes.begin(), m_writes.end(),
                           [&](auto const& each) { return !(each.value == m_writes.front().value); });
    }

  private:
    std::vector<Write> m_writes; // in R4 order
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/importer.h"

#include <queue>
#include <unordered_map>

namespace ob::core {

/// Finds runs of one unit on two incidents at the same time. Memory grows with the runs that go on at once.
class Overlaps {
  public:
    /// By unit, then by beginning: with how many of the runs before it this one overlaps.
    std::uint64_t take(SpanPort::Span const& span) {
        if (span.unit != m_unit) {
            m_unit = span.unit;
            m_running = {};
            m_onIncident.clear();
        }
        while (!m_running.empty() && m_running.top().to <= span.from) {
            auto const found = m_onIncident.find(m_running.top().incident);
            if (--found->second == 0) m_onIncident.erase(found);
            m_running.pop();
        }
        auto& same = m_onIncident[span.incident];
        std::uint64_t const others = m_running.size() - same++;
        m_running.push({span.to, span.incident});
        return others;
    }

  private:
    struct Running {
        Instant to;
        std::uint64_t incident;
        friend bool operator<(Running const& one, Running const& other) { return other.to < one.to; }
    };
    std::string m_unit;
    std::priority_queue<Running> m_running; // the first to end on top
    std::unordered_map<std::uint64_t, std::uint64_t> m_onIncident;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ob::core {

/// Where an event stands in a decomposition of its stream's graph into chains: every event of a chain has the
/// one before it among its ancestors. Local to one fold; never sent, never compared between folds.
struct Mark {
    std::uint32_t chain = 0;
    std::uint32_t position = 0;
    friend bool operator==(Mark, Mark) = default;
};

/// The ancestors of an event, exactly: how far into each chain they reach.
class Knowledge {
  public:
    bool covers(Mark mark) const {
        return mark.chain < m_reach.size() && m_reach[mark.chain] > mark.position;
    }
    void add(Mark mark) {
        if (mark.chain >= m_reach.size()) m_reach.resize(mark.chain + std::size_t{1}, 0);
        m_reach[mark.chain] = std::max(m_reach[mark.chain], mark.position + 1);
    }
    void merge(Knowledge const& other) {
        if (other.m_reach.size() > m_reach.size()) m_reach.resize(other.m_reach.size(), 0);
        for (std::size_t chain = 0; chain < other.m_reach.size(); ++chain)
            m_reach[chain] = std::max(m_reach[chain], other.m_reach[chain]);
    }
    /// Number of events of this chain that are known.
    std::uint32_t reach(std::uint32_t chain) const { return chain < m_reach.size() ? m_reach[chain] : 0; }
    std::vector<std::uint32_t> const& reaches() const { return m_reach; }
    static Knowledge ofReaches(std::vector<std::uint32_t> reaches) {
        Knowledge made;
        made.m_reach = std::move(reaches);
        return made;
    }
    friend bool operator==(Knowledge const&, Knowledge const&) = default;
    friend auto operator<=>(Knowledge const&, Knowledge const&) = default;

  private:
    std::vector<std::uint32_t> m_reach;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace ob::core {

/// A queue for keys that never fall below the last one taken out, as Dijkstra's do (radix heap: Ahuja,
/// Mehlhorn, Orlin, Tarjan 1990). Keeps its memory from one search to the next.
class RadixQueue {
  public:
    struct Entry {
        std::uint32_t key;
        std::uint32_t value;
    };

    void clear() {
        for (auto& bucket : m_buckets)
            bucket.clear();
        m_last = 0;
        m_size = 0;
    }
    bool isEmpty() const { return m_size == 0; }
    /// key ≥ the last one taken.
    void push(std::uint32_t key, std::uint32_t value) {
        m_buckets[bucketOf(key)].push_back({key, value});
        ++m_size;
    }
    /// The least; there must be one.
    Entry pop() {
        if (m_buckets[0].empty()) spread();
        Entry const entry = m_buckets[0].back();
        m_buckets[0].pop_back();
        --m_size;
        return entry;
    }

  private:
    std::array<std::vector<Entry>, 33> m_buckets;
    std::uint32_t m_last = 0;
    std::size_t m_size = 0;

    /// By the highest bit in which it differs from the last one taken.
    std::size_t bucketOf(std::uint32_t key) const {
        return static_cast<std::size_t>(std::bit_width(key ^ m_last));
    }

    void spread() {
        std::size_t lowest = 1;
        while (m_buckets[lowest].empty())
            ++lowest;
        m_last = UINT32_MAX;
        for (Entry const& entry : m_buckets[lowest])
            m_last = entry.key < m_last ? entry.key : m_last;
        for (Entry const& entry : m_buckets[lowest])
            m_buckets[bucketOf(entry.key)].push_back(entry);
        m_buckets[lowest].clear();
    }
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace ob::core {

/// A queue for keys that never fall below the step of the last one taken out, as Dijkstra's do. Keys are
/// sorted into steps of 256 and not among each other within a step: who searches goes on from a state again
/// when it turns out to be nearer, and times stay exact. Keeps its memory from one search to the next.
class BucketQueue {
  public:
    struct Entry {
        std::uint32_t key;
        std::uint32_t value;
    };

    BucketQueue() { clear(); }
    void clear() {
        m_heads.fill(none);
        m_isUsed.fill(0);
        m_pool.clear();
        m_far.clear();
        m_leastFar = UINT32_MAX;
        m_step = 0;
        m_near = 0;
    }
    bool isEmpty() const { return m_near == 0 && m_far.empty(); }
    /// Nothing that is in it or comes later is less, after the first `pop`.
    std::uint32_t floor() const { return m_step << width; }

    void push(std::uint32_t key, std::uint32_t value) {
        if ((key >> width) - m_step >= buckets) {
            m_far.push_back({key, value});
            m_leastFar = std::min(m_leastFar, key);
            return;
        }
        std::uint32_t const bucket = (key >> width) % buckets;
        m_pool.push_back({{key, value}, m_heads[bucket]});
        m_heads[bucket] = static_cast<std::uint32_t>(m_pool.size() - 1);
        m_isUsed[bucket / 64] |= std::uint64_t{1} << bucket % 64;
        ++m_near;
    }

    /// One of the lowest step; there must be one.
    Entry pop() {
        if (m_near == 0) m_step = m_leastFar >> width;
        // What was far when it came may be near now.
        if ((m_leastFar >> width) - m_step < buckets) refile();
        std::uint32_t const bucket = lowest();
        m_step += (bucket - m_step) % buckets;
        Item const item = m_pool[m_heads[bucket]];
        m_heads[bucket] = item.next;
        if (item.next == none) m_isUsed[bucket / 64] &= ~(std::uint64_t{1} << bucket % 64);
        --m_near;
        return item.entry;
    }

  private:
    static constexpr std::uint32_t width = 8;      ///< bits of a step
    static constexpr std::uint32_t buckets = 2048; ///< nine minutes of milliseconds; few roads take longer
    static constexpr std::uint32_t none = UINT32_MAX;
    struct Item {
        Entry entry;
        std::uint32_t next; ///< in the same bucket
    };
    std::array<std::uint32_t, buckets> m_heads{};
    std::array<std::uint64_t, buckets / 64> m_isUsed{};
    std::vector<Item> m_pool;
    std::vector<Entry> m_far; ///< beyond the buckets
    std::vector<Entry> m_moving;
    std::uint32_t m_leastFar = UINT32_MAX;
    std::uint32_t m_step = 0; ///< of the last one taken
    std::size_t m_near = 0;

    /// The first used one from the present step on, round.
    std::uint32_t lowest() const {
        std::uint32_t const from = m_step % buckets;
        std::uint64_t word = m_isUsed[from / 64] & (~std::uint64_t{0} << from % 64);
        for (std::uint32_t index = from / 64;;) {
            if (word != 0) return index * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
            index = (index + 1) % (buckets / 64);
            word = m_isUsed[index];
        }
    }

    void refile() {
        m_moving.swap(m_far);
        m_leastFar = UINT32_MAX;
        for (Entry const& entry : m_moving)
            push(entry.key, entry.value);
        m_moving.clear();
    }
};

} // namespace ob::core

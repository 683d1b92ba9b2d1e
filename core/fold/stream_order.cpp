// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/stream_order.h"

#include <queue>
#include <tuple>
#include <unordered_map>

namespace ob::core {
namespace {

class Ordering {
  public:
    explicit Ordering(std::vector<Event> const& events) : m_events(events) {
        for (std::size_t index = 0; index < events.size(); ++index)
            m_index.emplace(events[index].id(), index);
        m_missing.resize(events.size(), 0);
        m_children.resize(events.size());
        m_placedAt.resize(events.size());
        m_hasChild.resize(events.size(), false);
    }

    StreamOrder run() {
        for (auto const& [id, index] : m_index)
            link(index);
        for (auto const& [id, index] : m_index)
            if (m_missing[index] == 0) m_ready.push(key(index));
        while (!m_ready.empty()) {
            std::size_t const index = std::get<2>(m_ready.top());
            m_ready.pop();
            take(index);
        }
        for (auto const& [id, index] : m_index)
            if (m_missing[index] != 0) m_order.waiting.push_back(index);
        std::sort(m_order.waiting.begin(), m_order.waiting.end(),
                  [&](auto a, auto b) { return m_events[a].id() < m_events[b].id(); });
        for (auto const& placed : m_order.taken)
            if (!m_hasChild[placed.event]) m_order.heads.push_back(m_events[placed.event].id());
        std::sort(m_order.heads.begin(), m_order.heads.end());
        return std::move(m_order);
    }

  private:
    using Key = std::tuple<Hlc, EventId, std::size_t>;
    Key key(std::size_t index) const { return {m_events[index].header().hlc, m_events[index].id(), index}; }

    std::vector<EventId> parentsOf(std::size_t index) const {
        Event const& event = m_events[index];
        if (event.creates() || !event.header().parents.empty()) return event.header().parents;
        return {EventId(event.stream().hash())};
    }

    void link(std::size_t index) {
        for (EventId const parent : parentsOf(index)) {
            ++m_missing[index];
            if (auto const found = m_index.find(parent); found != m_index.end())
                m_children[found->second].push_back(index);
        }
    }

    void take(std::size_t index) {
        StreamOrder::Placed placed{.event = index, .mark = {}, .seen = {}};
        for (EventId const parent : parentsOf(index)) {
            std::size_t const at = m_index.at(parent);
            placed.seen.merge(m_order.taken[m_placedAt[at]].seen);
            placed.seen.add(m_order.taken[m_placedAt[at]].mark);
            m_hasChild[at] = true;
        }
        placed.mark = chainFor(placed.seen);
        m_placedAt[index] = m_order.taken.size();
        m_order.taken.push_back(std::move(placed));
        for (std::size_t const child : m_children[index])
            if (--m_missing[child] == 0) m_ready.push(key(child));
    }

    /// The first chain whose last event is an ancestor, else a new one.
    Mark chainFor(Knowledge const& seen) {
        for (std::uint32_t chain = 0; chain < m_lengths.size(); ++chain)
            if (seen.reach(chain) == m_lengths[chain]) return {chain, m_lengths[chain]++};
        m_lengths.push_back(1);
        return {static_cast<std::uint32_t>(m_lengths.size() - 1), 0};
    }

    std::vector<Event> const& m_events;
    std::unordered_map<EventId, std::size_t> m_index;
    std::vector<std::size_t> m_missing;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<std::size_t> m_placedAt;
    std::vector<bool> m_hasChild;
    std::vector<std::uint32_t> m_lengths;
    std::priority_queue<Key, std::vector<Key>, std::greater<>> m_ready;
    StreamOrder m_order;
};

} // namespace

StreamOrder StreamOrder::of(std::vector<Event> const& events) { return Ordering(events).run(); }

} // namespace ob::core

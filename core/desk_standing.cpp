// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What of core/desk.h follows from revocations and settlements.
#include "core/desk.h"

#include <algorithm>

namespace ob::core {

/// Streams with events of the log that do not count.
std::vector<StreamId> Desk::voidedStreams(LogId log) const {
    std::vector<StreamId> streams;
    auto const limit = m_around.admissions.limitOf(log);
    if (!limit) return streams;
    constexpr std::uint64_t block = 4096;
    for (std::uint64_t begin = *limit;; begin += block) {
        auto const events = m_around.journal.range(log, begin, begin + block);
        if (events.empty()) return streams;
        for (auto const& event : events)
            if (!event.isStub()) streams.push_back(event.stream);
    }
}

/// Also when it was settled beyond its end: then another history of it counts.
bool Desk::hasEnded() const {
    return std::any_of(m_own.begin(), m_own.end(), [&](OwnLog const& own) {
        return m_around.admissions.keptOf(own.author.id()).has_value();
    });
}

void Desk::foldAnew(std::vector<LogId> const& logs) {
    for (LogId const log : logs)
        for (StreamId const stream : voidedStreams(log))
            m_live.reload(stream);
    m_pending.changes.add(m_live.settle());
}

/// Streams on the board that a part is taken out of, or that get one which counts for nothing.
std::vector<StreamId> Desk::streamsSetAside(JournalBatch const& remote) const {
    std::vector<StreamId> streams;
    for (auto const& aside : remote.aside)
        streams.push_back(aside.event.stream);
    for (auto const& [log, size] : remote.cuts)
        for (auto const& event : m_around.journal.range(log, size, maxTreeSize))
            if (!event.isStub()) streams.push_back(event.stream);
    std::erase_if(streams, [&](StreamId stream) { return m_live.fold(stream) == nullptr; });
    return streams;
}

/// False: it is in a log.
bool Desk::forgetAside(Event const& event, std::uint8_t section) {
    for (auto& aside : m_around.journal.aside(event.stream())) {
        if (aside.event.leaf != event.id()) continue;
        std::erase_if(aside.event.sections, [&](auto const& each) { return each.index == section; });
        m_pending.remote.aside.push_back(std::move(aside));
        return true;
    }
    return false;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/unsure_events.h"

namespace ob::net {

void UnsureEvents::note(core::StreamId stream, core::LogId log, std::uint64_t sequence) {
    auto const [first, isNew] = m_streams[stream].try_emplace(log, sequence);
    if (!isNew && first->second <= sequence) return;
    auto& ofLog = m_logs[log];
    if (!isNew) ofLog.erase(ofLog.find(first->second));
    first->second = sequence;
    ofLog.insert(sequence);
}

std::optional<std::uint64_t> UnsureEvents::firstOf(core::LogId log) const {
    auto const found = m_logs.find(log);
    return found == m_logs.end() ? std::nullopt : std::optional(*found->second.begin());
}

std::set<core::LogId> UnsureEvents::release(std::function<bool(core::StreamId)> const& isSure) {
    std::set<core::LogId> released;
    std::erase_if(m_streams, [&](auto const& each) {
        if (!isSure(each.first)) return false;
        for (auto const& [log, sequence] : each.second) {
            auto const ofLog = m_logs.find(log);
            ofLog->second.erase(ofLog->second.find(sequence));
            if (ofLog->second.empty()) m_logs.erase(ofLog);
            released.insert(log);
        }
        return true;
    });
    return released;
}

} // namespace ob::net

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/send_queue.h"

namespace ob::net {

void SendQueue::add(Frame frame, Priority priority) {
    m_bytes += sizeOf(frame);
    m_frames[static_cast<std::size_t>(priority)].push_back(std::move(frame));
}

void SendQueue::take(core::Bytes& out) {
    std::size_t taken = 0;
    for (auto& frames : m_frames) {
        while (!frames.empty()) {
            std::size_t const size = sizeOf(frames.front());
            if (taken > 0 && taken + size > chunkBytes) return;
            appendFrame(out, frames.front());
            frames.pop_front();
            taken += size;
            m_bytes -= size;
        }
    }
}

void SendQueue::keepOnly(Priority priority) {
    for (std::size_t at = 0; at < m_frames.size(); ++at) {
        if (at == static_cast<std::size_t>(priority)) continue;
        for (auto const& frame : m_frames[at])
            m_bytes -= sizeOf(frame);
        m_frames[at].clear();
    }
}

} // namespace ob::net

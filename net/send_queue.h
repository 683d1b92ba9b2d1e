// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/frame.h"
#include "net/link.h"

#include <deque>

namespace ob::net {

/// What waits to be sent on a link: a queue for each priority.
class SendQueue {
  public:
    /// About as much as is written at once, so that what is urgent never waits for more.
    static constexpr std::size_t chunkBytes = 64 * 1024;

    void add(Frame frame, Priority priority);
    /// Appends whole frames, the most urgent first: up to `chunkBytes`, or one frame that is longer.
    void take(core::Bytes& out);
    void keepOnly(Priority priority);
    std::size_t bytes() const { return m_bytes; }

  private:
    std::array<std::deque<Frame>, 5> m_frames; // by Priority
    std::size_t m_bytes = 0;
};

} // namespace ob::net

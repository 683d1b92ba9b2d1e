// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <cstdint>

namespace ob::net {

/// How much one desk may add to what is held here: a burst, so that who was apart for a month catches up,
/// then so much a second.
struct PaceLimits {
    std::uint64_t burstEvents = 1'000'000;
    std::uint64_t eventsPerSecond = 1'000;
    std::uint64_t burstBytes = std::uint64_t{1} << 30;
    std::uint64_t bytesPerSecond = std::uint64_t{1} << 20;
};

/// What one desk has added lately, as a bucket that drains at its rate.
class Pace {
  public:
    explicit Pace(PaceLimits const& limits) : m_limits(limits) {}
    /// So much was taken now. How long nothing more should be; zero when it may go on.
    core::Duration take(std::uint64_t events, std::uint64_t bytes, core::Instant ticks);

  private:
    PaceLimits m_limits;
    // In thousandths, so that nothing is lost between two calls that are a millisecond apart.
    std::uint64_t m_milliEvents = 0;
    std::uint64_t m_milliBytes = 0;
    core::Instant m_at{};
};

} // namespace ob::net

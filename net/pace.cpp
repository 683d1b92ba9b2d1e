// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/pace.h"

#include <algorithm>

namespace ob::net {
namespace {

constexpr std::uint64_t milli = 1000;

std::uint64_t drained(std::uint64_t level, std::uint64_t perSecond, std::uint64_t milliseconds) {
    return level - std::min(level, perSecond * milliseconds);
}

/// Until the level is back at the burst, rounded up.
std::uint64_t millisecondsOver(std::uint64_t level, std::uint64_t burst, std::uint64_t perSecond) {
    if (level <= burst * milli) return 0;
    return (level - burst * milli + perSecond - 1) / perSecond;
}

} // namespace

core::Duration Pace::take(std::uint64_t events, std::uint64_t bytes, core::Instant ticks) {
    auto const passed = static_cast<std::uint64_t>(std::max<std::int64_t>(0, (ticks - m_at).milliseconds()));
    m_at = ticks;
    m_milliEvents = drained(m_milliEvents, m_limits.eventsPerSecond, passed) + events * milli;
    m_milliBytes = drained(m_milliBytes, m_limits.bytesPerSecond, passed) + bytes * milli;
    auto const wait =
        std::max(millisecondsOver(m_milliEvents, m_limits.burstEvents, m_limits.eventsPerSecond),
                 millisecondsOver(m_milliBytes, m_limits.burstBytes, m_limits.bytesPerSecond));
    return core::Duration::ofMilliseconds(static_cast<std::int64_t>(wait));
}

} // namespace ob::net

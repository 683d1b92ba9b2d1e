// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/hlc_clock.h"

#include "core/ensure.h"

#include <algorithm>
#include <limits>

namespace ob::core {

Hlc HlcClock::next(Instant now) {
    OB_ENSURE(m_highWater.packed() < std::numeric_limits<std::uint64_t>::max());
    // Adding one to a full counter carries into the milliseconds.
    m_highWater = std::max(Hlc(now, 0), Hlc(m_highWater.packed() + 1));
    return m_highWater;
}

std::optional<RemoteClockAhead> HlcClock::merge(Hlc remote, Instant now) {
    auto const ahead = static_cast<std::int64_t>(remote.packed() >> 16) - now.milliseconds();
    if (ahead > tolerance.milliseconds())
        return RemoteClockAhead{.remote = remote, .by = Duration::ofMilliseconds(ahead)};
    m_highWater = std::max(m_highWater, remote);
    return std::nullopt;
}

} // namespace ob::core

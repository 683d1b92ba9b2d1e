// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/backoff.h"

#include <algorithm>
#include <utility>

namespace ob::net {

core::Duration Backoff::next() {
    auto const most = static_cast<std::uint64_t>(m_ceiling.milliseconds());
    std::uint64_t const least = std::exchange(m_isSlow, false) ? most / 2 : 0;
    m_ceiling =
        core::Duration::ofMilliseconds(std::min(2 * m_ceiling.milliseconds(), ceiling.milliseconds()));
    return core::Duration::ofMilliseconds(static_cast<std::int64_t>(least + m_random() % (most - least + 1)));
}

void Backoff::slowDown() {
    m_ceiling = ceiling;
    m_isSlow = true;
}

} // namespace ob::net

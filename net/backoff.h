// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <functional>

namespace ob::net {

/// How long to wait before the next attempt: anything up to a ceiling that doubles from 0.25 s to 30 s ("full
/// jitter"), so that desks that lost the same network do not come back in one wave.
class Backoff {
  public:
    static constexpr auto first = core::Duration::ofMilliseconds(250);
    static constexpr auto ceiling = core::Duration::ofSeconds(30);

    /// `random` gives 64 even bits at each call.
    explicit Backoff(std::function<std::uint64_t()> random) : m_random(std::move(random)) {}

    core::Duration next();
    /// After a time of health.
    void reset() { m_ceiling = first; }
    /// What failed will not be better soon: from here on at the ceiling, and the next wait is at least half
    /// of it.
    void slowDown();

  private:
    std::function<std::uint64_t()> m_random;
    core::Duration m_ceiling = first;
    bool m_isSlow = false;
};

} // namespace ob::net

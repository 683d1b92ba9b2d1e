// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <optional>

namespace ob::core {

/// A stamp from another desk was too far ahead to be taken over. It is an alarm, never a refusal.
struct RemoteClockAhead {
    Hlc remote;
    Duration by; ///< ahead of our clock
    friend bool operator==(RemoteClockAhead const&, RemoteClockAhead const&) = default;
};

/// Hybrid logical clock of one desk, shared by its logs. Stamps only ever grow, also when the clock of the
/// machine goes back; a counter that is full goes on in the next millisecond. One thread.
class HlcClock {
  public:
    /// A desk whose clock runs fast must not drag everybody along.
    static constexpr Duration tolerance = Duration::ofSeconds(2);

    HlcClock() = default;
    /// Goes on above what was persisted.
    explicit HlcClock(Hlc highWater) : m_highWater(highWater) {}

    /// Stamp of the next own event: larger than every stamp given or taken over before.
    Hlc next(Instant now);
    /// Takes over a stamp that was received, when it is at most `now + tolerance`; else own clock is kept.
    [[nodiscard]] std::optional<RemoteClockAhead> merge(Hlc remote, Instant now);
    Hlc highWater() const { return m_highWater; }

  private:
    Hlc m_highWater;
};

} // namespace ob::core

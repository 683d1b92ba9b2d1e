// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// A length of time in milliseconds.
class Duration {
  public:
    constexpr Duration() = default;
    static constexpr Duration ofMilliseconds(std::int64_t value) { return Duration(value); }
    static constexpr Duration ofSeconds(std::int64_t value) { return Duration(value * 1000); }
    static constexpr Duration ofMinutes(std::int64_t value) { return Duration(value * 60'000); }
    constexpr std::int64_t milliseconds() const { return m_milliseconds; }
    friend constexpr auto operator<=>(Duration, Duration) = default;

  private:
    constexpr explicit Duration(std::int64_t value) : m_milliseconds(value) {}
    std::int64_t m_milliseconds = 0;
};

/// A moment: milliseconds since 1970-01-01T00:00Z. Valid range: years 1970 to 9999.
class Instant {
  public:
    static constexpr std::int64_t max = 253'402'300'799'999; ///< 9999-12-31T23:59:59.999Z

    constexpr Instant() = default;
    /// Nothing outside [0, max].
    static constexpr std::optional<Instant> ofMilliseconds(std::int64_t value) {
        if (value < 0 || value > max) return std::nullopt;
        return Instant(value);
    }
    /// "2016-12-31T23:59:08.000Z"; also accepts no fraction. Only Z is accepted: local times are a
    /// matter of ZonePort.
    static std::optional<Instant> ofIso8601(std::string_view text);

    constexpr std::int64_t milliseconds() const { return m_milliseconds; }
    /// Always 24 characters with milliseconds and Z.
    std::string iso8601() const;

    friend constexpr auto operator<=>(Instant, Instant) = default;
    /// Saturates at the ends of the valid range.
    friend constexpr Instant operator+(Instant at, Duration length) {
        std::int64_t const sum = at.m_milliseconds + length.milliseconds();
        return Instant(sum < 0 ? 0 : sum > max ? max : sum);
    }
    friend constexpr Duration operator-(Instant later, Instant earlier) {
        return Duration::ofMilliseconds(later.m_milliseconds - earlier.m_milliseconds);
    }

  private:
    constexpr explicit Instant(std::int64_t value) : m_milliseconds(value) {}
    std::int64_t m_milliseconds = 0;
};

/// Hybrid logical clock stamp: 48-bit milliseconds and a 16-bit counter (Kulkarni et al. 2014).
class Hlc {
  public:
    constexpr Hlc() = default;
    constexpr explicit Hlc(std::uint64_t packed) : m_packed(packed) {}
    constexpr Hlc(Instant at, std::uint16_t counter)
        : m_packed((static_cast<std::uint64_t>(at.milliseconds()) << 16) | counter) {}
    constexpr std::uint64_t packed() const { return m_packed; }
    /// The physical part, clamped to the valid range of Instant.
    constexpr Instant instant() const {
        auto const ms = static_cast<std::int64_t>(m_packed >> 16);
        return *Instant::ofMilliseconds(ms > Instant::max ? Instant::max : ms);
    }
    friend constexpr auto operator<=>(Hlc, Hlc) = default;

  private:
    std::uint64_t m_packed = 0;
};

} // namespace ob::core

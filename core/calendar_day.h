// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// A date of the civil calendar, 1970 to 9999, without a zone.
class CalendarDay {
  public:
    /// yyyymmdd, as ZonePort::localDay gives it. Nothing for a day that does not exist.
    static std::optional<CalendarDay> ofNumber(std::int32_t yyyymmdd);
    /// 2026-12-31, 2026/12/31, 2026.12.31, 2026年12月31日 (month and day with one digit or two), 20261231;
    /// the first three also with a time of day behind, as spreadsheets write a date.
    static std::optional<CalendarDay> parse(std::string_view text);

    std::int32_t number() const;
    /// 2026-12-31
    std::string text() const;
    /// How many days later than that one.
    std::int32_t since(CalendarDay earlier) const { return m_days - earlier.m_days; }
    friend auto operator<=>(CalendarDay, CalendarDay) = default;

  private:
    explicit CalendarDay(std::int32_t days) : m_days(days) {}
    std::int32_t m_days; ///< since 1970-01-01
};

} // namespace ob::core

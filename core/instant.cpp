// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/instant.h"

#include <array>
#include <charconv>

namespace ob::core {
namespace {

/// Days since 1970-01-01 of a civil date, and back: Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms".
constexpr std::int64_t daysFromCivil(std::int64_t year, unsigned month, unsigned day) {
    year -= month <= 2;
    std::int64_t const era = (year >= 0 ? year : year - 399) / 400;
    auto const yearOfEra = static_cast<unsigned>(year - era * 400);
    unsigned const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    unsigned const dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + static_cast<std::int64_t>(dayOfEra) - 719468;
}

struct Civil {
    int year;
    unsigned month;
    unsigned day;
};

constexpr Civil civilFromDays(std::int64_t days) {
    days += 719468;
    std::int64_t const era = (days >= 0 ? days : days - 146096) / 146097;
    auto const dayOfEra = static_cast<unsigned>(days - era * 146097);
    unsigned const yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    unsigned const dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    unsigned const shifted = (5 * dayOfYear + 2) / 153;
    unsigned const month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {static_cast<int>(static_cast<std::int64_t>(yearOfEra) + era * 400 + (month <= 2)), month,
            dayOfYear - (153 * shifted + 2) / 5 + 1};
}

std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return std::nullopt;
    unsigned value = 0;
    for (std::size_t index = at; index < at + count; ++index) {
        if (text[index] < '0' || text[index] > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(text[index] - '0');
    }
    return value;
}

void put(char* to, unsigned value, int count) {
    for (int index = count - 1; index >= 0; --index, value /= 10)
        to[index] = static_cast<char>('0' + value % 10);
}

} // namespace

std::optional<Instant> Instant::ofIso8601(std::string_view text) {
    if (text.size() != 20 && text.size() != 24) return std::nullopt;
    auto const year = digits(text, 0, 4);
    auto const month = digits(text, 5, 2);
    auto const day = digits(text, 8, 2);
    auto const hour = digits(text, 11, 2);
    auto const minute = digits(text, 14, 2);
    auto const second = digits(text, 17, 2);
    std::optional<unsigned> milliseconds = 0;
    if (text.size() == 24) milliseconds = text[19] == '.' ? digits(text, 20, 3) : std::nullopt;
    if (!year || !month || !day || !hour || !minute || !second || !milliseconds) return std::nullopt;
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
        || text.back() != 'Z')
        return std::nullopt;
    if (*month < 1 || *month > 12 || *day < 1 || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    std::int64_t const days = daysFromCivil(*year, *month, *day);
    if (civilFromDays(days).day != *day) return std::nullopt;
    return ofMilliseconds(((days * 24 + *hour) * 60 + *minute) * 60'000 + *second * 1000 + *milliseconds);
}

std::string Instant::iso8601() const {
    std::int64_t const days = m_milliseconds / 86'400'000;
    auto const inDay = static_cast<unsigned>(m_milliseconds % 86'400'000);
    Civil const date = civilFromDays(days);
    std::string text = "0000-00-00T00:00:00.000Z";
    put(&text[0], static_cast<unsigned>(date.year), 4);
    put(&text[5], date.month, 2);
    put(&text[8], date.day, 2);
    put(&text[11], inDay / 3'600'000, 2);
    put(&text[14], inDay / 60'000 % 60, 2);
    put(&text[17], inDay / 1000 % 60, 2);
    put(&text[20], inDay % 1000, 3);
    return text;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/calendar_day.h"

#include "core/import/time_format.h"

#include <array>
#include <chrono>

namespace ob::core {
namespace {

constexpr std::int64_t dayMilliseconds = 86'400'000;
constexpr std::array<std::string_view, 11> formats{"yyyy-M-d",         "yyyy/M/d",         "yyyy.M.d",
                                                   "yyyy年M月d日",     "yyyyMMdd",         "yyyy-M-d H:mm:ss",
                                                   "yyyy/M/d H:mm:ss", "yyyy.M.d H:mm:ss", "yyyy-M-d H:mm",
                                                   "yyyy/M/d H:mm",    "yyyy.M.d H:mm"};

} // namespace

std::optional<CalendarDay> CalendarDay::ofNumber(std::int32_t yyyymmdd) {
    using namespace std::chrono;
    if (yyyymmdd < 19700101 || yyyymmdd > 99991231) return std::nullopt;
    year_month_day const date{year{yyyymmdd / 10'000}, month{static_cast<unsigned>(yyyymmdd / 100 % 100)},
                              day{static_cast<unsigned>(yyyymmdd % 100)}};
    if (!date.ok()) return std::nullopt;
    return CalendarDay(static_cast<std::int32_t>(sys_days(date).time_since_epoch().count()));
}

std::optional<CalendarDay> CalendarDay::parse(std::string_view text) {
    for (std::string_view const format : formats)
        if (auto const read = readTime(text, format))
            return CalendarDay(static_cast<std::int32_t>(read->localMilliseconds / dayMilliseconds));
    return std::nullopt;
}

std::int32_t CalendarDay::number() const {
    using namespace std::chrono;
    year_month_day const date{sys_days(days(m_days))};
    return static_cast<int>(date.year()) * 10'000
           + static_cast<std::int32_t>(static_cast<unsigned>(date.month())) * 100
           + static_cast<std::int32_t>(static_cast<unsigned>(date.day()));
}

std::string CalendarDay::text() const {
    std::string digits = std::to_string(number());
    digits.insert(6, "-");
    digits.insert(4, "-");
    return digits;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/calendar_day.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

TEST(CalendarDay, IsReadAsPeopleAndSpreadsheetsWriteIt) {
    for (char const* const text : {"2026-12-31", "2026/12/31", "2026.12.31", "20261231", "2026年12月31日",
                                   "2026/12/31 0:00", "2026-12-31 00:00:00"})
        EXPECT_EQ(CalendarDay::parse(text).value().number(), 20261231) << text;
    EXPECT_EQ(CalendarDay::parse("2026-1-5")->text(), "2026-01-05");
    EXPECT_EQ(CalendarDay::parse("2026年1月5日")->number(), 20260105);
}

TEST(CalendarDay, IsNothingThatDoesNotExist) {
    for (char const* const text : {"2026-02-29", "2026-13-01", "31.12.2026", "2026-12", "soon", "",
                                   "1969-12-31", "2026-12-31x", "12/31/2026"})
        EXPECT_FALSE(CalendarDay::parse(text)) << text;
    EXPECT_FALSE(CalendarDay::ofNumber(20260229));
    EXPECT_FALSE(CalendarDay::ofNumber(-1));
    EXPECT_TRUE(CalendarDay::ofNumber(20240229));
}

TEST(CalendarDay, CountsDays) {
    auto const day = [](std::int32_t number) { return *CalendarDay::ofNumber(number); };
    EXPECT_EQ(day(20270101).since(day(20261231)), 1);
    EXPECT_EQ(day(20250301).since(day(20240301)), 365);
    EXPECT_EQ(day(20240301).since(day(20250301)), -365);
    EXPECT_LT(day(20261231), day(20270101));
}

} // namespace
} // namespace ob::core

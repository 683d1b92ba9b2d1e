// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/typed_moment.h"

#include "tests/support/board_builder.h"
#include "tests/support/fake_zone.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

/// Eight hours behind UTC; on 2026-03-29 clocks are set forward over the hour from two to three.
class SummerZone final : public core::ZonePort {
  public:
    std::int32_t localDay(core::Instant) override { return 0; }
    core::Instant lastLocal(int, int, core::Instant now) override { return now; }
    std::string localText(core::Instant at) override {
        bool const isSummer = at >= core::instant("2026-03-29T10:00:00Z");
        auto const shown = at + core::Duration::ofMinutes(isSummer ? -7 * 60 : -8 * 60);
        std::string text = shown.iso8601().substr(0, 19);
        text[10] = ' ';
        return text;
    }
};

/// It is 22 November 2026, 21:50 in Beijing; 20 November, 14:00 is shown.
struct TypedMomentTest : testing::Test {
    test::FakeZone zone;
    TypedFrom from{.shown = core::instant("2026-11-20T06:00:00Z"),
                   .now = core::instant("2026-11-22T13:50:00Z")};
    std::string typed(char const* text) {
        auto const at = typedMoment(QString::fromUtf8(text), from, zone);
        return at ? typedText(*at, zone).toStdString() : "nothing";
    }
};

TEST_F(TypedMomentTest, ATimeIsOnTheDayThatIsShown) {
    for (char const* const text : {"21:40", "2140", " 21:40 ", "２１：４０"})
        EXPECT_EQ(typed(text), "2026-11-20 21:40:00") << text;
    EXPECT_EQ(typed("9:05"), "2026-11-20 09:05:00");
    EXPECT_EQ(typed("21:40:07"), "2026-11-20 21:40:07");
    from.shown = from.now;
    EXPECT_EQ(typed("21:40"), "2026-11-22 21:40:00");
    EXPECT_EQ(typed("23:15"), "2026-11-21 23:15:00") << "what is still to come was yesterday";
}

TEST_F(TypedMomentTest, ADateHasItsOwnTimeOrThatWhichIsShown) {
    for (char const* const text : {"2026-11-21 08:30", "2026/11/21 0830", "11-21 8:30", "11/21 08:30"})
        EXPECT_EQ(typed(text), "2026-11-21 08:30:00") << text;
    EXPECT_EQ(typed("11-21"), "2026-11-21 14:00:00");
    EXPECT_EQ(typed("12-24 08:30"), "2025-12-24 08:30:00") << "without a year it has been";
    EXPECT_EQ(typed("2026-12-24 08:30"), "2026-12-24 08:30:00");
}

TEST_F(TypedMomentTest, WhatIsWrittenCanBeTypedAgain) {
    for (char const* const text : {"2026-11-21 08:30:59", "2025-01-01 00:00:00", "2024-02-29 23:59:59"})
        EXPECT_EQ(typed(text), text);
}

TEST_F(TypedMomentTest, AnythingElseIsNoMoment) {
    for (char const* const text : {"", " ", "noon", "25:00", "21:60", "2026-02-30", "13-01 10:00", "21",
                                   "21:4", "1000-01-01 00:00", "2026-11-21T08:30", "99999", "-5"})
        EXPECT_EQ(typed(text), "nothing") << text;
}

TEST(TypedMoment, FindsItsWayThroughAChangeOfTheClock) {
    SummerZone zone;
    TypedFrom const from{.shown = core::instant("2026-04-01T00:00:00Z"),
                         .now = core::instant("2026-04-01T00:00:00Z")};
    auto const typed = [&](char const* text) {
        return typedMoment(QString::fromUtf8(text), from, zone)->iso8601();
    };
    EXPECT_EQ(typed("2026-03-29 01:59:59"), "2026-03-29T09:59:59.000Z");
    EXPECT_EQ(typed("2026-03-29 03:00"), "2026-03-29T10:00:00.000Z");
    EXPECT_EQ(typed("2026-03-29 12:00"), "2026-03-29T19:00:00.000Z");
}

} // namespace
} // namespace ob::ui

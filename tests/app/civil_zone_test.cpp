// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/system_time.h"

namespace ob::app {
namespace {

std::int64_t local(char const* text) {
    return core::Instant::ofIso8601(std::string(text) + ":00Z")->milliseconds();
}

/// Moments that a wall clock reading can mean, and after ! what it counts as when it never was.
std::string meaning(char const* zone, char const* text) {
    if (!RealmZone::isKnown(zone)) return "unknown zone";
    CivilZone civil(zone);
    auto const meant = civil.meaningOf(local(text));
    std::string shown;
    for (auto const moment : meant.moments)
        shown += (shown.empty() ? "" : " ") + moment.iso8601().substr(0, 16);
    return meant.moments.empty() ? "!" + meant.asIfNotSet.iso8601().substr(0, 16) : shown;
}

TEST(CivilZoneTest, LosAngelesInSpring) {
    char const* const zone = "America/Los_Angeles";
    EXPECT_EQ(meaning(zone, "2025-03-09T01:59"), "2025-03-09T09:59");
    EXPECT_EQ(meaning(zone, "2025-03-09T02:00"), "!2025-03-09T10:00");
    EXPECT_EQ(meaning(zone, "2025-03-09T02:59"), "!2025-03-09T10:59");
    EXPECT_EQ(meaning(zone, "2025-03-09T03:00"), "2025-03-09T10:00");
}

TEST(CivilZoneTest, LosAngelesInAutumn) {
    char const* const zone = "America/Los_Angeles";
    EXPECT_EQ(meaning(zone, "2025-11-02T00:59"), "2025-11-02T07:59");
    EXPECT_EQ(meaning(zone, "2025-11-02T01:00"), "2025-11-02T08:00 2025-11-02T09:00");
    EXPECT_EQ(meaning(zone, "2025-11-02T01:59"), "2025-11-02T08:59 2025-11-02T09:59");
    EXPECT_EQ(meaning(zone, "2025-11-02T02:00"), "2025-11-02T10:00");
    EXPECT_EQ(meaning(zone, "2017-01-01T00:00"), "2017-01-01T08:00");
    EXPECT_EQ(meaning(zone, "2050-07-01T00:00"), "2050-07-01T07:00");
}

TEST(CivilZoneTest, ShanghaiHadSummerTimeToo) {
    char const* const zone = "Asia/Shanghai";
    EXPECT_EQ(meaning(zone, "2025-06-01T08:00"), "2025-06-01T00:00");
    EXPECT_EQ(meaning(zone, "1988-07-01T09:00"), "1988-07-01T00:00");
    EXPECT_EQ(meaning(zone, "1992-07-01T08:00"), "1992-07-01T00:00");
}

TEST(CivilZoneTest, LondonWasAnHourAheadAllThroughTheWinterOf1970) {
    char const* const zone = "Europe/London";
    EXPECT_EQ(meaning(zone, "1970-01-02T01:00"), "1970-01-02T00:00");
    EXPECT_EQ(meaning(zone, "1971-10-31T02:30"), "1971-10-31T01:30 1971-10-31T02:30");
    EXPECT_EQ(meaning(zone, "1972-01-01T00:00"), "1972-01-01T00:00");
    EXPECT_EQ(meaning(zone, "2017-10-29T01:30"), "2017-10-29T00:30 2017-10-29T01:30");
    EXPECT_EQ(meaning(zone, "2017-03-26T01:30"), "!2017-03-26T01:30");
}

TEST(CivilZoneTest, TheSouthHasItsSummerOverNewYear) {
    EXPECT_EQ(meaning("Australia/Sydney", "2025-01-01T11:00"), "2025-01-01T00:00");
    EXPECT_EQ(meaning("Australia/Sydney", "2025-04-06T02:30"), "2025-04-05T15:30 2025-04-05T16:30");
    EXPECT_EQ(meaning("Australia/Sydney", "2025-10-05T02:30"), "!2025-10-04T16:30");
    EXPECT_EQ(meaning("Australia/Lord_Howe", "2025-04-06T01:45"), "2025-04-05T14:45 2025-04-05T15:15");
}

TEST(CivilZoneTest, AWholeDayThatWasLeftOut) {
    EXPECT_EQ(meaning("Pacific/Apia", "2011-12-29T23:30"), "2011-12-30T09:30");
    EXPECT_EQ(meaning("Pacific/Apia", "2011-12-30T12:00"), "!2011-12-30T22:00");
    EXPECT_EQ(meaning("Pacific/Apia", "2011-12-31T00:30"), "2011-12-30T10:30");
}

TEST(CivilZoneTest, WithoutSummerTimeEveryReadingIsOneMoment) {
    EXPECT_EQ(meaning("UTC", "2025-03-09T02:30"), "2025-03-09T02:30");
    EXPECT_EQ(meaning("Asia/Kathmandu", "2025-03-09T05:45"), "2025-03-09T00:00");
    EXPECT_FALSE(RealmZone::isKnown("Mars/Olympus"));
}

/// Every moment is among the meanings of its own reading.
TEST(CivilZoneTest, NoMomentIsLost) {
    for (char const* const name :
         {"America/Los_Angeles", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia"}) {
        CivilZone civil(name);
        RealmZone zone(name);
        for (std::int64_t at = local("2011-01-01T00:00"); at < local("2012-01-01T00:00"); at += 17 * 60'000) {
            auto const moment = *core::Instant::ofMilliseconds(at - at % 60'000);
            std::string text = zone.localText(moment);
            text[10] = 'T';
            auto const reading = core::Instant::ofIso8601(text + "Z");
            auto const meant = civil.meaningOf(reading->milliseconds()).moments;
            ASSERT_NE(std::find(meant.begin(), meant.end(), moment), meant.end()) << name << ' ' << text;
        }
    }
}

} // namespace
} // namespace ob::app

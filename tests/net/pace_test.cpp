// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/pace.h"

#include <gtest/gtest.h>

namespace ob::net {
namespace {

constexpr PaceLimits limits{
    .burstEvents = 100, .eventsPerSecond = 10, .burstBytes = 1000, .bytesPerSecond = 100};
constexpr core::Duration none{};

core::Instant at(std::int64_t milliseconds) { return *core::Instant::ofMilliseconds(1'000 + milliseconds); }

TEST(Pace, ABurstIsFreeAndWhatIsBeyondWaitsAtTheRate) {
    Pace pace(limits);
    EXPECT_EQ(pace.take(100, 0, at(0)), none);
    EXPECT_EQ(pace.take(1, 0, at(0)), core::Duration::ofMilliseconds(100));
    EXPECT_EQ(pace.take(0, 0, at(100)), none) << "it has drained";
    EXPECT_EQ(pace.take(5, 0, at(100)), core::Duration::ofMilliseconds(500));
}

TEST(Pace, BytesCountAsWell) {
    Pace pace(limits);
    EXPECT_EQ(pace.take(1, 1000, at(0)), none);
    EXPECT_EQ(pace.take(1, 200, at(0)), core::Duration::ofSeconds(2));
}

TEST(Pace, WhoKeepsToTheRateNeverWaits) {
    Pace pace(limits);
    ASSERT_EQ(pace.take(100, 0, at(0)), none);
    for (std::int64_t step = 1; step <= 10'000; ++step)
        ASSERT_EQ(pace.take(step % 10 == 0 ? 1 : 0, 1, at(step * 10)), none) << step;
}

TEST(Pace, AClockThatStandsStillOrGoesBackFreesNothing) {
    Pace pace(limits);
    (void)pace.take(100, 0, at(500));
    EXPECT_EQ(pace.take(10, 0, at(0)), core::Duration::ofSeconds(1));
    EXPECT_EQ(pace.take(0, 0, at(0)), core::Duration::ofSeconds(1));
}

} // namespace
} // namespace ob::net

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/hlc_clock.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

Instant at(std::int64_t milliseconds) { return Instant::ofMilliseconds(milliseconds).value(); }

} // namespace

RC_GTEST_PROP(HlcClock, StampsGrowWhateverTheClockAndTheOthersDo, ()) {
    HlcClock clock;
    auto const steps = *rc::gen::container<std::vector<std::pair<std::int32_t, std::uint32_t>>>(
        rc::gen::arbitrary<std::pair<std::int32_t, std::uint32_t>>());
    Hlc last;
    std::int64_t now = 1'000'000'000'000;
    for (auto const& [jump, remote] : steps) {
        now = std::max<std::int64_t>(0, now + jump);
        Hlc const received(at(now + remote % 10'000), static_cast<std::uint16_t>(remote));
        if (remote % 2 == 0) {
            auto const alarm = clock.merge(received, at(now));
            RC_ASSERT(alarm.has_value() == (received.instant() > at(now) + HlcClock::tolerance));
            if (!alarm) last = std::max(last, received);
        }
        auto const stamp = clock.next(at(now));
        RC_ASSERT(stamp > last);
        RC_ASSERT(stamp.instant() >= at(now));
        RC_ASSERT(stamp == clock.highWater());
        last = stamp;
    }
}

TEST(HlcClock, FollowsTheMachineWhenItIsAhead) {
    HlcClock clock(Hlc(at(1'000), 9));
    EXPECT_EQ(clock.next(at(2'000)), Hlc(at(2'000), 0));
    EXPECT_EQ(clock.next(at(2'000)), Hlc(at(2'000), 1));
    EXPECT_EQ(clock.next(at(500)), Hlc(at(2'000), 2));
}

TEST(HlcClock, AFullCounterGoesOnInTheNextMillisecond) {
    HlcClock clock(Hlc(at(1'000), 65'534));
    EXPECT_EQ(clock.next(at(1'000)), Hlc(at(1'000), 65'535));
    EXPECT_EQ(clock.next(at(1'000)), Hlc(at(1'001), 0));
}

TEST(HlcClock, ARemoteStampIsTakenOverUpToTwoSecondsAhead) {
    HlcClock clock;
    EXPECT_FALSE(clock.merge(Hlc(at(12'000), 65'535), at(10'000)));
    EXPECT_EQ(clock.next(at(10'000)), Hlc(at(12'001), 0));

    HlcClock careful;
    Hlc const far(at(12'001), 0);
    EXPECT_EQ(careful.merge(far, at(10'000)),
              (RemoteClockAhead{.remote = far, .by = Duration::ofMilliseconds(2'001)}));
    EXPECT_EQ(careful.next(at(10'000)), Hlc(at(10'000), 0));
    EXPECT_TRUE(careful.merge(Hlc(~std::uint64_t{0}), at(10'000)));
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/replay_motion.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

Instant at(std::int64_t seconds) { return *Instant::ofMilliseconds(seconds * 1000); }
GeoPoint place(double latitude, double longitude) { return *GeoPoint::ofDegrees(latitude, longitude); }

UnitId unit(std::uint8_t number) {
    Hash hash{};
    hash[3] = number;
    return UnitId(hash);
}

TEST(ReplayMotion, AUnitThatWasNeverAnywhereIsNowhere) {
    ReplayMotion motion;
    motion.go(unit(1), place(37, -122), at(0), at(100));
    EXPECT_FALSE(motion.knows(unit(1)));
    EXPECT_TRUE(motion.moved(at(10)).empty());
}

TEST(ReplayMotion, GoesEvenlyInAStraightLineAndStandsAfterItsArrival) {
    ReplayMotion motion;
    motion.stand(unit(1), place(37, -122), at(0));
    motion.go(unit(1), place(38, -123), at(100), at(300));
    auto const half = motion.of(unit(1), at(200));
    EXPECT_EQ(half->place, place(37.5, -122.5));
    EXPECT_NEAR(half->metresPerSecond, distanceMetres(place(37, -122), place(38, -123)) / 200, 1e-6);
    EXPECT_NEAR(half->headingDegrees, 321, 1); // north-west
    EXPECT_EQ(motion.of(unit(1), at(300))->place, place(38, -123));
    EXPECT_EQ(motion.of(unit(1), at(900))->metresPerSecond, 0);
}

TEST(ReplayMotion, TurnsAroundFromWhereItIs) {
    ReplayMotion motion;
    motion.stand(unit(1), place(37, -122), at(0));
    motion.go(unit(1), place(38, -122), at(0), at(100));
    motion.go(unit(1), place(37, -122), at(50), at(100));
    EXPECT_EQ(motion.of(unit(1), at(75))->place, place(37.25, -122));
    EXPECT_EQ(motion.of(unit(1), at(75))->headingDegrees, 180);
}

TEST(ReplayMotion, WithoutAnArrivalGoesAtTheUsualSpeed) {
    ReplayMotion motion;
    motion.stand(unit(1), place(37, -122), at(0));
    motion.go(unit(1), place(37.01, -122), at(0), {});
    EXPECT_NEAR(motion.of(unit(1), at(10))->metresPerSecond, ReplayMotion::usualSpeed, 0.01);
    motion.go(unit(1), place(37, -122), at(10), at(5));
    EXPECT_NEAR(motion.of(unit(1), at(11))->metresPerSecond, ReplayMotion::usualSpeed, 0.2);
}

TEST(ReplayMotion, TellsWhoMovesAndOnceWhoHasStopped) {
    ReplayMotion motion;
    motion.stand(unit(2), place(37, -122), at(0));
    motion.stand(unit(1), place(37, -122), at(0));
    EXPECT_EQ(motion.moved(at(0)).size(), 2U);
    EXPECT_TRUE(motion.moved(at(0)).empty());
    motion.go(unit(2), place(38, -122), at(0), at(10));
    ASSERT_EQ(motion.moved(at(5)).size(), 1U);
    EXPECT_EQ(motion.moved(at(6)).front().unit, unit(2));
    EXPECT_EQ(motion.moved(at(11)).size(), 1U);
    EXPECT_TRUE(motion.moved(at(12)).empty());
}

} // namespace
} // namespace ob::core

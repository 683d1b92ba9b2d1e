// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fix.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

Fix at(double latitude, double longitude) {
    return {.place = *GeoPoint::ofDegrees(latitude, longitude),
            .fixedAt = *Instant::ofMilliseconds(1000),
            .speedCentimetresPerSecond = 1200,
            .headingCentidegrees = 9000};
}

RC_GTEST_PROP(Coarsened, StaysWithinItsSquareAndSaysSo, ()) {
    auto const grid = *rc::gen::inRange<std::uint32_t>(10, 5001);
    auto const fix =
        at(*rc::gen::inRange(-80'000, 80'000) / 1000.0, *rc::gen::inRange(-179'000, 179'000) / 1000.0);
    auto const shown = coarsened(fix, grid);
    RC_ASSERT(distanceMetres(shown.place, fix.place) <= 0.75 * grid); // half a diagonal, and a little
    RC_ASSERT(shown.gridMetres == grid);
    RC_ASSERT(shown.fixedAt == fix.fixedAt);
    RC_ASSERT(!shown.speedCentimetresPerSecond && !shown.headingCentidegrees);
    RC_ASSERT(coarsened(shown, grid).place == shown.place);
}

TEST(Coarsened, PlacesThatAreNearAreOne) {
    EXPECT_EQ(coarsened(at(31.2304, 121.4737), 1000).place, coarsened(at(31.2306, 121.4739), 1000).place);
    EXPECT_NE(coarsened(at(31.2304, 121.4737), 1000).place, coarsened(at(31.2504, 121.4737), 1000).place);
}

TEST(Coarsened, AsItIsForNothing) { EXPECT_EQ(coarsened(at(31, 121), 0), at(31, 121)); }

TEST(Coarsened, EndsAtThePolesAndAtTheDateLine) {
    for (double const latitude : {-90.0, 90.0})
        for (double const longitude : {-180.0, 180.0})
            EXPECT_EQ(coarsened(at(latitude, longitude), 50'000).gridMetres, 50'000u);
}

} // namespace
} // namespace ob::core

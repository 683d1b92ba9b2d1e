// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/grid_reference.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

GeoPoint anyPoint() {
    return *GeoPoint::ofE7(*rc::gen::inRange<std::int64_t>(-900'000'000, 900'000'001),
                           *rc::gen::inRange<std::int64_t>(-1'800'000'000, 1'800'000'001));
}

TEST(GridReferenceTest, KnownPlacesHaveTheirReference) {
    // Published examples: the Eiffel Tower, and Honolulu after the United States Army's manual.
    EXPECT_EQ(mgrsOf(*GeoPoint::ofDegrees(48.85822, 2.29450), GridPrecision::HundredMetres),
              "31U DQ 482 119");
    EXPECT_EQ(mgrsOf(*GeoPoint::ofDegrees(21.30944, -157.91667), GridPrecision::TenMetres).substr(0, 7),
              "04Q FJ ");
    EXPECT_EQ(mgrsOf(*GeoPoint::ofDegrees(-90, 0), GridPrecision::Metre).substr(0, 1), "B");
}

TEST(GridReferenceTest, ReferencesMayBeTypedInAnyWay) {
    auto const plain = pointOfMgrs("31UDQ4824911933");
    ASSERT_TRUE(plain);
    EXPECT_EQ(pointOfMgrs(" 31u dq 48249 11933 "), plain);
    EXPECT_LT(distanceMetres(*plain, *GeoPoint::ofDegrees(48.85822, 2.29450)), 20);
    for (char const* const wrong : {"", "31", "31UDQ123", "99UDQ1212", "INVALID", "31UIQ1212",
                                    "31UDQ12345678901234", "31UDQ-1-1", "长江路"})
        EXPECT_FALSE(pointOfMgrs(wrong)) << wrong;
}

RC_GTEST_PROP(GridReferenceProperty, APointIsInItsSquare, ()) {
    GeoPoint const point = anyPoint();
    auto const back = pointOfMgrs(mgrsOf(point, GridPrecision::Metre));
    RC_ASSERT(back.has_value());
    RC_ASSERT(distanceMetres(*back, point) < 1.0);
    auto const coarse = pointOfMgrs(mgrsOf(point, GridPrecision::HundredMetres));
    // A square at the edge of its zone reaches beyond it, where the middle may be.
    RC_ASSERT(coarse.has_value());
    RC_ASSERT(distanceMetres(*coarse, point) < 100.0);
}

RC_GTEST_PROP(GridReferenceProperty, UtmComesBack, ()) {
    GeoPoint const point = anyPoint();
    auto const back = pointOfUtm(utmOf(point));
    RC_ASSERT(back.has_value());
    RC_ASSERT(distanceMetres(*back, point) < 0.1);
}

RC_GTEST_PROP(GridReferenceProperty, RubbishIsNoPlace, ()) {
    auto const text = *rc::gen::container<std::string>(
        rc::gen::element('3', '1', 'U', 'D', 'Q', 'I', ' ', 'x', '\0', '\xff'));
    (void)pointOfMgrs(text);
    (void)pointOfUtm({.zone = *rc::gen::inRange(-5, 99),
                      .isNorth = *rc::gen::arbitrary<bool>(),
                      .easting = *rc::gen::arbitrary<double>(),
                      .northing = *rc::gen::arbitrary<double>()});
}

} // namespace
} // namespace ob::core

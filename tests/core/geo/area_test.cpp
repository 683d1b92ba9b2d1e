// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/area_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace ob::core {
namespace {

GeoPoint at(std::int64_t latitude, std::int64_t longitude) { return *GeoPoint::ofE7(latitude, longitude); }

Area const square{{{at(0, 0), at(0, 10), at(10, 10), at(10, 0)}}};

TEST(AreaTest, WhatIsOnTheLineIsInside) {
    EXPECT_TRUE(contains(square, at(5, 5)));
    EXPECT_TRUE(contains(square, at(0, 0)));
    EXPECT_TRUE(contains(square, at(10, 10)));
    EXPECT_TRUE(contains(square, at(0, 7)));
    EXPECT_TRUE(contains(square, at(7, 10)));
    EXPECT_FALSE(contains(square, at(-1, 5)));
    EXPECT_FALSE(contains(square, at(5, 11)));
    EXPECT_FALSE(contains(square, at(10, 11))) << "beside an edge, on its line";
}

TEST(AreaTest, AHoleIsOutAndItsEdgeIsIn) {
    Area const ring{{square.rings[0], {at(3, 3), at(3, 7), at(7, 7), at(7, 3)}}};
    EXPECT_TRUE(contains(ring, at(1, 1)));
    EXPECT_FALSE(contains(ring, at(5, 5)));
    EXPECT_TRUE(contains(ring, at(3, 5)));
}

TEST(AreaTest, CornersAtTheHeightOfThePointCountOnce) {
    Area const diamond{{{at(0, 5), at(5, 10), at(10, 5), at(5, 0)}}};
    EXPECT_TRUE(contains(diamond, at(5, 5)));
    EXPECT_FALSE(contains(diamond, at(10, 4)));
    EXPECT_FALSE(contains(diamond, at(0, 9)));
    EXPECT_FALSE(contains(diamond, at(5, 11)));
}

TEST(AreaTest, TheWholeWorldDoesNotOverflow) {
    Area const world{{{at(-900'000'000, -1'800'000'000), at(-900'000'000, 1'800'000'000),
                       at(900'000'000, 1'800'000'000), at(900'000'000, -1'800'000'000)}}};
    EXPECT_TRUE(contains(world, at(1, 1)));
    EXPECT_TRUE(contains(world, at(900'000'000, 1'800'000'000)));
    Area const half{{{at(-900'000'000, -1'800'000'000), at(900'000'000, 1'800'000'000),
                      at(900'000'000, -1'800'000'000)}}};
    EXPECT_TRUE(contains(half, at(1, 0)));
    EXPECT_TRUE(contains(half, at(0, 0)));
    EXPECT_FALSE(contains(half, at(-1, 0)));
}

TEST(AreaTest, NothingIsInNothing) {
    EXPECT_FALSE(contains({}, at(0, 0)));
    EXPECT_FALSE(contains({{{}}}, at(0, 0)));
    EXPECT_TRUE(contains({{{at(1, 1)}}}, at(1, 1))) << "a point is on its own line";
    EXPECT_TRUE(AreaIndex({}).at(at(0, 0)).empty());
    EXPECT_TRUE(AreaIndex({Area{}, Area{{{}}}}).at(at(0, 0)).empty());
}

GeoPoint anyPoint(int range) {
    return at(*rc::gen::inRange(-range, range + 1), *rc::gen::inRange(-range, range + 1));
}

Area anyArea(int range) {
    Area area;
    int const rings = *rc::gen::inRange(0, 4);
    for (int ring = 0; ring < rings; ++ring) {
        area.rings.emplace_back();
        int const corners = *rc::gen::inRange(0, 8);
        for (int corner = 0; corner < corners; ++corner)
            area.rings.back().push_back(anyPoint(range));
    }
    return area;
}

// Small numbers: points fall on edges and corners all the time.
RC_GTEST_PROP(AreaProperty, TurningOrShiftingRingsChangesNothing, ()) {
    Area const area = anyArea(8);
    GeoPoint const point = anyPoint(9);
    Area turned = area;
    for (auto& ring : turned.rings) {
        std::reverse(ring.begin(), ring.end());
        if (ring.size() > 1) std::rotate(ring.begin(), ring.begin() + 1, ring.end());
    }
    std::reverse(turned.rings.begin(), turned.rings.end());
    RC_ASSERT(contains(area, point) == contains(turned, point));
}

RC_GTEST_PROP(AreaProperty, AnglesAroundThePointSayTheSame, ()) {
    // An independent way: of one ring that does not cross itself (a star around its middle), a point is
    // inside when the corners go once around it.
    int const corners = *rc::gen::inRange(3, 12);
    Area area{{{}}};
    for (int corner = 0; corner < corners; ++corner) {
        double const angle = 2 * 3.14159265 * corner / corners;
        double const radius = *rc::gen::inRange(2'000, 10'000);
        area.rings[0].push_back(
            at(std::lround(radius * std::sin(angle)), std::lround(radius * std::cos(angle))));
    }
    GeoPoint const point = anyPoint(10'000);
    double turns = 0;
    bool isNear = false;
    for (std::size_t index = 0; index < area.rings[0].size(); ++index) {
        auto const a = area.rings[0][index];
        auto const b = area.rings[0][(index + 1) % area.rings[0].size()];
        double const ax = a.longitudeE7() - point.longitudeE7();
        double const ay = a.latitudeE7() - point.latitudeE7();
        double const bx = b.longitudeE7() - point.longitudeE7();
        double const by = b.latitudeE7() - point.latitudeE7();
        double const turn = std::atan2(ax * by - ay * bx, ax * bx + ay * by);
        turns += turn;
        if (std::abs(std::abs(turn) - 3.14159265) < 1e-6) isNear = true;
    }
    RC_PRE(!isNear);
    RC_ASSERT(contains(area, point) == (std::abs(turns) > 3.0));
}

RC_GTEST_PROP(AreaIndexProperty, FindsWhatAskingAllFinds, ()) {
    int const range = *rc::gen::element(6, 1'000, 50'000'000);
    std::vector<Area> areas;
    int const count = *rc::gen::inRange(0, 12);
    for (int area = 0; area < count; ++area)
        areas.push_back(anyArea(range));
    AreaIndex const index(areas);
    for (int probe = 0; probe < 20; ++probe) {
        GeoPoint const point = anyPoint(range + 1);
        std::vector<std::uint32_t> expected;
        for (std::uint32_t area = 0; area < areas.size(); ++area)
            if (contains(areas[area], point)) expected.push_back(area);
        RC_ASSERT(index.at(point) == expected);
    }
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/osm_road.h"

#include "tests/core/map/osm_builder.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using tests::OsmTags;
using tests::wayOf;

RoadTraits traitsOf(OsmTags const& tags) {
    auto const traits = roadTraits(wayOf(1, {1, 2}, tags));
    EXPECT_TRUE(traits);
    return traits.value_or(RoadTraits{});
}

bool isRoad(OsmTags const& tags) { return roadTraits(wayOf(1, {1, 2}, tags)).has_value(); }

constexpr std::uint32_t bothWays = RoadFlag::forward | RoadFlag::backward;

TEST(OsmRoadTest, RoadsHaveTheirClassAndDirection) {
    EXPECT_EQ(traitsOf({{"highway", "primary"}}), (RoadTraits{RoadClass::Primary, bothWays, 0}));
    EXPECT_EQ(traitsOf({{"highway", "motorway"}}).flags, RoadFlag::forward);
    EXPECT_EQ(traitsOf({{"highway", "motorway"}, {"oneway", "no"}}).flags, bothWays);
    EXPECT_EQ(traitsOf({{"highway", "primary"}, {"oneway", "-1"}}).flags, RoadFlag::backward);
    EXPECT_EQ(traitsOf({{"highway", "trunk_link"}, {"oneway", "yes"}}).flags,
              RoadFlag::forward | RoadFlag::link);
    EXPECT_EQ(traitsOf({{"highway", "tertiary"}, {"oneway", "yes"}, {"oneway:emergency", "no"}}).flags,
              RoadFlag::forward | RoadFlag::contraflow);
    EXPECT_EQ(traitsOf({{"highway", "tertiary"}, {"bridge", "viaduct"}, {"tunnel", "no"}}).flags,
              bothWays | RoadFlag::bridge);
}

TEST(OsmRoadTest, WhatThePublicMayNotUseIsMarked) {
    EXPECT_EQ(traitsOf({{"highway", "service"}, {"access", "private"}}).flags,
              bothWays | RoadFlag::restricted);
    EXPECT_EQ(traitsOf({{"highway", "service"}, {"access", "no"}, {"motor_vehicle", "yes"}}).flags, bothWays);
    EXPECT_EQ(traitsOf({{"highway", "pedestrian"}}),
              (RoadTraits{RoadClass::Pedestrian, bothWays | RoadFlag::restricted, 0}));
    EXPECT_EQ(traitsOf({{"highway", "footway"}, {"emergency", "yes"}}).roadClass, RoadClass::Pedestrian);
    EXPECT_EQ(traitsOf({{"route", "ferry"}}).roadClass, RoadClass::Ferry);
}

TEST(OsmRoadTest, WhatNoVehicleCanUseIsNoRoad) {
    EXPECT_FALSE(isRoad({{"highway", "footway"}}));
    EXPECT_FALSE(isRoad({{"highway", "proposed"}}));
    EXPECT_FALSE(isRoad({{"highway", "pedestrian"}, {"area", "yes"}}));
    EXPECT_FALSE(isRoad({{"route", "ferry"}, {"motor_vehicle", "no"}}));
    EXPECT_FALSE(isRoad({{"building", "yes"}}));
    EXPECT_FALSE(roadTraits(wayOf(1, {1}, {{"highway", "primary"}})));
}

TEST(OsmRoadTest, LimitsAreReadInTheirUnits) {
    EXPECT_EQ(speedLimit("50"), 50);
    EXPECT_EQ(speedLimit("50 km/h"), 50);
    EXPECT_EQ(speedLimit("30 mph"), 48);
    EXPECT_EQ(speedLimit("none"), 255);
    EXPECT_EQ(speedLimit("walk"), 7);
    for (char const* const text : {"", "CN:urban", "-5", "0", "1e9", "50;60", "nan", "30 knots"})
        EXPECT_EQ(speedLimit(text), 0) << text;
}

TEST(OsmRoadTest, NamesAreWhatAnOperatorWouldType) {
    auto const way = wayOf(1, {1, 2},
                           {{"name", "　长江路 "},
                            {"name:zh", "長江路"},
                            {"name:zh-Hans", "长江路"},
                            {"name:en", std::string(300, 'x')},
                            {"ref", "Ｇ312"}});
    EXPECT_EQ(nameOf(way), (MapName{"长江路", "长江路", "", "G312"}));
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/road_builder.h"

#include "core/map/road_shape.h"
#include "tests/core/map/osm_builder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace ob::core {
namespace {

using tests::OsmTags;
using tests::placeOf;
using tests::ruleOf;
using tests::wayOf;

OsmTags const street{{"highway", "residential"}, {"name", "长江路"}};

struct Built {
    RoadBuilder builder;
    std::vector<RoadSegment> segments;

    explicit Built(std::vector<OsmObject> const& objects) {
        for (auto const& object : objects)
            builder.note(object);
        builder.meet();
        for (auto const& object : objects)
            if (object.kind == OsmObject::Kind::Way)
                builder.cut(object, [this](RoadSegment const& segment) { segments.push_back(segment); });
    }
};

TEST(RoadBuilderTest, RoadsAreCutWhereTheyMeet) {
    Built const built({wayOf(1, {1, 2, 3, 4}, street), wayOf(2, {3, 9}, {{"highway", "service"}})});
    ASSERT_EQ(built.segments.size(), 3U);
    EXPECT_EQ(built.segments[0].shape, std::vector<GeoPoint>{placeOf(2)});
    EXPECT_EQ(built.segments[0].b, built.segments[1].a);
    EXPECT_EQ(built.segments[2].a, built.segments[0].b);
    EXPECT_EQ(built.builder.nodes().size(), 4U);
    EXPECT_EQ(built.builder.nodes()[built.segments[0].b], placeOf(3));
    EXPECT_NEAR(built.segments[0].centimetres, 22'239, 10);
    EXPECT_EQ(built.segments[0].name, built.segments[1].name);
    EXPECT_EQ(built.segments[2].name, 0U);
    EXPECT_EQ(built.builder.names().at(built.segments[0].name - 1).local, "长江路");
}

TEST(RoadBuilderTest, ARingMeetsItselfAndSlipsAreNoRoads) {
    Built const ring({wayOf(1, {1, 2, 3, 1}, {{"highway", "tertiary"}, {"junction", "roundabout"}})});
    ASSERT_EQ(ring.segments.size(), 1U);
    EXPECT_EQ(ring.segments[0].a, ring.segments[0].b);
    EXPECT_EQ(ring.segments[0].flags, RoadFlag::forward | RoadFlag::roundabout);
    Built const slip({wayOf(1, {1, 1, 2}, street), wayOf(2, {5, 5}, street)});
    ASSERT_EQ(slip.segments.size(), 1U);
}

TEST(RoadBuilderTest, WaysWithoutPlacesAreCounted) {
    auto broken = wayOf(1, {1, 2}, street);
    broken.nodes[1].point.reset();
    Built const built({broken, wayOf(2, {2, 3}, street)});
    EXPECT_EQ(built.segments.size(), 1U);
    EXPECT_EQ(built.builder.brokenWays(), 1U);
}

/// Ways 1 to 4 meet at node 5; segment i is way i + 1, ending there.
std::vector<OsmObject> cross(OsmObject const& rule) {
    return {wayOf(1, {1, 5}, street), wayOf(2, {2, 5}, street), wayOf(3, {3, 5}, street),
            wayOf(4, {4, 5}, {{"highway", "primary"}, {"oneway", "yes"}}), rule};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> bansOf(OsmObject const& rule) {
    Built const built(cross(rule));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (RoadBan const& ban : built.builder.bans()) {
        EXPECT_EQ(built.builder.nodes().at(ban.node), placeOf(5));
        pairs.emplace_back(ban.from, ban.to);
    }
    return pairs;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

TEST(RoadBuilderTest, ABannedTurnIsBannedAlone) {
    EXPECT_EQ(bansOf(ruleOf("no_left_turn", 1, 5, 2)), (Pairs{{0, 1}}));
    EXPECT_EQ(bansOf(ruleOf("no_u_turn", 2, 5, 2)), (Pairs{{1, 1}}));
    EXPECT_EQ(bansOf(ruleOf("no_left_turn", 1, 5, 4)), Pairs{})
        << "a one-way street cannot be entered anyway";
    EXPECT_EQ(bansOf(ruleOf("no_left_turn", 4, 5, 1)), (Pairs{{3, 0}}));
}

TEST(RoadBuilderTest, AnOnlyTurnBansAllOthers) {
    EXPECT_EQ(bansOf(ruleOf("only_straight_on", 1, 5, 3)), (Pairs{{0, 0}, {0, 1}}));
    EXPECT_EQ(bansOf(ruleOf("only_straight_on", 1, 5, 77)), Pairs{}) << "its goal is not there";
}

TEST(RoadBuilderTest, TurningRoundIsNotGoingOn) {
    // The way goes on through the node.
    Built const built({wayOf(1, {1, 5, 6}, street), wayOf(2, {2, 5}, street), ruleOf("no_u_turn", 1, 5, 1)});
    Pairs pairs;
    for (RoadBan const& ban : built.builder.bans())
        pairs.emplace_back(ban.from, ban.to);
    EXPECT_EQ(pairs, (Pairs{{0, 0}, {1, 1}}));
}

TEST(RoadBuilderTest, RulesThatCannotBeAppliedAreCounted) {
    Built const built(cross(ruleOf("no_left_turn", 1, 3, 2)));
    EXPECT_TRUE(built.builder.bans().empty());
    EXPECT_EQ(built.builder.lostRules(), 1U);
    EXPECT_FALSE(turnRule(ruleOf("no_left_turn", 0, 5, 2)));
    EXPECT_FALSE(turnRule(ruleOf("hgv", 1, 5, 2)));
    auto overWay = ruleOf("no_u_turn", 1, 5, 2);
    overWay.members[1].kind = OsmObject::Kind::Way;
    EXPECT_FALSE(turnRule(overWay));
}

TEST(RoadBuilderTest, EmergencyVehiclesMayBeExcepted) {
    auto rule = ruleOf("no_left_turn", 1, 5, 2);
    rule.tags.emplace_back("except", "psv;emergency");
    Built const built(cross(rule));
    ASSERT_EQ(built.builder.bans().size(), 1U);
    EXPECT_EQ(built.builder.bans()[0].flags, RoadBan::exceptEmergency);
}

TEST(RoadBuilderTest, CrossingsAreWhereNamesMeet) {
    Built const built({wayOf(1, {1, 2, 3}, street),
                       wayOf(2, {2, 9}, {{"highway", "primary"}, {"name", "黄河路"}}),
                       wayOf(3, {3, 8}, street)});
    auto const crossings = built.builder.crossings();
    ASSERT_EQ(crossings.size(), 1U);
    EXPECT_EQ(crossings[0].first, placeOf(2));
    EXPECT_EQ(crossings[0].second.size(), 2U);
}

RC_GTEST_PROP(RoadBuilderProperty, NothingIsLostByCutting, ()) {
    auto const ways = *rc::gen::resize(
        8, rc::gen::container<std::vector<std::vector<std::int64_t>>>(
               rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(1, 12))));
    std::vector<OsmObject> objects;
    double metres = 0;
    for (auto const& nodes : ways) {
        objects.push_back(wayOf(static_cast<std::int64_t>(objects.size() + 1), nodes, street));
        for (std::size_t index = 1; index < nodes.size(); ++index)
            metres += distanceMetres(placeOf(nodes[index - 1]), placeOf(nodes[index]));
    }
    Built const built(objects);
    double cut = 0;
    for (RoadSegment const& segment : built.segments) {
        RC_ASSERT(segment.a < built.builder.nodes().size() && segment.b < built.builder.nodes().size());
        cut += segment.centimetres / 100.0;
    }
    RC_ASSERT(std::abs(cut - metres) < 0.01 * static_cast<double>(built.segments.size() + 1));
    // Between its ends a stretch meets nobody.
    for (RoadSegment const& segment : built.segments)
        for (GeoPoint const inner : segment.shape)
            RC_ASSERT(std::ranges::find(built.builder.nodes(), inner) == built.builder.nodes().end());
}

RC_GTEST_PROP(RoadShapeProperty, ComesBackAsItWas, ()) {
    std::vector<GeoPoint> points;
    int const count = *rc::gen::inRange(0, 30);
    for (int index = 0; index < count; ++index)
        points.push_back(*GeoPoint::ofE7(*rc::gen::inRange<std::int64_t>(-900'000'000, 900'000'001),
                                         *rc::gen::inRange<std::int64_t>(-1'800'000'000, 1'800'000'001)));
    RC_ASSERT(unpackedShape(packedShape(points), 30) == points);
    if (!points.empty()) RC_ASSERT(!unpackedShape(packedShape(points), points.size() - 1));
}

RC_GTEST_PROP(RoadShapeProperty, RubbishIsRefusedOrRead, ()) {
    auto const bytes = *rc::gen::arbitrary<Bytes>();
    if (auto const points = unpackedShape(bytes, 1000)) RC_ASSERT(points->size() * 2 <= bytes.size());
    RC_ASSERT(!unpackedShape(Bytes(20, 0xff), 1000));
    RC_ASSERT(!unpackedShape(Bytes{2}, 1000));
}

} // namespace
} // namespace ob::core

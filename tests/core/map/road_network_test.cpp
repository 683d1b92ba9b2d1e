// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/road_network.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

RC_GTEST_PROP(RoadNetworkProperty, EveryDirectionOfEverySegmentIsOneArc, ()) {
    RoadNetwork::Parts parts;
    auto const nodes = *rc::gen::inRange<std::uint32_t>(1, 12);
    parts.nodes.assign(nodes, *GeoPoint::ofDegrees(30, 110));
    int const segments = *rc::gen::inRange(0, 30);
    for (int count = 0; count < segments; ++count)
        parts.segments.push_back({.a = *rc::gen::inRange<std::uint32_t>(0, nodes),
                                  .b = *rc::gen::inRange<std::uint32_t>(0, nodes),
                                  .flags = *rc::gen::inRange<std::uint32_t>(0, RoadFlag::all + 1)});
    RoadNetwork const network(parts);
    std::size_t expected = 0;
    for (RoadSegment const& segment : parts.segments) {
        bool const isBoth = (segment.flags & RoadFlag::contraflow) != 0;
        expected += isBoth || (segment.flags & RoadFlag::forward) != 0 ? 1 : 0;
        expected += isBoth || (segment.flags & RoadFlag::backward) != 0 ? 1 : 0;
    }
    std::size_t found = 0;
    for (std::uint32_t node = 0; node < nodes; ++node)
        for (RoadArc const& arc : network.arcsFrom(node)) {
            RoadSegment const& segment = network.segments()[arc.segment];
            RC_ASSERT(node == (arc.isReversed ? segment.b : segment.a));
            RC_ASSERT(arc.target == (arc.isReversed ? segment.a : segment.b));
            std::uint32_t const way = arc.isReversed ? RoadFlag::backward : RoadFlag::forward;
            RC_ASSERT(arc.isContraflow == ((segment.flags & way) == 0));
            ++found;
        }
    RC_ASSERT(found == expected);
}

TEST(RoadNetworkTest, NoRoadsAreANetworkToo) {
    RoadNetwork const network({});
    EXPECT_EQ(network.nodeCount(), 0U);
    EXPECT_EQ(network.ban(0, 0, 0), nullptr);
}

} // namespace
} // namespace ob::core

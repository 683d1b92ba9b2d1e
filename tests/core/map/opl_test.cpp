// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/opl.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

TEST(OplTest, ReadsANode) {
    auto const node =
        readOpl("n12 v3 dV c0 t2022-05-28T05:17:35Z i8 uAnna Tname=A%20%b,place=town x121.5 y-25.25");
    ASSERT_TRUE(node);
    EXPECT_EQ(node->kind, OsmObject::Kind::Node);
    EXPECT_EQ(node->id, 12);
    EXPECT_EQ(node->tag("name"), "A b");
    EXPECT_EQ(node->tag("place"), "town");
    EXPECT_EQ(node->tag("amenity"), "");
    EXPECT_EQ(node->point, GeoPoint::ofDegrees(-25.25, 121.5));
}

TEST(OplTest, ReadsAWayWithAndWithoutPlaces) {
    auto const way = readOpl("w5 Thighway=primary,name=%4e2d%%5c71%%1f692%% Nn1x8.5y47.1,n2,n-3x8.6y47");
    ASSERT_FALSE(way) << "an escape without its end";
    auto const good = readOpl("w5 v1 Thighway=primary,name=%4e2d%%5c71%%1f692% Nn1x8.5y47.1,n2,n-3x8.6y47");
    ASSERT_TRUE(good);
    EXPECT_EQ(good->tag("name"), "中山🚒");
    ASSERT_EQ(good->nodes.size(), 3U);
    EXPECT_EQ(good->nodes[0].point, GeoPoint::ofDegrees(47.1, 8.5));
    EXPECT_FALSE(good->nodes[1].point);
    EXPECT_EQ(good->nodes[2].id, -3);
}

TEST(OplTest, ReadsARelation) {
    auto const relation = readOpl("r9 Ttype=restriction Mw1@from,n2@via,w3@to,r4@");
    ASSERT_TRUE(relation);
    ASSERT_EQ(relation->members.size(), 4U);
    EXPECT_EQ(relation->members[1].kind, OsmObject::Kind::Node);
    EXPECT_EQ(relation->members[1].role, "via");
    EXPECT_EQ(relation->members[3].role, "");
}

TEST(OplTest, RefusesOtherLines) {
    for (char const* const line :
         {"", "x1 Ta=b", "n", "nx", "n1x", "n1 dD", "n1 Tname", "w1 Nx5", "w1 Nn", "r1 Mw1", "r1 Mq1@x",
          "n1 Tname=%zz%", "n1 Tname=%110000%", "n1 Tname=%d800%", "c1 v1"})
        EXPECT_FALSE(readOpl(line)) << line;
    EXPECT_FALSE(readOpl("n1 x200 y10")->point);
    EXPECT_FALSE(readOpl("n1 xnan y10")->point);
}

TEST(OplTest, TheNodesOfARepairedWayAreThere) {
    std::unordered_set<std::int64_t> const missing{3, 9};
    EXPECT_EQ(withoutMissing("w1 v1 Ta=b Nn1,n2,n4", missing), "w1 v1 Ta=b Nn1,n2,n4");
    EXPECT_EQ(withoutMissing("w1 Ta=b Nn1,n2,n3,n4,n5,n6", missing), "w1 Ta=b Nn4,n5,n6")
        << "the longest part";
    EXPECT_EQ(withoutMissing("w1 Nn1,n3 Ta=b", missing), "") << "one node is no way";
    EXPECT_EQ(withoutMissing("w1 Nn1,n3,n4,n5,n6,n1 Ta=b", missing), "w1 Nn1,n4,n5,n6,n1 Ta=b")
        << "a ring stays one";
    EXPECT_EQ(withoutMissing("w1 Nn9,n4,n5,n6,n9", missing), "w1 Nn4,n5,n6,n4");
    EXPECT_EQ(withoutMissing("n3 x1 y2", missing), "n3 x1 y2");
    EXPECT_EQ(missingNode("n123 in w456"), 123);
    EXPECT_EQ(missingNode("n123 in r456"), std::nullopt);
    EXPECT_EQ(missingNode("Nodes in ways missing: 0"), std::nullopt);
}

RC_GTEST_PROP(OplProperty, RubbishIsRefusedOrRead, ()) {
    auto const text = *rc::gen::container<std::string>(rc::gen::oneOf(
        rc::gen::element('n', 'w', 'r', 'N', 'T', 'M', ' ', ',', '=', '%', '@', 'x', 'y', '1', '-', '.'),
        rc::gen::arbitrary<char>()));
    if (auto const object = readOpl(text)) RC_ASSERT(object->tags.size() <= text.size());
    (void)withoutMissing(text, {1, 11});
    (void)missingNode(text);
}

} // namespace
} // namespace ob::core

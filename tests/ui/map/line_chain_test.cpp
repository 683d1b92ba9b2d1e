// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/line_chain.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

QRectF const square(0, 0, 100, 100);

TEST(LineChain, keepsWhatLiesInsideAndCutsAtTheEdge) {
    auto const parts = clipped({{-50, 50}, {50, 50}, {150, 50}}, square);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0], Polyline({{0, 50}, {50, 50}, {100, 50}}));
}

TEST(LineChain, aLineThatLeavesAndComesBackIsTwo) {
    auto const parts = clipped({{10, 10}, {10, 150}, {90, 150}, {90, 10}}, square);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[1].front(), QPointF(90, 100));
}

TEST(LineChain, aLineOutsideLeavesNothing) {
    EXPECT_TRUE(clipped({{200, 0}, {200, 100}}, square).empty());
    EXPECT_TRUE(clipped({{-10, -50}, {200, -1}}, square).empty());
}

TEST(LineChain, piecesThatGoOnAreJoinedWhicheverWayTheyRun) {
    auto const lines = joined({{{0, 0}, {10, 0}}, {{20, 1}, {10, 0}}, {{20, 1}, {30, 2}}}, 1);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0], Polyline({{0, 0}, {10, 0}, {20, 1}, {30, 2}}));
}

TEST(LineChain, aCornerEndsALine) {
    EXPECT_EQ(joined({{{0, 0}, {10, 0}}, {{10, 0}, {10, 10}}}, 1).size(), 2U);
}

TEST(LineChain, aGapEndsALine) { EXPECT_EQ(joined({{{0, 0}, {10, 0}}, {{14, 0}, {20, 0}}}, 1).size(), 2U); }

} // namespace
} // namespace ob::ui

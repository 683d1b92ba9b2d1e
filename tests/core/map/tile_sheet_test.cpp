// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/sheet_clip.h"
#include "core/map/tile_sheet.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace ob::core {
namespace {

std::map<TileId, VectorTile> cutOf(std::vector<SheetFeature> features, std::uint8_t zoom) {
    std::map<TileId, VectorTile> tiles;
    TileSheet(std::move(features)).cut(zoom, zoom, [&](TileId id, Bytes const& bytes) {
        auto tile = decodeVectorTile(bytes);
        ASSERT_TRUE(tile);
        tiles.emplace(id, *std::move(tile));
    });
    return tiles;
}

SheetFeature lake(std::vector<std::vector<WorldSpot>> rings) {
    return {.layer = "water",
            .kind = GeometryKind::Polygon,
            .parts = std::move(rings),
            .attributes = {{"class", "lake"}}};
}

/// Twice the area of a ring, positive clockwise on the screen.
std::int64_t ringArea(VectorTile const& tile, std::uint32_t ring) {
    SheetLine line;
    for (std::uint32_t i = ring == 0 ? 0 : tile.ringEnds[ring - 1]; i < tile.ringEnds[ring]; ++i)
        line.push_back({tile.points[i].x, tile.points[i].y});
    return twiceArea(line);
}

} // namespace

TEST(TileSheet, CutsAnAreaIntoTilesThatTouch) {
    // A square around the middle of the world, which is a corner of four tiles.
    auto const tiles = cutOf({lake({{{0.4, 0.4}, {0.4, 0.6}, {0.6, 0.6}, {0.6, 0.4}}})}, 1);
    ASSERT_EQ(tiles.size(), 4U);
    for (auto const& [id, tile] : tiles) {
        ASSERT_EQ(tile.features.size(), 1U);
        EXPECT_EQ(tile.features[0].mapClass, MapClass::Water);
        // Clockwise, though it was given the other way, and over the edge by the margin.
        EXPECT_GT(ringArea(tile, 0), 0);
        std::int16_t low = 4096, high = 0;
        for (TilePoint const point : tile.points) {
            low = std::min({low, point.x, point.y});
            high = std::max({high, point.x, point.y});
        }
        EXPECT_TRUE(low < 0 || high > 4096);
    }
}

TEST(TileSheet, LeavesHolesEmpty) {
    auto const tiles = cutOf({lake({{{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}, {0.1, 0.9}},
                                    {{0.2, 0.2}, {0.2, 0.8}, {0.8, 0.8}, {0.8, 0.2}}})},
                             3);
    // In the middle of the hole there is nothing to draw.
    EXPECT_FALSE(tiles.contains({3, 3, 3}));
    VectorTile const& rim = tiles.at({3, 1, 1});
    ASSERT_EQ(rim.features[0].ringCount, 2U);
    EXPECT_GT(ringArea(rim, 0), 0);
    EXPECT_LT(ringArea(rim, 1), 0);
}

TEST(TileSheet, GivesAPointToOneTileAndALineToAllThatItCrosses) {
    std::vector<SheetFeature> features{{.layer = "poi",
                                        .kind = GeometryKind::Point,
                                        .parts = {{{0.5, 0.25}}},
                                        .attributes = {{"class", "police"}, {"name", "派出所"}}},
                                       {.layer = "transportation",
                                        .kind = GeometryKind::Line,
                                        .parts = {{{0.1, 0.2}, {0.9, 0.2}}},
                                        .attributes = {{"class", "primary"}}}};
    auto const tiles = cutOf(features, 2);
    std::size_t points = 0, lines = 0;
    for (auto const& [id, tile] : tiles)
        for (TileFeature const& feature : tile.features) {
            (feature.kind == GeometryKind::Point ? points : lines) += 1;
            EXPECT_EQ(tile.names[feature.name].local, feature.kind == GeometryKind::Point ? "派出所" : "");
        }
    EXPECT_EQ(points, 1U);
    EXPECT_EQ(lines, 4U);
}

TEST(TileSheet, ShowsFeaturesAtTheirZoomsOnly) {
    SheetFeature feature = lake({{{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}}});
    feature.minZoom = 2;
    feature.maxZoom = 3;
    EXPECT_TRUE(cutOf({feature}, 1).empty());
    EXPECT_FALSE(cutOf({feature}, 2).empty());
    EXPECT_TRUE(cutOf({feature}, 4).empty());
}

RC_GTEST_PROP(SheetClip, KeepsRingsInTheBox, ()) {
    auto const number = rc::gen::inRange<std::int64_t>(-5000, 5000);
    SheetLine ring;
    for (int i = *rc::gen::inRange(3, 12); i > 0; --i)
        ring.push_back({*number, *number});
    SheetBox const box{{-100, -200}, {1500, 900}};
    for (SheetSpot const spot : clippedRing(ring, box)) {
        RC_ASSERT(spot.x >= -100 && spot.x <= 1500);
        RC_ASSERT(spot.y >= -200 && spot.y <= 900);
    }
    for (SheetLine const& piece : clippedLine(ring, box))
        for (SheetSpot const spot : piece)
            RC_ASSERT(spot.x >= -100 && spot.x <= 1500 && spot.y >= -200 && spot.y <= 900);
}

RC_GTEST_PROP(SheetClip, SimplifiesWithinTheTolerance, ()) {
    auto const number = rc::gen::inRange<std::int64_t>(0, 400);
    SheetLine line;
    for (int i = *rc::gen::inRange(2, 30); i > 0; --i)
        line.push_back({*number, *number});
    SheetLine const simple = simplified(line, 25);
    RC_ASSERT(simple.front() == line.front() && simple.back() == line.back());
    for (SheetSpot const spot : line) {
        double nearest = 1e18;
        for (std::size_t i = 1; i < simple.size(); ++i) {
            double const dx = static_cast<double>(simple[i].x - simple[i - 1].x),
                         dy = static_cast<double>(simple[i].y - simple[i - 1].y);
            double const px = static_cast<double>(spot.x - simple[i - 1].x),
                         py = static_cast<double>(spot.y - simple[i - 1].y);
            double const size = dx * dx + dy * dy;
            double const part = size > 0 ? std::clamp((px * dx + py * dy) / size, 0.0, 1.0) : 0;
            nearest =
                std::min(nearest, (px - part * dx) * (px - part * dx) + (py - part * dy) * (py - part * dy));
        }
        if (simple.size() > 1) RC_ASSERT(nearest <= 25.0 * 25.0 + 1e-6);
    }
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/vector_tile.h"

#include "tests/core/map/tile_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::core {
namespace {

using tests::command;
using tests::LayerBuilder;
using tests::Path;
using tests::Tags;
using tests::tileOf;

Path const square{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
Path const street{{0, 0}, {100, 50}};

VectorTile decoded(Bytes const& bytes) {
    auto tile = decodeVectorTile(bytes);
    EXPECT_TRUE(tile);
    return tile.value_or(VectorTile{});
}

VectorTile decoded(LayerBuilder const& layer) { return decoded(tileOf({layer})); }

MapClass areaClass(std::string const& layer, Tags const& tags) {
    auto const tile = decoded(LayerBuilder(layer).polygon({square}, tags));
    EXPECT_EQ(tile.features.size(), 1U) << layer;
    return tile.features.empty() ? MapClass::WaterName : tile.features[0].mapClass;
}

MapClass lineClass(std::string const& layer, Tags const& tags) {
    auto const tile = decoded(LayerBuilder(layer).lines({street}, tags));
    EXPECT_EQ(tile.features.size(), 1U) << layer;
    return tile.features.empty() ? MapClass::WaterName : tile.features[0].mapClass;
}

MapClass pointClass(std::string const& layer, Tags tags) {
    tags.emplace_back("name", std::string("示范"));
    auto const tile = decoded(LayerBuilder(layer).points({{1, 2}}, tags));
    EXPECT_EQ(tile.features.size(), 1U) << layer;
    return tile.features.empty() ? MapClass::Water : tile.features[0].mapClass;
}

Tags of(std::string const& mapClass, std::string const& subclass = {}) {
    Tags tags{{"class", mapClass}};
    if (!subclass.empty()) tags.emplace_back("subclass", subclass);
    return tags;
}

std::vector<TilePoint> ring(VectorTile const& tile, std::size_t index) {
    std::size_t const begin = index == 0 ? 0 : tile.ringEnds[index - 1];
    return {tile.points.begin() + static_cast<std::ptrdiff_t>(begin),
            tile.points.begin() + tile.ringEnds[index]};
}

TEST(VectorTileTest, AreasOfOpenMapTilesHaveTheirClass) {
    EXPECT_EQ(areaClass("water", of("lake")), MapClass::Water);
    EXPECT_EQ(areaClass("landcover", of("wood")), MapClass::Wood);
    EXPECT_EQ(areaClass("landcover", of("grass", "park")), MapClass::Park);
    EXPECT_EQ(areaClass("landcover", of("ice")), MapClass::Glacier);
    EXPECT_EQ(areaClass("landuse", of("hospital")), MapClass::Medical);
    EXPECT_EQ(areaClass("landuse", of("retail")), MapClass::Commercial);
    EXPECT_EQ(areaClass("park", of("nature_reserve")), MapClass::Park);
    EXPECT_EQ(areaClass("aeroway", of("apron")), MapClass::Aeroway);
    EXPECT_EQ(areaClass("transportation", of("path", "pedestrian")), MapClass::Pedestrian);
    EXPECT_EQ(areaClass("building", {}), MapClass::Building);
}

TEST(VectorTileTest, LinesOfOpenMapTilesHaveTheirClass) {
    EXPECT_EQ(lineClass("waterway", of("canal")), MapClass::River);
    EXPECT_EQ(lineClass("waterway", of("ditch")), MapClass::Stream);
    EXPECT_EQ(lineClass("transportation", of("motorway")), MapClass::Motorway);
    EXPECT_EQ(lineClass("transportation", of("minor")), MapClass::MinorRoad);
    EXPECT_EQ(lineClass("transportation", of("track")), MapClass::ServiceRoad);
    EXPECT_EQ(lineClass("transportation", of("rail", "rail")), MapClass::Rail);
    EXPECT_EQ(lineClass("transportation", of("rail", "subway")), MapClass::MinorRail);
    EXPECT_EQ(lineClass("aeroway", of("runway")), MapClass::Runway);
    EXPECT_EQ(lineClass("boundary", {{"admin_level", 2}}), MapClass::CountryBorder);
    EXPECT_EQ(lineClass("boundary", {{"admin_level", 4}}), MapClass::ProvinceBorder);
    EXPECT_EQ(lineClass("boundary", {{"admin_level", 6}}), MapClass::DistrictBorder);
}

TEST(VectorTileTest, PointsOfOpenMapTilesHaveTheirClass) {
    EXPECT_EQ(pointClass("place", of("city")), MapClass::City);
    EXPECT_EQ(pointClass("place", of("borough")), MapClass::Suburb);
    EXPECT_EQ(pointClass("poi", of("hospital", "hospital")), MapClass::Hospital);
    EXPECT_EQ(pointClass("poi", of("hospital", "clinic")), MapClass::Place);
    EXPECT_EQ(pointClass("poi", of("amenity", "police")), MapClass::Police);
    EXPECT_EQ(pointClass("poi", of("fire_station")), MapClass::FireStation);
    EXPECT_EQ(pointClass("poi", of("railway", "station")), MapClass::Station);
    EXPECT_EQ(pointClass("poi", of("shop", "bakery")), MapClass::Place);
    EXPECT_EQ(pointClass("aerodrome_label", of("international")), MapClass::Airport);
    EXPECT_EQ(pointClass("mountain_peak", of("peak")), MapClass::Peak);
    EXPECT_EQ(pointClass("water_name", of("lake")), MapClass::WaterName);
}

TEST(VectorTileTest, WhatIsNotShownIsLeftOut) {
    EXPECT_TRUE(decoded(LayerBuilder("contour").lines({street})).features.empty());
    EXPECT_TRUE(decoded(LayerBuilder("transportation").lines({street}, of("aerialway"))).features.empty());
    EXPECT_TRUE(decoded(LayerBuilder("place").points({{1, 2}}, of("city"))).features.empty());
    EXPECT_TRUE(decoded(LayerBuilder("boundary").lines({street}, {{"admin_level", 10}})).features.empty());
    EXPECT_TRUE(decoded(LayerBuilder("boundary").lines({street}, {{"admin_level", 2}, {"maritime", 1}}))
                    .features.empty());
}

TEST(VectorTileTest, ARoadSaysHowItRuns) {
    auto const tile = decoded(
        LayerBuilder("transportation")
            .lines({street},
                   {{"class", "trunk"}, {"brunnel", "bridge"}, {"ramp", 1}, {"oneway", -1}, {"layer", 2}}));
    ASSERT_EQ(tile.features.size(), 1U);
    TileFeature const& road = tile.features[0];
    EXPECT_TRUE(road.isBridge && road.isLink && road.isOneway && !road.isTunnel && !road.isLabel);
    EXPECT_EQ(road.layer, 2);
    EXPECT_EQ(road.name, 0U);
}

TEST(VectorTileTest, NamesKeepTheirLanguages) {
    auto const tile =
        decoded(tileOf({LayerBuilder("transportation_name")
                            .lines({street}, {{"class", "primary"},
                                              {"name", "長江路"},
                                              {"name:zh", "長江路"},
                                              {"name:zh-Hans", "长江路"},
                                              {"name:en", "Changjiang Road"},
                                              {"ref", "G312"}})
                            .lines({street}, {{"class", "minor"}, {"name:latin", "Weststrasse"}}),
                        LayerBuilder("housenumber").points({{5, 5}}, {{"housenumber", "221号"}})}));
    ASSERT_EQ(tile.features.size(), 3U);
    EXPECT_TRUE(tile.features[0].isLabel);
    EXPECT_EQ(tile.names[tile.features[0].name], (MapName{"長江路", "长江路", "Changjiang Road", "G312"}));
    EXPECT_EQ(tile.names[tile.features[1].name].local, "Weststrasse");
    EXPECT_EQ(tile.features[2].mapClass, MapClass::HouseNumber);
    EXPECT_EQ(tile.names[tile.features[2].name].local, "221号");
}

TEST(VectorTileTest, TheSameNameIsKeptOnce) {
    LayerBuilder layer("poi");
    for (int count = 0; count < 50; ++count)
        layer.points({{count, 1}}, {{"class", "shop"}, {"name", "便利店"}, {"rank", 7}});
    auto const tile = decoded(layer);
    EXPECT_EQ(tile.features.size(), 50U);
    EXPECT_EQ(tile.names.size(), 2U);
    EXPECT_EQ(tile.features[49].rank, 7);
}

TEST(VectorTileTest, NamesThatAreNoTextOrTooLongAreLeftOut) {
    std::string const tooLong(TileLimits::nameBytes + 1, 'a');
    auto const tile =
        decoded(LayerBuilder("poi")
                    .points({{1, 1}}, {{"class", "police"}, {"name", "\xff\xfe"}})
                    .points({{2, 2}}, {{"class", "police"}, {"name", tooLong}, {"name:en", "Police"}}));
    ASSERT_EQ(tile.features.size(), 2U);
    EXPECT_EQ(tile.features[0].name, 0U);
    EXPECT_EQ(tile.names[tile.features[1].name], (MapName{.english = "Police"}));
}

TEST(VectorTileTest, BuildingsHaveHeights) {
    auto const tile = decoded(LayerBuilder("building")
                                  .polygon({square}, {{"render_height", 12.5}})
                                  .polygon({square}, {{"render_height", 1e9}}));
    ASSERT_EQ(tile.features.size(), 2U);
    EXPECT_EQ(tile.features[0].height, 12.5F);
    EXPECT_EQ(tile.features[1].height, 0.0F);
}

// The examples of the specification, section 4.3.5, with the ring order that it asks for.
TEST(VectorTileTest, ReadsTheExamplesOfTheSpecification) {
    auto const points =
        decoded(LayerBuilder("housenumber").raw(1, {17, 10, 14, 3, 9}, {{"housenumber", "1"}}));
    EXPECT_EQ(ring(points, 0), (std::vector<TilePoint>{{5, 7}, {3, 2}}));
    auto const lines = decoded(
        LayerBuilder("waterway").raw(2, {9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8}, of("river")));
    ASSERT_EQ(lines.features.at(0).ringCount, 2U);
    EXPECT_EQ(ring(lines, 0), (std::vector<TilePoint>{{2, 2}, {2, 10}, {10, 10}}));
    EXPECT_EQ(ring(lines, 1), (std::vector<TilePoint>{{1, 1}, {3, 5}}));
    auto const polygons =
        decoded(LayerBuilder("water").raw(3, {9, 0,  0,  26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0,
                                              0, 18, 17, 0,  15, 9, 4, 13, 26, 0, 8,  8, 0,  0, 7,  15}));
    ASSERT_EQ(polygons.features.at(0).ringCount, 3U);
    EXPECT_EQ(ring(polygons, 1), (std::vector<TilePoint>{{11, 11}, {20, 11}, {20, 20}, {11, 20}}));
    EXPECT_EQ(ring(polygons, 2), (std::vector<TilePoint>{{13, 13}, {13, 17}, {17, 17}, {17, 13}}));
}

TEST(VectorTileTest, ABrokenFeatureIsLeftOutAlone) {
    std::vector<std::vector<std::uint32_t>> const broken{
        {},                                         // nothing
        {command(1, 1), 2},                         // half a point
        {command(1, 1), 2, 2, command(2, 5), 2, 2}, // promises more than it has
        {command(1, 1), 2, 2, command(2, 0), command(7, 1)},
        {command(1, 1), 2, 2, command(2, 1), 2, 2, command(7, 1)},                    // two corners
        {command(1, 1), 2, 2, command(2, 2), 2, 2, 4, 4},                             // never closed
        {command(2, 2), 2, 2, 4, 4, command(7, 1)},                                   // begins with a line
        {command(1, 2), 2, 2, 4, 4, command(7, 1)},                                   // two beginnings
        {command(5, 1), 2, 2},                                                        // no such command
        {command(1, 1), 4'000'000'000U, 2, command(2, 2), 2, 2, 4, 4, command(7, 1)}, // far outside
        {command(1, (1U << 29U) - 1), 2, 2},
    };
    for (auto const& commands : broken) {
        auto const tile = decoded(LayerBuilder("water").polygon({square}).raw(3, commands).polygon({square}));
        ASSERT_EQ(tile.features.size(), 2U) << testing::PrintToString(commands);
        EXPECT_EQ(tile.features[1].firstRing, 1U);
        EXPECT_EQ(tile.points.size(), 8U);
        EXPECT_EQ(ring(tile, 1), ring(tile, 0));
    }
}

TEST(VectorTileTest, ATagWithoutValueLeavesOutItsFeature) {
    LayerBuilder layer("water");
    std::string feature;
    {
        protozero::pbf_writer writer(feature);
        std::vector<std::uint32_t> const tags{7, 9};
        auto const commands = tests::commandsOf(GeometryKind::Polygon, {square});
        writer.add_packed_uint32(2, tags.begin(), tags.end());
        writer.add_enum(3, 3);
        writer.add_packed_uint32(4, commands.begin(), commands.end());
    }
    std::string bytes = layer.polygon({square}).bytes();
    protozero::pbf_writer(bytes).add_message(2, feature);
    std::string tile;
    protozero::pbf_writer(tile).add_message(3, bytes);
    EXPECT_EQ(decoded(Bytes(tile.begin(), tile.end())).features.size(), 1U);
}

TEST(VectorTileTest, OtherExtentsAreScaled) {
    auto const tile = decoded(LayerBuilder("water", 512).polygon({{{0, 0}, {512, 0}, {256, 256}, {-1, 3}}}));
    EXPECT_EQ(ring(tile, 0), (std::vector<TilePoint>{{0, 0}, {4096, 0}, {2048, 2048}, {-8, 24}}));
    EXPECT_TRUE(decoded(LayerBuilder("water", 0).polygon({square})).features.empty());
}

TEST(VectorTileTest, ARepeatedFirstPointIsTakenOff) {
    Path closed = square;
    closed.push_back(square.front());
    EXPECT_EQ(decoded(LayerBuilder("water").polygon({closed})).points.size(), square.size());
}

TEST(VectorTileTest, WhatIsNoTileIsRefusedWithAReason) {
    auto const faultOf = [](Bytes const& bytes) {
        TileFault fault{};
        EXPECT_FALSE(decodeVectorTile(bytes, &fault));
        return fault;
    };
    EXPECT_EQ(faultOf({0x89, 'P', 'N', 'G', 13, 10, 26, 10}), TileFault::NotATile);
    EXPECT_EQ(faultOf({0x08, 0x01}), TileFault::NotATile);
    EXPECT_EQ(faultOf({0x1a, 0x7f, 0x0a}), TileFault::NotATile);
    EXPECT_EQ(faultOf(Bytes(TileLimits::bytes + 1)), TileFault::TooLarge);
    EXPECT_TRUE(decodeVectorTile({})) << "a tile of a sea has no layer at all";
}

TEST(VectorTileTest, TooManyPointsAreRefused) {
    std::vector<std::uint32_t> commands{command(1, 1), 0, 0, command(2, TileLimits::points)};
    commands.resize(commands.size() + 2 * TileLimits::points);
    TileFault fault{};
    EXPECT_FALSE(decodeVectorTile(tileOf({LayerBuilder("waterway").raw(2, commands, of("river"))}), &fault));
    EXPECT_EQ(fault, TileFault::TooManyPoints);
}

TEST(VectorTileTest, NamesPutTogetherInEverNewWaysAreRefused) {
    LayerBuilder layer("poi");
    std::vector<std::string> names;
    for (int count = 0; count < 100; ++count)
        names.push_back(std::string(250, 'x') + std::to_string(count));
    for (auto const& name : names)
        for (auto const& english : names)
            for (int count = 0; count < 2; ++count)
                layer.points({{1, 1}}, {{"class", "police"},
                                        {"name", name},
                                        {"name:en", english},
                                        {"ref", names[static_cast<std::size_t>(count)]}});
    TileFault fault{};
    EXPECT_FALSE(decodeVectorTile(tileOf({layer}), &fault));
    EXPECT_EQ(fault, TileFault::TooLarge);
}

} // namespace
} // namespace ob::core

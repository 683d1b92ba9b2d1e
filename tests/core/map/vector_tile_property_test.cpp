// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/gunzip.h"
#include "core/map/vector_tile.h"
#include "tests/core/map/tile_builder.h"
#include "tests/support/source_dir.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace ob::core {
namespace {

using tests::LayerBuilder;
using tests::Path;
using tests::tileOf;

auto anyPath(int fewest) {
    auto const coordinate = rc::gen::inRange(-4000, 9000);
    return rc::gen::suchThat(
        rc::gen::container<Path>(rc::gen::pair(coordinate, coordinate)), [=](Path const& path) {
            return path.size() >= static_cast<std::size_t>(fewest) && path.front() != path.back();
        });
}

/// Everything that a tile says of itself holds.
void checkShape(VectorTile const& tile) {
    std::uint32_t last = 0;
    for (std::uint32_t const end : tile.ringEnds) {
        RC_ASSERT(end > last);
        last = end;
    }
    RC_ASSERT(last == tile.points.size());
    std::uint32_t ring = 0;
    for (TileFeature const& feature : tile.features) {
        RC_ASSERT(feature.firstRing == ring && feature.ringCount > 0);
        ring += feature.ringCount;
        RC_ASSERT(feature.name < tile.names.size());
    }
    RC_ASSERT(ring == tile.ringEnds.size());
}

RC_GTEST_PROP(VectorTileProperty, GeometryComesBackAsItWas, ()) {
    auto const paths =
        *rc::gen::resize(20, rc::gen::nonEmpty(rc::gen::container<std::vector<Path>>(anyPath(3))));
    auto const isArea = *rc::gen::arbitrary<bool>();
    LayerBuilder layer(isArea ? "water" : "waterway");
    isArea ? layer.polygon(paths) : layer.lines(paths);
    auto const tile = decodeVectorTile(tileOf({layer}));
    RC_ASSERT(tile.has_value());
    RC_ASSERT(tile->features.size() == 1U);
    RC_ASSERT(tile->ringEnds.size() == paths.size());
    std::size_t at = 0;
    for (Path const& path : paths)
        for (auto const& [x, y] : path) {
            RC_ASSERT(tile->points[at].x == x && tile->points[at].y == y);
            ++at;
        }
    checkShape(*tile);
}

RC_GTEST_PROP(VectorTileProperty, RubbishIsAFaultOrASoundTile, ()) {
    auto const bytes = *rc::gen::arbitrary<Bytes>();
    if (auto const tile = decodeVectorTile(bytes)) checkShape(*tile);
}

RC_GTEST_PROP(VectorTileProperty, ADamagedTileIsAFaultOrASoundTile, ()) {
    Bytes bytes =
        tileOf({LayerBuilder("water").polygon({{{0, 0}, {9, 0}, {9, 9}}}, {{"class", "lake"}}),
                LayerBuilder("transportation_name")
                    .lines({{{0, 0}, {500, 30}, {700, -3}}},
                           {{"class", "primary"}, {"name", "滨江路"}, {"ref", "G1"}, {"rank", 3}})});
    auto const changes =
        *rc::gen::resize(8, rc::gen::arbitrary<std::vector<std::pair<std::uint16_t, std::uint8_t>>>());
    for (auto const& [place, value] : changes)
        bytes[place % bytes.size()] = value;
    bytes.resize(*rc::gen::inRange<std::size_t>(bytes.size() / 2, bytes.size() + 1));
    if (auto const tile = decodeVectorTile(bytes)) checkShape(*tile);
}

RC_GTEST_PROP(GunzipProperty, GivesBackWhatWasCompressed, ()) {
    auto const bytes = *rc::gen::arbitrary<Bytes>();
    RC_ASSERT(gunzip(gzip(bytes), bytes.size()) == bytes);
}

RC_GTEST_PROP(GunzipProperty, RubbishAndPiecesAreRefused, ()) {
    auto const rubbish = *rc::gen::arbitrary<Bytes>();
    auto whole = gzip(rubbish);
    whole.resize(*rc::gen::inRange<std::size_t>(0, whole.size()));
    RC_ASSERT(!gunzip(whole, 1'000'000));
    (void)gunzip(rubbish, 1000);
}

TEST(GunzipTest, ABombIsRefusedBeforeItBursts) {
    Bytes const zeros(20'000'000);
    Bytes const bomb = gzip(zeros);
    ASSERT_LT(bomb.size(), 30'000U);
    EXPECT_FALSE(gunzip(bomb, TileLimits::bytes));
    EXPECT_FALSE(gunzip(bomb, zeros.size() - 1));
    EXPECT_TRUE(gunzip(bomb, zeros.size()));
}

TEST(GunzipTest, BytesAfterTheEndAreRefused) {
    Bytes bytes = gzip(Bytes{1, 2, 3});
    bytes.push_back(0);
    EXPECT_FALSE(gunzip(bytes, 100));
}

TEST(RealTilesTest, TilesOfParisDecode) {
    std::filesystem::path const folder = sourceDir() + "/../shared/data/map/mvt/omt";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "shared map tiles are not here: " << folder;
    std::size_t tiles = 0;
    std::size_t deepest = 0;
    std::size_t inThreeLanguages = 0;
    std::set<MapClass> classes;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        Bytes const bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        auto const tile = decodeVectorTile(bytes);
        ASSERT_TRUE(tile) << entry.path();
        ++tiles;
        if (entry.path().filename().string().starts_with("14_")) deepest += tile->points.size();
        for (TileFeature const& feature : tile->features)
            classes.insert(feature.mapClass);
        bool const isSpoken = std::ranges::any_of(
            tile->names, [](MapName const& name) { return !name.english.empty() && !name.chinese.empty(); });
        inThreeLanguages += isSpoken ? 1 : 0;
    }
    EXPECT_EQ(tiles, 37U);
    EXPECT_GT(inThreeLanguages, 30U);
    // Ten tiles of 57,000 vertices in the middle.
    EXPECT_GT(deepest, 400'000U);
    for (MapClass const wanted :
         {MapClass::Water, MapClass::Wood, MapClass::Park, MapClass::Building, MapClass::River,
          MapClass::Motorway, MapClass::MinorRoad, MapClass::Path, MapClass::Rail, MapClass::CountryBorder,
          MapClass::City, MapClass::Hospital, MapClass::Station, MapClass::HouseNumber, MapClass::Place,
          MapClass::Pedestrian})
        EXPECT_TRUE(classes.contains(wanted)) << static_cast<int>(wanted);
}

} // namespace
} // namespace ob::core

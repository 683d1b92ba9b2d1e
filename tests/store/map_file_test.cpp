// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_file.h"

#include "core/journal/journal_port.h"
#include "core/map/gunzip.h"
#include "core/map/vector_tile.h"
#include "core/store/connection.h"
#include "core/store/map_pack.h"
#include "tests/support/source_dir.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <thread>

namespace ob::store {
namespace {

using core::Bytes;
using core::MapFault;

constexpr std::string_view plainTables = "CREATE TABLE metadata(name text, value text);"
                                         "CREATE TABLE tiles(zoom_level integer, tile_column integer,"
                                         "  tile_row integer, tile_data blob);"
                                         "INSERT INTO metadata VALUES('format', 'pbf');";

class MapFileTest : public testing::Test {
  protected:
    /// A file that these statements make.
    std::filesystem::path make(std::string_view sql) {
        std::filesystem::remove(file);
        Connection connection({.file = file.string()});
        connection.run(sql);
        return file;
    }
    std::filesystem::path makePack(std::string_view sql) {
        std::filesystem::remove(file);
        Connection connection({.file = file.string()});
        createPack(connection);
        connection.run("INSERT INTO metadata VALUES('format', 'pbf');"
                       "INSERT INTO tiles VALUES(0, 0, 0, x'1a00')");
        connection.run(sql);
        return file;
    }
    std::shared_ptr<MapFile> load() {
        auto map = MapFile::load(file);
        EXPECT_TRUE(map) << static_cast<int>(map.error().fault) << map.error().subject;
        return map ? *map : nullptr;
    }
    MapFault faultOf(std::string_view sql) {
        make(sql);
        auto const map = MapFile::load(file);
        EXPECT_FALSE(map) << sql;
        return map ? MapFault::Missing : map.error().fault;
    }
    core::MapProblem problem() {
        auto const map = MapFile::load(file);
        EXPECT_FALSE(map);
        return map ? core::MapProblem{} : map.error();
    }

    tests::TemporaryDirectory directory;
    std::filesystem::path file = directory / "city.obmap";
};

std::string hex(Bytes const& bytes) { return "x'" + core::toHex(bytes) + "'"; }

TEST_F(MapFileTest, TilesAreCountedFromTheNorth) {
    make(std::string(plainTables)
         + "INSERT INTO tiles VALUES(2, 1, 0, x'1a01');"
           "INSERT INTO tiles VALUES(2, 1, 3, x'1a02');");
    auto const map = load();
    auto const reader = map->open();
    EXPECT_EQ(reader->tile({.zoom = 2, .column = 1, .row = 3}), (Bytes{0x1a, 1}));
    EXPECT_EQ(reader->tile({.zoom = 2, .column = 1, .row = 0}), (Bytes{0x1a, 2}));
    EXPECT_EQ(reader->tile({.zoom = 2, .column = 1, .row = 1}), std::nullopt);
    EXPECT_EQ(reader->tile({.zoom = 2, .column = 4, .row = 0}), std::nullopt);
    EXPECT_EQ(reader->tile({.zoom = 255, .column = 0, .row = 0}), std::nullopt);
}

TEST_F(MapFileTest, CompressedTilesComeOutPlain) {
    Bytes const tile{0x1a, 0x00};
    make(std::string(plainTables) + "INSERT INTO tiles VALUES(0, 0, 0, " + hex(core::gzip(tile)) + ");");
    EXPECT_EQ(load()->open()->tile({}), tile);
}

TEST_F(MapFileTest, ADamagedTileIsAnErrorAndTheOthersAreNot) {
    Bytes cut = core::gzip(Bytes(1000, 7));
    cut.pop_back();
    make(std::string(plainTables) + "INSERT INTO tiles VALUES(1, 0, 0, " + hex(cut) + ");"
         + "INSERT INTO tiles VALUES(1, 0, 1, " + hex(core::gzip(Bytes(core::TileLimits::bytes + 1))) + ");"
         + "INSERT INTO tiles VALUES(1, 1, 0, zeroblob(" + std::to_string(core::TileLimits::bytes + 1) + "));"
         + "INSERT INTO tiles VALUES(1, 1, 1, x'1a');");
    auto const reader = load()->open();
    EXPECT_THROW((void)reader->tile({.zoom = 1, .column = 0, .row = 1}), core::StoreError);
    EXPECT_THROW((void)reader->tile({.zoom = 1, .column = 0, .row = 0}), core::StoreError);
    EXPECT_THROW((void)reader->tile({.zoom = 1, .column = 1, .row = 1}), core::StoreError);
    EXPECT_EQ(reader->tile({.zoom = 1, .column = 1, .row = 0}), Bytes{0x1a});
}

TEST_F(MapFileTest, SaysWhatItIs) {
    make(std::string(plainTables)
         + "INSERT INTO metadata VALUES('bounds', '113.5, 22.1,113.6,22.2'), ('name', 'Macau'),"
           " ('datum', 'gcj02'), ('attribution', '<a href=\"x\">&copy; OpenStreetMap</a> contributors');"
           "INSERT INTO tiles VALUES(3, 0, 0, x'1a'), (14, 0, 0, x'1a');");
    auto const source = load()->source();
    EXPECT_EQ(source.format, core::TileFormat::Vector);
    EXPECT_EQ(source.datum, core::Datum::Gcj02);
    EXPECT_EQ(source.minZoom, 3);
    EXPECT_EQ(source.maxZoom, 14);
    EXPECT_EQ(source.name, "Macau");
    EXPECT_EQ(source.attribution, "© OpenStreetMap contributors");
    // Bounds are WGS 84 here, half a kilometre from where GCJ-02 has them.
    EXPECT_NEAR(source.west, 113.4949, 0.0005);
    EXPECT_NEAR(source.north, 22.2029, 0.0005);
}

TEST_F(MapFileTest, ReadsTheTwoLayoutsThatKeepATileOnce) {
    std::string const metadata = "CREATE TABLE metadata(name text, value text);";
    make(metadata
         + "CREATE TABLE map(zoom_level, tile_column, tile_row, tile_id);"
           "CREATE TABLE images(tile_id, tile_data);"
           "CREATE VIEW tiles AS SELECT 0 zoom_level, 0 tile_column, 0 tile_row, 'no' tile_data;"
           "INSERT INTO map VALUES(0, 0, 0, 'a'); INSERT INTO images VALUES('a', x'89504E47');");
    EXPECT_EQ(load()->source().format, core::TileFormat::Raster) << "by its first bytes";
    EXPECT_EQ(load()->open()->tile({}), (Bytes{0x89, 'P', 'N', 'G'}));
    make(metadata
         + "CREATE TABLE tiles_shallow(zoom_level, tile_column, tile_row, tile_data_id);"
           "CREATE TABLE tiles_data(tile_data_id, tile_data);"
           "INSERT INTO tiles_shallow VALUES(0, 0, 0, 7); INSERT INTO tiles_data VALUES(7, x'1a');");
    EXPECT_EQ(load()->open()->tile({}), Bytes{0x1a});
}

TEST_F(MapFileTest, WhatIsNoMapIsRefusedWithAReason) {
    EXPECT_EQ(problem().fault, MapFault::Missing);
    std::ofstream(file) << "<html>404</html>";
    EXPECT_EQ(problem().fault, MapFault::NotAMap);
    std::ofstream(file, std::ios::trunc) << "";
    EXPECT_EQ(problem().fault, MapFault::NotAMap);
    std::ofstream(file, std::ios::trunc) << std::string("SQLite format 3\0 and no more", 29);
    EXPECT_EQ(problem().fault, MapFault::CutShort);
    file = directory.path();
    EXPECT_EQ(problem().fault, MapFault::NotAMap);
    file = directory / "other.db";
    EXPECT_EQ(faultOf("CREATE TABLE customers(name)"), MapFault::WrongTables);
    EXPECT_EQ(faultOf(plainTables), MapFault::NoTiles);
}

TEST_F(MapFileTest, WhatItSaysOfItselfMustMakeSense) {
    auto const withTile = [](std::string const& metadata) {
        return std::string(plainTables) + "INSERT INTO tiles VALUES(1, 0, 0, x'1a');" + metadata;
    };
    for (char const* const bounds : {"1,2,3", "1,2,nan,4", "10,20,5,30", "0,0,200,1", "a,b,c,d", "1,2,3,4x"})
        EXPECT_EQ(faultOf(withTile("INSERT INTO metadata VALUES('bounds', '" + std::string(bounds) + "')")),
                  MapFault::BadBounds);
    EXPECT_EQ(faultOf(withTile("UPDATE metadata SET value = 'exe' WHERE name = 'format'")),
              MapFault::UnknownFormat);
    EXPECT_EQ(faultOf(withTile("INSERT INTO metadata VALUES('datum', 'mars')")), MapFault::UnknownDatum);
    EXPECT_EQ(faultOf(withTile("INSERT INTO tiles VALUES(40, 0, 0, x'1a')")), MapFault::BadZoom);
    EXPECT_EQ(faultOf(withTile("INSERT INTO tiles VALUES(-1, 0, 0, x'1a')")), MapFault::BadZoom);
}

TEST_F(MapFileTest, HostileSchemasAreRefused) {
    std::string const metadata = "CREATE TABLE metadata(name text, value text);";
    EXPECT_EQ(faultOf(metadata
                      + "CREATE VIEW tiles AS WITH RECURSIVE r(i) AS (SELECT 0 UNION ALL SELECT i FROM r) "
                        "SELECT i zoom_level, i tile_column, i tile_row, i tile_data FROM r"),
              MapFault::WrongTables);
    EXPECT_EQ(faultOf(metadata
                      + "CREATE TABLE tiles(zoom_level, tile_column, tile_row, "
                        "tile_data AS (zeroblob(1000000000)));"
                        "INSERT INTO tiles VALUES(0, 0, 0)"),
              MapFault::WrongTables);
    EXPECT_EQ(
        faultOf(metadata
                + "CREATE VIRTUAL TABLE tiles USING fts5(zoom_level, tile_column, tile_row, tile_data)"),
        MapFault::WrongTables);
    EXPECT_EQ(faultOf("CREATE VIEW metadata AS SELECT 'format' name, 'pbf' value;"
                      "CREATE TABLE tiles(zoom_level, tile_column, tile_row, tile_data);"
                      "INSERT INTO tiles VALUES(0, 0, 0, x'1a')"),
              MapFault::WrongTables);
}

TEST_F(MapFileTest, APackHasItsOwnTablesAndNoOthers) {
    makePack("");
    EXPECT_TRUE(load()->isPack());
    for (char const* const addition :
         {"CREATE TABLE more(x)", "CREATE VIEW v AS SELECT 1",
          "CREATE TRIGGER t AFTER INSERT ON place BEGIN DELETE FROM tiles; END",
          "CREATE INDEX i ON place(kind)", "DROP TABLE road_ban; CREATE TABLE road_ban(x)",
          "DROP TABLE road_ban", "DROP TABLE road_ban; CREATE VIEW road_ban AS SELECT 1"}) {
        makePack(addition);
        EXPECT_EQ(problem().fault, MapFault::WrongTables) << addition;
    }
    makePack("PRAGMA user_version = 2");
    EXPECT_EQ(problem(), (core::MapProblem{MapFault::NewerFormat, "2"}));
}

TEST_F(MapFileTest, AFileThatWasCutShortIsRefused) {
    makePack("INSERT INTO tiles VALUES(1, 0, 0, zeroblob(100000))");
    auto const size = std::filesystem::file_size(file);
    for (auto const kept : {size - 1, size - 4096, size / 2, std::uintmax_t{4096}}) {
        std::filesystem::resize_file(file, kept);
        EXPECT_EQ(problem().fault, MapFault::CutShort) << kept;
    }
}

TEST_F(MapFileTest, EveryThreadReadsByItself) {
    make(std::string(plainTables) + "INSERT INTO tiles VALUES(0, 0, 0, x'1a');");
    auto const map = load();
    std::vector<std::thread> threads;
    std::array<bool, 4> found{};
    for (bool& mine : found)
        threads.emplace_back([&map, &mine] { mine = map->open()->tile({}) == Bytes{0x1a}; });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(found, (std::array{true, true, true, true}));
}

TEST_F(MapFileTest, NothingIsWrittenBesideTheMap) {
    makePack("");
    (void)load()->open()->tile({});
    auto const files = std::distance(std::filesystem::directory_iterator(directory.path()), {});
    EXPECT_EQ(files, 1);
}

// Whatever is damaged: a refusal, an error or a tile, and never anything else.
TEST_F(MapFileTest, DamagedPacksNeverCrash) {
    makePack("INSERT INTO tiles VALUES(1, 0, 0, zeroblob(9000)); INSERT INTO place "
             "VALUES(1,1,1,1,'a','b','c','d');"
             "INSERT INTO place_search(rowid, tokens) VALUES(1, '长江 江路 长 江 路')");
    std::ifstream stream(file, std::ios::binary);
    std::string const sound{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    std::size_t refused = 0;
    rc::check([&] {
        std::string damaged = sound;
        auto const changes =
            *rc::gen::nonEmpty(rc::gen::arbitrary<std::vector<std::pair<std::uint32_t, char>>>());
        for (auto const& [place, value] : changes)
            damaged[place % damaged.size()] = value;
        std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
        auto const map = MapFile::load(file);
        if (!map) {
            ++refused;
            return;
        }
        try {
            (void)(*map)->open()->tile({.zoom = 1, .column = 0, .row = 1});
        } catch (core::StoreError const&) {
            ++refused;
        }
    });
    EXPECT_GT(refused, 0U);
}

TEST(RealMapTest, ARasterMapOfTheWorldIsRead) {
    std::filesystem::path const file = sourceDir() + "/../shared/data/map/geography-class-png.mbtiles";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "shared raster map is not here: " << file;
    auto const map = MapFile::load(file);
    ASSERT_TRUE(map);
    EXPECT_EQ((*map)->source().format, core::TileFormat::Raster);
    EXPECT_EQ((*map)->source().maxZoom, 1);
    auto const tile = (*map)->open()->tile({.zoom = 1, .column = 1, .row = 0});
    ASSERT_TRUE(tile && tile->size() > 1000);
    EXPECT_EQ((*tile)[1], 'P');
}

} // namespace
} // namespace ob::store

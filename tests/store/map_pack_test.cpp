// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal_port.h"
#include "core/map/gunzip.h"
#include "core/store/connection.h"
#include "core/store/map_check.h"
#include "core/store/map_file.h"
#include "core/store/map_pack_writer.h"
#include "core/store/sqlite_gazetteer.h"
#include "core/store/sqlite_roads.h"
#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <iterator>

namespace ob::store {
namespace {

using core::GazetteerPlace;
using core::GeoPoint;
using core::MapFault;
using core::PlaceKind;
using testing::ElementsAre;
using testing::IsEmpty;

GeoPoint at(double latitude, double longitude) { return *GeoPoint::ofDegrees(latitude, longitude); }

GazetteerPlace placeOf(PlaceKind kind, core::MapName name, std::string context = {}) {
    return {.kind = kind, .point = at(30, 110), .name = std::move(name), .context = std::move(context)};
}

class MapPackTest : public testing::Test {
  protected:
    core::Hash write(std::filesystem::path const& to) {
        MapPackWriter writer(to);
        writer.setMetadata("name", "示范市");
        writer.setMetadata("format", "pbf");
        writer.setMetadata("bounds", "110,30,110.5,30.5");
        writer.addTile({.zoom = 0, .column = 0, .row = 0}, core::gzip({}));
        writer.addTile({.zoom = 1, .column = 1, .row = 0}, core::gzip({}));
        writer.addRoadNode(at(30, 110));
        writer.addRoadNode(at(30.1, 110));
        writer.addRoadName({.local = "长江路"});
        writer.addRoadSegment({.a = 0,
                               .b = 1,
                               .centimetres = 1'112'000,
                               .roadClass = core::RoadClass::Primary,
                               .flags = core::RoadFlag::forward,
                               .name = 1,
                               .shape = {at(30.05, 110.01)}});
        writer.addRoadBan({.from = 0, .node = 1, .to = 0});
        writer.addPlace(placeOf(PlaceKind::District, {.local = "江北区"}), "jiangbeiqu jbq");
        writer.addPlace(placeOf(PlaceKind::Road, {.local = "长江路", .english = "Changjiang Road"}, "江北区"),
                        "江北区 changjianglu cjl");
        writer.addPlace(placeOf(PlaceKind::Crossing, {.local = "长江路 / 黄河路"}), "cjlhhl");
        writer.addPlace(placeOf(PlaceKind::Other, {.local = "新长江路小学"}), "xcjlxx");
        writer.addPlace(placeOf(PlaceKind::Address, {.local = "长江路221号"}), "江北区");
        return writer.finish();
    }
    std::shared_ptr<MapFile> load() {
        auto map = MapFile::load(file);
        EXPECT_TRUE(map);
        return map ? *map : nullptr;
    }
    std::vector<MapFault> faults() {
        std::vector<MapFault> found;
        for (auto const& problem : checkMap(*load(), [] { return true; }).problems)
            found.push_back(problem.fault);
        return found;
    }
    void change(std::string_view sql) {
        std::filesystem::remove(file);
        write(file);
        Connection connection({.file = file.string()});
        connection.run(sql);
    }
    std::vector<std::string> find(std::string_view text, std::size_t limit = 10) {
        std::vector<std::string> names;
        for (auto const& place : openGazetteer(*load())->find(text, limit))
            names.push_back(place.name.local);
        return names;
    }

    tests::TemporaryDirectory directory;
    std::filesystem::path file = directory / "city.obmap";
};

TEST_F(MapPackTest, WhatWasWrittenIsThere) {
    core::Hash const hash = write(file);
    auto const map = load();
    EXPECT_TRUE(map->isPack());
    EXPECT_EQ(map->source().name, "示范市");
    EXPECT_EQ(map->source().maxZoom, 1);
    EXPECT_EQ(map->head().metadata.at("sha256"), core::toHex(hash));
    EXPECT_EQ(map->open()->tile({.zoom = 1, .column = 1, .row = 0}), core::Bytes{});
    auto const check = checkMap(*map, [] { return true; });
    EXPECT_TRUE(check.problems.empty());
    EXPECT_TRUE(check.isHashChecked);
    EXPECT_EQ(check.tiles[0] + check.tiles[1], 2U);
    EXPECT_EQ(check.roadNodes, 2U);
    EXPECT_EQ(check.roadSegments, 1U);
    EXPECT_EQ(check.roadBans, 1U);
    EXPECT_EQ(check.places, 5U);
}

TEST_F(MapPackTest, TheSameContentIsTheSameFile) {
    EXPECT_EQ(write(file), write(directory / "again.obmap"));
    auto const bytes = [](std::filesystem::path const& path) {
        std::ifstream stream(path, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    };
    EXPECT_EQ(bytes(file), bytes(directory / "again.obmap"));
}

TEST_F(MapPackTest, AnExistingFileIsNotTouched) {
    write(file);
    EXPECT_THROW(MapPackWriter{file}, core::StoreError);
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(MapPackTest, EveryChangeBreaksTheHash) {
    for (char const* const sql :
         {"UPDATE tiles SET tile_data = x'' WHERE zoom_level = 1",
          "UPDATE tiles SET tile_column = 0 WHERE zoom_level = 1",
          "UPDATE metadata SET value = 'x' WHERE name = 'name'", "INSERT INTO metadata VALUES('more', '')",
          "UPDATE road_node SET latitude = latitude + 1 WHERE id = 0",
          "UPDATE road_name SET reference = 'G1'", "UPDATE road_segment SET flags = 3",
          "DELETE FROM road_ban", "UPDATE place SET longitude = 0 WHERE id = 1",
          "DELETE FROM place WHERE id = 2", "INSERT INTO place_search(rowid, tokens) VALUES (1, 'other')"}) {
        change(sql);
        EXPECT_THAT(faults(), testing::Contains(MapFault::WrongHash)) << sql;
    }
}

TEST_F(MapPackTest, RoadsThatLeadNowhereAreDamage) {
    for (char const* const sql :
         {"UPDATE road_segment SET b = 7", "UPDATE road_segment SET name = 9",
          "UPDATE road_segment SET class = 99", "UPDATE road_segment SET shape = x'ff'",
          "UPDATE road_ban SET to_segment = 5", "UPDATE road_node SET id = 4 WHERE id = 1"}) {
        change(sql);
        EXPECT_THAT(faults(), testing::Contains(MapFault::Damaged)) << sql;
    }
}

TEST_F(MapPackTest, RoadsComeBackAsANetwork) {
    write(file);
    core::RoadNetwork const roads = readRoads(*load());
    ASSERT_EQ(roads.nodeCount(), 2U);
    EXPECT_EQ(roads.node(1), at(30.1, 110));
    ASSERT_EQ(roads.arcsFrom(0).size(), 1U);
    EXPECT_EQ(roads.arcsFrom(0)[0].target, 1U);
    EXPECT_TRUE(roads.arcsFrom(1).empty()) << "it is one way";
    core::RoadSegment const& segment = roads.segments()[0];
    EXPECT_EQ(segment.centimetres, 1'112'000U);
    EXPECT_EQ(segment.roadClass, core::RoadClass::Primary);
    EXPECT_EQ(segment.shape, std::vector<GeoPoint>{at(30.05, 110.01)});
    EXPECT_EQ(roads.names()[segment.name - 1].local, "长江路");
    EXPECT_NE(roads.ban(0, 1, 0), nullptr);
    EXPECT_EQ(roads.ban(0, 0, 0), nullptr);
}

TEST_F(MapPackTest, ANetworkThatDoesNotHoldTogetherIsNotRead) {
    for (char const* const sql :
         {"UPDATE road_segment SET b = 2", "UPDATE road_segment SET a = -1",
          "UPDATE road_segment SET name = 2", "UPDATE road_segment SET class = 11",
          "UPDATE road_segment SET flags = 256", "UPDATE road_segment SET shape = x'ff'",
          "UPDATE road_segment SET id = 1", "UPDATE road_ban SET node = 2",
          "UPDATE road_ban SET from_segment = 1", "UPDATE road_node SET latitude = 1000000000 WHERE id = 0",
          "UPDATE road_node SET id = 5 WHERE id = 1"}) {
        change(sql);
        EXPECT_THROW((void)readRoads(*load()), core::StoreError) << sql;
    }
}

TEST_F(MapPackTest, TilesThatAreNoTilesAreNamed) {
    change("UPDATE tiles SET tile_data = x'1f8b00' WHERE zoom_level = 1");
    auto const check = checkMap(*load(), [] { return true; });
    EXPECT_THAT(check.problems, testing::Contains(core::MapProblem{MapFault::BadTile, "1/1/0"}));
    change("INSERT INTO tiles VALUES (1, 5, 0, x'')");
    EXPECT_THAT(faults(), testing::Contains(MapFault::Damaged));
}

TEST_F(MapPackTest, FindsByPartsOfNamesPinyinAndInitials) {
    write(file);
    EXPECT_THAT(find("长江路"), ElementsAre("长江路", "长江路 / 黄河路", "长江路221号", "新长江路小学"));
    EXPECT_THAT(find("黄河"), ElementsAre("长江路 / 黄河路"));
    EXPECT_THAT(find("cjl"), ElementsAre("长江路", "长江路 / 黄河路"));
    EXPECT_THAT(find("changjiang"), ElementsAre("长江路"));
    EXPECT_THAT(find("江北区 长江路"), ElementsAre("长江路", "长江路221号"));
    EXPECT_THAT(find("长江路221"), ElementsAre("长江路221号"));
    EXPECT_THAT(find("ROAD chang"), ElementsAre("长江路"));
    EXPECT_THAT(find("南京"), IsEmpty());
    EXPECT_THAT(find(""), IsEmpty());
    EXPECT_THAT(find("\" OR *"), IsEmpty());
    EXPECT_THAT(find("长江路", 2), ElementsAre("长江路", "长江路 / 黄河路"));
    EXPECT_THAT(find("长江路", 0), IsEmpty());
}

TEST_F(MapPackTest, WhatIsCalledJustSoComesFirst) {
    MapPackWriter writer(file);
    for (auto const& [name, value] :
         {std::pair("name", "示范市"), std::pair("format", "pbf"), std::pair("bounds", "110,30,110.5,30.5")})
        writer.setMetadata(name, value);
    writer.addTile({.zoom = 0, .column = 0, .row = 0}, core::gzip({}));
    for (char const* const name :
         {"长江路小学", "长江路", "长江路90号", "长江路91号", "长江路9号院", "长江路9号"})
        writer.addPlace(placeOf(PlaceKind::Other, {.local = name}), "");
    writer.addPlace(placeOf(PlaceKind::Road, {.local = "x", .english = "Old Road"}), "");
    writer.addPlace(placeOf(PlaceKind::Road, {.local = "Old"}), "");
    writer.finish();
    EXPECT_THAT(find("长江路9号"), ElementsAre("长江路9号", "长江路90号", "长江路91号", "长江路9号院"));
    EXPECT_THAT(find("长江路9号", 1), ElementsAre("长江路9号"));
    EXPECT_THAT(find("长江路", 2), ElementsAre("长江路", "长江路小学"));
    EXPECT_THAT(find("OLD"), ElementsAre("Old", "x"));
}

TEST_F(MapPackTest, APlaceIsGivenWhole) {
    write(file);
    auto const places = openGazetteer(*load())->find("Changjiang", 1);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].kind, PlaceKind::Road);
    EXPECT_EQ(places[0].point, at(30, 110));
    EXPECT_EQ(places[0].name.english, "Changjiang Road");
    EXPECT_EQ(places[0].context, "江北区");
}

TEST_F(MapPackTest, PlacesThatAreNoneAreDamage) {
    for (char const* const sql : {"UPDATE place SET kind = 77", "UPDATE place SET latitude = 999999999999"}) {
        change(sql);
        EXPECT_THROW((void)find("长江路"), core::StoreError) << sql;
    }
}

TEST_F(MapPackTest, AnyTextMayBeTyped) {
    write(file);
    auto const gazetteer = openGazetteer(*load());
    rc::check([&] { (void)gazetteer->find(*rc::gen::arbitrary<std::string>(), 5); });
}

TEST_F(MapPackTest, DamagedGazetteersNeverCrash) {
    write(file);
    std::ifstream stream(file, std::ios::binary);
    std::string const sound{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    rc::check([&] {
        std::string damaged = sound;
        auto const changes =
            *rc::gen::nonEmpty(rc::gen::arbitrary<std::vector<std::pair<std::uint32_t, char>>>());
        // After the first page, so that most are still opened.
        for (auto const& [place, value] : changes)
            damaged[8192 + place % (damaged.size() - 8192)] = value;
        std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
        auto const map = MapFile::load(file);
        if (!map) return;
        (void)checkMap(**map, [] { return true; });
        try {
            (void)openGazetteer(**map)->find("长江路", 10);
            (void)readRoads(**map);
        } catch (core::StoreError const&) {
            // Said so.
        }
    });
}

} // namespace
} // namespace ob::store

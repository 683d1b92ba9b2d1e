// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/place_builder.h"

#include "core/map/osm_place.h"
#include "tests/core/map/osm_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using testing::HasSubstr;
using tests::nodeOf;
using tests::OsmTags;
using tests::wayOf;

GeoPoint at(double latitude, double longitude) { return *GeoPoint::ofDegrees(latitude, longitude); }

struct Found {
    GazetteerPlace place;
    std::string tokens;
};

std::vector<Found> finished(PlaceBuilder& builder, PinyinTokens const& pinyin = {}) {
    std::vector<Found> found;
    builder.finish(pinyin, [&found](GazetteerPlace const& place, std::string_view tokens) {
        found.push_back({place, std::string(tokens)});
    });
    return found;
}

std::optional<PlaceKind> kindOf(OsmTags tags) {
    tags.emplace_back("name", "示范");
    auto const traits = placeTraits(nodeOf(at(0, 0), tags));
    return traits ? std::optional(traits->kind) : std::nullopt;
}

TEST(PlaceBuilderTest, ObjectsHaveTheirKind) {
    EXPECT_EQ(kindOf({{"place", "city"}}), PlaceKind::City);
    EXPECT_EQ(kindOf({{"place", "suburb"}}), PlaceKind::District);
    EXPECT_EQ(kindOf({{"amenity", "clinic"}}), PlaceKind::Hospital);
    EXPECT_EQ(kindOf({{"amenity", "fire_station"}}), PlaceKind::FireStation);
    EXPECT_EQ(kindOf({{"railway", "subway_entrance"}}), PlaceKind::Station);
    EXPECT_EQ(kindOf({{"shop", "bakery"}}), PlaceKind::Other);
    EXPECT_EQ(kindOf({{"power", "pole"}}), std::nullopt);
    EXPECT_FALSE(placeTraits(nodeOf(at(0, 0), {{"amenity", "hospital"}})))
        << "without a name nobody asks for it";
}

TEST(PlaceBuilderTest, TheMostImportantComeFirst) {
    PlaceBuilder builder;
    builder.add(nodeOf(at(30, 110), {{"shop", "bakery"}, {"name", "Baker"}}));
    builder.add(nodeOf(at(30, 110), {{"addr:street", "长江路"}, {"addr:housenumber", "7"}}));
    builder.add(nodeOf(at(30, 110), {{"place", "town"}, {"name", "Small"}, {"population", "100"}}));
    builder.add(nodeOf(at(30, 110), {{"place", "town"}, {"name", "Big"}, {"population", "90000"}}));
    builder.add(nodeOf(at(30, 110), {{"amenity", "hospital"}, {"name", "人民医院"}}));
    std::vector<std::string> names;
    for (auto const& found : finished(builder))
        names.push_back(found.place.name.local);
    EXPECT_THAT(names, testing::ElementsAre("Big", "Small", "人民医院", "Baker", "长江路7号"));
}

TEST(PlaceBuilderTest, AddressesReadAsTheyAreWritten) {
    auto const address = [](std::string const& street, std::string const& number) {
        return addressText(nodeOf(at(0, 0), {{"addr:street", street}, {"addr:housenumber", number}}));
    };
    EXPECT_EQ(address("长江路", "221"), "长江路221号");
    EXPECT_EQ(address("长江路", "221号"), "长江路221号");
    EXPECT_EQ(address("Aeulestrasse", "5a"), "Aeulestrasse 5a");
    EXPECT_EQ(address("", "5"), "");
    EXPECT_EQ(address("长江路", ""), "");
    EXPECT_EQ(address(std::string(300, 'x'), "1"), "");
}

TEST(PlaceBuilderTest, PlacesSayWhereTheyAre) {
    PlaceBuilder builder;
    builder.add(nodeOf(at(30, 110), {{"place", "city"}, {"name", "大城"}}));
    builder.add(nodeOf(at(30.05, 110), {{"place", "suburb"}, {"name", "江北区"}}));
    builder.add(nodeOf(at(30.051, 110), {{"amenity", "school"}, {"name", "一中"}}));
    builder.add(nodeOf(at(30.01, 110), {{"amenity", "school"}, {"name", "二中"}}));
    builder.add(nodeOf(at(35, 110), {{"amenity", "school"}, {"name", "三中"}}));
    std::map<std::string, std::string> contexts;
    for (auto const& found : finished(builder))
        contexts[found.place.name.local] = found.place.context;
    EXPECT_EQ(contexts["一中"], "江北区");
    EXPECT_EQ(contexts["二中"], "大城");
    EXPECT_EQ(contexts["三中"], "");
    EXPECT_EQ(contexts["江北区"], "大城");
    EXPECT_EQ(contexts["大城"], "");
}

TEST(PlaceBuilderTest, ARoadIsOnePlaceEachStretch) {
    PlaceBuilder builder;
    std::vector<MapName> const names{{.local = "长江路"}, {.reference = "G312"}};
    auto const add = [&](double latitude, std::uint32_t metres, std::uint32_t name) {
        builder.addRoad(names, {.centimetres = metres * 100, .name = name}, at(latitude, 110));
    };
    add(30.000, 50, 1);
    add(30.001, 500, 1);
    add(30.002, 60, 1);
    add(30.100, 60, 1); // 11 km away
    add(30.000, 60, 2);
    add(30.000, 60, 0);
    auto const found = finished(builder);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[1].place.point, at(30.001, 110)) << "at its longest piece";
}

TEST(PlaceBuilderTest, CrossingsOfCarriagewaysAreOne) {
    PlaceBuilder builder;
    std::vector<MapName> const names{{.local = "长江路", .english = "Changjiang Road"}, {.local = "黄河路"}};
    builder.addCrossing(names, at(30, 110), {1, 2});
    builder.addCrossing(names, at(30.0002, 110), {2, 1});
    builder.addCrossing(names, at(30.1, 110), {2, 1});
    auto const found = finished(builder);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].place.name.local, "长江路 / 黄河路");
    EXPECT_EQ(found[0].place.name.english, "") << "half a name is none";
    EXPECT_EQ(found[0].place.kind, PlaceKind::Crossing);
}

TEST(PlaceBuilderTest, AnAreaOfSeveralWaysIsWhereItsOutlineIs) {
    PlaceBuilder builder;
    OsmObject campus{.kind = OsmObject::Kind::Relation, .id = 7};
    campus.tags = {{"type", "multipolygon"}, {"amenity", "university"}, {"name", "大学"}};
    campus.members = {{OsmObject::Kind::Way, 5, "inner"}, {OsmObject::Kind::Way, 6, "outer"}};
    builder.note(campus);
    builder.add(wayOf(6, {1, 2, 3}, {}));
    builder.add(campus);
    auto const found = finished(builder);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].place.point, tests::placeOf(2));
}

TEST(PinyinTokensTest, NamesAreFoundByTheirPinyin) {
    PinyinTokens pinyin;
    for (auto const& [character, syllable] :
         {std::pair{"长", "zhang"}, std::pair{"江", "jiang"}, std::pair{"路", "lu"}, std::pair{"段", "duan"}})
        pinyin.addReading(character, syllable);
    EXPECT_EQ(pinyin.of("长江路"), "changjianglu cjl zhangjianglu zjl");
    EXPECT_EQ(pinyin.of("江路２段"), "jianglu2duan jl2d");
    EXPECT_EQ(pinyin.of("Main Street"), "");
    EXPECT_EQ(pinyin.of("段"), "duan");
    EXPECT_EQ(PinyinTokens().of("长江路"), "") << "without readings there is nothing to say";
    pinyin.addReading("江", "x y");
    EXPECT_EQ(pinyin.of("江"), "jiang") << "no syllable";
}

TEST(PinyinTokensTest, ManyWaysToReadANameAreNotAllKept) {
    PinyinTokens pinyin;
    for (char const* const character : {"长", "重", "乐", "都"})
        pinyin.addReading(character, "x");
    std::string const tokens = pinyin.of("长重乐都");
    EXPECT_LE(std::ranges::count(tokens, ' '), 7);
    EXPECT_THAT(tokens, HasSubstr("changchongledu"));
}

TEST(PinyinTokensTest, HanIsTold) {
    EXPECT_TRUE(hasHan("a路"));
    EXPECT_TRUE(hasHan("𠮷"));
    EXPECT_FALSE(hasHan("Straße, にほん"));
    EXPECT_FALSE(hasHan("\xe4"));
}

RC_GTEST_PROP(PinyinTokensProperty, AnyBytesGiveWords, ()) {
    PinyinTokens pinyin;
    pinyin.addReading("长", "zhang");
    auto const text = *rc::gen::arbitrary<std::string>() + "长" + *rc::gen::arbitrary<std::string>();
    std::set<std::string> characters;
    collectHan(text, characters);
    for (char const character : pinyin.of(text))
        RC_ASSERT(character == ' ' || (character >= 'a' && character <= 'z')
                  || (character >= '0' && character <= '9'));
}

} // namespace
} // namespace ob::core

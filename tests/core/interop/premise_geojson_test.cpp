// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/premise_geojson.h"

#include "tests/support/premise_builder.h"
#include "tests/support/shipped_hazards.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using enum PremiseFault;
using test::day;
using Faults = std::vector<std::pair<std::uint64_t, PremiseFault>>;

PremiseReading read(std::string_view text) {
    return readPremiseGeoJson(text, test::shippedHazards(), {.today = day(20270115)});
}

Faults faultsOf(PremiseReading const& reading) {
    Faults faults;
    for (auto const& fault : reading.faults)
        faults.emplace_back(fault.line, fault.fault);
    return faults;
}

/// One feature of this geometry.
std::string feature(std::string const& geometry, std::string const& more = "") {
    return R"({"type":"Feature","geometry":)" + geometry
           + R"(,"properties":{"name":"Store","hazards":["dog"])" + more + "}}";
}
std::string collection(std::vector<std::string> const& features) {
    std::string text = "{\"type\":\"FeatureCollection\",\n\"features\":[";
    for (auto const& each : features)
        text += (&each == &features.front() ? "\n" : ",\n") + each;
    return text + "\n]}";
}
std::string const point = R"({"type":"Point","coordinates":[160.5,31.5]})";
std::string const square =
    R"({"type":"Polygon","coordinates":[[[160,31],[160.001,31],[160.001,31.001],[160,31]]]})";

TEST(PremiseGeoJson, ReadsPointsAndAreas) {
    auto const reading = read(collection(
        {feature(point, R"(,"编号":"a","radius":75,"风险说明":"x","checked":"2026-05-01","colour":"red")"),
         feature(square, R"(,"id":"b")"),
         feature(
             R"({"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,1]]],[[[5,5],[6,5],[6,6]]]]})",
             R"(,"id":3)"),
         feature("null", R"(,"id":"d","address":"Main 5")")}));
    ASSERT_TRUE(reading.isGood()) << nameOf(reading.faults.front().fault);
    ASSERT_EQ(reading.records.size(), 4u);
    auto const& first = reading.records[0].premise;
    EXPECT_EQ(first.key, "a");
    EXPECT_EQ(first.point, GeoPoint::ofDegrees(31.5, 160.5));
    EXPECT_EQ(first.reachMetres, 75u);
    EXPECT_EQ(first.text, "x");
    EXPECT_EQ(first.checkedOn, day(20260501));
    EXPECT_EQ(first.hazards.at(0).code.text(), "DOG");
    EXPECT_EQ(reading.records[1].premise.area.rings.at(0).size(), 3u) << "the last corner is the first again";
    EXPECT_EQ(reading.records[2].premise.area.rings.size(), 2u);
    EXPECT_EQ(reading.records[2].premise.key, "3");
    EXPECT_EQ(reading.records[3].premise.address, "Main 5");
    EXPECT_EQ(reading.ignoredColumns, std::vector<std::string>{"colour"});
}

TEST(PremiseGeoJson, NamesEveryBadFeatureByItsLine) {
    auto const reading = read(collection({
        feature(point),
        feature(R"({"type":"Point","coordinates":[31.5,160.5]})"),
        feature(R"({"type":"Point","coordinates":[0,0]})"),
        feature(R"({"type":"LineString","coordinates":[[1,1],[2,2]]})"),
        feature(R"({"type":"Polygon","coordinates":[[[1,1],[2,2],[1,1]]]})"),
        feature(R"({"type":"Polygon","coordinates":[[[1,"x"]]]})"),
        feature("null"),
        "7",
        R"({"type":"Feature","geometry":null,"properties":{"name":"x","address":"y","notes":{"a":1}}})",
        feature(point, R"(,"hazards":"dragon")"),
    }));
    EXPECT_EQ(faultsOf(reading), (Faults{{4, SwappedPlace},
                                         {5, BadPlace},
                                         {6, BadArea},
                                         {7, BadArea},
                                         {8, BadPlace},
                                         {9, NoPlace},
                                         {9, NotReadable},
                                         {11, NotReadable},
                                         {12, UnknownHazard}}));
    EXPECT_EQ(reading.rows, 10u);
}

TEST(PremiseGeoJson, RefusesWhatIsNoCollection) {
    for (char const* const text :
         {"", "{", "[]", "{}", R"({"type":"FeatureCollection"})", R"({"type":"Topology","features":[]})",
          R"({"type":"FeatureCollection","features":7})", "{\"a\":\"\xff\"}"})
        EXPECT_EQ(read(text).faults.at(0).fault, NotReadable) << text;
    EXPECT_EQ(read(collection({})).faults.at(0).fault, NoRows);
}

TEST(PremiseGeoJson, SaysInWhichLineTheTextBreaksOff) {
    EXPECT_EQ(read("{\"type\":\"FeatureCollection\",\n\n\"features\":[}").faults.at(0).line, 3u);
}

TEST(PremiseGeoJson, LimitsCornersDepthAndSize) {
    std::string ring;
    for (std::size_t corner = 0; corner <= Premise::maxCorners + 7; ++corner)
        ring += (corner == 0 ? "[" : ",[") + std::to_string(1 + corner % 100) + ","
                + std::to_string(corner % 80) + "]";
    EXPECT_EQ(read(collection({feature(R"({"type":"Polygon","coordinates":[[)" + ring + "]]}")}))
                  .faults.at(0)
                  .fault,
              TooManyCorners);
    EXPECT_EQ(read(R"({"type":"FeatureCollection","features":)" + std::string(100'000, '[')
                   + std::string(100'000, ']') + "}")
                  .faults.at(0)
                  .fault,
              NotReadable);
    EXPECT_EQ(read(std::string(maxPremiseGeoJsonBytes + 1, ' ')).faults.at(0).fault, NotReadable);
}

TEST(PremiseGeoJson, SurvivesEveryPieceOfAFile) {
    std::string const whole = collection({feature(point), feature(square, R"(,"id":"b")")});
    ASSERT_TRUE(read(whole).isGood());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(read(whole.substr(0, length)).isGood());
    for (std::size_t place = 0; place < whole.size(); ++place)
        for (char const wrong : {'"', '0', '[', '}', '\xff'}) {
            std::string changed = whole;
            changed[place] = wrong;
            for (auto const& record : read(changed).records)
                EXPECT_TRUE(isSound(record.premise));
        }
}

RC_GTEST_PROP(PremiseGeoJson, SurvivesAnyText, (std::string const& text)) { RC_ASSERT(!read(text).isGood()); }

} // namespace
} // namespace ob::core

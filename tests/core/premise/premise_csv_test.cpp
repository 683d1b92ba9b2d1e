// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_csv.h"

#include "core/geo/china_datum.h"
#include "tests/support/premise_builder.h"
#include "tests/support/shipped_hazards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using enum PremiseFault;
using test::day;

PremiseReading read(std::string_view text, PremiseReadingOptions options = {.today = day(20270115)}) {
    return readPremiseCsv([&] { return std::exchange(text, {}); }, test::shippedHazards(), options);
}

/// Line and fault of each.
std::vector<std::pair<std::uint64_t, PremiseFault>> faultsOf(PremiseReading const& reading) {
    std::vector<std::pair<std::uint64_t, PremiseFault>> faults;
    for (auto const& fault : reading.faults)
        faults.emplace_back(fault.line, fault.fault);
    return faults;
}

using Faults = std::vector<std::pair<std::uint64_t, PremiseFault>>;

TEST(PremiseCsv, ReadsAChineseTable) {
    auto const reading = read("编号,单位名称,详细地址,纬度,经度,半径（米）,风险类型,备注,联系人,联系电话,"
                              "有效期至,来源,核查日期,序号\n"
                              "k1,江畔仓储,滨江路221号,31.5,160.5,80,\"气瓶：约40瓶；危化品(甲醇)、看门狗\","
                              "东门进,值班室,139,2027年6月30日,"
                              "预案库,2026/9/1,7\n");
    ASSERT_TRUE(reading.isGood()) << nameOf(reading.faults.front().fault);
    ASSERT_EQ(reading.records.size(), 1u);
    auto const& [premise, contact] = reading.records.front();
    EXPECT_EQ(premise.key, "k1");
    EXPECT_EQ(premise.name, "江畔仓储");
    EXPECT_EQ(premise.address, "滨江路221号");
    EXPECT_EQ(premise.point, GeoPoint::ofDegrees(31.5, 160.5));
    EXPECT_EQ(premise.reachMetres, 80u);
    ASSERT_EQ(premise.hazards.size(), 3u);
    EXPECT_EQ(premise.hazards[0].code.text(), "GAS-CYLINDER");
    EXPECT_EQ(premise.hazards[0].detail, "约40瓶");
    EXPECT_EQ(premise.hazards[1].code.text(), "CHEMICAL");
    EXPECT_EQ(premise.hazards[1].detail, "甲醇");
    EXPECT_EQ(premise.hazards[2].code.text(), "DOG");
    EXPECT_EQ(premise.text, "东门进");
    EXPECT_EQ(contact, "值班室 139");
    EXPECT_TRUE(premise.hasContact);
    EXPECT_EQ(premise.validUntil, day(20270630));
    EXPECT_EQ(premise.source, "预案库");
    EXPECT_EQ(premise.checkedOn, day(20260901));
    EXPECT_EQ(reading.ignoredColumns, std::vector<std::string>{"序号"});
}

TEST(PremiseCsv, ReadsAnEnglishTable) {
    auto const reading = read("Name;Address;Hazards;Valid until;Last checked\n"
                              "Store;Main 5;LPG | guard dog: two;permanent;\n");
    ASSERT_TRUE(reading.isGood());
    auto const& premise = reading.records.at(0).premise;
    EXPECT_EQ(premise.hazards.size(), 2u);
    EXPECT_EQ(premise.hazards[1].detail, "two");
    EXPECT_FALSE(premise.validUntil);
    EXPECT_FALSE(premise.checkedOn);
    EXPECT_FALSE(premise.hasContact);
    EXPECT_EQ(premise.reachMetres, Premise::defaultReach);
}

TEST(PremiseCsv, MakesTheSameKeyAgainWhereNoneIsGiven) {
    auto const first = read("name,address,notes\nStore,Main 5,x\n").records.at(0).premise.key;
    auto const again = read("notes,name,address\ny,store,Main  5\n").records.at(0).premise.key;
    auto const other = read("name,address,notes\nStore,Main 6,x\n").records.at(0).premise.key;
    EXPECT_EQ(first.size(), 10u);
    EXPECT_EQ(first, again);
    EXPECT_NE(first, other);
}

TEST(PremiseCsv, NamesEveryBadRowByItsLineAndTakesNothingOfThem) {
    auto const reading = read("name,address,lat,lon,radius,hazards,valid until,checked\n"
                              "good,Main 1,,,,dog,,\n"
                              ",Main 2,,,,dog,,\n"
                              "a,,,,,dog,,\n"
                              "b,Main 3,,,,,,\n"
                              "c,Main 4,,,,dragon,,\n"
                              "d,Main 5,91,200,,dog,,\n"
                              "e,Main 6,160.5,31.5,,dog,,\n"
                              "f,Main 7,north,5,,dog,,\n"
                              "g,Main 8,,,0,dog,,\n"
                              "h,Main 9,,,,dog,soon,\n"
                              "i,Main 10,,,,dog,,2027-01-16\n"
                              "j,Main 11,,,,dog\n"
                              "good,Main 1,,,,dog,,\n"
                              ",,,,,,,\n");
    EXPECT_EQ(faultsOf(reading), (Faults{{3, NoName},
                                         {4, NoPlace},
                                         {5, NothingSaid},
                                         {6, UnknownHazard},
                                         {7, BadPlace},
                                         {8, SwappedPlace},
                                         {9, BadPlace},
                                         {10, BadReach},
                                         {11, BadDate},
                                         {12, FutureDate},
                                         {13, FieldCount},
                                         {14, KeyTwice}}));
    EXPECT_EQ(reading.rows, 13u);
    EXPECT_FALSE(reading.isGood());
    EXPECT_EQ(reading.faults[3].column, "hazards");
    EXPECT_EQ(reading.faults[3].value, "dragon");
    EXPECT_EQ(reading.faults.back().value, "2") << "the line that has it too";
}

TEST(PremiseCsv, SaysAllThatIsWrongWithARow) {
    auto const reading = read("name,address,hazards,checked\na,Main 1,dragon;unicorn,never\n");
    EXPECT_EQ(faultsOf(reading), (Faults{{2, UnknownHazard}, {2, UnknownHazard}, {2, BadDate}}));
}

TEST(PremiseCsv, RefusesAFileThatIsNoTableOfPlaces) {
    EXPECT_EQ(faultsOf(read("")), (Faults{{1, NotReadable}}));
    EXPECT_EQ(faultsOf(read("name,address,hazards\n")), (Faults{{1, NoRows}}));
    EXPECT_EQ(faultsOf(read("address,hazards\nx,dog\n")), (Faults{{1, MissingColumn}}));
    EXPECT_EQ(faultsOf(read("name,lat,hazards\nx,1,dog\n")), (Faults{{1, MissingColumn}}));
    EXPECT_EQ(faultsOf(read("name,hazards\nx,dog\n")), (Faults{{1, MissingColumn}}));
    EXPECT_EQ(faultsOf(read("name,address\nx,y\n")), (Faults{{1, MissingColumn}}));
    EXPECT_EQ(faultsOf(read("name,名称,address,notes\nx,y,z,n\n")), (Faults{{1, ColumnTwice}}));
}

TEST(PremiseCsv, TellsAnotherEncodingFromBadContent) {
    std::string const gb18030 = "\xc3\xfb\xb3\xc6,address,hazards\nx,y,dog\n"; // 名称
    EXPECT_EQ(faultsOf(read(gb18030)), (Faults{{1, BadText}}));
    EXPECT_TRUE(read(gb18030, {.today = day(20270115), .encoding = "gb18030"}).isGood());
    EXPECT_EQ(faultsOf(read("name\n", {.today = day(20270115), .encoding = "klingon"})),
              (Faults{{1, NotReadable}}));
}

TEST(PremiseCsv, LimitsEverything) {
    auto const with = [](std::string const& name, std::string const& value) {
        return faultsOf(read("name,address," + name + ",notes\na,Main 1,\"" + value + "\",n\n"));
    };
    EXPECT_EQ(with("source", std::string(257, 'x')), (Faults{{2, TextTooLong}}));
    EXPECT_EQ(with("contact", std::string(257, 'x')), (Faults{{2, TextTooLong}}));
    EXPECT_EQ(with("hazards", "dog:" + std::string(300, 'x')), (Faults{{2, TextTooLong}}));
    EXPECT_EQ(with("id", std::string(65, 'x')), (Faults{{2, TextTooLong}}));
    EXPECT_EQ(with("radius", "10001"), (Faults{{2, BadReach}}));
    std::string all;
    for (auto const& kind : test::shippedHazards().kinds().all())
        all += kind.code + ";";
    EXPECT_EQ(with("hazards", all), (Faults{{2, TooManyHazards}}));
    std::string rows = "name,address,notes\n";
    for (std::size_t row = 0; row < maxPremises + 5; ++row)
        rows += std::to_string(row) + ",Main,n\n";
    EXPECT_EQ(faultsOf(read(rows)), (Faults{{maxPremises + 2, TooMany}}));
    std::string bad = "name,address,notes\n";
    for (std::size_t row = 0; row < PremiseReading::maxFaults + 5; ++row)
        bad += ",Main,n\n";
    EXPECT_EQ(read(bad).faults.size(), PremiseReading::maxFaults);
    EXPECT_EQ(read(bad).faultsLeftOut, 5u);
}

TEST(PremiseCsv, TakesPlacesOfChineseMapsByTheirDatum) {
    std::string const text = "name,lat,lon,notes\nx,31.2,121.5,n\n";
    auto const plain = read(text).records.at(0).premise.point;
    auto const shifted =
        read(text, {.today = day(20270115), .datum = Datum::Gcj02}).records.at(0).premise.point;
    EXPECT_EQ(shifted, pointOf(Datum::Gcj02, {.latitude = 31.2, .longitude = 121.5}));
    EXPECT_GT(distanceMetres(*plain, *shifted), 300);
}

TEST(PremiseCsv, KeepsTheLinesOfANote) {
    auto const reading = read("name,address,notes\nx,y,\"one  two\n\n three，四。（ ＡＢ ）\"\n");
    EXPECT_EQ(reading.records.at(0).premise.text, "one two\nthree，四。（AB）");
}

TEST(PremiseCsv, EverythingThatItLetsThroughIsSound) {
    rc::check([](std::vector<std::vector<std::string>> const& rows) {
        std::string text = "name,address,lat,lon,radius,hazards,notes,contact,valid until,source,checked\n";
        for (auto const& row : rows)
            for (auto const& field : row)
                text += field + (field.size() % 2 == 0 ? "," : "\n");
        for (auto const& record : read(text).records)
            RC_ASSERT(isSound(record.premise));
    });
}

RC_GTEST_PROP(PremiseCsv, SurvivesAnyBytes, (std::string const& text)) {
    auto const reading = read(text);
    RC_ASSERT(reading.isGood() == (reading.records.size() == reading.rows && reading.rows > 0));
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_book.h"

#include "tests/support/premise_builder.h"
#include "tests/support/shipped_hazards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::core {
namespace {

using test::at;
using test::day;
using test::premise;
using testing::ElementsAre;

CalendarDay const today = *CalendarDay::ofNumber(20270115);

Premise placed(std::string key, double latitude, double longitude, std::uint32_t reach = 50) {
    Premise record = premise(std::move(key));
    record.address.clear();
    record.point = at(latitude, longitude);
    record.reachMetres = reach;
    return record;
}

PremiseBook bookOf(std::vector<Premise> premises) { return {test::shippedHazards(), std::move(premises)}; }

std::vector<std::string> keysOf(std::vector<PremiseFound> const& found) {
    std::vector<std::string> keys;
    for (auto const& each : found)
        keys.push_back(each.premise->key);
    return keys;
}

TEST(PremiseBook, FindsByAnAddressThatIsWrittenAlike) {
    auto const book = bookOf({premise("a")});
    for (char const* const address : {"滨江路221号", "滨江路221", " 滨江路 ２２１号 ", "滨江路221号3单元501"})
        EXPECT_THAT(keysOf(book.at({.address = address, .place = {}}, today)), ElementsAre("a")) << address;
    for (char const* const address : {"滨江路22号", "滨江路2210号", "江路221号", "滨江路", ""})
        EXPECT_TRUE(book.at({.address = address, .place = {}}, today).empty()) << address;
}

TEST(PremiseBook, FindsWhatIsWithinItsReach) {
    auto const book = bookOf({placed("small", 31, 160, 50), placed("large", 31, 160, 200)});
    EXPECT_EQ(book.at({.address = {}, .place = at(31.0004, 160)}, today).size(), 2u);
    EXPECT_THAT(keysOf(book.at({.address = {}, .place = at(31.001, 160)}, today)), ElementsAre("large"));
    EXPECT_TRUE(book.at({.address = {}, .place = at(31.002, 160)}, today).empty());
}

TEST(PremiseBook, FindsInsideAnAreaAndNearItsOutline) {
    Premise record = placed("a", 0, 0);
    record.point.reset();
    record.area.rings = {{at(31, 160), at(31, 160.01), at(31.01, 160.01), at(31.01, 160)}};
    auto const book = bookOf({record});
    EXPECT_EQ(*book.at({.address = {}, .place = at(31.005, 160.005)}, today).at(0).metres, 0);
    EXPECT_EQ(book.at({.address = {}, .place = at(31.005, 160.0104)}, today).size(), 1u);
    EXPECT_TRUE(book.at({.address = {}, .place = at(31.005, 160.011)}, today).empty());
}

TEST(PremiseBook, DoesNotTakeTheSameStreetOfAnotherDistrict) {
    Premise record = premise("a");
    record.point = at(31, 160);
    auto const book = bookOf({record});
    EXPECT_EQ(book.at({.address = "滨江路221号", .place = {}}, today).size(), 1u);
    EXPECT_EQ(book.at({.address = "滨江路221号", .place = at(31.005, 160)}, today).size(), 1u);
    EXPECT_TRUE(book.at({.address = "滨江路221号", .place = at(31.05, 160)}, today).empty());
}

TEST(PremiseBook, PutsWhatMayKillFirstAndWhatHasExpiredLast) {
    Premise dog = premise("dog", {"DOG"});
    Premise gas = premise("gas", {"DOG", "CHEMICAL"});
    gas.name = "乙";
    Premise expired = premise("expired", {"EXPLOSIVE"});
    expired.validUntil = day(20261231);
    Premise gate = premise("gate", {"LOCKED-GATE"});
    gate.name = "丙";
    auto const found = bookOf({dog, gas, expired, gate}).at({.address = "滨江路221号", .place = {}}, today);
    EXPECT_EQ(keysOf(found).front(), "gas");
    EXPECT_EQ(keysOf(found).back(), "expired");
    EXPECT_TRUE(found.front().endangersLife);
    EXPECT_FALSE(found.back().endangersLife);
    EXPECT_EQ(found.front().premise->hazards.front().code.text(), "CHEMICAL") << "by grade";
}

TEST(PremiseBook, ListsWhatIsNearNearestFirst) {
    auto const book =
        bookOf({placed("far", 31.005, 160), placed("here", 31.0001, 160), placed("gone", 31.02, 160)});
    auto const found = book.near(at(31, 160), 1'000, today);
    EXPECT_THAT(keysOf(found), ElementsAre("here", "far"));
    EXPECT_TRUE(found[0].isHere);
    EXPECT_FALSE(found[1].isHere);
}

TEST(PremiseBook, FindsAcrossTheDateLineAndAtThePoles) {
    auto const book = bookOf({placed("line", 10, 179.9999), placed("pole", 89.9999, 0)});
    EXPECT_THAT(keysOf(book.at({.address = {}, .place = at(10, -179.9999)}, today)), ElementsAre("line"));
    EXPECT_THAT(keysOf(book.at({.address = {}, .place = at(89.9999, 180)}, today)), ElementsAre("pole"));
}

TEST(PremiseBook, GivesNoMoreThanCanBeRead) {
    std::vector<Premise> many;
    for (int index = 0; index < 100; ++index)
        many.push_back(premise(std::to_string(index)));
    EXPECT_EQ(bookOf(many).at({.address = "滨江路221", .place = {}}, today).size(), PremiseBook::maxFound);
}

TEST(PremiseBook, KnowsNothingWhenItIsEmpty) {
    PremiseBook const book;
    EXPECT_TRUE(book.at({.address = "滨江路221", .place = at(1, 1)}, today).empty());
    EXPECT_EQ(book.find("a"), nullptr);
    EXPECT_TRUE(book.hazards().kinds().empty());
}

} // namespace
} // namespace ob::core

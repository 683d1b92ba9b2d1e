// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Who is offered first for a verb.
#include "core/language/unit_order.h"

#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;

/// A structure fire at 30.1 north, 160.5 east, selected at a police desk.
struct UnitOrder : testing::Test {
    UnitOrder() {
        incident = desk.addIncident(1042, "滨江路221");
        desk.changeIncident(incident, [](Incident& each) { each.place = GeoPoint::ofDegrees(30.1, 160.5); });
        desk.selected = incident;
    }
    UnitId at(UnitId unit, double latitude, Duration age = {}) {
        desk.fix(unit, *Instant::ofMilliseconds((desk.context.now.milliseconds() - age.milliseconds())),
                 latitude);
        return unit;
    }
    std::vector<std::string> offered(Verb verb, std::string_view typed = {}) {
        std::vector<std::string> words;
        for (auto const& each : unitsFor(verb, typed, desk.surroundings()))
            words.push_back(each.insert);
        return words;
    }
    using Words = std::vector<std::string>;

    DeskGivens desk;
    IncidentId incident;
};

TEST_F(UnitOrder, TheNearestOfThoseWhoMayGoIsFirst) {
    at(desk.addUnit(DeskGivens::fire, "E01"), 30.3);
    at(desk.addUnit(DeskGivens::fire, "E02"), 30.11);
    desk.addUnit(DeskGivens::fire, "E03");
    at(desk.addUnit(DeskGivens::fire, "E04"), 30.2);
    EXPECT_EQ(offered(Verb::Dispatch), (Words{"消E02", "消E04", "消E01", "消E03"}));
    auto const found = unitsFor(Verb::Dispatch, "", desk.surroundings());
    ASSERT_TRUE(found.front().metres);
    EXPECT_NEAR(*found.front().metres, 1112, 1);
    EXPECT_FALSE(found.back().metres);
}

TEST_F(UnitOrder, APositionPastItsLimitRanksNobody) {
    at(desk.addUnit(DeskGivens::fire, "E01"), 30.11, Duration::ofMinutes(3));
    at(desk.addUnit(DeskGivens::fire, "E02"), 30.2);
    EXPECT_EQ(offered(Verb::Dispatch), (Words{"消E02", "消E01"}));
    EXPECT_FALSE(unitsFor(Verb::Dispatch, "E01", desk.surroundings()).front().metres);
}

TEST_F(UnitOrder, WhoCannotGoIsLastHoweverNear) {
    auto const busy = at(desk.addUnit(DeskGivens::fire, "E01"), 30.1);
    at(desk.addUnit(DeskGivens::ecology, "H01"), 30.1); // has granted nothing
    at(desk.addUnit(DeskGivens::fire, "E02"), 30.5);
    at(desk.addUnit(DeskGivens::medical, "A02"), 30.5);
    desk.assign(busy, desk.addIncident(1057, "人民路9"));
    EXPECT_EQ(offered(Verb::Dispatch), (Words{"消E02", "急A02", "环H01", "消E01"}));
}

TEST_F(UnitOrder, OwnUnitsAndThenThoseOfTheAgencyThatLeadsThere) {
    at(desk.addUnit(DeskGivens::medical, "A01"), 30.1);
    at(desk.addUnit(DeskGivens::fire, "E01"), 30.3);
    at(desk.addUnit(DeskGivens::police, "P01"), 30.5);
    EXPECT_EQ(offered(Verb::Dispatch), (Words{"警P01", "消E01", "急A01"}));
}

TEST_F(UnitOrder, OfACallThatIsBeingWrittenCountsItsOwnPlace) {
    at(desk.addUnit(DeskGivens::fire, "E01"), 30.1);
    at(desk.addUnit(DeskGivens::fire, "E02"), 30.5);
    auto surroundings = desk.surroundings();
    surroundings.bound = {.place = GeoPoint::ofDegrees(30.5, 160.5), .lead = *Code::of("FD")};
    EXPECT_EQ(unitsFor(Verb::Dispatch, "", surroundings).front().insert, "消E02");
    EXPECT_EQ(offered(Verb::NewIncident).front(), "消E01");
    EXPECT_FALSE(unitsFor(Verb::NewIncident, "", desk.surroundings()).front().metres)
        << "the selected incident is not the new one";
}

TEST_F(UnitOrder, VerbsOfWorkOfferWhoIsAtWork) {
    auto const elsewhere = desk.addUnit(DeskGivens::police, "P01");
    auto const here = desk.addUnit(DeskGivens::police, "P02");
    desk.addUnit(DeskGivens::police, "P03");
    desk.assign(elsewhere, desk.addIncident(1057, "人民路9"));
    desk.assign(here, incident);
    EXPECT_EQ(offered(Verb::OnScene), (Words{"警P02", "警P01", "警P03"}));
    EXPECT_EQ(offered(Verb::Release), (Words{"警P02", "警P01", "警P03"}));
    EXPECT_EQ(offered(Verb::Divert), (Words{"警P01", "警P02", "警P03"}));
    EXPECT_EQ(offered(Verb::OutOfService), (Words{"警P03", "警P01", "警P02"})) << "who is free";
}

TEST_F(UnitOrder, WhatBeginsAsTypedIsFirst) {
    at(desk.addUnit(DeskGivens::fire, "E12"), 30.1);
    at(desk.addUnit(DeskGivens::fire, "2"), 30.5);
    EXPECT_EQ(offered(Verb::Dispatch, "2"), (Words{"消2", "消E12"}));
}

} // namespace
} // namespace ob::core

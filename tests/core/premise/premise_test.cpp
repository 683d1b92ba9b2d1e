// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise.h"

#include "core/interop/premise_json.h"
#include "tests/support/premise_builder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using test::at;
using test::day;
using test::premise;

Premise withArea() {
    Premise record = premise("a", {"CHEMICAL", "DOG"});
    record.hazards[0].detail = "甲醇 \"20\" 吨";
    record.area.rings = {{at(31, 160), at(31, 160.001), at(31.001, 160.001), at(31.001, 160)}};
    record.text = "两行\n说明";
    record.validUntil = day(20271231);
    record.source = "预案库";
    record.hasContact = true;
    return record;
}

TEST(Premise, StandsByItsDates) {
    Premise record = premise("a");
    EXPECT_EQ(standingOf(record, day(20270101)), PremiseStanding::Current);
    EXPECT_EQ(standingOf(record, day(20271101)), PremiseStanding::Current) << "a year is not long";
    EXPECT_EQ(standingOf(record, day(20271102)), PremiseStanding::LongUnchecked);
    record.validUntil = day(20270630);
    EXPECT_EQ(standingOf(record, day(20270630)), PremiseStanding::Current) << "that day included";
    EXPECT_EQ(standingOf(record, day(20270701)), PremiseStanding::Expired);
    record = premise("b");
    record.checkedOn.reset();
    EXPECT_EQ(standingOf(record, day(20270101)), PremiseStanding::NeverChecked);
}

TEST(Premise, MeasuresFromItsPointOrItsOutline) {
    Premise record = premise("a");
    EXPECT_FALSE(metresFrom(at(31, 160), record));
    record.point = at(31, 160);
    EXPECT_NEAR(*metresFrom(at(31.001, 160), record), 111.2, 0.1);
    record.point.reset();
    record.area = withArea().area;
    EXPECT_EQ(*metresFrom(at(31.0005, 160.0005), record), 0);
    EXPECT_NEAR(*metresFrom(at(31.0005, 160.002), record), 95.3, 0.2);
    EXPECT_NEAR(*metresFrom(at(30.999, 159.999), record), std::hypot(111.2, 95.3), 0.3);
}

TEST(Premise, MeasuresAcrossTheDateLine) {
    Premise record = premise("a");
    record.area.rings = {{at(0, 179.999), at(0, 179.9995), at(0.001, 179.9995)}};
    EXPECT_NEAR(*metresFrom(at(0, -179.9995), record), 111.2, 0.3);
}

TEST(Premise, IsSoundWithinItsLimitsOnly) {
    EXPECT_TRUE(isSound(premise("a")));
    EXPECT_TRUE(isSound(withArea()));
    auto const isSoundWith = [](auto const& change) {
        Premise record = withArea();
        change(record);
        return isSound(record);
    };
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.key.clear(); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.name.clear(); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.name = "\xff"; }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.name.assign(Premise::maxNameBytes + 1, 'x'); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.area = {}, r.address.clear(); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.hazards.clear(), r.text.clear(); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.point = at(1, 1); })) << "a point and an area";
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.reachMetres = 0; }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.reachMetres = Premise::maxReach + 1; }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.area.rings[0].resize(2, at(1, 1)); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.area.rings[0].resize(Premise::maxCorners + 1, at(1, 1)); }));
    EXPECT_FALSE(isSoundWith([](Premise& r) { r.hazards.resize(Premise::maxHazards + 1, r.hazards[0]); }));
    EXPECT_FALSE(
        isSoundWith([](Premise& r) { r.hazards[0].detail.assign(Premise::maxDetailBytes + 1, 'x'); }));
    EXPECT_TRUE(isSoundWith([](Premise& r) { r.address.clear(); })) << "the area is enough";
}

TEST(PremiseJson, GivesBackWhatWasWritten) {
    Premise withPoint = premise("point");
    withPoint.point = at(-31.5, -160.25);
    withPoint.reachMetres = 120;
    for (Premise const& record : {premise("a"), withArea(), withPoint, premise("text", {})}) {
        auto const read = premiseOfJson(premiseJson(record));
        ASSERT_TRUE(read) << premiseJson(record);
        EXPECT_EQ(*read, record) << premiseJson(record);
    }
}

TEST(PremiseJson, DoesNotHoldTheContact) {
    EXPECT_EQ(premiseJson(withArea()).find("139"), std::string::npos);
    EXPECT_TRUE(premiseOfJson(premiseJson(withArea()))->hasContact);
}

TEST(PremiseJson, PassesOverWhatANewerProgramAdded) {
    std::string text = premiseJson(premise("a"));
    text.insert(1, R"("colour":{"deep":[1,2]},)");
    EXPECT_EQ(premiseOfJson(text), premise("a"));
}

TEST(PremiseJson, IsNothingWhenAByteIsWrong) {
    std::string const whole = premiseJson(withArea());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(premiseOfJson(whole.substr(0, length)));
    for (char const* const text :
         {"", "[]", "null", "{}", R"({"key":1,"name":"n","reach":50,"text":"t","address":"a"})",
          R"({"key":"k","name":"n","reach":-1,"text":"t","address":"a"})",
          R"({"key":"k","name":"n","reach":50,"text":"t","at":[1]})",
          R"({"key":"k","name":"n","reach":50,"text":"t","at":[9999999999,0]})",
          R"({"key":"k","name":"n","reach":50,"address":"a","hazards":[["bad code!",""]]})",
          R"({"key":"k","name":"n","reach":50,"text":"t","address":"a","until":20261399})"})
        EXPECT_FALSE(premiseOfJson(text)) << text;
}

RC_GTEST_PROP(PremiseJson, SurvivesAnyText, (std::string const& text)) { RC_ASSERT(!premiseOfJson(text)); }

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/resolve.h"

#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;

class Resolve : public testing::Test {
  protected:
    IncidentId incident(std::string_view word, Among among = Among::Open) {
        auto const found = findIncident(word, among, desk.surroundings());
        return found ? found->id : IncidentId{};
    }
    Refusal refusal(std::string_view word, Among among = Among::Open) {
        auto const found = findIncident(word, among, desk.surroundings());
        return found ? Refusal{} : found.error().refusal;
    }
    UnitId unit(std::string_view word) {
        auto const found = findUnit(word, desk.surroundings());
        return found ? *found : UnitId{};
    }
    Miss missed(std::string_view word) {
        auto const found = findUnit(word, desk.surroundings());
        EXPECT_FALSE(found) << word;
        return found ? Miss{} : found.error();
    }

    DeskGivens desk;
};

TEST_F(Resolve, FindsIncidentsBySuffixOfThreeDigitsAndMore) {
    auto const id = desk.addIncident(1042, "滨江路221");
    desk.addIncident(1057, "人民路9");
    for (char const* const word :
         {"042", "1042", "1-1042", "1121-1042", "20261121-1042", "202611211042", "61121-1042"})
        EXPECT_EQ(incident(word), id) << word;
    EXPECT_EQ(refusal("42").code, RefusalCode::BadArgument);
    EXPECT_EQ(refusal("0421").code, RefusalCode::UnknownIncident);
    EXPECT_EQ(refusal("abc").code, RefusalCode::BadArgument);
    EXPECT_EQ(refusal("-042").code, RefusalCode::BadArgument);
    EXPECT_EQ(refusal("20261121-9999").code, RefusalCode::UnknownIncident);
}

TEST_F(Resolve, NeverGuessesBetweenIncidents) {
    auto const today = desk.addIncident(42, "滨江路221");
    auto const yesterday = desk.addIncident(1042, "人民路9", IncidentState::Open, 20261120);
    auto const found = findIncident("042", Among::Open, desk.surroundings());
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().refusal,
              (Refusal{RefusalCode::AmbiguousIncident, {"042", "20261121-0042", "20261120-1042"}}));
    ASSERT_EQ(found.error().candidates.size(), 2u);
    for (Candidate const& candidate : found.error().candidates)
        EXPECT_EQ(incident(candidate.insert), candidate.incident);
    EXPECT_EQ(incident("0042"), today);
    EXPECT_EQ(incident("1042"), yesterday);
}

TEST_F(Resolve, LooksForSuffixesAmongOpenOnesOnly) {
    auto const open = desk.addIncident(42, "滨江路221");
    auto const closed = desk.addIncident(1042, "人民路9", IncidentState::Closed);
    EXPECT_EQ(incident("042"), open);
    EXPECT_TRUE(incident("1042").isNil());
    EXPECT_EQ(incident("1042", Among::Known), closed);
    EXPECT_EQ(incident("042", Among::Finished), closed);
    EXPECT_EQ(incident("20261121-1042"), closed) << "a full number always";
    EXPECT_EQ(incident("0042", Among::Finished), IncidentId{});
}

TEST_F(Resolve, LeadsMergedNumbersToTheirSurvivor) {
    auto const survivor = desk.addIncident(42, "滨江路221");
    auto const absorbed = desk.addIncident(57, "滨江路219");
    desk.mergeInto(absorbed, survivor);
    auto const found = findIncident("057", Among::Open, desk.surroundings());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, survivor);
    EXPECT_EQ(found->absorbed, IncidentNumber::of(20261121, 57));
    EXPECT_FALSE(findIncident("042", Among::Open, desk.surroundings())->absorbed);
    EXPECT_EQ(incident("20261121-0057"), survivor);
    EXPECT_EQ(incident("057", Among::Absorbed), absorbed);
    EXPECT_TRUE(incident("042", Among::Absorbed).isNil());
}

TEST_F(Resolve, TakesThePointForTheSelectedIncident) {
    EXPECT_EQ(refusal(".").code, RefusalCode::NothingSelected);
    desk.selected = desk.addIncident(42, "滨江路221");
    EXPECT_EQ(incident("."), desk.selected);
}

TEST_F(Resolve, TellsTwoIncidentsOfOneNumberApartByNothing) {
    desk.addIncident(42, "滨江路221");
    desk.addIncident(42, "人民路9");
    EXPECT_EQ(refusal("20261121-0042").code, RefusalCode::AmbiguousIncident);
    EXPECT_EQ(refusal("042").code, RefusalCode::AmbiguousIncident);
}

TEST_F(Resolve, FindsUnitsByEveryFormOfTheirCallsign) {
    auto const id = desk.addUnit(DeskGivens::fire, "E07");
    for (char const* const word : {"E07", "e07", "消E07", "消e07", "消-E07", "FD-E07", "fd-e07"})
        EXPECT_EQ(unit(word), id) << word;
    EXPECT_TRUE(unit("E7").isNil());
    EXPECT_TRUE(unit("急E07").isNil());
    EXPECT_TRUE(unit("EM-E07").isNil());
    EXPECT_TRUE(unit("").isNil());
}

TEST_F(Resolve, WantsTheAgencyWhenTwoHaveACallsign) {
    auto const engine = desk.addUnit(DeskGivens::fire, "E07");
    auto const ambulance = desk.addUnit(DeskGivens::medical, "E07");
    Miss const miss = missed("E07");
    EXPECT_EQ(miss.refusal.code, RefusalCode::AmbiguousUnit);
    ASSERT_EQ(miss.candidates.size(), 2u);
    for (Candidate const& candidate : miss.candidates)
        EXPECT_EQ(unit(candidate.insert), candidate.unit) << candidate.insert;
    EXPECT_EQ(unit("消E07"), engine);
    EXPECT_EQ(unit("EM-E07"), ambulance);
}

TEST_F(Resolve, NeverGuessesBetweenACallsignAndAPrefix) {
    auto const second = desk.addUnit(DeskGivens::ecology, "2");
    auto const named = desk.addUnit(DeskGivens::ecology, "环2");
    EXPECT_EQ(missed("环2").refusal.code, RefusalCode::AmbiguousUnit);
    EXPECT_EQ(unit("EP-2"), second);
    EXPECT_EQ(unit("EP-环2"), named);
    for (Candidate const& candidate : missed("环2").candidates)
        EXPECT_EQ(unit(candidate.insert), candidate.unit) << candidate.insert;
}

TEST_F(Resolve, OffersUnitsThatComeNear) {
    auto const id = desk.addUnit(DeskGivens::fire, "E07");
    Miss const miss = missed("E0");
    EXPECT_EQ(miss.refusal, (Refusal{RefusalCode::UnknownUnit, {"E0"}}));
    ASSERT_EQ(miss.candidates.size(), 1u);
    EXPECT_EQ(miss.candidates.front().unit, id);
}

TEST_F(Resolve, FindsAgenciesByCodeNameAndPrefix) {
    for (char const* const word : {"FD", "fd", "消防", "消", "119"})
        EXPECT_EQ(findAgency(word, desk.surroundings()), DeskGivens::fire) << word;
    EXPECT_FALSE(findAgency("交警", desk.surroundings())) << "not of this realm";
    EXPECT_FALSE(findAgency("", desk.surroundings()));
}

TEST_F(Resolve, FindsTypesAndCodesByEveryWord) {
    auto const fire = *Code::of("FIRE-STRUCT");
    for (char const* const word : {"火警", "建筑火灾", "structure fire", "fire-struct"})
        EXPECT_EQ(findType(word, desk.surroundings()), fire) << word;
    auto const unknown = findType("火灾火", desk.surroundings());
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().refusal.code, RefusalCode::UnknownType);
    EXPECT_FALSE(unknown.error().candidates.empty());

    auto const fault = findCode("故障", Argument::Unavailable, desk.surroundings());
    EXPECT_EQ(fault, *Code::of("MECHANICAL"));
    auto const noCode = findCode("不知道", Argument::Unavailable, desk.surroundings());
    ASSERT_FALSE(noCode);
    EXPECT_EQ(noCode.error().refusal.subjects.front(), "不知道");
    EXPECT_GT(noCode.error().candidates.size(), 5u) << "the whole list is offered";
}

} // namespace
} // namespace ob::core

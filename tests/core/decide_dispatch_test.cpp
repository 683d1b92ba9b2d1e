// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"

namespace ob::core {
namespace {

constexpr auto n42 = "20261121-0042";
constexpr auto n57 = "20261121-0057";
IncidentId const i42 = incidentId(n42);
IncidentId const i57 = incidentId(n57);
UnitId const e07 = unitId("E07");
UnitId const e03 = unitId("E03");
UnitId const a12 = unitId("A12");

UnitDispatched sent(UnitId unit) {
    return {.unit = unit, .planned = {}, .reason = {}, .fixAge = {}, .divertedFrom = {}};
}

TEST(DecideDispatch, SendsEveryUnitOfTheCommand) {
    auto const board = aBoard().with(anIncident()).with(aUnit("E07")).with(aUnit("E03")).made();
    auto const decided = ask(board, deskOf(fire), DispatchUnits{{e07, e03, e07}, i42, code("NEAREST")});
    auto first = sent(e07);
    auto second = sent(e03);
    first.reason = second.reason = code("NEAREST");
    EXPECT_TRUE(writes(decided, {{i42, first}, {i42, second}}));
}

TEST(DecideDispatch, DutyAndDistressDecideWhetherAUnitCanGo) {
    struct Row {
        UnitBuilder unit;
        std::optional<Refusal> refusal;
    };
    for (Row const& row : {
             Row{aUnit().on(DutyState::Available), {}},
             Row{aUnit().on(DutyState::Conditional), {}},
             Row{aUnit().on(DutyState::OffDuty), Refusal{RefusalCode::UnitOffDuty, {"消E07"}}},
             Row{aUnit().on(DutyState::Unavailable, "MEAL"),
                 Refusal{RefusalCode::UnitUnavailable, {"消E07", "MEAL"}}},
             Row{aUnit().inDistress(), Refusal{RefusalCode::UnitInDistress, {"消E07"}}},
         }) {
        auto const board = aBoard().with(anIncident()).with(row.unit).made();
        auto const decided = ask(board, deskOf(fire), DispatchUnits{{e07}, i42, {}});
        if (row.refusal)
            EXPECT_TRUE(refuses(decided, row.refusal->code, row.refusal->subjects));
        else
            EXPECT_TRUE(writes(decided, {{i42, sent(e07)}}));
    }
}

TEST(DecideDispatch, AnotherAgencysUnitNeedsADirectGrant) {
    auto const decidedWith = [](PolicyBuilder const& policy) {
        auto const board = aBoard().with(anIncident()).with(aUnit().inGroup("PUMPS")).with(policy).made();
        return ask(board, deskOf(police), DispatchUnits{{e07}, i42, {}});
    };
    auto const notGranted = [](Result<Drafts> const& decided) {
        return refuses(decided, RefusalCode::DispatchNotGranted, {"消E07", "FD"});
    };
    EXPECT_TRUE(notGranted(decidedWith(aPolicy(fire))));
    EXPECT_TRUE(notGranted(decidedWith(aPolicy(fire).granting(police, DispatchGrant::Request))));
    EXPECT_TRUE(notGranted(decidedWith(aPolicy(fire).granting(medical, DispatchGrant::Direct))));
    EXPECT_TRUE(
        writes(decidedWith(aPolicy(fire).granting(police, DispatchGrant::Direct)), {{i42, sent(e07)}}));
    EXPECT_TRUE(writes(decidedWith(aPolicy(fire).granting(police, DispatchGrant::Direct, "PUMPS")),
                       {{i42, sent(e07)}}));
}

TEST(DecideDispatch, OnlyAnOpenIncidentTakesUnits) {
    for (auto const state : {IncidentState::Resolved, IncidentState::Closed, IncidentState::Merged,
                             IncidentState::Referred, IncidentState::Voided}) {
        auto const board = aBoard().with(anIncident().in(state)).with(aUnit()).made();
        std::vector<std::string> const subjects{n42, std::string(nameOf(state))};
        EXPECT_TRUE(refuses(ask(board, deskOf(fire), DispatchUnits{{e07}, i42, {}}),
                            RefusalCode::IncidentNotOpen, subjects));
        EXPECT_TRUE(
            refuses(ask(board, deskOf(fire), PlanUnits{{e07}, i42}), RefusalCode::IncidentNotOpen, subjects));
    }
}

TEST(DecideDispatch, ABusyUnitMayBeSentElsewhereButNotTwiceToOneIncident) {
    auto const board =
        aBoard().with(anIncident(n42)).with(anIncident(n57).withUnit("E07")).with(aUnit()).made();
    EXPECT_TRUE(writes(ask(board, deskOf(fire), DispatchUnits{{e07}, i42, {}}), {{i42, sent(e07)}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), DispatchUnits{{e07}, i57, {}}), RefusalCode::AlreadyAssigned,
                        {"消E07", n57}));
}

TEST(DecideDispatch, AUnitThatCameWithAMergedIncidentIsThereAlready) {
    auto const board = aBoard()
                           .with(anIncident(n42))
                           .with(anIncident(n57).withUnit("E07").mergedInto(n42))
                           .with(aUnit())
                           .made();
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), DispatchUnits{{e07}, i42, {}}), RefusalCode::AlreadyAssigned,
                        {"消E07", n42}));
}

TEST(DecideDispatch, TakesOverThePlan) {
    auto const board =
        aBoard().with(anIncident().withUnit("E07", AssignmentState::Planned)).with(aUnit()).made();
    auto expected = sent(e07);
    expected.planned = assignmentId(n42, "E07");
    EXPECT_TRUE(writes(ask(board, deskOf(fire), DispatchUnits{{e07}, i42, {}}), {{i42, expected}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), PlanUnits{{e07}, i42}), RefusalCode::AlreadyAssigned,
                        {"消E07", n42}));
}

TEST(DecideDispatch, APlanNeedsNeitherGrantNorDuty) {
    auto const board = aBoard().with(anIncident()).with(aUnit().on(DutyState::OffDuty)).made();
    EXPECT_TRUE(writes(ask(board, deskOf(police), PlanUnits{{e07}, i42}), {{i42, UnitPlanned{e07}}}));
}

TEST(DecideDispatch, WhatIsNotThereIsNamed) {
    auto const board = aBoard().with(anIncident()).with(aUnit()).made();
    auto const desk = deskOf(fire);
    EXPECT_TRUE(refuses(ask(board, desk, DispatchUnits{{e07}, i57, {}}), RefusalCode::UnknownIncident,
                        {i57.hex().substr(0, 8)}));
    EXPECT_TRUE(refuses(ask(board, desk, DispatchUnits{{e07, e03}, i42, {}}), RefusalCode::UnknownUnit,
                        {e03.hex().substr(0, 8)}));
    EXPECT_TRUE(
        refuses(ask(board, desk, DispatchUnits{{}, i42, {}}), RefusalCode::MissingArgument, {"units"}));
}

TEST(DecideDispatch, SendingIsForDispatchers) {
    auto const board = aBoard().with(anIncident()).with(aUnit()).made();
    std::vector<std::string> const roles{"dispatcher", "dutyOfficer", "supervisor"};
    auto const callTaker = deskOf(fire, {Role::CallTaker});
    EXPECT_TRUE(
        refuses(ask(board, callTaker, DispatchUnits{{e07}, i42, {}}), RefusalCode::RoleRequired, roles));
    EXPECT_TRUE(refuses(ask(board, callTaker, PlanUnits{{e07}, i42}), RefusalCode::RoleRequired, roles));
    EXPECT_TRUE(
        refuses(ask(board, callTaker, DivertUnit{e07, {}, i42, {}}), RefusalCode::RoleRequired, roles));
    // A trainer plays every role, in a drill only.
    EXPECT_TRUE(refuses(ask(board, deskOf(fire, {Role::Trainer}), PlanUnits{{e07}, i42}),
                        RefusalCode::RoleRequired, roles));
    EXPECT_TRUE(ask(board, drillDeskOf(fire, {Role::Trainer}), PlanUnits{{e07}, i42}));
}

TEST(DecideDispatch, AStreamOfANewerVersionOrOfOthersIsNotWrittenTo) {
    auto const desk = deskOf(fire);
    auto const newer = aBoard().with(anIncident().readOnly()).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(newer, desk, DispatchUnits{{e07}, i42, {}}), RefusalCode::ReadOnlyStream, {n42}));
    auto const others = aBoard().with(anIncident().without(fire)).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(others, desk, DispatchUnits{{e07}, i42, {}}), RefusalCode::NotMember, {n42}));
}

TEST(DecideDispatch, ATypedTimeLiesBetweenOpeningAndNow) {
    auto const board = aBoard().with(anIncident()).with(aUnit()).made();
    auto const at = [&](char const* time, Source source = Source::Operator) {
        return askLate(board, deskOf(fire), DispatchUnits{{e07}, i42, {}}, instant(time), source);
    };
    EXPECT_TRUE(
        refuses(at("2026-11-21T14:00:00.001Z"), RefusalCode::InTheFuture, {"2026-11-21T14:00:00.001Z"}));
    EXPECT_TRUE(at("2026-11-21T14:00:00Z"));
    EXPECT_TRUE(at("2026-11-21T13:40:00Z")) << "typed in minutes: opened at 13:40:30";
    EXPECT_TRUE(
        refuses(at("2026-11-21T13:39:59Z"), RefusalCode::BeforeOpening, {"2026-11-21T13:40:30.000Z"}));
    EXPECT_TRUE(at("2026-11-21T13:39:59Z", Source::Import)) << "records are kept as they are";
}

TEST(DecideDivert, ReleasesHereAndSendsThere) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07", AssignmentState::EnRoute))
                           .with(anIncident(n57))
                           .with(aUnit())
                           .made();
    auto expected = sent(e07);
    expected.divertedFrom = assignmentId(n42, "E07");
    for (IncidentId const from : {IncidentId(), i42})
        EXPECT_TRUE(writes(
            ask(board, deskOf(fire), DivertUnit{e07, from, i57, code("HIGHER")}),
            {{i42, AssignmentReleased{assignmentId(n42, "E07"), code("HIGHER"), i57}}, {i57, expected}}));
}

TEST(DecideDivert, IsRefusedWhenReleaseOrDispatchWouldBe) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07").withUnit("A12"))
                           .with(anIncident(n57).withUnit("A12"))
                           .with(aUnit("E07"))
                           .with(aUnit("E03"))
                           .with(aUnit("A12").of(medical))
                           .made();
    auto const desk = deskOf(fire);
    EXPECT_TRUE(
        refuses(ask(board, desk, DivertUnit{e03, {}, i57, {}}), RefusalCode::UnitNotAssigned, {"消E03"}));
    EXPECT_TRUE(refuses(ask(board, desk, DivertUnit{e07, i42, i42, {}}), RefusalCode::SameIncident, {n42}));
    EXPECT_TRUE(refuses(ask(board, desk, DivertUnit{e07, {}, i42, {}}), RefusalCode::AlreadyAssigned,
                        {"消E07", n42}));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical), DivertUnit{a12, {}, i57, {}}),
                        RefusalCode::UnitAssignedTwice, {"急A12", n42, n57}));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical), DivertUnit{e07, {}, i57, {}}), RefusalCode::NotOwnAgency,
                        {"消E07"}));
    // The police sent it and may take it off, but not send it again by themselves.
    EXPECT_TRUE(refuses(ask(board, deskOf(police), DivertUnit{e07, {}, i57, {}}),
                        RefusalCode::DispatchNotGranted, {"消E07", "FD"}));
}

TEST(DecideRelease, BySenderOrOwnAgencyWithACode) {
    auto const board = aBoard().with(anIncident().withUnit("E07")).with(aUnit()).made();
    AssignmentReleased const expected{assignmentId(n42, "E07"), code("ENOUGH"), {}};
    for (AgencyIndex const agency : {police, fire})
        EXPECT_TRUE(
            writes(ask(board, deskOf(agency), ReleaseUnits{{e07}, {}, code("ENOUGH")}), {{i42, expected}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical), ReleaseUnits{{e07}, {}, code("ENOUGH")}),
                        RefusalCode::NotOwnAgency, {"消E07"}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(fire), ReleaseUnits{{e07}, {}, {}}), RefusalCode::ReasonRequired, {"REL"}));
    auto const unknown = ask(board, deskOf(fire), ReleaseUnits{{e07}, {}, code("BORED")});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, RefusalCode::UnknownCode);
    EXPECT_EQ(unknown.error().subjects.front(), "BORED");
    EXPECT_GT(unknown.error().subjects.size(), 5u) << "the codes of the list follow";
}

TEST(DecideRelease, TakesBackAPlanOnlyWhenItsIncidentIsNamed) {
    auto const board =
        aBoard().with(anIncident().withUnit("E07", AssignmentState::Planned)).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), ReleaseUnits{{e07}, {}, code("MISTAKE")}),
                        RefusalCode::UnitNotAssigned, {"消E07"}));
    EXPECT_TRUE(writes(ask(board, deskOf(fire), ReleaseUnits{{e07}, i42, code("MISTAKE")}),
                       {{i42, AssignmentReleased{assignmentId(n42, "E07"), code("MISTAKE"), {}}}}));
}

TEST(DecideRelease, WritesWhereTheAssignmentStandsAfterAMerge) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07").mergedInto(n57))
                           .with(anIncident(n57))
                           .with(aUnit())
                           .made();
    for (IncidentId const named : {IncidentId(), i42, i57})
        EXPECT_TRUE(writes(ask(board, deskOf(fire), ReleaseUnits{{e07}, named, code("ENOUGH")}),
                           {{i42, AssignmentReleased{assignmentId(n42, "E07"), code("ENOUGH"), {}}}}));
}

} // namespace
} // namespace ob::core

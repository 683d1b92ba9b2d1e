// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"

namespace ob::core {
namespace {

constexpr auto n42 = "20261121-0042";
constexpr auto n57 = "20261121-0057";
IncidentId const i42 = incidentId(n42);
UnitId const e07 = unitId("E07");
UnitId const e03 = unitId("E03");

SetDuty duty(DutyState state, std::string_view reason = {}) {
    return {.units = {e07}, .duty = state, .reason = code(reason), .until = {}, .recall = {}, .crew = {}};
}
DutySet set(DutyState state, std::string_view reason = {}) {
    return {.duty = state, .reason = code(reason), .until = {}, .recall = {}, .crew = {}};
}

TEST(DecideDuty, TransitionsOfTheTable) {
    using enum DutyState;
    for (auto const from : {OffDuty, Available, Conditional, Unavailable})
        for (auto const to : {OffDuty, Available, Conditional, Unavailable}) {
            auto const board = aBoard().with(aUnit().on(from)).made();
            auto const asked = duty(to, to == Unavailable ? "MEAL" : "");
            auto const decided = ask(board, deskOf(fire), asked);
            std::string const name(nameOf(to));
            if (from == OffDuty && (to == Conditional || to == Unavailable))
                EXPECT_TRUE(refuses(decided, RefusalCode::TransitionNotAllowed, {"消E07", "offDuty", name}));
            else if (from == to && to != Unavailable)
                EXPECT_TRUE(refuses(decided, RefusalCode::AlreadyInState, {"消E07", name}));
            else
                EXPECT_TRUE(writes(decided, {{e07, set(to, to == Unavailable ? "MEAL" : "")}}));
        }
}

TEST(DecideDuty, DetailsOfTheSameDutyMayChange) {
    auto const board = aBoard().with(aUnit().on(DutyState::Unavailable, "MEAL")).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), duty(DutyState::Unavailable, "MEAL")),
                        RefusalCode::AlreadyInState, {"消E07", "unavailable"}));
    auto back = duty(DutyState::Unavailable, "MEAL");
    back.until = instant("2026-11-21T16:00:00Z");
    auto expected = set(DutyState::Unavailable, "MEAL");
    expected.until = back.until;
    EXPECT_TRUE(writes(ask(board, deskOf(fire), back), {{e07, expected}}));
}

TEST(DecideDuty, WhatWasSaidOfTheShiftStaysUntilItIsOver) {
    auto asked = duty(DutyState::Available);
    asked.crew = 6;
    asked.shiftEnd = instant("2026-11-22T08:00:00Z");
    asked.capabilities = {code("HAZMAT"), code("DECON"), code("HAZMAT")};
    asked.crewNames = "张、李";
    asked.vehicle = "京A12345";
    auto const logged = ask(aBoard().with(aUnit().on(DutyState::OffDuty)).made(), deskOf(fire), asked);
    ASSERT_TRUE(logged);
    auto const& on = std::get<DutySet>(logged->front().body.fact);
    EXPECT_EQ(on.capabilities, (std::vector<Code>{code("DECON"), code("HAZMAT")}));
    ASSERT_TRUE(logged->front().restricted.own);
    EXPECT_EQ(logged->front().restricted.own->vehicle, "京A12345");

    auto const board = aBoard()
                           .with(aUnit().on(DutyState::Available).changed([&](Unit& unit) {
                               unit.crew = 6;
                               unit.shiftEnd = asked.shiftEnd;
                               unit.shiftCapabilities = on.capabilities;
                               unit.crewNames = "张、李";
                               unit.vehicle = "京A12345";
                           }))
                           .made();
    auto const out = ask(board, deskOf(fire), duty(DutyState::Unavailable, "MEAL"));
    ASSERT_TRUE(out);
    auto const& meal = std::get<DutySet>(out->front().body.fact);
    EXPECT_EQ(meal.crew, 6u);
    EXPECT_EQ(meal.shiftEnd, asked.shiftEnd);
    EXPECT_EQ(meal.capabilities, on.capabilities);
    EXPECT_EQ(out->front().restricted.own->crewNames, "张、李");

    auto const off = ask(board, deskOf(fire), duty(DutyState::OffDuty));
    ASSERT_TRUE(off);
    EXPECT_TRUE(writes(off, {{e07, set(DutyState::OffDuty)}}));
    EXPECT_FALSE(off->front().restricted.own && off->front().restricted.own->crewNames);
}

TEST(DecideDuty, AChangeOfTheShiftLeavesTheUnitWhatItIs) {
    auto const board = aBoard()
                           .with(aUnit().on(DutyState::Unavailable, "MEAL").changed([](Unit& unit) {
                               unit.dutyUntil = instant("2026-11-21T16:00:00Z");
                           }))
                           .made();
    auto asked = duty(DutyState::Available);
    asked.crew = 5;
    auto expected = set(DutyState::Unavailable, "MEAL");
    expected.until = instant("2026-11-21T16:00:00Z");
    expected.crew = 5;
    EXPECT_TRUE(writes(ask(board, deskOf(fire), asked), {{e07, expected}}));
    EXPECT_TRUE(
        writes(ask(board, deskOf(fire), duty(DutyState::Available)), {{e07, set(DutyState::Available)}}))
        << "available again is said without a shift";
}

TEST(DecideDuty, WhatWasSaidOfTheShiftCanBeTakenBack) {
    auto const board = aBoard()
                           .with(aUnit().on(DutyState::Available).changed([](Unit& unit) {
                               unit.shiftCapabilities = {code("HAZMAT")};
                               unit.crewNames = "张、李";
                               unit.vehicle = "京A12345";
                           }))
                           .made();
    auto asked = duty(DutyState::Available);
    asked.capabilities = {code("-")};
    asked.crewNames = "-";
    asked.vehicle = "-";
    auto const decided = ask(board, deskOf(fire), asked);
    EXPECT_TRUE(writes(decided, {{e07, set(DutyState::Available)}}));
    ASSERT_TRUE(decided);
    auto const& own = decided->front().restricted.own;
    EXPECT_FALSE(own && (own->crewNames || own->vehicle));
    EXPECT_TRUE(refuses(ask(aBoard().with(aUnit().on(DutyState::Available)).made(), deskOf(fire), asked),
                        RefusalCode::AlreadyInState, {"消E07", "available"}))
        << "there was nothing to take back";
}

TEST(DecideDuty, AShiftThatIsOverOrASkillThatNobodyKnowsIsRefused) {
    auto const board = aBoard().with(aUnit().on(DutyState::OffDuty)).made();
    auto asked = duty(DutyState::Available);
    asked.shiftEnd = instant("2000-01-01T00:00:00Z");
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::BadArgument, {"shiftEnd", "past"}));
    asked.shiftEnd.reset();
    asked.crewNames = std::string(RestrictedParts::maxNameBytes + 1, 'x');
    EXPECT_FALSE(ask(board, deskOf(fire), asked));
}

TEST(DecideDuty, OnlyItsOwnAgencyAndWithAReasonWhenUnavailable) {
    auto const board = aBoard().with(aUnit()).with(aUnit("E03").readOnly()).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(police, {Role::Supervisor}), duty(DutyState::OffDuty)),
                        RefusalCode::NotOwnAgency, {"消E07"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), duty(DutyState::Unavailable)), RefusalCode::ReasonRequired,
                        {"OOS"}));
    auto other = duty(DutyState::OffDuty);
    other.units = {e03};
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), other), RefusalCode::ReadOnlyStream, {"消E03"}));
}

TEST(DecideDuty, NobodyGoesOffDutyAtWorkOrInDistress) {
    auto const busy = aBoard().with(anIncident().withUnit("E07")).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(busy, deskOf(fire), duty(DutyState::OffDuty)), RefusalCode::UnitHasAssignment,
                        {"消E07", n42}));
    EXPECT_TRUE(ask(busy, deskOf(fire), duty(DutyState::Unavailable, "MECHANICAL")));
    auto const distressed = aBoard().with(aUnit().inDistress()).made();
    EXPECT_TRUE(refuses(ask(distressed, deskOf(fire), duty(DutyState::OffDuty)), RefusalCode::UnitInDistress,
                        {"消E07"}));
}

RegisterUnit engine(std::string_view callsign, DutyState state = DutyState::Available) {
    return {.callsign = *Callsign::of(callsign),
            .kind = code("ENGINE"),
            .group = {},
            .capabilities = {},
            .home = code("FS-1"),
            .homeAddress = "滨江路1号",
            .homePlace = {},
            .duty = state};
}

TEST(DecideRegister, CreatesTheUnitWithTheCapabilitiesOfItsKindAndItsDuty) {
    auto const board = aBoard().with(aUnit("E03").of(police)).made();
    auto const& kinds = deskOf(fire).rules->unitKinds();
    auto asked = engine("E03");
    asked.kind = code(kinds.all().front().code);
    auto const decided = ask(board, deskOf(fire), asked);
    ASSERT_TRUE(decided && decided->size() == 2) << "a callsign is taken inside its agency only";
    auto const& registered = std::get<UnitRegistered>(decided->front().body.fact);
    EXPECT_TRUE(decided->front().stream.isNil());
    EXPECT_EQ(registered.callsign, asked.callsign);
    EXPECT_EQ(registered.capabilities.size(), kinds.all().front().capabilities.size());
    EXPECT_TRUE(std::is_sorted(registered.capabilities.begin(), registered.capabilities.end()));
    EXPECT_EQ(registered.members, (std::vector{police, fire, medical}));
    EXPECT_EQ(decided->front().restricted.joint->address, "滨江路1号");
    EXPECT_EQ(decided->back().stream, StreamId::ofDraft(0));
    EXPECT_EQ(std::get<DutySet>(decided->back().body.fact).duty, DutyState::Available);

    asked.duty = DutyState::OffDuty;
    EXPECT_EQ(ask(board, deskOf(fire), asked)->size(), 1u) << "off duty is where it begins";
}

TEST(DecideRegister, RefusesWhatIsTakenMissingOrUnknown) {
    auto const board = aBoard().with(aUnit("E07")).made();
    auto const known = code(deskOf(fire).rules->unitKinds().all().front().code);
    auto asked = engine("E07");
    asked.kind = known;
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::CallsignTaken, {"消E07"}));
    asked = engine("E08", DutyState::Unavailable);
    asked.kind = known;
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::ReasonRequired, {"OOS"}));
    asked.kind = {};
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::MissingArgument, {"kind"}));
    asked.kind = code("ROCKET");
    EXPECT_EQ(ask(board, deskOf(fire), asked).error().code, RefusalCode::UnknownCode);
    asked.kind = known;
    asked.capabilities = {code("FLYING")};
    EXPECT_EQ(ask(board, deskOf(fire), asked).error().code, RefusalCode::UnknownCode);
    asked.callsign = {};
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::MissingArgument, {"callsign"}));
    asked = engine("E08");
    asked.kind = known;
    asked.homeAddress.assign(513, 'x');
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::LimitReached, {"address", "512"}));
}

TEST(DecideDistress, AnyDeskRaisesItForAnyUnitWhereItWorks) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07", AssignmentState::OnScene))
                           .with(anIncident(n57).withUnit("E07", AssignmentState::EnRoute))
                           .with(aUnit("E07"))
                           .with(aUnit("E03").inDistress().readOnly())
                           .made();
    auto const raised = ask(board, deskOf(medical, {}), RaiseDistress{e07, "墙体倒塌"});
    EXPECT_TRUE(writes(raised, {{e07, DistressRaised{i42}}}));
    EXPECT_EQ(raised->front().restricted.joint->text, "墙体倒塌");
    EXPECT_TRUE(writes(ask(board, deskOf(medical, {}), RaiseDistress{e03, ""}), {{e03, DistressRaised{}}}))
        << "again while it lasts, whatever else";
}

TEST(DecideDistress, OpensAgainWhatWasFinishedOverTheUnit) {
    for (auto const state : {IncidentState::Resolved, IncidentState::Closed}) {
        auto const board = aBoard().with(anIncident().withUnit("E07").in(state)).with(aUnit()).made();
        EXPECT_TRUE(writes(ask(board, deskOf(fire), RaiseDistress{e07, ""}),
                           {{e07, DistressRaised{i42}}, {i42, IncidentReopened{code("DISTRESS")}}}));
    }
}

TEST(DecideDistress, EndsByItsOwnSupervisorWithATypedReason) {
    auto const board = aBoard().with(aUnit("E07").inDistress()).with(aUnit("E03")).made();
    auto const supervisor = deskOf(fire, {Role::Supervisor});
    auto const ended = ask(board, supervisor, EndDistress{e07, {}, "车长通话确认"});
    EXPECT_TRUE(writes(ended, {{e07, DistressEnded{}}}));
    EXPECT_EQ(ended->front().restricted.joint->text, "车长通话确认");
    EXPECT_TRUE(refuses(ask(board, supervisor, EndDistress{e07, code("SAFE"), ""}),
                        RefusalCode::ReasonRequired, {"SAFE"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), EndDistress{e07, {}, "ok"}), RefusalCode::NotSupervisor));
    EXPECT_TRUE(refuses(ask(board, deskOf(police, {Role::Supervisor}), EndDistress{e07, {}, "ok"}),
                        RefusalCode::NotOwnAgency, {"消E07"}));
    EXPECT_TRUE(refuses(ask(board, supervisor, EndDistress{e03, {}, "ok"}), RefusalCode::UnitNotInDistress,
                        {"消E03"}));
}

TEST(DecideWelfare, AsksEveryActiveUnitAlsoThoseOfMergedIncidents) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07").withUnit("A12", AssignmentState::Cleared))
                           .with(anIncident(n57).withUnit("E03").mergedInto(n42))
                           .with(aUnit("E07"))
                           .with(aUnit("E03"))
                           .with(aUnit("A12").of(medical))
                           .made();
    auto const desk = deskOf(police);
    EXPECT_TRUE(writes(ask(board, desk, CheckWelfare{i42, {}, true}),
                       {{i42, WelfareChecked{e07, true}}, {incidentId(n57), WelfareChecked{e03, true}}}));
    EXPECT_TRUE(writes(ask(board, desk, CheckWelfare{i42, {e03}, false}),
                       {{incidentId(n57), WelfareChecked{e03, false}}}));
    EXPECT_TRUE(refuses(ask(board, desk, CheckWelfare{i42, {unitId("A12")}, true}),
                        RefusalCode::UnitNotAssigned, {"急A12", n42}));
    auto const quiet = aBoard().with(anIncident()).made();
    EXPECT_TRUE(refuses(ask(quiet, desk, CheckWelfare{i42, {}, true}), RefusalCode::NobodyAssigned, {n42}));
}

} // namespace
} // namespace ob::core

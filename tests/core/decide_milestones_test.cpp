// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"

namespace ob::core {
namespace {

using enum AssignmentState;

constexpr auto n42 = "20261121-0042";
constexpr auto n57 = "20261121-0057";
IncidentId const i42 = incidentId(n42);
IncidentId const i57 = incidentId(n57);
UnitId const e07 = unitId("E07");
UnitId const e03 = unitId("E03");
AssignmentId const assigned = assignmentId(n42, "E07");

Board boardWith(AssignmentState state) {
    return aBoard().with(anIncident().withUnit("E07", state)).with(aUnit()).made();
}

TEST(DecideMilestones, ForwardSkipsAreAllowedAndBackwardIsACorrection) {
    AssignmentState const milestones[] = {Acknowledged, EnRoute,      Staged,
                                          OnScene,      Transporting, AtDestination};
    for (auto const now :
         {Dispatched, Delivered, Acknowledged, EnRoute, Staged, OnScene, Transporting, AtDestination})
        for (auto const next : milestones) {
            auto const board = boardWith(now);
            auto const plain = ask(board, deskOf(fire), ReachMilestone{{e07}, {}, next});
            auto const corrected = ask(board, deskOf(fire), ReachMilestone{{e07}, {}, next, true});
            EXPECT_TRUE(writes(corrected, {{i42, MilestoneReached{assigned, next, next <= now}}}));
            if (next > now)
                EXPECT_TRUE(writes(plain, {{i42, MilestoneReached{assigned, next, false}}}));
            else if (next == now)
                EXPECT_TRUE(refuses(plain, RefusalCode::AlreadyReached,
                                    {"消E07", std::string(nameOf(next)), "2026-11-21T13:45:00.000Z"}));
            else
                EXPECT_TRUE(refuses(plain, RefusalCode::TransitionNotAllowed,
                                    {"消E07", std::string(nameOf(now)), std::string(nameOf(next))}));
        }
}

TEST(DecideMilestones, OtherStatesAreNotMilestones) {
    for (auto const state : {Planned, Dispatched, Delivered, Cleared, Released, Refused})
        EXPECT_TRUE(refuses(ask(boardWith(Dispatched), deskOf(fire), ReachMilestone{{e07}, {}, state}),
                            RefusalCode::BadArgument, {"milestone", std::string(nameOf(state))}));
}

TEST(DecideMilestones, AnEndedOrPlannedAssignmentReachesNothing) {
    for (auto const state : {Planned, Cleared, Released, Refused}) {
        EXPECT_TRUE(refuses(ask(boardWith(state), deskOf(fire), ReachMilestone{{e07}, {}, OnScene}),
                            RefusalCode::UnitNotAssigned, {"消E07"}));
        EXPECT_TRUE(refuses(ask(boardWith(state), deskOf(fire), ReachMilestone{{e07}, i42, OnScene}),
                            RefusalCode::UnitNotAssigned, {"消E07", n42}));
    }
}

TEST(DecideMilestones, SaidByOwnAgencyOrSenderInAWorkingRole) {
    auto const board = boardWith(Dispatched);
    for (AgencyIndex const agency : {police, fire})
        EXPECT_TRUE(ask(board, deskOf(agency, {Role::CallTaker}), ReachMilestone{{e07}, {}, EnRoute}));
    for (auto const& desk : {deskOf(fire, {}), deskOf(fire, {Role::Auditor}), deskOf(fire, {Role::Admin})})
        EXPECT_TRUE(refuses(ask(board, desk, ReachMilestone{{e07}, {}, EnRoute}), RefusalCode::RoleRequired,
                            {"callTaker", "dispatcher", "dutyOfficer", "supervisor"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical), ReachMilestone{{e07}, {}, EnRoute}),
                        RefusalCode::NotOwnAgency, {"消E07"}));
}

TEST(DecideMilestones, AUnitOnTwoIncidentsNeedsTheIncident) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07"))
                           .with(anIncident(n57).withUnit("E07"))
                           .with(aUnit())
                           .made();
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), ReachMilestone{{e07}, {}, OnScene}),
                        RefusalCode::UnitAssignedTwice, {"消E07", n42, n57}));
    EXPECT_TRUE(writes(ask(board, deskOf(fire), ReachMilestone{{e07}, i57, OnScene}),
                       {{i57, MilestoneReached{assignmentId(n57, "E07"), OnScene, false}}}));
}

TEST(DecideMilestones, SeveralUnitsInOneCommand) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07"))
                           .with(anIncident(n57).withUnit("E03"))
                           .with(aUnit("E07"))
                           .with(aUnit("E03"))
                           .made();
    EXPECT_TRUE(writes(ask(board, deskOf(fire), ReachMilestone{{e03, e07}, {}, OnScene}),
                       {{i57, MilestoneReached{assignmentId(n57, "E03"), OnScene, false}},
                        {i42, MilestoneReached{assigned, OnScene, false}}}));
}

TEST(DecideMilestones, ATypedTimeIsNotBeforeTheDispatch) {
    auto const at = [](char const* time, Source source) {
        return askLate(boardWith(Dispatched), deskOf(fire), ReachMilestone{{e07}, {}, OnScene}, instant(time),
                       source);
    };
    EXPECT_TRUE(at("2026-11-21T13:45:00Z", Source::Radio));
    EXPECT_TRUE(refuses(at("2026-11-21T13:44:00Z", Source::Radio), RefusalCode::BeforeDispatch,
                        {"消E07", "2026-11-21T13:45:00.000Z"}));
    EXPECT_TRUE(at("2026-11-21T13:44:00Z", Source::Import));
}

TEST(DecideClear, NeedsArrivalAndADisposition) {
    auto const clear = [](AssignmentState state, Code const& disposition) {
        return ask(boardWith(state), deskOf(fire), ClearUnits{{e07}, {}, disposition});
    };
    for (auto const state : {Dispatched, Delivered, Acknowledged, EnRoute, Staged})
        EXPECT_TRUE(refuses(clear(state, code("HANDLED")), RefusalCode::NotYetOnScene, {"消E07"}));
    for (auto const state : {OnScene, Transporting, AtDestination}) {
        EXPECT_TRUE(
            writes(clear(state, code("HANDLED")), {{i42, AssignmentCleared{assigned, code("HANDLED")}}}));
        EXPECT_TRUE(refuses(clear(state, {}), RefusalCode::DispositionRequired, {n42}));
    }
    auto const unknown = clear(OnScene, code("MAGIC"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, RefusalCode::UnknownCode);
}

TEST(DecideRefuse, ByOwnAgencyBeforeArrivalWithACode) {
    auto const refuse = [](AssignmentState state, AgencyIndex agency, Code const& reason) {
        return ask(boardWith(state), deskOf(agency), RefuseAssignment{e07, {}, reason});
    };
    for (auto const state : {Dispatched, Delivered, Acknowledged, EnRoute, Staged})
        EXPECT_TRUE(writes(refuse(state, fire, code("NO-CREW")),
                           {{i42, AssignmentRefused{assigned, code("NO-CREW")}}}));
    EXPECT_TRUE(refuses(refuse(OnScene, fire, code("NO-CREW")), RefusalCode::TransitionNotAllowed,
                        {"消E07", "onScene", "refused"}));
    EXPECT_TRUE(refuses(refuse(Dispatched, police, code("NO-CREW")), RefusalCode::NotOwnAgency, {"消E07"}));
    EXPECT_TRUE(refuses(refuse(Dispatched, fire, {}), RefusalCode::ReasonRequired, {"REFUSE"}));
}

TEST(DecideDelivery, ByVoiceNamesWhoWasTold) {
    auto const board = boardWith(Dispatched);
    auto const told = ask(board, deskOf(police), RecordDelivery{e07, {}, DeliveryMeans::Voice, "周"});
    EXPECT_TRUE(writes(told, {{i42, AssignmentDelivered{assigned, DeliveryMeans::Voice}}}));
    ASSERT_TRUE(told && told->front().restricted.personal);
    EXPECT_EQ(told->front().restricted.personal->contactName, "周");
    EXPECT_FALSE(told->front().restricted.joint) << "a person's name is nobody else's business";

    EXPECT_TRUE(refuses(ask(board, deskOf(police), RecordDelivery{e07, {}, DeliveryMeans::Voice, ""}),
                        RefusalCode::MissingArgument, {"contact"}));
    EXPECT_TRUE(writes(ask(board, deskOf(fire), RecordDelivery{e07, {}, DeliveryMeans::Machine, ""}),
                       {{i42, AssignmentDelivered{assigned, DeliveryMeans::Machine}}}));
    EXPECT_TRUE(refuses(
        ask(board, deskOf(fire), RecordDelivery{e07, {}, DeliveryMeans::Voice, std::string(257, 'x')}),
        RefusalCode::LimitReached, {"contact", "256"}));
}

TEST(DecideDelivery, OnlyOnce) {
    EXPECT_TRUE(
        refuses(ask(boardWith(Delivered), deskOf(fire), RecordDelivery{e07, {}, DeliveryMeans::Machine, ""}),
                RefusalCode::AlreadyReached, {"消E07", "delivered", "2026-11-21T13:45:00.000Z"}));
    EXPECT_TRUE(
        refuses(ask(boardWith(EnRoute), deskOf(fire), RecordDelivery{e07, {}, DeliveryMeans::Machine, ""}),
                RefusalCode::AlreadyReached, {"消E07", "enRoute", "2026-11-21T13:45:00.000Z"}));
}

} // namespace
} // namespace ob::core

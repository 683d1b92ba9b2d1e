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

TEST(DecideLead, OfferedByWhoAnswersForItOrASupervisor) {
    OfferLead const asked{i42, medical, code("RESCUE"), code("R-3.2")};
    auto const board = aBoard().with(anIncident().leadBy(fire)).made();
    for (AgencyIndex const agency : {police, fire})
        EXPECT_TRUE(writes(ask(board, deskOf(agency), asked),
                           {{i42, LeadOffered{medical, code("RESCUE"), code("R-3.2")}}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical), asked), RefusalCode::NotLead, {n42}));
    EXPECT_TRUE(ask(board, deskOf(medical, {Role::Supervisor}), asked));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), OfferLead{i42, fire, {}, {}}), RefusalCode::AlreadyInState,
                        {n42, "FD"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), OfferLead{i42, AgencyIndex{9}, {}, {}}),
                        RefusalCode::UnknownAgency, {"9"}));
    EXPECT_EQ(ask(board, deskOf(fire), OfferLead{i42, medical, code("LUNCH"), {}}).error().code,
              RefusalCode::UnknownCode);
    auto const closed = aBoard().with(anIncident().in(IncidentState::Closed)).made();
    EXPECT_TRUE(refuses(ask(closed, deskOf(police), asked), RefusalCode::IncidentNotOpen, {n42, "closed"}));
}

TEST(DecideLead, AcceptedByTheAgencyThatWasAsked) {
    auto const board = aBoard().with(anIncident().offeredTo(fire, eventId("offer"))).made();
    EXPECT_TRUE(writes(ask(board, deskOf(fire), AcceptLead{i42}), {{i42, LeadAccepted{eventId("offer")}}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical), AcceptLead{i42}), RefusalCode::NotOffered, {n42}));
}

TEST(DecideLead, ReleasedByTheLead) {
    auto const board = aBoard().with(anIncident().leadBy(fire)).made();
    EXPECT_TRUE(writes(ask(board, deskOf(fire), ReleaseLead{i42, code("PHASE-OVER")}),
                       {{i42, LeadReleased{code("PHASE-OVER")}}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), ReleaseLead{i42, {}}), RefusalCode::NotLead, {n42}));
    EXPECT_EQ(ask(board, deskOf(fire), ReleaseLead{i42, code("LUNCH")}).error().code,
              RefusalCode::UnknownCode);
}

TEST(DecideMembers, GrantedByTheCreator) {
    auto const board =
        aBoard().with(anIncident().without(medical)).with(aUnit().readOnly()).with(aPolicy(police)).made();
    EXPECT_TRUE(writes(ask(board, deskOf(police), GrantMember{i42, medical, true}),
                       {{i42, MemberGranted{medical, true}}}));
    EXPECT_TRUE(writes(ask(board, deskOf(police), GrantMember{policyId(police), medical, false}),
                       {{policyId(police), MemberGranted{medical, false}}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), GrantMember{i42, medical, false}),
                        RefusalCode::NotFirstReceiver, {n42}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), GrantMember{policyId(police), medical, false}),
                        RefusalCode::NotOwnAgency, {"PD"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), GrantMember{i42, fire, false}),
                        RefusalCode::AlreadyInState, {n42, "FD"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), GrantMember{i42, AgencyIndex{9}, false}),
                        RefusalCode::UnknownAgency, {"9"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), GrantMember{e07, police, true}), RefusalCode::ReadOnlyStream,
                        {"消E07"}));
    StreamId const nowhere = incidentId(n57);
    EXPECT_TRUE(refuses(ask(board, deskOf(police), GrantMember{nowhere, fire, false}),
                        RefusalCode::UnknownIncident, {nowhere.hex().substr(0, 8)}));
}

TEST(DecideMembers, LeaveByThemselvesOrByTheCreatorButNotWhoAnswersForIt) {
    auto const board = aBoard().with(anIncident().leadBy(fire)).with(aUnit().readOnly()).made();
    for (AgencyIndex const agency : {police, medical})
        EXPECT_TRUE(
            writes(ask(board, deskOf(agency), LeaveStream{i42, medical}), {{i42, MemberLeft{medical}}}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(fire), LeaveStream{i42, medical}), RefusalCode::NotFirstReceiver, {n42}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), LeaveStream{i42, fire}), RefusalCode::StillResponsible,
                        {n42, "FD"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), LeaveStream{i42, police}), RefusalCode::StillResponsible,
                        {n42, "PD"}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(police), LeaveStream{i42, AgencyIndex{9}}), RefusalCode::NotMember, {n42}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(fire), LeaveStream{e07, medical}), RefusalCode::ReadOnlyStream, {"消E07"}));
    EXPECT_EQ(ask(board, deskOf(fire), LeaveStream{incidentId(n57), fire}).error().code,
              RefusalCode::UnknownIncident);
}

TEST(DecidePolicy, TheFirstGrantOpensThePolicy) {
    auto const desk = deskOf(fire, {Role::Supervisor});
    SetDispatchGrant const asked{code("PUMPS"), police, DispatchGrant::Direct};
    DispatchGrantSet const expected{code("PUMPS"), police, DispatchGrant::Direct};
    EXPECT_TRUE(writes(ask(Board(), desk, asked),
                       {{{}, PolicyOpened{{police, fire, medical}}}, {StreamId::ofDraft(0), expected}}));
    auto const board = aBoard().with(aPolicy(fire)).made();
    EXPECT_TRUE(writes(ask(board, desk, asked), {{policyId(fire), expected}}));
    EXPECT_TRUE(ask(board, deskOf(fire, {Role::Admin}), asked));
}

TEST(DecidePolicy, PositionsAreSharedAsASupervisorSays) {
    auto const desk = deskOf(fire, {Role::Supervisor});
    SetPositionSharing const asked{
        police, {.isWithheld = false, .gridMetres = 500, .delay = Duration::ofSeconds(60)}};
    PositionSharingSet const expected{police, false, 500, Duration::ofSeconds(60)};
    auto const board = aBoard().with(aPolicy(fire)).made();
    EXPECT_TRUE(writes(ask(board, desk, asked), {{policyId(fire), expected}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::RoleRequired, {"supervisor", "admin"}));
    auto tooCoarse = asked;
    tooCoarse.how.gridMetres = 50'001;
    EXPECT_TRUE(refuses(ask(board, desk, tooCoarse), RefusalCode::BadArgument, {"grid", "50001"}));
    auto tooLate = asked;
    tooLate.how.delay = Duration::ofMinutes(61);
    EXPECT_TRUE(refuses(ask(board, desk, tooLate), RefusalCode::BadArgument, {"delay", "3660000"}));
    EXPECT_TRUE(refuses(ask(board, desk, SetPositionSharing{police, {}}), RefusalCode::AlreadyInState,
                        {"PD", "shared"}))
        << "as it is without a word";
}

TEST(DecidePolicy, GrantsAreForSupervisorsAndToOthers) {
    SetDispatchGrant const asked{{}, police, DispatchGrant::Direct};
    auto const desk = deskOf(fire, {Role::Supervisor});
    EXPECT_TRUE(
        refuses(ask(Board(), deskOf(fire), asked), RefusalCode::RoleRequired, {"supervisor", "admin"}));
    EXPECT_TRUE(refuses(ask(Board(), desk, SetDispatchGrant{{}, fire, DispatchGrant::Direct}),
                        RefusalCode::BadArgument, {"agency", "FD"}));
    EXPECT_TRUE(refuses(ask(Board(), desk, SetDispatchGrant{{}, AgencyIndex{9}, DispatchGrant::Direct}),
                        RefusalCode::UnknownAgency, {"9"}));
    auto const same = aBoard().with(aPolicy(fire).granting(police, DispatchGrant::Direct)).made();
    EXPECT_TRUE(refuses(ask(same, desk, asked), RefusalCode::AlreadyInState, {"PD", "direct"}));
    auto const newer = aBoard().with(aPolicy(fire).readOnly()).made();
    EXPECT_TRUE(refuses(ask(newer, desk, asked), RefusalCode::ReadOnlyStream, {"FD"}));
}

TEST(DecideConflicts, SettledWhereTheyAreShown) {
    auto const board = aBoard()
                           .with(anIncident(n42).withUnit("E07").without(medical))
                           .with(anIncident(n57).withUnit("E07").without(medical))
                           .with(aUnit())
                           .made();
    auto const conflicts = board.conflicts();
    ASSERT_EQ(conflicts.size(), 1u);
    SettleConflict const asked{conflicts.front().id};
    EXPECT_TRUE(writes(ask(board, deskOf(fire), asked),
                       {{conflicts.front().stream, ConflictSettled{asked.conflict}}}));
    auto const stranger = ask(board, deskOf(medical), asked);
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().code, RefusalCode::NotMember);
    EXPECT_TRUE(refuses(ask(Board(), deskOf(fire), asked), RefusalCode::NothingToSettle,
                        {asked.conflict.hex().substr(0, 8)}));
}

TEST(DecideNoDuff, OnlyInADrillAndOncePerAgency) {
    EXPECT_TRUE(refuses(ask(Board(), deskOf(fire), DeclareNoDuff{}), RefusalCode::NotDrill));
    EXPECT_TRUE(
        writes(ask(Board(), drillDeskOf(fire, {}), DeclareNoDuff{}),
               {{{}, PolicyOpened{{police, fire, medical}}}, {StreamId::ofDraft(0), NoDuffDeclared{}}}));
    auto const board = aBoard().with(aPolicy(fire)).made();
    EXPECT_TRUE(
        writes(ask(board, drillDeskOf(fire, {}), DeclareNoDuff{}), {{policyId(fire), NoDuffDeclared{}}}));
    EXPECT_TRUE(
        refuses(ask(board, drillDeskOf(fire), DeclareNoDuff{true}), RefusalCode::AlreadyInState, {"NODUFF"}));
}

TEST(DecideNoDuff, FreezesAllButDistressNotesAndItsEnd) {
    auto const board =
        aBoard().with(anIncident()).with(aUnit().inDistress()).with(aPolicy(fire).frozen()).made();
    auto const supervisor = drillDeskOf(fire, {Role::Supervisor});
    EXPECT_TRUE(ask(board, supervisor, RaiseDistress{e07, {}}));
    EXPECT_TRUE(ask(board, supervisor, EndDistress{e07, {}, "安全"}));
    EXPECT_TRUE(ask(board, supervisor, AddNote{i42, "停"}));
    EXPECT_TRUE(writes(ask(board, supervisor, DeclareNoDuff{true}), {{policyId(fire), NoDuffEnded{}}}));
    EXPECT_TRUE(refuses(ask(board, drillDeskOf(fire), DeclareNoDuff{true}), RefusalCode::NotSupervisor));
    EXPECT_TRUE(refuses(ask(board, drillDeskOf(police, {Role::Trainer}), DeclareNoDuff{true}),
                        RefusalCode::NotOwnAgency, {"NODUFF"}));
    for (Intent const& intent : {Intent(DispatchUnits{{e07}, i42, {}}), Intent(TakeIncident{i42}),
                                 Intent(CloseIncident{i42, code("HANDLED"), {}}), Intent(DeclareNoDuff{})})
        EXPECT_TRUE(refuses(ask(board, supervisor, intent), RefusalCode::DrillFrozen));
}

} // namespace
} // namespace ob::core

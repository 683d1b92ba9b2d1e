// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"

namespace ob::core {
namespace {

using enum IncidentState;

constexpr auto n42 = "20261121-0042";
constexpr auto n57 = "20261121-0057";
IncidentId const i42 = incidentId(n42);
IncidentId const i57 = incidentId(n57);

TEST(DecideLinks, ALinkIsToldOnBothSides) {
    auto const board = aBoard().with(anIncident(n42)).with(anIncident(n57).in(Closed)).made();
    auto const decided = ask(board, deskOf(fire), LinkIncidents{i42, i57, LinkRelation::Parent, "同一路口"});
    EXPECT_TRUE(writes(decided, {{i42, IncidentLinked{i57, LinkRelation::Parent}},
                                 {i57, IncidentLinked{i42, LinkRelation::Part}}}));
    EXPECT_EQ(decided->front().restricted.joint->text, "同一路口");
}

TEST(DecideLinks, NotToItselfNotTwiceNotToAMergedOne) {
    auto const desk = deskOf(fire);
    auto const linked =
        aBoard().with(anIncident(n42).linkedTo(n57)).with(anIncident(n57).linkedTo(n42)).made();
    EXPECT_TRUE(refuses(ask(linked, desk, LinkIncidents{i42, i42, LinkRelation::Related, {}}),
                        RefusalCode::SameIncident, {n42}));
    EXPECT_TRUE(refuses(ask(linked, desk, LinkIncidents{i42, i57, LinkRelation::Related, {}}),
                        RefusalCode::AlreadyLinked, {n42, n57}));
    EXPECT_TRUE(ask(linked, desk, LinkIncidents{i42, i57, LinkRelation::Part, {}})) << "another relation";
    auto const half = aBoard().with(anIncident(n42).linkedTo(n57)).with(anIncident(n57)).made();
    EXPECT_TRUE(ask(half, desk, LinkIncidents{i42, i57, LinkRelation::Related, {}}))
        << "makes the other side";
    auto const merged = aBoard().with(anIncident(n42)).with(anIncident(n57).mergedInto(n42)).made();
    EXPECT_TRUE(refuses(ask(merged, desk, LinkIncidents{i42, i57, LinkRelation::Related, {}}),
                        RefusalCode::IncidentNotOpen, {n57, "merged"}));
}

TEST(DecideLinks, UnlinkingTakesBackTheSidesThatAreThere) {
    auto const desk = deskOf(fire);
    auto const linked =
        aBoard().with(anIncident(n42).linkedTo(n57)).with(anIncident(n57).linkedTo(n42)).made();
    EXPECT_TRUE(writes(ask(linked, desk, UnlinkIncidents{i42, i57}),
                       {{i42, IncidentUnlinked{i57}}, {i57, IncidentUnlinked{i42}}}));
    auto const half = aBoard().with(anIncident(n42)).with(anIncident(n57).linkedTo(n42)).made();
    EXPECT_TRUE(writes(ask(half, desk, UnlinkIncidents{i42, i57}), {{i57, IncidentUnlinked{i42}}}));
    auto const apart = aBoard().with(anIncident(n42)).with(anIncident(n57)).made();
    EXPECT_TRUE(refuses(ask(apart, desk, UnlinkIncidents{i42, i57}), RefusalCode::NotLinked, {n42, n57}));
}

TEST(DecideMerge, MovesActiveAssignments) {
    auto const board = aBoard()
                           .with(anIncident(n42)
                                     .withUnit("E07")
                                     .withUnit("E03", AssignmentState::Cleared)
                                     .withUnit("A12", AssignmentState::Planned)
                                     .withUnit("E09", AssignmentState::OnScene))
                           .with(anIncident(n57))
                           .made();
    auto const decided = ask(board, deskOf(police), MergeIncident{i42, i57, "同一起火点"});
    EXPECT_TRUE(
        writes(decided, {{i42, MergedInto{i57, {assignmentId(n42, "E07"), assignmentId(n42, "E09")}}}}));
    EXPECT_EQ(decided->front().restricted.joint->text, "同一起火点");
}

TEST(DecideMerge, BothAreLiveAndDifferent) {
    auto const desk = deskOf(police);
    for (auto const state : {Open, Resolved, Closed, Merged, Referred, Voided}) {
        bool const live = state == Open || state == Resolved;
        auto const absorbed = aBoard().with(anIncident(n42).in(state)).with(anIncident(n57)).made();
        auto const survivor = aBoard().with(anIncident(n42)).with(anIncident(n57).in(state)).made();
        auto const first = ask(absorbed, desk, MergeIncident{i42, i57, "x"});
        auto const second = ask(survivor, desk, MergeIncident{i42, i57, "x"});
        if (live) {
            EXPECT_TRUE(first && second) << nameOf(state);
            continue;
        }
        EXPECT_TRUE(refuses(first, RefusalCode::IncidentNotOpen, {n42, std::string(nameOf(state))}));
        EXPECT_TRUE(refuses(second, RefusalCode::IncidentNotOpen, {n57, std::string(nameOf(state))}));
    }
    auto const board = aBoard().with(anIncident(n42)).with(anIncident(n57).mergedInto(n42)).made();
    EXPECT_TRUE(refuses(ask(board, desk, MergeIncident{i42, i42, "x"}), RefusalCode::SameIncident, {n42}));
    EXPECT_TRUE(refuses(ask(board, desk, MergeIncident{i42, i57, "x"}), RefusalCode::MergeCycle, {n42, n57}));
}

TEST(DecideMerge, UnitsAtWorkNeedAnOpenSurvivor) {
    auto const board =
        aBoard().with(anIncident(n42).withUnit("E07")).with(anIncident(n57).in(Resolved)).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(police), MergeIncident{i42, i57, "x"}),
                        RefusalCode::IncidentNotOpen, {n57, "resolved"}));
}

TEST(DecideMerge, OneLeadForBothOrASupervisorWithATypedReason) {
    auto const board = aBoard().with(anIncident(n42)).with(anIncident(n57).leadBy(fire)).made();
    MergeIncident const asked{i42, i57, "同一起火点"};
    EXPECT_TRUE(refuses(ask(board, deskOf(police), asked), RefusalCode::NotLead, {n57}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::NotLead, {n42}));
    EXPECT_TRUE(ask(board, deskOf(medical, {Role::Supervisor}), asked));
    EXPECT_TRUE(refuses(ask(board, deskOf(medical, {Role::Supervisor}), MergeIncident{i42, i57, ""}),
                        RefusalCode::ReasonRequired, {"MERGE"}));
    EXPECT_EQ(ask(board, deskOf(police, {Role::CallTaker}), asked).error().code, RefusalCode::RoleRequired);
}

TEST(DecideSplit, UndoesAMerge) {
    auto const board = aBoard().with(anIncident(n42).mergedInto(n57)).with(anIncident(n57)).made();
    EXPECT_TRUE(
        writes(ask(board, deskOf(police), SplitIncident{i42, "两处起火"}), {{i42, MergeUndone{i57}}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), SplitIncident{i42, ""}), RefusalCode::NotLead, {n42}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), SplitIncident{i57, ""}), RefusalCode::TransitionNotAllowed,
                        {n57, "open", "open"}));
}

TEST(DecideSplit, EndsACycleOfMerges) {
    auto const board =
        aBoard().with(anIncident(n42).mergedInto(n57)).with(anIncident(n57).mergedInto(n42)).made();
    ASSERT_TRUE(board.incident(i42)->isOpen()) << "in a cycle neither is merged";
    EXPECT_TRUE(writes(ask(board, deskOf(police), SplitIncident{i42, ""}), {{i42, MergeUndone{i57}}}));
}

} // namespace
} // namespace ob::core

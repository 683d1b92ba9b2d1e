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
constexpr auto checked = "HAZ-LEAK"; // wants a verifier; FIRE-STRUCT does not

CloseIncident closing(std::string_view how = "HANDLED") {
    return {.incident = i42, .code = code(how), .text = {}};
}

TEST(DecideClosing, ResolvesAndClosesAtOnceWhatNeedsNoCheck) {
    auto const board = aBoard().with(anIncident().leadBy(fire)).made();
    EXPECT_TRUE(writes(ask(board, deskOf(fire), closing()), {{i42, IncidentResolved{code("HANDLED")}},
                                                             {i42, IncidentClosed{code("HANDLED"), true}}}));
}

TEST(DecideClosing, OnlyResolvesWhatIsToBeChecked) {
    auto asked = closing();
    asked.text = "已堵漏";
    for (char const* type : {checked, "FROM-A-NEWER-BOOK"}) {
        auto const board = aBoard().with(anIncident().ofType(type)).made();
        auto const decided = ask(board, deskOf(police), asked);
        EXPECT_TRUE(writes(decided, {{i42, IncidentResolved{code("HANDLED")}}}));
        EXPECT_EQ(decided->front().restricted.joint->text, "已堵漏");
    }
}

TEST(DecideClosing, TheLeadResolvesElseTheFirstReceiver) {
    auto const led = aBoard().with(anIncident().leadBy(fire)).made();
    EXPECT_TRUE(
        refuses(ask(led, deskOf(police, {Role::Supervisor}), closing()), RefusalCode::NotLead, {n42}));
    auto const vacant = aBoard().with(anIncident()).made();
    EXPECT_TRUE(ask(vacant, deskOf(police), closing()));
    EXPECT_TRUE(refuses(ask(vacant, deskOf(fire), closing()), RefusalCode::NotLead, {n42}));
}

TEST(DecideClosing, NotOverWorkOrDistress) {
    auto const busy = aBoard()
                          .with(anIncident(n42).withUnit("E07", AssignmentState::OnScene))
                          .with(anIncident(n57).withUnit("E03").mergedInto(n42))
                          .with(aUnit("E07"))
                          .with(aUnit("E03"))
                          .made();
    EXPECT_TRUE(refuses(ask(busy, deskOf(police), closing()), RefusalCode::ActiveAssignments,
                        {n42, "消E07", "消E03"}));
    auto const atWork = aBoard()
                            .with(anIncident().withUnit("E07", AssignmentState::OnScene))
                            .with(aUnit().inDistress())
                            .made();
    EXPECT_TRUE(refuses(ask(atWork, deskOf(police), closing()), RefusalCode::UnitInDistress, {"消E07"}));
    auto const missed = aBoard()
                            .with(anIncident(n42))
                            .with(anIncident(n57).mergedInto(n42))
                            .with(aUnit("E07").inDistress(n42))
                            .with(aUnit("E03").inDistress(n57))
                            .made();
    EXPECT_TRUE(
        refuses(ask(missed, deskOf(police), closing()), RefusalCode::UnitInDistress, {"消E03", "消E07"}));
    auto const elsewhere = aBoard().with(anIncident()).with(aUnit().inDistress(n57)).made();
    EXPECT_TRUE(ask(elsewhere, deskOf(police), closing()));
}

TEST(DecideClosing, NeedsADispositionOfTheList) {
    auto const board = aBoard().with(anIncident()).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(police), closing("")), RefusalCode::DispositionRequired, {n42}));
    EXPECT_EQ(ask(board, deskOf(police), closing("MAGIC")).error().code, RefusalCode::UnknownCode);
}

TEST(DecideClosing, PlansEndWithTheIncident) {
    auto const board =
        aBoard().with(anIncident().ofType(checked).withUnit("E07", AssignmentState::Planned)).made();
    EXPECT_TRUE(writes(ask(board, deskOf(police), closing()),
                       {{i42, AssignmentReleased{assignmentId(n42, "E07"), code("NOT-NEEDED"), {}}},
                        {i42, IncidentResolved{code("HANDLED")}}}));
}

TEST(DecideClosing, TheVerifierIsNotTheResolver) {
    struct Row {
        char const* what;
        IncidentBuilder incident;
        AgencyIndex agency;
        char const* operatorName;
        bool allowed;
    };
    auto const resolved = [] { return anIncident().ofType(checked).leadBy(fire); };
    for (Row const& row : {
             Row{"same person", resolved().resolvedBy("D1", "Li"), fire, "Li", false},
             Row{"same person elsewhere", resolved().resolvedBy("D9", "Li"), fire, "Li", false},
             Row{"next shift at the position", resolved().resolvedBy("D1", "Wu"), fire, "Li", true},
             Row{"unknown person, same position", resolved().resolvedBy("D1"), fire, "Li", false},
             Row{"unknown person, other position", resolved().resolvedBy("D9"), fire, "Li", true},
             Row{"nobody signed in", resolved().resolvedBy("D1", "Wu"), fire, "", false},
             Row{"another agency", resolved().resolvedBy("D1"), police, "Li", true},
         }) {
        auto const board = aBoard().with(row.incident).made();
        auto desk = deskOf(row.agency);
        desk.operatorName = row.operatorName;
        auto const decided = ask(board, desk, closing("PASSED"));
        if (row.allowed)
            EXPECT_TRUE(writes(decided, {{i42, IncidentClosed{code("PASSED"), false}}})) << row.what;
        else
            EXPECT_TRUE(refuses(decided, RefusalCode::SameOperator, {n42})) << row.what;
    }
}

TEST(DecideClosing, VerifyingNeedsAResultAndNobodyAtWork) {
    auto const resolved = [] { return anIncident().ofType(checked).resolvedBy("D9", "Wu"); };
    auto const board = aBoard().with(resolved()).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(police), closing("")), RefusalCode::DispositionRequired, {n42}));
    EXPECT_TRUE(ask(board, deskOf(police), closing("HANDLED"))) << "CLOSE types codes of dispositions";
    EXPECT_EQ(ask(board, deskOf(police), closing("MAGIC")).error().code, RefusalCode::UnknownCode);
    auto const busy = aBoard().with(resolved().withUnit("E07")).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(busy, deskOf(police), closing("PASSED")), RefusalCode::ActiveAssignments,
                        {n42, "消E07"}));
}

/// What a command gives in each state of the incident, when all else is right.
void expectByState(Intent const& intent, std::initializer_list<IncidentState> allowed,
                   std::optional<RefusalCode> inOthers) {
    for (auto const state : {Open, Resolved, Closed, Merged, Referred, Voided}) {
        auto const board = aBoard().with(anIncident().in(state)).made();
        auto const decided = ask(board, deskOf(police), intent);
        if (std::find(allowed.begin(), allowed.end(), state) != allowed.end()) {
            EXPECT_TRUE(decided) << nameOf(state);
            continue;
        }
        ASSERT_FALSE(decided) << nameOf(state);
        EXPECT_EQ(decided.error().code, inOthers) << nameOf(state);
        EXPECT_EQ(decided.error().subjects.front(), n42);
        EXPECT_EQ(decided.error().subjects.at(1), nameOf(state));
    }
}

TEST(DecideClosing, FromWhichState) {
    expectByState(closing(), {Open, Resolved}, RefusalCode::IncidentNotOpen);
    expectByState(VoidIncident{i42, code("MISTAKE")}, {Open}, RefusalCode::IncidentNotOpen);
    expectByState(ReferIncident{i42, code("12345"), {}, {}}, {Open}, RefusalCode::IncidentNotOpen);
    auto const open = aBoard().with(anIncident()).made();
    EXPECT_TRUE(refuses(ask(open, deskOf(police), ReopenIncident{i42, code("RECURRED"), {}}),
                        RefusalCode::IncidentStillOpen, {n42}));
}

TEST(DecideReopen, ByLeadFirstReceiverOrSupervisorWithAReason) {
    for (auto const state : {Resolved, Closed}) {
        auto const board = aBoard().with(anIncident().leadBy(fire).in(state)).made();
        ReopenIncident const asked{i42, code("RECURRED"), {}};
        for (AgencyIndex const agency : {police, fire})
            EXPECT_TRUE(
                writes(ask(board, deskOf(agency), asked), {{i42, IncidentReopened{code("RECURRED")}}}));
        EXPECT_TRUE(refuses(ask(board, deskOf(medical), asked), RefusalCode::NotLead, {n42}));
        EXPECT_TRUE(ask(board, deskOf(medical, {Role::Supervisor}), asked));
        EXPECT_TRUE(refuses(ask(board, deskOf(fire), ReopenIncident{i42, {}, {}}),
                            RefusalCode::ReasonRequired, {"REOPEN"}));
        auto const inWords = ask(board, deskOf(fire), ReopenIncident{i42, {}, "又冒烟"});
        ASSERT_TRUE(inWords);
        EXPECT_EQ(inWords->front().restricted.joint->text, "又冒烟");
        EXPECT_EQ(ask(board, deskOf(fire), ReopenIncident{i42, code("MAGIC"), {}}).error().code,
                  RefusalCode::UnknownCode);
    }
    for (auto const state : {Merged, Referred, Voided}) {
        auto const board = aBoard().with(anIncident().in(state)).made();
        EXPECT_TRUE(refuses(ask(board, deskOf(police), ReopenIncident{i42, code("RECURRED"), {}}),
                            RefusalCode::TransitionNotAllowed, {n42, std::string(nameOf(state)), "open"}));
    }
}

TEST(DecideVoid, OnlyWhatNobodyWentTo) {
    VoidIncident const asked{i42, code("MISTAKE")};
    auto const board = aBoard()
                           .with(anIncident()
                                     .withUnit("E07", AssignmentState::Refused)
                                     .withUnit("E03", AssignmentState::Planned))
                           .made();
    EXPECT_TRUE(writes(ask(board, deskOf(police), asked),
                       {{i42, AssignmentReleased{assignmentId(n42, "E03"), code("NOT-NEEDED"), {}}},
                        {i42, IncidentVoided{code("MISTAKE")}}}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(police), VoidIncident{i42, {}}), RefusalCode::ReasonRequired, {"VOID"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::NotLead, {n42}));
    EXPECT_TRUE(ask(board, deskOf(fire, {Role::Supervisor}), asked));
    EXPECT_EQ(ask(board, deskOf(police, {Role::CallTaker}), asked).error().code, RefusalCode::RoleRequired);
    auto const busy = aBoard().with(anIncident().withUnit("E07")).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(busy, deskOf(police), asked), RefusalCode::ActiveAssignments, {n42, "消E07"}));
    for (auto const state : {AssignmentState::OnScene, AssignmentState::AtDestination}) {
        auto visited = *anIncident().withUnit("E07", state).made();
        visited.assignments.front().state = AssignmentState::Released;
        Board been;
        ChangeSet changes;
        been.put(std::make_shared<Incident const>(visited), changes);
        EXPECT_TRUE(refuses(ask(been, deskOf(police), asked), RefusalCode::SomebodyWasOnScene, {n42}));
    }
}

TEST(DecideRefer, ByTheFirstReceiverToAKnownTarget) {
    auto const board = aBoard().with(anIncident().leadBy(fire)).made();
    ReferIncident const asked{i42, code("12345"), code("NOT-URGENT"), code("HL-7")};
    EXPECT_TRUE(writes(ask(board, deskOf(police), asked),
                       {{i42, IncidentReferred{code("12345"), code("NOT-URGENT"), code("HL-7")}}}));
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::NotFirstReceiver, {n42}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), ReferIncident{i42, {}, {}, {}}),
                        RefusalCode::MissingArgument, {"target"}));
    EXPECT_EQ(ask(board, deskOf(police), ReferIncident{i42, code("MARS"), {}, {}}).error().code,
              RefusalCode::UnknownCode);
    EXPECT_EQ(ask(board, deskOf(police), ReferIncident{i42, code("12345"), code("MAGIC"), {}}).error().code,
              RefusalCode::UnknownCode);
    auto const busy = aBoard().with(anIncident().withUnit("E07")).with(aUnit()).made();
    EXPECT_TRUE(refuses(ask(busy, deskOf(police), asked), RefusalCode::ActiveAssignments, {n42, "消E07"}));
}

} // namespace
} // namespace ob::core

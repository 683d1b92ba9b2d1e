// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/decisions.h"
#include "tests/support/desk_world.h"
#include "tests/support/event_generators.h"
#include "tests/support/intent_generator.h"

#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

bool isCreating(Fact const& fact) {
    return std::holds_alternative<IncidentOpened>(fact) || std::holds_alternative<UnitRegistered>(fact)
           || std::holds_alternative<PolicyOpened>(fact);
}

bool isOnBoard(Board const& board, StreamId stream) {
    if (board.incident(stream) || board.unit(stream)) return true;
    for (AgencyIndex const agency : {police, fire, medical})
        if (auto const policy = board.policy(agency); policy && policy->id == stream) return true;
    return false;
}

/// In a stream of the board, or in one that an earlier draft creates.
bool namesAKnownStream(Draft const& draft, std::size_t at, Drafts const& drafts, Board const& board) {
    if (draft.stream.isNil()) return isCreating(draft.body.fact);
    auto const earlier = draft.stream.draft();
    if (earlier) return *earlier < at && isCreating(drafts[*earlier].body.fact);
    return isOnBoard(board, draft.stream);
}

/// The same things, put on the board in the opposite order.
Board reversed(DeskWorld const& world) {
    Board board;
    ChangeSet changes;
    for (auto id = world.incidents().rbegin(); id != world.incidents().rend(); ++id)
        board.put(world.board().incident(*id), changes);
    for (auto id = world.units().rbegin(); id != world.units().rend(); ++id)
        board.put(world.board().unit(*id), changes);
    for (AgencyIndex const agency : {medical, fire, police})
        if (auto const policy = world.board().policy(agency)) board.put(policy, changes);
    return board;
}

void runOneCommand(DeskWorld& world, ValueSource& values) {
    Intent const intent = intentFrom(world, values);
    Context const desk = operatorFrom(values);
    Board const before = world.board();
    auto const drafts = world.run(desk, intent);
    if (!drafts) return;
    // A row of another system may say nothing new.
    RC_ASSERT(!drafts->empty() || std::holds_alternative<KeepRecord>(intent));
    for (std::size_t at = 0; at < drafts->size(); ++at)
        RC_ASSERT(namesAKnownStream((*drafts)[at], at, *drafts, before));
    for (Taken const& taken : world.written())
        if (taken.verdict != Verdict::Effective)
            RC_FAIL("intent " + std::to_string(intent.index())
                    + " is refused by the fold: " + std::to_string(static_cast<int>(taken.reason)));
}

RC_GTEST_PROP(Decide, WritesOnlyWhatTheFoldAcceptsIntoStreamsThatAreThere, (std::uint64_t seed)) {
    ValueSource values(seed);
    DeskWorld world(seed);
    furnish(world);
    for (int command = 0; command < 200; ++command)
        runOneCommand(world, values);
}

RC_GTEST_PROP(Decide, IsAFunctionOfWhatIsThereAndNotOfHowItCame, (std::uint64_t seed)) {
    ValueSource values(seed);
    DeskWorld world(seed);
    furnish(world);
    for (int command = 0; command < 60; ++command)
        (void)world.run(operatorFrom(values), intentFrom(world, values));
    Board const other = reversed(world);
    for (int command = 0; command < 60; ++command) {
        auto desk = operatorFrom(values);
        desk.now = world.now();
        auto const intent = intentFrom(world, values);
        // What a person settled is not among the values, so it is left out here.
        if (std::holds_alternative<SettleConflict>(intent)) continue;
        auto const first = ask(world.board(), desk, intent);
        auto const again = ask(world.board(), desk, intent);
        auto const elsewhere = ask(other, desk, intent);
        RC_ASSERT(first.has_value() == again.has_value() && first.has_value() == elsewhere.has_value());
        if (first)
            RC_ASSERT(isSame(*first, *again) && isSame(*first, *elsewhere));
        else
            RC_ASSERT(first.error() == again.error() && first.error() == elsewhere.error());
    }
}

RC_GTEST_PROP(Decide, PermitsNothingToWhoHasNoRoleForIt, (std::uint64_t seed)) {
    ValueSource values(seed);
    DeskWorld world(seed);
    furnish(world);
    for (int command = 0; command < 200; ++command) {
        auto const intent = intentFrom(world, values);
        auto desk = operatorFrom(values);
        desk.now = world.now();
        desk.roles = static_cast<std::uint8_t>(values.oneIn(2) ? Role::Auditor : Role{});
        auto const* const real = std::get_if<DeclareNoDuff>(&intent);
        bool const isForAnybody = std::holds_alternative<RaiseDistress>(intent)
                                  || std::holds_alternative<NoteSeen>(intent) || (real && !real->ended);
        if (!isForAnybody) RC_ASSERT(!ask(world.board(), desk, intent));
        desk.roles = 0xff;
        (void)world.run(desk, intent);
    }
}

TEST(DecideAndFold, AMilestoneAfterAMergeDoesNotUndoTheMerge) {
    DeskWorld world;
    auto const desk = deskOf(fire, {Role::Supervisor});
    RegisterUnit engine;
    engine.callsign = *Callsign::of("E07");
    engine.kind = *Code::of("ENGINE");
    ASSERT_TRUE(world.run(desk, engine));
    UnitId const unit = world.units().front();
    for (int count = 0; count < 2; ++count) {
        OpenIncident asked;
        asked.type = *Code::of("FIRE-STRUCT");
        asked.address = "滨江路221";
        ASSERT_TRUE(world.run(desk, asked));
    }
    IncidentId const absorbed = world.incidents().at(0);
    IncidentId const survivor = world.incidents().at(1);
    ASSERT_TRUE(world.run(desk, DispatchUnits{{unit}, absorbed, {}}));
    ASSERT_TRUE(world.run(desk, MergeIncident{absorbed, survivor, "同一起火点"}));
    ASSERT_TRUE(world.run(desk, ReachMilestone{{unit}, survivor, AssignmentState::OnScene}));
    EXPECT_EQ(world.board().incident(absorbed)->state, IncidentState::Merged);
    EXPECT_EQ(world.run(desk, CloseIncident{survivor, *Code::of("HANDLED"), {}}).error().code,
              RefusalCode::ActiveAssignments);
    ASSERT_TRUE(world.run(desk, ClearUnits{{unit}, {}, *Code::of("HANDLED")}));
    EXPECT_EQ(world.board().incident(absorbed)->state, IncidentState::Merged);
    EXPECT_TRUE(world.run(desk, CloseIncident{survivor, *Code::of("HANDLED"), {}}));
}

} // namespace
} // namespace ob::core

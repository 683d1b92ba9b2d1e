// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/board.h"

#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

struct BoardTest : testing::Test {
    Board board;
    ChangeSet changes;

    template<class Builder>
    void put(Builder const& builder) {
        changes = {};
        board.put(builder.made(), changes);
    }
    void putFromSource(std::string_view number, std::string_view source) {
        Incident incident = *anIncident(number).made();
        incident.sourceId = code(source);
        board.put(std::make_shared<Incident const>(incident), changes);
    }
    std::vector<ConflictRule> rules() const {
        std::vector<ConflictRule> found;
        for (auto const& conflict : board.conflicts())
            found.push_back(conflict.rule);
        return found;
    }
    Incident shown(std::string_view number) const { return *board.incident(incidentId(number)); }
};

using Rules = std::vector<ConflictRule>;
constexpr char const* a = "20261121-0001";
constexpr char const* b = "20261121-0002";
constexpr char const* c = "20261121-0003";

TEST_F(BoardTest, AUnitOnTwoIncidentsIsAConflictOfBoth) {
    put(aUnit("E07"));
    put(anIncident(a).withUnit("E07"));
    EXPECT_FALSE(changes.conflictsChanged);
    put(anIncident(b).withUnit("E07"));
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_EQ(rules(), Rules{ConflictRule::DoubleAssignment});
    EXPECT_EQ(board.conflictsOf(incidentId(a)).size(), 1u);
    EXPECT_EQ(board.conflictsOf(incidentId(b)).size(), 1u);
    EXPECT_EQ(board.conflictsOf(unitId("E07")).size(), 0u);
    put(anIncident(a).withUnit("E07", AssignmentState::Released));
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_TRUE(board.conflicts().empty());
}

TEST_F(BoardTest, AUnitOnAnIncidentAndOnWhatWasMergedIntoItIsInOnePlace) {
    put(anIncident(b).withUnit("E07"));
    put(anIncident(a).withUnit("E07"));
    ASSERT_EQ(board.conflicts().size(), 1u);
    put(anIncident(a).withUnit("E07").mergedInto(b));
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_TRUE(board.conflicts().empty());
    EXPECT_EQ(board.activeAssignments(unitId("E07")).size(), 2u);
    put(anIncident(c));
    put(anIncident(b).withUnit("E07").mergedInto(c));
    EXPECT_TRUE(board.conflicts().empty());
    EXPECT_EQ(board.survivorOf(incidentId(a)), incidentId(c));
}

TEST_F(BoardTest, OneNumberForTwoIncidentsIsAConflict) {
    Incident other = *anIncident(a).made();
    other.id = incidentId("another");
    put(anIncident(a));
    changes = {};
    board.put(std::make_shared<Incident const>(other), changes);
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_EQ(rules(), Rules{ConflictRule::DuplicateNumber});
    EXPECT_EQ(board.incidentsNumbered(other.number).size(), 2u);
    changes = {};
    board.retire(other.id, changes);
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_TRUE(board.conflicts().empty());
}

TEST_F(BoardTest, OneCallsignIsAConflictInsideOneAgencyOnly) {
    Unit twin = *aUnit("E07").made();
    twin.id = unitId("another");
    put(aUnit("E07"));
    Unit foreign = twin;
    foreign.agency = police;
    board.put(std::make_shared<Unit const>(foreign), changes);
    EXPECT_TRUE(board.conflicts().empty());
    changes = {};
    board.put(std::make_shared<Unit const>(twin), changes);
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_EQ(rules(), Rules{ConflictRule::DuplicateCallsign});
    changes = {};
    board.withdraw(twin.id, changes);
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_TRUE(board.conflicts().empty());
}

TEST_F(BoardTest, SentWhileOffDutyIsAConflictOfBoth) {
    put(anIncident(a).withUnit("E07"));
    put(aUnit("E07"));
    EXPECT_TRUE(board.conflicts().empty());
    put(aUnit("E07").on(DutyState::OffDuty));
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_EQ(rules(), Rules{ConflictRule::DispatchedUnavailable});
    EXPECT_EQ(board.conflictsOf(incidentId(a)).size(), 1u);
    EXPECT_EQ(board.conflictsOf(unitId("E07")).size(), 1u);
    put(aUnit("E07"));
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_TRUE(board.conflicts().empty());
}

TEST_F(BoardTest, OutOfServiceAfterTheDispatchIsNoConflict) {
    put(anIncident(a).withUnit("E07"));
    Unit later = *aUnit("E07").on(DutyState::Unavailable, "REPAIR").made();
    later.dutySince = instant(nowTime);
    board.put(std::make_shared<Unit const>(later), changes);
    EXPECT_TRUE(board.conflicts().empty());
    later.dutySince = instant(openedTime);
    board.put(std::make_shared<Unit const>(later), changes);
    EXPECT_EQ(rules(), Rules{ConflictRule::DispatchedUnavailable});
}

TEST_F(BoardTest, TwoMergedIntoEachOtherAreShownOpen) {
    put(anIncident(a).mergedInto(b));
    EXPECT_EQ(shown(a).state, IncidentState::Merged);
    put(anIncident(b).mergedInto(a));
    EXPECT_TRUE(changes.conflictsChanged);
    for (char const* const number : {a, b}) {
        EXPECT_EQ(shown(number).state, IncidentState::Open);
        EXPECT_TRUE(shown(number).mergedInto.isNil());
        EXPECT_EQ(board.survivorOf(incidentId(number)), incidentId(number));
    }
    EXPECT_EQ(rules(), Rules{ConflictRule::MergeCycle});
    // Something else is written to one of them: it stays open.
    put(anIncident(a).mergedInto(b).withPriority(Priority::P1));
    EXPECT_EQ(shown(a).state, IncidentState::Open);
    EXPECT_EQ(shown(a).priority, Priority::P1);
    put(anIncident(b));
    EXPECT_EQ(shown(a).state, IncidentState::Merged);
    EXPECT_EQ(board.survivorOf(incidentId(a)), incidentId(b));
    EXPECT_TRUE(board.conflicts().empty());
}

TEST_F(BoardTest, ThreeMergedInACircleAreShownOpen) {
    put(anIncident(a).mergedInto(b));
    put(anIncident(b).mergedInto(c));
    put(anIncident(c).mergedInto(a));
    EXPECT_EQ(rules(), Rules{ConflictRule::MergeCycle});
    for (char const* const number : {a, b, c})
        EXPECT_EQ(shown(number).state, IncidentState::Open) << number;
    put(anIncident(b));
    EXPECT_TRUE(board.conflicts().empty());
    EXPECT_EQ(shown(a).state, IncidentState::Merged);
    EXPECT_EQ(shown(b).state, IncidentState::Open);
    EXPECT_EQ(shown(c).state, IncidentState::Merged);
    EXPECT_EQ(board.survivorOf(incidentId(c)), incidentId(b));
}

TEST_F(BoardTest, WhatIsMergedIntoACircleStaysMerged) {
    put(anIncident(c).mergedInto(a));
    put(anIncident(a).mergedInto(b));
    put(anIncident(b).mergedInto(a));
    EXPECT_EQ(shown(c).state, IncidentState::Merged);
    EXPECT_EQ(board.survivorOf(incidentId(c)), incidentId(a));
}

TEST_F(BoardTest, WhenOneOfACircleIsTakenAwayTheOtherIsMerged) {
    put(anIncident(a).mergedInto(b));
    put(anIncident(b).mergedInto(a));
    board.retire(incidentId(b), changes);
    EXPECT_EQ(shown(a).state, IncidentState::Merged);
    EXPECT_TRUE(board.conflicts().empty());
}

TEST_F(BoardTest, ASettledConflictIsGoneAsLongAsItsStreamSaysSo) {
    put(anIncident(a).withUnit("E07"));
    put(anIncident(b).withUnit("E07"));
    ConflictId const conflict = board.conflicts().front().id;
    changes = {};
    board.settle(incidentId(a), {conflict}, changes);
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_TRUE(board.conflicts().empty());
    EXPECT_TRUE(board.conflictsOf(incidentId(b)).empty());
    changes = {};
    board.settle(incidentId(b), {conflict}, changes);
    board.settle(incidentId(a), {}, changes);
    EXPECT_TRUE(board.conflicts().empty()) << "said by two";
    board.settle(incidentId(b), {}, changes);
    EXPECT_EQ(board.conflicts().size(), 1u);
}

TEST_F(BoardTest, ASourceThatWasImportedTwiceIsFoundUnderTheSmallestId) {
    putFromSource(a, "X-1");
    putFromSource(b, "X-1");
    auto const smaller = std::min(incidentId(a), incidentId(b));
    auto const larger = std::max(incidentId(a), incidentId(b));
    EXPECT_EQ(board.incidentOfSource(code("X-1")), smaller);
    board.retire(smaller, changes);
    EXPECT_EQ(board.incidentOfSource(code("X-1")), larger);
    board.retire(larger, changes);
    EXPECT_FALSE(board.incidentOfSource(code("X-1")));
}

TEST_F(BoardTest, TwoPoliciesOfOneAgencyFreezeWhenOneOfThemDoes) {
    AgencyPolicy calm = *aPolicy(fire).made();
    AgencyPolicy frozen = *aPolicy(fire).frozen().made();
    frozen.id = StreamId(Hash{0xff});
    board.put(std::make_shared<AgencyPolicy const>(frozen), changes);
    board.put(std::make_shared<AgencyPolicy const>(calm), changes);
    EXPECT_TRUE(board.isFrozen());
    EXPECT_EQ(board.policy(fire)->id, frozen.id) << "where it can be ended";
    frozen.noDuff.reset();
    board.put(std::make_shared<AgencyPolicy const>(frozen), changes);
    EXPECT_FALSE(board.isFrozen());
    EXPECT_EQ(board.policy(fire)->id, calm.id);
    board.withdraw(calm.id, changes);
    EXPECT_EQ(board.policy(fire)->id, frozen.id);
    board.withdraw(frozen.id, changes);
    EXPECT_FALSE(board.policy(fire));
}

TEST_F(BoardTest, WhatComesBackIsNotRetired) {
    put(anIncident(a));
    changes = {};
    board.retire(incidentId(a), changes);
    EXPECT_EQ(changes.retired.size(), 1u);
    board.put(anIncident(a).made(), changes);
    EXPECT_TRUE(changes.retired.empty());
    EXPECT_EQ(changes.incidents.size(), 1u);
}

TEST_F(BoardTest, AUnitCanBeSentWhenItIsFreeAndWell) {
    put(aUnit("E07"));
    EXPECT_TRUE(board.isDispatchable(unitId("E07")));
    EXPECT_FALSE(board.isDispatchable(unitId("E08")));
    put(anIncident(a).withUnit("E07", AssignmentState::Planned));
    EXPECT_TRUE(board.isDispatchable(unitId("E07")));
    put(anIncident(a).withUnit("E07"));
    EXPECT_FALSE(board.isDispatchable(unitId("E07")));
    put(anIncident(a).withUnit("E07", AssignmentState::Cleared));
    EXPECT_TRUE(board.isDispatchable(unitId("E07")));
    put(aUnit("E07").inDistress());
    EXPECT_FALSE(board.isDispatchable(unitId("E07")));
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/deadlines/work_queue.h"

#include "tests/support/board_builder.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

constexpr char const* a = "20261121-0001";
constexpr char const* b = "20261121-0002";
constexpr char const* c = "20261121-0003";
constexpr char const* d = "20261121-0004";

struct WorkQueue : testing::Test {
    BoardBuilder builder;
    Instant now = instant(openedTime);

    /// After the opening.
    void at(std::int64_t seconds) { now = instant(openedTime) + Duration::ofSeconds(seconds); }
    std::vector<QueueEntry> queue() const { return workQueueOf(builder.made(), test::shippedRules(), now); }
    std::vector<std::string> numbers() const {
        std::vector<std::string> found;
        for (auto const& entry : queue())
            found.push_back(entry.incident->number.text());
        return found;
    }
    BoardCounts counts(AgencyIndex own = police) const {
        return countsOf(builder.made(), queue(), builder.made().conflicts(), own);
    }
};
using Numbers = std::vector<std::string>;

TEST_F(WorkQueue, holdsWhatIsOpenOrWaitsForItsCheck) {
    builder.with(anIncident(a)).with(anIncident(b).resolvedBy("D1"));
    builder.with(anIncident(c).in(IncidentState::Closed)).with(anIncident(d).mergedInto(a));
    EXPECT_EQ(numbers(), (Numbers{a, b}));
}

TEST_F(WorkQueue, ordersByPriorityThenByWhatIsDueThenByNumber) {
    builder.with(anIncident(a).withPriority(Priority::P2)).with(anIncident(b).withPriority(Priority::P1));
    builder.with(anIncident(c).withPriority(Priority::P2).withUnit("E07", AssignmentState::EnRoute));
    builder.with(anIncident(d).withPriority(Priority::P2));
    EXPECT_EQ(numbers(), (Numbers{b, a, d, c})) << "nothing is due at c";
}

TEST_F(WorkQueue, whatIsOverdueComesBeforeAHigherPriority) {
    builder.with(anIncident(a).withPriority(Priority::P1).withUnit("E07", AssignmentState::EnRoute));
    builder.with(anIncident(b).withPriority(Priority::P4));
    at(1800);
    EXPECT_EQ(numbers(), (Numbers{a, b})) << "due now is not over yet";
    EXPECT_FALSE(queue()[1].isOverdue);
    at(1801);
    EXPECT_EQ(numbers(), (Numbers{b, a}));
    EXPECT_TRUE(queue()[0].isOverdue);
}

TEST_F(WorkQueue, distressComesBeforeEverything) {
    builder.with(anIncident(a).withPriority(Priority::P1));
    builder.with(anIncident(b).withPriority(Priority::P4).withUnit("E07", AssignmentState::OnScene));
    builder.with(aUnit("E07").inDistress());
    at(3600);
    EXPECT_EQ(numbers(), (Numbers{b, a}));
    EXPECT_TRUE(queue()[0].hasDistress);
    EXPECT_FALSE(queue()[1].hasDistress);
}

TEST_F(WorkQueue, aReleaseDoesNotHideWhereSomebodyCalledForHelp) {
    builder.with(anIncident(a)).with(anIncident(b).withUnit("E07", AssignmentState::Released));
    builder.with(aUnit("E07").inDistress(b));
    EXPECT_EQ(numbers(), (Numbers{b, a}));
    EXPECT_TRUE(queue()[0].hasDistress);
}

TEST_F(WorkQueue, distressAtAMergedNumberIsThatOfItsSurvivor) {
    builder.with(anIncident(a)).with(anIncident(c)).with(anIncident(b).mergedInto(c));
    builder.with(aUnit("E07").inDistress(b));
    EXPECT_EQ(numbers(), (Numbers{c, a}));
}

TEST_F(WorkQueue, whatWaitsForItsCheckComesAfterWhatIsOpen) {
    builder.with(anIncident(a).withPriority(Priority::P1).resolvedBy("D1"));
    builder.with(anIncident(b).withPriority(Priority::P4));
    EXPECT_EQ(numbers(), (Numbers{b, a}));
}

TEST_F(WorkQueue, nextIsTheLimitThatIsDueFirst) {
    builder.with(anIncident(a).withUnit("E07").withUnit("A12", AssignmentState::Delivered));
    auto const entry = queue().front();
    ASSERT_TRUE(entry.next);
    EXPECT_EQ(entry.next->clock, LimitClock::Deliver);
    EXPECT_EQ(entry.next->due, instant(sentTime) + deliverWithin);
}

TEST_F(WorkQueue, updatedBitByBitIsTheSameAsMadeAnew) {
    rc::check([] {
        Board board;
        ChangeSet ignored;
        std::vector<QueueEntry> kept;
        Instant time = instant(openedTime);
        for (int round = *rc::gen::inRange(1, 12); round > 0; --round) {
            std::vector<IncidentId> changed;
            for (int many = *rc::gen::inRange(0, 6); many > 0; --many) {
                Incident incident;
                Hash hash{1};
                hash[5] = *rc::gen::inRange<std::uint8_t>(0, 40);
                incident.id = IncidentId(hash);
                incident.number = *IncidentNumber::of(20261121, hash[5]);
                incident.type = *Code::of("FIRE-STRUCT");
                incident.priority = static_cast<Priority>(*rc::gen::inRange(1, 5));
                incident.state =
                    *rc::gen::element(IncidentState::Open, IncidentState::Resolved, IncidentState::Closed);
                incident.openedAt = instant(openedTime);
                changed.push_back(incident.id);
                if (*rc::gen::inRange(0, 8) == 0)
                    board.retire(incident.id, ignored);
                else
                    board.put(std::make_shared<Incident const>(incident), ignored);
            }
            time = time + Duration::ofSeconds(*rc::gen::inRange(0, 400));
            updateWorkQueue(kept, changed, board, test::shippedRules(), time);
            auto const anew = workQueueOf(board, test::shippedRules(), time);
            RC_ASSERT(kept.size() == anew.size());
            for (std::size_t row = 0; row < anew.size(); ++row) {
                RC_ASSERT(kept[row].incident == anew[row].incident);
                RC_ASSERT(kept[row].isOverdue == anew[row].isOverdue);
                RC_ASSERT(kept[row].next == anew[row].next);
            }
        }
    });
}

TEST_F(WorkQueue, countsIncidentsAsTheQueueShowsThem) {
    builder.with(anIncident(a).withPriority(Priority::P1)).with(anIncident(b).leadBy(fire));
    builder.with(anIncident(c).resolvedBy("D1")).with(anIncident(d).in(IncidentState::Voided));
    at(61);
    auto const counted = counts();
    EXPECT_EQ(counted.open, 2u);
    EXPECT_EQ(counted.toCheck, 1u);
    EXPECT_EQ(counted.own, 1u) << "the fire brigade answers for b";
    EXPECT_EQ(counted.overdue, 1u);
    EXPECT_EQ(counts(fire).own, 1u);
    EXPECT_EQ(counts(medical).own, 0u);
}

TEST_F(WorkQueue, countsUnitsByAgencyAndInAll) {
    builder.with(anIncident(a).withUnit("E07").withUnit("E08", AssignmentState::Planned));
    builder.with(aUnit("E07")).with(aUnit("E08")).with(aUnit("E09").on(DutyState::Unavailable, "REPAIR"));
    builder.with(aUnit("E10").on(DutyState::OffDuty)).with(aUnit("E11").on(DutyState::Conditional));
    builder.with(aUnit("A12").of(medical)).with(aUnit("A13").of(medical).inDistress());
    auto const counted = counts();
    ASSERT_EQ(counted.byAgency.size(), 3u);
    EXPECT_EQ(counted.byAgency[police.value], BoardCounts::Units{});
    EXPECT_EQ(counted.byAgency[fire.value],
              (BoardCounts::Units{.onDuty = 4, .engaged = 1, .available = 1, .outOfService = 1}));
    EXPECT_EQ(counted.byAgency[medical.value],
              (BoardCounts::Units{.onDuty = 2, .engaged = 0, .available = 1, .outOfService = 0}));
    EXPECT_EQ(counted.units,
              (BoardCounts::Units{.onDuty = 6, .engaged = 1, .available = 2, .outOfService = 1}));
    EXPECT_EQ(counted.distress, 1u);
}

TEST_F(WorkQueue, countsConflictsThatNobodySettled) {
    builder.with(anIncident(a).withUnit("E07")).with(anIncident(b).withUnit("E07")).with(aUnit("E07"));
    auto conflicts = builder.made().conflicts();
    ASSERT_EQ(conflicts.size(), 1u);
    EXPECT_EQ(counts().conflicts, 1u);
    conflicts.front().settled = true;
    EXPECT_EQ(countsOf(builder.made(), queue(), conflicts, police).conflicts, 0u);
}

} // namespace
} // namespace ob::core

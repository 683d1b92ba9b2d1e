// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/deadlines/time_limit.h"

#include "tests/support/board_builder.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace ob::core {
namespace {

using State = AssignmentState;

/// An incident, opened at `opened`, whose units reach what they reach when the test says so.
struct TimeLimits : testing::Test {
    Incident incident = *anIncident().withPriority(Priority::P1).made();
    Instant const opened = instant(openedTime);
    RuleBook const& rules = test::shippedRules();

    Instant after(std::int64_t seconds) const { return opened + Duration::ofSeconds(seconds); }
    Assignment& send(std::string_view callsign, std::int64_t seconds) {
        incident.assignments.push_back({});
        auto& made = incident.assignments.back();
        made.id = assignmentId("20261121-0042", callsign);
        made.unit = unitId(callsign);
        reach(made, State::Dispatched, seconds);
        return made;
    }
    void reach(Assignment& assignment, State state, std::int64_t seconds) const {
        assignment.state = state;
        assignment.reachedAt[static_cast<std::size_t>(state)] = after(seconds);
    }
    std::vector<TimeLimit> limits() const { return timeLimitsOf(incident, rules); }
    /// What runs, when there is one thing.
    TimeLimit only() const {
        auto const all = limits();
        EXPECT_EQ(all.size(), 1u);
        return all.empty() ? TimeLimit{} : all.front();
    }
    TimeLimit assign(std::int64_t seconds) const {
        return {.clock = LimitClock::Assign, .due = after(seconds), .unit = {}};
    }
};

TEST_F(TimeLimits, anIncidentWithoutUnitWaitsByItsPriority) {
    struct Row {
        Priority priority;
        std::int64_t seconds;
    };
    for (auto const& row :
         {Row{Priority::P1, 60}, Row{Priority::P2, 300}, Row{Priority::P3, 900}, Row{Priority::P4, 1800}}) {
        incident.priority = row.priority;
        EXPECT_EQ(only(), assign(row.seconds));
    }
}

TEST_F(TimeLimits, whatIsOpenedAgainBeginsAnew) {
    auto& sent = send("E07", 30);
    reach(sent, State::OnScene, 400);
    reach(sent, State::Cleared, 900);
    EXPECT_TRUE(limits().empty()) << "somebody was there";
    incident.reopenedAt = after(5000);
    EXPECT_EQ(only(), assign(5060));
}

TEST_F(TimeLimits, nothingRunsForWhatIsNotOpen) {
    for (auto const state : {IncidentState::Resolved, IncidentState::Closed, IncidentState::Merged,
                             IncidentState::Referred, IncidentState::Voided}) {
        incident.state = state;
        EXPECT_TRUE(limits().empty()) << nameOf(state);
    }
}

TEST_F(TimeLimits, anOrderHasToArriveAndThenToBeAnswered) {
    auto& engine = send("E07", 10);
    EXPECT_EQ(only(), (TimeLimit{.clock = LimitClock::Deliver, .due = after(30), .unit = unitId("E07")}));
    reach(engine, State::Delivered, 14);
    EXPECT_EQ(only(), (TimeLimit{.clock = LimitClock::Acknowledge, .due = after(74), .unit = unitId("E07")}));
    reach(engine, State::Acknowledged, 20);
    EXPECT_TRUE(limits().empty());
    reach(engine, State::EnRoute, 30);
    EXPECT_TRUE(limits().empty());
}

TEST_F(TimeLimits, aCrewOnSceneIsAskedAgainAfterEachAnswer) {
    auto& engine = send("E07", 10);
    reach(engine, State::OnScene, 100);
    EXPECT_EQ(only(),
              (TimeLimit{.clock = LimitClock::Welfare, .due = after(100 + 1200), .unit = unitId("E07")}));
    engine.welfareCheckedAt = after(600);
    EXPECT_EQ(only().due, after(600 + 1200));
    engine.welfareCheckedAt = after(50); // before it arrived: the arrival counts
    EXPECT_EQ(only().due, after(100 + 1200));
    reach(engine, State::Transporting, 2000);
    EXPECT_TRUE(limits().empty());
}

TEST_F(TimeLimits, hazardousPlacesAskSoonerAndSomeTypesNever) {
    auto& engine = send("E07", 10);
    reach(engine, State::OnScene, 100);
    incident.type = code("HAZ-LEAK");
    EXPECT_EQ(only().due, after(100 + 600));
    incident.type = code("A-TYPE-OF-A-NEWER-BOOK");
    EXPECT_EQ(only().due, after(100 + 1200));
    auto const never =
        std::ranges::find(rules.lists().types.all(), std::chrono::minutes(0), &IncidentType::onSceneCheck);
    ASSERT_NE(never, rules.lists().types.all().end());
    incident.type = code(never->code);
    EXPECT_TRUE(limits().empty());
}

TEST_F(TimeLimits, whatIsDueFirstComesFirst) {
    reach(send("E07", 10), State::Delivered, 11);
    send("A12", 40);
    send("E03", 20);
    auto const all = limits();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].unit, unitId("E03"));
    EXPECT_EQ(all[1].unit, unitId("A12"));
    EXPECT_EQ(all[2].unit, unitId("E07"));
}

TEST_F(TimeLimits, whenAllLeaveBeforeAnybodyArrivedSomebodyIsDueAtOnce) {
    incident.priority = Priority::P4;
    reach(send("E07", 10), State::Refused, 50);
    reach(send("E03", 20), State::Released, 40);
    EXPECT_EQ(only(), assign(50));
    reach(send("A12", 60), State::EnRoute, 70);
    EXPECT_TRUE(limits().empty());
}

TEST_F(TimeLimits, aPlanThatWasDroppedIsNobodyWhoLeft) {
    auto& planned = send("E07", 10);
    planned.reachedAt = {};
    reach(planned, State::Planned, 10);
    EXPECT_EQ(only(), assign(60));
    reach(planned, State::Released, 15);
    EXPECT_EQ(only(), assign(60));
}

TEST_F(TimeLimits, anEndThatWasTakenBackByAMovingCrewDoesNotCount) {
    auto& engine = send("E07", 10);
    engine.reachedAt[static_cast<std::size_t>(State::Released)] = after(300);
    reach(engine, State::Refused, 200);
    EXPECT_EQ(only(), assign(200));
}

TEST_F(TimeLimits, afterACrewWasThereNobodyIsAwaited) {
    auto& engine = send("E07", 10);
    reach(engine, State::OnScene, 100);
    reach(engine, State::Cleared, 500);
    EXPECT_TRUE(limits().empty());
}

} // namespace
} // namespace ob::core

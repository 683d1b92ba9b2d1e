// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/replay_script.h"
#include "tests/core/import/recorded_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::core {
namespace {

using Kind = ReplayStep::Kind;
using State = AssignmentState;
using testing::ElementsAre;

/// "12 milestone onScene c0 r1", with the recorded time where it is another one.
std::string shown(ReplayStep const& step) {
    std::string text = std::to_string(minuteOf(step.due)) + ' ' + std::string(nameOf(step.kind));
    if (step.kind == Kind::Reach || step.kind == Kind::Correct)
        text += ' ' + std::string(nameOf(step.milestone));
    text += step.run == ReplayStep::none ? " c" + std::to_string(step.call) : " r" + std::to_string(step.run);
    if (step.occurredAt != step.due) text += " @" + std::to_string(minuteOf(step.occurredAt));
    return text;
}

std::vector<std::string> stepsOf(std::vector<RowRecord> const& rows, ReplayCut const& cut = {}) {
    ReplayScriptWriter writer;
    std::uint64_t line = 2;
    for (auto const& row : rows)
        writer.add(row, line++);
    std::vector<std::string> all;
    for (auto const& step : std::move(writer).finish(cut).steps)
        all.push_back(shown(step));
    return all;
}

TEST(ReplayScript, ARunGoesThroughItsMilestonesInTheOrderOfTheirTimes) {
    EXPECT_THAT(stepsOf({run("A", "E1", 10,
                             {{State::Dispatched, 11},
                              {State::EnRoute, 12},
                              {State::OnScene, 15},
                              {State::Transporting, 20},
                              {State::AtDestination, 30},
                              {State::Cleared, 40}})}),
                ElementsAre("10 open c0", "11 unit r0", "11 dispatch r0", "12 milestone enRoute r0",
                            "15 milestone onScene r0", "20 milestone transporting r0",
                            "30 milestone atDestination r0", "40 clear r0", "40 close c0", "40 verify c0"));
}

TEST(ReplayScript, RowsInAnyOrderGiveOneOrderOfTime) {
    auto const first = run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 30}});
    auto const second = run("B", "E2", 12, {{State::Dispatched, 13}, {State::OnScene, 14}});
    EXPECT_THAT(stepsOf({second, first}),
                ElementsAre("10 open c1", "11 unit r1", "11 dispatch r1", "12 open c0", "13 unit r0",
                            "13 dispatch r0", "14 milestone onScene r0", "30 milestone onScene r1"));
}

TEST(ReplayScript, AUnitsRunEndsBeforeItsNextBeginsInTheSameMoment) {
    EXPECT_THAT(
        stepsOf({run("B", "E1", 20, {{State::Dispatched, 20}}),
                 run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 20}, {State::Cleared, 20}})}),
        ElementsAre("10 open c1", "11 unit r1", "11 dispatch r1", "20 milestone onScene r1", "20 clear r1",
                    "20 open c0", "20 dispatch r0", "20 close c1", "20 verify c1"));
}

TEST(ReplayScript, ARunThatBeginsAndEndsInOneMomentEndsBeforeTheNextBegins) {
    EXPECT_THAT(stepsOf({run("A", "E1", 20, {{State::Dispatched, 20}}),
                         run("B", "E1", 20, {{State::Dispatched, 20}, {State::Cleared, 20}})}),
                ElementsAre("20 open c0", "20 open c1", "20 unit r1", "20 dispatch r1", "20 release r1",
                            "20 dispatch r0", "20 close c1", "20 verify c1"));
}

TEST(ReplayScript, AMilestoneOutOfOrderIsACorrectionAndTheLaterOnesAreEnteredAgain) {
    EXPECT_THAT(stepsOf({run("A", "E1", 10,
                             {{State::Dispatched, 11},
                              {State::OnScene, 15},
                              {State::EnRoute, 30},
                              {State::Transporting, 25},
                              {State::AtDestination, 20}})}),
                ElementsAre("10 open c0", "11 unit r0", "11 dispatch r0", "15 milestone onScene r0",
                            "20 milestone atDestination r0", "25 correction transporting r0",
                            "25 milestone atDestination r0 @20", "30 correction enRoute r0",
                            "30 milestone onScene r0 @15", "30 milestone transporting r0 @25",
                            "30 milestone atDestination r0 @20"));
}

TEST(ReplayScript, AnEndBeforeAMilestoneIsEnteredAfterIt) {
    EXPECT_THAT(
        stepsOf({run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 30}, {State::Cleared, 20}})}),
        ElementsAre("10 open c0", "11 unit r0", "11 dispatch r0", "30 milestone onScene r0",
                    "30 clear r0 @20", "30 close c0 @20", "30 verify c0 @20"));
}

TEST(ReplayScript, ADispatchBeforeTheCallWaitsForIt) {
    EXPECT_THAT(
        stepsOf({run("A", "E1", 10, {{State::Dispatched, 8}, {State::EnRoute, 9}})}),
        ElementsAre("10 open c0", "10 unit r0 @8", "10 dispatch r0 @8", "10 milestone enRoute r0 @9"));
}

TEST(ReplayScript, WhoWasNeverOnSceneIsReleased) {
    EXPECT_THAT(
        stepsOf({run("A", "E1", 10, {{State::Dispatched, 11}, {State::EnRoute, 12}, {State::Cleared, 20}})}),
        ElementsAre("10 open c0", "11 unit r0", "11 dispatch r0", "12 milestone enRoute r0", "20 release r0",
                    "20 close c0", "20 verify c0"));
}

TEST(ReplayScript, ARunThatIsNeverClearedKeepsItsIncidentOpen) {
    auto never = run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 12}});
    auto const over =
        run("A", "E2", 10, {{State::Dispatched, 11}, {State::OnScene, 12}, {State::Cleared, 13}});
    never.ending.closed = true; // whatever the record says
    EXPECT_THAT(stepsOf({over, never}),
                ElementsAre("10 open c0", "11 unit r0", "11 dispatch r0", "11 unit r1", "11 dispatch r1",
                            "12 milestone onScene r0", "12 milestone onScene r1", "13 clear r0"));
}

TEST(ReplayScript, AUnitIsSeenOnce) {
    auto const count = [](std::vector<std::string> const& steps) {
        return std::ranges::count_if(steps,
                                     [](auto const& step) { return step.find(" unit ") != step.npos; });
    };
    EXPECT_EQ(count(stepsOf({run("A", "E1", 10, {{State::Dispatched, 11}}),
                             run("B", "E1", 12, {{State::Dispatched, 13}}),
                             run("B", "E2", 12, {{State::Dispatched, 13}})})),
              2);
}

TEST(ReplayScript, IsCutByTheOpeningAtItsBeginningAndByEveryMomentAtItsEnd) {
    std::vector const rows{run("A", "E1", 10, {{State::Dispatched, 21}}),
                           run("B", "E1", 20, {{State::Dispatched, 22}, {State::OnScene, 30}})};
    EXPECT_THAT(stepsOf(rows, {.from = minute(20), .until = minute(30)}),
                ElementsAre("20 open c1", "22 unit r1", "22 dispatch r1"));
}

TEST(ReplayScript, ARowIsTakenWithItsLastStepUnlessTheCutTakesThatAway) {
    auto const taken = [](ReplayCut const& cut) {
        ReplayScriptWriter writer;
        writer.add(run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 12}, {State::Cleared, 20}}),
                   2);
        std::vector<std::string> all;
        for (auto const& step : std::move(writer).finish(cut).steps)
            if (step.lastOfRow) all.push_back(shown(step));
        return all;
    };
    EXPECT_THAT(taken({}), ElementsAre("20 clear r0"));
    EXPECT_THAT(taken({.from = {}, .until = minute(15)}), ElementsAre());
}

TEST(ReplayScript, IsEmptyWithoutIncidents) {
    RowRecord roster = run("A", "E1", 10, {{State::Dispatched, 11}});
    roster.incidentKey.clear();
    roster.incident.reset();
    EXPECT_THAT(stepsOf({roster}), ElementsAre());
    EXPECT_THAT(stepsOf({}), ElementsAre());
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/stream_fold.h"

#include "tests/support/stream_builder.h"

namespace ob::core {
namespace {

using enum AssignmentState;

/// Opened at 0, sent at 10, on scene at 20, cleared at 30, resolved and closed at 40.
struct Corrected : testing::Test {
    StreamBuilder stream;
    AssignmentId run;
    Corrected() {
        stream.create(police, openedWith({police, fire}), 0);
        stream.add(police,
                   UnitDispatched{
                       .unit = unitNamed(1), .planned = {}, .reason = {}, .fixAge = {}, .divertedFrom = {}},
                   {0}, 10);
        run = stream.assignment(1);
        stream.add(police, MilestoneReached{run, OnScene, false}, {1}, 20);
        stream.add(police, AssignmentCleared{run, *Code::of("HANDLED")}, {2}, 30);
        stream.add(police, IncidentResolved{*Code::of("HANDLED")}, {3}, 40);
        stream.add(police, IncidentClosed{*Code::of("HANDLED"), true}, {4}, 40);
    }
    void correct(AssignmentState milestone, std::optional<std::uint64_t> at) {
        stream.add(police, MilestoneCorrected{run, milestone, at ? std::optional(second(*at)) : std::nullopt},
                   {stream.last()}, 1000);
    }
    std::shared_ptr<Incident const> now() { return StreamFold::of(stream.events()).incident(); }
    std::shared_ptr<Incident const> at(std::uint64_t time) {
        return StreamFold::asOf(stream.events(), second(time)).incident();
    }
    Verdict lastVerdict() { return StreamFold::of(stream.events()).order().back().verdict; }
    /// At each moment the run stands where these times put it.
    void expectTimes(std::optional<std::uint64_t> sent, std::optional<std::uint64_t> arrived,
                     std::optional<std::uint64_t> cleared) {
        for (std::uint64_t time = 0; time < 60; ++time) {
            auto const incident = at(time);
            ASSERT_TRUE(incident) << time;
            auto const reached = [&](auto const& moment) { return moment && *moment <= time; };
            ASSERT_EQ(incident->assignments.size(), reached(sent) ? 1u : 0u) << time;
            if (!reached(sent)) continue;
            auto const& held = incident->assignments[0];
            auto const state = reached(cleared) ? Cleared : reached(arrived) ? OnScene : Dispatched;
            EXPECT_EQ(nameOf(held.state), nameOf(state)) << time;
            EXPECT_EQ(held.at(Dispatched), second(*sent)) << time;
            EXPECT_EQ(held.at(OnScene), reached(arrived) ? std::optional(second(*arrived)) : std::nullopt);
            EXPECT_EQ(held.at(Cleared), reached(cleared) ? std::optional(second(*cleared)) : std::nullopt);
            EXPECT_EQ(held.disposition.text(), reached(cleared) ? "HANDLED" : "") << time;
        }
    }
};

TEST_F(Corrected, NothingIsAsItWas) { expectTimes(10, 20, 30); }

TEST_F(Corrected, AMilestoneMovesBothWays) {
    correct(OnScene, 15);
    expectTimes(10, 15, 30);
    correct(OnScene, 25);
    expectTimes(10, 25, 30);
    EXPECT_EQ(now()->assignments[0].at(OnScene), second(25));
    EXPECT_EQ(now()->assignments[0].state, Cleared);
}

TEST_F(Corrected, AMilestoneIsTakenBackAndAdded) {
    correct(OnScene, {});
    expectTimes(10, {}, 30);
    correct(OnScene, 18);
    expectTimes(10, 18, 30);
    correct(EnRoute, 12);
    EXPECT_EQ(at(13)->assignments[0].state, EnRoute);
    EXPECT_EQ(at(11)->assignments[0].at(EnRoute), std::nullopt);
}

TEST_F(Corrected, TheEndMovesBothWays) {
    correct(Cleared, 25);
    expectTimes(10, 20, 25);
    correct(Cleared, 35);
    expectTimes(10, 20, 35);
}

TEST_F(Corrected, TheDispatchMovesBothWays) {
    correct(Dispatched, 5);
    expectTimes(5, 20, 30);
    correct(Dispatched, 12);
    expectTimes(12, 20, 30);
}

TEST_F(Corrected, AnEndThatIsTakenBackOpensTheIncidentAgain) {
    correct(Cleared, {});
    EXPECT_EQ(now()->assignments[0].state, OnScene);
    EXPECT_TRUE(now()->isOpen());
    expectTimes(10, 20, {});
    stream.add(police, AssignmentCleared{run, *Code::of("HANDLED")}, {stream.last()}, 45);
    expectTimes(10, 20, 45);
    EXPECT_EQ(now()->assignments[0].at(Cleared), second(45));
}

TEST_F(Corrected, TheOpeningMovesBothWays) {
    auto const open = [&](std::uint64_t time, std::optional<Instant> received) {
        stream.add(police, OpeningCorrected{second(time), received}, {stream.last()}, 1000);
    };
    open(5, second(3));
    EXPECT_FALSE(at(4));
    ASSERT_TRUE(at(5));
    EXPECT_EQ(at(5)->openedAt, second(5));
    EXPECT_EQ(now()->receivedAt, second(3));
    EXPECT_EQ(now()->calls[0].receivedAt, second(3));
    open(2, {});
    EXPECT_FALSE(at(1));
    EXPECT_EQ(at(2)->openedAt, second(2));
    EXPECT_EQ(at(2)->receivedAt, std::nullopt);
    EXPECT_EQ(now()->calls[0].receivedAt, second(2));
}

TEST_F(Corrected, WhatMakesNoSenseIsRefused) {
    correct(Dispatched, {});
    EXPECT_EQ(lastVerdict(), Verdict::Refused);
    correct(Planned, 3);
    EXPECT_EQ(lastVerdict(), Verdict::Refused);
    correct(Released, 30);
    EXPECT_EQ(lastVerdict(), Verdict::Refused);
    run = AssignmentId(unitNamed(9).hash());
    correct(OnScene, 30);
    EXPECT_EQ(lastVerdict(), Verdict::Refused);
    run = stream.assignment(1);
    expectTimes(10, 20, 30);
}

TEST_F(Corrected, WhoIsNoMemberCorrectsNothing) {
    stream.add(medical, MilestoneCorrected{run, OnScene, second(25)}, {stream.last()}, 1000);
    EXPECT_EQ(lastVerdict(), Verdict::Refused);
    expectTimes(10, 20, 30);
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk_state.h"
#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace ob::core {
namespace {

struct DeskRestart : testing::Test {
    FakeJournal journal;
    FakeClock clock;
    std::optional<RunningDesk> desk;
    DeskRestart() { restart(); }

    /// Power fails and the desk comes up again.
    void restart() {
        journal.crash();
        desk.reset();
        desk.emplace(journal, clock);
    }
    void restartAfterClosing() {
        (*desk)->close();
        journal.commitAll();
        restart();
    }
    Board const& board() { return (*desk)->board(); }
    IncidentNumber numberOf(IncidentId id) { return board().incident(id)->number; }
    bool isOnBoardInJournal(StreamId stream) {
        bool found = false;
        journal.visitStreams(
            [&](StreamId id, StreamKind, bool onBoard) { found = found || (id == stream && onBoard); });
        return found;
    }
    bool isKnownToJournal(StreamId stream, StreamKind wanted) {
        bool found = false;
        journal.visitStreams(
            [&](StreamId id, StreamKind kind, bool) { found = found || (id == stream && kind == wanted); });
        return found;
    }
    /// A unit at work on one of two incidents, and a grant.
    void work() {
        UnitId const unit = desk->done(engine("E20"));
        IncidentId const incident = desk->done(fireAt("滨江路221"));
        desk->done(fireAt("人民路3"));
        desk->done(DispatchUnits{{unit}, incident, {}});
        desk->done(SetDispatchGrant{{}, fire, DispatchGrant::Direct});
    }
    IncidentId closedIncident() {
        IncidentId const incident = desk->done(fireAt("滨江路221"));
        desk->done(CloseIncident{incident, code("HANDLED"), {}});
        if (board().incident(incident)->state == IncidentState::Resolved)
            desk->done(CloseIncident{incident, code("HANDLED"), {}}, RunningDesk::supervisor("Wu"));
        EXPECT_EQ(board().incident(incident)->state, IncidentState::Closed);
        return incident;
    }
    void passKeepEnded() {
        clock.goOn(Desk::keepEnded);
        clock.goOn(Duration::ofSeconds(1));
    }
    void tick() {
        (*desk)->tick();
        (*desk)->flush();
        journal.commitAll();
    }
    /// Two priorities for one incident, written by desks that knew nothing of each other.
    IncidentId disputedIncident() {
        IncidentId const incident = desk->done(fireAt("滨江路221"));
        desk->done(SetPriority{incident, Priority::P4});
        ForeignDesk other(journal, clock, fire);
        other.write(incident, PrioritySet{Priority::P2}, {EventId(incident.hash())});
        restart();
        return incident;
    }
};

TEST_F(DeskRestart, AfterAPowerCutTheBoardIsFoldedFromEvents) {
    work();
    restart();
    EXPECT_EQ(board().incidents().size(), 2u);
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, AfterACleanStopTheBoardIsTakenFromSnapshots) {
    work();
    restartAfterClosing();
    EXPECT_EQ(board().incidents().size(), 2u);
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
    for (auto const& [id, incident] : board().incidents())
        EXPECT_FALSE(journal.snapshot(id).empty());
}

TEST_F(DeskRestart, WhatWasNotSavedIsGone) {
    desk->submit(fireAt("滨江路221"));
    (*desk)->flush();
    restart();
    EXPECT_TRUE(board().incidents().empty());
}

TEST_F(DeskRestart, SnapshotsThatAreMissingOutOfDateOrRubbishDoNoHarm) {
    work();
    restartAfterClosing();
    std::map<StreamId, Bytes> old;
    for (auto const& [id, incident] : board().incidents())
        old[id] = journal.snapshot(id);
    for (auto const& [id, state] : old)
        desk->done(SetPriority{id, Priority::P4});
    restartAfterClosing();
    for (auto const& [id, state] : old)
        journal.replaceSnapshot(id, state);
    restart();
    EXPECT_TRUE(areEqual(board(), freshBoard(journal))) << "out of date";
    journal.replaceEverySnapshot([](Bytes const& state) { return Bytes(state.rbegin(), state.rend()); });
    restart();
    EXPECT_TRUE(areEqual(board(), freshBoard(journal))) << "rubbish";
    journal.replaceEverySnapshot([](Bytes const&) { return Bytes(); });
    restart();
    EXPECT_TRUE(areEqual(board(), freshBoard(journal))) << "missing";
}

TEST_F(DeskRestart, ASnapshotOfAnotherStreamIsNotBelieved) {
    IncidentId const one = desk->done(fireAt("滨江路221"));
    IncidentId const other = desk->done(fireAt("人民路3"));
    restartAfterClosing();
    Bytes const state = journal.snapshot(one);
    journal.replaceSnapshot(one, journal.snapshot(other));
    journal.replaceSnapshot(other, state);
    restart();
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, NumbersGoOn) {
    desk->done(fireAt("滨江路221"));
    restart();
    EXPECT_EQ(numberOf(desk->done(fireAt("人民路3"))).text(), "20270115-0002");
    restartAfterClosing();
    EXPECT_EQ(numberOf(desk->done(fireAt("中山路1"))).text(), "20270115-0003");
}

TEST_F(DeskRestart, NumbersGoOnWhenTheIncidentsHaveLeftAndNothingIsRemembered) {
    closedIncident();
    clock.time = *Instant::ofIso8601("2027-01-14T17:00:00Z"); // 01:00 of the 15th
    closedIncident();
    clock.time = *Instant::ofIso8601("2027-01-15T14:00:00Z");
    clock.goOn(Duration::ofMinutes(7 * 60));
    tick();
    ASSERT_TRUE(board().incidents().empty());
    journal.replaceEverySnapshot([](Bytes const&) { return Bytes{0xff}; });
    clock.time = *Instant::ofIso8601("2027-01-15T15:00:00Z"); // still the 15th
    restart();
    EXPECT_EQ(numberOf(desk->done(fireAt("人民路3"))).text(), "20270115-0003");
}

TEST_F(DeskRestart, WritesOnToTheStreamsItFinds) {
    work();
    for (int round = 0; round < 3; ++round) {
        round == 1 ? restartAfterClosing() : restart();
        for (auto const& [id, incident] : Board(board()).incidents())
            desk->done(AddNote{id, "说明", false});
    }
    for (Taken const& taken : verdictsOf(journal, desk->log()))
        EXPECT_EQ(taken.verdict, Verdict::Effective);
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, SequenceNumbersOfAFailedCommitAreUsedAgain) {
    desk->done(fireAt("滨江路221"));
    std::size_t const size = journal.eventsOf(desk->log()).size();
    desk->submit(fireAt("人民路3"));
    (*desk)->flush();
    journal.fail("disk full");
    restart();
    desk->done(fireAt("中山路1"));
    EXPECT_EQ(journal.eventsOf(desk->log()).at(size).sequence, size);
    EXPECT_EQ(board().incidents().size(), 2u);
}

// --- what ended leaves the board

TEST_F(DeskRestart, EndedIncidentsLeaveAfterTwelveHours) {
    IncidentId const ended = closedIncident();
    IncidentId const open = desk->done(fireAt("人民路3"));
    clock.goOn(Desk::keepEnded);
    tick();
    EXPECT_TRUE(board().incident(ended));
    clock.goOn(Duration::ofSeconds(1));
    tick();
    EXPECT_FALSE(board().incident(ended));
    EXPECT_TRUE(board().incident(open));
    EXPECT_EQ(desk->published().back().retired, std::vector<IncidentId>{ended});
    EXPECT_FALSE(isOnBoardInJournal(ended));
    EXPECT_TRUE(isKnownToJournal(ended, StreamKind::Incident));
    EXPECT_EQ((*desk)->events(ended).size(), 3u);
    restart();
    EXPECT_FALSE(board().incident(ended));
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, WhenTheArchivingIsNotSavedTheyStay) {
    IncidentId const ended = closedIncident();
    passKeepEnded();
    (*desk)->tick();
    (*desk)->flush();
    EXPECT_FALSE(board().incident(ended));
    journal.fail("disk full");
    EXPECT_TRUE(board().incident(ended));
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, AMergedIncidentStaysWhileItsUnitsAreAtWork) {
    UnitId const unit = desk->done(engine("E20"));
    IncidentId const absorbed = desk->done(fireAt("滨江路221"));
    IncidentId const survivor = desk->done(fireAt("滨江路223"));
    desk->done(DispatchUnits{{unit}, absorbed, {}});
    desk->done(MergeIncident{absorbed, survivor, "同一起火"});
    passKeepEnded();
    tick();
    EXPECT_TRUE(board().incident(absorbed));
    EXPECT_FALSE(board().isDispatchable(unit));
    desk->done(ReleaseUnits{{unit}, {}, code("ENOUGH")});
    tick();
    EXPECT_FALSE(board().incident(absorbed));
}

TEST_F(DeskRestart, AnIncidentStaysWhileAConflictAboutItIsOpen) {
    IncidentId const ended = closedIncident();
    ForeignDesk other(journal, clock, fire);
    IncidentOpened twin;
    twin.number = numberOf(ended);
    twin.type = code("FIRE-STRUCT");
    twin.members = {police, fire, medical};
    other.write({}, twin, {});
    restart();
    ASSERT_EQ(board().conflicts().size(), 1u);
    passKeepEnded();
    tick();
    EXPECT_TRUE(board().incident(ended));
    desk->done(SettleConflict{board().conflicts().front().id});
    tick();
    EXPECT_FALSE(board().incident(ended));
}

// --- events of others

TEST_F(DeskRestart, AConflictThatAPersonSettledStaysSettled) {
    disputedIncident();
    ASSERT_EQ(board().conflicts().size(), 1u);
    desk->done(SettleConflict{board().conflicts().front().id});
    EXPECT_TRUE(board().conflicts().empty());
    restartAfterClosing();
    EXPECT_TRUE(board().conflicts().empty());
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, AConflictThatWasSettledByALostEventIsOpenAgain) {
    disputedIncident();
    desk->submit(SettleConflict{board().conflicts().front().id});
    EXPECT_TRUE(board().conflicts().empty());
    (*desk)->flush();
    journal.fail("disk full");
    EXPECT_EQ(board().conflicts().size(), 1u);
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskRestart, ASettlementAcrossStreamsIsLostWithItsEventToo) {
    IncidentId const own = desk->done(fireAt("滨江路221"));
    ForeignDesk other(journal, clock, fire);
    IncidentOpened twin;
    twin.number = numberOf(own);
    twin.type = code("FIRE-STRUCT");
    twin.members = {police, fire, medical};
    other.write({}, twin, {});
    restart();
    ASSERT_EQ(board().conflicts().size(), 1u);
    desk->submit(SettleConflict{board().conflicts().front().id});
    EXPECT_TRUE(board().conflicts().empty());
    (*desk)->flush();
    journal.fail("disk full");
    EXPECT_EQ(board().conflicts().size(), 1u);
}

TEST_F(DeskRestart, JoinsWhatOthersWroteMeanwhile) {
    IncidentId const incident = disputedIncident();
    desk->done(SetPriority{incident, Priority::P1});
    EXPECT_TRUE(board().conflicts().empty());
    EXPECT_EQ(board().incident(incident)->priority, Priority::P1);
    for (Taken const& taken : verdictsOf(journal, desk->log()))
        EXPECT_EQ(taken.verdict, Verdict::Effective);
}

TEST_F(DeskRestart, AnEventThatWaitsIsNotRememberedAsAnotherKindOfStream) {
    IncidentId const incident = desk->done(fireAt("滨江路221"));
    ForeignDesk other(journal, clock, fire);
    other.write(incident, PrioritySet{Priority::P2}, {eventId("not here")});
    restartAfterClosing();
    restart();
    EXPECT_TRUE(isKnownToJournal(incident, StreamKind::Incident));
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
    ASSERT_TRUE(board().incident(incident));
}

TEST_F(DeskRestart, GrowingStreamsAreRememberedNowAndThen) {
    IncidentId const incident = desk->done(fireAt("滨江路221"));
    for (std::uint64_t note = 0; note < Desk::snapshotEvery; ++note)
        desk->submit(AddNote{incident, "说明", false});
    tick();
    auto const remembered = StreamFold::restore(journal.snapshot(incident));
    ASSERT_TRUE(remembered);
    EXPECT_EQ(remembered->eventCount(), Desk::snapshotEvery + 1);
    tick();
    EXPECT_EQ(journal.waiting(), 0u);
}

TEST_F(DeskRestart, RemembersTheTreesOfItsLogs) {
    work();
    auto const live = journal.eventsOf(desk->log()).front().stream;
    restartAfterClosing();
    auto const state = DeskState::decode(journal.snapshot(live));
    ASSERT_TRUE(state);
    for (auto const& [log, range] : state->frontiers) {
        auto const& events = journal.eventsOf(log);
        EXPECT_EQ(range, rangeOf(events.size(), [&](std::uint64_t at) { return events[at].leaf.hash(); }));
    }
}

} // namespace
} // namespace ob::core

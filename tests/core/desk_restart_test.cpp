// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk_state.h"
#include "tests/support/desk_restarts.h"

namespace ob::core {
namespace {

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
        Board const before = board(); // the board changes while the notes are written
        for (auto const& [id, incident] : before.incidents())
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

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/live_board.h"

#include "tests/support/board_builder.h"
#include "tests/support/stream_builder.h"

#include <gtest/gtest.h>

#include <map>

namespace ob::core {
namespace {

/// A live board over streams in memory.
struct LiveBoardTest : testing::Test {
    std::map<StreamId, std::vector<Event>> held;
    std::map<StreamId, int> loads;
    LiveBoard live = made();

    LiveBoard made() {
        return LiveBoard([this](StreamId stream) {
            ++loads[stream];
            return held[stream];
        });
    }
    void arrive(Event const& event) {
        held[event.stream()].push_back(event);
        live.take(event);
    }
    ChangeSet settle() { return live.settle(); }
    Incident shown(StreamBuilder const& stream) { return *live.board().incident(stream[0].stream()); }
    Incident folded(StreamBuilder const& stream) {
        return *StreamFold::of(held[stream[0].stream()]).incident();
    }

    /// Opened, then two priorities side by side, then a note after both.
    StreamBuilder fork(std::uint32_t seed = 1) {
        StreamBuilder stream(seed);
        auto opened = openedWith({police, fire});
        opened.number = *IncidentNumber::of(20261121, seed);
        stream.create(police, opened, 0);
        stream.add(police, PrioritySet{Priority::P1}, {0}, 10);
        stream.add(fire, PrioritySet{Priority::P2}, {0}, 5);
        stream.add(fire, NoteAdded{}, {1, 2}, 20);
        return stream;
    }
};

TEST_F(LiveBoardTest, ShowsNothingBeforeItIsSettled) {
    auto const stream = fork();
    arrive(stream[0]);
    EXPECT_TRUE(live.board().incidents().empty());
    auto const changes = settle();
    ASSERT_EQ(changes.incidents.size(), 1u);
    EXPECT_TRUE(settle().isEmpty());
}

TEST_F(LiveBoardTest, ALateEventFoldsItsOwnStreamAnewAndOnlyThat) {
    auto const stream = fork(1), other = fork(2);
    for (auto const* each : {&stream, &other}) {
        arrive((*each)[0]);
        arrive((*each)[1]);
    }
    settle();
    loads.clear();
    arrive(stream[2]);
    arrive(other[3]); // waits
    auto const changes = settle();
    EXPECT_EQ(loads[stream[0].stream()], 1);
    EXPECT_EQ(loads[other[0].stream()], 0);
    EXPECT_EQ(shown(stream).conflicts.size(), 1u);
    EXPECT_TRUE(changes.conflictsChanged);
    EXPECT_EQ(live.board().conflicts().size(), 1u);
    EXPECT_EQ(shown(stream), folded(stream));
}

TEST_F(LiveBoardTest, ALateEventIsFoldedOnceHoweverManyCame) {
    auto const stream = fork();
    arrive(stream[0]);
    arrive(stream[1]);
    settle();
    loads.clear();
    for (int copy = 0; copy < 3; ++copy)
        arrive(stream[2]);
    settle();
    EXPECT_EQ(loads[stream[0].stream()], 1);
}

/// Opened and given a priority, then, late, another one beside it.
struct LateOnes : LiveBoardTest {
    std::vector<StreamBuilder> streams{fork(1), fork(2), fork(3)};

    LateOnes() {
        for (auto const& stream : streams) {
            arrive(stream[0]);
            arrive(stream[1]);
        }
        settle();
        loads.clear();
        for (auto const& stream : streams)
            arrive(stream[2]);
    }
    std::size_t upToDate() {
        return static_cast<std::size_t>(std::ranges::count_if(
            streams, [this](auto const& stream) { return shown(stream) == folded(stream); }));
    }
};

TEST_F(LateOnes, AreFoldedOneAfterTheOtherTheStalestFirst) {
    EXPECT_EQ(upToDate(), 0u);
    EXPECT_EQ(live.settle(1).incidents.size(), 1u);
    EXPECT_EQ(shown(streams[0]), folded(streams[0]));
    EXPECT_FALSE(live.isStale(streams[0][0].stream()));
    EXPECT_TRUE(live.isStale(streams[1][0].stream()));
    arrive(streams[0][3]); // of one that is not stale any more: shows at once
    EXPECT_EQ(live.settle(4).incidents.size(), 3u) << "three and three events are more than four";
    EXPECT_EQ(upToDate(), 3u);
    EXPECT_TRUE(live.stale().empty());
    for (auto const& stream : streams)
        EXPECT_EQ(loads[stream[0].stream()], 1);
}

TEST_F(LateOnes, AreFoldedOnceHoweverManyComeBeforeTheirTurn) {
    live.settle(1);
    arrive(streams[2][3]);
    settle();
    EXPECT_EQ(loads[streams[2][0].stream()], 1);
    EXPECT_EQ(upToDate(), 3u);
}

TEST_F(LateOnes, OfOneStreamAreFoldedOutOfTurn) {
    auto const changes = live.settle({streams[2][0].stream()});
    ASSERT_EQ(changes.incidents.size(), 1u);
    EXPECT_EQ(shown(streams[2]), folded(streams[2]));
    EXPECT_EQ(upToDate(), 1u);
    settle();
    EXPECT_EQ(upToDate(), 3u);
    EXPECT_EQ(loads[streams[2][0].stream()], 1);
}

TEST_F(LateOnes, DoNotKeepFromTheBoardWhatIsNotOnIt) {
    auto const fresh = fork(4);
    held[fresh[0].stream()] = {fresh[0], fresh[1]};
    arrive(fresh[2]);
    live.settle(1);
    EXPECT_EQ(shown(fresh), folded(fresh));
    EXPECT_EQ(upToDate(), 1u);
}

TEST_F(LateOnes, AreNeitherRememberedNorArchivedAsTheyWere) {
    EXPECT_TRUE(live.dueForSnapshot(1).empty());
    settle();
    EXPECT_EQ(live.dueForSnapshot(1).size(), 3u);
}

TEST_F(LiveBoardTest, WhatWaitsHasNoEffectUntilItsAncestorCame) {
    auto const stream = fork();
    arrive(stream[0]);
    arrive(stream[3]);
    settle();
    EXPECT_EQ(shown(stream).noteCount, 0u);
    EXPECT_EQ(live.fold(stream[0].stream())->waiting().size(), 1u);
    arrive(stream[1]);
    settle();
    EXPECT_EQ(shown(stream).noteCount, 0u);
    arrive(stream[2]);
    settle();
    EXPECT_EQ(shown(stream).noteCount, 1u);
    EXPECT_TRUE(live.fold(stream[0].stream())->waiting().empty());
    EXPECT_EQ(shown(stream), folded(stream));
}

TEST_F(LiveBoardTest, AStreamThatCameWithoutItsBeginningAppearsWithIt) {
    auto const stream = fork();
    arrive(stream[1]);
    settle();
    EXPECT_TRUE(live.board().incidents().empty());
    arrive(stream[0]);
    settle();
    EXPECT_EQ(shown(stream).priority, Priority::P1);
}

TEST_F(LiveBoardTest, AStreamWithoutItsBeginningAppearsWithItAlsoAfterARestart) {
    auto const stream = fork();
    arrive(stream[1]);
    settle();
    live = made(); // nothing is known of a stream that is not on the board yet
    arrive(stream[0]);
    settle();
    EXPECT_EQ(shown(stream).priority, Priority::P1);
}

TEST_F(LiveBoardTest, AnOwnNewStreamIsNotLookedUp) {
    auto const stream = fork();
    held[stream[0].stream()].push_back(stream[0]);
    live.takeOwn(stream[0]);
    held[stream[0].stream()].push_back(stream[1]);
    live.takeOwn(stream[1]);
    settle();
    EXPECT_EQ(shown(stream).priority, Priority::P1);
    EXPECT_EQ(loads[stream[0].stream()], 0);
}

TEST_F(LiveBoardTest, HeadsAreTheParentsOfTheNextEvent) {
    auto const stream = fork();
    StreamId const id = stream[0].stream();
    EXPECT_TRUE(live.heads(id).empty());
    for (int at = 0; at < 3; ++at)
        arrive(stream[static_cast<std::size_t>(at)]);
    EXPECT_EQ(live.heads(id), stream[3].header().parents) << "also before it is settled";
    arrive(stream[3]);
    EXPECT_EQ(live.heads(id), std::vector<EventId>{stream[3].id()});
    settle();
    EXPECT_EQ(shown(stream), folded(stream));
}

TEST_F(LiveBoardTest, WhatWasNotSavedIsTakenBack) {
    auto const stream = fork();
    arrive(stream[0]);
    settle();
    arrive(stream[1]);
    settle();
    held[stream[0].stream()].pop_back();
    live.reload(stream[0].stream());
    settle();
    EXPECT_EQ(shown(stream), folded(stream));
    held.clear();
    live.reload(stream[0].stream());
    auto const changes = settle();
    EXPECT_TRUE(live.board().incidents().empty());
    EXPECT_EQ(changes.retired.size(), 1u);
    EXPECT_FALSE(live.fold(stream[0].stream()));
}

TEST_F(LiveBoardTest, UnitsAndPoliciesThatWereNotSavedAreTakenBackToo) {
    StreamBuilder unit(1), policy(2);
    UnitRegistered registered;
    registered.callsign = *Callsign::of("E07");
    unit.create(police, registered, 0);
    policy.create(police, PolicyOpened{{police, fire}}, 0);
    arrive(unit[0]);
    arrive(policy[0]);
    settle();
    ASSERT_TRUE(live.board().policy(police));
    ASSERT_EQ(live.board().units().size(), 1u);
    held.clear();
    live.reload(unit[0].stream());
    live.reload(policy[0].stream());
    settle();
    EXPECT_FALSE(live.board().policy(police));
    EXPECT_TRUE(live.board().units().empty());
}

TEST_F(LiveBoardTest, EndedIncidentsComeBackWhenSomethingArrivesForThem) {
    auto stream = fork();
    stream.then(fire, PrioritySet{Priority::P2}); // an open conflict would keep it
    stream.then(police, IncidentResolved{code("HANDLED")});
    stream.then(fire, IncidentClosed{code("HANDLED"), false});
    for (Event const& event : stream.events())
        arrive(event);
    settle();
    ChangeSet changes;
    EXPECT_TRUE(live.retireEndedBefore(second(21), changes).empty());
    auto const retired = live.retireEndedBefore(second(100), changes);
    ASSERT_EQ(retired.size(), 1u);
    EXPECT_EQ(changes.retired, retired);
    EXPECT_TRUE(live.board().incidents().empty());
    arrive(stream.then(fire, NoteAdded{}));
    EXPECT_EQ(settle().incidents.size(), 1u);
    EXPECT_EQ(shown(stream), folded(stream));
}

TEST_F(LiveBoardTest, ASnapshotSparesReadingTheEvents) {
    auto const stream = fork();
    held[stream[0].stream()] = stream.events();
    auto const state = StreamFold::of(stream.events()).snapshot();
    live.restore(stream[0].stream(), state, stream.events().size());
    settle();
    EXPECT_EQ(shown(stream), folded(stream));
    EXPECT_EQ(loads[stream[0].stream()], 0);
    arrive(held[stream[0].stream()].emplace_back(fork().then(police, NoteAdded{})));
    held[stream[0].stream()].pop_back();
    settle();
    EXPECT_EQ(shown(stream), folded(stream));
}

TEST_F(LiveBoardTest, ASnapshotThatDoesNotCoverTheEventsIsNotBelieved) {
    auto const stream = fork();
    auto const state = StreamFold::of({stream[0], stream[1]}).snapshot();
    held[stream[0].stream()] = stream.events();
    live.restore(stream[0].stream(), state, stream.events().size());
    settle();
    EXPECT_EQ(loads[stream[0].stream()], 1);
    EXPECT_EQ(shown(stream), folded(stream));
}

TEST_F(LiveBoardTest, NamesAStreamForASnapshotOnceItGrew) {
    auto const stream = fork();
    for (Event const& event : stream.events())
        arrive(event);
    settle();
    EXPECT_TRUE(live.dueForSnapshot(5).empty());
    EXPECT_EQ(live.dueForSnapshot(4).size(), 1u);
    EXPECT_TRUE(live.dueForSnapshot(1).empty());
}

} // namespace
} // namespace ob::core

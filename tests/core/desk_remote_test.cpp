// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/statement.h"
#include "tests/support/desk_restarts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

/// The fire brigade's desk somewhere else, whose log comes here in pieces.
struct Elsewhere {
    explicit Elsewhere(std::uint8_t desk = 2) : deskNumber(desk) {}
    std::uint8_t deskNumber;
    FakeJournal journal;
    FakeClock clock;
    DeskAuthors authors{journal, clock, fire, deskNumber};
    LogAuthor author = authors.author(Lane::Live);
    std::uint64_t sent = 0;

    LogId log() const { return authors.log(Lane::Live); }
    EventId write(StreamId stream, Fact fact, std::vector<EventId> after, RestrictedParts restricted = {}) {
        auto written = author.write(
            {{.stream = stream,
              .body = {{clock.now(), Source::Operator, code("F1")}, std::move(fact)},
              .restricted = std::move(restricted)}},
            [&](StreamId) { return after; }, clock.now(), authors.salt());
        EventId const id = written.front().leaf;
        journal.store({.events = std::move(written), .heads = {author.signHead()}, .arrivedAt = clock.now()});
        return id;
    }
    IncidentId open(RestrictedParts restricted = {},
                    IncidentNumber number = *IncidentNumber::of(20270115, 77)) {
        IncidentOpened opened;
        opened.number = number;
        opened.type = code("FIRE-STRUCT");
        opened.members = {police, fire, medical};
        return IncidentId(write({}, opened, {}, std::move(restricted)).hash());
    }
    /// What was not given before.
    JournalBatch piece() {
        JournalBatch batch;
        for (auto const& extent : journal.logs()) {
            if (extent.record.id != log()) continue;
            if (sent == 0) batch.logs.push_back(extent.record);
            batch.events = journal.range(log(), sent, extent.size);
            batch.heads.push_back(*extent.newestHead);
            sent = extent.size;
        }
        return batch;
    }
    Revocation revokedAt(std::uint64_t size) const {
        Revocation made;
        for (auto const& extent : const_cast<FakeJournal&>(journal).logs())
            if (extent.record.id == log()) made.deskKey = {extent.record.deskKey};
        made.kept = {{.log = log(), .size = size, .root = {}}};
        return made;
    }
};

struct DeskRemoteTest : DeskRestart {
    Elsewhere elsewhere;
    std::vector<bool> told;

    void give(JournalBatch batch) {
        (*desk)->take(std::move(batch), [this](bool isDurable) { told.push_back(isDurable); });
    }
    void commit() {
        do {
            while ((*desk)->flush()) {
            }
            journal.commitAll();
        } while ((*desk)->settleSome());
    }
    void take() {
        give(elsewhere.piece());
        commit();
    }
};

TEST_F(DeskRemoteTest, WhatOthersWroteShowsAndIsToldWhenDurable) {
    auto const incident = elsewhere.open();
    give(elsewhere.piece());
    EXPECT_TRUE(told.empty());
    commit();
    EXPECT_EQ(told, std::vector<bool>{true});
    ASSERT_TRUE(board().incident(incident));
    EXPECT_EQ(board().incident(incident)->firstReceiver, fire);
    restart();
    EXPECT_TRUE(board().incident(incident));
}

TEST_F(DeskRemoteTest, WhatStorageDidNotKeepIsNotShown) {
    auto const incident = elsewhere.open();
    give(elsewhere.piece());
    while ((*desk)->flush()) {
    }
    journal.fail("disk full");
    EXPECT_EQ(told, std::vector<bool>{false});
    EXPECT_FALSE(board().incident(incident));
}

TEST_F(DeskRemoteTest, OwnCommandsBuildOnWhatCameBefore) {
    auto const incident = elsewhere.open();
    take();
    desk->done(SetPriority{incident, Priority::P1});
    EXPECT_EQ(board().incident(incident)->priority, Priority::P1);
    EXPECT_TRUE(board().incident(incident)->conflicts.empty());
}

TEST_F(DeskRemoteTest, ANumberOfOurOwnThatComesBackFromOthersIsNotGivenTwice) {
    auto const next = (*desk)->context(RunningDesk::supervisor("Li")).nextNumber;
    elsewhere.open({}, next);
    take();
    EXPECT_NE((*desk)->context(RunningDesk::supervisor("Li")).nextNumber, next);
    desk->done(fireAt("滨江路221"));
}

TEST_F(DeskRemoteTest, AnArchivedIncidentComesBackForGood) {
    auto const incident = closedIncident();
    passKeepEnded();
    tick();
    ASSERT_FALSE(board().incident(incident));
    elsewhere.clock.time = clock.time;
    elsewhere.write(incident, PrioritySet{Priority::P1}, {EventId(incident.hash())});
    take();
    EXPECT_TRUE(board().incident(incident));
    EXPECT_TRUE(isOnBoardInJournal(incident));
}

TEST_F(DeskRemoteTest, ADisclosedSectionIsReadWhenItIsDurable) {
    RestrictedParts words;
    words.joint.emplace().address = "滨江路221";
    auto const incident = elsewhere.open(words);
    auto piece = elsewhere.piece();
    auto& opened = piece.events.back();
    auto const section = opened.sections.back();
    opened.sections.pop_back();
    auto const sequence = opened.sequence;
    give(std::move(piece));
    commit();
    ASSERT_TRUE(board().incident(incident));
    EXPECT_FALSE(board().incident(incident)->address);
    give({.disclosed = {{.log = elsewhere.log(), .sequence = sequence, .section = section}}});
    commit();
    EXPECT_EQ(board().incident(incident)->address, "滨江路221");
}

/// The fire brigade has sent an engine to each of two incidents that grew here meanwhile: more late events
/// than are folded at once. The first incident is folded when they come, the second is not.
struct ManyLateEvents : DeskRemoteTest {
    UnitDispatched sent{.unit = UnitId(Hash{7})};
    std::vector<IncidentId> incidents;

    bool isSeenAt(std::size_t which) { return board().incident(incidents[which])->hasActiveAssignment(); }

    ManyLateEvents() {
        journal.crash();
        desk.reset();
        desk.emplace(journal, clock, 1);
        for (std::string const address : {"滨江路221", "人民路3"}) {
            incidents.push_back(desk->done(fireAt(address)));
            desk->done(SetPriority{incidents.back(), Priority::P3});
        }
        for (IncidentId const each : incidents)
            elsewhere.write(each, sent, {EventId(each.hash())});
        give(elsewhere.piece());
    }
};

TEST_F(ManyLateEvents, ShowLaterAndAreToldWithTheCommit) {
    EXPECT_TRUE((*desk)->isSettled(incidents[0]));
    EXPECT_FALSE((*desk)->isSettled(incidents[1]));
    EXPECT_TRUE(isSeenAt(0));
    EXPECT_FALSE(isSeenAt(1));
    commit();
    EXPECT_TRUE((*desk)->isSettled(incidents[1]));
    EXPECT_FALSE((*desk)->settleSome());
    EXPECT_TRUE(isSeenAt(1));
    EXPECT_EQ(desk->published().back().incidents.back()->id, incidents[1]);
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(ManyLateEvents, HaveASayInCommandsAboutTheirIncident) {
    auto const answer = desk->submit(CloseIncident{incidents[1], code("HANDLED"), {}});
    ASSERT_TRUE(answer->told) << "refused at once";
    EXPECT_FALSE(answer->isReceipt()) << "somebody is at work there";
    EXPECT_TRUE((*desk)->isSettled(incidents[1]));
}

TEST_F(ManyLateEvents, OutliveAStopBeforeTheyShow) {
    (*desk)->flush();
    journal.commitAll();
    restart();
    EXPECT_TRUE(isSeenAt(1));
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(ManyLateEvents, ThatStorageDidNotKeepAreNotShown) {
    (*desk)->flush();
    journal.fail("disk full");
    EXPECT_FALSE(isSeenAt(0));
    EXPECT_FALSE(isSeenAt(1));
}

/// The words of an opening, and the reason why they are to go, in logs of two desks.
struct ForgottenElsewhere : DeskRemoteTest {
    Elsewhere other{3};
    IncidentId incident;

    ForgottenElsewhere() {
        RestrictedParts words;
        words.joint.emplace().address = "滨江路221";
        incident = elsewhere.open(words);
        EventId const opening(incident.hash());
        other.write(incident, SectionForgotten{opening, SectionClass::Joint, 1}, {opening});
    }
    void takeTheReason() {
        give(other.piece());
        commit();
    }
    bool areWordsHeld() {
        commit(); // words go when nothing is on its way
        auto const held = journal.range(elsewhere.log(), incidentAt, incidentAt + 1);
        auto const& sections = held.front().sections;
        return std::ranges::find(sections, SectionClass::Joint, &EncodedSection::sectionClass)
               != sections.end();
    }
    static constexpr std::uint64_t incidentAt = 1;
};

TEST_F(ForgottenElsewhere, WordsThatComeBeforeTheReasonGo) {
    take();
    ASSERT_TRUE(areWordsHeld());
    takeTheReason();
    EXPECT_FALSE(areWordsHeld());
    EXPECT_FALSE(board().incident(incident)->address);
}

TEST_F(ForgottenElsewhere, WordsThatComeAfterTheReasonGo) {
    takeTheReason();
    take();
    EXPECT_FALSE(areWordsHeld());
    EXPECT_FALSE(board().incident(incident)->address);
}

TEST_F(ForgottenElsewhere, WordsThatComeAfterTheReasonAndAPowerCutGo) {
    takeTheReason();
    restart();
    take();
    EXPECT_FALSE(areWordsHeld());
    EXPECT_FALSE(board().incident(incident)->address);
}

TEST_F(DeskRemoteTest, WhatARevokedDeskWroteHasNoEffect) {
    auto const incident = desk->done(fireAt("滨江路221"));
    desk->done(SetPriority{incident, Priority::P3});
    auto const known = board().incident(incident);
    elsewhere.write(incident, PrioritySet{Priority::P1}, {EventId(incident.hash())});
    take();
    ASSERT_NE(*board().incident(incident), *known);
    (*desk)->admit(elsewhere.revokedAt(1), fire);
    commit();
    EXPECT_EQ(board().incident(incident)->priority, Priority::P3);
    EXPECT_TRUE(board().incident(incident)->conflicts.empty());
}

TEST_F(DeskRemoteTest, AnIncidentThatDoesNotCountAnyMoreLeavesTheBoard) {
    auto const first = elsewhere.open();
    std::uint64_t const honest = elsewhere.author.size();
    auto const later = elsewhere.open({}, *IncidentNumber::of(20270115, 78));
    take();
    ASSERT_NE(board().incident(later), nullptr);
    (*desk)->admit(elsewhere.revokedAt(honest), fire);
    commit();
    EXPECT_NE(board().incident(first), nullptr);
    EXPECT_EQ(board().incident(later), nullptr);
    EXPECT_EQ(board().incidents().size(), 1u);
}

TEST_F(DeskRemoteTest, ADeskThatIsRevokedWritesNothingMore) {
    desk->done(fireAt("滨江路221"));
    Revocation revocation;
    for (auto const& extent : journal.logs())
        if (extent.record.own) revocation.deskKey = {extent.record.deskKey};
    (*desk)->admit(revocation, fire);
    EXPECT_FALSE((*desk)->hasEnded()) << "the agency of another desk has no say";
    (*desk)->admit(revocation, police);
    EXPECT_TRUE((*desk)->hasEnded());
    auto const answer = desk->submit(fireAt("滨江路222"));
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->isRefusal(RefusalCode::DeskRevoked));
}

TEST_F(DeskRemoteTest, WhatARevokedDeskWritesLaterHasNoneEither) {
    auto const incident = desk->done(fireAt("滨江路221"));
    desk->done(SetPriority{incident, Priority::P3});
    take();
    (*desk)->admit(elsewhere.revokedAt(1), fire);
    elsewhere.write(incident, PrioritySet{Priority::P1}, {EventId(incident.hash())});
    take();
    EXPECT_EQ(board().incident(incident)->priority, Priority::P3);
}

} // namespace
} // namespace ob::core

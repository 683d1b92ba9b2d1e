// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk.h"

#include "core/crypto/sha256.h"
#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

struct DeskTest : testing::Test {
    FakeJournal journal;
    FakeClock clock;
    RunningDesk desk{journal, clock};

    std::shared_ptr<Incident const> onlyIncident() { return desk->board().incidents().begin()->second; }
};

TEST_F(DeskTest, TellsNobodyBeforeTheCommit) {
    auto const answer = desk.submit(fireAt("滨江路221"));
    EXPECT_FALSE(answer->told);
    EXPECT_TRUE(desk->flush());
    EXPECT_FALSE(answer->told);
    EXPECT_TRUE(desk.published().empty());
    ASSERT_TRUE(journal.commitNext());
    ASSERT_TRUE(answer->isReceipt());
    ASSERT_EQ(desk.published().size(), 1u);
    EXPECT_EQ(desk.published()[0].incidents.back()->id, answer->told->value().streams.front());
    EXPECT_TRUE(journal.holds(answer->told->value().events.front()));
}

TEST_F(DeskTest, PublishesBeforeItAnswers) {
    std::vector<std::string> told;
    desk->listen([&](ChangeSet const&) { told.emplace_back("published"); });
    desk->submit({.intent = fireAt("滨江路221"), .occurredAt = {}}, RunningDesk::supervisor("Li"),
                 [&](Result<Receipt> const&) { told.emplace_back("answered"); });
    desk->flush();
    journal.commitAll();
    EXPECT_EQ(told, (std::vector<std::string>{"published", "answered"}));
}

TEST_F(DeskTest, RefusesAtOnceAndWritesNothing) {
    auto const answer = desk.submit(TakeIncident{incidentId("20270115-0001")});
    EXPECT_TRUE(answer->isRefusal(RefusalCode::UnknownIncident));
    EXPECT_EQ(desk->pendingEvents(), 0u);
    EXPECT_FALSE(desk->flush());
}

TEST_F(DeskTest, PutsSeveralCommandsIntoOneBatchUnderOneHead) {
    desk.submit(fireAt("滨江路221"));
    desk.submit(fireAt("人民路3"));
    desk.submit(engine("E20"));
    ASSERT_TRUE(desk->flush());
    EXPECT_FALSE(desk->flush());
    ASSERT_EQ(journal.waiting(), 1u);
    EXPECT_EQ(journal.waitingBatch(0).heads.size(), 1u);
    EXPECT_EQ(journal.waitingBatch(0).heads[0].size, 1 + journal.waitingBatch(0).events.size());
    journal.commitAll();
    EXPECT_EQ(desk.published().size(), 1u);
}

TEST_F(DeskTest, SignsEachLaneThatGrew) {
    auto const bulk = desk.submit(fireAt("滨江路221"), RunningDesk::supervisor("Li"), Lane::Bulk);
    desk.submit(fireAt("人民路3"));
    desk->flush();
    EXPECT_EQ(journal.waitingBatch(0).heads.size(), 2u);
    journal.commitAll();
    ASSERT_TRUE(bulk->isReceipt());
    EXPECT_EQ(journal.eventsOf(desk.log(Lane::Bulk)).back().leaf, bulk->told->value().events.back());
}

TEST_F(DeskTest, DecidesOnWhatIsNotSavedYet) {
    UnitId const unit = desk.done(engine("E20"));
    desk.submit(fireAt("滨江路221"));
    desk->flush();
    IncidentId const incident = onlyIncident()->id;
    EXPECT_FALSE(desk->board().activeAssignments(unit).size());
    auto const sent = desk.submit(DispatchUnits{{unit}, incident, {}});
    auto const again = desk.submit(DispatchUnits{{unit}, incident, {}});
    EXPECT_TRUE(again->isRefusal(RefusalCode::AlreadyAssigned));
    EXPECT_FALSE(sent->told);
    desk->flush();
    journal.commitAll();
    EXPECT_TRUE(sent->isReceipt());
}

TEST_F(DeskTest, GivesEveryIncidentTheNextNumberOfItsBlock) {
    desk.submit(fireAt("滨江路221"));
    desk.submit(fireAt("人民路3"));
    EXPECT_EQ(desk->board().incidentsNumbered(*IncidentNumber::parse("20270115-0001")).size(), 1u);
    EXPECT_EQ(desk->board().incidentsNumbered(*IncidentNumber::parse("20270115-0002")).size(), 1u);
}

TEST_F(DeskTest, AnswersInOrderBatchByBatch) {
    auto const first = desk.submit(fireAt("滨江路221"));
    desk->flush();
    auto const second = desk.submit(fireAt("人民路3"));
    desk->flush();
    ASSERT_TRUE(journal.commitNext());
    EXPECT_TRUE(first->isReceipt());
    EXPECT_FALSE(second->told);
    ASSERT_TRUE(journal.commitNext());
    EXPECT_TRUE(second->isReceipt());
}

TEST_F(DeskTest, AJournalMayTellBeforeItReturns) {
    journal.behave(FakeJournal::Storage::CommitsAtOnce);
    auto const answer = desk.submit(fireAt("滨江路221"));
    desk->flush();
    EXPECT_TRUE(answer->isReceipt());
    journal.behave(FakeJournal::Storage::FailsAtOnce);
    auto const lost = desk.submit(fireAt("人民路3"));
    desk->flush();
    EXPECT_TRUE(lost->isRefusal(RefusalCode::StorageReadOnly));
    EXPECT_TRUE(areEqual(desk->board(), freshBoard(journal)));
}

TEST_F(DeskTest, AnAnswerMayAskForMore) {
    RunningDesk::AnswerPtr more;
    desk->submit({.intent = fireAt("滨江路221"), .occurredAt = {}}, RunningDesk::supervisor("Li"),
                 [&](Result<Receipt> const&) {
                     more = desk.submit(fireAt("人民路3"));
                     desk->flush();
                 });
    desk->flush();
    journal.commitAll();
    EXPECT_TRUE(more && more->isReceipt());
}

TEST_F(DeskTest, TellsTheSearchWordsAndKeyedNumbersOnly) {
    auto asked = fireAt("滨江路221");
    asked.caller.phone = "13800000000";
    asked.text = "浓烟";
    IncidentId const incident = desk.done(asked);
    auto const entries = journal.searchEntries(incident);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].number, "20270115-0001");
    EXPECT_NE(entries[0].text.find("浓烟"), std::string::npos);
    EXPECT_EQ(entries[0].text.find("13800000000"), std::string::npos);
    EXPECT_EQ(entries[0].lookupKeys, std::vector<Hash>{sha256(viewOf("13800000000"))});
}

TEST_F(DeskTest, ReadsAStreamAsItWasKnownAtATime) {
    IncidentId const incident = desk.done(fireAt("滨江路221"));
    Instant const then = clock.now();
    clock.goOn(Duration::ofMinutes(1));
    desk.done(SetPriority{incident, Priority::P4});
    desk.submit(AddNote{incident, "说明", false});
    desk->flush();
    desk.submit(AddNote{incident, "说明", false});
    EXPECT_EQ(desk->events(incident).size(), 4u) << "on the way and not handed over yet included";
    EXPECT_EQ(desk->events(incident, clock.now()).size(), 2u);
    EXPECT_EQ(desk->events(incident, then).size(), 1u);
}

// --- a failed commit

TEST_F(DeskTest, AFailedCommitIsToldAndTheDeskTakesNothingMore) {
    auto const answer = desk.submit(fireAt("滨江路221"));
    desk->flush();
    auto const later = desk.submit(fireAt("人民路3"));
    journal.fail("disk full");
    EXPECT_TRUE(answer->isRefusal(RefusalCode::StorageReadOnly));
    EXPECT_TRUE(later->isRefusal(RefusalCode::StorageReadOnly));
    EXPECT_TRUE(desk->isReadOnly());
    EXPECT_EQ(desk->readOnlyReason(), "disk full");
    auto const afterwards = desk.submit(fireAt("中山路1"));
    EXPECT_TRUE(afterwards->isRefusal(RefusalCode::StorageReadOnly));
    EXPECT_FALSE(desk->flush());
    desk->close();
    EXPECT_EQ(journal.waiting(), 0u);
}

TEST_F(DeskTest, AfterAFailedCommitTheBoardIsWhatIsSaved) {
    UnitId const unit = desk.done(engine("E20"));
    IncidentId const incident = desk.done(fireAt("滨江路221"));
    IncidentId const other = desk.done(fireAt("人民路3"));
    desk.submit(DispatchUnits{{unit}, incident, {}});
    desk->flush();
    journal.commitAll();
    std::size_t const saved = desk.published().size();

    desk.submit(ReachMilestone{{unit}, {}, AssignmentState::OnScene});
    desk->flush();
    desk.submit(MergeIncident{incident, other, "同一起火"});
    desk.submit(engine("E21"));
    desk->flush();
    desk.submit(fireAt("中山路1"));
    desk.submit(SetDispatchGrant{{}, fire, DispatchGrant::Direct});
    desk.submit(DeclareNoDuff{});
    EXPECT_TRUE(desk->board().isFrozen());
    EXPECT_EQ(desk.published().size(), saved);
    journal.fail("disk full");
    EXPECT_TRUE(areEqual(desk->board(), freshBoard(journal)));
    EXPECT_FALSE(desk->board().policy(police));
    EXPECT_FALSE(desk->board().isFrozen());
    EXPECT_EQ(desk->board().units().size(), 1u);
    EXPECT_EQ(desk->board().incidents().size(), 2u);
}

TEST_F(DeskTest, OnlyWhatCameAfterTheLastCommitIsLost) {
    auto const first = desk.submit(fireAt("滨江路221"));
    desk->flush();
    auto const second = desk.submit(fireAt("人民路3"));
    desk->flush();
    auto const third = desk.submit(fireAt("中山路1"));
    desk->flush();
    journal.commitNext();
    journal.fail("disk full");
    EXPECT_TRUE(first->isReceipt());
    EXPECT_TRUE(second->isRefusal(RefusalCode::StorageReadOnly));
    EXPECT_TRUE(third->isRefusal(RefusalCode::StorageReadOnly));
    EXPECT_TRUE(areEqual(desk->board(), freshBoard(journal)));
    EXPECT_EQ(desk->board().incidents().size(), 1u);
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/connection.h"
#include "core/store/sqlite_memory.h"
#include "core/store/sqlite_tracks.h"
#include "core/store/writer_thread.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <semaphore>
#include <utility>

namespace ob::store {
namespace {

using namespace core;
using tests::LogBytes;
using tests::StoredJournal;

class CommitThread : public testing::Test {
  protected:
    CommitThread() { open(); }
    void open() {
        desk.reset();
        desk = std::make_unique<StoredJournal>(Database::Place{.file = directory / "desk.db"});
        desk->journal.commitInThread([this] { m_woken.release(); });
    }
    JournalBatch batch(std::size_t bytes = 300) {
        made.push_back(log.in(stream, bytes));
        return {.logs = made.size() == 1 ? std::vector{record} : std::vector<LogRecord>{},
                .events = {made.back()},
                .heads = {log.head()}};
    }
    std::vector<EncodedEvent> held() { return desk->journal.range(log.log(), 0, 1u << 30); }
    void awaitWriter() { m_woken.acquire(); }

    tests::TemporaryDirectory directory;
    std::counting_semaphore<> m_woken{0};
    std::unique_ptr<StoredJournal> desk;
    LogBytes log;
    LogRecord record = log.record(true);
    StreamId stream{log.hash()};
    std::vector<EncodedEvent> made;
};

TEST_F(CommitThread, WhatIsWrittenIsSeenWhenItIsToldAndNotBefore) {
    auto const token = desk->journal.append(batch());
    EXPECT_FALSE(desk->journal.flush());
    awaitWriter();
    EXPECT_FALSE(desk->journal.isCommitting());
    EXPECT_TRUE(desk->committed.empty()) << "told by nobody but flush";
    EXPECT_TRUE(held().empty());
    EXPECT_TRUE(desk->journal.stream(stream, {}).empty()) << "it is on the disk, and nobody was told";
    EXPECT_TRUE(desk->journal.logs().empty());
    EXPECT_FALSE(desk->journal.flush());
    EXPECT_EQ(desk->committed, std::vector{token});
    EXPECT_EQ(held(), made);
    EXPECT_EQ(desk->journal.stream(stream, {}), made);
    ASSERT_EQ(desk->journal.logs().size(), 1u);
    EXPECT_EQ(desk->journal.logs()[0].size, 1u);
    EXPECT_EQ(desk->journal.logs()[0].newestHead->size, 1u);
}

TEST_F(CommitThread, BatchesAreToldInOrderAndOutliveTheRun) {
    std::vector<JournalToken> tokens;
    for (int round = 0; round < 300; ++round) {
        tokens.push_back(desk->journal.append(batch()));
        if (round % 3 == 0) desk->journal.flush();
        if (round % 50 == 49) desk->journal.flushBehind();
        ASSERT_EQ(held().size(), desk->committed.size());
    }
    desk->journal.flushAll();
    EXPECT_EQ(desk->committed, tokens);
    EXPECT_EQ(held(), made);
    open();
    EXPECT_EQ(held(), made);
    EXPECT_TRUE(desk->database.check().empty());
}

TEST_F(CommitThread, TheNextCommitIsUnderWayWhileThisOneIsTold) {
    desk->journal.append(batch());
    desk->journal.flush();
    desk->journal.append(batch());
    awaitWriter();
    bool hasTold = false;
    desk->journal.listen({.committed =
                              [&](JournalToken) {
                                  if (std::exchange(hasTold, true)) return;
                                  EXPECT_TRUE(m_woken.try_acquire_for(std::chrono::minutes(1)));
                                  EXPECT_EQ(held(), std::vector{made.front()}) << "the other is not told yet";
                              },
                          .failed = {}});
    desk->journal.flush();
    EXPECT_TRUE(hasTold);
    desk->journal.flushAll();
    EXPECT_EQ(held(), made);
}

TEST_F(CommitThread, AnEndInTheMiddleWaitsForTheCommit) {
    desk->journal.append(batch(2'000'000));
    desk->journal.flush();
    open();
    EXPECT_EQ(held(), made);
}

TEST_F(CommitThread, OthersWriteBetweenCommits) {
    SqliteMemory memory(desk->database);
    SqliteTracks tracks(desk->database);
    for (std::uint8_t round = 0; round < 100; ++round) {
        desk->journal.append(batch());
        desk->journal.flush();
        memory.set("round", Bytes{round});
        tracks.append(UnitId(log.hash()),
                      {.place = *GeoPoint::ofDegrees(31, 121), .fixedAt = tests::at(round)});
        tracks.flush();
        EXPECT_EQ(memory.get("round"), Bytes{round});
    }
    desk->journal.flushAll();
    EXPECT_EQ(held(), made);
}

TEST_F(CommitThread, TracksAreWrittenByTheThreadBetweenCommits) {
    SqliteTracks tracks(desk->database);
    UnitId const unit(log.hash());
    std::int64_t second = 0;
    auto const appendEnough = [&] {
        for (std::size_t count = 0; count < SqliteTracks::enough; ++count, second += 30)
            tracks.append(unit,
                          {.place = *GeoPoint::ofDegrees(31, 121), .fixedAt = tests::at(second * 1000)});
    };
    appendEnough();
    EXPECT_TRUE(desk->journal.isCommitting()) << "its thread is at work";
    desk->journal.append(batch());
    EXPECT_FALSE(desk->journal.flush()) << "the thread is at work";
    awaitWriter();
    desk->journal.listen({.committed = [&](JournalToken) { appendEnough(); }, .failed = {}});
    for (int round = 0; round < 20; ++round) {
        desk->journal.append(batch());
        desk->journal.flush();
    }
    desk->journal.flushAll();
    EXPECT_EQ(held(), made);
    auto const end = tests::at(second * 1000);
    EXPECT_EQ(static_cast<std::int64_t>(tracks.track(unit, {}, end, 10'000).size()), second / 30);
}

TEST_F(CommitThread, AFailureIsToldOfAllThatWasWaitingAndIsOverAfterRecovery) {
    desk->journal.append(batch());
    desk->journal.flushAll();
    auto const kept = made;
    // Waits for the writer, which stands still from now on.
    desk->database.connection().run("PRAGMA max_page_count = 1");
    auto const first = desk->journal.append(batch(90'000));
    desk->journal.flush();
    auto const second = desk->journal.append(batch());
    desk->journal.flushAll();
    EXPECT_EQ(desk->failed, (std::vector{first, second}));
    EXPECT_EQ(desk->journal.fault(), StorageFault::Full);
    EXPECT_EQ(held(), kept) << "reading goes on";
    made = kept;
    log.continueFrom(made.size());
    ASSERT_TRUE(desk->journal.tryRecover()) << "the limit was one of that connection";
    desk->journal.append(batch());
    desk->journal.flushAll();
    EXPECT_EQ(desk->committed.size(), 2u);
    EXPECT_EQ(held(), made);
}

TEST_F(CommitThread, TheWriteAheadLogIsMovedIntoTheFileAgainAndAgain) {
    for (int round = 0; round < 48; ++round) {
        desk->journal.append(batch(1'000'000));
        desk->journal.flush();
        ASSERT_LE(held().size(), made.size()) << "somebody reads all the time";
        if (round % 4 == 3) desk->journal.flushAll();
    }
    desk->journal.flushAll();
    EXPECT_EQ(held().size(), made.size());
    auto const size = std::filesystem::file_size(directory / "desk.db-wal");
    EXPECT_LT(size, 36'000'000u) << "of 48 MB";
}

TEST_F(CommitThread, WhatIsShreddedIsGoneForTheReaderAndScrubbingWaitsForNoCommit) {
    LogBytes other(9);
    EncodedEvent secret = other.creating();
    secret.sections.push_back(other.section(2, SectionClass::Personal));
    desk->journal.append({.logs = {other.record(true)}, .events = {secret}, .heads = {other.head()}});
    desk->journal.flushAll();
    ASSERT_EQ(desk->journal.range(other.log(), 0, 1), std::vector{secret});
    desk->journal.shred(other.log(), 0, 2);
    EXPECT_NE(desk->journal.range(other.log(), 0, 1), std::vector{secret});
    desk->journal.append(batch());
    desk->journal.flush();
    EXPECT_TRUE(desk->journal.scrub()) << "not now";
    desk->journal.flushAll();
    while (desk->journal.scrub()) {
    }
    EXPECT_EQ(held(), made);
}

TEST(WriterThread, DoesOneJobAfterAnotherAndTellsOfEach) {
    int done = 0;
    std::atomic<int> told = 0;
    {
        WriterThread thread([&] { ++told; });
        for (int job = 0; job < 1000; ++job) {
            thread.wait();
            EXPECT_EQ(done, job) << "seen without another lock";
            thread.start([&] { ++done; });
        }
    }
    EXPECT_EQ(done, 1000) << "the end waits for the last";
    EXPECT_EQ(told, 1000);
}

} // namespace
} // namespace ob::store

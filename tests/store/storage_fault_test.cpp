// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/connection.h"
#include "tests/support/log_bytes.h"
#include "tests/support/power_loss_vfs.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::store {
namespace {

using namespace core;
using tests::LogBytes;
using tests::PowerLossDisk;
using tests::StoredJournal;

class StorageFaultTest : public testing::Test {
  protected:
    JournalBatch batch() {
        made.push_back(log.in(stream, 3000));
        return {.logs = {record}, .events = {made.back()}, .heads = {log.head()}};
    }
    void forgetLast(std::size_t count) {
        made.resize(made.size() - count);
        log.continueFrom(made.size());
    }
    std::vector<EncodedEvent> held() { return desk.journal.range(log.log(), 0, 1000); }

    PowerLossDisk disk{"faulty"};
    StoredJournal desk{{.file = "desk.db", .vfs = "faulty"}};
    LogBytes log;
    LogRecord record = log.record(true);
    StreamId stream{log.hash()};
    std::vector<EncodedEvent> made;
};

TEST_F(StorageFaultTest, AFullDiskStopsWritingUntilThereIsRoom) {
    ASSERT_TRUE(desk.commit(batch()));
    disk.setCapacity(0);
    auto const first = desk.journal.append(batch());
    auto const second = desk.journal.append(batch());
    EXPECT_FALSE(desk.journal.flush());
    EXPECT_EQ(desk.failed, (std::vector{first, second}));
    EXPECT_EQ(desk.journal.fault(), StorageFault::Full);
    EXPECT_NE(desk.lastReason.find("full"), std::string::npos) << desk.lastReason;
    EXPECT_FALSE(desk.journal.ownLogsEnded());
    forgetLast(2);
    EXPECT_EQ(held(), made) << "reading goes on";

    EXPECT_FALSE(desk.commit(batch()));
    EXPECT_EQ(desk.failed.size(), 3u) << "nothing more is taken";
    forgetLast(1);
    EXPECT_FALSE(desk.journal.tryRecover());

    disk.setCapacity(1u << 30);
    EXPECT_FALSE(desk.commit(batch())) << "not before it is asked to";
    forgetLast(1);
    EXPECT_TRUE(desk.journal.tryRecover());
    EXPECT_EQ(desk.journal.fault(), StorageFault::None);
    EXPECT_TRUE(desk.commit(batch()));
    EXPECT_EQ(held(), made);
}

TEST_F(StorageFaultTest, AFailedFsyncEndsTheOwnLogsUntilANewIncarnation) {
    ASSERT_TRUE(desk.commit(batch()));
    disk.setSyncFails(true);
    EXPECT_FALSE(desk.commit(batch()));
    EXPECT_EQ(desk.journal.fault(), StorageFault::Io);
    EXPECT_TRUE(desk.journal.ownLogsEnded());
    EXPECT_FALSE(desk.journal.tryRecover());
    EXPECT_TRUE(desk.journal.ownLogsEnded());

    disk.setSyncFails(false);
    ASSERT_TRUE(desk.journal.tryRecover());
    EXPECT_TRUE(desk.journal.ownLogsEnded()) << "the disk is well again, the log is not";
    // Whatever the disk kept is whole, and the journal knows it.
    EXPECT_EQ(held().size(), desk.journal.logs().at(0).size);
    {
        SqliteJournal const restarted(desk.database, {});
        EXPECT_TRUE(restarted.ownLogsEnded());
    }
    LogBytes next(7);
    EXPECT_TRUE(desk.commit({.logs = {next.record(true)}, .events = {next.creating()}}));
    EXPECT_FALSE(desk.journal.ownLogsEnded());
}

TEST_F(StorageFaultTest, AFailureAtAnyWriteLosesNothingThatWasCommitted) {
    bool reachedTheEnd = false;
    for (std::int64_t operations = 1; !reachedTheEnd; ++operations) {
        ASSERT_LT(operations, 500);
        ASSERT_TRUE(desk.journal.tryRecover());
        ASSERT_TRUE(desk.commit(batch()));
        auto const before = made;
        disk.losePowerAfter(operations);
        reachedTheEnd = desk.commit(batch());
        disk.turnOn();
        if (reachedTheEnd) break;
        EXPECT_EQ(desk.journal.fault(), StorageFault::Io);
        ASSERT_TRUE(desk.journal.tryRecover());
        made.resize(held().size());
        log.continueFrom(made.size());
        ASSERT_GE(made.size(), before.size());
        EXPECT_EQ(held(), made);
        ASSERT_TRUE(desk.database.check().empty());
    }
    EXPECT_TRUE(reachedTheEnd);
}

TEST(StorageFault, TheLimitOfPagesIsAFullDiskToo) {
    tests::TemporaryDirectory const directory;
    StoredJournal desk({.file = directory / "desk.db"});
    LogBytes log;
    desk.database.connection().run("PRAGMA max_page_count = 1");
    EXPECT_FALSE(desk.commit({.logs = {log.record()}, .events = {log.in(StreamId(log.hash()), 60'000)}}));
    EXPECT_EQ(desk.journal.fault(), StorageFault::Full);
    log.continueFrom(0);
    EXPECT_TRUE(desk.journal.tryRecover()) << "the limit was one of that connection";
    EXPECT_TRUE(desk.commit({.logs = {log.record()}, .events = {log.creating()}}));
}

} // namespace
} // namespace ob::store

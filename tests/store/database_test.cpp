// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include "core/store/connection.h"
#include "core/store/sql_error.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace ob::store {
namespace {

using namespace core;
using tests::LogBytes;
using tests::StoredJournal;

class DatabaseTest : public testing::Test {
  protected:
    std::filesystem::path file() const { return directory / "desk.db"; }
    std::filesystem::path wal() const { return directory / "desk.db-wal"; }
    static std::string refusal(auto const& action) {
        try {
            action();
        } catch (StoreError const& error) {
            return error.what();
        }
        return "not refused";
    }
    std::vector<EncodedEvent> fill(int events) {
        StoredJournal desk({.file = file()});
        std::vector<EncodedEvent> made;
        for (int count = 0; count < events; ++count)
            made.push_back(log.creating());
        EXPECT_TRUE(desk.commit({.logs = {log.record()}, .events = made, .heads = {log.head()}}));
        return made;
    }
    void flip(std::filesystem::path const& path, std::size_t offset, std::size_t count) {
        std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(offset));
        bytes << std::string(count, '\xa5');
    }
    /// A page in the middle of the table's leaves.
    std::size_t pageOf(std::string const& table) {
        Connection connection({.file = file().string(), .readOnly = true});
        return static_cast<std::size_t>(connection.integer(
            "SELECT pageno FROM dbstat WHERE name = '" + table
            + "' AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET (SELECT count(*) / 2 FROM dbstat WHERE "
              "name = '"
            + table + "' AND pagetype = 'leaf')"));
    }

    tests::TemporaryDirectory directory;
    LogBytes log;
};

TEST_F(DatabaseTest, KeepsEveryCommitOnTheDiskBeforeItSaysSo) {
    Database database({.file = file()});
    EXPECT_EQ(database.connection().text("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(database.connection().integer("PRAGMA synchronous"), 2) << "FULL";
    EXPECT_EQ(database.connection().integer("PRAGMA wal_autocheckpoint"), 0) << "ours tells its errors";
}

TEST_F(DatabaseTest, HasStrictTablesWithRowidsOnly) {
    Database database({.file = file()});
    Statement tables = database.connection().prepare(
        "SELECT name, wr, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\__%' ESCAPE '\\'");
    while (tables.step()) {
        EXPECT_EQ(tables.integer(1), 0) << tables.text(0);
        EXPECT_EQ(tables.integer(2), 1) << tables.text(0);
    }
}

TEST_F(DatabaseTest, RefusesASecondDeskOnTheSameDirectory) {
    auto first = std::make_unique<Database>(Database::Place{.file = file()});
    std::string const reason = refusal([&] { Database const second({.file = file()}); });
    EXPECT_NE(reason.find("in use by another desk"), std::string::npos) << reason;
    EXPECT_NE(reason.find(std::to_string(::getpid())), std::string::npos) << reason;
    {
        Database const reading({.file = file(), .access = Access::Read});
    }
    first.reset();
    Database const again({.file = file()});
}

TEST_F(DatabaseTest, ReadsWithoutChangingAnything) {
    auto const made = fill(3);
    StoredJournal reading({.file = file(), .access = Access::Read});
    EXPECT_EQ(reading.journal.range(log.log(), 0, 9), made);
    EXPECT_EQ(reading.journal.fault(), StorageFault::ReadOnly);
    EXPECT_FALSE(reading.commit({.events = {log.creating()}}));
    EXPECT_EQ(reading.failed.size(), 1u);
    EXPECT_FALSE(reading.journal.tryRecover());
    EXPECT_THROW(reading.database.connection().run("DELETE FROM event"), SqlError);
    EXPECT_THROW(Database({.file = directory / "none.db", .access = Access::Read}), StoreError);
    EXPECT_FALSE(std::filesystem::exists(directory / "none.db"));
}

TEST_F(DatabaseTest, NeverMakesANewFileFromTheRemainsOfALostOne) {
    fill(3);
    std::filesystem::resize_file(file(), 0);
    EXPECT_NE(refusal([&] { Database const opened({.file = file()}); }).find("is empty"), std::string::npos);
    EXPECT_EQ(std::filesystem::file_size(file()), 0u);
    std::filesystem::remove(file());
    std::ofstream(wal()) << "left behind";
    EXPECT_NE(refusal([&] { Database const opened({.file = file()}); }).find("is missing"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(file()));
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseStaysAsItIs) {
    fill(3);
    auto const size = std::filesystem::file_size(file());
    flip(file(), 0, 100);
    EXPECT_THROW(Database({.file = file()}), StoreError);
    EXPECT_EQ(std::filesystem::file_size(file()), size);
}

TEST_F(DatabaseTest, NamesTheTableAndRowsOfADamagedPage) {
    auto const made = fill(400);
    flip(file(), (pageOf("event") - 1) * 4096, 200);
    auto const size = std::filesystem::file_size(file());
    StoredJournal desk({.file = file()});
    auto const damage = desk.database.check();
    ASSERT_FALSE(damage.empty());
    EXPECT_EQ(damage[0].table, "event");
    EXPECT_NE(damage[0].place.find("after row "), std::string::npos) << damage[0].place;
    EXPECT_NE(damage[0].place.find(", before row "), std::string::npos) << damage[0].place;
    std::string const reason = refusal([&] { desk.journal.range(log.log(), 0, 400); });
    EXPECT_NE(reason.find("after log " + log.log().hex().substr(0, 16) + " sequence "), std::string::npos)
        << reason;
    // What lies before the damage can be read, and the file is neither cut nor emptied.
    EXPECT_EQ(desk.journal.range(log.log(), 0, 10), std::vector(made.begin(), made.begin() + 10));
    EXPECT_GE(std::filesystem::file_size(file()), size);
}

TEST_F(DatabaseTest, StopsWritingWhenItMeetsADamagedPage) {
    fill(400);
    flip(file(), (pageOf("section") - 1) * 4096, 200);
    StoredJournal desk({.file = file()});
    auto const middle = [&] {
        for (std::uint64_t sequence = 0; sequence < 400; ++sequence) {
            JournalBatch batch;
            batch.disclosed = {
                {.log = log.log(), .sequence = sequence, .section = log.section(1, SectionClass::Joint)}};
            if (!desk.commit(std::move(batch))) return true;
        }
        return false;
    };
    EXPECT_TRUE(middle());
    EXPECT_EQ(desk.journal.fault(), StorageFault::Corrupt);
    EXPECT_FALSE(desk.journal.ownLogsEnded());
    EXPECT_FALSE(desk.journal.tryRecover()) << "the damage is still there";
    EXPECT_EQ(desk.journal.range(log.log(), 0, 5).size(), 5u) << "it is read as far as it goes";
}

TEST_F(DatabaseTest, DropsATornTailOfTheWriteAheadLog) {
    // A copy taken while a desk runs holds its log, as after kill -9.
    LogBytes running;
    tests::TemporaryDirectory const copy;
    StoredJournal desk({.file = file()});
    std::vector<EncodedEvent> made;
    std::uintmax_t whole = 0;
    for (int commit = 0; commit < 3; ++commit) {
        whole = std::filesystem::exists(wal()) ? std::filesystem::file_size(wal()) : 0;
        made.push_back(running.creating());
        ASSERT_TRUE(desk.commit({.logs = {running.record()}, .events = {made.back()}}));
    }
    std::filesystem::copy_file(file(), copy / "desk.db");
    std::filesystem::copy_file(wal(), copy / "desk.db-wal");
    flip(copy / "desk.db-wal", whole + 100, 4);
    StoredJournal again({.file = copy / "desk.db"});
    made.pop_back();
    EXPECT_EQ(again.journal.range(running.log(), 0, 9), made);
    EXPECT_TRUE(again.database.check().empty());
}

} // namespace
} // namespace ob::store

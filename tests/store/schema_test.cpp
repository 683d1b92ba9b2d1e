// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.h"

#include "core/store/connection.h"
#include "core/store/sql_error.h"
#include "core/store/sqlite_search.h"
#include "tests/support/source_dir.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace ob::store {
namespace {

using namespace core;

std::string fixture(std::string const& name) {
    std::ifstream file(std::string(sourceDir() + "/tests/store/fixtures/") + name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

class SchemaTest : public testing::Test {
  protected:
    void makeFixture(std::string const& name) { Connection({.file = file}).run(fixture(name)); }
    static std::string describe(Connection& connection) {
        std::string text;
        Statement rows = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name");
        while (rows.step())
            text += std::string(rows.text(0)) + ' ' + std::string(rows.text(1)) + ": "
                    + std::string(rows.text(2)) + '\n';
        return text;
    }
    static std::string refusal(auto const& action) {
        try {
            action();
        } catch (StoreError const& error) {
            return error.what();
        }
        return "not refused";
    }

    tests::TemporaryDirectory directory;
    std::string file = (directory / "desk.db").string();
};

TEST_F(SchemaTest, AFileOfSchema1OpensAndHoldsWhatItHeld) {
    makeFixture("schema_1.sql");
    tests::StoredJournal desk({.file = file});
    auto const logs = desk.journal.logs();
    ASSERT_EQ(logs.size(), 1u);
    EXPECT_EQ(logs[0].size, 2u);
    EXPECT_EQ(logs[0].record.certificate, (Bytes{0xc0, 0xff, 0xee}));
    EXPECT_EQ(logs[0].newestHead->note, "note");
    EXPECT_EQ(logs[0].newestHead->size, 2u);
    auto const events = desk.journal.range(logs[0].record.id, 0, 2);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].sections.at(0).bytes, (Bytes{10, 11, 12}));
    EXPECT_TRUE(events[0].creates);
    EXPECT_TRUE(events[1].isStub());
    SqliteSearch search(desk.database);
    EXPECT_EQ(search.find("起火", 9).size(), 1u);
    EXPECT_TRUE(desk.database.check().empty());
}

TEST_F(SchemaTest, ANewFileHasTheSameTablesAsAMigratedOne) {
    makeFixture("schema_1.sql");
    Database const migrated({.file = file});
    std::filesystem::create_directory(directory / "other");
    Database const made({.file = directory / "other" / "desk.db"});
    Connection before({.file = file, .readOnly = true});
    Connection after({.file = (directory / "other" / "desk.db").string(), .readOnly = true});
    EXPECT_EQ(describe(after), describe(before));
    EXPECT_EQ(after.integer("PRAGMA user_version"), before.integer("PRAGMA user_version"));
}

TEST_F(SchemaTest, StepsRunInOrderEachWithItsNumber) {
    makeFixture("schema_1.sql");
    Connection connection({.file = file});
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    int const last = steps.back().number;
    steps.push_back({last + 1, "ALTER TABLE log ADD COLUMN name TEXT NOT NULL DEFAULT 'unnamed'"});
    steps.push_back({last + 2, "UPDATE log SET name = name || '!'"});
    migrate(connection, steps);
    EXPECT_EQ(schemaOf(connection, steps), last + 2);
    EXPECT_EQ(connection.text("SELECT name FROM log"), "unnamed!");
    EXPECT_EQ(connection.integer("SELECT count(*) FROM event"), 2);
    migrate(connection, steps);
    EXPECT_EQ(connection.text("SELECT name FROM log"), "unnamed!") << "no step runs twice";
}

TEST_F(SchemaTest, AStepThatFailsLeavesTheFileAsItWas) {
    makeFixture("schema_1.sql");
    Connection connection({.file = file});
    migrate(connection, migrations());
    std::string const before = describe(connection);
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    int const last = steps.back().number;
    steps.push_back({last + 1, "CREATE TABLE extra(id INTEGER PRIMARY KEY); INSERT INTO missing VALUES (1)"});
    EXPECT_THROW(migrate(connection, steps), StoreError);
    EXPECT_EQ(describe(connection), before);
    EXPECT_EQ(schemaOf(connection, steps), last);
}

TEST_F(SchemaTest, ANewerFileIsRefusedWithWhatToDoAndNotChanged) {
    makeFixture("schema_1.sql");
    Connection({.file = file}).run("PRAGMA user_version = 1000");
    std::string const reason = refusal([&] { Database const opened({.file = file}); });
    EXPECT_NE(reason.find("newer"), std::string::npos) << reason;
    EXPECT_NE(reason.find("start the newer program"), std::string::npos) << reason;
    Connection after({.file = file});
    EXPECT_EQ(after.integer("PRAGMA user_version"), 1000);
    EXPECT_EQ(after.text("PRAGMA journal_mode"), "delete");
}

TEST_F(SchemaTest, AFileOfAnotherProgramIsRefused) {
    Connection({.file = file}).run("CREATE TABLE bookmark(id INTEGER PRIMARY KEY); PRAGMA user_version = 1");
    EXPECT_NE(refusal([&] { Database const opened({.file = file}); }).find("no OneBoard desk file"),
              std::string::npos);
    EXPECT_EQ(Connection({.file = file}).text("PRAGMA journal_mode"), "delete");
}

} // namespace
} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_premises.h"

#include "core/store/connection.h"
#include "core/store/database.h"
#include "core/store/read_snapshot.h"
#include "tests/support/premise_builder.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace ob::store {
namespace {

using namespace core;
using test::premise;
using Others = SqlitePremises::Others;
using testing::ElementsAre;
using testing::IsEmpty;

PremiseRecord record(std::string key, std::string contact = {}) {
    PremiseRecord made{.premise = premise(std::move(key)), .contact = std::move(contact)};
    made.premise.hasContact = !made.contact.empty();
    return made;
}

struct Desk {
    explicit Desk(std::filesystem::path const& file) : database({.file = file}) {}
    Database database;
    SqlitePremises premises{database, tests::StoredJournal::key()};
};

class SqlitePremisesTest : public testing::Test {
  protected:
    std::vector<std::string> keys() {
        std::vector<std::string> keys;
        for (auto const& each : Desk(file).premises.all().premises)
            keys.push_back(each.key);
        return keys;
    }
    tests::TemporaryDirectory directory;
    std::filesystem::path file = directory / "desk.db";
};

TEST_F(SqlitePremisesTest, HoldsWhatWasPutAfterANewStart) {
    PremiseRecord first = record("a", "值班室 139");
    first.premise.text = "东门";
    Desk(file).premises.put({first, record("b")}, Others::Kept);
    Desk again(file);
    auto const held = again.premises.all();
    ASSERT_EQ(held.premises.size(), 2u);
    EXPECT_EQ(held.premises[0], first.premise);
    EXPECT_EQ(again.premises.contact("a"), "值班室 139");
    EXPECT_EQ(again.premises.contact("b"), std::nullopt);
    EXPECT_EQ(again.premises.contact("c"), std::nullopt);
}

TEST_F(SqlitePremisesTest, ReplacesARecordAsAWholeAndKeepsOrRemovesTheOthers) {
    Desk(file).premises.put({record("a", "139"), record("b")}, Others::Kept);
    Desk(file).premises.put({record("a"), record("c")}, Others::Kept);
    EXPECT_THAT(keys(), ElementsAre("a", "b", "c"));
    EXPECT_EQ(Desk(file).premises.contact("a"), std::nullopt);
    Desk(file).premises.put({record("d")}, Others::Removed);
    EXPECT_THAT(keys(), ElementsAre("d"));
    Desk(file).premises.remove({"d", "never there"});
    EXPECT_THAT(keys(), IsEmpty());
}

TEST_F(SqlitePremisesTest, DoesNotHoldAContactInTheClear) {
    Desk(file).premises.put({record("a", "canary-13900000000")}, Others::Kept);
    for (auto const& entry : std::filesystem::directory_iterator(directory.path())) {
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string const bytes{std::istreambuf_iterator<char>(stream), {}};
        EXPECT_EQ(bytes.find("canary-1390"), std::string::npos) << entry.path();
    }
}

TEST_F(SqlitePremisesTest, AContactOfAnotherRecordIsNotTaken) {
    Desk(file).premises.put({record("a", "139"), record("b", "138")}, Others::Kept);
    Connection({.file = file.string()})
        .run("UPDATE premise SET contact = (SELECT contact FROM premise WHERE key = 'a') WHERE key = 'b'");
    EXPECT_EQ(Desk(file).premises.contact("a"), "139");
    EXPECT_EQ(Desk(file).premises.contact("b"), "") << "cannot be opened";
}

TEST_F(SqlitePremisesTest, NamesRowsThatAreNotAsTheyWereWrittenAndGivesTheOthers) {
    Desk(file).premises.put({record("a"), record("b"), record("c"), record("d", "139")}, Others::Kept);
    Connection changed({.file = file.string()});
    changed.run("UPDATE premise SET record = 'rubbish' WHERE key = 'a'");
    changed.run("UPDATE premise SET record = (SELECT record FROM premise WHERE key = 'c') WHERE key = 'b'");
    changed.run("UPDATE premise SET contact = NULL WHERE key = 'd'");
    auto const held = Desk(file).premises.all();
    EXPECT_THAT(held.unreadable, ElementsAre("a", "b", "d"));
    ASSERT_EQ(held.premises.size(), 1u);
    EXPECT_EQ(held.premises[0].key, "c");
}

TEST_F(SqlitePremisesTest, SeesWhatWasPutWhileTheJournalCommitsBeside) {
    Desk desk(file);
    desk.database.writeInThread([] {});
    ReadSnapshot const before(desk.database); // as the journal holds one until its commit is told
    desk.premises.put({record("a", "139")}, Others::Kept);
    EXPECT_EQ(desk.premises.all().premises.size(), 1u);
    EXPECT_EQ(desk.premises.contact("a"), "139");
    desk.premises.note({.key = "a", .name = "n", .at = {}, .operatorName = "李", .position = {}});
    EXPECT_EQ(desk.premises.askings(9).size(), 1u);
}

TEST_F(SqlitePremisesTest, KeepsWhoAsked) {
    auto const asking = [](std::int64_t at) {
        return ContactAsking{.key = "a",
                             .name = "示范仓库",
                             .at = *Instant::ofMilliseconds(at),
                             .operatorName = "李",
                             .position = "FD-1"};
    };
    Desk(file).premises.note(asking(1));
    Desk(file).premises.note(asking(2));
    EXPECT_THAT(Desk(file).premises.askings(9), ElementsAre(asking(2), asking(1)));
    EXPECT_EQ(Desk(file).premises.askings(1).size(), 1u);
}

TEST_F(SqlitePremisesTest, AnImportThatIsKilledIsThereWholeOrNotAtAll) {
    constexpr std::size_t count = 2'000;
    std::vector<PremiseRecord> many;
    for (std::size_t index = 0; index < count; ++index)
        many.push_back(record("new-" + std::to_string(index), "139"));
    Desk(file).premises.put({record("old")}, Others::Kept);
    for (int round = 0; round < 8; ++round) {
        pid_t const writer = ::fork();
        ASSERT_GE(writer, 0);
        if (writer == 0) {
            Desk(file).premises.put(many, Others::Removed);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(1'500 * (round + 1)));
        ::kill(writer, SIGKILL);
        ::waitpid(writer, nullptr, 0);
        auto const held = Desk(file).premises.all();
        EXPECT_TRUE(held.unreadable.empty());
        bool const isBefore = held.premises.size() == 1 && held.premises[0].key == "old";
        EXPECT_TRUE(isBefore || held.premises.size() == count) << held.premises.size();
        Desk(file).premises.put({record("old")}, Others::Removed);
    }
}

TEST_F(SqlitePremisesTest, AFileOfAnOlderSchemaGetsAnEmptyList) {
    {
        Desk const made(file);
    }
    Connection({.file = file.string()})
        .run("DROP TABLE premise; DROP TABLE contact_asking; DROP TABLE set_aside; PRAGMA user_version = 4");
    EXPECT_THAT(keys(), IsEmpty());
    Desk(file).premises.put({record("a")}, Others::Kept);
    EXPECT_THAT(keys(), ElementsAre("a"));
}

} // namespace
} // namespace ob::store

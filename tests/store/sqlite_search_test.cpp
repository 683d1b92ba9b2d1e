// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_search.h"

#include "core/store/connection.h"
#include "core/store/search_tokens.h"
#include "core/text.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace ob::store {
namespace {

using namespace core;
using tests::LogBytes;
using tests::StoredJournal;
using Numbers = std::vector<std::string>;

class SqliteSearchTest : public testing::Test {
  protected:
    StreamId add(std::string const& number, std::string const& text, std::vector<Hash> keys = {}) {
        EncodedEvent const created = log.creating();
        write(created.stream, number, text, std::move(keys), {created});
        return created.stream;
    }
    void write(StreamId stream, std::string const& number, std::string const& text,
               std::vector<Hash> keys = {}, std::vector<EncodedEvent> events = {}) {
        EXPECT_TRUE(desk.commit({.logs = {log.record()},
                                 .events = std::move(events),
                                 .search = {{.stream = stream,
                                             .number = number,
                                             .address = "滨江路221号",
                                             .text = text,
                                             .lookupKeys = std::move(keys)}}}));
    }
    static Numbers numbers(std::vector<SearchHit> const& hits) {
        Numbers found;
        for (SearchHit const& hit : hits)
            found.push_back(hit.number);
        return found;
    }
    Numbers find(std::string_view text, std::size_t limit = 100) { return numbers(search.find(text, limit)); }
    /// FTS5's own comparison of the index with what it was made from.
    void checkIndex() {
        desk.database.connection().run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)");
    }

    tests::TemporaryDirectory directory;
    StoredJournal desk{{.file = directory / "desk.db"}};
    SqliteSearch search{desk.database};
    LogBytes log;
};

TEST_F(SqliteSearchTest, FindsWordsNewestFirstUpToALimit) {
    add("1", "滨江路221号居民楼起火");
    StreamId const second = add("2", "人民路8号起火 E07");
    add("3", "交通事故");
    EXPECT_EQ(find("起火"), (Numbers{"2", "1"}));
    EXPECT_EQ(find("起火", 1), Numbers{"2"});
    EXPECT_EQ(find("e0"), Numbers{"2"});
    EXPECT_EQ(find("起火 E07"), Numbers{"2"});
    EXPECT_EQ(find(" ,"), Numbers{});
    auto const hits = search.find("E07", 10);
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].stream, second);
    EXPECT_EQ(hits[0].address, "滨江路221号");
}

TEST_F(SqliteSearchTest, FindsNumbersByTheirBeginningAndTheirEnd) {
    add("202604120042", "202604120042 起火");
    add("202605010042", "202605010042 起火");
    for (char const* const typed : {"2", "20", "202", "2026", "20260"})
        EXPECT_EQ(find(typed).size(), 2u) << typed;
    for (char const* const typed : {"202604", "2026041", "20260412", "202604120", "202604120042"})
        EXPECT_EQ(find(typed), Numbers{"202604120042"}) << typed;
    EXPECT_EQ(find("0042").size(), 2u);
}

TEST_F(SqliteSearchTest, FindsAChangedEntryByItsNewWordsOnly) {
    StreamId const stream = add("1", "起火");
    add("2", "起火");
    write(stream, "1", "误报 E07");
    EXPECT_EQ(find("起火"), Numbers{"2"});
    EXPECT_EQ(find("误报"), Numbers{"1"}) << "keeps its place";
    write(stream, "1b", "误报 E07");
    EXPECT_EQ(find("误报"), Numbers{"1b"});
    checkIndex();
}

TEST_F(SqliteSearchTest, ForgetsTheWordsOfAStreamWhenASectionIsShredded) {
    EncodedEvent const created = log.creating();
    write(created.stream, "1", "张三受伤", {log.hash()}, {created});
    add("2", "张三受伤");
    desk.journal.shred(created.log, created.sequence, 0);
    EXPECT_EQ(find("张三"), Numbers{"2"});
    checkIndex();
    write(created.stream, "1", "受伤");
    EXPECT_EQ(find("受伤"), (Numbers{"2", "1"}));
    EXPECT_EQ(find("张三"), Numbers{"2"});
}

TEST_F(SqliteSearchTest, LooksUpKeyedHashesExactly) {
    Hash const phone = log.hash();
    StreamId const stream = add("1", "a", {phone, log.hash()});
    add("2", "b", {phone});
    EXPECT_EQ(numbers(search.lookup(phone, 10)), (Numbers{"2", "1"}));
    EXPECT_EQ(numbers(search.lookup(log.hash(), 10)), Numbers{});
    write(stream, "1", "a", {}); // what was said before stays: the desk names a number once
    write(stream, "1", "a", {phone});
    EXPECT_EQ(numbers(search.lookup(phone, 10)), (Numbers{"2", "1"}));
}

TEST_F(SqliteSearchTest, AnswersOnAReadingConnectionAndAfterReopening) {
    add("1", "起火");
    Database reading({.file = directory / "desk.db", .access = Access::Read});
    SqliteSearch worker(reading);
    EXPECT_EQ(numbers(worker.find("起火", 10)), Numbers{"1"});
    EXPECT_EQ(find("起火"), Numbers{"1"});
    add("2", "起火");
    EXPECT_EQ(numbers(worker.find("起火", 10)), (Numbers{"2", "1"}));
    reading.reopen();
    EXPECT_EQ(numbers(worker.find("起火", 10)), (Numbers{"2", "1"}));
}

/// Texts and queries from few pieces, so that they meet.
std::string typedText() {
    static std::vector<std::string> const pieces{"火",       "江路",          "起",  "E07", "e0",
                                                 "20260412", "2026041200421", "1",   " ",   ",",
                                                 "é",        "Ünï",           "кот", "\"*"};
    std::string text;
    for (auto const& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
        text += piece;
    return text;
}

/// The reference: an index of the plain segmentation, asked with the plain query.
struct PlainIndex {
    explicit PlainIndex(Connection& connectionToUse) : connection(connectionToUse) {
        connection.run("CREATE VIRTUAL TABLE temp.plain USING fts5(tokens, tokenize='ascii');"
                       "CREATE VIRTUAL TABLE temp.quick USING fts5(tokens, tokenize='ascii')");
    }
    ~PlainIndex() { connection.run("DROP TABLE temp.plain; DROP TABLE temp.quick"); }

    void add(std::string const& text) {
        std::string const plain = segment(text), quick = indexTokens(text);
        connection.prepare("INSERT INTO temp.plain VALUES (?1)").bind(1, plain).run();
        connection.prepare("INSERT INTO temp.quick VALUES (?1)").bind(1, quick).run();
    }
    std::vector<std::int64_t> rows(std::string const& table, std::string const& query) {
        std::vector<std::int64_t> found;
        Statement select = connection.prepare("SELECT rowid FROM temp." + table + "(?1) ORDER BY rowid");
        select.bind(1, query);
        while (select.step())
            found.push_back(select.integer(0));
        return found;
    }
    Connection& connection;
};

TEST(SearchTokens, FindTheSameAsPlainPrefixQueries) {
    tests::TemporaryDirectory const directory;
    Database database({.file = directory / "desk.db"});
    bool const holds = rc::check("indexed beginnings answer as prefix queries do", [&] {
        PlainIndex index(database.connection());
        auto const count = *rc::gen::inRange(1, 6);
        for (int made = 0; made < count; ++made)
            index.add(typedText());
        std::string const typed = typedText();
        auto const plain = searchQuery(typed);
        auto const quick = indexQuery(typed);
        RC_ASSERT(plain.has_value() == quick.has_value());
        if (!plain) return;
        RC_ASSERT(index.rows("quick", *quick) == index.rows("plain", *plain));
    });
    EXPECT_TRUE(holds);
}

TEST(SearchTokens, NothingTypedIsASyntaxError) {
    tests::TemporaryDirectory const directory;
    Database database({.file = directory / "desk.db"});
    SqliteSearch search(database);
    bool const holds = rc::check("every text can be sought", [&](std::string const& typed) {
        static_cast<void>(search.find(typed, 5));
        static_cast<void>(search.find(typed + "\" OR NEAR(* ^{}:", 5));
    });
    EXPECT_TRUE(holds);
}

} // namespace
} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Segmentation is right only if the real full-text index finds things by it.
#include "core/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace ob::core {
namespace {

/// An FTS5 table in memory as the header asks for.
class Index {
  public:
    explicit Index(std::string const& tokenizer = "ascii") {
        sqlite3* handle = nullptr;
        check(sqlite3_open(":memory:", &handle));
        m_database.reset(handle);
        run("CREATE VIRTUAL TABLE found USING fts5(tokens, tokenize = '" + tokenizer + "')");
    }
    void add(std::string const& text) {
        auto const insert = prepare("INSERT INTO found(tokens) VALUES (?1)", segment(text));
        if (sqlite3_step(insert.get()) != SQLITE_DONE) fail();
    }
    /// Row numbers from 1; none for a text without words.
    std::vector<int> find(std::string const& typed) const {
        auto const query = searchQuery(typed);
        if (!query) return {};
        auto const select = prepare("SELECT rowid FROM found(?1) ORDER BY rowid", *query);
        std::vector<int> rows;
        int step = sqlite3_step(select.get());
        for (; step == SQLITE_ROW; step = sqlite3_step(select.get()))
            rows.push_back(sqlite3_column_int(select.get(), 0));
        if (step != SQLITE_DONE) fail();
        return rows;
    }

  private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Close>;

    [[noreturn]] void fail() const { throw std::runtime_error(sqlite3_errmsg(m_database.get())); }
    void check(int code) const {
        if (code != SQLITE_OK) fail();
    }
    void run(std::string const& sql) {
        check(sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr));
    }
    Statement prepare(char const* sql, std::string const& value) const {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(m_database.get(), sql, -1, &statement, nullptr));
        Statement owner(statement);
        check(
            sqlite3_bind_text(statement, 1, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT));
        return owner;
    }

    std::unique_ptr<sqlite3, Close> m_database;
};

using Rows = std::vector<int>;

class Search : public testing::TestWithParam<char const*> {
  protected:
    Search() : m_index(GetParam()) {
        m_index.add("滨江路221号居民楼起火,有人被困");
        m_index.add("消E07 在 202604120042 到场");
        m_index.add("滨河路22号 江路不通 Noise at Café P1");
    }
    Index m_index;
};

TEST_P(Search, FindsTwoCharactersInsideARun) {
    EXPECT_EQ(m_index.find("起火"), Rows{1});
    EXPECT_EQ(m_index.find("滨江"), Rows{1});
}
TEST_P(Search, FindsASingleCharacter) {
    EXPECT_EQ(m_index.find("人"), Rows{1});
    EXPECT_EQ(m_index.find("滨"), (Rows{1, 3}));
}
TEST_P(Search, FindsPartOfAnAddress) {
    EXPECT_EQ(m_index.find("江路221"), Rows{1});
    EXPECT_EQ(m_index.find("江路22"), (Rows{1, 3})) << "the number as a prefix";
    EXPECT_EQ(m_index.find("江路221号居民"), Rows{1});
}
TEST_P(Search, FindsCallsignsInAnyCaseAndWidth) {
    EXPECT_EQ(m_index.find("E07"), Rows{2});
    EXPECT_EQ(m_index.find("ｅ０７"), Rows{2});
    EXPECT_EQ(m_index.find("消E0"), Rows{2});
}
TEST_P(Search, FindsAnIncidentByTheSuffixOfItsNumber) {
    EXPECT_EQ(m_index.find("042"), Rows{2});
    EXPECT_EQ(m_index.find("0042"), Rows{2});
    EXPECT_EQ(m_index.find("20260412"), Rows{2});
}
TEST_P(Search, FindsLatinWordsWithoutTheirAccents) {
    EXPECT_EQ(m_index.find("cafe noi"), Rows{3});
    EXPECT_EQ(m_index.find("p1"), Rows{3});
}
TEST_P(Search, WantsEveryWord) { EXPECT_EQ(m_index.find("起火 E07"), Rows{}); }
TEST_P(Search, DoesNotReachFromOneRunIntoTheNext) {
    EXPECT_EQ(m_index.find("火有"), Rows{}) << "a comma lies between";
    EXPECT_EQ(m_index.find("号江"), Rows{});
}
TEST_P(Search, DoesNotTakeScatteredBigramsForAPhrase) { EXPECT_EQ(m_index.find("滨江路不通"), Rows{}); }

INSTANTIATE_TEST_SUITE_P(Tokenizers, Search, testing::Values("ascii", "unicode61"));

/// Few different characters, so that bigrams repeat and overlap; among them ones outside the first plane
/// and ones that are newer than SQLite's tables.
std::vector<std::string> hanText() {
    static std::vector<std::string> const characters{"火", "灾",     "江",         "路",         "滨", "人",
                                                     "㐀", "\u9fef", "\U00020000", "\U0002B820", "〇", "々"};
    return *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(characters)));
}

std::string joined(std::vector<std::string> const& characters, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t at = from; at < to; ++at)
        text += characters[at];
    return text;
}

RC_GTEST_PROP(SearchProperty, AnySubstringOfHanTextIsFoundAndNothingElse, ()) {
    auto const text = hanText();
    auto const other = hanText();
    auto const from = *rc::gen::inRange<std::size_t>(0, text.size());
    auto const to = *rc::gen::inRange<std::size_t>(from + 1, text.size() + 1);
    Index index;
    index.add(joined(text, 0, text.size()));
    index.add(joined(other, 0, other.size()));
    auto const sought = joined(text, from, std::min(to, from + maxWordCodePoints));
    auto const rows = index.find(sought);
    bool const isFound = !rows.empty() && rows.front() == 1; // RC_ASSERT itself evaluates both sides
    RC_ASSERT(isFound);
    bool const otherHasIt = joined(other, 0, other.size()).find(sought) != std::string::npos;
    RC_ASSERT((rows.size() == 2) == otherHasIt);
}

RC_GTEST_PROP(SearchProperty, NothingTypedIsASyntaxError, (std::string const& typed)) {
    Index index;
    index.add(typed);
    static_cast<void>(index.find(typed));
    static_cast<void>(index.find(typed + "\" OR NEAR(* ^{}:"));
}

} // namespace
} // namespace ob::core

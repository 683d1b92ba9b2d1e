// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_sources.h"

#include "core/store/sqlite_spans.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::store {
namespace {

using namespace core;
using tests::at;

ShortHash key(std::uint8_t name) {
    ShortHash hash{};
    hash.fill(name);
    return hash;
}

class SqliteSourcesTest : public testing::Test {
  protected:
    Database::Place place() { return {.file = directory / "desk.db"}; }
    static JournalBatch remembering(std::vector<SourceEntry> entries) {
        JournalBatch batch;
        batch.sources = std::move(entries);
        return batch;
    }
    SourceEntry entry(std::uint8_t name, std::uint8_t digest = 1) {
        return {.key = key(name), .stream = stream, .digest = key(digest), .incident = key(9)};
    }
    tests::TemporaryDirectory directory;
    tests::LogBytes random;
    StreamId stream{random.hash()};
};

TEST_F(SqliteSourcesTest, WhatABatchBroughtIsFoundAlsoAfterARestart) {
    {
        tests::StoredJournal stored(place());
        ASSERT_TRUE(stored.commit(remembering({entry(1), entry(2)})));
    }
    tests::StoredJournal stored(place());
    SqliteSources sources(stored.database);
    EXPECT_EQ(sources.find(key(1)), entry(1));
    EXPECT_EQ(sources.find(key(2)), entry(2));
    EXPECT_FALSE(sources.find(key(3)));
}

TEST_F(SqliteSourcesTest, TheNewestCounts) {
    tests::StoredJournal stored(place());
    SqliteSources sources(stored.database);
    ASSERT_TRUE(stored.commit(remembering({entry(1, 1), entry(1, 2)})));
    EXPECT_EQ(sources.find(key(1))->digest, key(2));
    StreamId const other(random.hash());
    ASSERT_TRUE(
        stored.commit(remembering({{.key = key(1), .stream = other, .digest = key(3), .incident = key(4)}})));
    EXPECT_EQ(sources.find(key(1))->stream, other);
    EXPECT_EQ(sources.find(key(1))->incident, key(4));
}

TEST_F(SqliteSourcesTest, TheHighestNumberOfADayIsKept) {
    tests::StoredJournal stored(place());
    SqliteSources sources(stored.database);
    EXPECT_EQ(sources.lastImported(20250601), 0u);
    JournalBatch batch;
    batch.sources = {entry(1)};
    for (std::uint32_t const serial : {1'001'002u, 1'001'003u, 1'001'001u})
        batch.importedNumbers.push_back(*IncidentNumber::of(20250601, serial));
    batch.importedNumbers.push_back(*IncidentNumber::of(20250602, 99'999'999));
    ASSERT_TRUE(stored.commit(std::move(batch)));
    EXPECT_EQ(sources.lastImported(20250601), 1'001'003u);
    EXPECT_EQ(sources.lastImported(20250602), 99'999'999u);
    EXPECT_EQ(sources.lastImported(20250603), 0u);
}

SpanPort::Span span(std::string unit, std::int64_t from, std::int64_t to, std::uint64_t line) {
    return {.unit = std::move(unit), .incident = ~line, .line = line, .from = at(from), .to = at(to)};
}

TEST(SqliteSpansTest, ComeByUnitAndBeginning) {
    SqliteSpans spans;
    spans.add(span("E2", 5, 9, 1));
    spans.add(span("E1", 7, 8, 2));
    spans.add(span("E1", 3, 4, 3));
    spans.add(span("E1", 3, 9, 4));
    spans.add(span("消1", 1, 2, 5));
    std::vector<std::uint64_t> lines;
    spans.visit([&](SpanPort::Span const& each) {
        lines.push_back(each.line);
        EXPECT_EQ(each.incident, ~each.line);
    });
    EXPECT_EQ(lines, (std::vector<std::uint64_t>{3, 4, 2, 1, 5}));
}

TEST(SqliteSpansTest, CountKeys) {
    SqliteSpans spans;
    EXPECT_EQ(spans.timesSeen(7), 0u);
    EXPECT_EQ(spans.timesSeen(~std::uint64_t{0}), 0u);
    EXPECT_EQ(spans.timesSeen(7), 1u);
    EXPECT_EQ(spans.timesSeen(7), 2u);
    EXPECT_EQ(spans.timesSeen(0), 0u);
    EXPECT_EQ(SqliteSpans().timesSeen(7), 0u) << "each file begins anew";
}

} // namespace
} // namespace ob::store

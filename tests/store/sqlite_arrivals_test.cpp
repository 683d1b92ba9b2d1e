// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_arrivals.h"

#include "core/store/database.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace ob::store {
namespace {

using namespace core;
using tests::at;

/// Arrivals at 10, 20, 30 … of a second.
class SqliteArrivalsTest : public testing::Test {
  protected:
    using Ids = std::set<StreamId>;

    StreamId created(std::int64_t when, StreamKind kind = StreamKind::Incident) {
        auto const event = log.creating(kind);
        commit(when, {event});
        return event.stream;
    }
    void grows(StreamId stream, std::int64_t when) { commit(when, {log.in(stream)}); }
    void commit(std::int64_t when, std::vector<EncodedEvent> events) {
        std::vector<LogRecord> logs;
        if (!std::exchange(isBegun, true)) logs.push_back(log.record());
        ASSERT_TRUE(desk.commit({.logs = std::move(logs),
                                 .events = std::move(events),
                                 .heads = {log.head(Hlc(at(when), 1))},
                                 .arrivedAt = at(when)}));
    }
    void archive(StreamId stream) {
        ASSERT_TRUE(desk.commit(
            {.snapshots = {{.stream = stream, .kind = StreamKind::Incident, .onBoard = false, .state = {}}},
             .arrivedAt = at(1)}));
    }
    static Ids idsOf(std::vector<SqliteArrivals::Stream> const& streams) {
        Ids ids;
        for (auto const& each : streams)
            ids.insert(each.id);
        return ids;
    }
    static std::map<StreamId, std::optional<Instant>>
    lastsOf(std::vector<SqliteArrivals::Stream> const& streams) {
        std::map<StreamId, std::optional<Instant>> lasts;
        for (auto const& each : streams)
            lasts.emplace(each.id, each.last);
        return lasts;
    }

    tests::TemporaryDirectory directory;
    tests::StoredJournal desk{Database::Place{.file = directory / "desk.db"}};
    tests::LogBytes log;
    bool isBegun = false;
    SqliteArrivals arrivals{desk.database};
};

TEST_F(SqliteArrivalsTest, KnowsNothingOfAnEmptyJournal) {
    EXPECT_FALSE(arrivals.first());
    EXPECT_TRUE(arrivals.heldAt(at(1000), at(0)).empty());
    EXPECT_TRUE(arrivals.changedIn({at(0), at(1000)}, at(1000)).empty());
}

TEST_F(SqliteArrivalsTest, TellsWhatCameBetweenTwoMoments) {
    auto const one = created(10);
    auto const two = created(20, StreamKind::Unit);
    grows(one, 30);
    EXPECT_EQ(arrivals.first(), at(10));
    EXPECT_EQ(idsOf(arrivals.changedIn({at(10), at(20)}, at(20))), Ids{two})
        << "the first moment is not in it";
    EXPECT_EQ(idsOf(arrivals.changedIn({at(20), at(30)}, at(30))), Ids{one});
    EXPECT_EQ(idsOf(arrivals.changedIn({at(0), at(30)}, at(30))), (Ids{one, two})) << "each once";
    EXPECT_EQ(arrivals.changedIn({at(10), at(20)}, at(20)).front().kind, StreamKind::Unit);
}

TEST_F(SqliteArrivalsTest, TheLastArrivalIsThatByTheMomentAskedFor) {
    auto const one = created(10);
    grows(one, 30);
    EXPECT_EQ(lastsOf(arrivals.changedIn({at(0), at(30)}, at(29))).at(one), at(10));
    EXPECT_EQ(lastsOf(arrivals.changedIn({at(0), at(30)}, at(30))).at(one), at(30));
    EXPECT_EQ(lastsOf(arrivals.changedIn({at(0), at(30)}, at(9))).at(one), std::nullopt);
    EXPECT_EQ(lastsOf(arrivals.heldAt(at(29), at(0))).at(one), at(10));
}

TEST_F(SqliteArrivalsTest, ASectionThatCameLaterChangesItsStream) {
    auto event = log.creating();
    auto const section = log.section(1, SectionClass::Joint);
    commit(10, {event});
    ASSERT_TRUE(
        desk.commit({.disclosed = {{.log = log.log(), .sequence = event.sequence, .section = section}},
                     .arrivedAt = at(50)}));
    EXPECT_EQ(idsOf(arrivals.changedIn({at(10), at(49)}, at(49))), Ids{});
    EXPECT_EQ(idsOf(arrivals.changedIn({at(49), at(50)}, at(50))), Ids{event.stream});
}

TEST_F(SqliteArrivalsTest, ArchivedIncidentsAreHeldUntilTheirEndIsLongAgo) {
    auto const open = created(10);
    auto const ended = created(20);
    auto const unit = created(30, StreamKind::Unit);
    grows(ended, 40);
    archive(ended);
    EXPECT_EQ(idsOf(arrivals.heldAt(at(19), at(0))), Ids{open}) << "what had not begun is not there";
    EXPECT_EQ(idsOf(arrivals.heldAt(at(100), at(39))), (Ids{open, ended, unit}));
    EXPECT_EQ(idsOf(arrivals.heldAt(at(100), at(40))), (Ids{open, unit}));
}

} // namespace
} // namespace ob::store

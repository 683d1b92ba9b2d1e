// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_journal.h"

#include "core/hlc_clock.h"
#include "core/journal/log_author.h"
#include "core/store/connection.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>

namespace ob::store {
namespace {

using namespace core;
using tests::at;
using tests::LogBytes;
using tests::StoredJournal;

class SqliteJournalTest : public testing::Test {
  protected:
    SqliteJournalTest() { open(); }
    void open() {
        desk.reset();
        desk = std::make_unique<StoredJournal>(Database::Place{.file = directory / "desk.db"});
    }
    SqliteJournal& journal() { return desk->journal; }
    std::vector<EncodedEvent> everything() { return journal().range(log.log(), 0, maxLeaves); }

    static constexpr std::uint64_t maxLeaves = 1u << 30;
    tests::TemporaryDirectory directory;
    std::unique_ptr<StoredJournal> desk;
    LogBytes log;
};

TEST_F(SqliteJournalTest, GivesBackEventsAsTheyWereGiven) {
    EncodedEvent const created = log.creating(StreamKind::Unit);
    EncodedEvent second = log.in(created.stream);
    second.sections.push_back(log.section(2, SectionClass::Joint));
    LogRecord const record = log.record(true);
    EncodedHead const head = log.head(Hlc(at(5000), 3));
    ASSERT_TRUE(desk->commit(
        {.logs = {record}, .events = {created, second}, .heads = {head}, .arrivedAt = at(1000)}));
    for (int pass = 0; pass < 2; ++pass) {
        EXPECT_EQ(everything(), (std::vector{created, second}));
        EXPECT_EQ(journal().stream(created.stream, std::nullopt), (std::vector{created, second}));
        auto const extents = journal().logs();
        ASSERT_EQ(extents.size(), 1u);
        EXPECT_EQ(extents[0].size, 2u);
        EXPECT_EQ(extents[0].record.id, record.id);
        EXPECT_EQ(extents[0].record.certificate, record.certificate);
        EXPECT_EQ(extents[0].record.deskKey, record.deskKey);
        EXPECT_TRUE(extents[0].record.own);
        ASSERT_TRUE(extents[0].newestHead);
        EXPECT_EQ(extents[0].newestHead->note, head.note);
        EXPECT_EQ(extents[0].newestHead->root, head.root);
        EXPECT_EQ(extents[0].newestHead->hlc, head.hlc);
        open(); // the second pass reads the file
    }
}

TEST_F(SqliteJournalTest, IsNotDurableBeforeTheFlush) {
    auto const token = journal().append({.logs = {log.record()}, .events = {log.creating()}});
    EXPECT_TRUE(everything().empty());
    EXPECT_TRUE(desk->committed.empty());
    EXPECT_FALSE(journal().flush());
    EXPECT_EQ(desk->committed, std::vector{token});
    EXPECT_EQ(everything().size(), 1u);
}

TEST_F(SqliteJournalTest, CommitsQueuedBatchesTogetherInOrderUpToItsLimits) {
    for (std::size_t count = 0; count < SqliteJournal::maxCommitBatches + 1; ++count)
        journal().append({.logs = {log.record()}, .events = {log.creating()}});
    EXPECT_TRUE(journal().flush()) << "one is left";
    EXPECT_EQ(desk->committed.size(), SqliteJournal::maxCommitBatches);
    EXPECT_FALSE(journal().flush());
    EXPECT_EQ(desk->committed.size(), SqliteJournal::maxCommitBatches + 1);
    EXPECT_TRUE(std::ranges::is_sorted(desk->committed));
}

TEST_F(SqliteJournalTest, ReadsAStreamInTheOrderOfArrival) {
    LogBytes other(2);
    EncodedEvent const created = log.creating();
    EncodedEvent const answer = other.in(created.stream);
    EncodedEvent const third = log.in(created.stream);
    // The other desk's answer comes before what it answers.
    ASSERT_TRUE(desk->commit({.logs = {other.record()}, .events = {answer}, .arrivedAt = at(10)}));
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {created}, .arrivedAt = at(20)}));
    ASSERT_TRUE(desk->commit({.events = {third}, .arrivedAt = at(30)}));
    EXPECT_EQ(journal().stream(created.stream, std::nullopt), (std::vector{answer, created, third}));
    EXPECT_EQ(journal().stream(created.stream, at(20)), (std::vector{answer, created}));
    EXPECT_EQ(journal().stream(created.stream, at(9)), std::vector<EncodedEvent>{});
}

TEST_F(SqliteJournalTest, UpgradesAStubToAHeaderAndThenToItsSections) {
    EncodedEvent const first = log.creating();
    EncodedEvent full = log.in(first.stream);
    full.sections.push_back(log.section(1, SectionClass::Joint));
    EncodedEvent stub;
    stub.log = full.log;
    stub.sequence = full.sequence;
    stub.leaf = full.leaf;
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {first, stub}, .arrivedAt = at(1)}));
    EXPECT_EQ(everything(), (std::vector{first, stub}));
    EXPECT_EQ(journal().stubs(log.log()).size(), 1u);

    EncodedEvent open = full;
    open.sections.pop_back();
    ASSERT_TRUE(desk->commit({.events = {open}, .arrivedAt = at(2)}));
    EXPECT_EQ(everything(), (std::vector{first, open}));
    EXPECT_TRUE(journal().stubs(log.log()).empty());

    ASSERT_TRUE(desk->commit(
        {.disclosed = {{.log = log.log(), .sequence = full.sequence, .section = full.sections[1]}},
         .arrivedAt = at(3)}));
    EXPECT_EQ(everything(), (std::vector{first, full}));
    EXPECT_EQ(journal().stream(first.stream, at(2)), (std::vector{first, open})) << "as known then";
    EXPECT_EQ(journal().stream(first.stream, at(3)), (std::vector{first, full}));
    EXPECT_EQ(journal().logs()[0].size, 2u);
}

TEST_F(SqliteJournalTest, KeepsWhatItHoldsWhenLessComesAgain) {
    EncodedEvent const full = log.creating();
    EncodedEvent stub;
    stub.log = full.log;
    stub.sequence = full.sequence;
    stub.leaf = full.leaf;
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {full}}));
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {stub, full}}));
    EXPECT_EQ(everything(), std::vector{full});
    EXPECT_EQ(journal().stream(full.stream, std::nullopt).size(), 1u);
}

TEST_F(SqliteJournalTest, HoldsRunsOfStubsAndOpensThemWhenAnEventInsideComes) {
    StubRun const run = log.run(3);
    EncodedEvent const after = log.creating();
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {after}, .stubs = {run}}));
    EXPECT_EQ(journal().logs()[0].size, 9u);
    EXPECT_EQ(everything(), std::vector{after});

    LogBytes inside(3);
    EncodedEvent event = inside.in(after.stream);
    event.log = log.log();
    event.sequence = 5;
    auto const part = [&](std::uint64_t begin, std::uint8_t level) {
        return StubRun{.log = log.log(), .begin = begin, .level = level, .hash = inside.hash()};
    };
    ASSERT_TRUE(desk->commit({.events = {event}, .stubs = {part(6, 1), part(0, 2), part(4, 0)}}));
    open();
    EXPECT_EQ(journal().logs()[0].size, 9u);
    std::vector<std::pair<std::uint64_t, int>> held;
    for (StubRun const& stub : journal().stubs(log.log()))
        held.emplace_back(stub.begin, stub.level);
    EXPECT_EQ(held, (std::vector<std::pair<std::uint64_t, int>>{{0, 2}, {4, 0}, {6, 1}}));
    EXPECT_EQ(journal().range(log.log(), 5, 6), std::vector{event});

    // The whole run again says less than is held.
    ASSERT_TRUE(desk->commit({.stubs = {run}}));
    EXPECT_EQ(journal().stubs(log.log()).size(), 3u);
}

TEST_F(SqliteJournalTest, VisitsTheLeavesOfALogForItsTree) {
    StubRun const run = log.run(2);
    EncodedEvent const event = log.creating();
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {event}, .stubs = {run}}));
    std::vector<Hash> hashes;
    journal().visitLeaves(log.log(), [&](StubRun const& leaf) { hashes.push_back(leaf.hash); });
    EXPECT_EQ(hashes, (std::vector{run.hash, event.leaf.hash()}));
}

TEST_F(SqliteJournalTest, KeepsTheNewestHeadAndOneAMinute) {
    for (int second = 0; second <= 300; ++second) {
        JournalBatch batch{.logs = {log.record()}, .events = {log.creating()}};
        batch.heads = {log.head(Hlc(at(1'000'000 + second * 1000), 0))};
        ASSERT_TRUE(desk->commit(std::move(batch)));
        if (second == 150) open(); // what was kept is known after a restart
    }
    EXPECT_EQ(journal().logs()[0].newestHead->size, 301u);
    Statement heads = desk->database.connection().prepare("SELECT hlc >> 16 FROM head ORDER BY id");
    std::vector<std::int64_t> seconds;
    while (heads.step())
        seconds.push_back(heads.integer(0) / 1000 - 1000);
    EXPECT_EQ(seconds, (std::vector<std::int64_t>{0, 60, 120, 180, 240, 300}));
}

TEST_F(SqliteJournalTest, VisitsTheBoardAndAllStreams) {
    EncodedEvent const incident = log.creating(StreamKind::Incident);
    EncodedEvent const unit = log.creating(StreamKind::Unit);
    EncodedEvent const waiting = log.in(StreamId(log.hash()));
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {incident, unit, waiting}}));
    Bytes const state = log.bytes(500);
    ASSERT_TRUE(desk->commit(
        {.snapshots = {
             {.stream = incident.stream, .kind = StreamKind::Incident, .onBoard = false, .state = {}},
             {.stream = unit.stream, .kind = StreamKind::Unit, .onBoard = true, .state = state}}}));
    open();
    std::vector<StreamSnapshot> board;
    journal().visitBoard([&](StreamSnapshot const& snapshot) { board.push_back(snapshot); });
    ASSERT_EQ(board.size(), 1u);
    EXPECT_EQ(board[0].stream, unit.stream);
    EXPECT_EQ(board[0].kind, StreamKind::Unit);
    EXPECT_EQ(board[0].state, state);
    std::vector<std::pair<StreamId, bool>> all;
    journal().visitStreams([&](StreamId id, StreamKind, bool onBoard) { all.emplace_back(id, onBoard); });
    EXPECT_EQ(all, (std::vector<std::pair<StreamId, bool>>{{incident.stream, false}, {unit.stream, true}}));
    EXPECT_EQ(journal().stream(waiting.stream, std::nullopt), std::vector{waiting});
}

TEST_F(SqliteJournalTest, SealsPersonalAndSealedSectionsAtRest) {
    std::string const canary = "13800138000-canary";
    EncodedEvent event = log.creating();
    for (SectionClass const sectionClass :
         {SectionClass::Own, SectionClass::Personal, SectionClass::Sealed}) {
        auto const index = static_cast<std::uint8_t>(event.sections.size());
        event.sections.push_back(
            {.index = index, .sectionClass = sectionClass, .bytes = Bytes(canary.begin(), canary.end())});
    }
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {event}}));
    EXPECT_EQ(everything(), std::vector{event});
    auto& connection = desk->database.connection();
    EXPECT_EQ(connection.integer("SELECT count(*) FROM section WHERE instr(body, CAST('" + canary
                                 + "' AS BLOB)) > 0"),
              1)
        << "only the own section is readable";

    // Another place authenticates nothing: the bytes come as they stand and will not match the commitment.
    connection.run("UPDATE section SET body = (SELECT body FROM section WHERE class = 4) WHERE class = 3");
    auto const moved = everything();
    ASSERT_EQ(moved.at(0).sections.size(), 4u);
    EXPECT_NE(moved[0].sections[2].bytes, event.sections[2].bytes);
    EXPECT_EQ(moved[0].sections[3].bytes, event.sections[3].bytes);

    SqliteJournal withoutKey(desk->database, {});
    EXPECT_EQ(withoutKey.range(log.log(), 0, 1).at(0).sections.size(), 2u) << "open and own";
}

TEST_F(SqliteJournalTest, ShreddedSectionsLeaveTheFileAndDoNotComeBack) {
    std::string const canary = "canary-that-must-vanish-from-the-disk";
    EncodedEvent event = log.creating();
    event.sections.push_back(
        {.index = 1, .sectionClass = SectionClass::Joint, .bytes = Bytes(canary.begin(), canary.end())});
    JournalBatch batch{.logs = {log.record()}, .events = {event}};
    batch.search = {{.stream = event.stream, .text = "vanishwozqxjkvbwcanary of a narrative"}};
    ASSERT_TRUE(desk->commit(std::move(batch)));
    ASSERT_TRUE(desk->commit({.search = {{.stream = StreamId(log.hash()), .text = "others stay"}}}));
    journal().shred(log.log(), 0, 1);
    while (journal().scrub()) {
    }
    for (char const* const name : {"desk.db", "desk.db-wal"}) {
        std::ifstream file(directory / name, std::ios::binary);
        std::string const bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find(canary), std::string::npos) << name;
        EXPECT_EQ(bytes.find("zqxjkvbwcanary"), std::string::npos) << name << ", search index";
    }
    ASSERT_TRUE(desk->commit(
        {.events = {event}, .disclosed = {{.log = log.log(), .sequence = 0, .section = event.sections[1]}}}));
    event.sections.pop_back();
    EXPECT_EQ(everything(), std::vector{event});
}

TEST_F(SqliteJournalTest, TakesAnotherHistoryOfALogInThePlaceOfWhatIsCut) {
    EncodedEvent const created = log.creating();
    EncodedHead const first = log.head(Hlc(at(1), 0));
    ASSERT_TRUE(desk->commit({.logs = {log.record()}, .events = {created}, .heads = {first}}));
    EncodedEvent gone = log.in(created.stream);
    gone.sections.push_back(log.section(1, SectionClass::Personal));
    EncodedEvent const alsoGone = log.creating();
    ASSERT_TRUE(desk->commit({.events = {gone, alsoGone}, .heads = {log.head(Hlc(at(2), 0))}}));
    ASSERT_TRUE(desk->commit(
        {.snapshots = {
             {.stream = created.stream, .kind = StreamKind::Incident, .onBoard = true, .state = {1, 2}}}}));
    log.continueFrom(1);
    EncodedEvent instead = log.in(created.stream);
    instead.sections.push_back(log.section(1, SectionClass::Personal));
    EncodedHead const head = log.head(Hlc(at(3), 0));
    ASSERT_TRUE(desk->commit(
        {.cuts = {{.log = log.log(), .size = 1}}, .events = {instead}, .heads = {head}, .arrivedAt = at(4)}));
    for (int pass = 0; pass < 2; ++pass) {
        EXPECT_EQ(everything(), (std::vector{created, instead}));
        EXPECT_EQ(journal().stream(created.stream, std::nullopt), (std::vector{created, instead}));
        EXPECT_TRUE(journal().stream(alsoGone.stream, std::nullopt).empty());
        EXPECT_EQ(journal().logs().front().size, 2u);
        EXPECT_EQ(journal().logs().front().newestHead->note, head.note);
        EXPECT_EQ(journal().headFrom(log.log(), 1)->note, first.note);
        EXPECT_FALSE(journal().headFrom(log.log(), 3));
        journal().visitBoard([&](StreamSnapshot const& snapshot) {
            EXPECT_TRUE(snapshot.state.empty()) << "what is remembered is of another history";
        });
        open();
    }
}

TEST_F(SqliteJournalTest, KeepsWhatIsAsideSealedAndApart) {
    auto const key = SecretKey::ofSeed(std::array<std::uint8_t, 32>{});
    HlcClock stamps;
    LogAuthor author({.realm = RealmId{1}, .deskKey = key.publicKey(), .nonce = Hash{2}, .lane = Lane::Live},
                     key, stamps);
    LogOpening const opening{.certificate = Hash{1}, .nonce = Hash{2}, .lane = Lane::Live, .predecessor = {}};
    AsideEvent aside{
        .event = author.open(opening, at(1), [] { return Salt{}; }), .head = "note", .path = {Hash{3}}};
    ASSERT_TRUE(desk->commit({.aside = {aside}, .arrivedAt = at(1)}));
    EXPECT_EQ(journal().aside(aside.event.stream), std::vector{aside});
    EXPECT_TRUE(journal().aside(StreamId(Hash{9})).empty());
    open();
    EXPECT_EQ(journal().aside(aside.event.stream), std::vector{aside});
    EXPECT_TRUE(journal().logs().empty());
    aside.event.sections.clear(); // forgotten
    ASSERT_TRUE(desk->commit({.aside = {aside}, .arrivedAt = at(2)}));
    EXPECT_EQ(journal().aside(aside.event.stream), std::vector{aside});
}

} // namespace
} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What the disk keeps when the power goes in the middle of anything: kill -9 cannot show it, because then the
// kernel still writes. Run on the journal as it is shipped, over a disk in memory.
#include "core/store/connection.h"
#include "core/store/sql_error.h"
#include "tests/support/log_bytes.h"
#include "tests/support/power_loss_vfs.h"
#include "tests/support/stored_journal.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ob::store {
namespace {

using namespace core;
using tests::at;
using tests::LogBytes;
using tests::PowerLossDisk;
using tests::StoredJournal;

struct Outcome {
    int cases = 0, acknowledged = 0, lost = 0, corrupt = 0, cutOff = 0;
    std::string firstProblem;
};

/// One desk that writes until the power goes, again and again.
class Desk {
  public:
    Desk(PowerLossDisk& disk, std::uint64_t seed, bool isNormal)
        : m_disk(disk), m_log(seed), m_record(m_log.record(true)), m_isNormal(isNormal) {}

    void writeUntilPowerLoss(Outcome& outcome) {
        m_disk.losePowerAfter(1 + static_cast<std::int64_t>(m_disk.random(150)));
        try {
            StoredJournal stored({.file = "desk.db", .vfs = m_disk.name()});
            if (m_isNormal) stored.database.connection().run("PRAGMA synchronous = NORMAL");
            for (int commit = 0; commit < 12 && !m_disk.isOff(); ++commit)
                writeSome(stored);
        } catch (StoreError const&) {
            EXPECT_TRUE(m_disk.isOff()) << "it went while the desk was starting or moving its log";
        }
        if (m_disk.isOff()) ++outcome.cutOff;
        m_disk.restart();
    }

    /// Whole batches only, all that were acknowledged, and a file without damage.
    void check(Outcome& outcome) {
        try {
            StoredJournal stored({.file = "desk.db", .vfs = m_disk.name()});
            auto const held = stored.journal.range(m_log.log(), 0, m_events.size());
            std::size_t const end = held.size();
            bool const isWhole = std::ranges::find(m_batchEnds, end) != m_batchEnds.end();
            bool const isSame = std::equal(held.begin(), held.end(), m_events.begin());
            auto const damage = stored.database.check();
            stored.database.connection().run(
                "INSERT INTO search(search, rank) VALUES ('integrity-check', 1)");
            auto const extents = stored.journal.logs();
            bool const isHeadThere =
                end == 0 || (!extents.empty() && extents[0].newestHead && extents[0].newestHead->size == end);
            if (!isWhole || !isSame || !damage.empty() || !isHeadThere)
                note(outcome, outcome.corrupt, "not what was written");
            else if (end < m_acknowledged)
                note(outcome, outcome.lost, "lost what was acknowledged");
            // The desk goes on from what the file holds.
            m_events.resize(end);
            std::erase_if(m_batchEnds, [&](std::size_t one) { return one > end; });
            m_log.continueFrom(end);
            m_acknowledged = end;
        } catch (StoreError const& error) {
            note(outcome, outcome.corrupt, error.what());
        }
    }

    std::size_t acknowledged() const { return m_acknowledged; }

  private:
    static void note(Outcome& outcome, int& count, std::string const& problem) {
        ++count;
        if (outcome.firstProblem.empty()) outcome.firstProblem = problem;
    }

    JournalBatch makeBatch() {
        JournalBatch batch{.logs = {m_record}, .arrivedAt = at(1)};
        for (auto events = 1 + m_disk.random(3); events > 0; --events) {
            bool const isNew = m_stream.isNil() || m_disk.random(3) == 0;
            EncodedEvent event = isNew ? m_log.creating() : m_log.in(m_stream, m_disk.random(6000));
            m_stream = event.stream;
            m_events.push_back(event);
            batch.events.push_back(std::move(event));
        }
        batch.heads = {m_log.head(Hlc(at(static_cast<std::int64_t>(m_events.size()) * 20'000), 0))};
        batch.search = {{.stream = m_stream,
                         .number = "1",
                         .address = {},
                         .text = "起火 " + std::to_string(m_disk.random(1000)),
                         .lookupKeys = {}}};
        batch.snapshots = {{.stream = m_stream,
                            .kind = StreamKind::Incident,
                            .onBoard = true,
                            .state = m_log.bytes(m_disk.random(2000))}};
        m_batchEnds.push_back(m_events.size());
        return batch;
    }

    void writeSome(StoredJournal& stored) {
        std::vector<std::pair<JournalToken, std::size_t>> queued;
        for (auto batches = 1 + m_disk.random(3); batches > 0; --batches) {
            JournalBatch batch = makeBatch();
            queued.emplace_back(stored.journal.append(std::move(batch)), m_events.size());
        }
        while (stored.journal.flush()) {
        }
        for (auto const& [token, end] : queued)
            if (std::ranges::find(stored.committed, token) != stored.committed.end()) m_acknowledged = end;
        if (m_disk.random(4) == 0) stored.database.connection().checkpoint(m_disk.random(3) == 0);
    }

    PowerLossDisk& m_disk;
    LogBytes m_log;
    LogRecord m_record;
    bool m_isNormal;
    StreamId m_stream;
    std::vector<EncodedEvent> m_events;
    std::vector<std::size_t> m_batchEnds{0};
    std::size_t m_acknowledged = 0;
};

Outcome run(int cases, bool isNormal) {
    PowerLossDisk disk("power-loss");
    {
        Database const made({.file = "desk.db", .vfs = disk.name()});
    }
    auto const empty = disk.files();
    Outcome outcome;
    for (; outcome.cases < cases; ++outcome.cases) {
        auto const seed = static_cast<std::uint64_t>(outcome.cases);
        disk.setFiles(empty);
        disk.seed(seed);
        Desk desk(disk, seed, isNormal);
        int const before = outcome.lost + outcome.corrupt;
        for (int round = 0; round < 2 && outcome.lost + outcome.corrupt == before; ++round) {
            desk.writeUntilPowerLoss(outcome);
            outcome.acknowledged += static_cast<int>(desk.acknowledged());
            desk.check(outcome);
        }
        if (outcome.lost + outcome.corrupt != before && !isNormal)
            ADD_FAILURE() << "seed " << seed << ": " << outcome.firstProblem;
    }
    return outcome;
}

TEST(PowerLoss, LosesNothingThatWasAcknowledged) {
    bool const isFull = std::getenv("OB_FULL") != nullptr;
    Outcome const outcome = run(isFull ? 20'000 : 2'000, false);
    EXPECT_EQ(outcome.lost, 0);
    EXPECT_EQ(outcome.corrupt, 0);
    // The power went in the middle often enough, and there was something to lose.
    EXPECT_GT(outcome.cutOff, outcome.cases / 2);
    EXPECT_GT(outcome.acknowledged, outcome.cases);
}

TEST(PowerLoss, LosesAcknowledgedWritesWithoutASyncForEachCommit) {
    Outcome const outcome = run(200, true);
    RecordProperty("lost", outcome.lost);
    EXPECT_GT(outcome.lost, 0) << "the model must see the loss that synchronous=NORMAL allows";
    EXPECT_EQ(outcome.corrupt, 0) << outcome.firstProblem;
}

} // namespace
} // namespace ob::store

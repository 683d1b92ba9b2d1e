// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "core/journal/journal_port.h"
#include "core/store/read_snapshot.h"

#include <deque>
#include <memory>

namespace ob::store {

class Database;
class SectionSealer;
struct JournalSession;
struct JournalView;

/// Why the journal takes nothing more.
enum class StorageFault : std::uint8_t {
    None,
    Full,     ///< no room on the disk: goes on when there is room again
    Busy,     ///< another program holds the file, or memory is short: goes on when that ends
    ReadOnly, ///< file or file system may not be written
    Io,       ///< a write or an fsync failed: what is on the disk is no longer sure, own logs end
    Corrupt,  ///< the file is damaged: it is read as far as it goes and never repaired in place
};

/// The journal in DATA/desk.db. One writer; group commit without a timer: `append` queues, and the owner
/// calls `flush` whenever its loop has nothing else to do. Belongs to the thread of the database.
///
/// Limits (row_id.h): 4,194,303 logs, 2^36 - 1 leaves a log, runs of at most 2^35 stubs, 16 sections an
/// event. Whoever takes bytes from outside refuses more than that before; here it is an error of the
/// programmer.
class SqliteJournal final : public core::JournalPort {
  public:
    /// Batches of one commit, and events of one commit of larger batches.
    static constexpr std::size_t maxCommitBatches = 64;
    static constexpr std::size_t maxCommitEvents = 4096;

    /// `key` encrypts sections of classes personal and sealed at rest. Without it they may not be appended
    /// and are left out when events are read (an audit by somebody else).
    SqliteJournal(Database& database, std::optional<core::SealingKey> key);
    ~SqliteJournal() override;

    core::JournalToken append(core::JournalBatch batch) override;
    void listen(Callbacks callbacks) override;
    /// From now on commits are written in the database's writing thread. `wake` comes on that thread, when
    /// `flush` has something to tell or to begin.
    void commitInThread(std::function<void()> wake);
    /// One commit: everything queued, as far as the limits go. Tells committed or failed of each batch. True
    /// when more is waiting. With a writing thread it tells of the commit that has ended, begins the next and
    /// waits for nothing; while one is under way it does nothing.
    bool flush();
    /// Begins to commit all that is queued: waits until no more than one commit is under way.
    void flushBehind();
    /// Until nothing is queued and nothing under way.
    void flushAll();
    /// Whether a commit is under way in the writing thread: `wake` will come.
    bool isCommitting() const;

    /// Reading sees what was told as committed. It throws core::StoreError when the file is damaged or cannot
    /// be read.
    std::vector<core::LogExtent> logs() override;
    std::vector<core::EncodedEvent> stream(core::StreamId id,
                                           std::optional<core::Instant> arrivedUntil) override;
    std::vector<core::AsideEvent> aside(core::StreamId id) override;
    /// Single stubs are events without a header here, and runs of level 0 in `stubs`.
    std::vector<core::EncodedEvent> range(core::LogId log, std::uint64_t begin, std::uint64_t end) override;
    std::vector<core::StubRun> stubs(core::LogId log) override;
    void visitLeaves(core::LogId log, std::function<void(core::StubRun const&)> const& visit) override;
    std::optional<core::EncodedHead> headFrom(core::LogId log, std::uint64_t size) override;
    /// A stream whose creating event is not here is left out until a snapshot has said its kind.
    void visitBoard(std::function<void(core::StreamSnapshot const&)> const& visit) override;
    void
    visitStreams(std::function<void(core::StreamId, core::StreamKind, bool onBoard)> const& visit) override;
    std::vector<core::EncodedEvent> naming(core::Hash const& attachment) override;
    void visitAttachments(std::function<void(core::Hash const&, std::uint64_t bytes)> const& visit) override;
    /// At once, not with the next commit; only when all that was appended was told. Throws core::StoreError.
    void shred(core::LogId log, std::uint64_t sequence, std::uint8_t sectionIndex) override;
    /// A few milliseconds of wiping the words of shredded sections out of the search index's older parts. To
    /// be called when there is nothing else to do, until it is false; goes on after a restart. True, and
    /// nothing is done, while a commit is under way or untold.
    bool scrub();

    StorageFault fault() const { return m_fault; }
    /// For a log file; empty without a fault.
    std::string const& faultReason() const { return m_faultReason; }
    /// A write or fsync failed: nobody knows what the disk kept, so this desk must not write on to its own
    /// logs but begin a new incarnation, after which this is false again. Other desks' events go on. Survives
    /// a restart once `tryRecover` came through; before that the guard file must remember it.
    bool ownLogsEnded() const;
    /// Opens the file anew and tries a write. After success read `logs()` again: of batches that were told
    /// as failed the disk may have kept some.
    bool tryRecover();

  private:
    struct Waiting {
        core::JournalToken token;
        core::JournalBatch batch;
    };
    enum class Work : std::uint8_t { None, Commit, Checkpoint };
    struct Outcome {
        int code = 0; ///< SQLite's; 0: done
        std::string reason;
    };
    static constexpr std::string_view scrubIsDue = "search_scrub_is_due";

    JournalSession& session();
    JournalView& view();
    void openSession();
    void writeEndedLogRow();
    std::vector<Waiting> nextGroup();
    bool isCheckpointDue();
    void begin(Work work, std::function<Outcome()> job);
    void beginNext();
    /// Tells how the work that has ended went.
    void settle();
    void settleCommit(std::vector<Waiting> group, Outcome const& outcome);
    Outcome commit();
    Outcome checkpoint();
    void checkpointIfDue();
    void noteCheckpoint(Outcome const& outcome);
    void noteFault(int sqliteCode, std::string const& reason);
    void failAll(std::vector<Waiting> const& group);

    Database& m_database;
    Callbacks m_callbacks;
    std::deque<Waiting> m_waiting;
    Work m_work = Work::None;
    std::vector<Waiting> m_group; // under way
    Outcome m_outcome;
    core::JournalToken m_lastToken = 0;
    StorageFault m_fault = StorageFault::None;
    std::string m_faultReason;
    bool m_isDiskUnsure = false;    // a write failed and the file was not opened anew since
    std::int64_t m_endedLogRow = 0; // own logs up to this row have ended
    bool m_mayCheckpoint = false;   // one for each commit
    bool m_wipeIsDue = false;       // shredded words may still stand in the write-ahead log
    bool m_scrubHasBegun = false;   // since the last shredding
    std::unique_ptr<SectionSealer> m_sealer;
    std::unique_ptr<JournalSession> m_session;
    std::unique_ptr<JournalView> m_view;
    std::optional<ReadSnapshot> m_snapshot; // while a commit is under way beside
};

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_folder.h"
#include "app/desk_statements.h"
#include "app/guard_file.h"
#include "app/premise_records.h"
#include "app/system_time.h"
#include "app/unit_positions.h"
#include "core/desk.h"
#include "core/desk_state.h"
#include "core/hlc_clock.h"
#include "core/rules/rule_book.h"
#include "core/store/file_blobs.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace ob::store {
class Database;
class SqliteJournal;
class SqliteSearch;
} // namespace ob::store

namespace ob::net {
class Mesh;
}

namespace ob::app {

/// One desk out of its data folder: opens the journal for writing, goes on with its logs or begins a new
/// incarnation, folds the board. Throws FileError or core::StoreError with what to do. Belongs to one thread.
class DeskHost {
  public:
    DeskHost(std::filesystem::path const& folder, core::RuleBook const& rules);
    ~DeskHost();

    core::Desk& desk() { return *m_desk; }
    std::filesystem::path const& folder() const { return m_folder.path(); }
    core::RealmFile const& realm() const { return m_identity.realm; }
    core::DeskCertificate const& certificate() const { return m_identity.certificate; }
    store::SqliteJournal& journal() { return *m_journal; }
    store::Database& database() { return *m_database; }
    store::SqliteSearch& search() { return *m_search; }
    store::FileBlobs& blobs() { return m_blobs; }
    /// What is damaged or gone; it is asked of other desks again.
    void dropBlob(core::Hash const& hash, std::uint64_t bytes);
    /// Takes away attachments that nothing names any more, and what was left of unfinished work.
    void sweepBlobs();
    UnitPositions& positions() { return *m_positions; }
    PremiseRecords& premises() { return m_premises; }
    core::ZonePort& zone() { return m_zone; }
    core::ClockPort& clock() { return m_clock; }
    /// Why a new incarnation was begun at this start; nothing when the logs go on.
    std::optional<core::IncarnationReason> newIncarnation() const { return m_newIncarnation; }

    core::Bytes const& certificateBytes() const { return m_identity.certificateBytes; }
    core::SecretKey const& deskKey() const { return m_identity.key; }
    core::SecretKey const& tlsKey() const { return m_identity.tlsKey; }

    /// The mesh that it runs in; null when it runs alone.
    net::Mesh* mesh() const { return m_mesh; }
    void join(net::Mesh* mesh) { m_mesh = mesh; }

    DeskStatements& statements() { return m_statements; }
    /// Keeps a revocation or settlement, and folds anew what does not count any more; false when it was here
    /// before.
    bool admit(DeskStatements::Checked const& statement);

    /// As core::Desk::take, after the clock of this desk has followed the stamps. Gives the worst of those
    /// that were too far ahead for that.
    std::optional<core::RemoteClockAhead> take(core::JournalBatch remote, core::Desk::Stored stored);
    /// Own logs of these sizes are about to be sent: no kill of this program forgets it when it returns.
    void noteSent(core::LogSizes const& sizes) { m_guard.note(sizes); }
    /// No own log goes on after this run: the next start begins a new incarnation.
    void endOwnLogs() { m_guard.noteEnded(); }

    /// From now on commits are written beside this thread; `wake` comes on the writing thread when
    /// `commitSome` has something to do again.
    void commitInThread(std::function<void()> wake);
    /// One commit of what is waiting, for a loop that has nothing else to do; true when more is waiting.
    bool commitSome();
    /// Commits until nothing is waiting. Replies come from here.
    void commit();
    /// Begins to commit what is waiting, for work that goes on meanwhile.
    void commitBehind();
    /// Until what was begun is durable; false when storage failed.
    bool awaitCommits();
    /// Snapshots, marks a clean stop, closes the journal. Without it the next start folds more.
    void close();

  private:
    core::LogAuthor continued(core::LogExtent const& extent);
    /// Its first event goes into the batch: both lanes begin in one commit.
    core::LogAuthor begun(core::Lane lane, core::Hash const& nonce, core::LogExtent const* predecessor,
                          core::JournalBatch& batch);
    void commitOpening(core::JournalBatch batch);
    core::LogSizes ownSizes();

    DeskFolder m_folder;
    DeskIdentity m_identity;
    SystemClock m_clock;
    RealmZone m_zone;
    core::HlcClock m_stamps;
    GuardFile m_guard;
    std::unique_ptr<store::Database> m_database;
    DeskStatements m_statements;
    std::unique_ptr<store::SqliteJournal> m_journal;
    std::unique_ptr<store::SqliteSearch> m_search;
    store::FileBlobs m_blobs;
    PremiseRecords m_premises;
    std::vector<core::DeskState::Frontier> m_frontiers;
    std::optional<core::IncarnationReason> m_newIncarnation;
    std::unique_ptr<core::Desk> m_desk;
    std::unique_ptr<UnitPositions> m_positions;
    net::Mesh* m_mesh = nullptr;
};

} // namespace ob::app

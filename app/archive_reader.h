// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_folder.h"
#include "app/past_board.h"
#include "app/system_time.h"
#include "core/fold/stream_fold.h"
#include "core/journal/journal_port.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ob::store {
class Database;
class EvidenceReader;
class ReadSnapshot;
class SqliteJournal;
} // namespace ob::store

namespace ob::app {

/// Everything that a desk holds, the archive of finished incidents included, one stream at a time. It reads
/// only and sees one moment, so a desk may be at work on the folder. Throws FileError or core::StoreError.
/// Belongs to one thread.
class ArchiveReader {
  public:
    struct Moment {
        std::optional<core::Instant> at; ///< nothing: now
        Knowledge knowledge = Knowledge::Today;
    };
    explicit ArchiveReader(std::filesystem::path const& folder) : ArchiveReader(folder, Moment{}) {}
    ArchiveReader(std::filesystem::path const& folder, Moment moment);
    ~ArchiveReader();

    DeskFolder const& folder() const { return m_folder; }
    DeskIdentity const& identity() const { return m_identity; }
    core::RealmFile const& realm() const { return m_identity.realm; }
    core::ZonePort& zone() { return m_zone; }
    store::Database& database() { return *m_database; }
    store::SqliteJournal& journal() { return *m_journal; }

    /// Oldest first.
    std::vector<core::StreamId> streams(core::StreamKind kind);
    std::vector<core::Event> events(core::StreamId stream);
    /// As on the board of the moment: null when it was not there yet.
    std::shared_ptr<core::Incident const> incident(core::IncidentId id);
    /// Kept after the first time.
    std::shared_ptr<core::Unit const> unit(core::UnitId id);
    /// Nothing when it is not known here. Kept after the first time.
    std::optional<core::IncidentNumber> numberOf(core::IncidentId id);

  private:
    core::StreamFold fold(core::StreamId stream);
    bool isInMergeCycle(core::Incident const& incident);

    DeskFolder m_folder;
    DeskIdentity m_identity;
    RealmZone m_zone;
    Moment m_moment;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::ReadSnapshot> m_snapshot;
    std::unique_ptr<store::SqliteJournal> m_journal;
    std::map<core::LogId, core::AgencyIndex> m_authors;
    std::unordered_map<core::UnitId, std::shared_ptr<core::Unit const>> m_units;
    std::unordered_map<core::IncidentId, std::optional<core::IncidentNumber>> m_numbers;
};

} // namespace ob::app

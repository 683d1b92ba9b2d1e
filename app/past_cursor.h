// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_folder.h"
#include "core/board.h"
#include "core/fold/stream_fold.h"
#include "core/store/sqlite_arrivals.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ob::store {
class Database;
class SqliteTracks;
} // namespace ob::store

namespace ob::app {

/// The board as this desk knew it at a moment (Knowledge::Then), moved from one moment to another: only the
/// streams in which something came between the two are folded. Incidents that were finished leave it as they
/// leave the board of a running desk. It reads only, so a desk may be at work on the folder. Throws FileError
/// or core::StoreError. Belongs to one thread.
class PastCursor {
  public:
    explicit PastCursor(std::filesystem::path const& folder);
    ~PastCursor();

    struct Step {
        std::optional<core::Board> whole; ///< instead of all that was told before
        core::ChangeSet changes;          ///< after that; with the newest position of every unit
        std::vector<core::Conflict> conflicts;
    };
    /// Asked between streams; true: nobody waits for it any more.
    using Stop = std::function<bool()>;
    /// Nothing when it was stopped: then it stays where it is.
    std::optional<Step> moveTo(core::Instant at, Stop const& isStopped);
    /// All of a stream that had come by then, in order of arrival.
    std::vector<core::Event> events(core::StreamId stream, core::Instant by);
    /// Since when there is something to look at; nothing in an empty journal.
    std::optional<core::Instant> first();

  private:
    struct Reading;
    struct Folded {
        store::SqliteArrivals::Stream stream;
        std::optional<core::StreamFold> fold; ///< nothing: it was not there yet
    };
    using Streams = std::vector<store::SqliteArrivals::Stream>;

    Streams touchedUpTo(core::Instant at);
    std::optional<std::vector<Folded>> folded(Reading& reading, Streams streams, core::Instant at,
                                              Stop const& isStopped);
    void put(std::vector<Folded> const& all, core::Instant at, core::ChangeSet& changes);
    void retireEnded(core::Instant at, core::ChangeSet& changes);
    void addFixes(core::Instant at, core::ChangeSet& changes);

    DeskFolder m_folder;
    DeskIdentity m_identity;
    std::unique_ptr<store::Database> m_database;
    store::SqliteArrivals m_arrivals;
    std::unique_ptr<store::SqliteTracks> m_tracks;
    std::vector<core::Bytes> m_statements; ///< revocations and settlements that the board was folded with
    core::Board m_board;
    std::optional<core::Instant> m_at;
    core::Instant m_sureUntil; ///< what came by then was on the disk when the board was folded
    std::map<core::IncidentId, core::Instant>
        m_ended; ///< on the board and finished: when the last came of it
};

} // namespace ob::app

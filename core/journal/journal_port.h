// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/journal/aside_event.h"
#include "core/journal/encoded.h"

#include <array>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace ob::core {

/// What full-text search and exact look-up know of a stream. Personal and sealed words never come here, only
/// keyed hashes of single values.
struct SearchEntry {
    StreamId stream;
    std::string number;  ///< as shown
    std::string address; ///< as shown
    std::string text;    ///< everything that is searched, plain
    std::vector<Hash>
        lookupKeys; ///< keyed hashes of personal values (phone numbers), besides those said before
};

/// Local memory of a folded stream: never sent, never evidence. Empty state = fold from events at start.
struct StreamSnapshot {
    StreamId stream;
    StreamKind kind{};
    bool onBoard = true; ///< false: finished, kept in the archive
    Bytes state;
    std::uint64_t held =
        0; ///< when visited: events of the stream in the journal; a state of fewer is out of date
};

/// First half of a SHA-256: enough for what only this desk compares.
using ShortHash = std::array<std::uint8_t, 16>;

/// What a thing of another system's files became here, so that it is taken once. Local memory, never sent.
struct SourceEntry {
    ShortHash key{};      ///< of the kind of file and the thing's key in it
    StreamId stream;      ///< incident or unit
    ShortHash digest{};   ///< of all values of the row
    ShortHash incident{}; ///< of the values that describe the incident
    friend bool operator==(SourceEntry const&, SourceEntry const&) = default;
};

/// A section that arrived for an event that is held already.
struct DisclosedSection {
    LogId log;
    std::uint64_t sequence = 0;
    EncodedSection section;
};

/// Leaves of a log that are taken out of it, heads over them included, because its agency settled on another
/// history. What is held of them is put aside in the same batch.
struct LogCut {
    LogId log;
    std::uint64_t size = 0; ///< leaves that stay
};

/// All that one commit makes durable together.
struct JournalBatch {
    std::vector<LogCut> cuts{};         ///< before events of the same logs
    std::vector<AsideEvent> aside{};    ///< in the place of what is aside with the same leaf
    std::vector<LogRecord> logs{};      ///< new here, before their first event
    std::vector<EncodedEvent> events{}; ///< each log in sequence; an event that is held as a stub is upgraded
    std::vector<StubRun> stubs{};
    std::vector<EncodedHead> heads{}; ///< one for every log that grew
    std::vector<DisclosedSection> disclosed{};
    std::vector<SearchEntry> search{};
    std::vector<StreamSnapshot> snapshots{};
    std::vector<SourceEntry> sources{};            ///< newest of equal keys last
    std::vector<IncidentNumber> importedNumbers{}; ///< given to imported incidents
    Instant arrivedAt{};                           ///< local time of arrival of all of it
};

using JournalToken = std::uint64_t;

struct LogExtent {
    LogRecord record;
    std::uint64_t size = 0; ///< leaves held, stubs included, without a gap from 0
    std::optional<EncodedHead> newestHead;
};

/// Durable storage of the journal. Lives on the desk thread. Reading sees what was committed.
class JournalPort {
  public:
    virtual ~JournalPort() = default;

    /// Takes the batch for the next commit. Not durable until `committed(token)` was told. Batches commit in
    /// order. When storage fails, `failed` is told instead and nothing of that batch, nor of later ones, is
    /// kept.
    virtual JournalToken append(JournalBatch batch) = 0;

    struct Callbacks {
        std::function<void(JournalToken)> committed;
        std::function<void(JournalToken, std::string const& reason)> failed;
    };
    virtual void listen(Callbacks callbacks) = 0;

    virtual std::vector<LogExtent> logs() = 0;
    /// Everything held of the stream, in order of arrival; with `arrivedUntil` only what had arrived by then.
    virtual std::vector<EncodedEvent> stream(StreamId id, std::optional<Instant> arrivedUntil) = 0;
    /// What is aside of the stream: in no log here, without effect.
    virtual std::vector<AsideEvent> aside(StreamId id) = 0;
    /// Leaves [begin, end) of a log, in order; runs of stubs as they are held are in `stubs`.
    virtual std::vector<EncodedEvent> range(LogId log, std::uint64_t begin, std::uint64_t end) = 0;
    virtual std::vector<StubRun> stubs(LogId log) = 0;
    /// The hashes of a log from its beginning, leaves as runs of level 0: for building its Merkle tree.
    virtual void visitLeaves(LogId log, std::function<void(StubRun const&)> const& visit) = 0;
    /// The smallest signed head that is kept of the log and covers at least `size` leaves.
    virtual std::optional<EncodedHead> headFrom(LogId log, std::uint64_t size) = 0;
    /// Visits the snapshot of every stream on the board.
    virtual void visitBoard(std::function<void(StreamSnapshot const&)> const& visit) = 0;
    /// Visits the ids of all streams, archive included, oldest first.
    virtual void visitStreams(std::function<void(StreamId, StreamKind, bool onBoard)> const& visit) = 0;
    /// Events with a section that names this attachment, in order of arrival.
    virtual std::vector<EncodedEvent> naming(Hash const& attachment) = 0;
    /// Visits every attachment that a section names, in order of arrival; as often as it is named.
    virtual void visitAttachments(std::function<void(Hash const&, std::uint64_t bytes)> const& visit) = 0;
    /// Shreds one section for ever (the commitment stays) and drops the stream's words from the search until
    /// the next SearchEntry.
    virtual void shred(LogId log, std::uint64_t sequence, std::uint8_t sectionIndex) = 0;
};

/// Finds committed SourceEntries again. Throws StoreError.
class SourceMemoryPort {
  public:
    virtual ~SourceMemoryPort() = default;
    virtual std::optional<SourceEntry> find(ShortHash const& key) = 0;
    /// The highest serial given to an imported incident of that day (yyyymmdd); 0 when there is none.
    virtual std::uint32_t lastImported(std::int32_t day) = 0;
};

/// Storage that is broken: what happened, in words for a log file.
class StoreError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"
#include "core/journal/merkle.h"

#include <deque>
#include <map>
#include <set>
#include <unordered_set>
#include <vector>

namespace ob::core {

/// A journal in memory that commits when it is told to. Throws std::logic_error when a batch is not what a
/// journal may be given: an event out of sequence, a log that grew without a head over it.
class FakeJournal final : public JournalPort {
  public:
    JournalToken append(JournalBatch batch) override;
    void listen(Callbacks callbacks) override { m_callbacks = std::move(callbacks); }
    std::vector<LogExtent> logs() override;
    std::vector<EncodedEvent> stream(StreamId id, std::optional<Instant> arrivedUntil) override;
    std::vector<AsideEvent> aside(StreamId id) override;
    std::vector<EncodedEvent> range(LogId log, std::uint64_t begin, std::uint64_t end) override;
    std::vector<StubRun> stubs(LogId log) override;
    void visitLeaves(LogId log, std::function<void(StubRun const&)> const& visit) override;
    std::optional<EncodedHead> headFrom(LogId log, std::uint64_t size) override;
    void visitBoard(std::function<void(StreamSnapshot const&)> const& visit) override;
    void visitStreams(std::function<void(StreamId, StreamKind, bool onBoard)> const& visit) override;
    std::vector<EncodedEvent> naming(Hash const& attachment) override;
    void visitAttachments(std::function<void(Hash const&, std::uint64_t bytes)> const& visit) override;
    void shred(LogId log, std::uint64_t sequence, std::uint8_t sectionIndex) override;

    /// Told before `append` returns.
    enum class Storage { Holds, CommitsAtOnce, FailsAtOnce };
    void behave(Storage storage) { m_storage = storage; }
    std::size_t waiting() const { return m_waiting.size(); }
    JournalBatch const& waitingBatch(std::size_t index) const { return m_waiting.at(index).second; }
    /// The oldest batch that is held back; false when there is none.
    bool commitNext();
    void commitAll();
    /// Storage breaks: everything held back is told as failed, one after the other.
    void fail(std::string const& reason);
    /// Power fails: what is held back is gone and nobody is told.
    void crash();
    /// Written by somebody else, or while no desk runs: nobody is told.
    void store(JournalBatch const& batch);

    bool holds(EventId event) const;
    /// Of all logs, stubs included.
    std::unordered_set<EventId> leaves() const;
    std::vector<EncodedEvent> const& eventsOf(LogId log) const { return m_logs.at(log).events; }
    AgencyIndex agencyOf(LogId log) const { return m_logs.at(log).record.agency; }
    /// What search was told of the stream, oldest first.
    std::vector<SearchEntry> searchEntries(StreamId stream) const;

    /// The memory of folds, which no desk may depend on. Empty = none.
    Bytes const& snapshot(StreamId stream) const { return m_streams.at(stream).state; }
    void replaceSnapshot(StreamId stream, Bytes state) { m_streams.at(stream).state = std::move(state); }
    void replaceEverySnapshot(std::function<Bytes(Bytes const&)> const& change);

    /// What imports left to be remembered.
    std::map<ShortHash, SourceEntry> const& sources() const { return m_sources; }
    std::uint32_t lastImported(std::int32_t day) const;

  private:
    struct Log {
        LogRecord record;
        std::vector<EncodedEvent> events{};
        std::vector<Instant> arrivals{};
        CompactRange range{};
        std::map<std::uint64_t, EncodedHead> heads{}; ///< by size
        std::set<std::pair<std::uint64_t, std::uint8_t>>
            shredded{}; ///< sequence, section: must not come back
    };
    void cut(LogCut const& cut);
    void storeEvent(EncodedEvent const& event, Instant arrivedAt);
    struct Stream {
        std::optional<StreamKind> kind; ///< unknown until its first event came
        bool onBoard = true;
        Bytes state;
        std::vector<std::pair<LogId, std::uint64_t>> arrived;
    };
    Stream& streamOf(StreamId id);

    Callbacks m_callbacks;
    Storage m_storage = Storage::Holds;
    JournalToken m_lastToken = 0;
    std::deque<std::pair<JournalToken, JournalBatch>> m_waiting;
    std::map<LogId, Log> m_logs;
    std::map<StreamId, Stream> m_streams;
    std::vector<StreamId> m_streamOrder;
    std::map<EventId, AsideEvent> m_aside;
    std::vector<SearchEntry> m_search;
    std::map<ShortHash, SourceEntry> m_sources;
    std::map<std::int32_t, std::uint32_t> m_importedDays;
};

} // namespace ob::core

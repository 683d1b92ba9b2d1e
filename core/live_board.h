// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/fold/stream_fold.h"

#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ob::core {

/// Keeps the board in step with events as they arrive: every stream that is not finished stays folded in
/// memory, a late event folds its own stream anew, once per `settle`. Owned by the desk thread.
class LiveBoard {
  public:
    /// All events of a stream that are known here, those of commits under way included.
    using Load = std::function<std::vector<Event>(StreamId)>;
    explicit LiveBoard(Load load) : m_load(std::move(load)) {}

    /// At start: from a snapshot that covers `held` events, else from the events themselves. Call `settle`
    /// after.
    void restore(StreamId stream, ByteView snapshot, std::uint64_t held);

    /// An event that `load` knows from now on, whoever wrote it.
    void take(Event const& event);
    /// The same for one that was written here just now: nothing else is known of a stream that it creates.
    void takeOwn(Event const& event);
    /// Fold this stream anew: a part of it was disclosed, forgotten, voided or not saved.
    void reload(StreamId stream) { m_stale.insert(stream); }
    /// Brings the board up to date with everything taken; what changed.
    ChangeSet settle();

    /// Parents for the next event written to this stream.
    std::vector<EventId> heads(StreamId stream);
    Board const& board() const { return m_board; }
    /// Null when the stream is not held in memory.
    StreamFold const* fold(StreamId stream) const;
    /// Streams that `settle` will fold anew.
    std::unordered_set<StreamId> const& stale() const { return m_stale; }

    /// Takes incidents off the board that ended before `before`; they stay in the archive. Not those where
    /// somebody is still at work or a conflict is open.
    std::vector<StreamId> retireEndedBefore(Instant before, ChangeSet& changes);
    /// Streams with at least `events` events since their last snapshot; they count as written from now on.
    std::vector<StreamId> dueForSnapshot(std::uint64_t events);

  private:
    struct Held {
        StreamFold fold;
        std::uint64_t snapshotCount = 0;
    };
    void noteChanged(StreamId stream);
    void refold(StreamId stream);
    void publish(StreamFold const& fold, ChangeSet& changes);
    void withdraw(StreamId stream, ChangeSet& changes);

    Load m_load;
    Board m_board;
    std::unordered_map<StreamId, Held> m_held;
    std::unordered_set<StreamId> m_stale;
    std::vector<StreamId> m_changed;
    std::unordered_set<StreamId> m_changedSet;
};

} // namespace ob::core

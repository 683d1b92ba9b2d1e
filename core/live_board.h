// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/fold/stream_fold.h"

#include <deque>
#include <functional>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ob::core {

/// Keeps the board in step with events as they arrive: every stream that is not finished stays folded in
/// memory. A late event makes its stream stale: it is folded anew by `settle`, once for all that came, and
/// when many must be, one after the other. Until then the board shows it as it was. Owned by the desk thread.
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
    void reload(StreamId stream);
    /// Brings the board up to date with everything taken; what changed.
    ChangeSet settle() { return settle(std::numeric_limits<std::size_t>::max()); }
    /// The same, but folds anew only until that was done with `most` events, the stalest streams first; of
    /// those at least one, and all that are not in memory.
    ChangeSet settle(std::size_t most);
    /// The same for these streams alone.
    ChangeSet settle(std::vector<StreamId> const& streams);

    /// Parents for the next event written to this stream.
    std::vector<EventId> heads(StreamId stream);
    Board const& board() const { return m_board; }
    /// Null when the stream is not held in memory. Of a stale one it says what was, and nothing of what came.
    StreamFold const* fold(StreamId stream) const;
    /// Streams in memory of which an event lacks an ancestor.
    std::vector<StreamId> waiting() const;
    /// Streams that `settle` will fold anew.
    std::unordered_set<StreamId> const& stale() const { return m_stale; }
    bool isStale(StreamId stream) const { return m_stale.contains(stream); }

    /// Takes incidents off the board that ended before `before`; they stay in the archive. Not those where
    /// somebody is still at work or a conflict is open, nor stale ones.
    std::vector<StreamId> retireEndedBefore(Instant before, ChangeSet& changes);
    /// Streams with at least `events` events since their last snapshot; they count as written from now on.
    /// No stale ones.
    std::vector<StreamId> dueForSnapshot(std::uint64_t events);

  private:
    struct Held {
        StreamFold fold;
        std::uint64_t snapshotCount = 0;
    };
    void noteChanged(StreamId stream);
    /// How many events it was made of.
    std::size_t refold(StreamId stream);
    ChangeSet publishChanged();
    void publish(StreamFold const& fold, ChangeSet& changes);
    void withdraw(StreamId stream, ChangeSet& changes);

    Load m_load;
    Board m_board;
    std::unordered_map<StreamId, Held> m_held;
    std::unordered_set<StreamId> m_stale;
    std::deque<StreamId> m_staleOrder; ///< as they became stale; some are not any more
    std::vector<StreamId> m_changed;
    std::unordered_set<StreamId> m_changedSet;
};

} // namespace ob::core

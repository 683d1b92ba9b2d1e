// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/draft.h"
#include "core/hlc_clock.h"
#include "core/identity/log_id.h"
#include "core/journal/event_codec.h"
#include "core/journal/merkle.h"
#include "core/journal/statement.h"

#include <deque>

namespace ob::core {

/// Heads of a stream that are held here, its own uncommitted events included. Not empty.
using StreamHeads = std::function<std::vector<EventId>(StreamId)>;

/// What the first event of a log says.
struct LogOpening {
    Hash certificate{}; ///< SHA-256 of the desk certificate's bytes
    Hash nonce{};
    Lane lane = Lane::Live;
    std::optional<LogPosition> predecessor; ///< newest head of the incarnation before, same lane
};

/// Writes one own log: gives sequence numbers, parents, stamps and leaf hashes, and signs heads. Nothing that
/// it returns may leave the desk before it is committed. One thread.
class LogAuthor {
  public:
    /// `key` and `clock` belong to the desk, which shares them between its two lanes, and must outlive this.
    /// `held` is the committed tree: empty for a new log; else from the stored frontier, or `rangeOf`.
    LogAuthor(LogOrigin const& origin, SecretKey const& key, HlcClock& clock, CompactRange held = {});

    LogId id() const { return m_id; }
    /// Events written, uncommitted ones included.
    std::uint64_t size() const { return m_range.size(); }
    CompactRange const& range() const { return m_range; }

    /// The first event of the log: OB_ENSURE that it is empty and that nonce and lane made its id.
    EncodedEvent open(LogOpening const& opening, Instant now, SaltSource const& salt);
    /// Encodes drafts in order and replaces draft ids by leaf hashes; a draft names only drafts before it.
    /// Parents are the heads of the draft's stream; after an event was written, it is the head. More than
    /// EventHeader::maxParents heads are joined over several events, the smallest first.
    std::vector<EncodedEvent> write(Drafts drafts, StreamHeads const& heads, Instant now,
                                    SaltSource const& salt);
    /// Once a commit batch, after its last event: signs all that was written.
    EncodedHead signHead();

    /// The head of this size is durable: it cannot be rolled back any more.
    void committed(std::uint64_t size);
    /// A commit failed: back to the last committed size, or to a head signed after it. The sequence numbers
    /// above were never sent, so they may be given again; their stamps are not.
    void rollBackTo(std::uint64_t size);

  private:
    EncodedEvent append(EventPlace place, EventBody const& body, RestrictedParts const& restricted,
                        SaltSource const& salt);

    LogOrigin m_origin;
    LogId m_id;
    SecretKey const& m_key;
    HlcClock& m_clock;
    CompactRange m_range;
    std::deque<CompactRange> m_marks; ///< what can be rolled back to, the committed one first
};

/// The tree over the first `size` leaves; for a start without a stored frontier.
CompactRange rangeOf(std::uint64_t size, std::function<Hash(std::uint64_t)> const& leaf);

} // namespace ob::core

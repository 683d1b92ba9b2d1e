// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "net/blob_frame.h"
#include "net/replica_state.h"

namespace ob::net {

/// Gets attachments that are named in what is held here and are not here themselves: each from one peer at a
/// time that may have it too, from each peer one at a time, from the byte on that is here already.
class BlobFetching {
  public:
    /// `held` is called with each that has become whole.
    BlobFetching(ReplicaState& state, std::function<void(core::Hash const&)> held);

    void connect(PeerId peer);
    void disconnect(PeerId peer);
    /// Answers that nobody waits for any more are ignored.
    void chunk(PeerId from, BlobChunk chunk);
    void none(PeerId from, core::Hash const& hash);
    void have(PeerId from, std::vector<core::Hash> const& hashes);
    void noteCommitted(core::Desk::Commit const& commit);
    void tick();
    /// It is named, of this size, and perhaps not here.
    void want(core::Hash const& hash, std::uint64_t bytes);
    /// How many are named and not here.
    std::size_t missing() const { return m_wanted.size(); }

  private:
    /// When a peer is asked for one again; the pauses grow.
    struct Asking {
        core::Instant next;
        core::Duration pause;
    };
    struct Wanted {
        std::vector<std::uint64_t> sizes; ///< as sections tell
        PeerId source = 0;                ///< that it is being fetched from
        std::map<PeerId, Asking> asked;
    };
    struct Asked {
        std::uint64_t from = 0;
        core::Instant at;
    };
    struct Fetch {
        core::Hash hash{};
        std::uint64_t number = 0; ///< of all fetches: what is late is known by it
        std::uint64_t next = 0;   ///< to be asked for
        std::uint64_t total = 0;  ///< 0: not told yet
        std::deque<Asked> asked;
        std::size_t writing = 0;     ///< chunks
        bool isFromPeerAlone = true; ///< all of it in this run
        core::Instant lastHeard;
    };
    struct Source {
        std::optional<Fetch> fetch;
        std::size_t window = 2; ///< chunks asked for and not written
        std::optional<core::Duration> quickest;
    };

    void start();
    void start(core::Hash const& hash, Wanted& wanted);
    bool isCandidate(PeerId id, Wanted& wanted, std::vector<core::EncodedEvent> const& naming,
                     core::Hash const& hash, unsigned& hops);
    void begin(PeerId id, core::Hash const& hash, Wanted& wanted);
    void pump(PeerId id, Source& source);
    void adapt(Source& source, core::Duration taken);
    void append(PeerId id, Fetch& fetch, std::uint64_t from, core::Bytes bytes, bool isLast);
    void appended(PeerId id, std::uint64_t number, core::BlobPort::Outcome outcome);
    /// The peer is left; `asksAgain`: after a pause that grows.
    void leave(PeerId id, bool asksAgain);
    void pause(PeerId id, Wanted& wanted);

    ReplicaState& m_state;
    std::function<void(core::Hash const&)> m_held;
    std::map<core::Hash, Wanted> m_wanted;
    std::map<PeerId, Source> m_sources;
    std::uint64_t m_lastFetch = 0;
    core::Instant m_roomAgain;
    bool m_isFull = false;
    std::optional<core::Hash> m_lookedAt;                     ///< last, in the round of `start`
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(); ///< what is written later finds nothing
};

} // namespace ob::net

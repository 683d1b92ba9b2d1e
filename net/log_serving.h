// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica_state.h"

namespace ob::net {

/// Gives other desks what they asked for, as far as they may have it, and no faster than they take it.
class LogServing {
  public:
    explicit LogServing(ReplicaState& state) : m_state(state) {}

    void want(PeerId peer, Want const& wanted);
    void unwant(PeerId peer, core::LogId log);
    void wantStreams(PeerId peer, std::vector<core::StreamId> const& streams);
    void wantBodies(PeerId peer, WantBodies const& wanted);
    /// Sends what there is until the peer's credit or the link's queue is used up.
    void pump(PeerId peer);
    void pumpAll();
    /// An event came whose stream may have been served without it: those who got stubs get it now.
    void noteArrived(core::StreamId stream);
    /// Words came of what was held as a hash, or without them: others may have asked here in vain.
    void noteCompleted(core::StreamId stream);

  private:
    bool pumpUpgrade(PeerId id, Peer& peer);
    bool pumpLogs(PeerId id, Peer& peer, core::Lane lane);
    bool sendBatch(PeerId id, Peer& peer, ReplicaLog const& log, Peer::Serving& serving);
    void sendUpgrades(PeerId id, Peer& peer, std::vector<core::EncodedEvent> const& events);
    void sendAside(PeerId id, Peer& peer, core::StreamId stream,
                   std::vector<core::EncodedEvent> const& events);
    core::EncodedEvent shared(core::EncodedEvent event, ReplicaLog const& log, Peer const& peer);
    void spend(Peer& peer, std::size_t bytes);

    ReplicaState& m_state;
    std::set<core::StreamId> m_waiting; ///< served as stubs because an ancestor was missing here
};

} // namespace ob::net

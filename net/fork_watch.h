// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica_state.h"

namespace ob::net {

/// Finds desks that signed two logs under one name, proves it with their own signatures and tells everybody.
class ForkWatch {
  public:
    explicit ForkWatch(ReplicaState& state) : m_state(state) {}

    /// A peer says that it holds this log with another root at the same size.
    void suspect(PeerId peer, ReplicaLog const& log);
    void answer(PeerId from, ForkQuestion const& question);
    bool isProven(core::LogId log) const { return m_proofs.contains(log); }
    /// The log that it proves to be forked. Tells the other peers when that is news.
    std::optional<core::LogId> receive(PeerId from, core::ByteView proof);
    /// As `receive`, for proofs that came before their logs were known; now and then.
    std::vector<core::LogId> receiveEarly();
    /// Tells a new peer what is known.
    void tell(PeerId to) const;
    /// Known from before the start.
    void restore(core::LogId log, core::Bytes proof) { m_proofs.emplace(log, std::move(proof)); }

  private:
    void publish(core::LogId log, core::Bytes proof, PeerId except);

    ReplicaState& m_state;
    struct Early {
        PeerId from = 0;
        core::Bytes proof;
    };
    static constexpr std::size_t maxEarly = 16;

    std::map<core::LogId, core::Bytes> m_proofs;
    std::map<core::LogId, Early> m_early; ///< not verified yet: nobody's key is known for the log
    std::set<std::pair<PeerId, core::LogId>> m_questioned;
};

} // namespace ob::net

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/blob_frame.h"
#include "net/replica_state.h"

namespace ob::net {

/// Whether the asker may have a section, of those held here, that names the attachment.
bool mayHaveBlob(ReplicaState& state, core::Hash const& hash, core::Reader const& asker);

/// Gives attachments, chunk by chunk as they are asked for, to desks that may have a section that names them.
/// To others, and for what is not here, the answer is the same.
class BlobServing {
  public:
    explicit BlobServing(ReplicaState& state) : m_state(state) {}

    void disconnect(PeerId peer) { m_askers.erase(peer); }
    void want(PeerId peer, BlobWant const& wanted);
    /// Answers as far as nothing else waits for the link.
    void pump(PeerId peer);
    void pumpAll();
    /// It is here now: those who asked in vain and may have it are told.
    void noteHeld(core::Hash const& hash);
    /// What is shared with whom may have changed.
    void noteCommitted();

  private:
    struct Asker {
        std::deque<BlobWant> waiting;
        std::optional<core::Hash> granted; ///< was looked up since the last commit
        std::set<core::Hash> missed;
    };
    bool answer(PeerId id, Asker& asker, BlobWant const& wanted);
    /// May be given on the ground of what an agency says that has shown that it has it.
    bool mayGive(PeerId id, core::Hash const& hash);

    ReplicaState& m_state;
    std::map<PeerId, Asker> m_askers;
};

} // namespace ob::net

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica_state.h"

namespace ob::net {

/// Witnesses other agencies' logs: states at most once a minute how far each of them had grown here (C2SP
/// cosignature/v1), and how much of it is held with all that the agency may have (core::BodiesStatement);
/// passes such statements on. The newest of an agency for a log is kept.
class Cosigner {
  public:
    explicit Cosigner(ReplicaState& state) : m_state(state) {}

    void tick();
    /// A head with lines of its witnesses, or what one of them says of bodies. False: not what it says it is.
    bool receive(PeerId from, Statement const& statement);
    void tell(PeerId to) const;
    /// Known from before the start.
    void restore(core::LogId log, core::AgencyIndex agency, core::Bytes const& note);
    /// Up to where the agency has signed that it holds all of the log that it may have; 0: nothing. Not kept
    /// over a restart: others tell it again.
    std::uint64_t completeSigned(core::LogId log, core::AgencyIndex agency) const;

    static constexpr core::Duration interval = core::Duration::ofSeconds(60);

  private:
    struct Kept {
        std::uint64_t size = 0; ///< of the log, or as far as it is complete
        core::CosignatureTime at;
        core::Bytes bytes; ///< of the statement
    };
    struct Key {
        StatementKind kind{};
        core::LogId log;
        core::AgencyIndex agency;
        friend auto operator<=>(Key const&, Key const&) = default;
    };
    static Statement statementOf(Key const& key, core::Bytes const& bytes) {
        return {.kind = key.kind, .log = key.log, .agency = key.agency, .bytes = bytes};
    }
    void keep(Key const& key, Kept kept, PeerId except);
    std::optional<Kept> verified(Statement const& statement) const;
    std::optional<Kept> verifiedCosignature(Statement const& statement) const;
    std::optional<Kept> verifiedBodies(Statement const& statement) const;
    void cosign(ReplicaLog const& log);
    void stateBodies(ReplicaLog const& log);
    bool isTooSoon(Key const& key, std::uint64_t size) const;

    ReplicaState& m_state;
    std::map<Key, Kept> m_kept;
};

} // namespace ob::net

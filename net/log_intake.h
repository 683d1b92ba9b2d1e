// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica_state.h"

namespace ob::net {

/// Takes other desks' logs: asks one peer for each, checks every piece against the head that it ends with and
/// hands it to the desk. Only whole pieces reach the journal, so what is stored is always covered by a
/// signature.
class LogIntake {
  public:
    explicit LogIntake(ReplicaState& state) : m_state(state) {}

    /// A peer holds more of the log than before, or a source went away: asks whom it is best to ask.
    void choose(core::LogId log);
    void chooseAll();
    /// To the desk that writes it, as peers tell.
    ReplicaLog::Ways waysOf(ReplicaLog const& log) const;
    void forget(PeerId peer);
    void receive(PeerId from, Batch batch, std::size_t frameBytes);
    /// Sections and headers of what is held as a hash, or without them.
    void receive(PeerId from, Upgrade const& upgrade, std::size_t frameBytes);
    /// What came before its log was durable.
    void retryUpgrades();
    /// Some of the log is on its way to the disk, or waits.
    bool isUpgrading(core::LogId log) const;
    /// Little is missing of what peers are known to hold.
    bool isNearlyDone() const;
    void stop(core::LogId log);
    /// Of a stopped log: that peer holds its settled history, which is taken from where it is not held.
    void takeSettled(ReplicaLog& log, PeerId from);
    void leaveSettled(ReplicaLog& log);
    /// Streams of what was set aside since this was asked last.
    std::set<core::StreamId> newlyAside() { return std::exchange(m_newlyAside, {}); }
    void returnCredit(PeerId to, std::uint64_t bytes);

  private:
    bool isBetter(PeerId candidate, PeerId current, ReplicaLog const& log) const;
    /// How near a peer is to the desk that writes the log: greater is better.
    struct Nearness {
        bool hasWay = false;
        int rank = 0; ///< that desk itself, one of its agency, any
        int hops = 0; ///< negative
        friend auto operator<=>(Nearness const&, Nearness const&) = default;
    };
    Nearness nearnessOf(PeerId peer, ReplicaLog const& log) const;
    void ask(ReplicaLog& log, PeerId source);
    bool leadOn(ReplicaLog& log, Batch& batch);
    bool learnOrigin(ReplicaLog& log, Batch const& batch);
    bool checkEvent(ReplicaLog const& log, core::EncodedEvent& event) const;
    void finishPiece(PeerId from, ReplicaLog& log, std::string const& note, std::uint64_t credit);
    void reject(PeerId from, ReplicaLog& log, RefuseReason reason, std::string const& detail);
    void beginPiece(ReplicaLog& log);
    void take(PeerId from, Upgrade const& upgrade);
    void keep(core::LogId log, core::JournalBatch batch, std::function<void(bool)> kept);
    bool isFitForKept(ReplicaLog const& log) const;
    void setAside(ReplicaLog& log, core::JournalBatch& batch);
    void keepPace(ReplicaLog& log, std::uint64_t events, std::uint64_t bytes);

    ReplicaState& m_state;
    std::vector<std::pair<PeerId, Upgrade>> m_deferred;
    std::set<std::pair<core::LogId, std::uint64_t>> m_upgrading; ///< not durable yet
    std::map<std::array<std::uint8_t, 32>, Pace> m_paces;        ///< by desk key
    std::set<core::StreamId> m_newlyAside;
    bool m_hasFailed = false; ///< storage: nothing more is taken
};

} // namespace ob::net

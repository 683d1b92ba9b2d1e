// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/log_intake.h"
#include "net/log_serving.h"

namespace ob::net {

/// Brings logs whose agency has said how much of them counts to the history that it named. Nothing is taken
/// of a forked log; but of one that is settled the settled history is, also in the place of another one.
///
/// Which history a peer holds shows when its leaves are added up to the root that was settled: that is tried
/// with one peer at a time, and nothing is kept of it. Only then what is held here beyond the common prefix
/// is taken out of the log, together with the first piece that comes instead. It is kept as evidence, without
/// effect, and given to who has an event that builds on it.
class Settling {
  public:
    Settling(ReplicaState& state, LogIntake& intake, LogServing& serving)
        : m_state(state), m_intake(intake), m_serving(serving) {}

    /// True when a log has just come to be as it was settled: others may have what is waited for.
    bool tick();
    void disconnect(PeerId peer);
    /// True: the batch was asked for here and nobody else needs it.
    bool receive(PeerId from, Batch const& batch, std::size_t frameBytes);
    /// What somebody holds of another history. False: it proves nothing.
    [[nodiscard]] bool receive(core::AsideEvent aside);

  private:
    struct Trial {
        PeerId peer = 0;
        core::LogPosition kept;
        std::vector<core::Hash> held; ///< leaves of the log here
        core::CompactRange range;     ///< over what the peer has given
        std::optional<std::uint64_t> parted{};
        core::Instant lastProgress;
    };
    using At = std::pair<PeerId, core::LogId>;

    void look(core::LogId id, ReplicaLog& log);
    bool isAsSettled(ReplicaLog const& log, core::LogPosition const& kept);
    bool mayHold(PeerId peer, core::LogId log, core::LogPosition const& kept) const;
    void begin(PeerId peer, ReplicaLog const& log, core::LogPosition const& kept);
    void conclude(ReplicaLog& log, Trial trial);
    bool isNews(core::AsideEvent const& aside, ReplicaLog const& log);

    ReplicaState& m_state;
    LogIntake& m_intake;
    LogServing& m_serving;
    std::map<core::LogId, Trial> m_trials;
    std::map<At, core::LogPosition> m_holders; ///< peers that hold this
    std::map<At, core::Hash> m_others;         ///< peers that do not, by the root of the head that they told
    struct Known {
        core::LogPosition kept;
        std::uint64_t size = 0; ///< of the log when it was looked at
        bool isHeld = false;
    };
    std::map<core::LogId, Known> m_known;
    bool m_isNews = false;
    std::set<core::EventId> m_taking; ///< not durable yet
    static constexpr core::Duration patience = core::Duration::ofSeconds(10);
};

} // namespace ob::net

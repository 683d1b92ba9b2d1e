// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/hub.h"
#include "net/link_fsm.h"
#include "net/replica.h"

#include <map>
#include <memory>

namespace ob::net {

/// One link or peer as people see it.
struct LinkStatus {
    enum class State : std::uint8_t { Calling, Greeting, Connected };
    State state = State::Calling;
    Endpoint endpoint;
    bool dialled = false;
    std::string desk; ///< name in its certificate; empty before the hello
    std::optional<core::AgencyIndex> agency;
    core::PublicKey deskKey;
    Replica::Lag lag;
    core::Duration lagTime; ///< for how long it has lacked something of ours, or we of it
    std::optional<core::Duration> clockOffset;
    std::optional<core::Duration> roundTrip;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    core::Duration connectedFor;
    std::string lastError;
};

/// The desk among its peers: keeps links to them, greets, replicates. Lives on the desk thread, in the loop.
class Mesh {
  public:
    struct Surroundings {
        EventLoop& loop;
        LinkIdentity identity;
        core::SecretKey const& tlsKey;
        LocalDesk desk;
        std::function<core::Instant()> now;
        std::function<void(ReplicaNews const&)> news;
        std::function<void(core::AgencyIndex, std::vector<TaggedFix> const&)> fixes{};
        /// A line for a log file: links that come and go, clocks that are wrong. No personal values.
        std::function<void(std::string const&)> say;
        /// Every frame, for people who look for a fault; may be empty.
        std::function<void(LinkId, bool isOutgoing, FrameType, core::ByteView payload)> trace;
    };
    explicit Mesh(Surroundings surroundings);

    tl::expected<Endpoint, std::string> listen(Endpoint const& at) { return m_hub.listen(at); }
    void dial(Endpoint const& to);
    /// As core::Desk::listenToCommits tells it.
    void noteCommitted(core::Desk::Commit const& commit) {
        m_replica.noteCommitted(commit, m_around.loop.steadyNow());
    }
    Replica& replica() { return m_replica; }
    Replica const& replica() const { return m_replica; }
    /// Of a unit of this agency; false: this desk knows a newer one.
    bool report(core::UnitId unit, core::Fix const& fix);
    std::vector<LinkStatus> links() const;
    /// Says farewell to all; `done` when nothing of it is left in the loop.
    void shutDown(std::function<void()> done);

  private:
    struct Link {
        LinkFsm fsm;
        LinkOpened facts;
        core::Instant since; ///< ticks
        std::optional<core::Instant> behindSince;
        bool isEnding = false;
        bool hasWrongClock = false;
    };

    LinkFsm::Times times() const { return {m_around.now(), m_around.loop.steadyNow()}; }
    void opened(LinkId id, LinkOpened const& facts);
    void received(LinkId id, Frame const& frame);
    void closed(LinkId id, LinkEnd end, std::string const& detail);
    void carryOut(LinkId id, LinkFsm::Step step);
    void established(LinkId id);
    void settleDuplicate(LinkId newer, LinkId older);
    void end(LinkId id, Refuse const& reason);
    void send(LinkId id, FrameType type, core::Bytes payload, Priority priority);
    void tick();
    void flushPositions();
    void watchClock(LinkId id, Link& link);
    std::string nameOf(Link const& link) const;

    Surroundings m_around;
    Replica m_replica;
    std::map<LinkId, Link> m_links;
    std::map<std::string, Endpoint> m_dialled;       ///< by text
    std::map<std::string, std::string> m_lastErrors; ///< by endpoint
    std::map<core::PublicKey, Endpoint> m_paused;    ///< not dialled while that desk has another link with us
    TimerId m_timer{};
    std::optional<TimerId> m_flush; ///< of positions
    bool m_isFlushSoon = false;
    bool m_isEnding = false;
    Hub m_hub; ///< last: it calls back into the rest
};

} // namespace ob::net

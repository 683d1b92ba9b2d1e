// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/blob_writing.h"
#include "app/control_service.h"
#include "app/desk_host.h"
#include "net/mesh.h"

#include <set>

namespace ob::app {

/// One run of a desk among its peers, from the opening of its journal to its closing. Lives in the loop of
/// the DeskServer that owns it.
class DeskSession {
  public:
    struct Surroundings {
        net::EventLoop& loop;
        core::RuleBook const& rules;
        std::filesystem::path folder;
        std::string program;
        ControlService::Program served; ///< without `run`: no control socket
        std::function<void(std::string const&)> say;
        std::function<void(std::string const&)> trace;
        /// It cannot go on like this; called from within the loop, not from within the session.
        std::function<void(std::string const& why)> broken;
        /// What changed on the board, after everybody at the control socket was told; may be empty.
        std::function<void(core::ChangeSet const&)> changed;
        std::function<void()> premisesChanged; ///< what is known of places; may be empty
    };
    explicit DeskSession(Surroundings surroundings);
    ~DeskSession();

    DeskHost& host() { return m_host; }
    net::Mesh& mesh() { return *m_mesh; }
    /// A commit, when the loop has nothing else to do.
    bool idle();
    /// Farewell to peers, then `done`; the journal is closed in order.
    void end(std::function<void()> done);

  private:
    net::LocalDesk localDesk();
    void restoreProofs();
    void store(std::function<void()> const& keep);
    net::LocalDesk::Standing takeStatement(net::Statement const& statement);
    void published(core::ChangeSet const& changes);
    void tell(core::ChangeSet const& changes);
    void publishPositions();
    void takeNews(net::ReplicaNews const& news);
    void answerOrders();
    void housekeeping();
    void watchOwnLogs();
    std::string nameOf(net::PeerId peer) const;
    void breakDown(std::string const& why);

    Surroundings m_around;
    DeskHost m_host;
    BlobWriting m_blobs;
    std::unique_ptr<net::Mesh> m_mesh;
    std::unique_ptr<ControlService> m_control;
    std::set<core::IncidentId>
        m_orders; ///< incidents where an order to a unit of ours may wait for its receipt
    net::TimerId m_timer{};
    std::optional<net::TimerId> m_positionsTimer;
    core::Instant m_toldOfClocks; ///< ticks
    core::Instant m_nextSweep;    ///< of attachments, in ticks
    bool m_isEnding = false;
    bool m_isBroken = false;
    bool m_isToldRevoked = false;
};

} // namespace ob::app

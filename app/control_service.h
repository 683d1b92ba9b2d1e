// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/control_job.h"
#include "app/sign_in_shifts.h"

#include <map>

namespace ob::app {

/// Does `do`, `show`, `import`, `replay`, `forget` and `watch` of other programs at a running desk, through
/// the socket in its data folder, and remembers who signed in there. They take turns with the sessions and
/// timers of the loop; only one import or replay at a time. Belongs to the desk thread; the calls must not
/// come out of one another.
class ControlService {
  public:
    /// The subcommands, which lie above this layer.
    struct Program {
        std::function<int(QStringList const&)> run;    ///< exit code
        std::function<void(std::string const&)> speak; ///< from now on in "en" or "zh_CN"
        std::string version;                           ///< asked for by other programs
    };

    /// Throws net::ControlError when the socket cannot be made. All three must outlive this.
    ControlService(net::EventLoop& loop, DeskHost& host, std::filesystem::path const& data, Program program);
    /// As `stop`.
    ~ControlService();

    /// What core::Desk::listen tells.
    void publish(core::ChangeSet const& changes);
    /// Ends everything (an import after its current commit) and answers what was asked; takes nothing more.
    /// Before the desk is closed.
    void stop();
    std::size_t jobs() const { return m_jobs.size(); }

  private:
    void receive(net::ConnectionId connection, net::Frame const& frame);
    void begin(net::ConnectionId connection, net::Frame const& frame);
    void refuse(net::ConnectionId connection, std::string const& reason);
    void closed(net::ConnectionId connection);
    void wake(net::ConnectionId connection);
    void resume(net::ConnectionId connection);
    /// Removes it when nothing of it is left.
    void tidy(net::ConnectionId connection);
    void claimLongWork(ControlJob& job);

    net::EventLoop& m_loop;
    DeskHost& m_host;
    Program m_program;
    std::unique_ptr<net::ControlServer> m_server;
    std::map<net::ConnectionId, std::unique_ptr<ControlJob>> m_jobs;
    std::optional<net::ConnectionId> m_longWork;
    SignInShifts m_shifts;
    std::string m_spoken;
    bool m_isResuming = false;
    std::shared_ptr<ControlService*> m_self; ///< posted calls find nothing when it is gone
};

} // namespace ob::app

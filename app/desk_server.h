// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/control_service.h"
#include "core/rules/rule_book.h"
#include "net/endpoint.h"
#include "net/event_loop.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ob::app {

class DeskHost;
class DeskSession;

/// A desk that runs until it is asked to stop: its journal, its peers, its control socket, all on one thread.
/// When storage fails it shows what it has and tries again; when its database turns out to be an old copy it
/// begins new logs.
class DeskServer {
  public:
    struct Options {
        std::filesystem::path folder;
        std::optional<net::Endpoint> listen;
        std::vector<net::Endpoint> peers;
        std::string program;                             ///< name and version, told to peers
        ControlService::Program served;                  ///< what other programs may ask for
        std::function<void(std::string const&)> say;     ///< a line for a log file
        std::function<void(net::Endpoint const&)> ready; ///< accepting; once
        std::function<void(std::string const&)> trace;   ///< a line for each frame; may be empty
        /// For a screen beside it; all may be empty, all are called in the loop.
        std::function<void(DeskHost&)> began; ///< a session, also after an interruption
        std::function<void(DeskHost&, core::ChangeSet const&)> changed;
        std::function<void(DeskHost&)> premisesChanged; ///< what is known of places
        enum class Pause : bool { Restart, NoStorage };
        std::function<void(Pause, std::string const& why)> interrupted; ///< until `began` is called again
        /// A start on a full disk is tried again until there is room, instead of thrown.
        bool waitsForRoom = false;
    };
    /// Throws FileError or core::StoreError when the desk cannot be opened.
    DeskServer(core::RuleBook const& rules, Options options);
    /// False while it waits to begin.
    bool hasBegun() const { return m_session != nullptr; }
    ~DeskServer();

    /// Until SIGTERM or SIGINT. Throws std::runtime_error when it cannot listen.
    void run();
    /// As SIGTERM does. For any thread while this lives.
    void askToStop() {
        m_loop.post([this] { stop(); });
    }
    /// In the loop; with null while there is no session. For any thread while this lives.
    void post(std::function<void(DeskHost*)> call);

  private:
    friend class DeskSession;
    void begin();
    /// Ends the session and begins another one after a while.
    void restart(Options::Pause pause, std::string const& why);
    void stop();

    core::RuleBook const& m_rules;
    Options m_options;
    net::EventLoop m_loop;
    std::unique_ptr<DeskSession> m_session;
    bool m_isReady = false;
    bool m_isStopping = false;
    bool m_isRestarting = false;
    std::string m_failure;
};

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/caller.h"
#include "app/control_frames.h"
#include "app/fiber.h"
#include "net/control_server.h"

#include <deque>

namespace ob::app {

/// One subcommand that a running desk does for another program. Reads and writes frames of one connection; is
/// resumed by the service whenever something may have changed for it.
class ControlJob final : public Caller {
  public:
    /// What the service gives.
    struct Surroundings {
        net::EventLoop& loop;
        net::ControlServer& server;
        DeskHost& host;
        std::function<void(ControlJob&)> wake; ///< resume it soon
        /// Throws core::StoreError when another has claimed it.
        std::function<void(ControlJob&)> claimLongWork;
        SignInShifts& shifts;
    };
    ControlJob(Surroundings surroundings, net::ConnectionId connection, ControlRequest request,
               std::function<int(QStringList const&)> run);

    /// From the loop.
    void resume();
    bool isOver() const { return m_fiber.isOver(); }
    /// Of its output nothing is left here.
    bool isSent() const { return m_out.empty(); }
    void sendMore();
    std::string const& language() const { return m_request.language; }
    net::ConnectionId connection() const { return m_connection; }

    /// False when the frame has no place here.
    bool receive(net::Frame const& frame);
    void publish(core::ChangeSet const& changes);
    /// As Ctrl+C and the end of the input.
    void stop();
    /// The program is gone: nothing is sent any more.
    void abandon();

    void write(std::string_view bytes) override { put(ControlFrame::Output, bytes); }
    void writeError(std::string_view bytes) override { put(ControlFrame::ErrorOutput, bytes); }
    void flush() override { sendMore(); }
    std::size_t read(std::span<char> into) override;
    bool isErrorTerminal() const override { return m_request.isErrorTerminal; }
    std::filesystem::path fileNamed(std::string const& name) const override;
    void heedStop() override {}
    bool isStopAsked() const override { return m_isStopped; }
    void breathe() override;
    void wait(std::chrono::milliseconds time) override;
    DeskHost* runningDesk() override { return &m_around.host; }
    SignInShifts* shifts() override { return &m_around.shifts; }
    std::optional<core::SecretText> secret() override;
    void claimLongWork() override { m_around.claimLongWork(*this); }
    std::optional<core::ChangeSet> nextChange() override;

    /// A program that watches and does not read is dropped; others wait until it has read.
    static constexpr std::size_t maxWaitingBytes = net::ControlServer::maxQueuedBytes;
    static constexpr std::chrono::milliseconds turn{5};
    static constexpr std::size_t maxSecretBytes = 1024;

  private:
    using Clock = std::chrono::steady_clock;
    void run();
    void put(ControlFrame type, std::string_view bytes);

    Surroundings m_around;
    net::ConnectionId m_connection;
    ControlRequest m_request;
    std::function<int(QStringList const&)> m_run;
    Fiber m_fiber;
    Clock::time_point m_resumed;
    std::deque<net::Frame> m_out;
    std::size_t m_outBytes = 0;
    std::string m_in;
    bool m_wantsInput = false;
    bool m_wantsSecret = false;
    std::optional<core::SecretText> m_secret;
    bool m_hasInputEnded = false;
    bool m_isStopped = false;
    bool m_isAbandoned = false;
    bool m_isWatching = false;
    std::deque<core::ChangeSet> m_changes;
};

} // namespace ob::app

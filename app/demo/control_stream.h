// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/control_client.h"

#include <QJsonObject>
#include <QStringList>

#include <deque>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ob::app {

/// A subcommand that a running desk does for a program that never waits: lines of input are handed over when
/// the desk asks for them, JSON lines of output come back. One thread.
class ControlStream {
  public:
    using Objects = std::vector<QJsonObject>;
    /// What the desk said to one line; empty when it is gone.
    using Answered = std::function<void(Objects const&)>;

    /// Throws FileError when no desk is running there. `heard` gets what answers no line.
    ControlStream(std::filesystem::path const& desk, QStringList const& arguments,
                  std::function<void(QJsonObject const&)> heard);

    void send(std::string line, Answered answered = {});
    std::size_t waiting() const { return m_waiting.size(); }
    /// Takes what has come. False when the desk is gone or has ended the subcommand.
    bool pump();
    /// For poll(2).
    int descriptor() const { return m_client.descriptor(); }

  private:
    struct Line {
        std::string text;
        Answered answered;
    };
    bool take(net::Frame const& frame);
    void takeOutput(std::string_view bytes);
    void endAnswer();
    void handOver();

    net::ControlClient m_client;
    std::function<void(QJsonObject const&)> m_heard;
    std::deque<Line> m_waiting;
    std::optional<Line> m_asked; ///< handed over, not answered yet
    Objects m_answer;
    std::string m_partial; ///< of a line of output
    bool m_wantsInput = false;
    bool m_hasEnded = false;
};

} // namespace ob::app

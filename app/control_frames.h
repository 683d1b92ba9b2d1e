// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/frame.h"

#include <QStringList>

#include <optional>
#include <string>
#include <string_view>

namespace ob::app {

/// Types of frames between a program and a running desk (net/control_server.h); one request a connection.
enum class ControlFrame : std::uint8_t {
    Request = 1,     ///< to the desk: ControlRequest as JSON
    Input = 2,       ///< to the desk, after WantInput: bytes of standard input
    InputEnd = 3,    ///< to the desk, after WantInput: there are no more
    Cancel = 4,      ///< to the desk: as Ctrl+C
    Output = 5,      ///< to the program: bytes of standard output
    ErrorOutput = 6, ///< to the program: bytes of standard error
    WantInput = 7,   ///< to the program: one Input or InputEnd is waited for
    Exit = 8,        ///< to the program: the exit code, one byte; the last frame
    WantSecret = 9,  ///< to the program: one Secret is waited for
    Secret = 10,     ///< to the desk, after WantSecret: a passphrase, or the token of a shift
};

/// A subcommand that a program wants done.
struct ControlRequest {
    QStringList arguments;        ///< the subcommand in front
    std::string folder;           ///< where relative paths begin
    std::string language;         ///< "en" or "zh_CN"
    std::string version;          ///< of the program: the desk's must be the same
    bool isErrorTerminal = false; ///< somebody sees progress
};

net::Frame frameOf(ControlFrame type, std::string_view payload = {});
net::Frame frameOf(ControlRequest const& request);
/// Nothing when the payload is not one.
std::optional<ControlRequest> requestOf(net::Frame const& frame);
/// Valid as long as the frame.
std::string_view textOf(net::Frame const& frame);

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard/running_console.h"

#include "app/ctl/served.h"
#include "app/ctl/subcommand.h"
#include "net/control_client.h"

#include <cstdio>

namespace ob::app {
namespace {

constexpr auto patience = core::Duration::ofMilliseconds(5'000);
char const* const raising = "raise";

} // namespace

ControlService::Program servedConsole(std::function<void()> raised) {
    auto program = servedProgram();
    program.run = [run = std::move(program.run), raised = std::move(raised)](QStringList const& arguments) {
        if (arguments != QStringList{QLatin1StringView(raising)}) return run(arguments);
        raised();
        return static_cast<int>(exitDone);
    };
    return program;
}

RunningConsole raiseRunning(std::filesystem::path const& data) {
    auto client = net::ControlClient::connect(data);
    if (!client) return RunningConsole::None;
    client->send(frameOf(ControlRequest{.arguments = {QLatin1StringView(raising)},
                                        .folder = {},
                                        .language = "en",
                                        .version = OB_VERSION,
                                        .isErrorTerminal = false}));
    net::Frame frame;
    std::string told;
    while (client->receive(frame, patience) == net::ControlClient::Heard::Frame) {
        if (frame.type == static_cast<std::uint8_t>(ControlFrame::ErrorOutput)) told += textOf(frame);
        if (frame.type != static_cast<std::uint8_t>(ControlFrame::Exit)) continue;
        if (frame.payload.size() == 1 && frame.payload.front() == exitDone) return RunningConsole::Raised;
        // A desk without a screen does not know the word.
        if (frame.payload.size() == 1 && frame.payload.front() == exitUsage)
            return RunningConsole::HasNoWindow;
        std::fputs(told.c_str(), stderr);
        return RunningConsole::IsOther;
    }
    return RunningConsole::HasNoWindow;
}

} // namespace ob::app

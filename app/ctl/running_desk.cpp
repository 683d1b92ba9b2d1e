// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/running_desk.h"

#include "app/caller.h"
#include "app/control_frames.h"
#include "app/ctl/secret_entry.h"
#include "app/ctl/subcommand.h"
#include "app/files.h"
#include "net/control_client.h"
#include "ui/text/language.h"

#include <array>

namespace ob::app {
namespace {

/// How long Ctrl+C may wait at most when it comes at an awkward moment.
constexpr auto patience = core::Duration::ofMilliseconds(200);

/// What can be long is ended by asking, so that it ends after its current commit; anything else ends with
/// this program.
bool heedsStop(QString const& name) {
    return name == QStringLiteral("import") || name == QStringLiteral("replay")
           || name == QStringLiteral("watch");
}

void sendInput(net::ControlClient& client) {
    std::array<char, 64 * 1024> piece;
    auto const count = caller().read(piece);
    client.send(count == 0 ? frameOf(ControlFrame::InputEnd)
                           : frameOf(ControlFrame::Input, {piece.data(), count}));
}

/// Copies through until the desk tells the exit code.
int follow(net::ControlClient& client, Arguments const& arguments) {
    bool isCancelled = false;
    net::Frame frame;
    for (;;) {
        auto const heard = client.receive(frame, patience);
        if (caller().isStopAsked() && !isCancelled) {
            isCancelled = true;
            client.send(frameOf(ControlFrame::Cancel));
        }
        if (heard == net::ControlClient::Heard::Nothing) continue;
        if (heard == net::ControlClient::Heard::End)
            throw FileError("the desk that is running there ended before it had answered");
        switch (static_cast<ControlFrame>(frame.type)) {
        case ControlFrame::Output:
            caller().write(textOf(frame));
            caller().flush();
            break;
        case ControlFrame::ErrorOutput: caller().writeError(textOf(frame)); break;
        case ControlFrame::WantInput: sendInput(client); break;
        case ControlFrame::WantSecret:
            client.send(frameOf(ControlFrame::Secret, secretOf(arguments).view()));
            break;
        case ControlFrame::Exit:
            if (frame.payload.empty()) return exitStorage;
            return frame.payload.front();
        case ControlFrame::Request:
        case ControlFrame::Input:
        case ControlFrame::InputEnd:
        case ControlFrame::Secret:
        case ControlFrame::Cancel: break;
        }
    }
}

} // namespace

std::optional<int> doneByRunningDesk(Arguments const& arguments) {
    if (caller().runningDesk() != nullptr) return std::nullopt;
    auto client = net::ControlClient::connect(arguments.required(QStringLiteral("data")).toStdString());
    if (!client) return std::nullopt;
    if (heedsStop(arguments.given().front())) caller().heedStop();
    std::error_code error;
    ControlRequest const request{
        .arguments = arguments.given(),
        .folder = std::filesystem::current_path(error).string(),
        .language = ui::currentLanguage() == ui::Language::Chinese ? "zh_CN" : "en",
        .version = OB_VERSION,
        .isErrorTerminal = caller().isErrorTerminal(),
    };
    auto const frame = frameOf(request);
    if (frame.payload.size() > net::maxPayloadBytes)
        throw UsageError(QStringLiteral("these are more arguments than a running desk takes at once"));
    client->send(frame); // when it is gone, `follow` says so
    return follow(*client, arguments);
}

} // namespace ob::app

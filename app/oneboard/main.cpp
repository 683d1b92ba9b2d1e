// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// oneboard: the console.
#include "app/oneboard/composition.h"
#include "app/oneboard/running_console.h"
#include "app/oneboard/self_test.h"
#include "app/oneboard/watched_application.h"
#include "core/store/directory_lock.h"
#include "ui/console_style.h"
#include "ui/panels/map_panel.h"

#include <QTimer>

#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>

namespace ob::app {
namespace {

/// The desk runs, and what it knows stands on the board and the map.
bool isUsable(Composition& composition) {
    return composition.console().health().state == ui::DeskHealth::State::Running
           && composition.window().map().view().isSettled();
}

void tell(WatchedApplication::Stalls const& stalls, double usableMs) {
    std::fprintf(stderr,
                 "{\"usableMs\":%.0f,\"worstMs\":%.1f,\"worstWorkMs\":%.1f,\"over50ms\":%llu,\"events\":%llu,"
                 "\"worstAt\":\"%s\"}\n",
                 usableMs, stalls.worstMs, stalls.worstWorkMs, static_cast<unsigned long long>(stalls.over50),
                 static_cast<unsigned long long>(stalls.events), stalls.worstAt.c_str());
}

/// What came of a start beside a console that runs; nothing when this one goes on.
std::optional<int> saidOf(RunningConsole running, ConsoleOptions const& options) {
    char const* const data = options.data.c_str();
    switch (running) {
    case RunningConsole::None: return std::nullopt;
    case RunningConsole::Raised:
        std::printf("oneboard: the console of %s is running already; its window was brought to the front\n",
                    data);
        return 0;
    case RunningConsole::HasNoWindow:
        std::fprintf(
            stderr,
            "oneboard: a desk without a window runs on %s: end it first (oneboardctl desk run there), "
            "or wait until it has ended\n",
            data);
        return 3;
    case RunningConsole::IsOther: return 3;
    }
    return std::nullopt;
}

int runConsole(WatchedApplication& application, ConsoleOptions const& options) {
    using Clock = std::chrono::steady_clock;
    auto const begun = Clock::now();
    Composition composition(options);
    if (options.shot.isEmpty())
        composition.show();
    else
        composition.shoot();
    double usableMs = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (!isUsable(composition)) return;
        usableMs = std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
        look.stop();
    });
    if (options.tellsStalls) look.start(5);
    // Start-up is another figure.
    constexpr int startMs = 3000;
    QTimer::singleShot(startMs, &application, [&application, &options] {
        application.forgetStalls();
        application.tellLong(options.tellsStalls);
    });
    int const code = QApplication::exec();
    if (options.tellsStalls) tell(application.stalls(), usableMs);
    return code;
}

/// Another start on the same folder shows what runs there. One that is just starting has the folder and
/// answers a little later.
int runOrRaise(WatchedApplication& application, ConsoleOptions const& options) {
    constexpr int attempts = 50;
    constexpr std::chrono::milliseconds pause(100);
    for (int attempt = 1;; ++attempt) {
        if (options.shot.isEmpty())
            if (auto const code = saidOf(raiseRunning(options.data), options)) return *code;
        try {
            return runConsole(application, options);
        } catch (store::DirectoryInUse const&) {
            if (attempt == attempts || !options.shot.isEmpty()) throw;
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace
} // namespace ob::app

int main(int argc, char** argv) {
    ob::app::takeScale(argc, argv);
    ob::app::WatchedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("oneboard"));
    QApplication::setApplicationDisplayName(QStringLiteral("OneBoard 一盘棋"));
    QApplication::setApplicationVersion(QStringLiteral(OB_VERSION));
    QApplication::setStyle(new ob::ui::ConsoleStyle);
    int status = 0;
    auto const options = ob::app::consoleOptionsOf(application, status);
    if (!options) return status;
    if (options->isSelfTest) return ob::app::runSelfTest();
    try {
        return ob::app::runOrRaise(application, *options);
    } catch (std::exception const& error) {
        std::fprintf(stderr, "oneboard: %s\n", error.what());
        return 3;
    }
}

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// oneboard: the console.
#include "app/oneboard/composition.h"
#include "app/oneboard/self_test.h"
#include "app/oneboard/watched_application.h"

#include <QStyleFactory>
#include <QTimer>

#include <cstdio>

namespace ob::app {
namespace {

void tell(WatchedApplication::Stalls const& stalls) {
    std::fprintf(
        stderr,
        "{\"worstMs\":%.1f,\"worstWorkMs\":%.1f,\"over50ms\":%llu,\"events\":%llu,\"worstAt\":\"%s\"}\n",
        stalls.worstMs, stalls.worstWorkMs, static_cast<unsigned long long>(stalls.over50),
        static_cast<unsigned long long>(stalls.events), stalls.worstAt.c_str());
}

} // namespace
} // namespace ob::app

int main(int argc, char** argv) {
    ob::app::takeScale(argc, argv);
    ob::app::WatchedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("oneboard"));
    QApplication::setApplicationDisplayName(QStringLiteral("OneBoard 一盘棋"));
    QApplication::setApplicationVersion(QStringLiteral(OB_VERSION));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    int status = 0;
    auto const options = ob::app::consoleOptionsOf(application, status);
    if (!options) return status;
    if (options->isSelfTest) return ob::app::runSelfTest();
    try {
        ob::app::Composition composition(*options);
        if (options->shot.isEmpty())
            composition.show();
        else
            composition.shoot();
        // Start-up is another figure.
        constexpr int startMs = 3000;
        QTimer::singleShot(startMs, &application, [&application] { application.forgetStalls(); });
        int const code = QApplication::exec();
        if (options->tellsStalls) ob::app::tell(application.stalls());
        return code;
    } catch (std::exception const& error) {
        std::fprintf(stderr, "oneboard: %s\n", error.what());
        return 3;
    }
}

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// oneboard: the console.
#include "app/oneboard/composition.h"
#include "app/oneboard/self_test.h"

#include <QApplication>
#include <QStyleFactory>

#include <cstdio>

int main(int argc, char** argv) {
    ob::app::takeScale(argc, argv);
    QApplication application(argc, argv);
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
        return QApplication::exec();
    } catch (std::exception const& error) {
        std::fprintf(stderr, "oneboard: %s\n", error.what());
        return 3;
    }
}

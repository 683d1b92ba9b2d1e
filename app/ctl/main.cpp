// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/subcommand.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace ob::app {
namespace {

/// --lang wins over the locale of the system; a subcommand's own parser checks the rest.
QString wantedLanguage(QStringList const& arguments) {
    qsizetype const at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0 && at + 1 < arguments.size()) return arguments[at + 1];
    for (auto const& argument : arguments)
        if (argument.startsWith(QStringLiteral("--lang="))) return argument.mid(7);
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace
} // namespace ob::app

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("oneboardctl"));
    QStringList const arguments = QCoreApplication::arguments().mid(1);
    ob::ui::installLanguage(application, ob::app::wantedLanguage(arguments).toStdString());
    return ob::app::runSubcommand(arguments);
}

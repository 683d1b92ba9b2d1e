// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/subcommand.h"
#include "app/files.h"
#include "core/journal/journal_port.h"
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cstdio>

namespace ob::app {
namespace {

struct Entry {
    char const* name;
    char const* summary;
    int (*run)(QStringList const&);
};

constexpr std::array entries{
    Entry{"realm", "make a realm: realm create --out DIR --name NAME --kind drill --agencies CODE:NAME,…",
          runRealm},
    Entry{"desk", "make a desk: desk init --data DIR --realm PATH --agency CODE --name NAME", runDesk},
    Entry{"do", "one command line, as in the console: do --data DIR 'COMMAND LINE'", runDo},
    Entry{"show", "what the desk knows: show --data DIR board|incidents|units|assignments|timeline|…",
          runShow},
    Entry{"import", "other systems' CSV files: import --data DIR --format NAME FILE…", runImport},
    Entry{"replay", "a recorded day as live commands: replay --data DIR --format NAME --speed N|max FILE",
          runReplay},
    Entry{"forget", "shred what is personal in an incident: forget --data DIR --class personal NUMBER",
          runForget},
    Entry{"export", "a file of what the desk holds: export --data DIR --format csv|geojson|jsonl|evidence",
          runExport},
    Entry{"verify", "audit of all journals, or of an evidence bundle: verify --data DIR, verify FILE",
          runVerify},
    Entry{"bench", "figures of this machine, as JSON lines: bench", runBench},
};

void printOverview() {
    std::puts("oneboardctl: the headless desk of OneBoard and its tools\n");
    for (auto const& entry : entries)
        std::printf("  %-8s %s\n", entry.name, entry.summary);
    std::puts("\noneboardctl NAME --help tells the options. Exit: 0 done, 1 a problem was found, 2 usage, 3 "
              "storage.");
}

/// --lang wins over the locale of the system; a subcommand's own parser checks the rest.
QString wantedLanguage(QStringList const& arguments) {
    qsizetype const at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0 && at + 1 < arguments.size()) return arguments[at + 1];
    for (auto const& argument : arguments)
        if (argument.startsWith(QStringLiteral("--lang="))) return argument.mid(7);
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

int run(QStringList arguments) {
    if (arguments.isEmpty() || arguments[0] == QStringLiteral("--help")
        || arguments[0] == QStringLiteral("-h")) {
        printOverview();
        return arguments.isEmpty() ? exitUsage : exitDone;
    }
    QString const name = arguments.takeFirst();
    for (auto const& entry : entries)
        if (name == QLatin1StringView(entry.name)) return entry.run(arguments);
    throw UsageError(QStringLiteral("there is no %1; see oneboardctl --help").arg(name));
}

int guarded(QStringList const& arguments) {
    try {
        return run(arguments);
    } catch (UsageError const& error) {
        std::fprintf(stderr, "oneboardctl: %s\n", error.what());
        return exitUsage;
    } catch (FileError const& error) {
        std::fprintf(stderr, "oneboardctl: %s\n", error.what());
        return exitStorage;
    } catch (core::StoreError const& error) {
        std::fprintf(stderr, "oneboardctl: %s\n", error.what());
        return exitStorage;
    }
}

} // namespace
} // namespace ob::app

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("oneboardctl"));
    QStringList const arguments = QCoreApplication::arguments().mid(1);
    ob::ui::installLanguage(application, ob::app::wantedLanguage(arguments).toStdString());
    return ob::app::guarded(arguments);
}

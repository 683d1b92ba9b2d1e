// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/coded_refusal.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/subcommand.h"
#include "app/files.h"
#include "core/journal/journal_port.h"
#include "core/store/directory_lock.h"
#include "ui/text/sentence.h"

#include <QJsonArray>

#include <array>
#include <chrono>

namespace ob::app {
namespace {

struct Entry {
    char const* name;
    char const* summary;
    int (*run)(QStringList const&);
    /// A running desk does it for other programs. The rest only reads, or makes something of its own.
    bool isDoneByDesk = false;
};

constexpr std::array entries{
    Entry{"agency", "an agency's keys: agency create | delegate | sign (a desk's request) | revoke (a desk)",
          runAgency},
    Entry{"realm", "the realm file: realm create --kind live|drill | add (an agency) | show FILE", runRealm},
    Entry{"desk", "a desk: desk init (drill) | request, enroll | realm, take (what agencies send) | run",
          runDesk, true},
    Entry{"drill",
          "a drill realm with ready desks: drill create --out DIR --name NAME --agencies CODE:NAME,…",
          runDrill},
    Entry{"do", "one command line, as in the console: do --data DIR 'COMMAND LINE'", runDo, true},
    Entry{"attach", "a note with files: attach --data DIR INCIDENT FILE… [--note TEXT] [--own]", runAttach,
          true},
    Entry{"attachment", "files of an incident: attachment --data DIR list INCIDENT | save HASH --out FILE",
          runAttachment, true},
    Entry{"position", "where units are: position --data DIR UNIT --at LAT,LON, or - for JSON lines",
          runPosition, true},
    Entry{"operator",
          "who may sign in: operator add | list | passphrase | roles | positions | deactivate --data DIR",
          runOperator},
    Entry{"sign-in", "for a shift at a running desk: sign-in --data DIR --operator NAME --session FILE",
          runSignIn, true},
    Entry{"sign-out", "ends it: sign-out --data DIR --session FILE", runSignOut, true},
    Entry{"premise", "what is known of places: premise import FILE | list | remove | contact --data DIR",
          runPremise, true},
    Entry{"policy", "what others may: policy positions | dispatch --data DIR --to AGENCY …", runPolicy, true},
    Entry{"show", "what the desk knows: show --data DIR board|incidents|units|assignments|timeline|…",
          runShow, true},
    Entry{"watch", "what changes at a running desk, as JSON lines: watch --data DIR", runWatch, true},
    Entry{"import", "other systems' CSV files: import --data DIR --format NAME FILE…", runImport, true},
    Entry{"replay", "a recorded day as live commands: replay --data DIR --format NAME --speed N|max FILE",
          runReplay, true},
    Entry{"forget", "shred what is personal in an incident: forget --data DIR --class personal NUMBER",
          runForget, true},
    Entry{"export", "a file of what the desk holds: export --data DIR --format csv|geojson|jsonl|evidence",
          runExport},
    Entry{"verify", "audit of all journals, or of an evidence bundle: verify --data DIR, verify FILE",
          runVerify},
    Entry{"map", "map packs: map build --osm FILE.osm.pbf --out FILE.obmap | info | check | find", runMap},
    Entry{"demo", "desks of many agencies at work in the demo city: demo run --dir DIR", runDemo},
    Entry{"bench", "figures of this machine, as JSON lines: bench", runBench},
};

void printOverview() {
    print(QStringLiteral("oneboardctl: the headless desk of OneBoard and its tools\n"));
    for (auto const& entry : entries)
        printFormatted("  %-10s %s\n", entry.name, entry.summary);
    print(
        QStringLiteral("\noneboardctl NAME --help tells the options. Exit: 0 done, 1 a problem was found, 2 "
                       "usage, 3 storage."));
}

int runOnce(QStringList arguments) {
    if (arguments.isEmpty() || arguments[0] == QStringLiteral("--help")
        || arguments[0] == QStringLiteral("-h")) {
        printOverview();
        return arguments.isEmpty() ? exitUsage : exitDone;
    }
    QString const name = arguments.takeFirst();
    bool const isInDesk = caller().runningDesk() != nullptr;
    for (auto const& entry : entries)
        if (name == QLatin1StringView(entry.name) && (entry.isDoneByDesk || !isInDesk))
            return entry.run(arguments);
    throw UsageError(QStringLiteral("there is no %1; see oneboardctl --help").arg(name));
}

/// A desk that is just starting has its folder, and takes no requests yet: patience, for so long.
int run(QStringList const& arguments) {
    constexpr int attempts = 30;
    constexpr std::chrono::milliseconds pause(100);
    for (int attempt = 1;; ++attempt) {
        try {
            return runOnce(arguments);
        } catch (store::DirectoryInUse const&) {
            if (attempt == attempts || caller().runningDesk() != nullptr) throw;
        }
        caller().wait(pause);
    }
}

} // namespace

int runSubcommand(QStringList const& arguments) {
    try {
        return run(arguments);
    } catch (HelpShown const&) {
        return exitDone;
    } catch (UsageError const& error) {
        printError("oneboardctl: %s\n", error.what());
        return exitUsage;
    } catch (CodedRefusal const& refusal) {
        QJsonArray subjects;
        for (auto const& each : refusal.subjects())
            subjects.append(ui::textOf(each));
        if (arguments.contains(QStringLiteral("--json")))
            printJson(
                {{QStringLiteral("refusal"), QJsonObject{{QStringLiteral("code"), ui::textOf(refusal.code())},
                                                         {QStringLiteral("subjects"), subjects}}}});
        printError("oneboardctl: %s\n", refusal.what());
        return exitProblem;
    } catch (FileError const& error) {
        printError("oneboardctl: %s\n", error.what());
        return exitStorage;
    } catch (core::StoreError const& error) {
        printError("oneboardctl: %s\n", error.what());
        return exitStorage;
    }
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/import_output.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/file_import.h"
#include "app/files.h"
#include "app/mappings.h"
#include "app/shipped_rules.h"
#include "app/watched_folder.h"

#include <QJsonDocument>

#include <chrono>

namespace ob::app {
namespace {

/// How often the folder is looked at, and how long a file must have rested.
constexpr std::chrono::milliseconds look{500};
constexpr std::chrono::milliseconds undisturbed{2000};

/// Asked between two commits.
bool goesOn() {
    caller().breathe();
    return !caller().isStopAsked();
}

/// True when nothing was refused.
bool importAll(QStringList const& files, FileImport& import, ImportOutput& output) {
    bool sound = true;
    for (QString const& file : files) {
        output.begin(file);
        auto const report = import.run(file.toStdString(), output.listener(goesOn));
        output.end(report);
        sound = sound && isSound(report);
        if (report.cancelled || !report.failure.empty()) break;
    }
    return sound;
}

/// Takes one file and puts it away; one that was not read to its end stays where it is.
bool takeDropped(std::filesystem::path const& file, WatchedFolder& folder, FileImport& import,
                 ImportOutput& output) {
    output.begin(QString::fromStdString(file.string()));
    core::ImportReport report;
    try {
        report = import.run(file.string(), output.listener(goesOn));
    } catch (FileError const& error) {
        report.failure = error.what();
    }
    output.end(report);
    bool const sound = isSound(report);
    if (report.cancelled || import.hasStorageFailed()) return sound;
    auto const text = QJsonDocument(importReportJson(report)).toJson();
    auto const* const bytes = reinterpret_cast<std::uint8_t const*>(text.constData());
    folder.finish(file, sound, {bytes, static_cast<std::size_t>(text.size())});
    return sound;
}

bool watch(std::filesystem::path const& path, bool once, DeskHost& host, FileImport& import,
           ImportOutput& output) {
    WatchedFolder folder(path, once ? std::chrono::milliseconds(0) : undisturbed);
    bool sound = true;
    while (!caller().isStopAsked() && !import.hasStorageFailed()) {
        for (auto const& file : folder.ready(WatchedFolder::Clock::now())) {
            sound = takeDropped(file, folder, import, output) && sound;
            if (caller().isStopAsked() || import.hasStorageFailed()) break;
        }
        if (once) break;
        host.desk().tick();
        host.commit();
        caller().wait(look);
    }
    return sound;
}

} // namespace

int runImport(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("import"),
        QStringLiteral(
            "Takes other systems' CSV files into the desk's journal. Each row is taken "
            "once, by its key; a row that changed gives new facts. Nobody has to sign in for that: "
            "what a file says is marked as imported, and without --operator it is in nobody's "
            "name."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("format"), QStringLiteral("NAME"),
                QStringLiteral("Kind of file: ") + shippedMappingNames().join(QStringLiteral(", ")))
        .option(QStringLiteral("map"), QStringLiteral("FILE"), QStringLiteral("A mapping file of one's own."))
        .option(
            QStringLiteral("watch"), QStringLiteral("FOLDER"),
            QStringLiteral("Take every file that is dropped into this folder, until stopped; taken files go "
                           "to done or failed in it, with a report."))
        .flag(QStringLiteral("once"), QStringLiteral("With --watch: take what is there and end."))
        .flag(QStringLiteral("anomalies"), QStringLiteral("Also name every anomaly by its line."))
        .positional(QStringLiteral("files"), QStringLiteral("The CSV files; - reads standard input."));
    addOperatorOptions(arguments);
    arguments.parse(rest);
    QString const watched = arguments.value(QStringLiteral("watch"));
    if (arguments.rest().isEmpty() == watched.isEmpty())
        throw UsageError(QStringLiteral("import --data DIR --format NAME FILE…, or --watch FOLDER"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const& rules = sharedRuleBook();
    auto const mapping =
        mappingOf(arguments.value(QStringLiteral("format")), arguments.value(QStringLiteral("map")), rules);
    auto const who = operatorOrFeedOf(arguments);
    DeskUse use(arguments);
    DeskHost& host = use.host();
    if (caller().runningDesk() == nullptr) host.commitInThread({});
    caller().claimLongWork();
    caller().heedStop();
    ImportOutput output(arguments.json(), arguments.has(QStringLiteral("anomalies")));
    FileImport import(host, mapping, who);
    bool const sound = watched.isEmpty() ? importAll(arguments.rest(), import, output)
                                         : watch(caller().fileNamed(watched.toStdString()),
                                                 arguments.has(QStringLiteral("once")), host, import, output);
    if (host.desk().isReadOnly()) return exitStorage;
    use.finish();
    return sound ? exitDone : exitProblem;
}

} // namespace ob::app

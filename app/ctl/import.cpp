// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/import_output.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/subcommand.h"
#include "app/file_import.h"
#include "app/files.h"
#include "app/mappings.h"
#include "app/shipped_rules.h"
#include "app/stop_signal.h"

#include <cstdio>

namespace ob::app {

int runImport(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("import"),
        QStringLiteral("Takes other systems' CSV files into the desk's journal. Each row is taken "
                       "once, by its key; a row that changed gives new facts."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("format"), QStringLiteral("NAME"),
                QStringLiteral("Kind of file: ") + shippedMappingNames().join(QStringLiteral(", ")))
        .option(QStringLiteral("map"), QStringLiteral("FILE"), QStringLiteral("A mapping file of one's own."))
        .flag(QStringLiteral("anomalies"), QStringLiteral("Also name every anomaly by its line."))
        .positional(QStringLiteral("files"), QStringLiteral("The CSV files; - reads standard input."));
    addOperatorOptions(arguments);
    arguments.parse(rest);
    if (arguments.rest().isEmpty()) throw UsageError(QStringLiteral("import --data DIR --format NAME FILE…"));
    auto const rules = shippedRuleBook();
    auto const mapping =
        mappingOf(arguments.value(QStringLiteral("format")), arguments.value(QStringLiteral("map")), rules);
    DeskHost host(arguments.required(QStringLiteral("data")).toStdString(), rules);
    StopSignal const stop;
    ImportOutput output(arguments.json(), arguments.has(QStringLiteral("anomalies")));
    FileImport import(host, mapping, operatorOf(arguments));
    bool sound = true;
    for (QString const& file : arguments.rest()) {
        output.begin(file);
        auto const report = import.run(file.toStdString(), output.listener([&] { return !stop.isAsked(); }));
        output.end(report);
        sound = sound && isSound(report);
        if (!report.failure.empty()) return exitStorage;
        if (report.cancelled) break;
    }
    host.close();
    return sound ? exitDone : exitProblem;
}

} // namespace ob::app

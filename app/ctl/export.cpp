// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/archive_reader.h"
#include "app/ctl/export_choice.h"
#include "app/ctl/export_evidence.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/subcommand.h"
#include "app/system_time.h"
#include "app/table_export.h"
#include "ui/text/sentence.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <set>

namespace ob::app {
namespace {

enum class Things { Incidents, Units, Assignments };

Things thingsOf(Arguments const& arguments, Choice const& choice) {
    QString const what = arguments.has(QStringLiteral("what")) ? arguments.value(QStringLiteral("what"))
                                                               : QStringLiteral("incidents");
    if (what == QStringLiteral("incidents")) return Things::Incidents;
    if (what == QStringLiteral("assignments")) return Things::Assignments;
    if (what != QStringLiteral("units"))
        throw UsageError(
            QStringLiteral("export has no %1; --what is incidents, units or assignments").arg(what));
    if (!choice.isAll())
        throw UsageError(
            QStringLiteral("--from, --to and --incident choose incidents: not with --what units"));
    return Things::Units;
}

TableFormat formatOf(QString const& name) {
    if (name == QStringLiteral("csv")) return TableFormat::Csv;
    if (name == QStringLiteral("geojson")) return TableFormat::GeoJson;
    if (name == QStringLiteral("jsonl")) return TableFormat::JsonLines;
    throw UsageError(
        QStringLiteral("there is no format %1; formats are csv, geojson, jsonl and evidence").arg(name));
}

ArchiveReader::Moment lookOf(Arguments const& arguments) {
    ArchiveReader::Moment moment{.at = momentOf(arguments, QStringLiteral("at"))};
    if (!arguments.has(QStringLiteral("known"))) return moment;
    if (!moment.at) throw UsageError(QStringLiteral("--known goes with --at"));
    moment.knowledge = Knowledge::Then;
    return moment;
}

ExportMarks marksOf(ArchiveReader const& archive, Things things) {
    auto const& realm = archive.realm();
    auto const& certificate = archive.identity().certificate;
    return {.drill = realm.kind == core::RealmKind::Drill,
            .sharing = things == Things::Assignments ? QStringLiteral("open") : QStringLiteral("joint"),
            .realm = ui::textOf(realm.name),
            .agency = ui::textOf(realm.agency(certificate.agency)->code.text()),
            .desk = ui::textOf(certificate.name),
            .exportedAt = ui::textOf(SystemClock().now().iso8601()),
            .leftOut = {QStringLiteral("personal"), QStringLiteral("sealed")}};
}

QStringList keysOf(Things things) {
    switch (things) {
    case Things::Incidents: return incidentKeys();
    case Things::Units: return unitKeys();
    case Things::Assignments: return assignmentKeys();
    }
    return {};
}

/// Writes all that is wanted; the numbers that were asked for and found.
std::set<core::IncidentNumber> writeTable(ArchiveReader& archive, Things things, Choice const& choice,
                                          TableWriter& table) {
    BoardJson const shape({.unit = [&](core::UnitId id) { return archive.unit(id); },
                           .number = [&](core::IncidentId id) { return archive.numberOf(id); }},
                          archive.realm());
    std::set<core::IncidentNumber> found;
    if (things == Things::Units) {
        for (core::StreamId const id : archive.streams(core::StreamKind::Unit))
            if (auto const unit = archive.unit(id)) table.write(shape.unit(*unit));
        return found;
    }
    for (core::StreamId const id : archive.streams(core::StreamKind::Incident)) {
        auto const incident = archive.incident(id);
        if (!incident || !choice.takes(*incident)) continue;
        found.insert(incident->number);
        if (things == Things::Incidents) table.write(shape.incident(*incident));
        if (things != Things::Assignments) continue;
        for (auto const& assignment : incident->assignments)
            table.write(shape.assignment(*incident, assignment));
    }
    return found;
}

void report(TableWriter const& table, ExportMarks const& marks, bool isToFile, bool json) {
    QJsonObject const object{{QStringLiteral("rows"), static_cast<qint64>(table.rows())},
                             {QStringLiteral("drill"), marks.drill},
                             {QStringLiteral("class"), marks.sharing},
                             {QStringLiteral("leftOut"), QJsonArray::fromStringList(marks.leftOut)}};
    std::string const line = json ? QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString()
                                  : std::to_string(table.rows()) + " rows, " + (marks.drill ? "DRILL, " : "")
                                        + "class " + marks.sharing.toStdString() + "; left out: "
                                        + marks.leftOut.join(QStringLiteral(", ")).toStdString();
    // Standard output may be the file itself.
    std::fprintf(isToFile ? stdout : stderr, "%s\n", line.c_str());
}

void addOptions(Arguments& arguments) {
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("format"), QStringLiteral("FORMAT"),
                QStringLiteral("csv, geojson, jsonl or evidence."))
        .option(QStringLiteral("what"), QStringLiteral("THINGS"),
                QStringLiteral("incidents (the default), units or assignments."))
        .option(QStringLiteral("from"), QStringLiteral("TIME"),
                QStringLiteral("Incidents opened at this moment or later, 2026-11-21T20:00:00Z."))
        .option(QStringLiteral("to"), QStringLiteral("TIME"),
                QStringLiteral("Incidents opened before this moment."))
        .option(QStringLiteral("incident"), QStringLiteral("NUMBER"),
                QStringLiteral("This incident; may be given again."))
        .option(QStringLiteral("at"), QStringLiteral("TIME"), QStringLiteral("As of this moment."))
        .flag(QStringLiteral("known"), QStringLiteral("With --at: only what had arrived here by then."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"),
                QStringLiteral("Write to this file, which nobody else may read (0600)."))
        .option(QStringLiteral("with"), QStringLiteral("personal"),
                QStringLiteral(
                    "Evidence: names and numbers of callers too, as far as the own agency wrote them."))
        .option(
            QStringLiteral("operator"), QStringLiteral("NAME"),
            QStringLiteral("Evidence: who is at the desk, as the bundle will state; where it has operators, "
                           "one of them, with a passphrase."))
        .option(QStringLiteral("position"), QStringLiteral("CODE"), QStringLiteral("Evidence: the position."))
        .flag(QStringLiteral("force"), QStringLiteral("With --out: replace the file that is there."));
    addPassphraseOption(arguments);
}

} // namespace

int runExport(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("export"),
        QStringLiteral(
            "Writes what the desk holds, finished incidents included; the keys are those of show --json. "
            "Every "
            "line carries drill (true in a drill realm) and class (whose eyes it is for). Callers' names and "
            "numbers and sealed parts are never in tables. CSV: text that a spreadsheet would take for a "
            "formula "
            "has an apostrophe in front; take one leading apostrophe off each field to have what was "
            "written."));
    addOptions(arguments);
    arguments.parse(rest);
    if (!arguments.rest().isEmpty())
        throw UsageError(
            QStringLiteral("export --data DIR --format FORMAT: what is %1?").arg(arguments.rest().front()));
    if (arguments.required(QStringLiteral("format")) == QStringLiteral("evidence"))
        return exportEvidence(arguments);
    if (arguments.has(QStringLiteral("with")))
        throw UsageError(
            QStringLiteral("--with personal goes with --format evidence: tables hold nothing personal"));
    TableFormat const format = formatOf(arguments.required(QStringLiteral("format")));
    Choice const choice = choiceOf(arguments);
    Things const things = thingsOf(arguments, choice);
    auto const moment = lookOf(arguments);
    ArchiveReader archive(arguments.required(QStringLiteral("data")).toStdString(), moment);
    OutputFile out = outputOf(arguments);
    ExportMarks const marks = marksOf(archive, things);
    TableWriter table(out, format, marks, keysOf(things));
    requireFound(choice.numbers, writeTable(archive, things, choice, table));
    table.end();
    out.finish();
    report(table, marks, arguments.has(QStringLiteral("out")), arguments.json());
    return exitDone;
}

} // namespace ob::app

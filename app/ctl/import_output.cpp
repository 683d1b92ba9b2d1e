// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/import_output.h"

#include "app/caller.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "ui/text/import_text.h"
#include "ui/text/sentence.h"

#include <QJsonArray>

#include <algorithm>

namespace ob::app {
namespace {

QJsonArray jsonOf(std::vector<std::string> const& texts) {
    QJsonArray all;
    for (auto const& text : texts)
        all.append(ui::textOf(text));
    return all;
}

QJsonObject jsonOf(std::uint64_t line, core::Anomaly const& anomaly) {
    QJsonObject object{{QStringLiteral("line"), static_cast<qint64>(line)},
                       {QStringLiteral("kind"), ui::textOf(nameOf(anomaly.kind))}};
    if (!anomaly.column.empty()) object.insert(QStringLiteral("column"), ui::textOf(anomaly.column));
    if (!anomaly.value.empty()) object.insert(QStringLiteral("value"), ui::textOf(anomaly.value));
    return object;
}

} // namespace

QJsonObject refusedRowJson(core::RefusedRow const& row) {
    QJsonObject object{{QStringLiteral("line"), static_cast<qint64>(row.line)},
                       {QStringLiteral("text"), ui::refusedRowText(row)}};
    if (auto const* const problem = std::get_if<core::RowProblem>(&row.reason)) {
        object.insert(QStringLiteral("reason"), ui::textOf(nameOf(problem->fault)));
        if (!problem->column.empty()) object.insert(QStringLiteral("column"), ui::textOf(problem->column));
        if (!problem->value.empty()) object.insert(QStringLiteral("value"), ui::textOf(problem->value));
    } else {
        auto const& refusal = std::get<core::Refusal>(row.reason);
        object.insert(QStringLiteral("reason"), ui::textOf(nameOf(refusal.code)));
        object.insert(QStringLiteral("subjects"), jsonOf(refusal.subjects));
    }
    return object;
}

QJsonObject importReportJson(core::ImportReport const& report) {
    QJsonArray refused;
    for (auto const& row : report.refused)
        refused.append(refusedRowJson(row));
    QJsonObject anomalies;
    for (std::size_t index = 0; index < core::anomalyKinds; ++index)
        anomalies.insert(ui::textOf(nameOf(static_cast<core::AnomalyKind>(index))),
                         static_cast<qint64>(report.anomalies[index]));
    auto const count = [](std::uint64_t value) { return static_cast<qint64>(value); };
    QJsonObject object{{QStringLiteral("rows"), count(report.rows)},
                       {QStringLiteral("made"), count(report.made)},
                       {QStringLiteral("changed"), count(report.changed)},
                       {QStringLiteral("unchanged"), count(report.unchanged)},
                       {QStringLiteral("refusedRows"), count(report.refusedRows)},
                       {QStringLiteral("refused"), refused},
                       {QStringLiteral("incidents"), count(report.incidents)},
                       {QStringLiteral("units"), count(report.units)},
                       {QStringLiteral("assignments"), count(report.assignments)},
                       {QStringLiteral("anomalies"), anomalies}};
    if (!report.missingColumns.empty())
        object.insert(QStringLiteral("missingColumns"), jsonOf(report.missingColumns));
    if (!report.repeatedColumns.empty())
        object.insert(QStringLiteral("repeatedColumns"), jsonOf(report.repeatedColumns));
    if (!report.missingNeeded.empty())
        object.insert(QStringLiteral("missingNeeded"), jsonOf(report.missingNeeded));
    if (report.cancelled) object.insert(QStringLiteral("cancelled"), true);
    if (!report.failure.empty()) object.insert(QStringLiteral("failure"), ui::textOf(report.failure));
    return {{QStringLiteral("report"), object}};
}

void ImportOutput::begin(QString const& file) {
    m_file = file;
    m_began = std::chrono::steady_clock::now();
    m_showsProgress = !m_json && caller().isErrorTerminal();
}

core::Importer::Listener ImportOutput::listener(std::function<bool()> goesOn) {
    core::Importer::Listener listener;
    if (m_namesAnomalies)
        listener.anomaly = [this](std::uint64_t line, core::Anomaly const& anomaly) {
            if (m_json)
                printJson({{QStringLiteral("anomaly"), jsonOf(line, anomaly)}});
            else
                print(QStringLiteral("%1:%2: %3").arg(m_file).arg(line).arg(ui::anomalyText(anomaly)));
        };
    listener.refused = [this](core::RefusedRow const& row) {
        if (m_json)
            printJson({{QStringLiteral("refused"), refusedRowJson(row)}});
        else
            print(QStringLiteral("%1:%2: %3").arg(m_file).arg(row.line).arg(ui::refusedRowText(row)));
    };
    listener.progress = [this, goesOn = std::move(goesOn)](core::ImportReport const& report) {
        if (m_showsProgress) showProgress(report);
        return goesOn();
    };
    return listener;
}

void ImportOutput::showProgress(core::ImportReport const& report) {
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
    printError("\r%s  %llu  %.0f/s   ", m_file.toUtf8().constData(),
               static_cast<unsigned long long>(report.rows),
               static_cast<double>(report.rows) / std::max(seconds, 0.001));
}

void ImportOutput::end(core::ImportReport const& report) {
    if (m_showsProgress) printError("\r\033[K");
    if (m_json)
        printJson(importReportJson(report));
    else
        print(m_file + QLatin1Char('\n') + ui::reportText(report));
    caller().flush();
}

} // namespace ob::app

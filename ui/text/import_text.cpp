// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/import_text.h"

#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class ImportText {
    Q_DECLARE_TR_FUNCTIONS(ImportText)
  public:
    static QString of(core::AnomalyKind kind) {
        switch (kind) {
        case core::AnomalyKind::MilestoneOrder: return tr("milestones out of order");
        case core::AnomalyKind::NeverCleared: return tr("never cleared: the unit stays assigned");
        case core::AnomalyKind::DoubleAssignment: return tr("one unit on two incidents at once");
        case core::AnomalyKind::Coordinates: return tr("no usable coordinates");
        case core::AnomalyKind::Digits: return tr("digits look damaged");
        case core::AnomalyKind::BadTime: return tr("not a time, left out");
        case core::AnomalyKind::AmbiguousTime: return tr("this hour came twice that night");
        case core::AnomalyKind::SkippedTime: return tr("this hour did not exist that night");
        case core::AnomalyKind::BadText: return tr("characters that cannot be read");
        case core::AnomalyKind::UnknownValue: return tr("a value that the mapping does not know");
        case core::AnomalyKind::NoDispatchTime: return tr("no time of dispatch: the first milestone counts");
        case core::AnomalyKind::ClosedEarly: return tr("closed before it was opened");
        case core::AnomalyKind::ClosedWithoutTime:
            return tr("closed without a closing time: its last time counts");
        case core::AnomalyKind::OpenWithEnd: return tr("a closing time on what is still open");
        case core::AnomalyKind::RowsDisagree:
            return tr("says other things of its incident than the first row");
        case core::AnomalyKind::RepeatedKey: return tr("the key stands in two rows that differ");
        case core::AnomalyKind::Unterminated: return tr("the last row has no line end: the file may be cut");
        case core::AnomalyKind::NotClosed: return tr("over by the file, but this desk's rules keep it open");
        case core::AnomalyKind::MovedRow:
            return tr("about another incident than before: what it said there stays");
        }
        return {};
    }
    static QString of(core::RowProblem const& problem) {
        QString const column = textOf(problem.column);
        QString const value = textOf(problem.value);
        switch (problem.fault) {
        case core::RowFault::FieldCount:
            return filled(tr("It has %1 fields, the header has another number. Look for a delimiter inside a "
                             "text and put the text in quotes."),
                          {value});
        case core::RowFault::CutShort:
            return tr("The file ends in the middle of this row. Export it again, whole.");
        case core::RowFault::OpenQuote: return tr("A quotation mark is never closed. Close it in the file.");
        case core::RowFault::TooLong:
            return tr("It is longer than a row may be. Look for a missing quotation mark.");
        case core::RowFault::NoKey:
            return filled(tr("There is nothing in %1, which tells rows apart."), {column});
        case core::RowFault::NoTime: return filled(tr("There is no time in %1."), {column});
        case core::RowFault::BadTime:
            return filled(tr("%1 in %2 is not a time of this mapping. Add its form to timeFormats."),
                          {value, column});
        case core::RowFault::BadCallsign:
            return filled(tr("%1 in %2 is not a callsign: 1 to 16 letters, digits and hyphens."),
                          {value, column});
        case core::RowFault::NoUnit: return filled(tr("It has times of a run and no unit in %1."), {column});
        }
        return {};
    }
    static QString of(core::ImportReport const& report) {
        QStringList lines;
        if (!report.missingNeeded.empty())
            return filled(
                tr("Nothing was read: the file has no column %1. Choose another format or mapping."),
                {columns(report.missingNeeded)});
        lines << filled(tr("%1 rows: %2 new, %3 changed, %4 unchanged, %5 refused"),
                        {number(report.rows), number(report.made), number(report.changed),
                         number(report.unchanged), number(report.refusedRows)});
        lines << filled(tr("new: %1 incidents, %2 units, %3 assignments"),
                        {number(report.incidents), number(report.units), number(report.assignments)});
        for (std::size_t index = 0; index < core::anomalyKinds; ++index)
            if (report.anomalies[index] != 0)
                lines << number(report.anomalies[index]) + QLatin1Char(' ')
                             + of(static_cast<core::AnomalyKind>(index));
        if (!report.missingColumns.empty())
            lines << filled(tr("the file has no column %1"), {columns(report.missingColumns)});
        if (!report.repeatedColumns.empty())
            lines << filled(tr("the file has the column %1 more than once: the first counts"),
                            {columns(report.repeatedColumns)});
        if (report.cancelled) lines << tr("Ended before the end of the file; import it again to go on.");
        if (!report.failure.empty())
            lines << filled(
                tr("Stopped, the disk could not be written: %1. Make room and import the file again."),
                {textOf(report.failure)});
        return lines.join(QLatin1Char('\n'));
    }

  private:
    static QString columns(std::vector<std::string> const& names) {
        QStringList columns;
        for (auto const& name : names)
            columns << textOf(name);
        return listed(columns);
    }
    static QString number(std::uint64_t value) { return QString::number(value); }
};

} // namespace

QString anomalyText(core::AnomalyKind kind) { return ImportText::of(kind); }

QString anomalyText(core::Anomaly const& anomaly) {
    QStringList shown{textOf(anomaly.column), textOf(anomaly.value)};
    shown.removeAll(QString());
    QString const what = ImportText::of(anomaly.kind);
    return shown.isEmpty()
               ? what
               : what + QStringLiteral(" (") + shown.join(QStringLiteral(": ")) + QLatin1Char(')');
}

QString refusedRowText(core::RefusedRow const& row) {
    if (auto const* const problem = std::get_if<core::RowProblem>(&row.reason))
        return ImportText::of(*problem);
    return refusalText(std::get<core::Refusal>(row.reason));
}

QString reportText(core::ImportReport const& report) { return ImportText::of(report); }

} // namespace ob::ui

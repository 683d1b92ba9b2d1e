// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/replay_text.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class ReplayText {
    Q_DECLARE_TR_FUNCTIONS(ReplayText)
  public:
    static QString of(core::ReplayReport const& report) {
        QStringList lines;
        if (!report.missingNeeded.empty()) {
            QStringList columns;
            for (auto const& column : report.missingNeeded)
                columns << textOf(column);
            return filled(
                tr("Nothing was replayed: the file has no column %1. Choose another format or mapping."),
                {listed(columns)});
        }
        lines << filled(tr("%1 rows replayed by %2 commands, %3 refused"),
                        {number(report.rows), number(report.commands), number(report.refusals)});
        lines << filled(tr("new: %1 incidents, %2 units"), {number(report.incidents), number(report.units)});
        lines << filled(
            tr("%1 milestones entered as corrections, %2 units released that were never on scene"),
            {number(report.corrections), number(report.released)});
        if (report.skipped != 0)
            lines << filled(tr("%1 calls passed over: this desk has them already. To replay them once more, "
                               "make another desk."),
                            {number(report.skipped)});
        if (report.ended) lines << tr("Ended before the end of the record; what was begun stays as it is.");
        if (!report.failure.empty())
            lines << filled(tr("Stopped, the disk could not be written: %1. Make room and replay the file on "
                               "another desk."),
                            {textOf(report.failure)});
        return lines.join(QLatin1Char('\n'));
    }

  private:
    static QString number(std::uint64_t value) { return QString::number(value); }
};

} // namespace

QString replayText(core::ReplayReport const& report) { return ReplayText::of(report); }

} // namespace ob::ui

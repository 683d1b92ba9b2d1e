// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/alarm_panel.h"

#include "ui/console/alarm_text.h"
#include "ui/panels/alarm_row.h"
#include "ui/panels/panel_header.h"

#include <QEvent>
#include <QInputDialog>

#include <algorithm>
#include <utility>

namespace ob::ui {

AlarmPanel::AlarmPanel(Console& console, AlarmDesk& alarms, QWidget* parent)
    : RowPanel(console, 420, parent), m_alarms(alarms) {
    connect(&alarms, &AlarmDesk::changed, this, &AlarmPanel::refresh);
    connect(&console, &Console::themeChanged, this, &AlarmPanel::refresh);
    refresh();
}

void AlarmPanel::refresh() {
    std::vector<QWidget*> rows;
    for (auto const& entry : m_alarms.entries()) {
        if (rows.size() == mostShown) break;
        rows.push_back(rowOf(entry));
    }
    lay(std::move(rows), tr("No alarm."));
    auto const counts = m_alarms.counts();
    header()->name(tr("Alarms"));
    header()->tell(m_alarms.entries().empty() ? QString()
                                              : tr("%1 · %2 to acknowledge · %3 shelved")
                                                    .arg(m_alarms.entries().size())
                                                    .arg(counts.unacknowledged)
                                                    .arg(counts.shelved));
}

QWidget* AlarmPanel::rowOf(AlarmDesk::Entry const& entry) {
    auto const id = entry.alarm.id;
    return new AlarmRow(console(), entry,
                        {.select = [this, alarm = entry.alarm] { select(alarm); },
                         .acknowledge = [this, id] { acknowledge(id); },
                         .shelve = [this, id] { shelve(id); },
                         .unshelve = [this, id] { m_alarms.unshelve(id); }});
}

void AlarmPanel::select(core::Alarm const& alarm) {
    if (!alarm.incident.isNil()) console().selectIncident(alarm.incident);
    if (!alarm.unit.isNil()) console().selectUnit(alarm.unit);
}

void AlarmPanel::acknowledge(core::AlarmId const& id) {
    if (!m_alarms.acknowledge(id))
        console().say(Console::Tone::Refused, tr("Sign in first, or the alarm is over."));
}

void AlarmPanel::acknowledgeNext() {
    auto const next = std::ranges::find_if(m_alarms.entries(), [](AlarmDesk::Entry const& entry) {
        return !entry.isAcknowledged && !entry.shelf;
    });
    if (next == m_alarms.entries().end()) return;
    select(next->alarm);
    acknowledge(next->alarm.id);
}

void AlarmPanel::shelve(core::AlarmId const& id) {
    using Result = AlarmDesk::ShelvingResult;
    bool isGiven = false;
    QString const reason = QInputDialog::getText(this, tr("Shelve for 10 minutes"), tr("Reason"),
                                                 QLineEdit::Normal, QString(), &isGiven);
    if (!isGiven) return;
    auto const refuse = [this](QString const& words) { console().say(Console::Tone::Refused, words); };
    switch (m_alarms.shelve(id, core::Duration::ofMinutes(10), reason)) {
    case Result::Shelved: return console().say(Console::Tone::Done, tr("Shelved for 10 minutes."));
    case Result::Gone: return refuse(tr("The alarm is over."));
    case Result::NobodySignedIn: return refuse(tr("Sign in first."));
    case Result::IsDistress: return refuse(tr("Distress cannot be shelved."));
    case Result::NotSupervisor: return refuse(tr("A supervisor has to shelve this."));
    case Result::ReasonRequired: return refuse(tr("Say why it is shelved."));
    case Result::TooLong: return refuse(tr("That is too long."));
    }
}

void AlarmPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace ob::ui

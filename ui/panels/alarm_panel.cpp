// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/alarm_panel.h"

#include "ui/panels/alarm_row.h"
#include "ui/panels/panel_header.h"
#include "ui/text/alarm_text.h"

#include <QEvent>

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
        rows.push_back(rowOf(entry, rows.size() + 1));
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

QWidget* AlarmPanel::rowOf(AlarmDesk::Entry const& entry, std::size_t number) {
    auto const id = entry.alarm.id;
    return new AlarmRow(console(), entry, number,
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

/// Why and how long is typed where everything is.
void AlarmPanel::shelve(core::AlarmId const& id) {
    auto const& entries = m_alarms.entries();
    auto const found =
        std::ranges::find(entries, id, [](AlarmDesk::Entry const& entry) { return entry.alarm.id; });
    if (found == entries.end()) return;
    console().propose(QStringLiteral("SHV %1 10 ").arg(found - entries.begin() + 1), false);
}

void AlarmPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace ob::ui

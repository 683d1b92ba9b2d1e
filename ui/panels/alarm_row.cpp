// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/alarm_row.h"

#include "ui/text/alarm_text.h"
#include "ui/text/time_text.h"

#include <utility>

namespace ob::ui {

AlarmRow::AlarmRow(Console& console, AlarmDesk::Entry entry, std::size_t number, Answers const& answers,
                   QWidget* parent)
    : WordRow(console, wordsOf(entry.alarm, console.wording()).title, parent), m_entry(std::move(entry)),
      m_number(number), m_select(answers.select) {
    if (m_entry.shelf) {
        addButton(tr("Back"), answers.unshelve);
    } else {
        if (!m_entry.isAcknowledged) addButton(tr("Silence"), answers.acknowledge);
        if (!m_entry.alarm.isDistress()) addButton(tr("Shelve…"), answers.shelve);
    }
    setToolTip(wordsOf(m_entry.alarm, console.wording()).remedy);
    connect(&console, &Console::ticked, this, [this] { update(); });
}

WordRow::Words AlarmRow::words() const {
    auto const words = wordsOf(m_entry.alarm, console().wording());
    auto const now = console().now();
    bool const isHigh = m_entry.alarm.priority == core::AlarmPriority::High && !m_entry.shelf;
    QColor const edge = colours().priority[isHigh ? 0 : 1];
    // By the clock, so that all blink together.
    bool const isLit = m_entry.isAcknowledged || now.milliseconds() / 1000 % 2 == 0;
    QString detail = words.remedy;
    if (m_entry.shelf)
        detail = tr("shelved until %1: %2")
                     .arg(minuteText(m_entry.shelf->until, console().zone()), m_entry.shelf->reason);
    else if (m_entry.isAcknowledged)
        detail = tr("silenced, not solved") + QStringLiteral(" · ") + detail;
    return {.title = QStringLiteral("%1  %2").arg(QString::number(m_number), words.title),
            .detail = detail,
            .aside = lengthText(now - m_entry.alarm.since),
            .titleInk = isHigh && !m_entry.isAcknowledged ? edge : colours().text,
            .asideInk = colours().muted,
            .edge = isLit && !m_entry.shelf ? edge : QColor()};
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/alarm_panel.h"

#include "ui/console/alarm_text.h"
#include "ui/panels/alarm_row.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"

#include <QEvent>
#include <QInputDialog>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {

AlarmPanel::AlarmPanel(Console& console, AlarmDesk& alarms, QWidget* parent)
    : QWidget(parent), m_console(console), m_alarms(alarms), m_header(new PanelHeader(console)),
      m_scroll(new QScrollArea), m_empty(new QLabel) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_scroll);
    auto* const inside = new QWidget;
    m_rows = new QVBoxLayout(inside);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_empty);
    m_rows->addStretch(1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(scaled(16));
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(&alarms, &AlarmDesk::changed, this, &AlarmPanel::refresh);
    connect(&console, &Console::themeChanged, this, &AlarmPanel::refresh);
    refresh();
}

QSize AlarmPanel::sizeHint() const { return {scaled(420), scaled(236)}; }

void AlarmPanel::refresh() {
    for (auto* const row : m_shown) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_shown.clear();
    for (auto const& entry : m_alarms.entries()) {
        if (m_shown.size() == mostShown) break;
        auto* const row = rowOf(entry);
        m_rows->insertWidget(static_cast<int>(m_shown.size()), row);
        m_shown.push_back(row);
    }
    auto const counts = m_alarms.counts();
    m_header->name(tr("Alarms"));
    m_header->tell(m_alarms.entries().empty() ? QString()
                                              : tr("%1 · %2 to acknowledge · %3 shelved")
                                                    .arg(m_alarms.entries().size())
                                                    .arg(counts.unacknowledged)
                                                    .arg(counts.shelved));
    m_empty->setText(tr("No alarm."));
    m_empty->setFont(panelFont(13));
    m_empty->setVisible(m_alarms.entries().empty());
    QPalette look = palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    look.setColor(QPalette::Window, tokens(m_console.theme()).panel);
    m_empty->setPalette(look);
    m_scroll->setPalette(look);
}

QWidget* AlarmPanel::rowOf(AlarmDesk::Entry const& entry) {
    auto const id = entry.alarm.id;
    return new AlarmRow(m_console, entry,
                        {.select = [this, alarm = entry.alarm] { select(alarm); },
                         .acknowledge = [this, id] { acknowledge(id); },
                         .shelve = [this, id] { shelve(id); },
                         .unshelve = [this, id] { m_alarms.unshelve(id); }});
}

void AlarmPanel::select(core::Alarm const& alarm) {
    if (!alarm.incident.isNil()) m_console.selectIncident(alarm.incident);
    if (!alarm.unit.isNil()) m_console.selectUnit(alarm.unit);
}

void AlarmPanel::acknowledge(core::AlarmId const& id) {
    if (!m_alarms.acknowledge(id))
        m_console.say(Console::Tone::Refused, tr("Sign in first, or the alarm is over."));
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
    auto const refuse = [this](QString const& words) { m_console.say(Console::Tone::Refused, words); };
    switch (m_alarms.shelve(id, core::Duration::ofMinutes(10), reason)) {
    case Result::Shelved: return m_console.say(Console::Tone::Done, tr("Shelved for 10 minutes."));
    case Result::Gone: return refuse(tr("The alarm is over."));
    case Result::NobodySignedIn: return refuse(tr("Sign in first."));
    case Result::IsDistress: return refuse(tr("Distress cannot be shelved."));
    case Result::NotSupervisor: return refuse(tr("A supervisor has to shelve this."));
    case Result::ReasonRequired: return refuse(tr("Say why it is shelved."));
    case Result::TooLong: return refuse(tr("That is too long."));
    }
}

void AlarmPanel::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel);
}

void AlarmPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace ob::ui

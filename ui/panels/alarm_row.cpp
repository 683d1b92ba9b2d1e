// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/alarm_row.h"

#include "ui/console/alarm_text.h"
#include "ui/panels/row_pen.h"
#include "ui/text/time_text.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QToolButton>

#include <utility>

namespace ob::ui {

AlarmRow::AlarmRow(Console& console, AlarmDesk::Entry entry, Answers answers, QWidget* parent)
    : QWidget(parent), m_console(console), m_entry(std::move(entry)), m_answers(std::move(answers)),
      m_buttons(new QWidget(this)) {
    auto* const outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, scaled(22), scaled(8), scaled(3));
    outer->addStretch(1);
    outer->addWidget(m_buttons);
    auto* const row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(4));
    QString const title = wordsOf(m_entry.alarm, console.wording()).title;
    auto const add = [&](QString const& word, std::function<void()> const& press) {
        auto* const button = new QToolButton;
        button->setText(word);
        button->setFont(panelFont(13));
        button->setAccessibleName(title + QStringLiteral(": ") + word);
        connect(button, &QToolButton::clicked, this, [press] { press(); });
        row->addWidget(button);
    };
    if (m_entry.shelf) {
        add(tr("Back"), m_answers.unshelve);
    } else {
        if (!m_entry.isAcknowledged) add(tr("Silence"), m_answers.acknowledge);
        if (!m_entry.alarm.isDistress()) add(tr("Shelve 10 min"), m_answers.shelve);
    }
    setAccessibleName(title);
    setToolTip(wordsOf(m_entry.alarm, console.wording()).remedy);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&console, &Console::ticked, this, [this] { update(); });
}

QSize AlarmRow::sizeHint() const { return {scaled(320), scaled(50)}; }

void AlarmRow::mousePressEvent(QMouseEvent* event) {
    m_answers.select();
    event->accept();
}

void AlarmRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(painter, colours);
    pen.ground(rect(), false, underMouse());
    auto const words = wordsOf(m_entry.alarm, m_console.wording());
    auto const now = m_console.now();
    // By the clock, so that all blink together.
    bool const isLit = m_entry.isAcknowledged || m_entry.shelf || now.milliseconds() / 1000 % 2 == 0;
    bool const isHigh = m_entry.alarm.priority == core::AlarmPriority::High && !m_entry.shelf;
    QColor const edge = isHigh ? colours.priority[0] : colours.priority[1];
    QRect const bar(0, 0, scaled(4), height());
    if (isLit && !m_entry.shelf) painter.fillRect(bar, edge);
    int const left = scaled(12);
    QRect first(left, scaled(4), width() - left - scaled(8), scaled(20));
    int const taken =
        pen.text(first, lengthText(now - m_entry.alarm.since),
                 {.ink = colours.muted, .pixels = 13, .align = Qt::AlignRight | Qt::AlignVCenter});
    first.setWidth(first.width() - taken - scaled(8));
    pen.text(first, words.title,
             {.ink = isHigh && !m_entry.isAcknowledged ? edge : colours.text, .weight = QFont::DemiBold});
    QString second = words.remedy;
    if (m_entry.shelf)
        second = tr("shelved until %1: %2")
                     .arg(minuteText(m_entry.shelf->until, m_console.zone()), m_entry.shelf->reason);
    else if (m_entry.isAcknowledged)
        second = tr("silenced, not solved") + QStringLiteral(" · ") + second;
    pen.text({left, scaled(25), m_buttons->x() - left - scaled(8), scaled(20)}, second,
             {.ink = colours.muted, .pixels = 13});
}

} // namespace ob::ui

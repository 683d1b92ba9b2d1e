// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inbox_row.h"

#include "ui/panels/row_pen.h"
#include "ui/text/time_text.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ob::ui {

InboxRow::InboxRow(Console& console, WorkItem item, std::function<void(core::ConflictId)> settle,
                   QWidget* parent)
    : QWidget(parent), m_console(console), m_item(std::move(item)), m_buttons(new QWidget(this)) {
    auto* const outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, scaled(22), scaled(8), scaled(3));
    outer->addStretch(1);
    outer->addWidget(m_buttons);
    auto* const row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(4));
    auto const add = [&](QString const& word, auto press) {
        auto* const button = new QToolButton;
        button->setText(word);
        button->setFont(panelFont(13));
        button->setAccessibleName(m_item.title + QStringLiteral(": ") + word);
        connect(button, &QToolButton::clicked, this, press);
        row->addWidget(button);
        if (m_first == nullptr) m_first = button;
    };
    for (auto const& answer : m_item.answers)
        add(answer.word, [this, answer] {
            select();
            m_console.propose(answer.line, answer.isSent);
        });
    if (m_item.conflict)
        add(tr("Settled"), [settle = std::move(settle), id = *m_item.conflict] { settle(id); });
    setAccessibleName(m_item.title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(m_item.detail);
}

QSize InboxRow::sizeHint() const { return {scaled(320), scaled(50)}; }

void InboxRow::update(WorkItem item) {
    m_item = std::move(item);
    QWidget::update();
}

void InboxRow::open() {
    select();
    if (m_first != nullptr) m_first->setFocus(Qt::ShortcutFocusReason);
}

void InboxRow::select() {
    if (!m_item.incident.isNil()) m_console.selectIncident(m_item.incident);
    if (!m_item.unit.isNil()) m_console.selectUnit(m_item.unit);
}

void InboxRow::mousePressEvent(QMouseEvent* event) {
    select();
    event->accept();
}

void InboxRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(painter, colours);
    pen.ground(rect(), false, underMouse());
    bool const isUrgent = m_item.kind == WorkItem::Kind::Distress;
    if (isUrgent) painter.fillRect(QRect(0, 0, scaled(4), height()), colours.priority[0]);
    int const left = scaled(12);
    QRect first(left, scaled(4), width() - left - scaled(8), scaled(20));
    if (m_item.limit) {
        auto const words = limitText(m_item.limit->clock, m_item.limit->due, m_console.now());
        int const taken =
            m_item.limit->due < m_console.now()
                ? pen.chip(first, words, colours.priority[0], colours.numeral[0])
                : pen.text(first, words, {.ink = colours.text, .align = Qt::AlignRight | Qt::AlignVCenter});
        first.setWidth(first.width() - taken - scaled(8));
    }
    pen.text(first, m_item.title,
             {.ink = isUrgent ? colours.priority[0] : colours.text, .weight = QFont::DemiBold});
    QRect const second(left, scaled(25), m_buttons->x() - left - scaled(8), scaled(20));
    pen.text(second, m_item.detail, {.ink = colours.muted, .pixels = 13});
}

} // namespace ob::ui

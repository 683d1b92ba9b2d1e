// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/word_row.h"

#include "ui/console/console.h"
#include "ui/panels/wrap_layout.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QToolButton>

namespace ob::ui {

WordRow::WordRow(Console& console, QString const& title, QWidget* parent, Height height)
    : QWidget(parent), m_console(console), m_height(height), m_buttons(new QWidget(this)) {
    auto* const outer = new QHBoxLayout(this);
    if (height == Height::Two) {
        m_row = new QHBoxLayout(m_buttons);
        outer->setContentsMargins(0, scaled(22), scaled(8), scaled(3));
        outer->addStretch(1);
    } else {
        m_row = new WrapLayout(m_buttons);
        outer->setContentsMargins(scaled(12), scaled(46), scaled(8), scaled(4));
    }
    outer->addWidget(m_buttons);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(scaled(4));
    setAccessibleName(title);
    // A fixed height would be that of one row of buttons.
    setSizePolicy(QSizePolicy::Expanding, height == Height::Two ? QSizePolicy::Fixed : QSizePolicy::Minimum);
}

QSize WordRow::sizeHint() const { return {scaled(320), scaled(m_height == Height::Two ? 50 : 74)}; }

Tokens const& WordRow::colours() const { return tokens(m_console.theme()); }

QToolButton* WordRow::addButton(QString const& word, std::function<void()> const& press) {
    auto* const button = new QToolButton;
    button->setText(word);
    button->setFont(panelFont(13));
    button->setAccessibleName(accessibleName() + QStringLiteral(": ") + word);
    connect(button, &QToolButton::clicked, this, [press] { press(); });
    m_row->addWidget(button);
    if (m_first == nullptr) m_first = button;
    return button;
}

void WordRow::mousePressEvent(QMouseEvent* event) {
    select();
    event->accept();
}

void WordRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    RowPen pen(painter, colours());
    pen.ground(rect(), false, underMouse());
    auto const shown = words();
    if (shown.edge.isValid()) painter.fillRect(QRect(0, 0, scaled(4), height()), shown.edge);
    int const left = scaled(12);
    QRect first(left, scaled(4), width() - left - scaled(8), scaled(20));
    if (!shown.aside.isEmpty()) {
        int const taken = shown.isAsideFilled
                              ? pen.chip(first, shown.aside, colours().priority[0], colours().numeral[0])
                              : pen.text(first, shown.aside,
                                         {.ink = shown.asideInk, .align = Qt::AlignRight | Qt::AlignVCenter});
        first.setWidth(first.width() - taken - scaled(8));
    }
    pen.text(first, shown.title, {.ink = shown.titleInk, .weight = QFont::DemiBold});
    int const end = m_height == Height::Two ? m_buttons->x() : width();
    pen.text({left, scaled(25), end - left - scaled(8), scaled(20)}, shown.detail,
             {.ink = colours().muted, .pixels = 13});
}

} // namespace ob::ui

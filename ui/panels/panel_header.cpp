// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/panel_header.h"

#include "ui/console/console.h"
#include "ui/panels/row_pen.h"

#include <QEvent>

namespace ob::ui {

PanelHeader::PanelHeader(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_tools(new QHBoxLayout(this)) {
    m_tools->setContentsMargins(0, 0, 4, 0);
    m_tools->setSpacing(4);
    m_tools->addStretch(1);
    connect(&console, &Console::themeChanged, this, [this] { update(); });
}

void PanelHeader::name(QString const& title) {
    if (std::exchange(m_title, title) != title) update();
    setAccessibleName(title);
}

void PanelHeader::tell(QString const& details) {
    if (std::exchange(m_details, details) == details) return;
    setToolTip(details); // it may be cut
    setAccessibleDescription(details);
    update();
}

void PanelHeader::add(QWidget* tool) { m_tools->addWidget(tool); }

QSize PanelHeader::sizeHint() const { return {scaled(160), scaled(30)}; }
QSize PanelHeader::minimumSizeHint() const { return {scaled(80), scaled(30)}; }

void PanelHeader::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QWidget::changeEvent(event);
}

void PanelHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
    RowPen pen(painter, colours);
    int end = width() - scaled(8);
    for (int index = 0; index < m_tools->count(); ++index)
        if (auto const* const tool = m_tools->itemAt(index)->widget(); tool && tool->isVisible())
            end = std::min(end, tool->x() - scaled(8));
    QRect const line(scaled(10), 0, end - scaled(10), height() - 1);
    // A count beside a long title is not lost for it.
    int const wide = QFontMetrics(panelFont(13)).horizontalAdvance(m_details) + scaled(12);
    bool const isShort = !m_details.isEmpty() && wide <= line.width() / 3;
    int const taken = pen.text(line.adjusted(0, 0, isShort ? -wide : 0, 0), m_title,
                               {.ink = colours.text, .weight = QFont::DemiBold, .pixels = 15});
    pen.text(line.adjusted(taken + scaled(12), 0, 0, 0), m_details, {.ink = colours.muted, .pixels = 13});
}

} // namespace ob::ui

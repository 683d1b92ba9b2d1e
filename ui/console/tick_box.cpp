// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/tick_box.h"

#include <QPainter>

namespace ob::ui {

TickBox::TickBox(Console& console, QWidget* parent) : QCheckBox(parent), m_console(console) {
    setAttribute(Qt::WA_Hover);
}

QSize TickBox::sizeHint() const {
    QFontMetrics const metrics(font());
    return {metrics.horizontalAdvance(text()) + metrics.height() * 7 / 4, metrics.height() * 6 / 5};
}

void TickBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    int const side = QFontMetrics(font()).ascent();
    QRect const box(0, (height() - side) / 2, side, side);
    painter.fillRect(box, colours.raised);
    painter.setPen(QPen(hasFocus() ? colours.selectedEdge : colours.muted, hasFocus() ? 2 : 1));
    double const inset = hasFocus() ? 1 : 0.5;
    painter.drawRect(QRectF(box).adjusted(inset, inset, -inset, -inset));
    painter.setPen(isEnabled() ? colours.text : colours.muted);
    painter.setFont(font());
    painter.drawText(rect().adjusted(side + side / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!isChecked()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.text, 2));
    QRectF const inner(box);
    painter.drawPolyline(QPolygonF{{inner.left() + side * 0.22, inner.top() + side * 0.52},
                                   {inner.left() + side * 0.42, inner.top() + side * 0.72},
                                   {inner.left() + side * 0.78, inner.top() + side * 0.28}});
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/flat_button.h"

#include <QKeyEvent>
#include <QPainter>

namespace ob::ui {

FlatButton::FlatButton(Console& console, Weight weight, QWidget* parent)
    : QAbstractButton(parent), m_console(console), m_weight(weight) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    connect(&console, &Console::themeChanged, this, [this] { update(); });
}

QSize FlatButton::sizeHint() const {
    QFontMetrics const metrics(font());
    return {metrics.horizontalAdvance(text()) + metrics.height() * 3 / 2, metrics.height() * 8 / 5};
}

void FlatButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    bool const isMain = m_weight == Weight::Main && isEnabled();
    QColor ground = isMain ? colours.selectedEdge : colours.raised;
    if (isChecked()) ground = colours.selectedGround;
    if (isEnabled() && (isDown() || underMouse())) ground = isMain ? ground.lighter(112) : colours.line;
    painter.fillRect(rect(), ground);
    QColor const rim = isChecked() ? colours.selectedEdge : colours.line;
    QColor const edge = hasFocus() ? (isMain ? colours.text : colours.selectedEdge) : isMain ? ground : rim;
    painter.setPen(QPen(edge, hasFocus() ? 2 : 1));
    double const inset = hasFocus() ? 1 : 0.5;
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
    QColor const ink = !isEnabled() ? colours.muted : isMain ? QColor(Qt::white) : colours.text;
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

void FlatButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ob::ui

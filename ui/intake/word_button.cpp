// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/word_button.h"

#include "ui/panels/row_pen.h"
#include "ui/theme.h"

#include <QPainter>

namespace ob::ui {
namespace {

int padding() { return scaled(8); }
int buttonHeight() { return scaled(24); }
constexpr int keyPixels = 12;

} // namespace

WordButton::WordButton(QWidget* parent) : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

void WordButton::name(QString const& text, QString const& key) {
    m_key = key;
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

QSize WordButton::sizeHint() const {
    int const word = QFontMetrics(panelFont(14)).horizontalAdvance(text());
    int const key =
        m_key.isEmpty() ? 0 : padding() + QFontMetrics(panelFont(keyPixels)).horizontalAdvance(m_key);
    return {word + key + 2 * padding(), buttonHeight()};
}

void WordButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    bool const isPressed = isDown() || isChecked();
    painter.fillRect(rect(), palette().color(isPressed ? QPalette::Highlight : QPalette::AlternateBase));
    bool const isMarked = hasFocus() || isPressed;
    painter.setPen(palette().color(isMarked ? QPalette::Link : QPalette::Midlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    QRect const inside = rect().adjusted(padding(), 0, -padding(), 0);
    painter.setFont(panelFont(14));
    painter.setPen(palette().color(isEnabled() ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_key.isEmpty()) return;
    painter.setFont(panelFont(keyPixels));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_key);
}

} // namespace ob::ui

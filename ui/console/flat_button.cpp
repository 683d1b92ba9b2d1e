// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/flat_button.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace ob::ui {

FlatButton::FlatButton(Weight weight, QWidget* parent) : QAbstractButton(parent), m_weight(weight) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void FlatButton::name(QString const& text, QString const& key) {
    m_key = key;
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(key);
    updateGeometry();
    update();
}

int FlatButton::padding() const { return QFontMetrics(font()).height() / 2; }

QFont FlatButton::keyFont() const {
    QFont small = font();
    constexpr int least = 12;
    small.setPixelSize(std::max(least, QFontInfo(font()).pixelSize() * 6 / 7));
    small.setWeight(QFont::Normal);
    return small;
}

QSize FlatButton::sizeHint() const {
    QFontMetrics const metrics(font());
    int const key = m_key.isEmpty() ? 0 : padding() + QFontMetrics(keyFont()).horizontalAdvance(m_key);
    return {metrics.horizontalAdvance(text()) + key + 2 * padding(), metrics.height() * 7 / 5};
}

void FlatButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    auto const colour = [&](QPalette::ColorRole role) { return palette().color(QPalette::Active, role); };
    bool const isMain = m_weight == Weight::Main && isEnabled();
    QColor ground = colour(isMain ? QPalette::Link : QPalette::AlternateBase);
    if (isChecked()) ground = colour(QPalette::Highlight);
    if (isEnabled() && (isDown() || underMouse()))
        ground = isMain ? ground.lighter(112) : colour(QPalette::Midlight);
    painter.fillRect(rect(), ground);
    QColor const rim = isMain ? ground : colour(isChecked() ? QPalette::Link : QPalette::Midlight);
    painter.setPen(
        QPen(hasFocus() ? colour(isMain ? QPalette::Text : QPalette::Link) : rim, hasFocus() ? 2 : 1));
    double const inset = hasFocus() ? 1 : 0.5;
    painter.drawRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset));
    painter.setPen(!isEnabled() ? colour(QPalette::PlaceholderText)
                   : isMain     ? QColor(Qt::white)
                                : colour(QPalette::Text));
    painter.setFont(font());
    QRect const inside = rect().adjusted(padding(), 0, -padding(), 0);
    painter.drawText(m_key.isEmpty() ? rect() : inside,
                     Qt::TextShowMnemonic | Qt::AlignVCenter
                         | (m_key.isEmpty() ? Qt::AlignHCenter : Qt::AlignLeft),
                     text());
    if (m_key.isEmpty()) return;
    painter.setFont(keyFont());
    if (!isMain) painter.setPen(colour(QPalette::PlaceholderText));
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_key);
}

void FlatButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ob::ui

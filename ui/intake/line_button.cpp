// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/line_button.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStringList>

#include <utility>

namespace ob::ui {
namespace {

int padding() { return scaled(8); }
int secondHeight() { return scaled(18); }
constexpr int smallPixels = 12;

/// Draws the text at the left of `room` and gives what is left of it.
QRect drawn(QPainter& painter, QRect room, QString const& text, QFont const& font, QColor colour) {
    QFontMetrics const metrics(font);
    QString const cut = metrics.elidedText(text, Qt::ElideRight, room.width());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, cut);
    room.setLeft(room.left() + metrics.horizontalAdvance(cut) + padding());
    return room;
}

/// A square with an exclamation mark: a warning without a colour.
QRect warningDrawn(QPainter& painter, QRect room, QColor colour) {
    QRect const square(room.left(), room.center().y() - scaled(7), scaled(15), scaled(15));
    painter.setPen(colour);
    painter.drawRect(square);
    painter.setFont(panelFont(smallPixels, QFont::DemiBold));
    painter.drawText(square, Qt::AlignCenter, QStringLiteral("!"));
    room.setLeft(square.right() + padding());
    return room;
}

} // namespace

LineButton::LineButton(QWidget* parent) : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineButton::show(ListLine line) {
    if (std::exchange(m_line, line) == line) return;
    QStringList words{line.title, line.words, line.aside, line.second};
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(line.second);
    updateGeometry();
    update();
}

void LineButton::mark(bool isMarked) {
    if (std::exchange(m_isMarked, isMarked) != isMarked) update();
}

QSize LineButton::sizeHint() const {
    return {scaled(200), lineHeight() + (m_line.second.isEmpty() ? 0 : secondHeight())};
}

void LineButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    bool const isMarked = m_isMarked || isDown() || hasFocus();
    if (isMarked) {
        painter.fillRect(rect(), palette().color(QPalette::Highlight));
        painter.fillRect(QRect(0, 0, 2, height()), palette().color(QPalette::Link));
    } else if (underMouse()) {
        painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    }
    if (m_line.bar.isValid()) painter.fillRect(QRect(0, 1, 3, height() - 2), m_line.bar);
    QColor const text = palette().color(QPalette::Text);
    QColor const muted = palette().color(QPalette::PlaceholderText);
    QFont const small = panelFont(smallPixels);
    QRect room(padding(), 0, width() - 2 * padding(), lineHeight());
    if (!m_line.aside.isEmpty()) {
        painter.setFont(small);
        painter.setPen(muted);
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_line.aside);
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(m_line.aside) - padding());
    }
    if (m_line.warns) room = warningDrawn(painter, room, text);
    if (!m_line.title.isEmpty())
        room = drawn(painter, room, m_line.title, panelFont(14, QFont::DemiBold), text);
    drawn(painter, room, m_line.words, panelFont(14), text);
    QRect const second(padding(), lineHeight() - 3, width() - 2 * padding(), secondHeight());
    if (!m_line.second.isEmpty()) drawn(painter, second, m_line.second, small, m_line.warns ? text : muted);
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_panel.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ob::ui {

WallPanel::WallPanel(Console& console, QWidget* parent) : QWidget(parent), m_console(console) {
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    for (auto const signal : {&Console::boardChanged, &Console::linksChanged, &Console::ticked,
                              &Console::themeChanged, &Console::healthChanged})
        connect(&console, signal, this, &WallPanel::refresh);
}

void WallPanel::measure(double unit) {
    m_unit = unit;
    refresh();
}

void WallPanel::refresh() {
    setAccessibleName(spoken());
    update();
}

int WallPanel::px(int size) const { return std::max(1, static_cast<int>(std::lround(size * m_unit))); }

int WallPanel::widthOf(QString const& words, int size, QFont::Weight weight) const {
    return QFontMetrics(uiFont(px(size), weight)).horizontalAdvance(words);
}

int WallPanel::sizeFor(QStringList const& numbers, int width, int size, QFont::Weight weight) const {
    constexpr int smallest = 16;
    auto const isTooWide = [&](QString const& number) { return widthOf(number, size, weight) > width; };
    while (size > smallest && std::ranges::any_of(numbers, isTooWide))
        size -= 2;
    return size;
}

int WallPanel::write(QPainter& painter, QRect where, QString const& words, Look const& look) const {
    if (where.width() <= 0 || words.isEmpty()) return 0;
    QFont const font = uiFont(px(look.size), look.weight);
    QString const fitting = QFontMetrics(font).elidedText(words, Qt::ElideRight, where.width());
    painter.setFont(font);
    painter.setPen(look.ink);
    painter.drawText(where, static_cast<int>(look.align) | Qt::TextSingleLine | Qt::TextDontClip, fitting);
    return std::min(where.width(), QFontMetrics(font).horizontalAdvance(fitting));
}

int WallPanel::plate(QPainter& painter, QRect where, QString const& words, QColor ground,
                     Look const& look) const {
    int const wide = std::min(where.width(), widthOf(words, look.size, look.weight) + px(20));
    int const high = std::min(where.height(), px(look.size + 14));
    QRect const box(where.left(), where.center().y() - high / 2, wide, high);
    painter.fillRect(box, ground);
    Look centred = look;
    centred.align = Qt::AlignCenter;
    write(painter, box, words, centred);
    return wide;
}

void WallPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

} // namespace ob::ui

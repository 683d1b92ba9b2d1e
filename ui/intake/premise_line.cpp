// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/premise_line.h"

#include <QPainter>

#include <utility>

namespace ob::ui {
namespace {

int padding() { return scaled(8); }
int firstHeight() { return scaled(24); }
int secondHeight() { return scaled(18); }

} // namespace

PremiseLine::PremiseLine(QWidget* parent) : QAbstractButton(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PremiseLine::show(Words words, Theme theme) {
    if (words == m_words && theme == m_theme) return;
    m_words = std::move(words);
    m_theme = theme;
    QStringList spoken{spokenChips(m_words.chips), m_words.note, m_words.name, m_words.away,
                       m_words.standing};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setToolTip(spoken.join(QLatin1Char('\n')));
    update();
}

void PremiseLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_theme);
    if (isDown() || hasFocus()) {
        painter.fillRect(rect(), colours.selectedGround);
        painter.fillRect(QRect(0, 0, 2, height()), colours.selectedEdge);
    } else if (underMouse()) {
        painter.fillRect(rect(), colours.raised);
    }
    QRect const first(padding(), 1, width() - 2 * padding(), firstHeight());
    QFont const chipFont = panelFont(14, QFont::DemiBold);
    if (!m_words.chips.empty()) {
        bool const fits = ChipPen::rowWidth(m_words.chips, chipFont) <= first.width();
        ChipPen(painter, chipFont, colours).drawRow(first, fits ? m_words.chips : m_words.shortChips);
    } else {
        painter.setFont(panelFont(14));
        painter.setPen(colours.text);
        painter.drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(panelFont(14)).elidedText(m_words.note, Qt::ElideRight, first.width()));
    }
    QRect second(padding(), firstHeight() + 1, width() - 2 * padding(), secondHeight());
    QFont const small = panelFont(12);
    QFont const heavy = panelFont(12, QFont::DemiBold);
    // What is wrong with the record and how far it is are never cut.
    auto const atRight = [&](QString const& words, QFont const& font, QColor ink) {
        if (words.isEmpty()) return;
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, words);
        second.setRight(second.right() - QFontMetrics(font).horizontalAdvance(words) - padding());
    };
    atRight(m_words.standing, heavy, colours.text);
    atRight(m_words.away, small, colours.muted);
    painter.setFont(small);
    painter.setPen(colours.text);
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(m_words.name, Qt::ElideRight, second.width()));
}

} // namespace ob::ui

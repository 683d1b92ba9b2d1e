// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/row_pen.h"

#include "ui/panels/shaped_text.h"

#include <QStyle>

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

double scaleOfText = 1;

} // namespace

void setTextScale(double scale) { scaleOfText = std::clamp(scale, 1.0, 2.0); }
double textScale() { return scaleOfText; }
int scaled(int pixels) { return static_cast<int>(std::lround(pixels * scaleOfText)); }
QFont panelFont(int pixels, QFont::Weight weight) { return uiFont(scaled(pixels), weight); }

void RowPen::ground(QRect row, bool isSelected, bool isUnderCursor) {
    if (isSelected) {
        m_painter.fillRect(row, m_tokens.selectedGround);
        m_painter.setPen(QPen(m_tokens.selectedEdge, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1));
        return;
    }
    if (isUnderCursor) m_painter.fillRect(row, m_tokens.raised);
    m_painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_tokens.line);
}

void RowPen::priorityBar(QRect row, core::Priority priority) {
    auto const index = static_cast<std::size_t>(priority) - 1;
    m_painter.fillRect(QRect(row.left(), row.top(), scaled(4), row.height()), m_tokens.priority[index]);
}

int RowPen::text(QRect where, QString const& words, Look const& look) {
    if (where.width() <= 0 || words.isEmpty()) return 0;
    QFont const font = panelFont(look.pixels, look.weight);
    auto const& shaped = shapedText(words, font, where.width());
    m_painter.setFont(font);
    m_painter.setPen(look.ink.isValid() ? look.ink : m_tokens.text);
    QRect const box = QStyle::alignedRect(Qt::LeftToRight, look.align, {shaped.width, shaped.height}, where);
    m_painter.drawStaticText(box.topLeft() - QPoint(0, shaped.lift), shaped.glyphs);
    return std::min(where.width(), shaped.width);
}

int RowPen::chip(QRect where, QString const& words, QColor ground, QColor ink) {
    QFont const font = panelFont(14, QFont::DemiBold);
    QFontMetrics const metrics(font);
    int const width = std::min(where.width(), metrics.horizontalAdvance(words) + scaled(12));
    int const height = std::min(where.height(), scaled(20));
    QRect const plate(where.right() + 1 - width, where.center().y() - height / 2, width, height);
    m_painter.fillRect(plate, ground);
    text(plate, words, {.ink = ink, .weight = QFont::DemiBold, .pixels = 14, .align = Qt::AlignCenter});
    return width;
}

void RowPen::glyph(QRect where, UnitGlyph glyph) {
    int const side = scaled(16);
    QRectF const box(where.left() + 0.75, where.center().y() - side / 2.0 + 0.75, side - 1.5, side - 1.5);
    QColor const ink = glyph.isDistress ? m_tokens.priority[0] : m_tokens.text;
    m_painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(ink, 1.5);
    if (glyph.isUndelivered) pen.setDashPattern({2, 2});
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    QString letter;
    bool isFilled = glyph.isDistress;
    switch (glyph.state) {
    case MarkState::Available: m_painter.drawEllipse(box.adjusted(1, 1, -1, -1)); break;
    case MarkState::Dispatched: letter = QStringLiteral("D"); break;
    case MarkState::EnRoute: letter = QStringLiteral("›"); break;
    case MarkState::OnScene:
        letter = QStringLiteral("S");
        isFilled = true;
        break;
    case MarkState::Transporting: letter = QStringLiteral("T"); break;
    case MarkState::OutOfService: letter = QStringLiteral("X"); break;
    }
    if (glyph.isDistress) letter = QStringLiteral("!");
    if (glyph.state != MarkState::Available || glyph.isDistress) {
        m_painter.setBrush(isFilled ? QBrush(ink) : QBrush(Qt::NoBrush));
        m_painter.drawRect(box);
        if (glyph.state == MarkState::Transporting)
            m_painter.drawLine(box.bottomLeft() + QPointF(2, -3), box.bottomRight() + QPointF(-2, -3));
        m_painter.setFont(panelFont(12, QFont::Bold));
        m_painter.setPen(isFilled ? m_tokens.panel : ink);
        m_painter.drawText(box, Qt::AlignCenter, letter);
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace ob::ui

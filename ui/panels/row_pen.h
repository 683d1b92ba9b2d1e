// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/states.h"
#include "ui/map/marks.h"
#include "ui/theme.h"

#include <QPainter>
#include <QString>

namespace ob::ui {

/// How large text is in all panels, 1…2; sizes below are in pixels at 1. GUI thread.
void setTextScale(double scale);
double textScale();
int scaled(int pixels);
QFont panelFont(int pixels = 14, QFont::Weight weight = QFont::Normal);

/// What a unit is doing, as a square with a letter.
struct UnitGlyph {
    MarkState state = MarkState::Available;
    bool isUndelivered = false;
    bool isDistress = false;
};

/// Draws rows and headers the one way that all panels have. Lives as long as the painter.
class RowPen {
  public:
    RowPen(QPainter& painter, Tokens const& tokens) : m_painter(painter), m_tokens(tokens) {}

    /// Between rows, or the ground of a selected one.
    void ground(QRect row, bool isSelected, bool isUnderCursor);
    void priorityBar(QRect row, core::Priority priority);
    struct Look {
        QColor ink{};
        QFont::Weight weight = QFont::Normal;
        int pixels = 14;
        Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    };
    /// In one line, cut with … where it is too long. Gives the width that it took.
    int text(QRect where, QString const& text, Look const& look);
    int text(QRect where, QString const& words) { return text(where, words, {.ink = m_tokens.text}); }
    int muted(QRect where, QString const& words) { return text(where, words, {.ink = m_tokens.muted}); }
    /// Filled, at the right end of `where`: what is overdue. Gives the width that it took.
    int chip(QRect where, QString const& words, QColor ground, QColor ink);
    void glyph(QRect where, UnitGlyph glyph);

    Tokens const& tokens() const { return m_tokens; }

  private:
    QPainter& m_painter;
    Tokens const& m_tokens;
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>
#include <QRect>
#include <QSize>

#include <cstdint>
#include <vector>

namespace ob::ui {

/// Which parts of the frame are taken, in squares of `cell` pixels; a bit each.
class Occupancy {
  public:
    /// The frame's upper left corner is at (0, 0); rectangles may lie beyond it, where everything is free.
    Occupancy(QSize size, int cell);

    bool isFree(QRect const& rect) const;
    void take(QRect const& rect);
    /// All along a line, `reach` pixels to each side.
    void takeAlong(std::vector<QPointF> const& line, int reach);
    void clear();
    QSize size() const { return m_size; }
    int cell() const { return m_cell; }

  private:
    QSize m_size;
    int m_cell;
    int m_columns;
    int m_rows;
    int m_words;
    std::vector<std::uint64_t> m_bits;

    struct Span {
        int firstRow, lastRow, firstColumn, lastColumn; ///< inclusive; empty when first > last
    };
    Span spanOf(QRect const& rect) const;
};

} // namespace ob::ui

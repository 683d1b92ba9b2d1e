// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/occupancy.h"

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

constexpr int wordBits = 64;

/// The bits of [first, last] that lie in this word.
std::uint64_t maskOf(int word, int first, int last) {
    int const from = std::max(first - word * wordBits, 0);
    int const to = std::min(last - word * wordBits, wordBits - 1);
    return (~std::uint64_t{0} << from) & (~std::uint64_t{0} >> (wordBits - 1 - to));
}

} // namespace

Occupancy::Occupancy(QSize size, int cell)
    : m_size(size), m_cell(cell), m_columns((size.width() + cell - 1) / cell),
      m_rows((size.height() + cell - 1) / cell), m_words((m_columns + wordBits - 1) / wordBits),
      m_bits(static_cast<std::size_t>(m_words) * static_cast<std::size_t>(m_rows)) {}

Occupancy::Span Occupancy::spanOf(QRect const& rect) const {
    auto const cellOf = [this](int pixel) { return pixel >= 0 ? pixel / m_cell : -1; };
    return {std::max(0, cellOf(rect.top())), std::min(m_rows - 1, cellOf(rect.bottom())),
            std::max(0, cellOf(rect.left())), std::min(m_columns - 1, cellOf(rect.right()))};
}

bool Occupancy::isFree(QRect const& rect) const {
    Span const span = spanOf(rect);
    if (span.firstColumn > span.lastColumn) return true;
    for (int row = span.firstRow; row <= span.lastRow; ++row)
        for (int word = span.firstColumn / wordBits; word <= span.lastColumn / wordBits; ++word)
            if (m_bits[static_cast<std::size_t>(row * m_words + word)]
                & maskOf(word, span.firstColumn, span.lastColumn))
                return false;
    return true;
}

void Occupancy::take(QRect const& rect) {
    Span const span = spanOf(rect);
    if (span.firstColumn > span.lastColumn) return;
    for (int row = span.firstRow; row <= span.lastRow; ++row)
        for (int word = span.firstColumn / wordBits; word <= span.lastColumn / wordBits; ++word)
            m_bits[static_cast<std::size_t>(row * m_words + word)] |=
                maskOf(word, span.firstColumn, span.lastColumn);
}

void Occupancy::takeAlong(std::vector<QPointF> const& line, int reach) {
    double const step = 2.0 * reach;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF const way = line[i] - line[i - 1];
        int const steps = static_cast<int>(std::ceil(std::hypot(way.x(), way.y()) / step));
        for (int k = 0; k <= steps; ++k) {
            QPoint const at = (line[i - 1] + way * k / std::max(1, steps)).toPoint();
            take(QRect(at - QPoint(reach, reach), QSize(2 * reach, 2 * reach)));
        }
    }
}

void Occupancy::clear() { std::fill(m_bits.begin(), m_bits.end(), 0); }

} // namespace ob::ui

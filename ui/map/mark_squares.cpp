// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_squares.h"

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

int before(int origin, int side) {
    int const rest = -origin % side;
    return rest < 0 ? rest + side : rest;
}

} // namespace

MarkSquares::MarkSquares(Ground const& ground, int side)
    : m_side(std::max(1, static_cast<int>(std::lround(side * ground.pixelRatio)))),
      m_shift(before(ground.origin.x(), m_side), before(ground.origin.y(), m_side)),
      m_columns(ground.view.width() / m_side + 3), m_rows(ground.view.height() / m_side + 3) {}

std::size_t MarkSquares::of(QPoint at) const {
    int const column = std::clamp((at.x() + m_shift.x()) / m_side + 1, 0, m_columns - 1);
    int const row = std::clamp((at.y() + m_shift.y()) / m_side + 1, 0, m_rows - 1);
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
           + static_cast<std::size_t>(column);
}

} // namespace ob::ui

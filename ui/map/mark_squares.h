// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QSize>

#include <cstddef>

namespace ob::ui {

/// Squares of one size over the view that lie on the ground, so that nothing changes hands while the map is
/// dragged.
class MarkSquares {
  public:
    struct Ground {
        QSize view;    ///< device pixels
        QPoint origin; ///< where the world's corner lies, device pixels, may be far outside
        double pixelRatio = 1;
    };
    /// `side`: logical pixels.
    MarkSquares(Ground const& ground, int side);

    /// Which one; what is outside the view belongs to one beside it.
    std::size_t of(QPoint at) const;
    std::size_t count() const {
        return static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    }

  private:
    int m_side;
    QPoint m_shift; ///< from the view's corner to the corner of the first square, 0…side-1 before it
    int m_columns;
    int m_rows;
};

} // namespace ob::ui

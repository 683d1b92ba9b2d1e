// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/occupancy.h"

#include <QPoint>
#include <QPointF>
#include <QSize>

namespace ob::ui {

/// Gives each mark a place of its own: where one would hide another it stands beside it. Device pixels unless
/// said.
class MarkRoom {
  public:
    /// `ground`: where a point of the ground lies, so that nobody moves aside while the map is dragged.
    void clear(QSize frame, double pixelRatio, QPointF ground);

    /// Where a square mark with edges of so many logical pixels stands: at its place, beside it when that is
    /// taken, and at its place all the same when there is no room near it. So many are moved and no more: a
    /// crowd would become a thicket of lines, and who matters most comes first.
    QPoint standFor(QPoint place, int size);
    /// As it stands, whoever is there.
    void take(QPoint place, int size);
    /// A free place for something so large as near as can be to the wished one; that when there is none.
    QPoint standFor(QPoint place, QSize size);

  private:
    QSize m_frame;
    QPoint m_shift; ///< of the squares that are taken or free, from the frame's corner
    int m_searches = 0;
    double m_ratio = 1;
    Occupancy m_taken{QSize(1, 1), 4};

    QRect squareAt(QPoint middle, int size) const;
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/sprite.h"

#include <QColor>
#include <QPainter>

#include <functional>
#include <vector>

namespace ob::ui {

/// A painted tile, or a piece of another one that stands in for it.
struct TilePatch {
    QImage image;
    QRect target; ///< device pixels of the frame
    QRectF source;
};

/// Everything of one frame below the tools, bottom to top; device pixels.
struct DisplayList {
    QColor land;
    std::vector<TilePatch> tiles;
    /// Shapes; called once for every band, from several threads at a time.
    std::vector<std::function<void(QPainter&)>> shapes;
    std::vector<Stamp> stamps;
    /// Laid when the first `dotsFrom` stamps are.
    std::vector<QPoint> dots;
    std::size_t dotsFrom = 0;
    Dot dot;

    void clear(QColor ground);
};

/// Paints the whole frame (RGB32) with this many threads; the bytes do not depend on their number.
void paintFrame(QImage& frame, DisplayList const& list, int threads);

} // namespace ob::ui

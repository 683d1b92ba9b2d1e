// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/display_list.h"

#include <QThreadPool>

#include <atomic>

namespace ob::ui {
namespace {

/// Bands of a frame this high stay in a processor's own cache.
constexpr int bandRows = 128;

void paintTiles(QPainter& painter, DisplayList const& list, QRect const& band) {
    for (TilePatch const& patch : list.tiles) {
        if (!patch.target.intersects(band)) continue;
        bool const isExact = patch.target.size() == patch.source.size().toSize();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !isExact);
        if (isExact)
            painter.drawImage(patch.target.topLeft(), patch.image, patch.source.toRect());
        else
            painter.drawImage(QRectF(patch.target), patch.image, patch.source);
    }
}

void paintDots(QImage& band, DisplayList const& list, int firstRow) {
    for (QPoint const place : list.dots)
        list.dot.layOn(band, place, firstRow);
}

void paintBand(uchar* bits, QImage const& frame, DisplayList const& list, int firstRow) {
    int const rows = std::min(bandRows, frame.height() - firstRow);
    QImage band(bits + static_cast<qsizetype>(firstRow) * frame.bytesPerLine(), frame.width(), rows,
                frame.bytesPerLine(), frame.format());
    QRect const area(0, firstRow, frame.width(), rows);
    {
        QPainter painter(&band);
        painter.translate(0, -firstRow);
        painter.fillRect(area, list.land);
        paintTiles(painter, list, area);
        for (auto const& shape : list.shapes) {
            painter.save();
            shape(painter);
            painter.restore();
        }
    }
    for (std::size_t i = 0; i < list.stamps.size(); ++i) {
        if (i == list.dotsFrom) paintDots(band, list, firstRow);
        blit(band, list.stamps[i], firstRow);
    }
    if (list.dotsFrom >= list.stamps.size()) paintDots(band, list, firstRow);
}

} // namespace

void DisplayList::clear(QColor ground) {
    land = ground;
    tiles.clear();
    shapes.clear();
    stamps.clear();
    dots.clear();
    dotsFrom = 0;
}

void paintFrame(QImage& frame, DisplayList const& list, int threads) {
    uchar* const bits = frame.bits();
    std::atomic<int> next{0};
    auto const work = [&] {
        for (int row = next.fetch_add(bandRows); row < frame.height(); row = next.fetch_add(bandRows))
            paintBand(bits, frame, list, row);
    };
    if (threads > 1) {
        static QThreadPool pool;
        pool.setExpiryTimeout(-1);
        for (int i = 1; i < threads; ++i)
            pool.start(work);
        work();
        pool.waitForDone();
    } else {
        work();
    }
}

} // namespace ob::ui

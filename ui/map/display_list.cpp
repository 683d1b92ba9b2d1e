// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/display_list.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

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

/// What lies in a band, in the order of the list.
struct BandShare {
    std::vector<std::uint32_t> stamps;
    std::vector<std::uint32_t> dots;
};

std::vector<BandShare> shares(DisplayList const& list, int height) {
    std::vector<BandShare> bands(static_cast<std::size_t>((height + bandRows - 1) / bandRows));
    auto const each = [&](int top, int rows, auto&& give) {
        int const last = std::min(top + rows, height) - 1;
        if (last < 0 || top >= height) return;
        for (int band = std::max(0, top) / bandRows; band <= last / bandRows; ++band)
            give(bands[static_cast<std::size_t>(band)]);
    };
    for (std::uint32_t i = 0; i < list.stamps.size(); ++i)
        each(list.stamps[i].topLeft.y(), list.stamps[i].sprite->image.height(),
             [i](BandShare& band) { band.stamps.push_back(i); });
    QRect const dot = list.dot.box();
    for (std::uint32_t i = 0; i < list.dots.size(); ++i)
        each(list.dots[i].y() + dot.top(), dot.height(), [i](BandShare& band) { band.dots.push_back(i); });
    return bands;
}

void paintBand(uchar* bits, QImage const& frame, DisplayList const& list, BandShare const& share,
               int firstRow) {
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
    auto const above = std::lower_bound(share.stamps.begin(), share.stamps.end(), list.dotsFrom);
    for (auto i = share.stamps.begin(); i != above; ++i)
        blit(band, list.stamps[*i], firstRow);
    for (std::uint32_t const i : share.dots)
        list.dot.layOn(band, list.dots[i], firstRow);
    for (auto i = above; i != share.stamps.end(); ++i)
        blit(band, list.stamps[*i], firstRow);
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
    std::vector<BandShare> const bands = shares(list, frame.height());
    std::atomic<int> next{0};
    auto const work = [&] {
        for (int row = next.fetch_add(bandRows); row < frame.height(); row = next.fetch_add(bandRows))
            paintBand(bits, frame, list, bands[static_cast<std::size_t>(row / bandRows)], row);
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

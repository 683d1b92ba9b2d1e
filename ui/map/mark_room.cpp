// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_room.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>
#include <vector>

namespace ob::ui {
namespace {

constexpr int cell = 2;    ///< logical pixels, as the others
constexpr int overlap = 2; ///< so much of a mark may lie under another
constexpr int mostSearches = 200;
constexpr int apart = 28;
constexpr int grid = 14;
constexpr int farthest = 56;

/// Logical pixels from the place, nearest first; of the equally near the right first, as what is read comes
/// after, and below last, as incidents have their numbers there.
std::vector<QPoint> const& places() {
    static std::vector<QPoint> const sorted = [] {
        std::vector<QPoint> all;
        for (int y = -farthest; y <= farthest; y += grid)
            for (int x = -farthest; x <= farthest; x += grid)
                if (std::max(std::abs(x), std::abs(y)) >= apart) all.emplace_back(x, y);
        auto const order = [](QPoint p) { return std::tuple(QPoint::dotProduct(p, p), p.y() > 0, -p.x()); };
        std::sort(all.begin(), all.end(), [&](QPoint a, QPoint b) { return order(a) < order(b); });
        return all;
    }();
    return sorted;
}

/// Where a plate may move to, logical pixels, nearest first.
std::vector<QPoint> const& steps() {
    static std::vector<QPoint> const sorted = [] {
        std::vector<QPoint> all;
        for (int y = -72; y <= 72; y += 12)
            for (int x = -96; x <= 96; x += 16)
                all.emplace_back(x, y);
        auto const order = [](QPoint p) { return std::tuple(QPoint::dotProduct(p, p), p.y(), p.x()); };
        std::sort(all.begin(), all.end(), [&](QPoint a, QPoint b) { return order(a) < order(b); });
        return all;
    }();
    return sorted;
}

} // namespace

void MarkRoom::clear(QSize frame, double pixelRatio, QPointF ground) {
    m_frame = frame;
    m_ratio = pixelRatio;
    m_searches = 0;
    int const size = std::max(1, static_cast<int>(cell * pixelRatio));
    auto const shift = [size](double at) {
        double const rest = std::fmod(std::floor(at + 0.5), size);
        return static_cast<int>(rest > 0 ? size - rest : -rest);
    };
    m_shift = {shift(ground.x()), shift(ground.y())};
    m_taken = Occupancy(frame + QSize(size, size), size);
}

QRect MarkRoom::squareAt(QPoint middle, int size) const {
    int const half = static_cast<int>(size * m_ratio / 2);
    return {middle - QPoint(half, half) + m_shift, QSize(2 * half, 2 * half)};
}

void MarkRoom::take(QPoint place, int size) { m_taken.take(squareAt(place, size)); }

QPoint MarkRoom::standFor(QPoint place, int size) {
    QPoint stand = place;
    bool const isHidden = !m_taken.isFree(squareAt(place, size - 2 * overlap));
    if (isHidden && m_searches++ < mostSearches) {
        QRect const frame(QPoint(0, 0), m_frame);
        for (QPoint const step : places()) {
            QPoint const at = place + (QPointF(step) * m_ratio).toPoint();
            if (!frame.contains(at) || !m_taken.isFree(squareAt(at, size))) continue;
            stand = at;
            break;
        }
    }
    take(stand, size);
    return stand;
}

QPoint MarkRoom::standFor(QPoint place, QSize size) {
    auto const rectAt = [&](QPoint at) {
        return QRect(at - QPoint(size.width() / 2, size.height() / 2) + m_shift, size);
    };
    QPoint stand = place;
    for (QPoint const step : steps()) {
        QPoint const at = place + (QPointF(step) * m_ratio).toPoint();
        if (!m_taken.isFree(rectAt(at))) continue;
        stand = at;
        break;
    }
    m_taken.take(rectAt(stand));
    return stand;
}

} // namespace ob::ui

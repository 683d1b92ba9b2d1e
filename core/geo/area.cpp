// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/area.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Products of two differences of int32 and their sum need 66 bits.
__extension__ using Wide = __int128;

struct Corner {
    std::int64_t x;
    std::int64_t y;
};

Corner cornerOf(GeoPoint point) { return {point.longitudeE7(), point.latitudeE7()}; }

/// > 0 when c is left of the line from a to b, 0 on it.
Wide side(Corner a, Corner b, Corner c) {
    return static_cast<Wide>(b.x - a.x) * (c.y - a.y) - static_cast<Wide>(b.y - a.y) * (c.x - a.x);
}

bool isBetween(std::int64_t value, std::int64_t a, std::int64_t b) {
    return value >= std::min(a, b) && value <= std::max(a, b);
}

} // namespace

bool contains(Area const& area, GeoPoint point) {
    Corner const p = cornerOf(point);
    bool isInside = false;
    for (auto const& ring : area.rings) {
        for (std::size_t index = 0; index < ring.size(); ++index) {
            Corner const a = cornerOf(ring[index]);
            Corner const b = cornerOf(ring[index + 1 == ring.size() ? 0 : index + 1]);
            // Only an edge that reaches the point's height matters.
            if (!isBetween(p.y, a.y, b.y)) continue;
            Wide const turn = side(a, b, p);
            if (turn == 0 && isBetween(p.x, a.x, b.x)) return true;
            // Each height belongs to the edge that begins there going up: a corner counts once.
            bool const goesUp = a.y <= p.y && b.y > p.y;
            bool const goesDown = b.y <= p.y && a.y > p.y;
            if ((goesUp && turn > 0) || (goesDown && turn < 0)) isInside = !isInside;
        }
    }
    return isInside;
}

std::optional<Extent> extentOf(Area const& area) {
    std::optional<Extent> extent;
    for (auto const& ring : area.rings)
        for (GeoPoint const point : ring) {
            std::int32_t const y = point.latitudeE7();
            std::int32_t const x = point.longitudeE7();
            if (!extent) extent = Extent{y, x, y, x};
            extent->south = std::min(extent->south, y);
            extent->north = std::max(extent->north, y);
            extent->west = std::min(extent->west, x);
            extent->east = std::max(extent->east, x);
        }
    return extent;
}

} // namespace ob::core

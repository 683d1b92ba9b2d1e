// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

namespace ob::ui {

/// Web mercator (EPSG:3857) over the whole world: x from 0 at 180° W to 1 at 180° E, y from 0 at 85.0511° N
/// to 1 at 85.0511° S.
struct WorldPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(WorldPoint, WorldPoint) = default;
};

struct WorldBox {
    WorldPoint topLeft;
    WorldPoint bottomRight;

    bool contains(WorldPoint p) const {
        return p.x >= topLeft.x && p.x <= bottomRight.x && p.y >= topLeft.y && p.y <= bottomRight.y;
    }
    WorldPoint centre() const { return {(topLeft.x + bottomRight.x) / 2, (topLeft.y + bottomRight.y) / 2}; }
};

/// Latitudes beyond the map's end are put on its edge.
WorldPoint worldOf(core::GeoPoint place);
WorldPoint worldOfDegrees(double latitude, double longitude);
/// Points beside the world are put on its edge.
core::GeoPoint placeOf(WorldPoint point);
/// Metres on the ground that one unit of the world's width stands for at this place.
double metresPerWorld(WorldPoint point);

} // namespace ob::ui

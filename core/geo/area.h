// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

#include <vector>

namespace ob::core {

/// Rings of corners, each closed by itself: outlines and holes in any order and direction, by the even-odd
/// rule. Edges are straight in latitude and longitude; an area does not reach across the 180th meridian (make
/// it two).
struct Area {
    std::vector<std::vector<GeoPoint>> rings;
};

/// Whether the point is in the area. What lies exactly on an edge or corner, also of a hole, is in it: who
/// stands on the line of a cordon is inside. Exact: computed in whole numbers.
bool contains(Area const& area, GeoPoint point);

/// The rectangle around an area.
struct Extent {
    std::int32_t south = 0;
    std::int32_t west = 0;
    std::int32_t north = 0;
    std::int32_t east = 0; ///< all in 1e-7 degree
};
/// Nothing for an area without corners.
std::optional<Extent> extentOf(Area const& area);

} // namespace ob::core

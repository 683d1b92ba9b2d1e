// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace ob::core {

/// In 1/4096 of a tile, counted from the world's corner or from a tile's.
struct SheetSpot {
    std::int64_t x = 0;
    std::int64_t y = 0;
    friend bool operator==(SheetSpot, SheetSpot) = default;
};
using SheetLine = std::vector<SheetSpot>;

/// A square; its edges belong to it.
struct SheetBox {
    SheetSpot low;
    SheetSpot high;
};

/// What of the ring lies in the box; fewer than three corners: nothing.
SheetLine clippedRing(SheetLine ring, SheetBox const& box);
/// What of the line lies in the box, in pieces.
std::vector<SheetLine> clippedLine(SheetLine const& line, SheetBox const& box);
/// Without the corners that are nearer than `tolerance` to what stays (Douglas and Peucker); ends stay.
SheetLine simplified(SheetLine const& line, double tolerance);
/// Twice the area, positive when it runs clockwise as seen with y downwards.
std::int64_t twiceArea(SheetLine const& ring);

} // namespace ob::core

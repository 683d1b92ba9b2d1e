// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace ob::core {

/// One square of the web mercator pyramid, counted as in XYZ: row 0 is in the north (MBTiles counts from the
/// south; whoever reads a file turns it round). zoom ≤ 22; column and row < 2^zoom.
struct TileId {
    std::uint8_t zoom = 0;
    std::uint32_t column = 0;
    std::uint32_t row = 0;

    friend auto operator<=>(TileId, TileId) = default;
};

} // namespace ob::core

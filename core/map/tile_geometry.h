// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/vector_tile.h"

#include <protozero/iterators.hpp>

namespace ob::core {

/// The geometry of one feature, in commands as the Mapbox Vector Tile Specification 2.1, section 4.3, has
/// them.
struct TileGeometry {
    GeometryKind kind = GeometryKind::Point;
    std::uint32_t extent = 4096; ///< units of the tile's side; not 0
    protozero::iterator_range<protozero::const_varint_iterator<std::uint32_t>> commands;
};

/// Appends points and ring ends. False, and nothing is appended, for a broken geometry, which a point farther
/// away than seven tiles is too. Throws protozero::exception.
bool appendGeometry(TileGeometry const& geometry, VectorTile& tile);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/map/tile_id.h"
#include "core/map/vector_tile.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ob::core {

/// A place in the square of web mercator, (0, 0) in the north-west, 1 in the south-east.
struct WorldSpot {
    double x = 0;
    double y = 0;
};

/// Something to be drawn, from some zoom on.
struct SheetFeature {
    std::string_view layer; ///< of the OpenMapTiles schema
    GeometryKind kind = GeometryKind::Polygon;
    /// Lines, points, or rings: the first is an outer one, those that run against it are holes in it.
    std::vector<std::vector<WorldSpot>> parts;
    std::uint8_t minZoom = 0;
    std::uint8_t maxZoom = 22;
    std::vector<std::pair<std::string_view, std::variant<std::string, std::int64_t>>> attributes{};
};

/// Cuts features into vector tiles (Mapbox Vector Tile 2.1), simpler at lower zooms, with a margin around
/// each tile so that neighbours meet without a seam. The same features make the same bytes on every machine.
class TileSheet {
  public:
    explicit TileSheet(std::vector<SheetFeature> features) : m_features(std::move(features)) {}

    /// Every tile of the zooms that something lies in, by zoom, column and row; not compressed.
    void cut(std::uint8_t minZoom, std::uint8_t maxZoom,
             std::function<void(TileId, Bytes const&)> const& sink) const;

  private:
    std::vector<SheetFeature> m_features;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/map/tile_id.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace ob::core {

enum class TileFormat : std::uint8_t {
    Vector, ///< Mapbox vector tile, decompressed
    Raster, ///< PNG, JPEG or WebP
};

/// How the numbers of a source relate to the ground. Turned into WGS 84 at the boundary, never later.
enum class Datum : std::uint8_t { Wgs84, Gcj02, Bd09, Cgcs2000 };

/// What a source of tiles says of itself. Degrees WGS 84.
struct TileSource {
    TileFormat format = TileFormat::Vector;
    Datum datum = Datum::Wgs84;
    std::uint8_t minZoom = 0;
    std::uint8_t maxZoom = 14; ///< deeper views stretch tiles of this zoom
    double west = -180;
    double south = -85.05112878;
    double east = 180;
    double north = 85.05112878;
    std::string name;
    std::string attribution; ///< has to be shown with the map
};

/// Tiles of one map. One thread owns one reader; each worker opens its own.
class TileReader {
  public:
    virtual ~TileReader() = default;
    /// Nothing: the map has no such tile. Throws std::runtime_error when the file cannot be read.
    virtual std::optional<Bytes> tile(TileId id) = 0;
};

/// A map as the view sees it. Thread-safe.
class TilePort {
  public:
    virtual ~TilePort() = default;
    virtual TileSource const& source() const = 0;
    /// For the calling thread. Throws std::runtime_error when the file is gone.
    virtual std::unique_ptr<TileReader> open() = 0;
};

} // namespace ob::core

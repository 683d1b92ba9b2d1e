// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/vector_tile.h"

#include <optional>
#include <string_view>

namespace ob::core {

/// The layers of the OpenMapTiles schema (openmaptiles.org/schema) that are shown.
enum class MapLayer : std::uint8_t {
    Water,
    Waterway,
    Landcover,
    Landuse,
    Park,
    Boundary,
    Aeroway,
    Transportation,
    Building,
    WaterName,
    TransportationName,
    Place,
    HouseNumber,
    Poi,
    AerodromeLabel,
    MountainPeak,
};

/// Nothing for a layer that is not shown.
std::optional<MapLayer> mapLayer(std::string_view name);

/// What a feature says of itself, as far as its class depends on it.
struct MapTraits {
    std::string_view mapClass;
    std::string_view subclass;
    int adminLevel = 0; ///< of a boundary; 0: none given
};

/// Nothing for what is not shown.
std::optional<MapClass> mapClassOf(MapLayer layer, MapTraits const& traits, GeometryKind kind);

} // namespace ob::core

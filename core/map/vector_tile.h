// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ob::core {

/// What the style tells apart. One list for all schemas; decodeVectorTile maps the OpenMapTiles layers
/// (and ours) on it, so the painter never compares a string.
enum class MapClass : std::uint8_t {
    // Areas.
    Water,
    Wood,
    Grass,
    Park,
    Farmland,
    Sand,
    Rock,
    Glacier,
    Wetland,
    Residential,
    Commercial,
    Industrial,
    Education,
    Medical,
    Stadium,
    Military,
    Cemetery,
    Aeroway,
    Pedestrian,
    Building,
    // Lines.
    River,
    Stream,
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    MinorRoad,
    ServiceRoad,
    Path,
    Rail,
    MinorRail,
    Ferry,
    Runway,
    CountryBorder,
    ProvinceBorder,
    DistrictBorder,
    // Points.
    Country,
    Province,
    City,
    Town,
    Village,
    Suburb,
    Neighbourhood,
    Hospital,
    School,
    Police,
    FireStation,
    Station, ///< railway or metro
    Fuel,
    Place, ///< any other point of interest with a name
    HouseNumber,
    Peak,
    Airport,
    WaterName,
};

enum class GeometryKind : std::uint8_t { Point, Line, Polygon };

/// In 1/4096 of a tile, from its north-west corner; outside [0, 4096) in the margin.
struct TilePoint {
    std::int16_t x = 0;
    std::int16_t y = 0;
    friend bool operator==(TilePoint, TilePoint) = default;
};

/// A feature owns rings (or lines) [firstRing, firstRing + ringCount) of VectorTile::ringEnds; the points of
/// a point feature are one ring. Polygons are filled by the even-odd rule.
struct TileFeature {
    MapClass mapClass = MapClass::Water;
    GeometryKind kind = GeometryKind::Polygon;
    bool isBridge = false;
    bool isTunnel = false;
    bool isLink = false; ///< ramp, taxiway
    bool isOneway = false;
    bool isLabel = false;    ///< a line that only carries a name: the road itself is another feature
    std::int8_t layer = 0;   ///< -5…5, above what it passes
    std::uint8_t rank = 255; ///< of labels: 1 is shown first
    std::uint32_t firstRing = 0;
    std::uint32_t ringCount = 0;
    std::uint32_t name = 0; ///< index in VectorTile::names; 0: none
    float height = 0;       ///< of a building, metres; 0: unknown
};

/// As the map gives them; empty where it says nothing.
struct MapName {
    std::string local;
    std::string chinese;
    std::string english;
    std::string reference; ///< road number
    friend bool operator==(MapName const&, MapName const&) = default;
};

/// A decoded tile, by value: flat arrays, nothing to follow.
struct VectorTile {
    std::vector<TileFeature> features;
    std::vector<std::uint32_t> ringEnds; ///< ring i is points [ringEnds[i-1] or 0, ringEnds[i])
    std::vector<TilePoint> points;       ///< a ring is not closed by a repeated point: ≥ 3 points, a line ≥ 2
    std::vector<MapName> names{MapName{}}; ///< valid UTF-8, each at most TileLimits::nameBytes
};

enum class TileFault : std::uint8_t { NotATile, TooLarge, TooManyPoints };

struct TileLimits {
    static constexpr std::size_t bytes = 8'000'000;  ///< decompressed
    static constexpr std::size_t points = 1'000'000; ///< the densest city tile known has 60,000
    static constexpr std::size_t values = 1'000'000; ///< of a layer; and of its keys
    static constexpr std::size_t nameBytes = 256;    ///< longer ones are left out
};

/// `bytes` is decompressed (core/map/gunzip.h). Nothing: `fault` says why. Features of unknown layers or
/// classes are left out; a feature whose geometry is broken is left out alone. Shapes as in the Mapbox Vector
/// Tile Specification 2.1.
std::optional<VectorTile> decodeVectorTile(ByteView bytes, TileFault* fault = nullptr);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

#include <cstdint>
#include <vector>

namespace ob::core {

/// Kinds of road by what they are built for. The numbers are kept in map packs.
enum class RoadClass : std::uint8_t {
    Motorway = 0,
    Trunk = 1,
    Primary = 2,
    Secondary = 3,
    Tertiary = 4,
    Minor = 5,
    Living = 6,
    Service = 7,
    Track = 8,
    Pedestrian = 9,
    Ferry = 10,
};
inline constexpr int roadClasses = 11;

/// Bits of RoadSegment::flags. The numbers are kept in map packs.
struct RoadFlag {
    static constexpr std::uint32_t forward = 1;  ///< may be driven from a to b
    static constexpr std::uint32_t backward = 2; ///< from b to a
    static constexpr std::uint32_t link = 4;     ///< ramp
    static constexpr std::uint32_t roundabout = 8;
    static constexpr std::uint32_t bridge = 16;
    static constexpr std::uint32_t tunnel = 32;
    /// Closed to the public: private ground, bus lanes, pedestrian streets. Open with blue lights.
    static constexpr std::uint32_t restricted = 64;
    /// Against the direction of a one-way street that emergency vehicles may use both ways.
    static constexpr std::uint32_t contraflow = 128;
    static constexpr std::uint32_t all = 255;
};

/// A stretch of road between two junctions; nodes are numbered from 0.
struct RoadSegment {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t centimetres = 0;
    RoadClass roadClass = RoadClass::Minor;
    std::uint32_t flags = 0;
    std::uint8_t limitKmh = 0;     ///< as signed; 0: not known, 255: none
    std::uint32_t name = 0;        ///< index in the names; 0: none
    std::vector<GeoPoint> shape{}; ///< between a and b
};

/// Who reaches `node` on segment `from` may not go on along segment `to`.
struct RoadBan {
    static constexpr std::uint32_t exceptEmergency = 1;

    std::uint32_t from = 0;
    std::uint32_t node = 0;
    std::uint32_t to = 0;
    std::uint32_t flags = 0;
    friend auto operator<=>(RoadBan const&, RoadBan const&) = default;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/opl.h"
#include "core/map/road.h"
#include "core/map/vector_tile.h"

#include <optional>

namespace ob::core {

/// What a way's tags say of a road that a vehicle can use, in an emergency at least.
struct RoadTraits {
    RoadClass roadClass = RoadClass::Minor;
    std::uint32_t flags = 0; ///< RoadFlag
    std::uint8_t limitKmh = 0;
    friend bool operator==(RoadTraits const&, RoadTraits const&) = default;
};

/// Nothing for what is no such road: footpaths, roads that are planned or gone, squares.
std::optional<RoadTraits> roadTraits(OsmObject const& way);

/// "50", "30 mph", "none", "walk"; 0 for what is not understood, 255 for no limit.
std::uint8_t speedLimit(std::string_view text);

/// Texts longer than TileLimits::nameBytes are left out.
MapName nameOf(OsmObject const& object);

/// Relation of type restriction.
struct TurnRule {
    std::int64_t fromWay = 0;
    std::int64_t viaNode = 0;
    std::int64_t toWay = 0;
    bool isOnly = false; ///< nowhere else than to `toWay`
    bool exceptEmergency = false;
};
/// Nothing for other relations, and for rules over a way or for some vehicles or hours only.
std::optional<TurnRule> turnRule(OsmObject const& relation);

} // namespace ob::core

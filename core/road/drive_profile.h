// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/road.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ob::core {

/// Who drives.
enum class DriveProfile : std::uint8_t {
    Normal,    ///< as everybody: not on restricted roads, not against one-way streets, within limits
    BlueLight, ///< with lights and siren: faster, also on restricted roads and where a rule excepts
               ///< emergencies
};

/// Milliseconds that a segment takes, driven from a to b or (`isReversed`) from b to a. Nothing: the profile
/// may not, or it takes longer than a day. Mean speeds over junctions and lights, not what a speedometer
/// shows.
std::optional<std::uint32_t> driveMilliseconds(RoadSegment const& segment, bool isReversed,
                                               DriveProfile profile);

/// What a time rests on; goes with every answer.
enum class TravelBasis : std::uint8_t {
    Road,           ///< along roads from where the unit is
    AirLine,        ///< no way by road was found: the straight distance at a walking-pace of streets
    StationRoad,    ///< along roads from its station, since nobody knows where it is
    StationAirLine, ///< the straight distance from its station
};
/// As programs read it; stable.
std::string_view nameOf(TravelBasis basis);

/// Straight distances are driven at so many metres a second: what roads make of them on average.
inline constexpr double airLineSpeed = 7;

} // namespace ob::core

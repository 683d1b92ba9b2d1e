// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/road/drive_profile.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::uint64_t dayMilliseconds = 86'400'000;

/// Kilometres an hour: where no limit is known, and at most with any limit.
struct Speeds {
    int normal;
    int blueLight;
};

Speeds speedsOf(RoadClass roadClass) {
    switch (roadClass) {
    case RoadClass::Motorway: return {95, 115};
    case RoadClass::Trunk: return {62, 85};
    case RoadClass::Primary: return {42, 62};
    case RoadClass::Secondary: return {36, 54};
    case RoadClass::Tertiary: return {31, 46};
    case RoadClass::Minor: return {24, 35};
    case RoadClass::Living: return {12, 18};
    case RoadClass::Service: return {12, 16};
    case RoadClass::Track: return {12, 15};
    case RoadClass::Pedestrian: return {6, 10};
    case RoadClass::Ferry: return {10, 10};
    }
    return {10, 10};
}

constexpr int rampSpeed = 38;
constexpr int contraflowSpeed = 18;

} // namespace

std::optional<std::uint32_t> driveMilliseconds(RoadSegment const& segment, bool isReversed,
                                               DriveProfile profile) {
    bool const isBlue = profile == DriveProfile::BlueLight;
    bool const isAllowed = (segment.flags & (isReversed ? RoadFlag::backward : RoadFlag::forward)) != 0;
    bool const isAgainst = !isAllowed && (segment.flags & RoadFlag::contraflow) != 0 && isBlue;
    if (!isAllowed && !isAgainst) return std::nullopt;
    if ((segment.flags & RoadFlag::restricted) != 0 && !isBlue) return std::nullopt;
    Speeds const usual = speedsOf(segment.roadClass);
    int speed = isBlue ? usual.blueLight : usual.normal;
    if ((segment.flags & RoadFlag::link) != 0) speed = std::min(speed, isBlue ? rampSpeed + 12 : rampSpeed);
    if (segment.limitKmh != 0 && segment.limitKmh != 255) {
        // A limit tells two roads of a class apart; lights and junctions take their share of it.
        int const limit = segment.limitKmh;
        int const reached = segment.roadClass == RoadClass::Motorway ? limit : limit * 3 / 4;
        speed =
            isBlue ? std::min(speed, std::max(reached * 3 / 2, 15)) : std::min(speed, std::max(reached, 5));
    }
    if (isAgainst) speed = std::min(speed, contraflowSpeed);
    // Centimetres at km/h: 36 milliseconds each at 1 km/h.
    std::uint64_t const milliseconds =
        std::uint64_t{segment.centimetres} * 36 / static_cast<std::uint64_t>(speed);
    if (milliseconds > dayMilliseconds) return std::nullopt;
    return static_cast<std::uint32_t>(milliseconds);
}

std::string_view nameOf(TravelBasis basis) {
    switch (basis) {
    case TravelBasis::Road: return "road";
    case TravelBasis::AirLine: return "airLine";
    case TravelBasis::StationRoad: return "stationRoad";
    case TravelBasis::StationAirLine: return "stationAirLine";
    }
    return {};
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/world.h"

#include "core/ensure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ob::ui {
namespace {

constexpr double lastLatitude = 85.05112877980659;
constexpr double equatorMetres = 40'075'016.685578;

} // namespace

WorldPoint worldOfDegrees(double latitude, double longitude) {
    double const sine = std::sin(std::clamp(latitude, -lastLatitude, lastLatitude) * std::numbers::pi / 180);
    return {longitude / 360 + 0.5, 0.5 - std::log((1 + sine) / (1 - sine)) / (4 * std::numbers::pi)};
}

WorldPoint worldOf(core::GeoPoint place) { return worldOfDegrees(place.latitude(), place.longitude()); }

core::GeoPoint placeOf(WorldPoint point) {
    double const x = std::clamp(point.x, 0.0, 1.0);
    double const y = std::clamp(point.y, 0.0, 1.0);
    double const latitude = std::atan(std::sinh(std::numbers::pi * (1 - 2 * y))) * 180 / std::numbers::pi;
    auto const place = core::GeoPoint::ofDegrees(latitude, (x - 0.5) * 360);
    OB_ENSURE(place); // the clamps above leave nothing else
    return *place;
}

double metresPerWorld(WorldPoint point) {
    return equatorMetres / std::cosh(std::numbers::pi * (1 - 2 * std::clamp(point.y, 0.0, 1.0)));
}

} // namespace ob::ui

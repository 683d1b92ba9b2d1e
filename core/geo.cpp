// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo.h"

#include <cmath>
#include <numbers>

namespace ob::core {

std::optional<GeoPoint> GeoPoint::ofDegrees(double latitude, double longitude) {
    if (!std::isfinite(latitude) || !std::isfinite(longitude)) return std::nullopt;
    if (std::abs(latitude) > 90.0 || std::abs(longitude) > 180.0) return std::nullopt;
    return ofE7(std::llround(latitude * 1e7), std::llround(longitude * 1e7));
}

std::optional<GeoPoint> GeoPoint::ofE7(std::int64_t latitude, std::int64_t longitude) {
    if (latitude < -900'000'000 || latitude > 900'000'000) return std::nullopt;
    if (longitude < -1'800'000'000 || longitude > 1'800'000'000) return std::nullopt;
    return GeoPoint(static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude));
}

double distanceMetres(GeoPoint a, GeoPoint b) {
    constexpr double radius = 6'371'008.8;
    constexpr double radians = std::numbers::pi / 180.0;
    double const sinLatitude = std::sin((b.latitude() - a.latitude()) * radians / 2);
    double const sinLongitude = std::sin((b.longitude() - a.longitude()) * radians / 2);
    double const h =
        sinLatitude * sinLatitude
        + std::cos(a.latitude() * radians) * std::cos(b.latitude() * radians) * sinLongitude * sinLongitude;
    return 2 * radius * std::asin(std::sqrt(h < 1 ? h : 1));
}

} // namespace ob::core

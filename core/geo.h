// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace ob::core {

/// A place on the ground: WGS 84, stored as int32 in units of 1e-7 degree (1.1 cm), so that every desk
/// folds the same number.
class GeoPoint {
  public:
    /// Nothing outside latitude [-90, 90], longitude [-180, 180], or for a value that is not finite.
    static std::optional<GeoPoint> ofDegrees(double latitude, double longitude);
    static std::optional<GeoPoint> ofE7(std::int64_t latitude, std::int64_t longitude);

    double latitude() const { return m_latitude * 1e-7; }
    double longitude() const { return m_longitude * 1e-7; }
    std::int32_t latitudeE7() const { return m_latitude; }
    std::int32_t longitudeE7() const { return m_longitude; }

    friend auto operator<=>(GeoPoint, GeoPoint) = default;

  private:
    GeoPoint(std::int32_t latitude, std::int32_t longitude) : m_latitude(latitude), m_longitude(longitude) {}
    std::int32_t m_latitude;
    std::int32_t m_longitude;
};

/// Great-circle distance in metres on the mean sphere (R = 6,371,008.8 m, haversine): good to 0.5 %.
double distanceMetres(GeoPoint a, GeoPoint b);

} // namespace ob::core

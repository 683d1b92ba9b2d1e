// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// How many digits each of easting and northing has, by the metres that the last one stands for.
enum class GridPrecision : int { HundredMetres = 3, TenMetres = 4, Metre = 5 };

/// Military grid reference (MGRS on WGS 84) of the square that holds the point, as "32T NT 12345 67890".
std::string mgrsOf(GeoPoint point, GridPrecision precision);

/// The middle of the square that a reference names; blanks and small letters are allowed, so are 0 to 5 digit
/// pairs. Nothing for anything else.
std::optional<GeoPoint> pointOfMgrs(std::string_view text);

/// Universal transverse Mercator on WGS 84, metres; near the poles universal polar stereographic.
struct UtmPoint {
    int zone = 0; ///< 1…60; 0 near the poles
    bool isNorth = true;
    double easting = 0;
    double northing = 0;
};
UtmPoint utmOf(GeoPoint point);
/// Nothing for what is outside its zone.
std::optional<GeoPoint> pointOfUtm(UtmPoint const& utm);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/map/tile_port.h"

#include <optional>

namespace ob::core {

/// Degrees in whatever datum the name of the variable says; may be anything, also not a number.
struct Degrees {
    double latitude = 0;
    double longitude = 0;
    friend bool operator==(Degrees, Degrees) = default;
};

/// GCJ-02 as it is publicly known (an approximation: the official plug-in is secret), on the Krasovsky
/// ellipsoid, good to a centimetre against other public implementations. It applies inside latitude
/// [0.8293, 55.8271], longitude [72.004, 137.8347]; elsewhere, and for what is no number, nothing changes.
Degrees gcj02OfWgs84(Degrees wgs84);

/// The inverse, by fixed-point iteration that always ends: what comes back is good to 1 mm everywhere inside.
/// Where the rectangle's edge tears the plane apart, some GCJ-02 places have no original: those come back as
/// near as it gets.
Degrees wgs84OfGcj02(Degrees gcj02);

/// BD-09, Baidu's further offset on GCJ-02. It knows no borders, as Baidu's services do not.
Degrees bd09OfGcj02(Degrees gcj02);
Degrees gcj02OfBd09(Degrees bd09);

/// For sources and displays in any datum. WGS 84 and CGCS 2000 count as one: they differ by decimetres.
Degrees degreesIn(Datum datum, GeoPoint point);
/// Nothing for what is no place on the ground.
std::optional<GeoPoint> pointOf(Datum datum, Degrees degrees);

} // namespace ob::core

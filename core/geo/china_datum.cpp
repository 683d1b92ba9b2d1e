// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/china_datum.h"

#include <cmath>
#include <numbers>

namespace ob::core {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double semiMajor = 6378245.0;
constexpr double eccentricitySquared = 0.00669342162296594323;
/// A tenth of a millimetre is about 1e-9 degree.
constexpr double converged = 1e-11;
constexpr int mostSteps = 40;

/// slack: degrees by which the rectangle is wider.
bool isInside(Degrees place, double slack = 0) {
    return place.longitude >= 72.004 - slack && place.longitude <= 137.8347 + slack
           && place.latitude >= 0.8293 - slack && place.latitude <= 55.8271 + slack;
}

double northShift(double x, double y) {
    double shift = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    shift += (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
    shift += (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0;
    return shift + (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
}

double eastShift(double x, double y) {
    double shift = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    shift += (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
    shift += (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0;
    return shift + (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
}

/// Without regard to the rectangle.
Degrees shifted(Degrees place) {
    double const x = place.longitude - 105.0;
    double const y = place.latitude - 35.0;
    double const sine = std::sin(place.latitude / 180.0 * pi);
    double const root = std::sqrt(1.0 - eccentricitySquared * sine * sine);
    double const meridian = semiMajor * (1.0 - eccentricitySquared) / (root * root * root);
    double const parallel = semiMajor / root * std::cos(place.latitude / 180.0 * pi);
    return {place.latitude + northShift(x, y) * 180.0 / (meridian * pi),
            place.longitude + eastShift(x, y) * 180.0 / (parallel * pi)};
}

double distance(Degrees a, Degrees b) {
    return std::max(std::abs(a.latitude - b.latitude), std::abs(a.longitude - b.longitude));
}

/// x such that forward(x) is `wanted`: the shift changes so slowly that each step is hundreds of times
/// nearer.
template<class Forward>
Degrees inverse(Degrees wanted, Forward forward) {
    Degrees guess = wanted;
    for (int step = 0; step < mostSteps; ++step) {
        Degrees const reached = forward(guess);
        guess.latitude += wanted.latitude - reached.latitude;
        guess.longitude += wanted.longitude - reached.longitude;
        if (!(distance(reached, wanted) > converged)) break;
    }
    return guess;
}

/// Half a kilometre and more; no original is farther away.
constexpr double farthestShift = 0.03;

} // namespace

Degrees gcj02OfWgs84(Degrees wgs84) { return isInside(wgs84) ? shifted(wgs84) : wgs84; }

Degrees wgs84OfGcj02(Degrees gcj02) {
    if (!isInside(gcj02, farthestShift)) return gcj02; // nor is what is no number
    Degrees const original = inverse(gcj02, shifted);
    // What lies on the edge itself comes back a rounding error beside it.
    if (isInside(original, 1e-9)) return original;
    // Nothing inside comes out there, so it lies outside; or in the tear, which belongs to nobody.
    return isInside(gcj02) ? original : gcj02;
}

Degrees bd09OfGcj02(Degrees gcj02) {
    constexpr double step = pi * 3000.0 / 180.0;
    double const x = gcj02.longitude;
    double const y = gcj02.latitude;
    double const radius = std::sqrt(x * x + y * y) + 0.00002 * std::sin(y * step);
    double const angle = std::atan2(y, x) + 0.000003 * std::cos(x * step);
    return {radius * std::sin(angle) + 0.006, radius * std::cos(angle) + 0.0065};
}

Degrees gcj02OfBd09(Degrees bd09) {
    if (!std::isfinite(bd09.latitude) || !std::isfinite(bd09.longitude)) return bd09;
    return inverse(bd09, bd09OfGcj02);
}

Degrees degreesIn(Datum datum, GeoPoint point) {
    Degrees const wgs84{point.latitude(), point.longitude()};
    switch (datum) {
    case Datum::Wgs84:
    case Datum::Cgcs2000: return wgs84;
    case Datum::Gcj02: return gcj02OfWgs84(wgs84);
    case Datum::Bd09: return bd09OfGcj02(gcj02OfWgs84(wgs84));
    }
    return wgs84;
}

std::optional<GeoPoint> pointOf(Datum datum, Degrees degrees) {
    switch (datum) {
    case Datum::Wgs84:
    case Datum::Cgcs2000: break;
    case Datum::Gcj02: degrees = wgs84OfGcj02(degrees); break;
    case Datum::Bd09: degrees = wgs84OfGcj02(gcj02OfBd09(degrees)); break;
    }
    return GeoPoint::ofDegrees(degrees.latitude, degrees.longitude);
}

} // namespace ob::core

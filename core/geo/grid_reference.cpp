// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/grid_reference.h"

#include <GeographicLib/Constants.hpp>
#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <cctype>

namespace ob::core {
namespace {

using GeographicLib::GeographicErr;
using GeographicLib::MGRS;
using GeographicLib::UTMUPS;

/// The longest reference, blanks and all, is shorter.
constexpr std::size_t mostCharacters = 64;

bool isLetter(char character) { return character >= 'A' && character <= 'Z'; }

/// "32TNT1234567890" with blanks between its parts.
std::string spaced(std::string const& packed) {
    std::size_t letters = 0;
    while (letters < packed.size() && !isLetter(packed[letters]))
        ++letters;
    std::size_t const square = letters + 1;
    std::size_t const digits = square + 2;
    if (packed.size() < digits) return packed;
    std::size_t const half = (packed.size() - digits) / 2;
    return packed.substr(0, square) + " " + packed.substr(square, 2) + " " + packed.substr(digits, half) + " "
           + packed.substr(digits + half);
}

} // namespace

std::string mgrsOf(GeoPoint point, GridPrecision precision) {
    int zone = 0;
    bool isNorth = true;
    double x = 0;
    double y = 0;
    std::string packed;
    // Every GeoPoint is inside UTM or UPS, so neither call throws.
    UTMUPS::Forward(point.latitude(), point.longitude(), zone, isNorth, x, y);
    MGRS::Forward(zone, isNorth, x, y, point.latitude(), static_cast<int>(precision), packed);
    return spaced(packed);
}

std::optional<GeoPoint> pointOfMgrs(std::string_view text) {
    if (text.size() > mostCharacters) return std::nullopt;
    std::string packed;
    for (char const character : text)
        if (character != ' ')
            packed +=
                character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A') : character;
    // GeographicLib takes "INV…" as "no place" without complaint, and finer squares than anybody means.
    if (packed.empty() || packed.starts_with("INV")) return std::nullopt;
    try {
        int zone = 0;
        bool isNorth = true;
        double x = 0;
        double y = 0;
        int digits = 0;
        MGRS::Reverse(packed, zone, isNorth, x, y, digits);
        if (digits < 0 || digits > 5) return std::nullopt;
        double latitude = 0;
        double longitude = 0;
        UTMUPS::Reverse(zone, isNorth, x, y, latitude, longitude);
        return GeoPoint::ofDegrees(latitude, longitude);
    } catch (GeographicErr const&) {
        return std::nullopt;
    }
}

UtmPoint utmOf(GeoPoint point) {
    UtmPoint utm;
    UTMUPS::Forward(point.latitude(), point.longitude(), utm.zone, utm.isNorth, utm.easting, utm.northing);
    return utm;
}

std::optional<GeoPoint> pointOfUtm(UtmPoint const& utm) {
    if (utm.zone < 0 || utm.zone > 60) return std::nullopt;
    try {
        double latitude = 0;
        double longitude = 0;
        UTMUPS::Reverse(utm.zone, utm.isNorth, utm.easting, utm.northing, latitude, longitude);
        return GeoPoint::ofDegrees(latitude, longitude);
    } catch (GeographicErr const&) {
        return std::nullopt;
    }
}

} // namespace ob::core

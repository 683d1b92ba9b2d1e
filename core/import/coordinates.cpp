// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/coordinates.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace ob::core {
namespace {

std::optional<double> numberOf(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

ReadPlace judged(double latitude, double longitude, std::optional<MappedBounds> const& bounds) {
    if (latitude == 0 && longitude == 0) return {{}, PlaceFault::Zero};
    auto const place = GeoPoint::ofDegrees(latitude, longitude);
    bool const inside = place && (!bounds || bounds->contains(latitude, longitude));
    if (inside) return {place, PlaceFault::None};
    bool const otherWay =
        bounds ? bounds->contains(longitude, latitude) : GeoPoint::ofDegrees(longitude, latitude).has_value();
    if (otherWay) return {{}, PlaceFault::Swapped};
    if (!place) return {{}, PlaceFault::Range};
    return {place, PlaceFault::Outside};
}

} // namespace

std::string_view nameOf(PlaceFault fault) {
    switch (fault) {
    case PlaceFault::None: return "none";
    case PlaceFault::Missing: return "missing";
    case PlaceFault::NotNumber: return "notNumber";
    case PlaceFault::Zero: return "zero";
    case PlaceFault::Range: return "range";
    case PlaceFault::Swapped: return "swapped";
    case PlaceFault::Outside: return "outside";
    }
    return "?";
}

ReadPlace readPlace(std::string_view latitude, std::string_view longitude,
                    std::optional<MappedBounds> const& bounds) {
    if (latitude.empty() && longitude.empty()) return {{}, PlaceFault::Missing};
    auto const north = numberOf(latitude);
    auto const east = numberOf(longitude);
    if (!north || !east) return {{}, PlaceFault::NotNumber};
    return judged(*north, *east, bounds);
}

ReadPlace readPoint(std::string_view text, std::optional<MappedBounds> const& bounds) {
    if (text.empty()) return {{}, PlaceFault::Missing};
    bool const wellKnown =
        text.starts_with("POINT") || text.starts_with("point") || text.starts_with("Point");
    if (auto const open = text.find('('); open != text.npos) {
        text.remove_prefix(open + 1);
        if (auto const close = text.find(')'); close != text.npos) text = text.substr(0, close);
    }
    while (text.starts_with(' '))
        text.remove_prefix(1);
    auto const cut = text.find(wellKnown ? ' ' : ',');
    if (cut == text.npos) return {{}, PlaceFault::NotNumber};
    std::string_view const first = text.substr(0, cut);
    std::string_view const second = text.substr(cut + 1);
    return wellKnown ? readPlace(second, first, bounds) : readPlace(first, second, bounds);
}

} // namespace ob::core

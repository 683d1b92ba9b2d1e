// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/import/mapping.h"

#include <optional>
#include <string_view>

namespace ob::core {

enum class PlaceFault : std::uint8_t {
    None,
    Missing,   ///< nothing is written there
    NotNumber, ///< no coordinate
    Zero,      ///< 0, 0
    Range,     ///< no place on earth
    Swapped,   ///< latitude and longitude look exchanged
    Outside,   ///< outside the bounds of the mapping; the place is kept
};
std::string_view nameOf(PlaceFault fault);

struct ReadPlace {
    std::optional<GeoPoint> place; ///< absent for every fault but Outside: nothing is mended
    PlaceFault fault = PlaceFault::None;
};

ReadPlace readPlace(std::string_view latitude, std::string_view longitude,
                    std::optional<MappedBounds> const& bounds);
/// `(lat, lon)`, `lat, lon`, or `POINT (lon lat)` of well-known text.
ReadPlace readPoint(std::string_view text, std::optional<MappedBounds> const& bounds);

} // namespace ob::core

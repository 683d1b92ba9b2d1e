// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise_reading.h"
#include "core/rules/hazard_book.h"

#include <string_view>

namespace ob::core {

/// Reads a FeatureCollection, or one Feature (RFC 7946): points, polygons and several polygons of one place.
/// Properties are called as the columns of a table (core/premise/premise_column.h); hazards may be a list. A
/// feature without a geometry has an address. Any bytes may be given.
PremiseReading readPremiseGeoJson(std::string_view text, HazardBook const& hazards,
                                  PremiseReadingOptions const& options);

/// What is larger takes too much memory beside a desk's work.
inline constexpr std::size_t maxPremiseGeoJsonBytes = std::size_t{8} << 20;

} // namespace ob::core

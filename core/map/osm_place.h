// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/gazetteer.h"
#include "core/map/opl.h"

#include <optional>

namespace ob::core {

struct PlaceTraits {
    PlaceKind kind = PlaceKind::Other;
    std::uint32_t weight = 0; ///< smaller is more important, within the kind
};

/// What an object's tags say of a place that people name. Nothing for what they do not.
std::optional<PlaceTraits> placeTraits(OsmObject const& object);

/// "长江路221号", "Hauptstrasse 5"; empty without street or number.
std::string addressText(OsmObject const& object);

/// Somewhere in the middle of a way: of an area its centre if that is inside, else a corner.
std::optional<GeoPoint> middleOf(OsmObject const& way);

} // namespace ob::core

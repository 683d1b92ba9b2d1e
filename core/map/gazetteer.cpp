// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/gazetteer.h"

namespace ob::core {

std::string_view nameOf(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::City: return "city";
    case PlaceKind::Town: return "town";
    case PlaceKind::District: return "district";
    case PlaceKind::Village: return "village";
    case PlaceKind::Neighbourhood: return "neighbourhood";
    case PlaceKind::Hospital: return "hospital";
    case PlaceKind::Police: return "police";
    case PlaceKind::FireStation: return "fireStation";
    case PlaceKind::School: return "school";
    case PlaceKind::Station: return "station";
    case PlaceKind::Road: return "road";
    case PlaceKind::Crossing: return "crossing";
    case PlaceKind::Other: return "other";
    case PlaceKind::Address: return "address";
    }
    return {};
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/address_place.h"

#include "core/text.h"

namespace ob::core {

std::optional<GeoPoint> placeOfAddress(GazetteerReader& gazetteer, std::string_view address) {
    std::string const asked = normalise(address);
    if (asked.empty()) return std::nullopt;
    for (auto const& place : gazetteer.find(address, 1))
        for (std::string const* const name : {&place.name.local, &place.name.chinese, &place.name.english})
            if (normalise(*name) == asked) return place.point;
    return std::nullopt;
}

} // namespace ob::core

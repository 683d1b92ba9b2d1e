// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/gazetteer.h"

#include <optional>
#include <string_view>

namespace ob::core {

/// Where an address is that the map knows by just this name; nothing for any other: it is never guessed.
std::optional<GeoPoint> placeOfAddress(GazetteerReader& gazetteer, std::string_view address);

} // namespace ob::core

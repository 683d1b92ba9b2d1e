// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_port.h"

#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// "west,south,east,north" in degrees, as MBTiles and `osmium` have it, onto a source; its datum is already
/// set, what is kept is WGS 84. False, and nothing changes, for anything else. Latitudes end where web
/// mercator ends.
bool readBounds(std::string_view text, TileSource& source);

/// "wgs84" (also an empty text), "gcj02", "bd09", "cgcs2000".
std::optional<Datum> datumOf(std::string_view name);
std::string_view nameOf(Datum datum);

/// The words of an attribution that may be a piece of HTML.
std::string plainAttribution(std::string_view text);

} // namespace ob::core

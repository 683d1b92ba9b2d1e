// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

#include <optional>
#include <string_view>

namespace ob::core {

/// A place typed as WGS 84 degrees, latitude first: `30.123, 160.456`, by comma or blank, in any width. Both
/// want a decimal point, so that a house number is never a place. Nothing for anything else.
std::optional<GeoPoint> typedPoint(std::string_view text);

} // namespace ob::core

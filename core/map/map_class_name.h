// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/vector_tile.h"

#include <string_view>

namespace ob::core {

/// As programs read it ("minorRoad"); stable.
std::string_view nameOf(MapClass mapClass);

inline constexpr std::size_t mapClasses = static_cast<std::size_t>(MapClass::WaterName) + 1;

} // namespace ob::core

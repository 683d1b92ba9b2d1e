// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/map/marks.h"

#include <functional>

namespace ob::ui {

/// Where a unit is as far as it is known: its newest position, else its station; nothing when there is
/// neither.
std::optional<core::GeoPoint> placeOf(core::Unit const& unit, Console const& console);

/// The board as the map shows it. `numberOf` gives every stream its number, the same each time.
MarkLists marksOf(Console const& console, std::function<std::uint64_t(core::StreamId)> const& numberOf);

} // namespace ob::ui

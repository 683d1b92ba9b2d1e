// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/mark_squares.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ob::ui {

/// An incident where it lies.
struct PlacedIncident {
    std::uint32_t index = 0; ///< in the list of incidents
    QPoint at;               ///< device pixels
    bool isSingle = false;   ///< stands for itself whatever is near
    int others = 0;          ///< counted with it, not shown
};

/// Of thousands of incidents the first in each square, with how many others it stands for; more than that
/// nobody can tell apart. `incidents`: who matters most first; the answer is in that order, too.
std::vector<PlacedIncident> firstInSquares(std::span<PlacedIncident const> incidents,
                                           MarkSquares::Ground const& ground);

} // namespace ob::ui

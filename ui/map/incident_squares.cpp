// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/incident_squares.h"

namespace ob::ui {

std::vector<PlacedIncident> firstInSquares(std::span<PlacedIncident const> incidents,
                                           MarkSquares::Ground const& ground) {
    constexpr int side = 64;
    MarkSquares const squares(ground, side);
    std::vector<std::int32_t> firsts(squares.count(), -1);
    std::vector<PlacedIncident> shown;
    for (PlacedIncident const& incident : incidents) {
        if (incident.isSingle) {
            shown.push_back(incident);
            continue;
        }
        std::int32_t& first = firsts[squares.of(incident.at)];
        if (first >= 0) {
            ++shown[static_cast<std::size_t>(first)].others;
            continue;
        }
        first = static_cast<std::int32_t>(shown.size());
        shown.push_back(incident);
    }
    return shown;
}

} // namespace ob::ui

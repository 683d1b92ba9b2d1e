// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/unit_cells.h"

namespace ob::ui {
namespace {

constexpr int groupPixels = 96;
constexpr int symbolPixels = 16;
constexpr int fewestInGroup = 6;

} // namespace

void UnitCells::share(std::span<OrdinaryUnit const> units, Grid const& grid) {
    m_groups.clear();
    m_symbols.clear();
    m_dots.clear();
    MarkSquares const wide(grid.ground, groupPixels);
    m_tallies.assign(grid.crowding == Crowding::Groups ? wide.count() : 0, {});
    if (grid.crowding == Crowding::Groups)
        for (OrdinaryUnit const& unit : units) {
            Tally& tally = m_tallies[wide.of(unit.at)];
            tally.x += unit.at.x();
            tally.y += unit.at.y();
            ++tally.count;
            ++tally.byAgency[static_cast<std::size_t>(unit.agency)];
        }
    MarkSquares const narrow(grid.ground, symbolPixels);
    m_best.assign(narrow.count(), -1);
    auto const isGrouped = [&](OrdinaryUnit const& unit) {
        return grid.crowding == Crowding::Groups && m_tallies[wide.of(unit.at)].count >= fewestInGroup;
    };
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (isGrouped(units[i])) continue;
        std::int32_t& best = m_best[narrow.of(units[i].at)];
        if (best < 0) {
            best = static_cast<std::int32_t>(i);
        } else if (units[i].rank > units[static_cast<std::size_t>(best)].rank) {
            m_dots.push_back(static_cast<std::uint32_t>(best));
            best = static_cast<std::int32_t>(i);
        } else {
            m_dots.push_back(i);
        }
    }
    for (std::int32_t const best : m_best)
        if (best >= 0) m_symbols.push_back(static_cast<std::uint32_t>(best));
    for (Tally const& tally : m_tallies)
        if (tally.count >= fewestInGroup)
            m_groups.push_back(
                {QPoint(static_cast<int>(tally.x / tally.count), static_cast<int>(tally.y / tally.count)),
                 tally.count, tally.byAgency});
}

} // namespace ob::ui

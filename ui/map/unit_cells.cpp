// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/unit_cells.h"

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

constexpr int groupPixels = 96;
constexpr int symbolPixels = 16;
constexpr int fewestInGroup = 6;

/// Squares of one size over the view, aligned with the world.
struct Squares {
    int size;
    QPoint shift; ///< from the view's corner to the corner of the first square, 0…size-1 before it
    int columns;
    int rows;

    Squares(UnitCells::Grid const& grid, int logical)
        : size(std::max(1, static_cast<int>(std::lround(logical * grid.pixelRatio)))),
          shift(before(grid.origin.x()), before(grid.origin.y())), columns(grid.view.width() / size + 3),
          rows(grid.view.height() / size + 3) {}

    std::size_t of(QPoint at) const {
        int const column = std::clamp((at.x() + shift.x()) / size + 1, 0, columns - 1);
        int const row = std::clamp((at.y() + shift.y()) / size + 1, 0, rows - 1);
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)
               + static_cast<std::size_t>(column);
    }
    std::size_t count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }

  private:
    int before(int origin) const {
        int const rest = -origin % size;
        return rest < 0 ? rest + size : rest;
    }
};

} // namespace

void UnitCells::share(std::span<OrdinaryUnit const> units, Grid const& grid) {
    m_groups.clear();
    m_symbols.clear();
    m_dots.clear();
    Squares const wide(grid, groupPixels);
    m_tallies.assign(grid.crowding == Crowding::Groups ? wide.count() : 0, {});
    if (grid.crowding == Crowding::Groups)
        for (OrdinaryUnit const& unit : units) {
            Tally& tally = m_tallies[wide.of(unit.at)];
            tally.x += unit.at.x();
            tally.y += unit.at.y();
            ++tally.count;
            ++tally.byAgency[static_cast<std::size_t>(unit.agency)];
        }
    Squares const narrow(grid, symbolPixels);
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

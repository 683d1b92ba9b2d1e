// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/mark_squares.h"
#include "ui/map/marks.h"

#include <QPoint>
#include <QSize>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ob::ui {

/// A unit that may stand back when many are in one place.
struct OrdinaryUnit {
    std::uint32_t index = 0; ///< in the list of units
    QPoint at;               ///< device pixels
    MarkAgency agency = MarkAgency::Police;
    int rank = 0; ///< higher is shown rather
};

/// Many units near each other, as one mark.
struct UnitGroup {
    QPoint at;
    int count = 0;
    std::array<int, 10> byAgency{};
};

enum class Crowding : std::uint8_t {
    Groups,  ///< six or more in a square of 96 pixels become one plate
    Symbols, ///< one symbol in a square of 16 pixels, the others are dots
};

/// Shares units out over squares.
class UnitCells {
  public:
    struct Grid {
        MarkSquares::Ground ground;
        Crowding crowding = Crowding::Groups;
    };

    void share(std::span<OrdinaryUnit const> units, Grid const& grid);

    std::vector<UnitGroup> const& groups() const { return m_groups; }
    std::vector<std::uint32_t> const& symbols() const { return m_symbols; } ///< positions in `units`
    std::vector<std::uint32_t> const& dots() const { return m_dots; }

  private:
    struct Tally {
        std::int64_t x = 0, y = 0;
        int count = 0;
        std::array<int, 10> byAgency{};
    };
    std::vector<Tally> m_tallies;
    std::vector<std::int32_t> m_best;
    std::vector<UnitGroup> m_groups;
    std::vector<std::uint32_t> m_symbols;
    std::vector<std::uint32_t> m_dots;
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo/area.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ob::core {

/// Answers which of many areas hold a point, without asking all of them: a grid over all areas knows for each
/// cell which areas fill it and which it has to ask. Made once for areas that stay as they are.
class AreaIndex {
  public:
    explicit AreaIndex(std::vector<Area> areas);

    /// Numbers of the areas that hold the point as `contains` says, ascending.
    std::vector<std::uint32_t> at(GeoPoint point) const;
    std::span<Area const> areas() const { return m_areas; }

  private:
    struct Entry {
        std::uint32_t area;
        bool fills; ///< no edge comes through the cell
    };
    void insert(std::uint32_t area);
    std::size_t columnOf(std::int64_t longitude) const;
    std::size_t rowOf(std::int64_t latitude) const;
    /// Corners of a cell, all of it and no more.
    Extent cell(std::size_t column, std::size_t row) const;

    std::vector<Area> m_areas;
    Extent m_whole;
    std::size_t m_side = 0; ///< cells a side; 0: nothing to find
    std::int64_t m_width = 1;
    std::int64_t m_height = 1;
    std::vector<std::vector<Entry>> m_cells;
};

} // namespace ob::core

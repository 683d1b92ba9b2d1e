// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/area_index.h"

#include <algorithm>
#include <utility>

namespace ob::core {
namespace {

/// Cells for each area: finer costs more memory than it saves time.
constexpr std::size_t cellsPerArea = 256;
constexpr std::size_t mostSide = 512;

} // namespace

AreaIndex::AreaIndex(std::vector<Area> areas) : m_areas(std::move(areas)) {
    bool isFirst = true;
    for (Area const& area : m_areas)
        if (auto const extent = extentOf(area)) {
            if (std::exchange(isFirst, false)) m_whole = *extent;
            m_whole = {std::min(m_whole.south, extent->south), std::min(m_whole.west, extent->west),
                       std::max(m_whole.north, extent->north), std::max(m_whole.east, extent->east)};
        }
    if (isFirst) return;
    m_side = 1;
    while (m_side < mostSide && m_side * m_side < m_areas.size() * cellsPerArea)
        m_side *= 2;
    auto const side = static_cast<std::int64_t>(m_side);
    m_width = (std::int64_t{m_whole.east} - m_whole.west) / side + 1;
    m_height = (std::int64_t{m_whole.north} - m_whole.south) / side + 1;
    m_cells.resize(m_side * m_side);
    for (std::uint32_t area = 0; area < m_areas.size(); ++area)
        insert(area);
}

std::size_t AreaIndex::columnOf(std::int64_t longitude) const {
    return static_cast<std::size_t>((longitude - m_whole.west) / m_width);
}

std::size_t AreaIndex::rowOf(std::int64_t latitude) const {
    return static_cast<std::size_t>((latitude - m_whole.south) / m_height);
}

Extent AreaIndex::cell(std::size_t column, std::size_t row) const {
    std::int64_t const west = m_whole.west + static_cast<std::int64_t>(column) * m_width;
    std::int64_t const south = m_whole.south + static_cast<std::int64_t>(row) * m_height;
    auto const ends = [](std::int64_t value, std::int32_t last) {
        return static_cast<std::int32_t>(std::min<std::int64_t>(value, last));
    };
    return {ends(south, m_whole.north), ends(west, m_whole.east), ends(south + m_height - 1, m_whole.north),
            ends(west + m_width - 1, m_whole.east)};
}

void AreaIndex::insert(std::uint32_t area) {
    auto const extent = extentOf(m_areas[area]);
    if (!extent) return;
    std::size_t const west = columnOf(extent->west);
    std::size_t const east = columnOf(extent->east);
    std::size_t const south = rowOf(extent->south);
    std::size_t const north = rowOf(extent->north);
    // First what edges may cross: all cells of the rectangle around each.
    std::size_t const columns = east - west + 1;
    std::vector<bool> isCrossed(columns * (north - south + 1));
    for (auto const& ring : m_areas[area].rings)
        for (std::size_t index = 0; index < ring.size(); ++index) {
            GeoPoint const a = ring[index];
            GeoPoint const b = ring[index + 1 == ring.size() ? 0 : index + 1];
            auto const [low, high] = std::minmax({rowOf(a.latitudeE7()), rowOf(b.latitudeE7())});
            auto const [left, right] = std::minmax({columnOf(a.longitudeE7()), columnOf(b.longitudeE7())});
            for (std::size_t row = low; row <= high; ++row)
                for (std::size_t column = left; column <= right; ++column)
                    isCrossed[(row - south) * columns + column - west] = true;
        }
    for (std::size_t row = south; row <= north; ++row)
        for (std::size_t column = west; column <= east; ++column) {
            auto& entries = m_cells[row * m_side + column];
            Extent const here = cell(column, row);
            if (isCrossed[(row - south) * columns + column - west])
                entries.push_back({area, false});
            else if (contains(m_areas[area], *GeoPoint::ofE7(here.south, here.west)))
                entries.push_back({area, true});
        }
}

std::vector<std::uint32_t> AreaIndex::at(GeoPoint point) const {
    std::vector<std::uint32_t> found;
    bool const isOutside = m_side == 0 || point.latitudeE7() < m_whole.south
                           || point.latitudeE7() > m_whole.north || point.longitudeE7() < m_whole.west
                           || point.longitudeE7() > m_whole.east;
    if (isOutside) return found;
    for (Entry const& entry : m_cells[rowOf(point.latitudeE7()) * m_side + columnOf(point.longitudeE7())])
        if (entry.fills || contains(m_areas[entry.area], point)) found.push_back(entry.area);
    return found;
}

} // namespace ob::core

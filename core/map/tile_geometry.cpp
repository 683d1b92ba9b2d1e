// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/tile_geometry.h"

#include <protozero/varint.hpp>

namespace ob::core {
namespace {

constexpr std::uint32_t moveTo = 1;
constexpr std::uint32_t lineTo = 2;
constexpr std::uint32_t closePath = 7;

class GeometryReader {
  public:
    GeometryReader(TileGeometry const& geometry, VectorTile& tile)
        : m_at(geometry.commands.begin()), m_end(geometry.commands.end()), m_kind(geometry.kind),
          m_extent(geometry.extent), m_tile(tile) {}

    bool read() {
        if (m_at == m_end) return false;
        while (m_at != m_end) {
            bool const read = m_kind == GeometryKind::Point ? points() : path();
            if (!read) return false;
        }
        return true;
    }

  private:
    /// Count of the next command when it is this one; 0 else.
    std::uint32_t countOf(std::uint32_t command) {
        if (m_at == m_end || (*m_at & 7) != command) return 0;
        std::uint32_t const count = *m_at >> 3;
        ++m_at;
        return count;
    }

    bool points() {
        std::uint32_t const count = countOf(moveTo);
        return count > 0 && append(count) && endRing(1);
    }

    bool path() {
        if (countOf(moveTo) != 1 || !append(1)) return false;
        std::uint32_t const count = countOf(lineTo);
        if (count == 0 || !append(count)) return false;
        if (m_kind == GeometryKind::Line) return endRing(2);
        if (countOf(closePath) != 1) return false;
        auto& points = m_tile.points;
        // Older tiles repeat the first point.
        if (points.back() == points[m_ringBegin] && points.size() > m_ringBegin + 1) points.pop_back();
        return endRing(3);
    }

    bool append(std::uint32_t count) {
        for (; count > 0; --count) {
            if (m_at == m_end) return false;
            m_x += protozero::decode_zigzag32(*m_at++);
            if (m_at == m_end) return false;
            m_y += protozero::decode_zigzag32(*m_at++);
            if (!appendPoint()) return false;
        }
        return true;
    }

    bool appendPoint() {
        // Within int16 after scaling, so no sum that comes next leaves int64.
        std::int64_t const x = scaled(m_x);
        std::int64_t const y = scaled(m_y);
        auto const point = TilePoint{static_cast<std::int16_t>(x), static_cast<std::int16_t>(y)};
        if (point.x != x || point.y != y) return false;
        m_tile.points.push_back(point);
        return true;
    }

    /// Rounded down, so that neighbouring tiles agree.
    std::int64_t scaled(std::int64_t value) const {
        if (m_extent == 4096) return value;
        std::int64_t const product = value * 4096;
        std::int64_t const extent = m_extent;
        return product / extent - (product % extent < 0 ? 1 : 0);
    }

    bool endRing(std::size_t fewest) {
        if (m_tile.points.size() - m_ringBegin < fewest) return false;
        m_ringBegin = m_tile.points.size();
        m_tile.ringEnds.push_back(static_cast<std::uint32_t>(m_ringBegin));
        return true;
    }

    protozero::const_varint_iterator<std::uint32_t> m_at;
    protozero::const_varint_iterator<std::uint32_t> m_end;
    GeometryKind m_kind;
    std::uint32_t m_extent;
    VectorTile& m_tile;
    std::size_t m_ringBegin = m_tile.points.size();
    std::int64_t m_x = 0;
    std::int64_t m_y = 0;
};

} // namespace

bool appendGeometry(TileGeometry const& geometry, VectorTile& tile) {
    std::size_t const points = tile.points.size();
    std::size_t const rings = tile.ringEnds.size();
    auto const takeBack = [&] {
        tile.points.resize(points);
        tile.ringEnds.resize(rings);
    };
    try {
        if (GeometryReader(geometry, tile).read()) return true;
    } catch (...) {
        takeBack();
        throw;
    }
    takeBack();
    return false;
}

} // namespace ob::core

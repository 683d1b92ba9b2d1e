// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/road/road_index.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ob::core {
namespace {

constexpr std::int64_t cellSide = 20'000; ///< in 1e-7 degree of latitude: 220 m
constexpr std::int64_t mostCells = 1'000'000;
constexpr double metresOfLatitude = 6'371'008.8 * std::numbers::pi / 180 * 1e-7; ///< of 1e-7 degree

/// Metres east and north of a place, near it.
struct Local {
    double x;
    double y;
};
Local localOf(GeoPoint origin, GeoPoint point) {
    double const shrink = std::cos(origin.latitude() * std::numbers::pi / 180);
    return {(static_cast<double>(point.longitudeE7()) - origin.longitudeE7()) * metresOfLatitude * shrink,
            (static_cast<double>(point.latitudeE7()) - origin.latitudeE7()) * metresOfLatitude};
}

GeoPoint between(GeoPoint a, GeoPoint b, double share) {
    auto const mix = [share](std::int32_t from, std::int32_t to) {
        return from + std::llround(share * (static_cast<double>(to) - from));
    };
    return *GeoPoint::ofE7(mix(a.latitudeE7(), b.latitudeE7()), mix(a.longitudeE7(), b.longitudeE7()));
}

} // namespace

RoadIndex::RoadIndex(std::shared_ptr<RoadNetwork const> roads) : m_roads(std::move(roads)) {
    std::int64_t north = INT64_MIN, east = INT64_MIN;
    m_west = m_south = INT64_MAX;
    auto const grow = [&](GeoPoint point) {
        m_west = std::min<std::int64_t>(m_west, point.longitudeE7());
        m_south = std::min<std::int64_t>(m_south, point.latitudeE7());
        east = std::max<std::int64_t>(east, point.longitudeE7());
        north = std::max<std::int64_t>(north, point.latitudeE7());
    };
    for (RoadSegment const& segment : m_roads->segments()) {
        grow(m_roads->node(segment.a));
        grow(m_roads->node(segment.b));
        for (GeoPoint const point : segment.shape)
            grow(point);
    }
    if (east < m_west) return;
    m_width = m_height = cellSide;
    while ((((east - m_west) / m_width) + 1) * (((north - m_south) / m_height) + 1) > mostCells) {
        m_width *= 2;
        m_height *= 2;
    }
    m_columns = (east - m_west) / m_width + 1;
    m_rows = (north - m_south) / m_height + 1;
    m_first.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    auto const eachPiece = [&](auto visit) {
        for (std::uint32_t segment = 0; segment < m_roads->segments().size(); ++segment)
            for (std::uint32_t corner = 0; corner <= m_roads->segments()[segment].shape.size(); ++corner)
                eachCell({segment, corner}, [&](std::size_t cell) { visit(cell, Piece{segment, corner}); });
    };
    eachPiece([&](std::size_t cell, Piece) { ++m_first[cell + 1]; });
    for (std::size_t cell = 1; cell < m_first.size(); ++cell)
        m_first[cell] += m_first[cell - 1];
    m_pieces.resize(m_first.back());
    std::vector<std::uint32_t> next(m_first.begin(), m_first.end() - 1);
    eachPiece([&](std::size_t cell, Piece piece) { m_pieces[next[cell]++] = piece; });
}

std::int64_t RoadIndex::columnOf(std::int64_t longitude) const {
    return std::clamp<std::int64_t>((longitude - m_west) / m_width, 0, m_columns - 1);
}
std::int64_t RoadIndex::rowOf(std::int64_t latitude) const {
    return std::clamp<std::int64_t>((latitude - m_south) / m_height, 0, m_rows - 1);
}

GeoPoint RoadIndex::pointOf(Piece const& piece, bool isEnd) const {
    RoadSegment const& segment = m_roads->segments()[piece.segment];
    std::size_t const number = std::size_t{piece.corner} + (isEnd ? 1 : 0);
    if (number == 0) return m_roads->node(segment.a);
    return number <= segment.shape.size() ? segment.shape[number - 1] : m_roads->node(segment.b);
}

template<class Visit>
void RoadIndex::eachCell(Piece const& piece, Visit visit) const {
    GeoPoint const a = pointOf(piece, false), b = pointOf(piece, true);
    std::int64_t const left = columnOf(std::min(a.longitudeE7(), b.longitudeE7()));
    std::int64_t const right = columnOf(std::max(a.longitudeE7(), b.longitudeE7()));
    std::int64_t const low = rowOf(std::min(a.latitudeE7(), b.latitudeE7()));
    std::int64_t const high = rowOf(std::max(a.latitudeE7(), b.latitudeE7()));
    // What would fill the grid stands in its end cells only: a road across a country is found near its ends.
    if ((right - left + 1) * (high - low + 1) > 4096) {
        visit(static_cast<std::size_t>(rowOf(a.latitudeE7()) * m_columns + columnOf(a.longitudeE7())));
        visit(static_cast<std::size_t>(rowOf(b.latitudeE7()) * m_columns + columnOf(b.longitudeE7())));
        return;
    }
    for (std::int64_t row = low; row <= high; ++row)
        for (std::int64_t column = left; column <= right; ++column)
            visit(static_cast<std::size_t>(row * m_columns + column));
}

RoadSpot RoadIndex::spotOn(Piece const& piece, double share, GeoPoint point, double metres) const {
    double before = 0, whole = 0;
    for (std::uint32_t corner = 0; corner <= m_roads->segments()[piece.segment].shape.size(); ++corner) {
        Piece const at{piece.segment, corner};
        Local const to = localOf(pointOf(at, false), pointOf(at, true));
        double const size = std::hypot(to.x, to.y);
        if (corner < piece.corner) before += size;
        if (corner == piece.corner) before += size * share;
        whole += size;
    }
    return {piece.segment, whole > 0 ? std::clamp(before / whole, 0.0, 1.0) : 0, point, metres};
}

std::optional<RoadSpot> RoadIndex::nearest(GeoPoint to, double metres,
                                           std::function<bool(std::uint32_t)> const& usable) const {
    if (m_columns == 0) return std::nullopt;
    double const shrink = std::max(0.01, std::cos(to.latitude() * std::numbers::pi / 180));
    double least = metres;
    std::optional<Piece> best;
    double bestShare = 0;
    auto const look = [&](Piece const& piece) {
        Local const a = localOf(to, pointOf(piece, false)), b = localOf(to, pointOf(piece, true));
        double const dx = b.x - a.x, dy = b.y - a.y, size = dx * dx + dy * dy;
        double const share = size > 0 ? std::clamp(-(a.x * dx + a.y * dy) / size, 0.0, 1.0) : 0;
        double const away = std::hypot(a.x + share * dx, a.y + share * dy);
        if (away > least || (away == least && best) || !usable(piece.segment)) return;
        least = away;
        best = piece;
        bestShare = share;
    };
    // Rings of cells outwards, until no nearer piece can come.
    std::int64_t const column = columnOf(to.longitudeE7()), row = rowOf(to.latitudeE7());
    double const sideMetres =
        metresOfLatitude * std::min(static_cast<double>(m_height), static_cast<double>(m_width) * shrink);
    for (std::int64_t ring = 0; ring <= std::max(m_columns, m_rows); ++ring) {
        if ((static_cast<double>(ring) - 1) * sideMetres > least) break;
        for (std::int64_t y = row - ring; y <= row + ring; ++y)
            for (std::int64_t x = column - ring; x <= column + ring;
                 x += y == row - ring || y == row + ring ? 1 : 2 * std::max<std::int64_t>(ring, 1)) {
                if (x < 0 || y < 0 || x >= m_columns || y >= m_rows) continue;
                auto const cell = static_cast<std::size_t>(y * m_columns + x);
                for (std::uint32_t i = m_first[cell]; i < m_first[cell + 1]; ++i)
                    look(m_pieces[i]);
            }
    }
    if (!best) return std::nullopt;
    return spotOn(*best, bestShare, between(pointOf(*best, false), pointOf(*best, true), bestShare), least);
}

std::vector<std::uint32_t> RoadIndex::inArea(Area const& area) const {
    auto const extent = extentOf(area);
    std::vector<std::uint32_t> found;
    if (!extent || m_columns == 0) return found;
    auto const touches = [&](Piece const& piece) {
        // Every 20 m along the piece: no road slips through a cordon that is wider.
        GeoPoint const a = pointOf(piece, false), b = pointOf(piece, true);
        Local const to = localOf(a, b);
        int const steps = std::clamp(static_cast<int>(std::hypot(to.x, to.y) / 20), 1, 5000);
        for (int i = 0; i <= steps; ++i)
            if (contains(area, between(a, b, static_cast<double>(i) / steps))) return true;
        return false;
    };
    for (std::int64_t row = rowOf(extent->south); row <= rowOf(extent->north); ++row)
        for (std::int64_t column = columnOf(extent->west); column <= columnOf(extent->east); ++column) {
            auto const cell = static_cast<std::size_t>(row * m_columns + column);
            for (std::uint32_t i = m_first[cell]; i < m_first[cell + 1]; ++i)
                if (touches(m_pieces[i])) found.push_back(m_pieces[i].segment);
        }
    std::ranges::sort(found);
    auto const [first, last] = std::ranges::unique(found);
    found.erase(first, last);
    return found;
}

} // namespace ob::core

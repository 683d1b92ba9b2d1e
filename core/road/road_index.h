// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo/area.h"
#include "core/map/road_network.h"
#include "core/road/drive_profile.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ob::core {

/// A place on a road.
struct RoadSpot {
    std::uint32_t segment = 0;
    double part = 0;   ///< of the segment's length, from a
    GeoPoint point;    ///< on the road
    double metres = 0; ///< between that and what was asked for
};

/// Finds the roads near a place: the pieces of all segments in a grid. Made once, then the same for any
/// number of threads.
class RoadIndex {
  public:
    explicit RoadIndex(std::shared_ptr<RoadNetwork const> roads);

    /// The nearest place on a segment for which `usable` says yes, at most so far away.
    std::optional<RoadSpot> nearest(GeoPoint to, double metres,
                                    std::function<bool(std::uint32_t)> const& usable) const;
    /// Segments of which something lies in the area; ascending.
    std::vector<std::uint32_t> inArea(Area const& area) const;

    /// How far from a road something may be and still count as on it.
    static constexpr double reachMetres = 500;

  private:
    struct Piece {
        std::uint32_t segment;
        std::uint32_t corner; ///< from this point of the segment to the next
    };
    std::int64_t columnOf(std::int64_t longitude) const;
    std::int64_t rowOf(std::int64_t latitude) const;
    GeoPoint pointOf(Piece const& piece, bool isEnd) const;
    template<class Visit>
    void eachCell(Piece const& piece, Visit visit) const;
    RoadSpot spotOn(Piece const& piece, double share, GeoPoint point, double metres) const;

    std::shared_ptr<RoadNetwork const> m_roads;
    std::int64_t m_west = 0, m_south = 0;
    std::int64_t m_width = 1, m_height = 1; ///< of a cell, in 1e-7 degree
    std::int64_t m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_first; ///< by cell, one more
    std::vector<Piece> m_pieces;
};

} // namespace ob::core

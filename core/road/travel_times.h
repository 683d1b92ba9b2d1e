// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/road/road_search.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ob::core {

/// Where a unit is, or where it would start from.
struct TravelOrigin {
    GeoPoint point;
    bool isStation = false;         ///< its own place is not known, or too old
    std::optional<RoadSpot> spot{}; ///< as `TravelTimes::spotOf` gave it; nothing: no road is near
};

/// Travel times on one map for one profile: along roads where there is a way, by air line where there is
/// none, and each says which. One thread owns one; copies share what was made of the map.
class TravelTimes {
  public:
    TravelTimes(std::shared_ptr<RoadNetwork const> roads, DriveProfile profile);

    /// The road that one gets on or off there; nothing when none is within `RoadIndex::reachMetres`.
    std::optional<RoadSpot> spotOf(GeoPoint point) const;
    TravelOrigin originAt(GeoPoint point, bool isStation = false) const {
        return {point, isStation, spotOf(point)};
    }

    /// Nobody drives through the areas until it is said anew. Places inside are still reached.
    void closeRoads(std::span<Area const> areas);

    struct Approach {
        std::size_t origin = 0; ///< index
        std::uint32_t milliseconds = 0;
        TravelBasis basis = TravelBasis::Road;
    };
    /// Who is there first, at most so many, in order.
    std::vector<Approach> nearest(GeoPoint to, std::span<TravelOrigin const> origins, std::size_t count);

    struct Journey {
        std::uint32_t milliseconds = 0;
        double metres = 0;
        TravelBasis basis = TravelBasis::Road;
        std::vector<GeoPoint> line;
        std::vector<std::uint32_t> names; ///< of the roads, in order, each once in a row
    };
    Journey journey(TravelOrigin const& from, GeoPoint to);

    /// What is reached from there in the time, as lines on the roads; nothing where no road is near.
    std::vector<std::vector<GeoPoint>> reach(GeoPoint from, std::uint32_t milliseconds);

    RoadNetwork const& roads() const { return *m_roads; }

  private:
    std::shared_ptr<RoadNetwork const> m_roads;
    std::shared_ptr<RoadIndex const> m_index;
    std::shared_ptr<RoadGraph const> m_graph;
    RoadSearch m_search;
};

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/road.h"
#include "core/map/vector_tile.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ob::core {

/// A way to drive along a segment: from one of its ends to the other.
struct RoadArc {
    std::uint32_t target = 0; ///< node
    std::uint32_t segment = 0;
    bool isReversed = false; ///< from b to a
    /// Only with blue lights: against a one-way street that allows it.
    bool isContraflow = false;
};

/// The roads of a map pack as searches need them: arcs by the node that they leave (compressed sparse rows).
/// Made once, then the same for any number of threads.
class RoadNetwork {
  public:
    /// Every segment's ends must be nodes and every ban's segments there; `store::readRoads` sees to it.
    struct Parts {
        std::vector<GeoPoint> nodes;
        std::vector<RoadSegment> segments;
        std::vector<RoadBan> bans;  ///< in order
        std::vector<MapName> names; ///< the first is number 1
    };
    explicit RoadNetwork(Parts parts);

    std::size_t nodeCount() const { return m_parts.nodes.size(); }
    GeoPoint node(std::uint32_t number) const { return m_parts.nodes[number]; }
    std::span<RoadArc const> arcsFrom(std::uint32_t node) const {
        return {m_arcs.data() + m_firstArc[node], m_arcs.data() + m_firstArc[node + 1]};
    }
    std::span<RoadSegment const> segments() const { return m_parts.segments; }
    std::span<MapName const> names() const { return m_parts.names; }
    std::span<RoadBan const> bans() const { return m_parts.bans; }
    /// Whether who reaches the node along `from` may not go on along `to`.
    RoadBan const* ban(std::uint32_t from, std::uint32_t node, std::uint32_t to) const;

  private:
    Parts m_parts;
    std::vector<std::uint32_t> m_firstArc; ///< one more than there are nodes
    std::vector<RoadArc> m_arcs;
};

} // namespace ob::core

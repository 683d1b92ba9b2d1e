// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/opl.h"
#include "core/map/osm_road.h"
#include "core/map/road.h"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ob::core {

/// Makes a road graph of OpenStreetMap ways in two readings: the first finds out where roads meet, the second
/// cuts them there. Memory: eight bytes for each node of a road at first, then about a hundred for each
/// junction.
class RoadBuilder {
  public:
    /// Segments come in the order of the second reading, each once.
    using Sink = std::function<void(RoadSegment const&)>;

    // First reading, of relations and ways; ways need no places.
    void note(OsmObject const& object);
    /// Between the readings.
    void meet();
    // Second reading, of the same ways, with the places of their nodes. A way without them is counted as
    // broken.
    void cut(OsmObject const& way, Sink const& sink);

    // After it.
    /// By number of node; every one is set that a segment names.
    std::vector<GeoPoint> const& nodes() const { return m_points; }
    /// The first is number 1.
    std::vector<MapName> const& names() const { return m_names; }
    /// In order, each once.
    std::vector<RoadBan> bans() const;
    /// Two or more different names that meet at a node, by their numbers.
    std::vector<std::pair<GeoPoint, std::vector<std::uint32_t>>> crossings() const;

    std::uint64_t brokenWays() const { return m_brokenWays; }
    /// Rules at places that are not in the graph.
    std::uint64_t lostRules() const { return m_lostRules; }

  private:
    struct Touch {
        std::int64_t way;
        std::uint32_t segment;
        bool entersNode;
        bool leavesNode;
    };
    std::uint32_t nodeNumber(std::int64_t id, GeoPoint point);
    bool isJunction(std::int64_t id) const;
    std::uint32_t nameNumber(OsmObject const& way);
    void keep(RoadSegment const& segment, OsmObject const& way, std::int64_t a, std::int64_t b);
    void addBans(TurnRule const& rule, std::vector<RoadBan>& bans) const;

    std::vector<std::int64_t> m_uses; ///< first reading: every node of a road, ends twice
    std::vector<std::int64_t> m_junctions;
    std::vector<TurnRule> m_rules;
    std::unordered_set<std::int64_t> m_ruleNodes;
    std::unordered_map<std::int64_t, std::vector<Touch>> m_touches;

    std::unordered_map<std::int64_t, std::uint32_t> m_numbers;
    std::vector<GeoPoint> m_points;
    std::vector<std::vector<std::uint32_t>> m_namesAt;
    std::unordered_map<std::string, std::uint32_t> m_nameNumbers;
    std::vector<MapName> m_names;
    std::uint32_t m_segments = 0;
    std::uint64_t m_brokenWays = 0;
    mutable std::uint64_t m_lostRules = 0;
};

} // namespace ob::core

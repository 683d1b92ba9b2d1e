// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/road/road_graph.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace ob::core {
namespace {

/// Counts into starts of rows.
void accumulate(std::vector<std::uint32_t>& first) {
    std::partial_sum(first.begin(), first.end(), first.begin());
}

/// Every second bit.
std::uint64_t spread(std::uint32_t value) {
    std::uint64_t bits = value;
    bits = (bits | (bits << 16)) & 0x0000'ffff'0000'ffff;
    bits = (bits | (bits << 8)) & 0x00ff'00ff'00ff'00ff;
    bits = (bits | (bits << 4)) & 0x0f0f'0f0f'0f0f'0f0f;
    bits = (bits | (bits << 2)) & 0x3333'3333'3333'3333;
    return (bits | (bits << 1)) & 0x5555'5555'5555'5555;
}

/// Nodes along a Z-curve over the ground: what a search visits together lies together in memory.
std::vector<std::uint32_t> nodesInPlace(RoadNetwork const& roads) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
    places.reserve(roads.nodeCount());
    for (std::uint32_t node = 0; node < roads.nodeCount(); ++node) {
        GeoPoint const point = roads.node(node);
        constexpr std::uint32_t middle = 0x8000'0000; // makes order of signed numbers that of unsigned ones
        places.emplace_back(spread(static_cast<std::uint32_t>(point.latitudeE7()) ^ middle) << 1
                                | spread(static_cast<std::uint32_t>(point.longitudeE7()) ^ middle),
                            node);
    }
    std::ranges::sort(places);
    std::vector<std::uint32_t> nodes;
    nodes.reserve(places.size());
    for (auto const& [place, node] : places)
        nodes.push_back(node);
    return nodes;
}

} // namespace

RoadGraph::RoadGraph(std::shared_ptr<RoadNetwork const> roads, DriveProfile profile)
    : m_roads(std::move(roads)), m_profile(profile) {
    auto const isBanned = [&](std::uint32_t from, std::uint32_t node, std::uint32_t to) {
        RoadBan const* const ban = m_roads->ban(from, node, to);
        return ban != nullptr
               && (profile == DriveProfile::Normal || (ban->flags & RoadBan::exceptEmergency) == 0);
    };
    // A state of its own for who comes to the node along that segment.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> split;
    auto const nodes = static_cast<std::uint32_t>(m_roads->nodeCount());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> splitOf;
    for (RoadBan const& ban : m_roads->bans())
        if (isBanned(ban.from, ban.node, ban.to)
            && split.try_emplace({ban.from, ban.node}, nodes + static_cast<std::uint32_t>(splitOf.size()))
                   .second)
            splitOf.emplace_back(ban.from, ban.node);
    auto const order = nodesInPlace(*m_roads);
    std::vector<std::uint32_t> stateOf(order.size());
    for (std::uint32_t state = 0; state < nodes; ++state)
        stateOf[order[state]] = state;
    auto const headOf = [&](std::uint32_t segment, std::uint32_t node) {
        auto const at = split.find({segment, node});
        return at == split.end() ? stateOf[node] : at->second;
    };
    auto const addFrom = [&](std::uint32_t state, std::uint32_t node, std::optional<std::uint32_t> comingBy) {
        for (RoadArc const& arc : m_roads->arcsFrom(node)) {
            if (comingBy && isBanned(*comingBy, node, arc.segment)) continue;
            if (auto const time =
                    driveMilliseconds(m_roads->segments()[arc.segment], arc.isReversed, profile))
                m_arcs.push_back(
                    {state, headOf(arc.segment, arc.target), *time, arc.segment, arc.isReversed});
        }
    };
    m_firstOut.assign(1, 0);
    auto const close = [&] { m_firstOut.push_back(static_cast<std::uint32_t>(m_arcs.size())); };
    for (std::uint32_t state = 0; state < nodes; ++state, close())
        addFrom(state, order[state], std::nullopt);
    for (std::uint32_t i = 0; i < splitOf.size(); ++i, close())
        addFrom(nodes + i, splitOf[i].second, splitOf[i].first);

    m_firstIn.assign(m_firstOut.size(), 0);
    m_firstAlong.assign(m_roads->segments().size() + 1, 0);
    for (DriveArc const& arc : m_arcs) {
        ++m_firstIn[arc.head + 1];
        ++m_firstAlong[arc.segment + 1];
    }
    accumulate(m_firstIn);
    accumulate(m_firstAlong);
    m_in.resize(m_arcs.size());
    m_along.resize(m_arcs.size());
    std::vector<std::uint32_t> nextIn(m_firstIn.begin(), m_firstIn.end() - 1);
    std::vector<std::uint32_t> nextAlong(m_firstAlong.begin(), m_firstAlong.end() - 1);
    for (std::uint32_t i = 0; i < m_arcs.size(); ++i) {
        DriveArc const& arc = m_arcs[i];
        m_in[nextIn[arc.head]++] = {arc.tail, arc.milliseconds, arc.segment, i};
        m_along[nextAlong[arc.segment]++] = i;
    }
}

} // namespace ob::core

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
    auto const headOf = [&](std::uint32_t segment, std::uint32_t node) {
        auto const at = split.find({segment, node});
        return at == split.end() ? node : at->second;
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
    for (std::uint32_t node = 0; node < nodes; ++node, close())
        addFrom(node, node, std::nullopt);
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

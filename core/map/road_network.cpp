// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/road_network.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

template<class Visit>
void eachArc(std::span<RoadSegment const> segments, Visit visit) {
    for (std::uint32_t index = 0; index < segments.size(); ++index) {
        RoadSegment const& segment = segments[index];
        bool const isForward = (segment.flags & RoadFlag::forward) != 0;
        bool const isBackward = (segment.flags & RoadFlag::backward) != 0;
        bool const isContraflow = (segment.flags & RoadFlag::contraflow) != 0;
        if (isForward || isContraflow) visit(segment.a, RoadArc{segment.b, index, false, !isForward});
        if (isBackward || isContraflow) visit(segment.b, RoadArc{segment.a, index, true, !isBackward});
    }
}

} // namespace

RoadNetwork::RoadNetwork(Parts parts) : m_parts(std::move(parts)), m_firstArc(m_parts.nodes.size() + 1) {
    eachArc(m_parts.segments, [this](std::uint32_t from, RoadArc const&) { ++m_firstArc[from + 1]; });
    for (std::size_t node = 1; node < m_firstArc.size(); ++node)
        m_firstArc[node] += m_firstArc[node - 1];
    m_arcs.resize(m_firstArc.back());
    std::vector<std::uint32_t> next(m_firstArc.begin(), m_firstArc.end() - 1);
    eachArc(m_parts.segments, [&](std::uint32_t from, RoadArc const& arc) { m_arcs[next[from]++] = arc; });
}

RoadBan const* RoadNetwork::ban(std::uint32_t from, std::uint32_t node, std::uint32_t to) const {
    auto const key = [](RoadBan const& ban) { return std::tuple(ban.from, ban.node, ban.to); };
    auto const at = std::ranges::lower_bound(m_parts.bans, std::tuple(from, node, to), {}, key);
    return at != m_parts.bans.end() && key(*at) == std::tuple(from, node, to) ? &*at : nullptr;
}

} // namespace ob::core

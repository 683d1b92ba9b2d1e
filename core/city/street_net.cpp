// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/street_net.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace ob::core {
namespace {

class Joiner {
  public:
    explicit Joiner(NetSources const& sources) : m_from(sources) {}

    StreetNet run() {
        m_net.strokes.resize(m_from.plan.courses.size());
        for (std::uint32_t course = 0; course < m_net.strokes.size(); ++course)
            m_net.strokes[course].course = course;
        for (PlanEdge const& edge : m_from.ground.edges) {
            Course const& course = m_from.plan.courses[edge.course];
            if (!isStreet(course.border)) continue;
            NetEdge const kind{.border = course.border,
                               .role = course.role,
                               .stroke = edge.course,
                               .isBridge = edge.isBridge};
            lay(m_from.ground.spots[edge.a], m_from.ground.spots[edge.b], kind);
        }
        std::size_t const cutsFrom = m_net.edges.size();
        for (Cut const& cut : m_from.cuts)
            lay(cut.a, cut.b, {.border = cut.border});
        std::size_t const cutsTo = m_net.edges.size();
        for (Carriageway const& way : m_from.expressway.ways)
            for (std::size_t i = 1; i < way.line.size(); ++i)
                add(way.line[i - 1], way.line[i],
                    {.border = Border::Motorway,
                     .role = CourseRole::Expressway,
                     .stroke = static_cast<std::uint32_t>(m_from.plan.expressway),
                     .isRamp = way.isRamp,
                     .isOneway = true});
        m_net.edgesAt.resize(m_net.nodes.size());
        for (std::uint32_t i = 0; i < m_net.edges.size(); ++i)
            for (std::uint32_t const end : {m_net.edges[i].a, m_net.edges[i].b})
                m_net.edgesAt[end].push_back(i);
        continueCuts(cutsFrom, cutsTo);
        for (std::uint32_t i = 0; i < m_net.edges.size(); ++i) {
            Stroke& stroke = m_net.strokes[m_net.edges[i].stroke];
            stroke.edges.push_back(i);
            stroke.metres += length(m_net.nodes[m_net.edges[i].b] - m_net.nodes[m_net.edges[i].a]);
        }
        return std::move(m_net);
    }

  private:
    NetSources const& m_from;
    StreetNet m_net;
    std::map<std::pair<double, double>, std::uint32_t> m_numbers;

    std::uint32_t node(Spot spot) {
        auto const [at, isNew] =
            m_numbers.try_emplace({spot.x, spot.y}, static_cast<std::uint32_t>(m_net.nodes.size()));
        if (isNew) m_net.nodes.push_back(spot);
        return at->second;
    }

    void add(Spot a, Spot b, NetEdge edge) {
        edge.a = node(a);
        edge.b = node(b);
        if (edge.a != edge.b) m_net.edges.push_back(edge);
    }

    /// Parted where other streets end on it.
    void lay(Spot a, Spot b, NetEdge const& kind) {
        auto stops = m_from.junctions.on(a, b);
        std::ranges::sort(stops, {}, [&](Spot spot) { return dot(spot - a, b - a); });
        stops.push_back(b);
        for (Spot const stop : stops) {
            add(a, stop, kind);
            a = stop;
        }
    }

    /// Small streets that go straight on across others are one street.
    void continueCuts(std::size_t from, std::size_t to) {
        std::vector<std::size_t> leader(to - from);
        std::iota(leader.begin(), leader.end(), 0U);
        auto const first = [&](std::size_t at) {
            while (leader[at] != at)
                at = leader[at] = leader[leader[at]];
            return at;
        };
        auto const away = [&](std::uint32_t edge, std::uint32_t node) {
            NetEdge const& of = m_net.edges[edge];
            return unit(m_net.nodes[of.a == node ? of.b : of.a] - m_net.nodes[node]);
        };
        for (std::uint32_t node = 0; node < m_net.nodes.size(); ++node)
            for (std::uint32_t const one : m_net.edgesAt[node])
                for (std::uint32_t const other : m_net.edgesAt[node])
                    if (one < other && one >= from && other < to
                        && m_net.edges[one].border == m_net.edges[other].border
                        && dot(away(one, node), away(other, node)) < -0.94)
                        leader[first(other - from)] = first(one - from);
        std::map<std::size_t, std::uint32_t> strokes;
        for (std::size_t i = 0; i < leader.size(); ++i) {
            auto const [at, isNew] =
                strokes.try_emplace(first(i), static_cast<std::uint32_t>(m_net.strokes.size()));
            if (isNew) m_net.strokes.push_back({.isCut = true});
            m_net.edges[from + i].stroke = at->second;
        }
    }
};

} // namespace

StreetNet joinStreets(NetSources const& sources) { return Joiner(sources).run(); }

} // namespace ob::core

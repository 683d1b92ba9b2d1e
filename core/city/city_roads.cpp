// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city.h"

#include <algorithm>
#include <cmath>

namespace ob::core {
namespace {

constexpr double radius = 6'371'008.8;
constexpr double pi = 3.14159265358979323846;
constexpr double degree = pi / 180;
// Of the middle, at 31° N.
constexpr double sine = 0.5150380749100542;
constexpr double cosine = 0.8571673007021123;

RoadClass classOf(NetEdge const& edge) {
    switch (edge.border) {
    case Border::Motorway: return RoadClass::Motorway;
    case Border::Trunk: return RoadClass::Trunk;
    case Border::Primary: return RoadClass::Primary;
    case Border::Secondary: return RoadClass::Secondary;
    case Border::Tertiary: return RoadClass::Tertiary;
    case Border::Minor: return RoadClass::Minor;
    case Border::Lane: return RoadClass::Living;
    case Border::Service:
    case Border::Rail:
    case Border::Bank:
    case Border::Shore: return RoadClass::Service;
    }
    return RoadClass::Service;
}

std::uint8_t limitOf(NetEdge const& edge) {
    if (edge.isRamp) return 40;
    switch (edge.border) {
    case Border::Motorway: return 100;
    case Border::Trunk: return edge.role == CourseRole::InnerRing ? 70 : 80;
    case Border::Primary: return edge.role == CourseRole::Country ? 70 : 60;
    case Border::Secondary: return 50;
    case Border::Tertiary: return 40;
    case Border::Minor: return 30;
    case Border::Lane: return 20;
    case Border::Service:
    case Border::Rail:
    case Border::Bank:
    case Border::Shore: return 15;
    }
    return 15;
}

std::uint32_t flagsOf(NetEdge const& edge) {
    std::uint32_t flags = RoadFlag::forward;
    if (!edge.isOneway) flags |= RoadFlag::backward;
    if (edge.isRamp) flags |= RoadFlag::link;
    if (edge.isBridge) flags |= RoadFlag::bridge;
    if (edge.border == Border::Service) flags |= RoadFlag::restricted;
    return flags;
}

class Segments {
  public:
    explicit Segments(City const& city)
        : m_city(city), m_number(city.net.nodes.size(), none), m_isDone(city.net.edges.size()) {}

    RoadNetwork::Parts run() {
        StreetNet const& net = m_city.net;
        for (std::uint32_t node = 0; node < net.nodes.size(); ++node)
            if (isEnd(node))
                for (std::uint32_t const edge : net.edgesAt[node])
                    if (!m_isDone[edge] && (!net.edges[edge].isOneway || net.edges[edge].a == node))
                        follow(node, edge);
        // What goes round without an end.
        for (std::uint32_t edge = 0; edge < net.edges.size(); ++edge)
            if (!m_isDone[edge]) follow(net.edges[edge].a, edge);
        m_parts.names = m_city.streetNames;
        ban();
        std::ranges::sort(m_parts.bans);
        return std::move(m_parts);
    }

  private:
    static constexpr std::uint32_t none = UINT32_MAX;
    City const& m_city;
    RoadNetwork::Parts m_parts;
    std::vector<std::uint32_t> m_number;
    std::vector<bool> m_isDone;
    struct End {
        std::uint32_t segment;
        std::uint32_t node;
        Spot away; ///< out of the node, along the segment
        Border border;
        bool enters;
        bool leaves;
    };
    std::vector<End> m_ends;

    static bool isAlike(NetEdge const& a, NetEdge const& b) {
        return a.border == b.border && a.name == b.name && a.isBridge == b.isBridge && a.isRamp == b.isRamp
               && a.isOneway == b.isOneway && a.role == b.role;
    }
    bool isEnd(std::uint32_t node) const {
        auto const& edges = m_city.net.edgesAt[node];
        if (edges.size() != 2) return true;
        NetEdge const &one = m_city.net.edges[edges[0]], &other = m_city.net.edges[edges[1]];
        // Two that run against each other do not go on.
        return !isAlike(one, other) || (one.isOneway && (one.a == node) == (other.a == node));
    }
    std::uint32_t numberOf(std::uint32_t node) {
        if (m_number[node] == none) {
            m_number[node] = static_cast<std::uint32_t>(m_parts.nodes.size());
            m_parts.nodes.push_back(pointOf(m_city.net.nodes[node]));
        }
        return m_number[node];
    }

    void follow(std::uint32_t from, std::uint32_t first) {
        StreetNet const& net = m_city.net;
        NetEdge const kind = net.edges[first];
        RoadSegment segment{
            .roadClass = classOf(kind), .flags = flagsOf(kind), .limitKmh = limitOf(kind), .name = kind.name};
        segment.a = numberOf(from);
        double metres = 0;
        std::uint32_t at = from, edge = first, last = first;
        for (;;) {
            m_isDone[edge] = true;
            std::uint32_t const next = net.edges[edge].a == at ? net.edges[edge].b : net.edges[edge].a;
            metres += groundMetres(net.nodes[at], net.nodes[next]);
            at = next;
            last = edge;
            if (isEnd(at) || at == from) break;
            auto const& edges = net.edgesAt[at];
            std::uint32_t const on = edges[0] == edge ? edges[1] : edges[0];
            if (m_isDone[on]) break;
            segment.shape.push_back(pointOf(net.nodes[at]));
            edge = on;
        }
        segment.b = numberOf(at);
        segment.centimetres = static_cast<std::uint32_t>(metres * 100 + 0.5);
        auto const number = static_cast<std::uint32_t>(m_parts.segments.size());
        auto const away = [&](std::uint32_t of, std::uint32_t node) {
            NetEdge const& piece = net.edges[of];
            return unit(net.nodes[piece.a == node ? piece.b : piece.a] - net.nodes[node]);
        };
        m_ends.push_back({number, segment.a, away(first, from), kind.border, !kind.isOneway, true});
        m_ends.push_back({number, segment.b, away(last, at), kind.border, true, !kind.isOneway});
        m_parts.segments.push_back(std::move(segment));
    }

    /// At some crossings of great streets one may not turn left. Emergency vehicles may.
    void ban() {
        std::ranges::stable_sort(m_ends, {}, &End::node);
        CityDice dice(m_city.seed, 9);
        for (std::size_t from = 0, to = 0; from < m_ends.size(); from = to) {
            while (to < m_ends.size() && m_ends[to].node == m_ends[from].node)
                ++to;
            auto const isGreat = [](End const& end) {
                return end.border >= Border::Trunk && end.border <= Border::Primary;
            };
            auto const great = std::count_if(m_ends.begin() + static_cast<std::ptrdiff_t>(from),
                                             m_ends.begin() + static_cast<std::ptrdiff_t>(to), isGreat);
            if (great < 4 || !dice.chance(0.45)) continue;
            for (std::size_t in = from; in < to; ++in)
                for (std::size_t out = from; out < to; ++out)
                    if (in != out && isGreat(m_ends[in]) && m_ends[in].enters && m_ends[out].leaves
                        && cross(m_ends[in].away * -1, m_ends[out].away) > 0.6)
                        m_parts.bans.push_back({m_ends[in].segment, m_ends[in].node, m_ends[out].segment,
                                                RoadBan::exceptEmergency});
        }
    }
};

} // namespace

GeoPoint pointOf(Spot spot) {
    // The inverse of mercator around the middle, as a series: to a few millimetres at the city's edge.
    double const d = spot.y / (radius * cosine);
    double const cos2 = cosine * cosine - sine * sine;
    double const sin2 = 2 * sine * cosine;
    double const latitude = 31.0
                            + (cosine * d - sine * cosine * d * d / 2 - cosine * cos2 * d * d * d / 6
                               + cosine * (sine * cos2 + 2 * cosine * sin2) * d * d * d * d / 24)
                                  / degree;
    double const longitude = 160.0 + spot.x / (radius * cosine) / degree;
    return *GeoPoint::ofE7(static_cast<std::int64_t>(std::floor(latitude * 1e7 + 0.5)),
                           static_cast<std::int64_t>(std::floor(longitude * 1e7 + 0.5)));
}

double groundMetres(Spot a, Spot b) {
    // How much larger mercator draws it here than in the middle.
    double const north = (a.y + b.y) / 2 / radius;
    return length(b - a) * (1 - sine / cosine * north - north * north / 2);
}

RoadNetwork::Parts roadsOf(City const& city) { return Segments(city).run(); }

} // namespace ob::core

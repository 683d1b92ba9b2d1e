// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_sheet.h"

#include <algorithm>
#include <map>
#include <set>

namespace ob::core {
namespace {

using Attributes = std::vector<std::pair<std::string_view, std::variant<std::string, std::int64_t>>>;

struct WayLook {
    std::string_view mapClass;
    int minZoom;
    int nameZoom;
};

WayLook lookOf(Border border) {
    switch (border) {
    case Border::Motorway: return {"motorway", 5, 10};
    case Border::Trunk: return {"trunk", 6, 10};
    case Border::Primary: return {"primary", 8, 11};
    case Border::Secondary: return {"secondary", 10, 12};
    case Border::Tertiary: return {"tertiary", 11, 13};
    case Border::Minor: return {"minor", 12, 13};
    case Border::Lane: return {"minor", 13, 14};
    case Border::Service:
    case Border::Rail:
    case Border::Bank:
    case Border::Shore: return {"service", 13, 14};
    }
    return {};
}

class WayPainter {
  public:
    WayPainter(City const& city, std::vector<SheetFeature>& features) : m_city(city), m_features(features) {}

    void run() {
        for (Stroke const& stroke : m_city.net.strokes) {
            std::map<std::tuple<std::uint32_t, bool, bool, bool>, std::vector<std::uint32_t>> alike;
            for (std::uint32_t const edge : stroke.edges) {
                NetEdge const& piece = m_city.net.edges[edge];
                alike[{piece.name, piece.isBridge, piece.isRamp, piece.isOneway}].push_back(edge);
            }
            for (auto const& [kind, edges] : alike)
                for (SpotLine const& line : chained(edges))
                    road(m_city.net.edges[edges[0]], line);
        }
        rails();
        borders();
    }

  private:
    City const& m_city;
    std::vector<SheetFeature>& m_features;

    /// The pieces as lines from end to end, in the direction of one-way streets.
    std::vector<SpotLine> chained(std::vector<std::uint32_t> const& edges) const {
        std::map<std::uint32_t, std::vector<std::uint32_t>> at;
        for (std::uint32_t const edge : edges)
            for (std::uint32_t const end : {m_city.net.edges[edge].a, m_city.net.edges[edge].b})
                at[end].push_back(edge);
        std::set<std::uint32_t> isDone;
        std::vector<SpotLine> lines;
        auto const follow = [&](std::uint32_t node, std::uint32_t edge) {
            SpotLine line{m_city.net.nodes[node]};
            for (;;) {
                isDone.insert(edge);
                NetEdge const& piece = m_city.net.edges[edge];
                node = piece.a == node ? piece.b : piece.a;
                line.push_back(m_city.net.nodes[node]);
                auto const& next = at.at(node);
                auto const on = std::ranges::find_if(next, [&](std::uint32_t other) {
                    return !isDone.contains(other)
                           && (!m_city.net.edges[other].isOneway || m_city.net.edges[other].a == node);
                });
                if (next.size() > 2 || on == next.end()) break;
                edge = *on;
            }
            lines.push_back(std::move(line));
        };
        for (bool const fromEnds : {true, false})
            for (std::uint32_t const edge : edges) {
                NetEdge const& piece = m_city.net.edges[edge];
                for (std::uint32_t const end : {piece.a, piece.b}) {
                    if (isDone.contains(edge) || (piece.isOneway && end != piece.a)) continue;
                    if (!fromEnds || at.at(end).size() != 2) follow(end, edge);
                }
            }
        return lines;
    }

    void road(NetEdge const& kind, SpotLine const& line) {
        WayLook const look = lookOf(kind.border);
        Attributes attributes{{"class", std::string(look.mapClass)}};
        if (kind.isRamp) attributes.emplace_back("ramp", std::int64_t{1});
        if (kind.isOneway) attributes.emplace_back("oneway", std::int64_t{1});
        if (kind.isBridge) attributes.emplace_back("brunnel", "bridge");
        if (kind.isBridge || kind.border == Border::Motorway)
            attributes.emplace_back("layer", std::int64_t{1});
        m_features.push_back({.layer = "transportation",
                              .kind = GeometryKind::Line,
                              .parts = {worldOf(line)},
                              .minZoom = static_cast<std::uint8_t>(kind.isRamp ? 11 : look.minZoom),
                              .attributes = std::move(attributes)});
        if (kind.name == 0) return;
        MapName const& name = m_city.streetNames[kind.name - 1];
        Attributes names{
            {"class", std::string(look.mapClass)}, {"name", name.local}, {"name:en", name.english}};
        if (!name.reference.empty()) names.emplace_back("ref", name.reference);
        m_features.push_back({.layer = "transportation_name",
                              .kind = GeometryKind::Line,
                              .parts = {worldOf(line)},
                              .minZoom = static_cast<std::uint8_t>(look.nameZoom),
                              .attributes = std::move(names)});
    }

    void rails() {
        m_features.push_back({.layer = "transportation",
                              .kind = GeometryKind::Line,
                              .parts = {worldOf(m_city.plan.courses[m_city.plan.rail].line)},
                              .minZoom = 8,
                              .attributes = {{"class", "rail"}, {"subclass", "rail"}}});
        // Sidings at the main station.
        SpotLine const& line = m_city.plan.courses[m_city.plan.rail].line;
        for (double const aside : {-9.0, 9.0, 17.0}) {
            SpotLine siding;
            for (std::size_t i = 1; i < line.size(); ++i)
                if (length(line[i] - m_city.plan.station) < 520) {
                    double const ease =
                        std::clamp((520 - length(line[i] - m_city.plan.station)) / 160, 0.0, 1.0);
                    siding.push_back(line[i] + leftOf(unit(line[i] - line[i - 1])) * (aside * ease));
                }
            if (siding.size() > 2)
                m_features.push_back(
                    {.layer = "transportation",
                     .kind = GeometryKind::Line,
                     .parts = {worldOf(siding)},
                     .minZoom = 13,
                     .attributes = {{"class", "rail"}, {"subclass", "rail"}, {"service", "siding"}}});
        }
        for (std::size_t const course : m_city.plan.metro)
            m_features.push_back({.layer = "transportation",
                                  .kind = GeometryKind::Line,
                                  .parts = {worldOf(m_city.plan.courses[course].line)},
                                  .minZoom = 12,
                                  .attributes = {{"class", "transit"},
                                                 {"subclass", "subway"},
                                                 {"brunnel", "tunnel"},
                                                 {"layer", std::int64_t{-1}}}});
    }

    bool isCoast(std::uint32_t face) const {
        auto const& borders = m_city.ground.faces[face].borders;
        return m_city.zones[face] != Zone::Water
               && std::ranges::find(borders, Border::Shore) != borders.end();
    }

    /// Lines between the districts.
    void borders() {
        std::map<std::pair<double, double>, std::vector<std::pair<std::uint32_t, std::size_t>>> sides;
        auto const& faces = m_city.ground.faces;
        for (std::uint32_t face = 0; face < faces.size(); ++face)
            for (std::size_t i = 0; i < faces[face].points.size(); ++i) {
                Spot const middle =
                    faces[face].points[i] + faces[face].points[(i + 1) % faces[face].points.size()];
                sides[{middle.x, middle.y}].emplace_back(face, i);
            }
        std::map<std::pair<double, double>, std::vector<std::pair<Spot, std::size_t>>> at;
        std::vector<std::pair<Spot, Spot>> pieces;
        for (auto const& [middle, pair] : sides) {
            if (pair.size() != 2 || m_city.districtOf[pair[0].first] == m_city.districtOf[pair[1].first])
                continue;
            Ring const& ring = faces[pair[0].first];
            Spot const a = ring.points[pair[0].second],
                       b = ring.points[(pair[0].second + 1) % ring.points.size()];
            // The strip between the coast road and the sea is nobody's border.
            if (isCoast(pair[0].first) || isCoast(pair[1].first)) continue;
            at[{a.x, a.y}].emplace_back(b, pieces.size());
            at[{b.x, b.y}].emplace_back(a, pieces.size());
            pieces.emplace_back(a, b);
        }
        std::vector<bool> isDone(pieces.size());
        for (bool const fromEnds : {true, false})
            for (auto const& [start, first] : at)
                for (auto const& [to, piece] : first) {
                    if (isDone[piece] || (fromEnds && first.size() == 2)) continue;
                    SpotLine line{{start.first, start.second}};
                    Spot next = to;
                    std::size_t edge = piece;
                    while (!isDone[edge]) {
                        isDone[edge] = true;
                        line.push_back(next);
                        auto const& around = at[{next.x, next.y}];
                        if (around.size() != 2) break;
                        auto const& on = around[0].second == edge ? around[1] : around[0];
                        edge = on.second;
                        next = on.first;
                    }
                    m_features.push_back({.layer = "boundary",
                                          .kind = GeometryKind::Line,
                                          .parts = {worldOf(line)},
                                          .minZoom = 9,
                                          .attributes = {{"admin_level", std::int64_t{6}}}});
                }
    }
};

} // namespace

void drawWays(City const& city, std::vector<SheetFeature>& features) { WayPainter(city, features).run(); }

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_sheet.h"

#include "core/city/city_dice.h"

#include <algorithm>

namespace ob::core {
namespace {

using Attributes = std::vector<std::pair<std::string_view, std::variant<std::string, std::int64_t>>>;

/// Of the sea around the island.
constexpr double seaMetres = 62'000;

struct Look {
    std::string_view layer;
    std::string_view mapClass;
    std::string_view subclass;
};

Look lookOf(BlockUse use) {
    switch (use) {
    case BlockUse::Slabs:
    case BlockUse::Towers:
    case BlockUse::Courtyards:
    case BlockUse::Houses: return {"landuse", "residential", {}};
    case BlockUse::Commerce:
    case BlockUse::Square:
    case BlockUse::Civic: return {"landuse", "commercial", {}};
    case BlockUse::Halls:
    case BlockUse::Tanks:
    case BlockUse::Yard: return {"landuse", "industrial", {}};
    case BlockUse::School: return {"landuse", "school", {}};
    case BlockUse::University: return {"landuse", "university", {}};
    case BlockUse::Hospital: return {"landuse", "hospital", {}};
    case BlockUse::Park: return {"landcover", "grass", "park"};
    case BlockUse::Stadium: return {"landuse", "stadium", {}};
    case BlockUse::Empty: return {"landcover", "grass", "grass"};
    }
    return {};
}

Look lookOf(Zone zone) {
    switch (zone) {
    case Zone::Green:
    case Zone::LakePark: return {"landcover", "grass", "park"};
    case Zone::Centre: return {"landuse", "commercial", {}};
    case Zone::OldTown:
    case Zone::Inner:
    case Zone::Outer:
    case Zone::Town: return {"landuse", "residential", {}};
    case Zone::Works:
    case Zone::Industry:
    case Zone::Port: return {"landuse", "industrial", {}};
    case Zone::Country: return {"landcover", "farmland", "farmland"};
    case Zone::Water: return {};
    }
    return {};
}

class GroundPainter {
  public:
    GroundPainter(City const& city, std::vector<SheetFeature>& features)
        : m_city(city), m_features(features) {}

    void run() {
        waters();
        zones();
        woods();
        blocks();
        patches();
        buildings();
        piers();
    }

  private:
    City const& m_city;
    std::vector<SheetFeature>& m_features;

    void area(Look const& look, std::span<Spot const> ring, int minZoom, int maxZoom = 22) {
        Attributes attributes;
        if (!look.mapClass.empty()) attributes.emplace_back("class", std::string(look.mapClass));
        if (!look.subclass.empty()) attributes.emplace_back("subclass", std::string(look.subclass));
        m_features.push_back({.layer = look.layer,
                              .kind = GeometryKind::Polygon,
                              .parts = {worldOf(ring)},
                              .minZoom = static_cast<std::uint8_t>(minZoom),
                              .maxZoom = static_cast<std::uint8_t>(maxZoom),
                              .attributes = std::move(attributes)});
    }

    void waters() {
        Spot const corner{seaMetres, seaMetres};
        SpotLine const box{corner * -1, {corner.x, -corner.y}, corner, {-corner.x, corner.y}};
        SpotLine coast = m_city.shape.coast();
        std::ranges::reverse(coast);
        area({"water", "ocean", {}}, box, 0);
        m_features.back().parts.push_back(worldOf(coast));
        SpotLine islet = m_city.shape.islet();
        std::ranges::reverse(islet);
        area({"water", "river", {}}, m_city.shape.river(), 6);
        m_features.back().parts.push_back(worldOf(islet));
        for (SpotLine const& lake : m_city.shape.lakes())
            area({"water", "lake", {}}, lake, 8);
    }

    void zones() {
        for (std::size_t face = 0; face < m_city.ground.faces.size(); ++face) {
            Zone const zone = m_city.zones[face];
            Look const look = lookOf(zone);
            if (look.layer.empty()) continue;
            bool const isWhole = zone == Zone::Country || zone == Zone::Green || zone == Zone::LakePark;
            // What stands on the blocks shows from nearby.
            area(look, m_city.ground.faces[face].points, isWhole ? 8 : 6, isWhole ? 22 : 11);
        }
    }

    void woods() {
        CityDice dice(m_city.seed, 12);
        for (int i = 0; i < 60; ++i) {
            double const turn = dice.part();
            Spot const paper = CityShape::islandMiddle
                               + heading(turn) * (m_city.shape.coastRadius(turn) * dice.between(0.35, 0.97));
            Spot const at = m_city.shape.ground(paper.x, paper.y);
            double const radius = dice.between(450, 1700), phase = dice.part();
            if (length(at - m_city.plan.centre) < 9800 + radius || nearTown(at, radius + 900)) continue;
            SpotLine ring;
            for (int k = 0; k < 120; ++k) {
                double const step = k / 120.0;
                double const out = 1 + 0.28 * wave(2 * step + phase) + 0.18 * wave(3 * step + 2 * phase)
                                   + 0.11 * wave(7 * step + 3 * phase) + 0.05 * wave(17 * step + phase)
                                   + 0.03 * wave(31 * step);
                ring.push_back(rounded(at + heading(step) * (radius * out)));
            }
            area({"landcover", "wood", "wood"}, ring, 7);
        }
    }

    bool nearTown(Spot at, double metres) const {
        return std::ranges::any_of(m_city.plan.towns,
                                   [&](Town const& town) { return length(town.middle - at) < metres; });
    }

    /// Quays of the port, out into the sea.
    void piers() {
        for (double const v : {700.0, 1350.0, 2000.0, 2650.0, 3300.0}) {
            double u = 9000;
            while (u < 15'000 && !m_city.shape.isWater(m_city.shape.ground(u, v)))
                u += 20;
            double const reach = v < 1000 ? 260 : 460;
            auto const at = [&](double out, double aside) { return m_city.shape.ground(u + out, v + aside); };
            SpotLine const quay{at(-90, -55), at(reach, -55), at(reach, 55), at(-90, 55)};
            area({"transportation", "pier", {}}, quay, 11);
            for (double const out : {30.0, 180.0, 330.0})
                if (out + 110 < reach) {
                    SpotLine const shed{at(out, -22), at(out + 110, -22), at(out + 110, 22), at(out, 22)};
                    area({"building", {}, {}}, shed, 13);
                }
        }
    }

    void blocks() {
        for (std::size_t i = 0; i < m_city.blocks.size(); ++i)
            area(lookOf(m_city.uses[i]), m_city.blocks[i].ring.points, 12);
    }

    void patches() {
        for (Patch const& patch : m_city.patches)
            switch (patch.kind) {
            case Patch::Kind::Pitch: area({"landuse", "pitch", {}}, patch.line, 14); break;
            case Patch::Kind::Track: area({"landuse", "track", {}}, patch.line, 13); break;
            case Patch::Kind::Pond: area({"water", "lake", {}}, patch.line, 13); break;
            case Patch::Kind::Square: area({"transportation", "path", "pedestrian"}, patch.line, 13); break;
            case Patch::Kind::Path:
                m_features.push_back({.layer = "transportation",
                                      .kind = GeometryKind::Line,
                                      .parts = {worldOf(patch.line)},
                                      .minZoom = 14,
                                      .attributes = {{"class", "path"}, {"subclass", "footway"}}});
                break;
            }
    }

    void buildings() {
        for (Building const& building : m_city.buildings) {
            bool const isLarge = areaOf(building.outline) > 1500;
            m_features.push_back({.layer = "building",
                                  .kind = GeometryKind::Polygon,
                                  .parts = {worldOf(building.outline)},
                                  .minZoom = static_cast<std::uint8_t>(isLarge ? 13 : 14),
                                  .attributes = {{"render_height", std::int64_t{building.metres}}}});
        }
    }
};

} // namespace

void drawGround(City const& city, std::vector<SheetFeature>& features) {
    GroundPainter(city, features).run();
}

std::vector<SheetFeature> drawnCity(City const& city) {
    std::vector<SheetFeature> features;
    drawGround(city, features);
    drawWays(city, features);
    drawNames(city, features);
    return features;
}

WorldSpot worldOf(Spot spot) {
    // The equator on the sphere of `pointOf`, at the scale of 31° N.
    constexpr double around = 2 * 3.14159265358979323846 * 6'371'008.8 * 0.8571673007021123;
    constexpr double middleX = (160.0 + 180.0) / 360.0;
    constexpr double middleY = 0.5 - 0.0906487244131758;
    return {middleX + spot.x / around, middleY - spot.y / around};
}

std::vector<WorldSpot> worldOf(std::span<Spot const> spots) {
    std::vector<WorldSpot> line;
    for (Spot const spot : spots)
        line.push_back(worldOf(spot));
    return line;
}

std::pair<GeoPoint, GeoPoint> boundsOfCity() {
    return {pointOf({-seaMetres, -seaMetres}), pointOf({seaMetres, seaMetres})};
}

} // namespace ob::core

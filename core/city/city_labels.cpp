// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_sheet.h"

#include <algorithm>

namespace ob::core {
namespace {

using Attributes = std::vector<std::pair<std::string_view, std::variant<std::string, std::int64_t>>>;

struct PoiLook {
    std::string_view mapClass;
    std::string_view subclass;
    int rank;
    int minZoom;
};

PoiLook lookOf(FacilityKind kind) {
    switch (kind) {
    case FacilityKind::Police: return {"police", "police", 1, 12};
    case FacilityKind::Fire: return {"fire_station", "fire_station", 1, 12};
    case FacilityKind::Hospital: return {"hospital", "hospital", 1, 11};
    case FacilityKind::Ambulance: return {"hospital", "clinic", 6, 12};
    case FacilityKind::TrafficPolice: return {"police", "police", 5, 13};
    case FacilityKind::CityManagement:
    case FacilityKind::Environment:
    case FacilityKind::MarketSupervision: return {"office", "government", 4, 14};
    case FacilityKind::School: return {"school", "school", 7, 13};
    case FacilityKind::University: return {"college", "university", 3, 13};
    case FacilityKind::Stadium: return {"stadium", "stadium", 2, 13};
    case FacilityKind::RailStation: return {"railway", "station", 1, 11};
    case FacilityKind::MetroStation: return {"railway", "subway", 12, 13};
    case FacilityKind::Works:
    case FacilityKind::Port: return {"office", "works", 2, 13};
    case FacilityKind::Government: return {"town_hall", "townhall", 2, 13};
    case FacilityKind::Park: return {"park", "park", 8, 14};
    case FacilityKind::Housing: return {"building", "building", 20, 14};
    case FacilityKind::Shopping: return {"shop", "mall", 6, 14};
    case FacilityKind::Hotel: return {"lodging", "hotel", 16, 14};
    case FacilityKind::Market: return {"grocery", "marketplace", 14, 14};
    case FacilityKind::Fuel: return {"fuel", "fuel", 9, 14};
    case FacilityKind::Museum: return {"museum", "museum", 6, 14};
    case FacilityKind::Library: return {"library", "library", 9, 14};
    }
    return {};
}

class NamePainter {
  public:
    NamePainter(City const& city, std::vector<SheetFeature>& features) : m_city(city), m_features(features) {}

    void run() {
        place("city", m_city.name, m_city.plan.centre, 2, 4);
        for (District const& district : m_city.districts)
            if (district.isCounty)
                place("town", district.name, district.middle, 9, 8);
            else
                place("suburb", district.name, district.middle, 8, 10);
        for (Village const& village : m_city.villages)
            place("village", village.name, village.middle, 25, 12);
        for (Village const& quarter : m_city.quarters)
            place("neighbourhood", quarter.name, quarter.middle, 25, 14);
        waters();
        for (Facility const& facility : m_city.facilities)
            poi(facility);
        for (HouseNumber const& house : m_city.houseNumbers)
            point("housenumber", middleOf(m_city.buildings[house.building].outline), 14,
                  {{"housenumber", std::to_string(house.number)}});
    }

  private:
    City const& m_city;
    std::vector<SheetFeature>& m_features;

    void point(std::string_view layer, Spot spot, int minZoom, Attributes attributes) {
        m_features.push_back({.layer = layer,
                              .kind = GeometryKind::Point,
                              .parts = {{worldOf(spot)}},
                              .minZoom = static_cast<std::uint8_t>(minZoom),
                              .attributes = std::move(attributes)});
    }
    void place(std::string_view kind, MapName const& name, Spot spot, int rank, int minZoom) {
        point("place", spot, minZoom,
              {{"class", std::string(kind)},
               {"rank", std::int64_t{rank}},
               {"name", name.local},
               {"name:en", name.english}});
    }
    void poi(Facility const& facility) {
        PoiLook const look = lookOf(facility.kind);
        point("poi", facility.spot, look.minZoom,
              {{"class", std::string(look.mapClass)},
               {"subclass", std::string(look.subclass)},
               {"rank", std::int64_t{look.rank}},
               {"name", facility.name.local},
               {"name:en", facility.name.english}});
    }

    void waters() {
        auto const water = [&](std::string_view kind, MapName const& name, Spot spot, int minZoom, int rank) {
            point("water_name", spot, minZoom,
                  {{"class", std::string(kind)},
                   {"rank", std::int64_t{rank}},
                   {"name", name.local},
                   {"name:en", name.english}});
        };
        for (std::size_t i = 0; i < m_city.lakes.size(); ++i)
            water("lake", m_city.lakes[i], middleOf(m_city.shape.lakes()[i]), 11, 10);
        SpotLine course;
        for (double u = CityShape::riverSource + 1500; u < 9000; u += 120) {
            // Beside the island, on the wider side's arm.
            double const arm = m_city.shape.isletHalf(u) > 0
                                   ? (m_city.shape.riverHalf(u) + m_city.shape.isletHalf(u)) / 2
                                   : 0;
            course.push_back(m_city.shape.ground(u, arm));
        }
        m_features.push_back({.layer = "water_name",
                              .kind = GeometryKind::Line,
                              .parts = {worldOf(course)},
                              .minZoom = 10,
                              .attributes = {{"class", "river"},
                                             {"name", m_city.river.local},
                                             {"name:en", m_city.river.english}}});
    }
};

} // namespace

void drawNames(City const& city, std::vector<SheetFeature>& features) { NamePainter(city, features).run(); }

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_places.h"

#include "core/map/place_builder.h"

#include <algorithm>

namespace ob::core {
namespace {

PlaceKind kindOf(FacilityKind kind) {
    switch (kind) {
    case FacilityKind::Police:
    case FacilityKind::TrafficPolice: return PlaceKind::Police;
    case FacilityKind::Fire: return PlaceKind::FireStation;
    case FacilityKind::Hospital:
    case FacilityKind::Ambulance: return PlaceKind::Hospital;
    case FacilityKind::School:
    case FacilityKind::University: return PlaceKind::School;
    case FacilityKind::RailStation:
    case FacilityKind::MetroStation: return PlaceKind::Station;
    case FacilityKind::CityManagement:
    case FacilityKind::Environment:
    case FacilityKind::MarketSupervision:
    case FacilityKind::Stadium:
    case FacilityKind::Works:
    case FacilityKind::Port:
    case FacilityKind::Government:
    case FacilityKind::Park:
    case FacilityKind::Housing:
    case FacilityKind::Shopping:
    case FacilityKind::Hotel:
    case FacilityKind::Market:
    case FacilityKind::Fuel:
    case FacilityKind::Museum:
    case FacilityKind::Library: return PlaceKind::Other;
    }
    return PlaceKind::Other;
}

void addCrossings(RoadNetwork::Parts const& roads, PlaceBuilder& places) {
    std::vector<std::vector<std::uint32_t>> meeting(roads.nodes.size());
    for (RoadSegment const& segment : roads.segments)
        for (std::uint32_t const node : {segment.a, segment.b})
            if (segment.name != 0 && std::ranges::find(meeting[node], segment.name) == meeting[node].end())
                meeting[node].push_back(segment.name);
    for (std::size_t node = 0; node < meeting.size(); ++node)
        if (meeting[node].size() > 1) places.addCrossing(roads.names, roads.nodes[node], meeting[node]);
}

} // namespace

void eachPlace(City const& city, RoadNetwork::Parts const& roads,
               std::function<void(GazetteerPlace const&, std::string_view tokens)> const& sink) {
    PlaceBuilder places;
    auto const add = [&](PlaceKind kind, MapName const& name, Spot spot, std::string context,
                         std::uint32_t weight) {
        places.add({.kind = kind, .point = pointOf(spot), .name = name, .context = std::move(context)},
                   weight);
    };
    add(PlaceKind::City, city.name, city.plan.centre, {}, 0);
    for (District const& district : city.districts)
        add(PlaceKind::District, district.name, district.middle, city.name.local, 0);
    for (Village const& village : city.villages)
        add(PlaceKind::Village, village.name, village.middle, {}, 0);
    for (Village const& quarter : city.quarters)
        add(PlaceKind::Neighbourhood, quarter.name, quarter.middle, {}, 0);
    for (Facility const& facility : city.facilities)
        add(kindOf(facility.kind), facility.name, facility.spot, city.districts[facility.district].name.local,
            static_cast<std::uint32_t>(facility.kind));
    for (RoadSegment const& segment : roads.segments)
        places.addRoad(roads.names, segment, roads.nodes[segment.a]);
    addCrossings(roads, places);
    for (HouseNumber const& house : city.houseNumbers) {
        MapName const& street = city.streetNames[house.name - 1];
        std::string const number = std::to_string(house.number);
        add(PlaceKind::Address, {street.local + number + "号", {}, number + " " + street.english, {}},
            middleOf(city.buildings[house.building].outline), city.districts[house.district].name.local, 0);
    }
    places.finish(CityNames::readings(), sink);
}

} // namespace ob::core

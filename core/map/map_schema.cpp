// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/map_schema.h"

#include <algorithm>
#include <array>
#include <span>

namespace ob::core {
namespace {

template<class Value>
struct Word {
    std::string_view text;
    Value value;
};

template<class Value, std::size_t size>
std::optional<Value> found(std::array<Word<Value>, size> const& words, std::string_view text) {
    auto const* const word = std::ranges::find(words, text, &Word<Value>::text);
    return word == words.end() ? std::nullopt : std::optional(word->value);
}

constexpr auto layers = std::to_array<Word<MapLayer>>({
    {"water", MapLayer::Water},
    {"waterway", MapLayer::Waterway},
    {"landcover", MapLayer::Landcover},
    {"landuse", MapLayer::Landuse},
    {"park", MapLayer::Park},
    {"boundary", MapLayer::Boundary},
    {"aeroway", MapLayer::Aeroway},
    {"transportation", MapLayer::Transportation},
    {"building", MapLayer::Building},
    {"water_name", MapLayer::WaterName},
    {"transportation_name", MapLayer::TransportationName},
    {"place", MapLayer::Place},
    {"housenumber", MapLayer::HouseNumber},
    {"poi", MapLayer::Poi},
    {"aerodrome_label", MapLayer::AerodromeLabel},
    {"mountain_peak", MapLayer::MountainPeak},
});

constexpr auto covers = std::to_array<Word<MapClass>>({
    {"wood", MapClass::Wood},
    {"grass", MapClass::Grass},
    {"farmland", MapClass::Farmland},
    {"sand", MapClass::Sand},
    {"rock", MapClass::Rock},
    {"ice", MapClass::Glacier},
    {"wetland", MapClass::Wetland},
});

constexpr auto uses = std::to_array<Word<MapClass>>({
    {"residential", MapClass::Residential},
    {"suburb", MapClass::Residential},
    {"quarter", MapClass::Residential},
    {"neighbourhood", MapClass::Residential},
    {"commercial", MapClass::Commercial},
    {"retail", MapClass::Commercial},
    {"industrial", MapClass::Industrial},
    {"garages", MapClass::Industrial},
    {"railway", MapClass::Industrial},
    {"bus_station", MapClass::Industrial},
    {"quarry", MapClass::Rock},
    {"school", MapClass::Education},
    {"university", MapClass::Education},
    {"kindergarten", MapClass::Education},
    {"college", MapClass::Education},
    {"library", MapClass::Education},
    {"hospital", MapClass::Medical},
    {"stadium", MapClass::Stadium},
    {"pitch", MapClass::Stadium},
    {"track", MapClass::Stadium},
    {"playground", MapClass::Park},
    {"theme_park", MapClass::Park},
    {"zoo", MapClass::Park},
    {"military", MapClass::Military},
    {"cemetery", MapClass::Cemetery},
});

constexpr auto roads = std::to_array<Word<MapClass>>({
    {"motorway", MapClass::Motorway},
    {"trunk", MapClass::Trunk},
    {"primary", MapClass::Primary},
    {"secondary", MapClass::Secondary},
    {"tertiary", MapClass::Tertiary},
    {"minor", MapClass::MinorRoad},
    {"busway", MapClass::MinorRoad},
    {"raceway", MapClass::MinorRoad},
    {"service", MapClass::ServiceRoad},
    {"track", MapClass::ServiceRoad},
    {"path", MapClass::Path},
    {"pedestrian", MapClass::Path},
    {"pier", MapClass::Path},
    {"rail", MapClass::Rail},
    {"transit", MapClass::MinorRail},
    {"ferry", MapClass::Ferry},
});

constexpr auto settlements = std::to_array<Word<MapClass>>({
    {"country", MapClass::Country},
    {"state", MapClass::Province},
    {"province", MapClass::Province},
    {"city", MapClass::City},
    {"town", MapClass::Town},
    {"village", MapClass::Village},
    {"hamlet", MapClass::Village},
    {"borough", MapClass::Suburb},
    {"suburb", MapClass::Suburb},
    {"quarter", MapClass::Suburb},
    {"neighbourhood", MapClass::Neighbourhood},
    {"locality", MapClass::Neighbourhood},
    {"isolated_dwelling", MapClass::Neighbourhood},
    {"island", MapClass::Neighbourhood},
});

/// By subclass, or by class where the map has none. A clinic may be a dentist's or for dogs: whoever looks
/// for a hospital is not sent there.
constexpr auto services = std::to_array<Word<MapClass>>({
    {"hospital", MapClass::Hospital},
    {"school", MapClass::School},
    {"kindergarten", MapClass::School},
    {"college", MapClass::School},
    {"university", MapClass::School},
    {"police", MapClass::Police},
    {"fire_station", MapClass::FireStation},
    {"station", MapClass::Station},
    {"halt", MapClass::Station},
    {"railway", MapClass::Station},
    {"fuel", MapClass::Fuel},
});

std::optional<MapClass> only(MapClass mapClass, bool applies) {
    return applies ? std::optional(mapClass) : std::nullopt;
}

std::optional<MapClass> areaOf(MapTraits const& traits) {
    // Parks are a kind of grass there.
    if (traits.subclass == "park" || traits.subclass == "garden") return MapClass::Park;
    return found(covers, traits.mapClass);
}

std::optional<MapClass> borderOf(int adminLevel) {
    if (adminLevel == 2) return MapClass::CountryBorder;
    if (adminLevel == 3 || adminLevel == 4) return MapClass::ProvinceBorder;
    return only(MapClass::DistrictBorder, adminLevel >= 5 && adminLevel <= 8);
}

std::optional<MapClass> roadOf(MapTraits const& traits, GeometryKind kind) {
    if (kind == GeometryKind::Polygon)
        return only(MapClass::Pedestrian, traits.mapClass == "path" || traits.mapClass == "pier"
                                              || traits.mapClass == "bridge"
                                              || traits.mapClass == "pedestrian");
    auto const road = found(roads, traits.mapClass);
    if (road == MapClass::Rail && !traits.subclass.empty() && traits.subclass != "rail")
        return MapClass::MinorRail;
    return road;
}

std::optional<MapClass> serviceOf(MapTraits const& traits) {
    if (auto const service = found(services, traits.subclass)) return service;
    if (traits.subclass.empty() || traits.subclass == traits.mapClass)
        return found(services, traits.mapClass).value_or(MapClass::Place);
    return MapClass::Place;
}

} // namespace

std::optional<MapLayer> mapLayer(std::string_view name) { return found(layers, name); }

std::optional<MapClass> mapClassOf(MapLayer layer, MapTraits const& traits, GeometryKind kind) {
    bool const isArea = kind == GeometryKind::Polygon;
    bool const isLine = kind == GeometryKind::Line;
    bool const isPoint = kind == GeometryKind::Point;
    switch (layer) {
    case MapLayer::Water: return only(MapClass::Water, isArea);
    case MapLayer::Waterway:
        if (!isLine) return std::nullopt;
        return traits.mapClass == "river" || traits.mapClass == "canal" ? MapClass::River : MapClass::Stream;
    case MapLayer::Landcover: return isArea ? areaOf(traits) : std::nullopt;
    case MapLayer::Landuse: return isArea ? found(uses, traits.mapClass) : std::nullopt;
    case MapLayer::Park:
        if (isLine) return std::nullopt;
        return isArea ? MapClass::Park : MapClass::Place;
    case MapLayer::Boundary: return isLine ? borderOf(traits.adminLevel) : std::nullopt;
    case MapLayer::Aeroway:
        if (isArea) return MapClass::Aeroway;
        return only(MapClass::Runway,
                    isLine && (traits.mapClass == "runway" || traits.mapClass == "taxiway"));
    case MapLayer::Transportation: return isPoint ? std::nullopt : roadOf(traits, kind);
    case MapLayer::Building: return only(MapClass::Building, isArea);
    case MapLayer::WaterName: return only(MapClass::WaterName, !isArea);
    case MapLayer::TransportationName: return isLine ? roadOf(traits, kind) : std::nullopt;
    case MapLayer::Place: return isPoint ? found(settlements, traits.mapClass) : std::nullopt;
    case MapLayer::HouseNumber: return only(MapClass::HouseNumber, isPoint);
    case MapLayer::Poi: return isPoint ? std::optional(serviceOf(traits)) : std::nullopt;
    case MapLayer::AerodromeLabel: return only(MapClass::Airport, isPoint);
    case MapLayer::MountainPeak: return only(MapClass::Peak, isPoint);
    }
    return std::nullopt;
}

} // namespace ob::core

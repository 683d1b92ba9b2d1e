// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/map_class_name.h"

namespace ob::core {

std::string_view nameOf(MapClass mapClass) {
    switch (mapClass) {
    case MapClass::Water: return "water";
    case MapClass::Wood: return "wood";
    case MapClass::Grass: return "grass";
    case MapClass::Park: return "park";
    case MapClass::Farmland: return "farmland";
    case MapClass::Sand: return "sand";
    case MapClass::Rock: return "rock";
    case MapClass::Glacier: return "glacier";
    case MapClass::Wetland: return "wetland";
    case MapClass::Residential: return "residential";
    case MapClass::Commercial: return "commercial";
    case MapClass::Industrial: return "industrial";
    case MapClass::Education: return "education";
    case MapClass::Medical: return "medical";
    case MapClass::Stadium: return "stadium";
    case MapClass::Military: return "military";
    case MapClass::Cemetery: return "cemetery";
    case MapClass::Aeroway: return "aeroway";
    case MapClass::Pedestrian: return "pedestrian";
    case MapClass::Building: return "building";
    case MapClass::River: return "river";
    case MapClass::Stream: return "stream";
    case MapClass::Motorway: return "motorway";
    case MapClass::Trunk: return "trunk";
    case MapClass::Primary: return "primary";
    case MapClass::Secondary: return "secondary";
    case MapClass::Tertiary: return "tertiary";
    case MapClass::MinorRoad: return "minorRoad";
    case MapClass::ServiceRoad: return "serviceRoad";
    case MapClass::Path: return "path";
    case MapClass::Rail: return "rail";
    case MapClass::MinorRail: return "minorRail";
    case MapClass::Ferry: return "ferry";
    case MapClass::Runway: return "runway";
    case MapClass::CountryBorder: return "countryBorder";
    case MapClass::ProvinceBorder: return "provinceBorder";
    case MapClass::DistrictBorder: return "districtBorder";
    case MapClass::Country: return "country";
    case MapClass::Province: return "province";
    case MapClass::City: return "city";
    case MapClass::Town: return "town";
    case MapClass::Village: return "village";
    case MapClass::Suburb: return "suburb";
    case MapClass::Neighbourhood: return "neighbourhood";
    case MapClass::Hospital: return "hospital";
    case MapClass::School: return "school";
    case MapClass::Police: return "police";
    case MapClass::FireStation: return "fireStation";
    case MapClass::Station: return "station";
    case MapClass::Fuel: return "fuel";
    case MapClass::Place: return "place";
    case MapClass::HouseNumber: return "houseNumber";
    case MapClass::Peak: return "peak";
    case MapClass::Airport: return "airport";
    case MapClass::WaterName: return "waterName";
    }
    return {};
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/block_works.h"
#include "core/city/street_net.h"
#include "core/map/road_network.h"

#include <string>

namespace ob::core {

/// What stands at a place that people name.
enum class FacilityKind : std::uint8_t {
    Police,
    Fire,
    Ambulance,
    TrafficPolice,
    CityManagement,
    Environment,
    MarketSupervision,
    Hospital,
    School,
    University,
    Stadium,
    RailStation,
    MetroStation,
    Works,
    Port,
    Government,
    Park,
    Housing,
    Shopping,
    Hotel,
    Market,
    Fuel,
    Museum,
    Library,
};

struct Facility {
    FacilityKind kind = FacilityKind::Police;
    MapName name;
    Spot spot;
    std::uint32_t district = 0;
};

struct District {
    MapName name;
    Spot middle;
    bool isCounty = false; ///< around a town of its own
};

struct Village {
    MapName name;
    Spot middle;
};

/// A house that has a number on a street.
struct HouseNumber {
    std::uint32_t building = 0;
    std::uint32_t name = 0; ///< of the street, from 1
    std::uint32_t number = 0;
    std::uint32_t district = 0;
};

/// A city that is nowhere: all of it, from the coast to the house numbers, made of one number.
struct City {
    explicit City(std::uint64_t citySeed) : seed(citySeed), shape(citySeed) {}

    std::uint64_t seed;
    CityShape shape;
    CityPlan plan;
    Arrangement ground;
    Expressway expressway;
    std::vector<Zone> zones;               ///< of the ground's faces
    std::vector<std::uint32_t> districtOf; ///< of the ground's faces
    std::vector<Block> blocks;
    std::vector<BlockUse> uses;
    std::vector<Cut> cuts;
    std::vector<Building> buildings;
    std::vector<Patch> patches;
    StreetNet net;
    MapName name;
    std::vector<MapName> streetNames;
    std::vector<District> districts;
    std::vector<Village> villages;
    std::vector<Village> quarters; ///< housing estates
    std::vector<HouseNumber> houseNumbers;
    std::vector<Facility> facilities;
    MapName river;
    std::vector<MapName> lakes; ///< as in the shape
};

City makeCity(std::uint64_t seed);

/// Where the city's middle lies: in the open North Pacific, 900 km from the nearest land, at the latitude of
/// many Chinese cities, outside of the rectangle in which GCJ-02 shifts. Nobody's address is there.
GeoPoint pointOf(Spot spot);
/// Metres on the ground between two places near each other.
double groundMetres(Spot a, Spot b);

/// The road graph of the city.
RoadNetwork::Parts roadsOf(City const& city);

} // namespace ob::core

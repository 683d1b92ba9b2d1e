// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_places.h"
#include "core/city/city_sheet.h"
#include "core/crypto/sha256.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace ob::core {
namespace {

City const& city() {
    static City const made = makeCity(1);
    return made;
}

void add(Sha256& hash, std::string_view text) {
    hash.add(viewOf(text));
    hash.add('\n');
}

/// Of all that goes into a pack but the tiles' compression.
std::string digest(City const& of) {
    Sha256 hash;
    for (SheetFeature const& feature : drawnCity(of)) {
        add(hash, feature.layer);
        for (auto const& part : feature.parts)
            for (WorldSpot const spot : part)
                add(hash, std::to_string(static_cast<std::int64_t>(spot.x * 1e12)) + ' '
                              + std::to_string(static_cast<std::int64_t>(spot.y * 1e12)));
        for (auto const& [key, value] : feature.attributes)
            add(hash, std::holds_alternative<std::string>(value)
                          ? std::get<std::string>(value)
                          : std::to_string(std::get<std::int64_t>(value)));
    }
    RoadNetwork::Parts const roads = roadsOf(of);
    for (GeoPoint const node : roads.nodes)
        add(hash, std::to_string(node.latitudeE7()) + ' ' + std::to_string(node.longitudeE7()));
    for (RoadSegment const& segment : roads.segments)
        add(hash, std::to_string(segment.a) + ' ' + std::to_string(segment.b) + ' '
                      + std::to_string(segment.centimetres) + ' ' + std::to_string(segment.flags));
    eachPlace(of, roads, [&](GazetteerPlace const& place, std::string_view tokens) {
        add(hash, place.name.local + place.name.english + place.context);
        add(hash, tokens);
    });
    return toHex(hash.finish());
}

/// Nodes from which a node is reached (`isBack`), or that it reaches.
std::vector<bool> reached(RoadNetwork const& roads, std::uint32_t from, bool isBack) {
    std::vector<std::vector<std::uint32_t>> next(roads.nodeCount());
    for (std::uint32_t node = 0; node < roads.nodeCount(); ++node)
        for (RoadArc const& arc : roads.arcsFrom(node)) {
            if (isBack)
                next[arc.target].push_back(node);
            else
                next[node].push_back(arc.target);
        }
    std::vector<bool> isReached(roads.nodeCount());
    std::vector<std::uint32_t> open{from};
    isReached[from] = true;
    while (!open.empty()) {
        std::uint32_t const node = open.back();
        open.pop_back();
        for (std::uint32_t const to : next[node])
            if (!isReached[to]) {
                isReached[to] = true;
                open.push_back(to);
            }
    }
    return isReached;
}

bool crosses(Spot a, Spot b, Spot c, Spot d) {
    return (cross(b - a, c - a) > 0) != (cross(b - a, d - a) > 0)
           && (cross(d - c, a - c) > 0) != (cross(d - c, b - c) > 0);
}

} // namespace

TEST(City, IsTheSameOnEveryMachineAndAnotherForAnotherSeed) {
    // Changes with every change of the generator; must not with the compiler, its options or the machine.
    EXPECT_EQ(digest(city()), "469bbc845bbd8789147416f3894e02a861cfbe643a1c25e912943d69098998ee");
    EXPECT_NE(digest(makeCity(2)), digest(city()));
}

TEST(City, HasRoadsOnWhichNearlyEverythingReachesEverything) {
    RoadNetwork const roads(roadsOf(city()));
    ASSERT_GT(roads.nodeCount(), 8000U);
    // A node in the middle.
    std::uint32_t start = 0;
    for (std::uint32_t node = 0; node < roads.nodeCount(); ++node)
        if (distanceMetres(roads.node(node), pointOf(city().plan.centre))
            < distanceMetres(roads.node(start), pointOf(city().plan.centre)))
            start = node;
    auto const to = reached(roads, start, false);
    auto const from = reached(roads, start, true);
    std::size_t both = 0;
    for (std::size_t node = 0; node < to.size(); ++node)
        both += to[node] && from[node] ? 1 : 0;
    EXPECT_GE(static_cast<double>(both), 0.98 * static_cast<double>(roads.nodeCount()));
}

TEST(City, LetsItsExpresswayMeetStreetsByRampsOnly) {
    RoadNetwork::Parts const roads = roadsOf(city());
    std::vector<bool> isExpressway(roads.nodes.size());
    auto const isCarriageway = [](RoadSegment const& segment) {
        return segment.roadClass == RoadClass::Motorway && (segment.flags & RoadFlag::link) == 0;
    };
    std::size_t ramps = 0;
    for (RoadSegment const& segment : roads.segments) {
        ramps += (segment.flags & RoadFlag::link) != 0 ? 1 : 0;
        if (!isCarriageway(segment)) continue;
        EXPECT_EQ(segment.flags & RoadFlag::backward, 0U);
        isExpressway[segment.a] = isExpressway[segment.b] = true;
    }
    EXPECT_GE(ramps, 16U);
    for (RoadSegment const& segment : roads.segments)
        EXPECT_TRUE(segment.roadClass == RoadClass::Motorway
                    || (!isExpressway[segment.a] && !isExpressway[segment.b]));
}

TEST(City, BuildsNoHouseOnARoadOrInTheWater) {
    std::map<std::pair<int, int>, std::vector<std::uint32_t>> cells;
    auto const cell = [](Spot spot) {
        return std::pair(static_cast<int>(std::floor(spot.x / 150)),
                         static_cast<int>(std::floor(spot.y / 150)));
    };
    StreetNet const& net = city().net;
    for (std::uint32_t i = 0; i < net.edges.size(); ++i) {
        SpotBox box;
        box.add(net.nodes[net.edges[i].a]);
        box.add(net.nodes[net.edges[i].b]);
        auto const low = cell(box.low), high = cell(box.high);
        for (int x = low.first; x <= high.first; ++x)
            for (int y = low.second; y <= high.second; ++y)
                cells[{x, y}].push_back(i);
    }
    std::size_t onRoads = 0, inWater = 0;
    for (Building const& building : city().buildings) {
        bool isOnRoad = false;
        SpotBox const box = boxOf(building.outline);
        auto const low = cell(box.low), high = cell(box.high);
        for (int x = low.first; x <= high.first; ++x)
            for (int y = low.second; y <= high.second; ++y)
                for (std::uint32_t const edge : cells[{x, y}]) {
                    Spot const a = net.nodes[net.edges[edge].a], b = net.nodes[net.edges[edge].b];
                    for (std::size_t i = 0; i < building.outline.size(); ++i)
                        isOnRoad = isOnRoad
                                   || crosses(a, b, building.outline[i],
                                              building.outline[(i + 1) % building.outline.size()])
                                   || metresToSegment(a, b, building.outline[i]) < 2;
                }
        onRoads += isOnRoad ? 1 : 0;
        inWater += std::ranges::any_of(building.outline, [](Spot spot) { return city().shape.isWater(spot); })
                       ? 1
                       : 0;
        EXPECT_GT(areaOf(building.outline), 20);
    }
    EXPECT_EQ(onRoads, 0U);
    EXPECT_EQ(inWater, 0U);
}

TEST(City, HasWhatACityHas) {
    EXPECT_GT(city().buildings.size(), 28'000U);
    EXPECT_GT(city().houseNumbers.size(), 20'000U);
    EXPECT_GT(city().districts.size(), 7U);
    EXPECT_GT(city().villages.size(), 20U);
    std::map<FacilityKind, std::size_t> facilities;
    for (Facility const& facility : city().facilities)
        ++facilities[facility.kind];
    std::map<FacilityKind, std::size_t> const least{{FacilityKind::Police, 30},
                                                    {FacilityKind::Fire, 12},
                                                    {FacilityKind::Ambulance, 8},
                                                    {FacilityKind::TrafficPolice, 8},
                                                    {FacilityKind::CityManagement, 8},
                                                    {FacilityKind::Environment, 6},
                                                    {FacilityKind::MarketSupervision, 6},
                                                    {FacilityKind::Hospital, 8},
                                                    {FacilityKind::School, 25},
                                                    {FacilityKind::Stadium, 1},
                                                    {FacilityKind::RailStation, 1},
                                                    {FacilityKind::Works, 2},
                                                    {FacilityKind::Port, 1},
                                                    {FacilityKind::Park, 15},
                                                    {FacilityKind::MetroStation, 8}};
    for (auto const& [kind, count] : least)
        EXPECT_GE(facilities[kind], count) << static_cast<int>(kind);
    std::size_t bridges = 0;
    for (NetEdge const& edge : city().net.edges)
        bridges += edge.isBridge ? 1 : 0;
    EXPECT_GT(bridges, 10U);
    EXPECT_GT(roadsOf(city()).bans.size(), 20U);
}

TEST(City, GivesNoTwoThingsOneName) {
    std::set<std::string> streets;
    for (MapName const& name : city().streetNames) {
        EXPECT_TRUE(streets.insert(name.local).second) << name.local;
        EXPECT_FALSE(name.english.empty());
    }
    std::set<std::pair<std::uint32_t, std::string>> facilities;
    for (Facility const& facility : city().facilities)
        EXPECT_TRUE(facilities.insert({facility.district, facility.name.local}).second)
            << facility.name.local;
    std::set<std::pair<std::uint32_t, std::uint32_t>> addresses;
    for (HouseNumber const& house : city().houseNumbers)
        EXPECT_TRUE(addresses.insert({house.name, house.number}).second);
    std::set<std::string> settlements;
    for (District const& district : city().districts)
        EXPECT_TRUE(settlements.insert(district.name.local).second);
    for (Village const& village : city().villages)
        EXPECT_TRUE(settlements.insert(village.name.local).second);
}

TEST(City, CanBeAskedForAddressesCrossingsAndPinyin) {
    RoadNetwork::Parts const roads = roadsOf(city());
    std::map<PlaceKind, std::size_t> counts;
    std::size_t withContext = 0;
    eachPlace(city(), roads, [&](GazetteerPlace const& place, std::string_view tokens) {
        ++counts[place.kind];
        withContext += place.context.empty() ? 0 : 1;
        if (place.kind == PlaceKind::Address) {
            EXPECT_TRUE(place.name.local.ends_with("号"));
            EXPECT_FALSE(place.name.english.empty());
        } else {
            EXPECT_NE(tokens.find_first_of("abcdefghijklmnopqrstuvwxyz"), tokens.npos) << place.name.local;
        }
    });
    EXPECT_EQ(counts[PlaceKind::City], 1U);
    EXPECT_GT(counts[PlaceKind::Crossing], 2000U);
    EXPECT_GT(counts[PlaceKind::Road], 800U);
    EXPECT_GT(counts[PlaceKind::Address], 20'000U);
    EXPECT_GT(withContext, 20'000U);
}

TEST(City, LiesWherePlaneAndGlobeAgree) {
    for (Spot const spot : {Spot{0, 0}, Spot{12'000, -9000}, Spot{-24'000, 17'000}}) {
        GeoPoint const point = pointOf(spot);
        double const sine = std::sin(point.latitude() * 3.14159265358979323846 / 180);
        WorldSpot const world = worldOf(spot);
        EXPECT_NEAR(world.x, (point.longitude() + 180) / 360, 3e-10);
        EXPECT_NEAR(world.y, 0.5 - std::atanh(sine) / (2 * 3.14159265358979323846), 1e-9);
        Spot const east{spot.x + 500, spot.y + 300};
        EXPECT_NEAR(groundMetres(spot, east), distanceMetres(point, pointOf(east)), 0.3);
    }
}

} // namespace ob::core

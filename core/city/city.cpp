// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city.h"

#include "core/city/city_steps.h"

#include <algorithm>

namespace ob::core {
namespace {

void nameLand(City& city, CityNames& names) {
    NameWord const& word = names.city();
    city.name = {std::string(word.chinese) + "市", {}, latinOf(word.syllables), {}};
    auto const river = names.word();
    city.river = {river.chinese + "江", {}, river.latin + " River", {}};
    for (std::size_t i = 0; i < city.shape.lakes().size(); ++i) {
        auto const lake = names.word();
        city.lakes.push_back(i == 0 ? MapName{lake.chinese + "水库", {}, lake.latin + " Reservoir", {}}
                                    : MapName{lake.chinese + "湖", {}, lake.latin + " Lake", {}});
    }
}
/// Some short streets in the middle of the city can be driven one way only, neighbours in opposite
/// directions.
void makeOneway(City& city) {
    CityDice dice(city.seed, 10);
    for (Stroke const& stroke : city.net.strokes) {
        if (!stroke.isCut || stroke.metres < 220 || stroke.edges.empty()) continue;
        NetEdge const& first = city.net.edges[stroke.edges[0]];
        Spot const at = city.net.nodes[first.a];
        if (first.border != Border::Minor || length(at - city.plan.centre) > 2600 || !dice.chance(0.4))
            continue;
        bool const joinsOthers = std::ranges::all_of(stroke.edges, [&](std::uint32_t edge) {
            return city.net.edgesAt[city.net.edges[edge].a].size() > 1
                   && city.net.edgesAt[city.net.edges[edge].b].size() > 1;
        });
        if (!joinsOthers) continue;
        Spot const along = unit(city.net.nodes[first.b] - at) * (dice.chance(0.5) ? 1 : -1);
        for (std::uint32_t const edge : stroke.edges) {
            NetEdge& piece = city.net.edges[edge];
            piece.isOneway = true;
            if (dot(city.net.nodes[piece.b] - city.net.nodes[piece.a], along) < 0)
                std::swap(piece.a, piece.b);
        }
    }
}

/// Ramps were laid after the ground was parted: what stands in their way is not built.
void clearRamps(City& city) {
    constexpr double clear = 14;
    auto const isInTheWay = [&](Building const& building) {
        SpotBox const box = boxOf(building.outline);
        for (Carriageway const& way : city.expressway.ways)
            for (std::size_t i = 1; way.isRamp && i < way.line.size(); ++i) {
                SpotBox room;
                for (Spot const end : {way.line[i - 1], way.line[i]}) {
                    room.add(end - Spot{clear, clear});
                    room.add(end + Spot{clear, clear});
                }
                if (!room.meets(box)) continue;
                for (std::size_t k = 0, before = building.outline.size() - 1; k < building.outline.size();
                     before = k++)
                    if (metresToSegment(way.line[i - 1], way.line[i], building.outline[k]) < clear
                        || metresToSegment(building.outline[before], building.outline[k], way.line[i])
                               < clear)
                        return true;
            }
        return false;
    };
    std::erase_if(city.buildings, isInTheWay);
}

void nameQuarters(City& city) {
    // Words of their own: 金泉花园 need not be on 金泉路.
    CityNames names(city.seed + 1'000'003);
    CityDice dice(city.seed, 11);
    struct Ending {
        std::string_view chinese;
        std::string_view english;
    };
    constexpr Ending endings[] = {
        {"花园", " Garden"}, {"小区", " Estate"}, {"苑", " Court"}, {"家园", " Homes"}, {"府", " Mansion"}};
    for (std::uint32_t i = 0; i < city.blocks.size(); ++i) {
        if ((city.uses[i] != BlockUse::Slabs && city.uses[i] != BlockUse::Towers)
            || areaOf(city.blocks[i].ring.points) < 38'000 || !dice.chance(0.55))
            continue;
        auto const word = names.word();
        Ending const& ending = endings[dice.below(std::size(endings))];
        city.quarters.push_back(
            {{word.chinese + std::string(ending.chinese), {}, word.latin + std::string(ending.english), {}},
             insideOf(city.blocks[i].ring)});
    }
}

} // namespace

City makeCity(std::uint64_t seed) {
    City city(seed);
    CityNames names(seed);
    city.plan = planCity(city.shape, seed);
    city.ground = arrange(city.plan, city.shape);
    city.expressway = buildExpressway(city.plan, city.ground);
    Junctions junctions;
    for (Spot const joint : city.expressway.joints)
        junctions.add(joint);
    Subdivision parted =
        subdivide(city.plan, city.shape, city.ground, city.expressway.interchanges, junctions, seed);
    city.zones = std::move(parted.zones);
    city.blocks = std::move(parted.blocks);
    city.cuts = std::move(parted.cuts);
    nameLand(city, names);
    layDistricts(city, names);
    layVillages(city, names, junctions);
    city.uses = chooseUses(city);
    CityDice dice(seed, 4);
    for (std::uint32_t i = 0; i < city.blocks.size(); ++i) {
        BlockWorks works = buildBlock(city.blocks[i], i, city.uses[i], junctions, dice);
        std::ranges::move(works.buildings, std::back_inserter(city.buildings));
        std::ranges::move(works.patches, std::back_inserter(city.patches));
        for (GateWay const& way : works.ways)
            city.cuts.push_back({way.gate, way.end, Border::Service});
    }
    clearRamps(city);
    city.net = joinStreets({city.plan, city.ground, city.expressway, city.cuts, junctions});
    makeOneway(city);
    city.streetNames = nameStreets(city.net, city.plan, names);
    city.houseNumbers = numberHouses(city);
    nameQuarters(city);
    city.facilities = placeFacilities(city, names);
    return city;
}

} // namespace ob::core

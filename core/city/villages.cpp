// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_steps.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr double apartMetres = 900;
constexpr double fromTownMetres = 1500;

/// A road through, a lane across it, two lanes beside it, houses along all of them.
class VillageBuilder {
  public:
    VillageBuilder(City& city, Junctions& junctions, CityDice& dice)
        : m_city(city), m_junctions(junctions), m_dice(dice) {}

    bool build(Spot at, Spot along, Ring const& left, Ring const& right) {
        Spot const out = leftOf(along);
        bool isBuilt = false;
        for (auto const& [side, ring] : {std::pair(1.0, &left), std::pair(-1.0, &right)}) {
            double const reach = m_dice.between(130, 230);
            Spot const end = rounded(at + out * (side * reach));
            Spot const corner = rounded(at + out * (side * reach * 0.5));
            double const half = m_dice.between(90, 170);
            Spot const one = rounded(corner + along * half), other = rounded(corner - along * half);
            SpotLine const room{at + out * (side * 30) + along * (half + 40),
                                at + out * (side * (reach + 30)) + along * (half + 40),
                                at + out * (side * (reach + 30)) - along * (half + 40),
                                at + out * (side * 30) - along * (half + 40)};
            if (!fits(*ring, room, 0)) continue;
            if (!isBuilt) m_junctions.add(at);
            isBuilt = true;
            m_junctions.add(corner);
            m_city.cuts.push_back({at, end, Border::Minor});
            m_city.cuts.push_back({one, other, Border::Lane});
            houses(at, end, corner, 34);
            houses(one, other, corner, 8);
        }
        return isBuilt;
    }

  private:
    City& m_city;
    Junctions& m_junctions;
    CityDice& m_dice;

    void houses(Spot from, Spot to, Spot keepFree, double first) {
        Spot const along = unit(to - from);
        for (double const side : {1.0, -1.0})
            for (double at = first; at + 10 < length(to - from);) {
                double const wide = m_dice.between(9, 15), deep = m_dice.between(8, 12);
                Spot const corner = from + along * at + leftOf(along) * (side * m_dice.between(7, 11));
                Spot const back = leftOf(along) * (side * deep);
                Spot const middle = corner + along * (wide / 2) + back * 0.5;
                if (length(middle - keepFree) > 26 && !m_dice.chance(0.12)) {
                    SpotLine outline{rounded(corner), rounded(corner + along * wide),
                                     rounded(corner + along * wide + back), rounded(corner + back)};
                    if (side < 0) std::reverse(outline.begin(), outline.end());
                    m_city.buildings.push_back({.outline = std::move(outline),
                                                .metres = 7,
                                                .block = UINT32_MAX,
                                                .facesStreet = true});
                }
                at += wide + m_dice.between(3, 14);
            }
    }
};

} // namespace

void layVillages(City& city, CityNames& names, Junctions& junctions) {
    CityDice dice(city.seed, 6);
    VillageBuilder builder(city, junctions, dice);
    auto const isFar = [&](Spot spot) {
        auto const away = [&](auto const& places, double metres) {
            return std::ranges::all_of(
                places, [&](auto const& place) { return length(place.middle - spot) > metres; });
        };
        return length(spot - city.plan.centre) > 8200 && away(city.villages, apartMetres)
               && away(city.plan.towns, fromTownMetres)
               && std::ranges::all_of(city.expressway.interchanges,
                                      [&](Spot at) { return length(at - spot) > 900; });
    };
    auto const faceAt = [&](Spot spot) -> Ring const* {
        for (std::size_t face = 0; face < city.ground.faces.size(); ++face)
            if (city.zones[face] == Zone::Country && holds(city.ground.faces[face].points, spot))
                return &city.ground.faces[face];
        return nullptr;
    };
    for (PlanEdge const& edge : city.ground.edges) {
        Course const& course = city.plan.courses[edge.course];
        if ((course.role != CourseRole::Country && course.role != CourseRole::CoastRoad) || edge.isBridge)
            continue;
        Spot const a = city.ground.spots[edge.a], b = city.ground.spots[edge.b];
        Spot const middle = rounded((a + b) * 0.5);
        if (!isFar(middle) || length(b - a) < 50 || !dice.chance(0.06)) continue;
        Spot const along = unit(b - a);
        Ring const* const left = faceAt(middle + leftOf(along) * 60);
        Ring const* const right = faceAt(middle - leftOf(along) * 60);
        if (left == nullptr || right == nullptr || !builder.build(middle, along, *left, *right)) continue;
        auto const word = names.word();
        city.villages.push_back({{word.chinese + "村", {}, word.latin + " Village", {}}, middle});
    }
}

} // namespace ob::core

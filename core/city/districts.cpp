// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_steps.h"

#include <algorithm>
#include <map>
#include <queue>

namespace ob::core {
namespace {

/// A district seldom reaches over the river, or over the railway.
double passing(Border border) {
    if (border == Border::Bank || border == Border::Shore) return 6000;
    if (border == Border::Rail) return 500;
    return border == Border::Trunk || border == Border::Motorway ? 300 : 0;
}

struct Step {
    double metres;
    std::uint32_t face;
    std::uint32_t district;
    friend bool operator>(Step const& a, Step const& b) {
        return std::tuple(a.metres, a.face, a.district) > std::tuple(b.metres, b.face, b.district);
    }
};

} // namespace

void layDistricts(City& city, CityNames& names) {
    constexpr Spot seats[] = {{-600, 1300}, {-3800, 2200},  {3600, 2400},
                              {8000, 3300}, {-1500, -2300}, {3600, -2200}};
    constexpr std::uint32_t cityDistricts = std::size(seats);
    auto const& faces = city.ground.faces;
    std::vector<Spot> inside;
    std::map<std::pair<double, double>, std::vector<std::pair<std::uint32_t, std::size_t>>> sides;
    for (std::uint32_t face = 0; face < faces.size(); ++face) {
        inside.push_back(insideOf(faces[face]));
        for (std::size_t i = 0; i < faces[face].points.size(); ++i) {
            Spot const middle =
                faces[face].points[i] + faces[face].points[(i + 1) % faces[face].points.size()];
            sides[{middle.x, middle.y}].emplace_back(face, i);
        }
    }
    std::vector<std::vector<Step>> beside(faces.size());
    for (auto const& [middle, pair] : sides)
        if (pair.size() == 2)
            for (std::size_t k = 0; k < 2; ++k) {
                auto const [from, side] = pair[k];
                std::uint32_t const to = pair[1 - k].first;
                beside[from].push_back(
                    {length(inside[from] - inside[to]) + passing(faces[from].borders[side]), to, 0});
            }
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    for (std::uint32_t district = 0; district < cityDistricts + city.plan.towns.size(); ++district) {
        // Each town is the seat of a county.
        bool const isCounty = district >= cityDistricts;
        Spot const seat = isCounty ? city.plan.towns[district - cityDistricts].middle
                                   : city.shape.ground(seats[district].x, seats[district].y);
        NameWord const word = names.district(district);
        city.districts.push_back({{std::string(word.chinese) + (isCounty ? "县" : "区"),
                                   {},
                                   latinOf(word.syllables) + (isCounty ? " County" : " District"),
                                   {}},
                                  seat,
                                  isCounty});
        std::uint32_t nearest = 0;
        for (std::uint32_t face = 0; face < faces.size(); ++face)
            if (length(inside[face] - seat) < length(inside[nearest] - seat)) nearest = face;
        for (std::uint32_t face = 0; face < faces.size(); ++face)
            if (holds(faces[face].points, seat) && !city.shape.isWater(seat)) nearest = face;
        open.push({0, nearest, district});
    }
    constexpr std::uint32_t none = UINT32_MAX;
    city.districtOf.assign(faces.size(), none);
    while (!open.empty()) {
        Step const step = open.top();
        open.pop();
        if (city.districtOf[step.face] != none) continue;
        city.districtOf[step.face] = step.district;
        for (Step const& next : beside[step.face])
            if (city.districtOf[next.face] == none)
                open.push({step.metres + next.metres, next.face, step.district});
    }
    // Ground without a neighbour, as a lake has in a field: that of what is nearest.
    for (std::uint32_t face = 0; face < faces.size(); ++face) {
        if (city.districtOf[face] != none) continue;
        std::uint32_t best = 0;
        for (std::uint32_t district = 1; district < city.districts.size(); ++district)
            if (length(city.districts[district].middle - inside[face])
                < length(city.districts[best].middle - inside[face]))
                best = district;
        city.districtOf[face] = best;
    }
}

} // namespace ob::core

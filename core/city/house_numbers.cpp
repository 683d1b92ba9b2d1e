// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_steps.h"

#include <algorithm>
#include <map>
#include <set>

namespace ob::core {
namespace {

constexpr double cellMetres = 100;
constexpr double farthest = 62; ///< from the middle of a house to its street
/// Numbers go up by two in so many metres, even ones on one side.
constexpr double stepMetres = 16;

using CellKey = std::pair<std::int32_t, std::int32_t>;
CellKey keyOf(Spot spot) {
    return {static_cast<std::int32_t>(std::floor(spot.x / cellMetres)),
            static_cast<std::int32_t>(std::floor(spot.y / cellMetres))};
}

class Numberer {
  public:
    explicit Numberer(City const& city) : m_city(city), m_at(city.net.edges.size()) {
        for (Stroke const& stroke : city.net.strokes)
            measure(stroke);
        for (std::uint32_t i = 0; i < city.net.edges.size(); ++i) {
            if (city.net.edges[i].name == 0 || !isStreet(city.net.edges[i].border)) continue;
            SpotBox box;
            box.add(spotA(i));
            box.add(spotB(i));
            CellKey const low = keyOf(box.low), high = keyOf(box.high);
            for (std::int32_t x = low.first; x <= high.first; ++x)
                for (std::int32_t y = low.second; y <= high.second; ++y)
                    m_cells[{x, y}].push_back(i);
        }
    }

    std::vector<HouseNumber> run() {
        std::vector<HouseNumber> numbers;
        std::set<std::pair<std::uint32_t, std::uint32_t>> taken;
        for (std::uint32_t i = 0; i < m_city.buildings.size(); ++i) {
            Building const& building = m_city.buildings[i];
            Spot const middle = middleOf(building.outline);
            auto const edge = nearest(middle);
            if (!edge || building.isTank) continue;
            Spot const a = spotA(*edge), b = spotB(*edge);
            double const along = m_at[*edge] + length(nearestOnSegment(a, b, middle) - a);
            bool const isLeft = cross(b - a, middle - a) > 0;
            std::uint32_t number = 2 * static_cast<std::uint32_t>(along / stepMetres) + (isLeft ? 2 : 1);
            std::uint32_t const name = m_city.net.edges[*edge].name;
            while (!taken.insert({name, number}).second)
                number += 2;
            std::uint32_t const face =
                building.block < m_city.blocks.size() ? m_city.blocks[building.block].face : UINT32_MAX;
            numbers.push_back(
                {i, name, number, face == UINT32_MAX ? nearestDistrict(middle) : m_city.districtOf[face]});
        }
        return numbers;
    }

  private:
    City const& m_city;
    std::vector<double> m_at; ///< metres from the beginning of the street to the edge's a
    std::map<CellKey, std::vector<std::uint32_t>> m_cells;

    Spot spotA(std::uint32_t edge) const { return m_city.net.nodes[m_city.net.edges[edge].a]; }
    Spot spotB(std::uint32_t edge) const { return m_city.net.nodes[m_city.net.edges[edge].b]; }

    void measure(Stroke const& stroke) {
        if (stroke.edges.empty()) return;
        if (!stroke.isCut) {
            double sum = 0;
            for (std::uint32_t const edge : stroke.edges) {
                m_at[edge] = sum;
                sum += length(spotB(edge) - spotA(edge));
            }
            return;
        }
        // Nearly straight: from the end that is in the west or south.
        Spot const along = [&] {
            Spot const first = unit(spotB(stroke.edges[0]) - spotA(stroke.edges[0]));
            return first.x + first.y < 0 ? first * -1 : first;
        }();
        double low = 1e9;
        for (std::uint32_t const edge : stroke.edges)
            low = std::min({low, dot(spotA(edge), along), dot(spotB(edge), along)});
        for (std::uint32_t const edge : stroke.edges)
            m_at[edge] = std::min(dot(spotA(edge), along), dot(spotB(edge), along)) - low;
    }

    std::optional<std::uint32_t> nearest(Spot to) const {
        std::optional<std::uint32_t> best;
        double least = farthest;
        CellKey const low = keyOf(to - Spot{farthest, farthest}), high = keyOf(to + Spot{farthest, farthest});
        for (std::int32_t x = low.first; x <= high.first; ++x)
            for (std::int32_t y = low.second; y <= high.second; ++y) {
                auto const cell = m_cells.find({x, y});
                if (cell == m_cells.end()) continue;
                for (std::uint32_t const edge : cell->second)
                    if (double const away = metresToSegment(spotA(edge), spotB(edge), to); away < least) {
                        least = away;
                        best = edge;
                    }
            }
        return best;
    }

    std::uint32_t nearestDistrict(Spot spot) const {
        for (std::uint32_t face = 0; face < m_city.ground.faces.size(); ++face)
            if (m_city.zones[face] == Zone::Country && holds(m_city.ground.faces[face].points, spot))
                return m_city.districtOf[face];
        return 0;
    }
};

} // namespace

std::vector<HouseNumber> numberHouses(City const& city) { return Numberer(city).run(); }

} // namespace ob::core

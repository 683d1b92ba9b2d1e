// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/subdivision.h"

#include "core/city/city_dice.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr double hectare = 10'000;
constexpr double interchangeMetres = 520;
/// Two streets do not meet a third nearer to each other.
constexpr double apartMetres = 24;

double thickness(Ring const& ring) {
    double around = 0;
    for (std::size_t i = 0; i < ring.points.size(); ++i)
        around += length(ring.points[(i + 1) % ring.points.size()] - ring.points[i]);
    return 2 * areaOf(ring.points) / around;
}

double blockHectares(Zone zone) {
    switch (zone) {
    case Zone::Centre: return 2.4;
    case Zone::OldTown: return 1.0;
    case Zone::Inner: return 3.4;
    case Zone::Outer: return 5.4;
    case Zone::Works: return 26;
    case Zone::Industry: return 13;
    case Zone::Port: return 22;
    case Zone::Town: return 1.9;
    case Zone::Water:
    case Zone::Green:
    case Zone::LakePark:
    case Zone::Country: return 0;
    }
    return 0;
}

class Zoner {
  public:
    Zoner(CityPlan const& plan, CityShape const& shape, std::span<Spot const> interchanges)
        : m_plan(plan), m_shape(shape), m_interchanges(interchanges) {}

    Zone zoneOf(Ring const& face) const {
        Spot const inside = insideOf(face);
        for (SpotLine const& lake : m_shape.lakes())
            if (holds(face.points, middleOf(lake)) && areaOf(face.points) > 1.05 * areaOf(lake))
                return areaOf(face.points) < 400 * hectare ? Zone::LakePark : Zone::Country;
        if (m_shape.isWater(inside)) return Zone::Water;
        for (Town const& town : m_plan.towns)
            if (length(town.middle - inside) < town.radius) return Zone::Town;
        double const area = areaOf(face.points);
        double const away = length(inside - m_plan.centre);
        if (area > 330 * hectare || away > 11'500) return Zone::Country;
        bool const atMotorway = std::ranges::find(face.borders, Border::Motorway) != face.borders.end();
        for (Spot const at : m_interchanges)
            if (atMotorway && length(at - inside) < interchangeMetres + 250) return Zone::Green;
        bool const atBank = std::ranges::any_of(
            face.borders, [](Border b) { return b == Border::Bank || b == Border::Shore; });
        if (thickness(face) < (atBank ? 85 : 22)) return Zone::Green;
        if (length(inside - m_plan.works) < 1150) return Zone::Works;
        if (length(inside - m_plan.port) < 1500) return Zone::Port;
        if (length(inside - m_plan.works) < 2600) return Zone::Industry;
        if (length(inside - m_plan.oldTown) < 760) return Zone::OldTown;
        if (away < 1500) return Zone::Centre;
        return away < 3700 ? Zone::Inner : Zone::Outer;
    }

  private:
    CityPlan const& m_plan;
    CityShape const& m_shape;
    std::span<Spot const> m_interchanges;
};

class Parter {
  public:
    Parter(Junctions& junctions, CityDice& dice, Subdivision& result)
        : m_junctions(junctions), m_dice(dice), m_result(result) {}

    void part(Block block) {
        double const target = blockHectares(block.zone) * hectare;
        double const area = areaOf(block.ring.points);
        auto const [along, longSide, shortSide] = axis(block.ring);
        bool const isLong = longSide > 3.0 * shortSide && area > 0.6 * target;
        if (area > target * m_dice.between(1.05, 1.75) || isLong) {
            Border const as = area > 4.5 * target && area > 9 * hectare ? Border::Tertiary
                              : block.zone == Zone::OldTown             ? Border::Lane
                                                                        : Border::Minor;
            for (bool const mayEnd : {false, true})
                for (Spot const direction : {leftOf(along), along})
                    if (parted(block, direction, as, target, mayEnd)) return;
        }
        m_result.blocks.push_back(std::move(block));
    }

  private:
    Junctions& m_junctions;
    CityDice& m_dice;
    Subdivision& m_result;

    struct Axis {
        Spot along;
        double longSide;
        double shortSide;
    };

    /// Of the smallest rectangle around it.
    static Axis axis(Ring const& ring) {
        Axis best{{1, 0}, 0, 0};
        double least = 1e18;
        for (std::size_t i = 0; i < ring.points.size(); ++i) {
            Spot const side = ring.points[(i + 1) % ring.points.size()] - ring.points[i];
            if (length(side) < 15) continue;
            Spot const along = unit(side);
            SpotBox box;
            for (Spot const spot : ring.points)
                box.add({dot(spot, along), cross(along, spot)});
            Spot const size = box.high - box.low;
            if (size.x * size.y >= least * 0.999) continue;
            least = size.x * size.y;
            best = size.x >= size.y ? Axis{along, size.x, size.y} : Axis{leftOf(along), size.y, size.x};
        }
        return best;
    }

    bool parted(Block const& block, Spot direction, Border as, double target, bool mayEnd) {
        Spot const across{direction.y, -direction.x};
        double low = 1e9, high = -1e9;
        for (Spot const spot : block.ring.points) {
            low = std::min(low, dot(spot, across));
            high = std::max(high, dot(spot, across));
        }
        std::vector<Spot> starts;
        for (std::size_t i = 0; i < block.ring.points.size(); ++i)
            for (Spot const spot : m_junctions.on(block.ring.points[i],
                                                  block.ring.points[(i + 1) % block.ring.points.size()])) {
                double const share = (dot(spot, across) - low) / (high - low);
                if (share > 0.27 && share < 0.73) starts.push_back(spot);
            }
        double const middle = (low + high) / 2;
        std::ranges::sort(starts, {},
                          [&](Spot spot) { return std::pair(std::abs(dot(spot, across) - middle), spot.x); });
        for (Spot const start : starts)
            for (double const side : {4.0, -4.0})
                if (lay(block, start + direction * side, start, direction, as, target, mayEnd)) return true;
        Spot const inside = insideOf(block.ring);
        for (double const share : {m_dice.between(0.45, 0.55), 0.4, 0.6, 0.5}) {
            Spot const at = inside + across * (low + (high - low) * share - dot(inside, across));
            if (lay(block, at, std::nullopt, direction, as, target, mayEnd)) return true;
        }
        return false;
    }

    bool lay(Block const& block, Spot at, std::optional<Spot> start, Spot direction, Border as, double target,
             bool mayEnd) {
        if (!holds(block.ring.points, at)) return false;
        auto chord = chordOf(block.ring, at, direction);
        if (!chord || length(chord->to - chord->from) < 45) return false;
        if (start && length(chord->from - *start) < 1) chord->from = *start;
        if (start && length(chord->to - *start) < 1) chord->to = *start;
        bool const fromStreet = isStreet(block.ring.borders[chord->fromSide]);
        bool const toStreet = isStreet(block.ring.borders[chord->toSide]);
        if (!fromStreet && !toStreet) return false;
        if (!mayEnd && !(fromStreet && toStreet)) return false;
        for (auto const& [spot, side] :
             {std::pair(chord->from, chord->fromSide), std::pair(chord->to, chord->toSide)}) {
            if (start == spot) continue;
            if (m_junctions.isNear(spot, apartMetres)) return false;
            if (nearCorner(block.ring, side, spot)) return false;
        }
        auto [left, right] = partedBy(block.ring, *chord, as);
        for (Ring const& half : {left, right})
            if (half.points.size() < 3 || areaOf(half.points) < 0.3 * target || thickness(half) < 15)
                return false;
        Cut cut{chord->from, chord->to, as};
        Spot const along = unit(cut.b - cut.a);
        if (fromStreet)
            m_junctions.add(cut.a);
        else
            cut.a = rounded(cut.a + along * (clearMetres(block.ring.borders[chord->fromSide]) + 12));
        if (toStreet)
            m_junctions.add(cut.b);
        else
            cut.b = rounded(cut.b - along * (clearMetres(block.ring.borders[chord->toSide]) + 12));
        m_result.cuts.push_back(cut);
        part({std::move(left), block.zone, block.face});
        part({std::move(right), block.zone, block.face});
        return true;
    }

    /// Near a corner, unless the street goes nearly straight on there.
    static bool nearCorner(Ring const& ring, std::size_t side, Spot spot) {
        std::size_t const size = ring.points.size();
        for (std::size_t const corner : {side, (side + 1) % size}) {
            if (length(ring.points[corner] - spot) > apartMetres) continue;
            Spot const in = unit(ring.points[corner] - ring.points[(corner + size - 1) % size]);
            Spot const out = unit(ring.points[(corner + 1) % size] - ring.points[corner]);
            if (dot(in, out) < 0.93) return true;
        }
        return false;
    }
};

} // namespace

void Junctions::add(Spot spot) {
    auto& cell = m_cells[{static_cast<std::int32_t>(std::floor(spot.x / 64)),
                          static_cast<std::int32_t>(std::floor(spot.y / 64))}];
    if (std::ranges::find(cell, spot) == cell.end()) cell.push_back(spot);
}

template<class Visit>
void Junctions::eachIn(SpotBox const& box, Visit visit) const {
    auto const number = [](double at) { return static_cast<std::int32_t>(std::floor(at / 64)); };
    for (std::int32_t column = number(box.low.x); column <= number(box.high.x); ++column)
        for (auto cell = m_cells.lower_bound({column, number(box.low.y)});
             cell != m_cells.end() && cell->first <= std::pair(column, number(box.high.y)); ++cell)
            for (Spot const spot : cell->second)
                visit(spot);
}

std::vector<Spot> Junctions::on(Spot a, Spot b) const {
    std::vector<Spot> found;
    SpotBox box;
    for (Spot const end : {a, b}) {
        box.add(end - Spot{1, 1});
        box.add(end + Spot{1, 1});
    }
    eachIn(box, [&](Spot spot) {
        if (spot != a && spot != b && metresToSegment(a, b, spot) < 0.3) found.push_back(spot);
    });
    return found;
}

bool Junctions::isNear(Spot spot, double metres) const {
    bool isFound = false;
    SpotBox box;
    box.add(spot - Spot{metres, metres});
    box.add(spot + Spot{metres, metres});
    eachIn(box, [&](Spot other) { isFound = isFound || length(other - spot) < metres; });
    return isFound;
}

Subdivision subdivide(CityPlan const& plan, CityShape const& shape, Arrangement const& ground,
                      std::span<Spot const> interchanges, Junctions& junctions, std::uint64_t seed) {
    Subdivision result;
    CityDice dice(seed, 3);
    Zoner const zoner(plan, shape, interchanges);
    Parter parter(junctions, dice, result);
    for (std::uint32_t face = 0; face < ground.faces.size(); ++face) {
        Zone const zone = zoner.zoneOf(ground.faces[face]);
        result.zones.push_back(zone);
        if (blockHectares(zone) > 0) parter.part({ground.faces[face], zone, face});
    }
    return result;
}

} // namespace ob::core

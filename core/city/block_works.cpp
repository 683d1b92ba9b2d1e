// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/block_works.h"

#include <algorithm>
#include <array>

namespace ob::core {
namespace {

struct Rows {
    double deep;              ///< a house, across the row
    double shortest, longest; ///< along it
    double pitch;             ///< from row to row
    double gap;               ///< between houses
    int lowest, highest;      ///< metres
    double clear = 0;         ///< from the streets, beyond what they ask for
    double notched = 0;       ///< share of houses that are no plain rectangles
};

class Works {
  public:
    Works(Block const& block, std::uint32_t number, Junctions& junctions, CityDice& dice)
        : m_ring(block.ring), m_number(number), m_junctions(junctions), m_dice(dice) {}

    BlockWorks run(BlockUse use) {
        axis(use == BlockUse::Slabs || use == BlockUse::Towers);
        double const hectares = areaOf(m_ring.points) / 10'000;
        switch (use) {
        case BlockUse::Slabs:
            if (hectares > 2.4) gateWay();
            if (m_dice.chance(0.4)) frontage(9, 20, 46, 4, 9);
            rows({.deep = 12,
                  .shortest = 36,
                  .longest = 62,
                  .pitch = m_dice.between(27, 33),
                  .gap = 9,
                  .lowest = 15,
                  .highest = 21,
                  .clear = 3});
            break;
        case BlockUse::Towers:
            if (hectares > 2.4) gateWay();
            if (m_dice.chance(0.3)) frontage(12, 28, 56, 5, 12);
            rows({.deep = 15,
                  .shortest = 26,
                  .longest = 40,
                  .pitch = m_dice.between(44, 54),
                  .gap = 16,
                  .lowest = 33,
                  .highest = 96,
                  .clear = 8,
                  .notched = 0.6});
            break;
        case BlockUse::Commerce:
            rows({.deep = m_dice.between(30, 42),
                  .shortest = 34,
                  .longest = 66,
                  .pitch = m_dice.between(54, 62),
                  .gap = 12,
                  .lowest = 18,
                  .highest = 150,
                  .clear = 4,
                  .notched = 0.55});
            frontage(14, 20, 40, 12, 30);
            break;
        case BlockUse::Courtyards: courtyards(); break;
        case BlockUse::Houses:
            frontage(10, 14, 30, 6, 12);
            rows({.deep = 11,
                  .shortest = 18,
                  .longest = 40,
                  .pitch = 26,
                  .gap = 6,
                  .lowest = 6,
                  .highest = 18,
                  .clear = 2});
            break;
        case BlockUse::Halls:
            rows({.deep = m_dice.between(30, 56),
                  .shortest = 60,
                  .longest = 130,
                  .pitch = m_dice.between(74, 86),
                  .gap = 22,
                  .lowest = 9,
                  .highest = 15,
                  .clear = 6,
                  .notched = 0.2});
            frontage(16, 36, 60, 9, 18);
            break;
        case BlockUse::Tanks: tanks(); break;
        case BlockUse::Yard:
            rows({.deep = 34,
                  .shortest = 90,
                  .longest = 150,
                  .pitch = 110,
                  .gap = 40,
                  .lowest = 10,
                  .highest = 14,
                  .clear = 12});
            break;
        case BlockUse::School:
            track(0.5);
            rows({.deep = 14,
                  .shortest = 40,
                  .longest = 66,
                  .pitch = 36,
                  .gap = 14,
                  .lowest = 12,
                  .highest = 20,
                  .clear = 8,
                  .notched = 0.5});
            break;
        case BlockUse::University:
            track(0.7);
            gateWay();
            rows({.deep = 17,
                  .shortest = 50,
                  .longest = 84,
                  .pitch = 58,
                  .gap = 26,
                  .lowest = 15,
                  .highest = 36,
                  .clear = 14,
                  .notched = 0.5});
            break;
        case BlockUse::Hospital:
            rows({.deep = 24,
                  .shortest = 60,
                  .longest = 90,
                  .pitch = 52,
                  .gap = 18,
                  .lowest = 18,
                  .highest = 60,
                  .clear = 10,
                  .notched = 0.8});
            break;
        case BlockUse::Stadium: stadium(); break;
        case BlockUse::Park: park(); break;
        case BlockUse::Square: square(); break;
        case BlockUse::Civic:
            rows({.deep = 26,
                  .shortest = 60,
                  .longest = 90,
                  .pitch = 70,
                  .gap = 30,
                  .lowest = 18,
                  .highest = 40,
                  .clear = 16,
                  .notched = 0.5});
            break;
        case BlockUse::Empty: break;
        }
        return std::move(m_works);
    }

  private:
    Ring const& m_ring;
    std::uint32_t m_number;
    Junctions& m_junctions;
    CityDice& m_dice;
    BlockWorks m_works;
    std::vector<SpotLine> m_taken;
    Spot m_along{
        1, 0};     ///< of the rows: with a street, if one runs nearly east and west, since houses look south
    SpotBox m_box; ///< of the block, along and across

    void axis(bool looksSouth) {
        double best = 0;
        for (std::size_t i = 0; i < m_ring.points.size(); ++i) {
            Spot const side = m_ring.points[(i + 1) % m_ring.points.size()] - m_ring.points[i];
            Spot along = unit(side);
            if (std::abs(along.x) < std::abs(along.y)) along = {along.y, -along.x};
            if (along.x < 0) along = along * -1;
            if ((along.x > 0.86 || !looksSouth) && length(side) > best) {
                best = length(side);
                m_along = along;
            }
        }
        for (Spot const spot : m_ring.points)
            m_box.add(local(spot));
    }
    Spot local(Spot spot) const { return {dot(spot, m_along), cross(m_along, spot)}; }
    Spot ground(Spot at) const { return rounded(m_along * at.x + leftOf(m_along) * at.y); }

    bool isFree(SpotLine const& shape, double apart) const {
        SpotBox box = boxOf(shape);
        box.low = box.low - Spot{apart, apart};
        box.high = box.high + Spot{apart, apart};
        for (SpotLine const& other : m_taken) {
            if (!box.meets(boxOf(other))) continue;
            if (holds(other, shape[0]) || holds(shape, other[0])) return false;
            for (std::size_t i = 0, before = shape.size() - 1; i < shape.size(); before = i++)
                for (std::size_t k = 0, last = other.size() - 1; k < other.size(); last = k++)
                    if (metresToSegment(shape[before], shape[i], other[k]) < apart
                        || metresToSegment(other[last], other[k], shape[i]) < apart
                        || crosses(shape[before], shape[i], other[last], other[k]))
                        return false;
        }
        return true;
    }
    static bool crosses(Spot a, Spot b, Spot c, Spot d) {
        return (cross(b - a, c - a) > 0) != (cross(b - a, d - a) > 0)
               && (cross(d - c, a - c) > 0) != (cross(d - c, b - c) > 0);
    }

    SpotLine rectangle(Spot low, Spot high) const {
        return {ground(low), ground({high.x, low.y}), ground(high), ground({low.x, high.y})};
    }
    int height(int lowest, int highest) {
        // More low ones than high ones.
        double const part = m_dice.part();
        return lowest + static_cast<int>((highest - lowest) * part * part);
    }
    void put(SpotLine outline, int metres, bool facesStreet = false, bool isTank = false) {
        m_taken.push_back(outline);
        m_works.buildings.push_back({.outline = std::move(outline),
                                     .metres = metres,
                                     .block = m_number,
                                     .facesStreet = facesStreet,
                                     .isTank = isTank});
    }

    /// A house with a wing, a recess or a corner cut out, within the rectangle.
    SpotLine notched(Spot low, Spot high) {
        double const x = high.x - low.x, y = high.y - low.y;
        double const cutX = x * m_dice.between(0.25, 0.45), cutY = y * m_dice.between(0.3, 0.55);
        auto const at = [&](double east, double north) { return ground({low.x + east, low.y + north}); };
        switch (m_dice.below(4)) {
        case 0:
            return {at(0, 0), at(x, 0), at(x, y), at(x - cutX, y), at(x - cutX, y - cutY), at(0, y - cutY)};
        case 1: return {at(0, 0), at(x, 0), at(x, y - cutY), at(cutX, y - cutY), at(cutX, y), at(0, y)};
        case 2:
            return {at(0, 0),
                    at(x, 0),
                    at(x, y),
                    at(x * 0.68, y),
                    at(x * 0.68, y - cutY),
                    at(x * 0.32, y - cutY),
                    at(x * 0.32, y),
                    at(0, y)};
        default:
            return {at(0, cutY),       at(x * 0.3, cutY), at(x * 0.3, 0), at(x * 0.7, 0),
                    at(x * 0.7, cutY), at(x, cutY),       at(x, y),       at(0, y)};
        }
    }

    void rows(Rows const& order) {
        double const step = std::max(4.0, order.shortest / 6);
        for (double y = m_box.low.y + m_dice.between(6, 14); y + order.deep < m_box.high.y;
             y += order.pitch) {
            double const size = m_dice.between(order.shortest, order.longest);
            int const metres = height(order.lowest, order.highest);
            for (double x = m_box.low.x + 4; x + order.shortest < m_box.high.x;) {
                double wide = size;
                bool isPut = false;
                for (; wide >= order.shortest && !isPut; wide *= 0.82) {
                    Spot const low{x, y}, high{x + wide, y + order.deep};
                    SpotLine const whole = rectangle(low, high);
                    if (!fits(m_ring, whole, order.clear) || !isFree(whole, std::min(order.gap, 7.0)))
                        continue;
                    int const own = order.highest > 60 ? height(order.lowest, order.highest) : metres;
                    put(m_dice.chance(order.notched) ? notched(low, high) : whole, own);
                    isPut = true;
                    break;
                }
                x += isPut ? wide + order.gap : step;
            }
        }
    }

    /// Shops and houses along the streets.
    void frontage(double deep, double shortest, double longest, int lowest, int highest) {
        for (std::size_t i = 0; i < m_ring.points.size(); ++i) {
            Spot const a = m_ring.points[i];
            Spot const side = m_ring.points[(i + 1) % m_ring.points.size()] - a;
            double const whole = length(side);
            if (!isStreet(m_ring.borders[i]) || whole < shortest || m_dice.chance(0.25)) continue;
            Spot const along = unit(side);
            Spot const in = leftOf(along) * (clearMetres(m_ring.borders[i]) + 1.5);
            for (double at = 4; at + shortest < whole;) {
                double const wide = std::min(m_dice.between(shortest, longest), whole - at);
                Spot const from = a + along * at + in;
                Spot const back = leftOf(along) * deep;
                SpotLine const outline{rounded(from), rounded(from + along * wide),
                                       rounded(from + along * wide + back), rounded(from + back)};
                if (!fits(m_ring, outline, 0.5) || !isFree(outline, 4)) {
                    at += 6;
                    continue;
                }
                put(outline, height(lowest, highest), true);
                at += wide + (m_dice.chance(0.3) ? m_dice.between(5, 14) : m_dice.between(0.5, 3) + 4);
            }
        }
    }

    void courtyards() {
        double const pitch = m_dice.between(19, 23);
        for (double y = m_box.low.y + 5; y + 12 < m_box.high.y; y += pitch) {
            for (double x = m_box.low.x + 3; x + 9 < m_box.high.x;) {
                double const wide = m_dice.between(12, 22), deep = m_dice.between(0.7, 0.92) * pitch;
                Spot const low{x, y}, high{x + wide, y + deep};
                SpotLine const whole = rectangle(low, high);
                if (!fits(m_ring, whole, 0.5)) {
                    x += 4;
                    continue;
                }
                auto const at = [&](double east, double north) {
                    return ground({low.x + east, low.y + north});
                };
                double const wing = 5;
                if (wide > 14 && m_dice.chance(0.6)) // around three sides of a court, open to the south
                    put({at(0, 0), at(wing, 0), at(wing, deep - 6), at(wide - wing, deep - 6),
                         at(wide - wing, 0), at(wide, 0), at(wide, deep), at(0, deep)},
                        5);
                else
                    put(rectangle(low, {high.x, low.y + std::min(deep, 10.0)}), height(4, 9));
                x += wide + m_dice.between(1.2, 3.5);
            }
        }
    }

    SpotLine round(Spot middle, double radius) const {
        SpotLine line;
        for (int i = 0; i < 16; ++i)
            line.push_back(rounded(middle + heading(i / 16.0) * radius));
        return line;
    }

    void tanks() {
        double const radius = m_dice.between(9, 19);
        double const half = (m_box.low.x + m_box.high.x) / 2;
        for (double y = m_box.low.y + radius + 10; y < m_box.high.y - radius; y += radius * 3.1)
            for (double x = m_box.low.x + radius + 10; x < half; x += radius * 3.1) {
                auto outline = round(ground({x, y}), radius);
                if (fits(m_ring, outline, 12)) put(std::move(outline), 12, false, true);
            }
        rows({.deep = 28,
              .shortest = 40,
              .longest = 90,
              .pitch = 62,
              .gap = 24,
              .lowest = 10,
              .highest = 30,
              .clear = 10,
              .notched = 0.3});
    }

    /// Two straights and two half circles.
    SpotLine oval(Spot middle, double straight, double radius, bool isUpright) const {
        SpotLine line;
        Spot const along = isUpright ? leftOf(m_along) : m_along;
        for (int i = 0; i <= 8; ++i)
            for (bool const isFirst : {true})
                if (isFirst) {
                    Spot const to = heading(-0.25 + 0.5 * i / 8);
                    line.push_back(rounded(middle + along * (straight / 2 + radius * to.x)
                                           + leftOf(along) * (radius * to.y)));
                }
        for (int i = 0; i <= 8; ++i) {
            Spot const to = heading(0.25 + 0.5 * i / 8);
            line.push_back(
                rounded(middle + along * (-straight / 2 + radius * to.x) + leftOf(along) * (radius * to.y)));
        }
        return line;
    }

    /// A running track with a pitch in it, somewhere it fits.
    void track(double scale) {
        for (double const size : {scale, scale * 0.75, scale * 0.55})
            for (int tries = 0; tries < 14; ++tries) {
                Spot const at = ground(
                    {m_dice.between(m_box.low.x, m_box.high.x), m_dice.between(m_box.low.y, m_box.high.y)});
                SpotLine outline = oval(at, 84 * size, 46 * size, true);
                if (!fits(m_ring, outline, 4) || !isFree(outline, 4)) continue;
                m_taken.push_back(outline);
                m_works.patches.push_back({Patch::Kind::Track, outline});
                Spot const middle = local(at);
                m_works.patches.push_back(
                    {Patch::Kind::Pitch, rectangle({middle.x - 30 * size, middle.y - 44 * size},
                                                   {middle.x + 30 * size, middle.y + 44 * size})});
                return;
            }
    }

    void stadium() {
        Spot const at = insideOf(m_ring);
        for (double const size : {1.0, 0.85, 0.7}) {
            SpotLine outer = oval(at, 100 * size, 92 * size, true);
            if (!fits(m_ring, outer, 2)) continue;
            // The stand runs around the field, open by a hair so that it is one outline.
            SpotLine const field = oval(at, 88 * size, 50 * size, true);
            SpotLine stand(outer.begin(), outer.end());
            stand.push_back(outer.front());
            stand.push_back(field.front());
            stand.insert(stand.end(), field.rbegin(), field.rend());
            m_taken.push_back(outer);
            m_works.buildings.push_back({.outline = std::move(stand), .metres = 30, .block = m_number});
            m_works.patches.push_back({Patch::Kind::Track, field});
            break;
        }
        track(0.6);
        rows({.deep = 40,
              .shortest = 50,
              .longest = 80,
              .pitch = 70,
              .gap = 30,
              .lowest = 15,
              .highest = 24,
              .clear = 12});
    }

    void park() {
        Spot const inside = insideOf(m_ring);
        SpotLine pond;
        double const radius =
            m_dice.between(0.10, 0.16) * std::min(m_box.high.x - m_box.low.x, m_box.high.y - m_box.low.y);
        double const phase = m_dice.part();
        for (int i = 0; i < 28; ++i) {
            double const turn = i / 28.0;
            pond.push_back(rounded(
                inside
                + heading(turn) * (radius * (1 + 0.25 * wave(2 * turn + phase) + 0.12 * wave(3 * turn)))));
        }
        if (radius > 12 && fits(m_ring, pond, 14)) m_works.patches.push_back({Patch::Kind::Pond, pond});
        // A way around the water and ways out to the corners.
        SpotLine way;
        for (int i = 0; i <= 28; ++i)
            way.push_back(rounded(inside + heading(i / 28.0) * (radius * 1.7)));
        if (fits(m_ring, way, 0)) {
            m_works.patches.push_back({Patch::Kind::Path, way});
            for (double const turn : {0.03, 0.28, 0.53, 0.78})
                if (auto const chord = chordOf(m_ring, inside, heading(turn)))
                    if (length(chord->to - inside) > radius * 2)
                        m_works.patches.push_back(
                            {Patch::Kind::Path,
                             {rounded(inside + heading(turn) * (radius * 1.7)), chord->to}});
        }
    }

    void square() {
        SpotLine const whole =
            rectangle(m_box.low * 0.72 + m_box.high * 0.28, m_box.low * 0.28 + m_box.high * 0.72);
        if (fits(m_ring, whole, 0)) {
            m_taken.push_back(whole);
            m_works.patches.push_back({Patch::Kind::Square, whole});
        }
        rows({.deep = 22,
              .shortest = 36,
              .longest = 70,
              .pitch = 48,
              .gap = 14,
              .lowest = 18,
              .highest = 60,
              .clear = 6,
              .notched = 0.4});
    }

    void gateWay() {
        Spot const inside = insideOf(m_ring);
        for (double const shift : {0.0, 18.0, -18.0, 34.0, -34.0}) {
            auto const chord = chordOf(m_ring, inside + m_along * shift, leftOf(m_along));
            if (!chord) continue;
            bool const isForward = isStreet(m_ring.borders[chord->fromSide]);
            Spot const gate = isForward ? chord->from : chord->to;
            Spot const other = isForward ? chord->to : chord->from;
            Border const atEnd = m_ring.borders[isForward ? chord->toSide : chord->fromSide];
            if (!isStreet(m_ring.borders[isForward ? chord->fromSide : chord->toSide])
                || m_junctions.isNear(gate, 20))
                continue;
            double const whole = length(other - gate);
            double const stop = whole - clearMetres(atEnd) - 14;
            if (stop < 60) continue;
            Spot const end = rounded(gate + unit(other - gate) * stop);
            Spot const wide = m_along * 4;
            m_junctions.add(gate);
            m_taken.push_back({gate - wide, gate + wide, end + wide, end - wide});
            m_works.ways.push_back({gate, end});
            return;
        }
    }
};

} // namespace

BlockWorks buildBlock(Block const& block, std::uint32_t number, BlockUse use, Junctions& junctions,
                      CityDice& dice) {
    return Works(block, number, junctions, dice).run(use);
}

} // namespace ob::core

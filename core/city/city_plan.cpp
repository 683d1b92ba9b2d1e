// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_plan.h"

#include "core/city/city_dice.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Lines at right angles on paper; the outer ring's corners are what the numbers count from.
struct Frame {
    double west, east, south, north;
    Frame grown(double by) const { return {west - by, east + by, south - by, north + by}; }
};

SpotLine roundedFrame(Frame const& frame, double corner) {
    SpotLine line;
    struct Corner {
        Spot middle;
        double turn;
    };
    Corner const corners[] = {{{frame.east - corner, frame.north - corner}, 0},
                              {{frame.west + corner, frame.north - corner}, 0.25},
                              {{frame.west + corner, frame.south + corner}, 0.5},
                              {{frame.east - corner, frame.south + corner}, 0.75}};
    for (Corner const& at : corners)
        for (int i = 0; i <= 24; ++i)
            line.push_back(at.middle + heading(at.turn + 0.25 * i / 24) * corner);
    line.push_back(line.front());
    return line;
}

class Planner {
  public:
    Planner(CityShape const& shape, std::uint64_t seed) : m_shape(shape), m_dice(seed, 2) {
        m_inner = {-1900 + m_dice.between(-150, 150), 2350 + m_dice.between(-150, 150),
                   -1750 + m_dice.between(-120, 120), 1800 + m_dice.between(-120, 120)};
        m_outer = {-5200 + m_dice.between(-250, 250), 5700 + m_dice.between(-250, 250),
                   -4450 + m_dice.between(-200, 200), 4550 + m_dice.between(-200, 200)};
        m_express = {-8300, 8350, -7000, 7100};
    }

    CityPlan run() {
        waters();
        rings();
        riverRoads();
        alongRiver();
        acrossRiver();
        port();
        country();
        towns();
        rail();
        m_plan.centre = m_shape.ground(200, 950);
        m_plan.oldTown = m_shape.ground(m_inner.west + 1000, 1050);
        return std::move(m_plan);
    }

  private:
    CityShape const& m_shape;
    CityDice m_dice;
    CityPlan m_plan;
    Frame m_inner{}, m_outer{}, m_express{};

    std::size_t add(Course course, SpotLine const& paper) {
        course.line = m_shape.ground(paper);
        m_plan.courses.push_back(std::move(course));
        return m_plan.courses.size() - 1;
    }

    void waters() {
        auto const ring = [this](SpotLine line, Border border) {
            line.push_back(line.front());
            m_plan.courses.push_back({.border = border, .role = CourseRole::Water, .line = std::move(line)});
        };
        ring(m_shape.coast(), Border::Shore);
        ring(m_shape.river(), Border::Bank);
        ring(m_shape.islet(), Border::Bank);
        for (SpotLine const& lake : m_shape.lakes())
            ring(lake, Border::Bank);
    }

    void rings() {
        add({.border = Border::Trunk, .role = CourseRole::InnerRing, .bridges = true},
            roundedFrame(m_inner, 650));
        add({.border = Border::Trunk, .role = CourseRole::OuterRing, .bridges = true},
            roundedFrame(m_outer, 1500));
        m_plan.expressway = add({.border = Border::Motorway, .role = CourseRole::Expressway, .bridges = true},
                                roundedFrame(m_express, 3300));
    }

    void riverRoads() {
        for (double const side : {1.0, -1.0}) {
            SpotLine paper;
            for (double u = -7000; u <= 8100; u += 100)
                paper.push_back({u, side * (m_shape.riverHalf(u) + 95)});
            add({.border = Border::Secondary, .role = CourseRole::RiverRoad}, paper);
        }
        SpotLine islet{{CityShape::isletFrom + 420, 0}, {CityShape::isletTo - 420, 0}};
        add({.border = Border::Tertiary, .role = CourseRole::RiverRoad}, islet);
    }

    /// Lines strictly between two others, about so far apart; the middle ones of them greater.
    std::vector<double> between(double from, double to, double apart) {
        int const count = std::max(1, static_cast<int>((to - from) / apart + 0.5));
        std::vector<double> lines;
        for (int i = 1; i < count; ++i)
            lines.push_back(from + (to - from) * i / count + m_dice.between(-0.08, 0.08) * apart);
        return lines;
    }

    void alongRiver() {
        for (double const side : {1.0, -1.0}) {
            double const inner = side > 0 ? m_inner.north : -m_inner.south;
            double const outer = side > 0 ? m_outer.north : -m_outer.south;
            double const express = side > 0 ? m_express.north : -m_express.south;
            for (double const v : between(430, inner, 700))
                alongLine(side * v, m_outer.west - 200, side > 0 ? 10'900 : 8500, Border::Primary);
            int rank = 0;
            for (double const v : between(inner, outer, 690))
                alongLine(side * v, rank % 2 == 1 ? m_express.west - 200 : m_outer.west - 200,
                          rank % 2 == 1 ? 8500 : m_outer.east + 1200,
                          rank % 2 == 1 ? Border::Primary : Border::Secondary),
                    ++rank;
            rank = 0;
            alongLine(side * (outer + 0.33 * (express - outer)), -5200, 5400, Border::Secondary);
        }
    }

    std::size_t alongLine(double v, double from, double to, Border border) {
        std::size_t const course = add({.border = border, .role = CourseRole::Grid}, {{from, v}, {to, v}});
        if (m_plan.metro.empty() && border == Border::Primary && v > 0) m_plan.metro.push_back(course);
        return course;
    }

    void acrossRiver() {
        int rank = 0;
        for (double const u : between(m_inner.west, m_inner.east, 690)) {
            // The one over the island, and every other one besides, crosses the river.
            bool const isAxis =
                u > CityShape::isletFrom + 500 && u < CityShape::isletTo - 500 && m_plan.metro.size() < 2;
            acrossLine(u, m_outer.south - 1500, m_outer.north + 1700,
                       isAxis || rank % 2 == 0 ? Border::Primary : Border::Secondary,
                       isAxis || rank % 3 == 0);
            if (isAxis) m_plan.metro.push_back(m_plan.courses.size() - 1);
            ++rank;
        }
        for (auto const& [from, to] :
             {std::pair(m_outer.west, m_inner.west), std::pair(m_inner.east, m_outer.east)}) {
            rank = 0;
            for (double const u : between(from, to, 760)) {
                bool const isGreat = rank % 2 == 1;
                acrossLine(u, m_outer.south - (isGreat ? 2800 : 900), m_outer.north + (isGreat ? 2800 : 900),
                           isGreat ? Border::Primary : Border::Secondary, isGreat);
                ++rank;
            }
        }
        acrossLine(m_outer.east + 900, -3600, 6000, Border::Secondary, false);
        acrossLine(m_outer.west - 900, -3300, 3900, Border::Secondary, false);
    }

    void acrossLine(double u, double from, double to, Border border, bool bridges) {
        add({.border = border, .role = CourseRole::Grid, .bridges = bridges, .isEastWest = false},
            {{u, from}, {u, to}});
    }

    void port() {
        for (double const v : {1900.0, 3000.0, 4100.0, 5200.0})
            alongLine(v + m_dice.between(-60, 60), m_outer.east + 500, 10'900, Border::Secondary);
        for (double const u : {7600.0, 8900.0, 9500.0, 10'150.0, 10'800.0})
            acrossLine(u + m_dice.between(-60, 60), 300, 6000, Border::Secondary, false);
        m_plan.port = m_shape.ground(10'000, 1300);
        m_plan.works = m_shape.ground(9300, 4600);
    }

    void country() {
        SpotLine coast;
        // From the port to the last street south of the river.
        for (int i = 14; i <= 231; ++i) {
            double const turn = i / 240.0;
            double const share = 0.86 + 0.02 * wave(5 * turn) + 0.012 * wave(11 * turn);
            coast.push_back(CityShape::islandMiddle + heading(turn) * (share * m_shape.coastRadius(turn)));
        }
        add({.border = Border::Secondary, .role = CourseRole::CoastRoad, .bridges = true}, coast);
        // A second road around, inland.
        SpotLine inland;
        for (int i = 48; i <= 192; ++i) {
            double const turn = i / 240.0;
            double const share = 0.54 + 0.035 * wave(4 * turn + 0.3) + 0.012 * wave(13 * turn);
            inland.push_back(CityShape::islandMiddle + heading(turn) * (share * m_shape.coastRadius(turn)));
        }
        add({.border = Border::Tertiary, .role = CourseRole::Country, .bridges = true}, inland);
        double const farther = 0.93;
        auto const until = [&](Spot from, double turn) {
            Spot const to = CityShape::islandMiddle + heading(turn) * (farther * m_shape.coastRadius(turn));
            return SpotLine{
                from, from + (to - from) * 0.35 + Spot{m_dice.between(-500, 500), m_dice.between(-500, 500)},
                from + (to - from) * 0.7 + Spot{m_dice.between(-700, 700), m_dice.between(-700, 700)}, to};
        };
        struct Way {
            Spot from;
            double turn;
            Border border;
        };
        Way const ways[] = {{{m_outer.west - 100, 1100}, 0.43, Border::Trunk},
                            {{m_outer.west - 100, -1200}, 0.56, Border::Trunk},
                            {{-2300, m_outer.north - 100}, 0.29, Border::Trunk},
                            {{-2100, m_outer.south + 100}, 0.70, Border::Trunk},
                            {{-4000, m_outer.north - 200}, 0.36, Border::Primary},
                            {{-4000, m_outer.south + 200}, 0.63, Border::Primary},
                            {{1500, m_outer.south + 100}, 0.81, Border::Primary},
                            {{1800, m_outer.north - 100}, 0.19, Border::Primary}};
        for (Way const& way : ways)
            add({.border = way.border,
                 .role = CourseRole::Country,
                 .bridges = true,
                 .isEastWest = way.from.y < 2000 && way.from.y > -2000},
                until(way.from, way.turn));
    }

    void towns() {
        for (double const turn : {0.29, 0.43, 0.56, 0.70}) {
            double const share = 0.86 + 0.02 * wave(5 * turn) + 0.012 * wave(11 * turn);
            Spot const at = CityShape::islandMiddle + heading(turn) * (share * m_shape.coastRadius(turn))
                            - heading(turn) * 380.0;
            m_plan.towns.push_back({m_shape.ground(at.x, at.y), 780});
            Spot const out = heading(turn);
            Spot const along = leftOf(out);
            for (double const offset : {-560.0, -330.0, -110.0, 110.0, 330.0, 560.0}) {
                double const shift = m_dice.between(-25, 25);
                add({.border = Border::Tertiary, .role = CourseRole::Town},
                    {at + out * -640.0 + along * (offset + shift),
                     at + out * 640.0 + along * (offset + shift)});
                add({.border = Border::Tertiary, .role = CourseRole::Town, .isEastWest = false},
                    {at + along * -640.0 + out * (offset + shift),
                     at + along * 640.0 + out * (offset + shift)});
            }
        }
    }

    void rail() {
        double const step = (m_outer.north - m_inner.north) / 4;
        double const v = m_inner.north + 2.5 * step;
        SpotLine const stops{{-19'500, 6800}, {-13'000, 5600}, {-8600, v + 250}, {-5200, v},
                             {-1200, v},      {2500, v},       {5200, v - 60},   {7300, 2500},
                             {8900, 2430},    {10'100, 2400}};
        SpotLine smooth;
        for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
            Spot const a = stops[i == 0 ? 0 : i - 1], b = stops[i], c = stops[i + 1],
                       d = stops[std::min(i + 2, stops.size() - 1)];
            for (int k = 0; k < 10; ++k) {
                double const t = k / 10.0;
                smooth.push_back((b * 2 + (c - a) * t + (a * 2 - b * 5 + c * 4 - d) * (t * t)
                                  + (b * 3 - a - c * 3 + d) * (t * t * t))
                                 * 0.5);
            }
        }
        smooth.push_back(stops.back());
        m_plan.rail =
            add({.border = Border::Rail, .role = CourseRole::Rail, .bridges = true, .mayEnd = true}, smooth);
        m_plan.station = m_shape.ground(-1200 + 60, v);
    }
};

} // namespace

CityPlan planCity(CityShape const& shape, std::uint64_t seed) { return Planner(shape, seed).run(); }

} // namespace ob::core

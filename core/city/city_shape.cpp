// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/city_shape.h"

#include "core/city/city_dice.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr double step = 60;

/// From 0 to 1 and back between `from` and `to`.
double bump(double at, double from, double to) {
    double const part = (at - from) / (to - from);
    if (part <= 0 || part >= 1) return 0;
    double const rise = 4 * part * (1 - part);
    return rise * (2 - rise);
}

/// Turns what is near a middle by up to `turn`, and leaves what is farther than the radius where it is.
Spot twisted(Spot spot, Spot middle, double radius, double turn) {
    Spot const out = spot - middle;
    double const share = 1 - dot(out, out) / (radius * radius);
    if (share <= 0) return spot;
    Spot const to = heading(turn * share * share);
    return middle + Spot{out.x * to.x - out.y * to.y, out.x * to.y + out.y * to.x};
}

} // namespace

CityShape::CityShape(std::uint64_t seed) {
    CityDice dice(seed, 1);
    for (double& phase : m_phase)
        phase = dice.part();
    m_orientation = static_cast<unsigned>(dice.below(8));
    for (int i = 0; i < 720; ++i) {
        double const turn = i / 720.0;
        Spot const to = heading(turn) * coastRadius(turn) + islandMiddle;
        m_coast.push_back(ground(to.x, to.y));
    }
    for (double u = riverSource; u < 15'500; u += step)
        m_river.push_back(ground(u, -riverHalf(u)));
    for (double u = 15'500; u >= riverSource; u -= step)
        m_river.push_back(ground(u, riverHalf(u)));
    for (double u = isletFrom; u < isletTo; u += step)
        m_islet.push_back(ground(u, -isletHalf(u)));
    for (double u = isletTo; u > isletFrom; u -= step)
        m_islet.push_back(ground(u, isletHalf(u)));
    // One throw a statement: compilers differ in which argument comes first.
    auto const lake = [&](Spot low, Spot high, double radiusU, double radiusV) {
        double const u = dice.between(low.x, high.x);
        double const v = dice.between(low.y, high.y);
        double const phase = dice.part();
        m_lakes.push_back(blob(u, v, radiusU, radiusV, phase));
    };
    lake({riverSource, 0}, {riverSource, 0}, 1500, 900);
    lake({-4300, 2700}, {-3000, 3100}, 560, 420);
    lake({3100, -3000}, {4400, -2500}, 620, 400);
    lake({-12'500, -6500}, {-11'000, -4800}, 900, 620);
    // Rings run counter-clockwise whichever way the paper lies.
    for (SpotLine* const ring : {&m_coast, &m_river, &m_islet})
        if (areaOf(*ring) < 0) std::reverse(ring->begin(), ring->end());
}

double CityShape::coastRadius(double turn) const {
    double const bays = 0.07 * wave(2 * turn + m_phase[0]) + 0.055 * wave(3 * turn + m_phase[1])
                        + 0.042 * wave(7 * turn + m_phase[2]) + 0.016 * wave(19 * turn + m_phase[3])

                        + 0.004 * wave(53 * turn + m_phase[4]);
    // The side of the city keeps its distance, for the port.
    double const aside = std::min(turn, 1 - turn);
    double const calm = std::clamp(aside / 0.12, 0.0, 1.0);
    return 17'600 * (1 + bays * (0.25 + 0.75 * calm));
}

double CityShape::riverHalf(double u) const {
    double const flow = std::clamp((u - riverSource) / 17'500, 0.0, 1.0);
    double const mouth = std::max(0.0, (u - 8500) / 1000);
    return 28 + 130 * flow + 14 * wave(u / 2300 + m_phase[5]) * flow
           + 280 * bump(u, isletFrom - 700, isletTo + 700) + 90 * mouth * mouth;
}

double CityShape::isletHalf(double u) const { return 270 * bump(u, isletFrom, isletTo); }

Spot CityShape::ground(double u, double v) const {
    Spot spot = twisted({u, v}, {-2800 + 900 * m_phase[6], -4200}, 3300, 0.03 + 0.05 * m_phase[7]);
    spot = twisted(spot, {3400 - 1200 * m_phase[7], 4300}, 3500, -0.02 - 0.05 * m_phase[5]);
    spot.x += 170 * wave(spot.y / 9000 + m_phase[3]) + 60 * wave(spot.y / 3700 + m_phase[4]);
    double const meander = 850 * wave(u / 14'000 + m_phase[0]) + 330 * wave(u / 5600 + m_phase[1]);
    double const reach = spot.y / 6500;
    spot.y += meander / (1 + reach * reach);
    if ((m_orientation & 1) != 0) spot.x = -spot.x;
    if ((m_orientation & 2) != 0) spot.y = -spot.y;
    if ((m_orientation & 4) != 0) std::swap(spot.x, spot.y);
    return rounded(spot);
}

SpotLine CityShape::ground(SpotLine const& paper) const {
    SpotLine line;
    for (std::size_t i = 1; i < paper.size(); ++i) {
        Spot const to = paper[i] - paper[i - 1];
        int const steps = std::max(1, static_cast<int>(length(to) / step));
        for (int k = 0; k < steps; ++k) {
            Spot const at = paper[i - 1] + to * (static_cast<double>(k) / steps);
            line.push_back(ground(at.x, at.y));
        }
    }
    line.push_back(ground(paper.back().x, paper.back().y));
    return line;
}

SpotLine CityShape::blob(double u, double v, double radiusU, double radiusV, double phase) const {
    SpotLine ring;
    for (int i = 0; i < 72; ++i) {
        double const turn = i / 72.0;
        double const out = 1 + 0.16 * wave(2 * turn + phase) + 0.1 * wave(3 * turn + 2 * phase)
                           + 0.05 * wave(7 * turn + 3 * phase);
        Spot const to = heading(turn) * out;
        ring.push_back(ground(u + to.x * radiusU, v + to.y * radiusV));
    }
    if (areaOf(ring) < 0) std::reverse(ring.begin(), ring.end());
    return ring;
}

bool CityShape::isInLake(Spot spot) const {
    return std::ranges::any_of(m_lakes, [&](SpotLine const& lake) { return holds(lake, spot); });
}

bool CityShape::isWater(Spot spot) const {
    if (!holds(m_coast, spot)) return true;
    if (holds(m_river, spot)) return !holds(m_islet, spot);
    return isInLake(spot);
}

} // namespace ob::core

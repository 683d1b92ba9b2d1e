// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/ring.h"

#include <cstdint>

namespace ob::core {

/// The lie of the land. The city is designed on straight paper (u along the river towards the sea, v across
/// it, metres) and then bent, so that streets follow the river and nothing crosses that did not cross on
/// paper.
class CityShape {
  public:
    explicit CityShape(std::uint64_t seed);

    /// From paper to the ground.
    Spot ground(double u, double v) const;
    /// A line on paper in steps of 60 m, on the ground.
    SpotLine ground(SpotLine const& paper) const;

    /// Of the river, from its middle to its bank.
    double riverHalf(double u) const;
    double isletHalf(double u) const; ///< of the island in it; 0 where there is none
    static constexpr double isletFrom = 500;
    static constexpr double isletTo = 3100;
    double coastRadius(double turn) const; ///< from `islandMiddle`
    static constexpr Spot islandMiddle{-6500, 0};
    static constexpr double riverSource = -17'500;

    SpotLine const& coast() const { return m_coast; }
    SpotLine const& river() const { return m_river; }
    SpotLine const& islet() const { return m_islet; }
    std::vector<SpotLine> const& lakes() const { return m_lakes; }
    bool isWater(Spot spot) const;
    bool isInLake(Spot spot) const;

  private:
    SpotLine blob(double u, double v, double radiusU, double radiusV, double phase) const;

    double m_phase[8] = {};
    unsigned m_orientation = 0;
    SpotLine m_coast;
    SpotLine m_river;
    SpotLine m_islet;
    std::vector<SpotLine> m_lakes;
};

} // namespace ob::core

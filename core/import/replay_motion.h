// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"

#include <map>
#include <optional>
#include <vector>

namespace ob::core {

/// Where replayed units are between their milestones: in a straight line, evenly, on the recorded clock. A
/// unit whose place nobody knows yet is nowhere until it has arrived somewhere.
class ReplayMotion {
  public:
    struct Position {
        UnitId unit;
        GeoPoint place;
        double metresPerSecond = 0; ///< on the recorded clock
        double headingDegrees = 0;  ///< from north, [0, 360); of a standing unit the last one
    };

    /// Stands there from now on.
    void stand(UnitId unit, GeoPoint place, Instant at);
    /// From where it is by then. Without an arrival (or with one before it begins) it goes at `usualSpeed`.
    void go(UnitId unit, GeoPoint to, Instant begin, std::optional<Instant> arrival);
    std::optional<Position> of(UnitId unit, Instant at) const;
    bool knows(UnitId unit) const { return m_legs.contains(unit); }

    /// Units on the way, and those that have come to a stand since the last time this was asked; by unit.
    std::vector<Position> moved(Instant at);

    static constexpr double usualSpeed = 10; ///< metres a second

  private:
    struct Leg {
        GeoPoint from;
        GeoPoint to;
        Instant begin;
        Instant end;       ///< not before `begin`
        bool told = false; ///< that it stands
    };
    static Position positionOn(UnitId unit, Leg const& leg, Instant at);

    std::map<UnitId, Leg> m_legs;
};

} // namespace ob::core

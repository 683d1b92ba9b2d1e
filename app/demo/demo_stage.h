// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city.h"
#include "core/city/city_dice.h"
#include "core/instant.h"
#include "core/road/travel_times.h"

#include <memory>
#include <string>
#include <vector>

namespace ob::app {

/// The demo city as a place where things happen: addresses to call from, stations, hospitals, ways to drive.
/// One thread.
class DemoStage {
  public:
    explicit DemoStage(std::uint64_t seed);

    struct Address {
        std::string text; ///< as the gazetteer of the city's map knows it
        core::GeoPoint point;
    };
    /// Any house that has a number.
    Address anyAddress(core::CityDice& dice) const;

    struct Station {
        std::string name;
        core::GeoPoint point;
    };
    /// Of a kind as the traffic plan names it; empty when the city has none.
    std::vector<Station> stations(std::string const& kind) const;
    /// By air line.
    core::GeoPoint nearestHospital(core::GeoPoint from) const;

    struct Drive {
        std::vector<core::GeoPoint> line;
        core::Duration time;
    };
    Drive drive(core::GeoPoint from, core::GeoPoint to, core::DriveProfile profile);
    /// Numbers of those who are there first with blue lights, in order.
    std::vector<std::size_t> nearest(core::GeoPoint to, std::vector<core::GeoPoint> const& from,
                                     std::size_t count);

  private:
    core::City m_city;
    core::TravelTimes m_fast;
    core::TravelTimes m_normal;
};

/// So far along a line, 0 to 1, by length; and in which direction, degrees from north.
struct OnTheWay {
    core::GeoPoint point;
    double heading = 0;
};
OnTheWay alongLine(std::vector<core::GeoPoint> const& line, double part);

} // namespace ob::app

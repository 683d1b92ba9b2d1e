// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/replay_motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ob::core {
namespace {

/// Of the straight line on the map; distances are those of a town.
double headingDegrees(GeoPoint from, GeoPoint to) {
    double const north = to.latitude() - from.latitude();
    double const east =
        (to.longitude() - from.longitude()) * std::cos(from.latitude() * std::numbers::pi / 180);
    if (north == 0 && east == 0) return 0;
    double const degrees = std::atan2(east, north) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

GeoPoint between(GeoPoint from, GeoPoint to, double share) {
    auto const mixed = [&](std::int32_t one, std::int32_t other) {
        return static_cast<std::int64_t>(std::llround(one + share * (static_cast<double>(other) - one)));
    };
    auto const place = GeoPoint::ofE7(mixed(from.latitudeE7(), to.latitudeE7()),
                                      mixed(from.longitudeE7(), to.longitudeE7()));
    return place.value_or(to);
}

double secondsOf(Duration length) { return static_cast<double>(length.milliseconds()) / 1000; }

} // namespace

ReplayMotion::Position ReplayMotion::positionOn(UnitId unit, Leg const& leg, Instant at) {
    Position position{.unit = unit, .place = leg.to, .headingDegrees = headingDegrees(leg.from, leg.to)};
    if (at >= leg.end) return position;
    double const length = secondsOf(leg.end - leg.begin);
    double const share = std::max(0.0, secondsOf(at - leg.begin) / length);
    position.place = between(leg.from, leg.to, share);
    position.metresPerSecond = distanceMetres(leg.from, leg.to) / length;
    return position;
}

void ReplayMotion::stand(UnitId unit, GeoPoint place, Instant at) {
    auto const last = m_legs.find(unit);
    // Where it was going it has arrived: that keeps the heading.
    GeoPoint const from = last != m_legs.end() && last->second.to == place ? last->second.from : place;
    m_legs.insert_or_assign(unit, Leg{.from = from, .to = place, .begin = at, .end = at});
}

void ReplayMotion::go(UnitId unit, GeoPoint to, Instant begin, std::optional<Instant> arrival) {
    auto const held = of(unit, begin);
    if (!held) return;
    Instant end = arrival.value_or(begin);
    if (end <= begin)
        end = begin
              + Duration::ofMilliseconds(std::llround(distanceMetres(held->place, to) / usualSpeed * 1000));
    m_legs.insert_or_assign(unit, Leg{.from = held->place, .to = to, .begin = begin, .end = end});
}

std::optional<ReplayMotion::Position> ReplayMotion::of(UnitId unit, Instant at) const {
    auto const leg = m_legs.find(unit);
    if (leg == m_legs.end()) return std::nullopt;
    return positionOn(unit, leg->second, at);
}

std::vector<ReplayMotion::Position> ReplayMotion::moved(Instant at) {
    std::vector<Position> all;
    for (auto& [unit, leg] : m_legs) {
        if (leg.told) continue;
        leg.told = at >= leg.end;
        all.push_back(positionOn(unit, leg, at));
    }
    return all;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise.h"

#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ob::core {
namespace {

constexpr double metresPerDegree = 111'195.0797; // of the sphere of distanceMetres

bool isText(std::string_view text, std::size_t limit) { return text.size() <= limit && isValidUtf8(text); }

/// Metres east and north of a place, as on paper: an area is small, and so is what is asked about it.
struct Offset {
    double east;
    double north;
};

Offset offsetOf(GeoPoint from, GeoPoint to) {
    double east = to.longitude() - from.longitude();
    if (east > 180) east -= 360;
    if (east < -180) east += 360;
    return {east * std::cos(from.latitude() * std::numbers::pi / 180) * metresPerDegree,
            (to.latitude() - from.latitude()) * metresPerDegree};
}

/// From the origin to the line between the two.
double metresTo(Offset a, Offset b) {
    double const x = b.east - a.east;
    double const y = b.north - a.north;
    double const square = x * x + y * y;
    double const part = square > 0 ? std::clamp(-(a.east * x + a.north * y) / square, 0.0, 1.0) : 0;
    return std::hypot(a.east + part * x, a.north + part * y);
}

double metresToArea(GeoPoint place, Area const& area) {
    if (contains(area, place)) return 0;
    double least = -1;
    for (auto const& ring : area.rings)
        for (std::size_t index = 0; index < ring.size(); ++index) {
            GeoPoint const next = ring[index + 1 == ring.size() ? 0 : index + 1];
            double const metres = metresTo(offsetOf(place, ring[index]), offsetOf(place, next));
            if (least < 0 || metres < least) least = metres;
        }
    return least;
}

} // namespace

bool operator==(Premise const& one, Premise const& other) {
    return one.key == other.key && one.name == other.name && one.address == other.address
           && one.point == other.point && one.area.rings == other.area.rings
           && one.reachMetres == other.reachMetres && one.hazards == other.hazards && one.text == other.text
           && one.validUntil == other.validUntil && one.source == other.source
           && one.checkedOn == other.checkedOn && one.hasContact == other.hasContact;
}

bool isSound(Premise const& premise) {
    std::size_t corners = 0;
    for (auto const& ring : premise.area.rings) {
        if (ring.size() < 3) return false;
        corners += ring.size();
    }
    bool const isFound = !premise.address.empty() || premise.point || corners > 0;
    bool const saysSomething = !premise.hazards.empty() || !premise.text.empty();
    return !premise.key.empty() && isText(premise.key, Premise::maxKeyBytes) && !premise.name.empty()
           && isText(premise.name, Premise::maxNameBytes) && isText(premise.address, Premise::maxAddressBytes)
           && isFound && saysSomething && corners <= Premise::maxCorners && !(premise.point && corners > 0)
           && premise.reachMetres > 0 && premise.reachMetres <= Premise::maxReach
           && premise.hazards.size() <= Premise::maxHazards
           && std::ranges::all_of(premise.hazards,
                                  [](PremiseHazard const& hazard) {
                                      return !hazard.code.isEmpty()
                                             && isText(hazard.detail, Premise::maxDetailBytes);
                                  })
           && isText(premise.text, Premise::maxTextBytes) && isText(premise.source, Premise::maxSourceBytes);
}

PremiseStanding standingOf(Premise const& premise, CalendarDay today) {
    if (premise.validUntil && *premise.validUntil < today) return PremiseStanding::Expired;
    if (!premise.checkedOn) return PremiseStanding::NeverChecked;
    return today.since(*premise.checkedOn) > longUncheckedDays ? PremiseStanding::LongUnchecked
                                                               : PremiseStanding::Current;
}

std::optional<double> metresFrom(GeoPoint place, Premise const& premise) {
    if (premise.point) return distanceMetres(place, *premise.point);
    if (premise.area.rings.empty()) return std::nullopt;
    return metresToArea(place, premise.area);
}

} // namespace ob::core

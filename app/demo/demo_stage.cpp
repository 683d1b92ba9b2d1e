// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_stage.h"

#include "core/ensure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace ob::app {
namespace {

using Kind = core::FacilityKind;

constexpr std::array stationKinds{
    std::pair{std::string_view("police"), Kind::Police},
    std::pair{std::string_view("fire"), Kind::Fire},
    std::pair{std::string_view("ambulance"), Kind::Ambulance},
    std::pair{std::string_view("trafficPolice"), Kind::TrafficPolice},
    std::pair{std::string_view("cityManagement"), Kind::CityManagement},
    std::pair{std::string_view("environment"), Kind::Environment},
    std::pair{std::string_view("marketSupervision"), Kind::MarketSupervision},
};

std::string nameIn(core::MapName const& name) { return name.chinese.empty() ? name.local : name.chinese; }

core::Spot middleOf(core::SpotLine const& outline) {
    core::Spot sum;
    for (core::Spot const spot : outline)
        sum = sum + spot;
    return sum * (1 / static_cast<double>(outline.size()));
}

double bearing(core::GeoPoint from, core::GeoPoint to) {
    double const north = to.latitude() - from.latitude();
    double const east =
        (to.longitude() - from.longitude()) * std::cos(from.latitude() * std::numbers::pi / 180);
    double const degrees = std::atan2(east, north) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

} // namespace

DemoStage::DemoStage(std::uint64_t seed)
    : m_city(core::makeCity(seed)),
      m_fast(std::make_shared<core::RoadNetwork const>(core::roadsOf(m_city)), core::DriveProfile::BlueLight),
      m_normal(std::make_shared<core::RoadNetwork const>(m_fast.roads()), core::DriveProfile::Normal) {
    OB_ENSURE(!m_city.houseNumbers.empty());
}

DemoStage::Address DemoStage::anyAddress(core::CityDice& dice) const {
    auto const& house = m_city.houseNumbers[dice.below(m_city.houseNumbers.size())];
    return {.text = nameIn(m_city.streetNames[house.name - 1]) + std::to_string(house.number) + "号",
            .point = core::pointOf(middleOf(m_city.buildings[house.building].outline))};
}

std::vector<DemoStage::Station> DemoStage::stations(std::string const& kind) const {
    auto const* const wanted =
        std::ranges::find(stationKinds, kind, &decltype(stationKinds)::value_type::first);
    OB_ENSURE(wanted != stationKinds.end());
    std::vector<Station> found;
    for (auto const& facility : m_city.facilities)
        if (facility.kind == wanted->second)
            found.push_back({nameIn(facility.name), core::pointOf(facility.spot)});
    return found;
}

core::GeoPoint DemoStage::nearestHospital(core::GeoPoint from) const {
    core::GeoPoint best = from;
    double least = -1;
    for (auto const& facility : m_city.facilities) {
        if (facility.kind != Kind::Hospital) continue;
        auto const point = core::pointOf(facility.spot);
        double const metres = core::distanceMetres(from, point);
        if (least >= 0 && metres >= least) continue;
        least = metres;
        best = point;
    }
    return best;
}

DemoStage::Drive DemoStage::drive(core::GeoPoint from, core::GeoPoint to, core::DriveProfile profile) {
    auto& times = profile == core::DriveProfile::BlueLight ? m_fast : m_normal;
    auto journey = times.journey(times.originAt(from), to);
    if (journey.line.empty()) journey.line = {from, to};
    return {.line = std::move(journey.line),
            .time = core::Duration::ofMilliseconds(static_cast<std::int64_t>(journey.milliseconds))};
}

std::vector<std::size_t> DemoStage::nearest(core::GeoPoint to, std::vector<core::GeoPoint> const& from,
                                            std::size_t count) {
    std::vector<core::TravelOrigin> origins;
    for (core::GeoPoint const point : from)
        origins.push_back(m_fast.originAt(point));
    std::vector<std::size_t> order;
    for (auto const& approach : m_fast.nearest(to, origins, count))
        order.push_back(approach.origin);
    return order;
}

OnTheWay alongLine(std::vector<core::GeoPoint> const& line, double part) {
    OB_ENSURE(!line.empty());
    double whole = 0;
    for (std::size_t at = 1; at < line.size(); ++at)
        whole += core::distanceMetres(line[at - 1], line[at]);
    double left = whole * std::clamp(part, 0.0, 1.0);
    for (std::size_t at = 1; at < line.size(); ++at) {
        double const metres = core::distanceMetres(line[at - 1], line[at]);
        if (left <= metres && metres > 0) {
            double const share = left / metres;
            auto const between = [share](double a, double b) { return a + (b - a) * share; };
            auto const point =
                core::GeoPoint::ofDegrees(between(line[at - 1].latitude(), line[at].latitude()),
                                          between(line[at - 1].longitude(), line[at].longitude()));
            return {point.value_or(line[at]), bearing(line[at - 1], line[at])};
        }
        left -= metres;
    }
    auto const last = line.size() - 1;
    return {line[last], last > 0 ? bearing(line[last - 1], line[last]) : 0};
}

} // namespace ob::app

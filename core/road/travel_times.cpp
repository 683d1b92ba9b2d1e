// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/road/travel_times.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

std::uint32_t airMilliseconds(GeoPoint a, GeoPoint b) {
    return static_cast<std::uint32_t>(distanceMetres(a, b) / airLineSpeed * 1000);
}

TravelBasis basisOf(bool isByRoad, bool isStation) {
    if (isStation) return isByRoad ? TravelBasis::StationRoad : TravelBasis::StationAirLine;
    return isByRoad ? TravelBasis::Road : TravelBasis::AirLine;
}

} // namespace

TravelTimes::TravelTimes(std::shared_ptr<RoadNetwork const> roads, DriveProfile profile)
    : m_roads(std::move(roads)), m_index(std::make_shared<RoadIndex const>(m_roads)),
      m_graph(std::make_shared<RoadGraph const>(m_roads, profile)), m_search(m_graph) {}

std::optional<RoadSpot> TravelTimes::spotOf(GeoPoint point) const {
    return m_index->nearest(point, RoadIndex::reachMetres,
                            [this](std::uint32_t segment) { return m_graph->isUsable(segment); });
}

void TravelTimes::closeRoads(std::span<Area const> areas) {
    RoadClosures closures(m_roads->segments().size());
    for (Area const& area : areas)
        for (std::uint32_t const segment : m_index->inArea(area))
            closures[segment] = true;
    m_search.close(std::move(closures));
}

std::vector<TravelTimes::Approach> TravelTimes::nearest(GeoPoint to, std::span<TravelOrigin const> origins,
                                                        std::size_t count) {
    std::vector<RoadSpot> spots;
    std::vector<std::size_t> numbers;
    auto const target = spotOf(to);
    for (std::size_t index = 0; target && index < origins.size(); ++index)
        if (origins[index].spot) {
            spots.push_back(*origins[index].spot);
            numbers.push_back(index);
        }
    std::vector<Approach> found;
    std::vector<bool> isFound(origins.size());
    if (target)
        for (RoadSearch::Arrival const& arrival : m_search.first(*target, spots, count)) {
            std::size_t const origin = numbers[arrival.from];
            isFound[origin] = true;
            found.push_back({origin, arrival.milliseconds, basisOf(true, origins[origin].isStation)});
        }
    // When fewer came than were asked for, the others have no way by road.
    bool const isComplete = found.size() < count;
    for (std::size_t index = 0; index < origins.size(); ++index)
        if (!isFound[index] && (isComplete || !origins[index].spot))
            found.push_back(
                {index, airMilliseconds(origins[index].point, to), basisOf(false, origins[index].isStation)});
    std::ranges::sort(found, {}, [](Approach const& approach) {
        return std::tuple(approach.milliseconds, approach.origin);
    });
    if (found.size() > count) found.resize(count);
    return found;
}

TravelTimes::Journey TravelTimes::journey(TravelOrigin const& from, GeoPoint to) {
    auto const target = spotOf(to);
    auto const route = target && from.spot ? m_search.route(*from.spot, *target) : std::nullopt;
    if (!route)
        return {airMilliseconds(from.point, to),
                distanceMetres(from.point, to),
                basisOf(false, from.isStation),
                {from.point, to},
                {}};
    Journey journey{route->milliseconds,
                    metresOf(*m_roads, route->legs),
                    basisOf(true, from.isStation),
                    lineOf(*m_roads, route->legs),
                    {}};
    for (RoadSearch::Leg const& leg : route->legs) {
        std::uint32_t const name = m_roads->segments()[leg.segment].name;
        if (name != 0 && (journey.names.empty() || journey.names.back() != name))
            journey.names.push_back(name);
    }
    return journey;
}

std::vector<std::vector<GeoPoint>> TravelTimes::reach(GeoPoint from, std::uint32_t milliseconds) {
    std::vector<std::vector<GeoPoint>> lines;
    auto const spot = spotOf(from);
    if (!spot) return lines;
    for (RoadSearch::Leg const& leg : m_search.within(*spot, milliseconds)) {
        auto line = lineOf(*m_roads, {&leg, 1});
        if (line.size() > 1) lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace ob::core

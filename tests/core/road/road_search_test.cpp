// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/road/road_search.h"
#include "core/road/travel_times.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <queue>

namespace ob::core {
namespace {

constexpr std::uint32_t bothWays = RoadFlag::forward | RoadFlag::backward;

GeoPoint at(double east, double north) {
    return *GeoPoint::ofDegrees(31 + north / 111'194.9, 160 + east / 95'313.0);
}

RoadSegment road(std::uint32_t a, std::uint32_t b, std::uint32_t metres, std::uint32_t flags = bothWays) {
    return {.a = a, .b = b, .centimetres = metres * 100, .roadClass = RoadClass::Minor, .flags = flags};
}

std::shared_ptr<RoadNetwork const> networkOf(RoadNetwork::Parts parts) {
    std::ranges::sort(parts.bans);
    return std::make_shared<RoadNetwork const>(std::move(parts));
}

/// A square of 100 m: 0 in the south-west, then 1, 2, 3 against the clock; segment n leads from node n to the
/// next.
RoadNetwork::Parts square() {
    return {.nodes = {at(0, 0), at(100, 0), at(100, 100), at(0, 100)},
            .segments = {road(0, 1, 100), road(1, 2, 100), road(2, 3, 100), road(3, 0, 100)}};
}

RoadSearch searchOn(RoadNetwork::Parts parts, DriveProfile profile = DriveProfile::Normal) {
    return RoadSearch(std::make_shared<RoadGraph const>(networkOf(std::move(parts)), profile));
}

RoadSpot spot(std::uint32_t segment, double part) { return {segment, part, at(0, 0), 0}; }

/// 100 m of a small street as everybody drives it.
std::uint32_t const side = *driveMilliseconds(road(0, 1, 100), false, DriveProfile::Normal);

std::vector<std::uint32_t> segmentsOf(std::optional<RoadSearch::Route> const& route) {
    std::vector<std::uint32_t> segments;
    if (route)
        for (auto const& leg : route->legs)
            segments.push_back(leg.segment);
    return segments;
}

/// Roads at random, with loops, parallels and bans of all kinds.
RoadNetwork::Parts randomParts() {
    RoadNetwork::Parts parts;
    auto const nodes = *rc::gen::inRange<std::uint32_t>(1, 9);
    for (std::uint32_t i = 0; i < nodes; ++i)
        parts.nodes.push_back(at(*rc::gen::inRange(0, 2000), *rc::gen::inRange(0, 2000)));
    auto const node = rc::gen::inRange<std::uint32_t>(0, nodes);
    for (int i = *rc::gen::inRange(1, 18); i > 0; --i) {
        RoadSegment segment{.a = *node, .b = *node};
        segment.centimetres =
            *rc::gen::element<std::uint32_t>(0, 1, 5000, 5000, 12'345, 80'000, UINT32_MAX - 1);
        segment.roadClass = static_cast<RoadClass>(*rc::gen::inRange(0, roadClasses));
        segment.flags = *rc::gen::inRange<std::uint32_t>(0, RoadFlag::all + 1);
        segment.limitKmh = *rc::gen::arbitrary<std::uint8_t>();
        parts.segments.push_back(segment);
    }
    auto const number = rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(parts.segments.size()));
    for (int i = *rc::gen::inRange(0, 14); i > 0; --i)
        parts.bans.push_back({*number, *node, *number, *rc::gen::inRange<std::uint32_t>(0, 2)});
    return parts;
}

/// The same by going from arc to arc, asking for each turn: slow and plain.
std::optional<std::uint32_t> slowly(RoadNetwork const& roads, DriveProfile profile, RoadSpot from,
                                    RoadSpot to, std::vector<bool> const& closed) {
    using Arc = std::pair<std::uint32_t, bool>; ///< segment, reversed
    auto const time = [&](Arc arc) {
        return driveMilliseconds(roads.segments()[arc.first], arc.second, profile);
    };
    auto const part = [](std::uint32_t whole, double share) {
        return static_cast<std::uint32_t>(whole * std::clamp(share, 0.0, 1.0));
    };
    std::optional<std::uint32_t> best;
    auto const offer = [&](std::uint64_t value) {
        if (!best || value < *best) best = static_cast<std::uint32_t>(value);
    };
    std::vector<std::uint64_t> least(roads.segments().size() * 2, UINT64_MAX);
    using Entry = std::pair<std::uint64_t, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open; // arrived at the end of an arc
    auto const push = [&](Arc arc, std::uint64_t value) {
        std::uint32_t const index = arc.first * 2 + (arc.second ? 1 : 0);
        if (value >= least[index]) return;
        least[index] = value;
        open.emplace(value, index);
    };
    for (bool const isReversed : {false, true})
        if (auto const whole = time({from.segment, isReversed})) {
            double const ahead = isReversed ? from.part : 1 - from.part;
            push({from.segment, isReversed}, part(*whole, ahead));
            double const straight = isReversed ? from.part - to.part : to.part - from.part;
            if (from.segment == to.segment && straight >= 0) offer(part(*whole, straight));
        }
    while (!open.empty()) {
        auto const [value, index] = open.top();
        open.pop();
        if (value != least[index]) continue;
        Arc const arc{index / 2, index % 2 != 0};
        RoadSegment const& segment = roads.segments()[arc.first];
        std::uint32_t const node = arc.second ? segment.a : segment.b;
        for (RoadArc const& next : roads.arcsFrom(node)) {
            auto const whole = time({next.segment, next.isReversed});
            RoadBan const* const ban = roads.ban(arc.first, node, next.segment);
            bool const isBanned =
                ban != nullptr
                && (profile == DriveProfile::Normal || (ban->flags & RoadBan::exceptEmergency) == 0);
            if (!whole || isBanned) continue;
            if (next.segment == to.segment)
                offer(value + part(*whole, next.isReversed ? 1 - to.part : to.part));
            if (!closed[next.segment]) push({next.segment, next.isReversed}, value + *whole);
        }
    }
    return best;
}

} // namespace

RC_GTEST_PROP(RoadSearch, FindsTheShortestTimeOnAnyRoads, ()) {
    RoadNetwork::Parts const parts = randomParts();
    auto const roads = networkOf(parts);
    auto const profile = *rc::gen::element(DriveProfile::Normal, DriveProfile::BlueLight);
    RoadSearch search(std::make_shared<RoadGraph const>(roads, profile));
    auto const segment =
        rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(parts.segments.size()));
    auto const anywhere = [&] { return spot(*segment, *rc::gen::element(0.0, 0.25, 0.5, 0.9, 1.0)); };
    std::vector<bool> closed(parts.segments.size());
    for (std::size_t i = 0; i < closed.size(); ++i)
        closed[i] = *rc::gen::inRange(0, 6) == 0;
    search.close(closed);
    for (int turn = 0; turn < 3; ++turn) {
        RoadSpot const to = anywhere();
        std::vector<RoadSpot> from;
        std::vector<std::uint32_t> times;
        for (int i = 0; i < 6; ++i) {
            from.push_back(anywhere());
            auto const slow = slowly(*roads, profile, from.back(), to, closed);
            // Beyond a day nothing is promised.
            if (slow && *slow > 80'000'000) RC_DISCARD("too far");
            auto const route = search.route(from.back(), to);
            RC_ASSERT(route.has_value() == slow.has_value());
            if (!slow) continue;
            RC_ASSERT(route->milliseconds == *slow);
            RC_ASSERT(route->legs.front().segment == from.back().segment);
            RC_ASSERT(route->legs.back().segment == to.segment);
            RC_ASSERT(!lineOf(*roads, route->legs).empty());
            times.push_back(*slow);
        }
        std::ranges::sort(times);
        auto const count = *rc::gen::inRange<std::size_t>(0, 8);
        auto const arrivals = search.first(to, from, count);
        RC_ASSERT(arrivals.size() == std::min(count, times.size()));
        for (std::size_t i = 0; i < arrivals.size(); ++i) {
            RC_ASSERT(arrivals[i].milliseconds == times[i]);
            RC_ASSERT(slowly(*roads, profile, from[arrivals[i].from], to, closed) == times[i]);
        }
    }
}

RC_GTEST_PROP(RoadSearch, ReachesExactlyWhatARouteReachesInTime, ()) {
    RoadNetwork::Parts const parts = randomParts();
    RoadSearch search = searchOn(parts);
    auto const segment =
        rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(parts.segments.size()));
    RoadSpot const from = spot(*segment, 0.5), to = spot(*segment, 0.5);
    auto const limit = *rc::gen::element<std::uint32_t>(0, 1000, 20'000, 300'000);
    auto const route = search.route(from, to);
    auto const legs = search.within(from, limit);
    bool const isReached = std::ranges::any_of(legs, [&](RoadSearch::Leg const& leg) {
        return leg.segment == to.segment && std::min(leg.from, leg.to) <= to.part + 1e-4
               && std::max(leg.from, leg.to) >= to.part - 1e-4;
    });
    // A millisecond is lost to rounding at each place.
    if (route && route->milliseconds + 2 < limit) RC_ASSERT(isReached);
    if (!route || route->milliseconds > limit + 2) RC_ASSERT(!isReached);
}

RC_GTEST_PROP(BucketQueue, GivesEverythingOnceStepByStep, ()) {
    auto const steps =
        *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 1'500'000));
    BucketQueue queue;
    std::multiset<std::uint32_t> expected;
    std::uint32_t last = 0;
    for (std::uint32_t const step : steps) {
        if (step % 3 != 0 || expected.empty()) {
            std::uint32_t const key = last + (step % 7 == 0 ? step : step % 3000);
            queue.push(key, step);
            expected.insert(key);
        } else {
            last = queue.pop().key;
            RC_ASSERT(expected.contains(last));
            RC_ASSERT(queue.floor() <= *expected.begin());
            RC_ASSERT(last - queue.floor() < 256U);
            expected.erase(expected.find(last));
        }
    }
    while (!expected.empty()) {
        auto const at = expected.find(queue.pop().key);
        RC_ASSERT(at != expected.end());
        expected.erase(at);
    }
    RC_ASSERT(queue.isEmpty());
}

TEST(BucketQueue, BringsNearWhatWasFar) {
    BucketQueue queue;
    for (std::uint32_t const key : {0U, 700'000U, 300'000U})
        queue.push(key, key);
    EXPECT_EQ(queue.pop().key, 0U);
    EXPECT_EQ(queue.pop().key, 300'000U);
    // Within the buckets from here, and behind what was beyond them.
    queue.push(800'000, 0);
    EXPECT_EQ(queue.pop().key, 700'000U);
    EXPECT_EQ(queue.pop().key, 800'000U);
}

TEST(RoadSearch, GoesRoundWhereAStreetIsOneWay) {
    auto parts = square();
    parts.segments[0].flags = RoadFlag::forward;
    RoadSearch search = searchOn(parts);
    EXPECT_EQ(segmentsOf(search.route(spot(1, 0.0), spot(3, 1.0))), (std::vector<std::uint32_t>{1, 2, 3}));
    EXPECT_EQ(segmentsOf(search.route(spot(3, 0.5), spot(1, 0.5))), (std::vector<std::uint32_t>{3, 0, 1}));
}

TEST(RoadSearch, HeedsBannedTurnsUnlessLightsAreOn) {
    auto parts = square();
    parts.bans.push_back({0, 1, 1, RoadBan::exceptEmergency});
    RoadSearch normal = searchOn(parts);
    auto const around = normal.route(spot(0, 0.9), spot(1, 0.1));
    ASSERT_TRUE(around);
    EXPECT_GT(around->milliseconds, 2 * side);
    RoadSearch blue = searchOn(parts, DriveProfile::BlueLight);
    EXPECT_EQ(segmentsOf(blue.route(spot(0, 0.9), spot(1, 0.1))), (std::vector<std::uint32_t>{0, 1}));
}

TEST(RoadSearch, DrivesRoundWhatIsClosedAndStillReachesWhatIsInside) {
    RoadSearch search = searchOn(square());
    search.close({true, false, false, false});
    EXPECT_EQ(segmentsOf(search.route(spot(3, 0.9), spot(1, 0.1))), (std::vector<std::uint32_t>{3, 2, 1}));
    EXPECT_EQ(segmentsOf(search.route(spot(3, 0.9), spot(0, 0.5))), (std::vector<std::uint32_t>{3, 0}));
}

TEST(RoadSearch, KnowsThatTheUnitAroundTheCornerMayBeBehindTheRiver) {
    // Two banks, 20 m apart, and a bridge 1 km away.
    RoadNetwork::Parts const parts{.nodes = {at(0, 0), at(1000, 0), at(0, 20), at(1000, 20)},
                                   .segments = {road(0, 1, 1000), road(1, 3, 20), road(2, 3, 1000)}};
    TravelTimes times(networkOf(parts), DriveProfile::Normal);
    std::vector<TravelOrigin> const units{times.originAt(at(0, 21)), times.originAt(at(500, -1))};
    auto const order = times.nearest(at(0, -1), units, 2);
    ASSERT_EQ(order.size(), 2U);
    EXPECT_EQ(order[0].origin, 1U);
    EXPECT_EQ(order[0].basis, TravelBasis::Road);
    EXPECT_GT(order[1].milliseconds, 4 * order[0].milliseconds / 2);
}

TEST(TravelTimes, SayWhatTheyRestOn) {
    RoadNetwork::Parts parts = square();
    // An island without a bridge.
    parts.nodes.push_back(at(5000, 0));
    parts.nodes.push_back(at(5100, 0));
    parts.segments.push_back(road(4, 5, 100));
    TravelTimes times(networkOf(parts), DriveProfile::Normal);
    GeoPoint const to = at(50, 1);
    std::vector<TravelOrigin> const origins{times.originAt(at(50, 99)), times.originAt(at(5050, 0)),
                                            times.originAt(at(100, 50), true),
                                            times.originAt(at(9000, 9000), true)};
    EXPECT_FALSE(origins[3].spot);
    auto const order = times.nearest(to, origins, 4);
    ASSERT_EQ(order.size(), 4U);
    std::map<std::size_t, TravelBasis> bases;
    for (auto const& approach : order)
        bases[approach.origin] = approach.basis;
    EXPECT_EQ(bases[0], TravelBasis::Road);
    EXPECT_EQ(bases[1], TravelBasis::AirLine);
    EXPECT_EQ(bases[2], TravelBasis::StationRoad);
    EXPECT_EQ(bases[3], TravelBasis::StationAirLine);
    EXPECT_EQ(times.journey(origins[1], to).basis, TravelBasis::AirLine);
    auto const journey = times.journey(origins[0], to);
    EXPECT_EQ(journey.basis, TravelBasis::Road);
    EXPECT_NEAR(journey.metres, 200, 2);
    double along = 0;
    for (std::size_t i = 1; i < journey.line.size(); ++i)
        along += distanceMetres(journey.line[i - 1], journey.line[i]);
    EXPECT_NEAR(along, 200, 3);
}

TEST(TravelTimes, CloseRoadsInAnAreaUntilToldAnew) {
    TravelTimes times(networkOf(square()), DriveProfile::Normal);
    TravelOrigin const unit = times.originAt(at(0, 30));
    std::uint32_t const usual = times.journey(unit, at(100, 30)).milliseconds;
    Area const cordon{{{at(30, -10), at(60, -10), at(60, 10), at(30, 10)}}};
    times.closeRoads({&cordon, 1});
    EXPECT_GT(times.journey(unit, at(100, 30)).milliseconds, usual + side / 4);
    times.closeRoads({});
    EXPECT_EQ(times.journey(unit, at(100, 30)).milliseconds, usual);
}

TEST(TravelTimes, ReachFartherInMoreTime) {
    TravelTimes times(networkOf(square()), DriveProfile::Normal);
    auto const metres = [&](std::uint32_t milliseconds) {
        double sum = 0;
        for (auto const& line : times.reach(at(50, 0), milliseconds))
            for (std::size_t i = 1; i < line.size(); ++i)
                sum += distanceMetres(line[i - 1], line[i]);
        return sum;
    };
    EXPECT_NEAR(metres(side / 2), 100, 3);
    EXPECT_GT(metres(2 * side), 390);
    EXPECT_TRUE(times.reach(at(4000, 4000), side).empty());
}

RC_GTEST_PROP(RoadIndex, FindsTheNearestRoad, ()) {
    auto const roads = networkOf(randomParts());
    RoadIndex const index(roads);
    GeoPoint const to = at(*rc::gen::inRange(-3000, 5000), *rc::gen::inRange(-3000, 5000));
    auto const found = index.nearest(to, 1e6, [](std::uint32_t) { return true; });
    RC_ASSERT(found.has_value());
    RC_ASSERT(std::abs(distanceMetres(to, found->point) - found->metres) < 5);
    for (RoadSegment const& segment : roads->segments())
        for (double const share : {0.0, 0.2, 0.5, 0.8, 1.0}) {
            GeoPoint const a = roads->node(segment.a), b = roads->node(segment.b);
            GeoPoint const on = *GeoPoint::ofDegrees(a.latitude() + share * (b.latitude() - a.latitude()),
                                                     a.longitude() + share * (b.longitude() - a.longitude()));
            RC_ASSERT(found->metres <= distanceMetres(to, on) + 5);
        }
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/road/road_search.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace ob::core {
namespace {

/// Of an arc, the part that lies before or behind a place on its segment.
std::uint32_t share(std::uint32_t milliseconds, double part) {
    return static_cast<std::uint32_t>(static_cast<double>(milliseconds) * std::clamp(part, 0.0, 1.0));
}

/// How much of the arc is still to be driven from there.
double ahead(DriveArc const& arc, double part) { return arc.isReversed ? part : 1 - part; }

} // namespace

RoadSearch::RoadSearch(std::shared_ptr<RoadGraph const> graph)
    : m_graph(std::move(graph)), m_labels(m_graph->stateCount()), m_firstWaiting(m_graph->stateCount()) {}

void RoadSearch::begin() {
    if (++m_turn == 0) {
        std::ranges::fill(m_labels, Label{});
        m_turn = 1;
    }
    m_queue.clear();
    m_waiting.clear();
}

void RoadSearch::relax(std::uint32_t state, std::uint32_t milliseconds, std::uint32_t arc) {
    Label& label = m_labels[state];
    if (milliseconds > farthest || (label.seen == m_turn && label.time <= milliseconds)) return;
    label.seen = m_turn;
    label.time = milliseconds;
    label.next = arc;
    m_queue.push(milliseconds, state);
}

void RoadSearch::seed(RoadSpot const& to) {
    for (std::uint32_t const number : m_graph->arcsAlong(to.segment)) {
        DriveArc const& arc = m_graph->arcs()[number];
        relax(arc.tail, share(arc.milliseconds, 1 - ahead(arc, to.part)), number | isLast);
    }
}

std::vector<RoadSearch::Start> RoadSearch::starts(RoadSpot const& from) const {
    std::vector<Start> found;
    for (std::uint32_t const number : m_graph->arcsAlong(from.segment)) {
        DriveArc const& arc = m_graph->arcs()[number];
        // Arcs of one direction end in one state.
        if (std::ranges::none_of(found, [&](Start const& other) {
                return m_graph->arcs()[other.arc].isReversed == arc.isReversed;
            }))
            found.push_back({arc.head, share(arc.milliseconds, ahead(arc, from.part)), number});
    }
    return found;
}

std::optional<std::uint32_t> RoadSearch::direct(RoadSpot const& from, RoadSpot const& to) const {
    if (from.segment != to.segment) return std::nullopt;
    for (std::uint32_t const number : m_graph->arcsAlong(from.segment)) {
        DriveArc const& arc = m_graph->arcs()[number];
        double const part = arc.isReversed ? from.part - to.part : to.part - from.part;
        if (part >= 0) return share(arc.milliseconds, part);
    }
    return std::nullopt;
}

std::vector<RoadSearch::Arrival> RoadSearch::first(RoadSpot const& to, std::span<RoadSpot const> from,
                                                   std::size_t count) {
    begin();
    // The least known so far; what the search has passed is final.
    using Guess = std::pair<std::uint32_t, std::uint32_t>;
    std::priority_queue<Guess, std::vector<Guess>, std::greater<>> guesses;
    std::vector<bool> isDone(from.size());
    for (std::uint32_t index = 0; index < from.size(); ++index) {
        if (auto const time = direct(from[index], to)) guesses.emplace(*time, index);
        for (Start const& start : starts(from[index])) {
            bool const isFirst = m_labels[start.state].waitSeen != m_turn;
            m_waiting.push_back(
                {index, start.milliseconds, isFirst ? UINT32_MAX : m_firstWaiting[start.state]});
            m_labels[start.state].waitSeen = m_turn;
            m_firstWaiting[start.state] = static_cast<std::uint32_t>(m_waiting.size() - 1);
        }
    }
    std::vector<Arrival> arrivals;
    auto const take = [&](std::uint32_t until) {
        while (!guesses.empty() && guesses.top().first <= until && arrivals.size() < count) {
            auto const [time, index] = guesses.top();
            guesses.pop();
            if (isDone[index]) continue;
            isDone[index] = true;
            arrivals.push_back({index, time});
        }
    };
    seed(to);
    while (!m_queue.isEmpty() && arrivals.size() < count) {
        auto const [time, state] = m_queue.pop();
        if (time != m_labels[state].time) continue;
        // Ties in the order of the index: what is exactly as far may still come.
        if (m_queue.floor() > 0) take(m_queue.floor() - 1);
        if (m_labels[state].waitSeen == m_turn)
            for (std::uint32_t at = m_firstWaiting[state]; at != UINT32_MAX; at = m_waiting[at].next)
                guesses.emplace(time + m_waiting[at].rest, m_waiting[at].from);
        for (RoadGraph::InArc const& arc : m_graph->arcsTo(state))
            if (!isClosed(arc.segment)) relax(arc.tail, time + arc.milliseconds, arc.arc);
    }
    take(UINT32_MAX);
    return arrivals;
}

std::optional<RoadSearch::Route> RoadSearch::route(RoadSpot const& from, RoadSpot const& to) {
    begin();
    auto const options = starts(from);
    std::optional<Start> best;
    std::uint32_t least = UINT32_MAX;
    auto const straight = direct(from, to);
    if (straight) least = *straight;
    seed(to);
    while (!m_queue.isEmpty()) {
        auto const [time, state] = m_queue.pop();
        if (time != m_labels[state].time) continue;
        if (m_queue.floor() >= least) break;
        for (Start const& option : options)
            if (option.state == state && time + option.milliseconds < least) {
                least = time + option.milliseconds;
                best = option;
            }
        for (RoadGraph::InArc const& arc : m_graph->arcsTo(state))
            if (!isClosed(arc.segment)) relax(arc.tail, time + arc.milliseconds, arc.arc);
    }
    if (least == UINT32_MAX) return std::nullopt;
    Route route{.milliseconds = least};
    if (!best) {
        route.legs.push_back({from.segment, from.part, to.part});
        return route;
    }
    route.legs.push_back({from.segment, from.part, m_graph->arcs()[best->arc].isReversed ? 0.0 : 1.0});
    for (std::uint32_t state = best->state;;) {
        std::uint32_t const next = m_labels[state].next;
        DriveArc const& arc = m_graph->arcs()[next & ~isLast];
        double const end = arc.isReversed ? 0.0 : 1.0;
        route.legs.push_back({arc.segment, 1 - end, (next & isLast) != 0 ? to.part : end});
        if ((next & isLast) != 0) return route;
        state = arc.head;
    }
}

std::vector<RoadSearch::Leg> RoadSearch::within(RoadSpot const& from, std::uint32_t milliseconds) {
    begin();
    std::vector<Leg> legs;
    auto const reach = [&](DriveArc const& arc, double begins, std::uint32_t left) {
        double const whole = arc.milliseconds;
        double const driven = whole > 0 ? std::min(1.0, left / whole) : 1.0;
        double const ends = arc.isReversed ? std::max(0.0, begins - driven) : std::min(1.0, begins + driven);
        legs.push_back({arc.segment, begins, ends});
    };
    for (Start const& start : starts(from)) {
        DriveArc const& arc = m_graph->arcs()[start.arc];
        reach(arc, from.part, milliseconds);
        if (start.milliseconds <= milliseconds) relax(start.state, start.milliseconds, start.arc);
    }
    while (!m_queue.isEmpty()) {
        auto const [time, state] = m_queue.pop();
        if (time != m_labels[state].time) continue;
        for (DriveArc const& arc : m_graph->arcsFrom(state)) {
            if (isClosed(arc.segment)) continue;
            reach(arc, arc.isReversed ? 1 : 0, milliseconds - time);
            if (arc.milliseconds <= milliseconds - time) relax(arc.head, time + arc.milliseconds, 0);
        }
    }
    return legs;
}

std::vector<GeoPoint> lineOf(RoadNetwork const& roads, std::span<RoadSearch::Leg const> legs) {
    std::vector<GeoPoint> line;
    auto const add = [&line](GeoPoint point) {
        if (line.empty() || line.back() != point) line.push_back(point);
    };
    for (RoadSearch::Leg const& leg : legs) {
        RoadSegment const& segment = roads.segments()[leg.segment];
        std::vector<GeoPoint> points{roads.node(segment.a)};
        points.insert(points.end(), segment.shape.begin(), segment.shape.end());
        points.push_back(roads.node(segment.b));
        double from = leg.from, to = leg.to;
        if (from > to) {
            std::ranges::reverse(points);
            from = 1 - from;
            to = 1 - to;
        }
        double whole = 0;
        for (std::size_t i = 1; i < points.size(); ++i)
            whole += distanceMetres(points[i - 1], points[i]);
        double at = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            double const step = i == 0 ? 0 : distanceMetres(points[i - 1], points[i]);
            auto const inner = [&](double part) {
                double const share = step > 0 ? std::clamp((part * whole - at) / step, 0.0, 1.0) : 0;
                auto const mix = [share](std::int32_t a, std::int32_t b) {
                    return a + std::llround(share * (static_cast<double>(b) - a));
                };
                return *GeoPoint::ofE7(mix(points[i - 1].latitudeE7(), points[i].latitudeE7()),
                                       mix(points[i - 1].longitudeE7(), points[i].longitudeE7()));
            };
            if (i > 0 && from * whole > at && from * whole <= at + step) add(inner(from));
            if (i > 0 && to * whole >= at && to * whole < at + step) {
                add(inner(to));
                break;
            }
            at += step;
            if (at >= from * whole) add(points[i]);
        }
    }
    return line;
}

double metresOf(RoadNetwork const& roads, std::span<RoadSearch::Leg const> legs) {
    double metres = 0;
    for (RoadSearch::Leg const& leg : legs)
        metres += roads.segments()[leg.segment].centimetres / 100.0 * std::abs(leg.to - leg.from);
    return metres;
}

} // namespace ob::core

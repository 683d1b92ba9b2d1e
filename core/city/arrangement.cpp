// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/arrangement.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace ob::core {
namespace {

/// Ends nearer than this are one place.
constexpr double sameMetres = 9;
constexpr double cellMetres = 250;

struct Cell {
    std::int32_t column;
    std::int32_t row;
    friend auto operator<=>(Cell, Cell) = default;
};
Cell cellOf(Spot spot, double side) {
    return {static_cast<std::int32_t>(std::floor(spot.x / side)),
            static_cast<std::int32_t>(std::floor(spot.y / side))};
}

struct Segment {
    Spot a;
    Spot b;
    std::uint32_t course;
    std::vector<double> cuts{};
};

class Arranger {
  public:
    Arranger(CityPlan const& plan, CityShape const& shape) : m_plan(plan), m_shape(shape) {}

    Arrangement run() {
        for (std::uint32_t course = 0; course < m_plan.courses.size(); ++course) {
            SpotLine const& line = m_plan.courses[course].line;
            for (std::size_t i = 1; i < line.size(); ++i)
                if (line[i] != line[i - 1]) m_segments.push_back({line[i - 1], line[i], course});
        }
        cut();
        join();
        prune();
        trace();
        return std::move(m_result);
    }

  private:
    CityPlan const& m_plan;
    CityShape const& m_shape;
    std::vector<Segment> m_segments;
    Arrangement m_result;
    std::map<Cell, std::vector<std::uint32_t>> m_spotsAt;

    Course const& courseOf(PlanEdge const& edge) const { return m_plan.courses[edge.course]; }

    void cut() {
        std::map<Cell, std::vector<std::uint32_t>> cells;
        for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
            SpotBox box;
            box.add(m_segments[i].a);
            box.add(m_segments[i].b);
            Cell const low = cellOf(box.low, cellMetres), high = cellOf(box.high, cellMetres);
            for (std::int32_t row = low.row; row <= high.row; ++row)
                for (std::int32_t column = low.column; column <= high.column; ++column)
                    cells[{column, row}].push_back(i);
        }
        for (auto const& [cell, members] : cells)
            for (std::size_t i = 0; i < members.size(); ++i)
                for (std::size_t k = i + 1; k < members.size(); ++k)
                    if (m_segments[members[i]].course != m_segments[members[k]].course)
                        meet(m_segments[members[i]], m_segments[members[k]]);
    }

    static void meet(Segment& one, Segment& other) {
        Spot const along = one.b - one.a, across = other.b - other.a;
        double const turn = cross(along, across);
        if (std::abs(turn) < 1e-9) return;
        double const first = cross(other.a - one.a, across) / turn;
        double const second = cross(other.a - one.a, along) / turn;
        if (first < 0 || first > 1 || second < 0 || second > 1) return;
        one.cuts.push_back(first);
        other.cuts.push_back(second);
    }

    std::uint32_t spotNumber(Spot spot) {
        Cell const middle = cellOf(spot, sameMetres);
        for (std::int32_t row = -1; row <= 1; ++row)
            for (std::int32_t column = -1; column <= 1; ++column) {
                auto const cell = m_spotsAt.find({middle.column + column, middle.row + row});
                if (cell == m_spotsAt.end()) continue;
                for (std::uint32_t const number : cell->second)
                    if (length(m_result.spots[number] - spot) < sameMetres) return number;
            }
        m_result.spots.push_back(spot);
        auto const number = static_cast<std::uint32_t>(m_result.spots.size() - 1);
        m_spotsAt[middle].push_back(number);
        return number;
    }

    void join() {
        // Where lines cross comes before where they bend, so that ends move to crossings and not the other
        // way.
        for (Segment& segment : m_segments) {
            std::ranges::sort(segment.cuts);
            for (double const part : segment.cuts)
                spotNumber(rounded(segment.a + (segment.b - segment.a) * part));
        }
        std::set<std::pair<std::uint32_t, std::uint32_t>> known;
        for (Segment const& segment : m_segments) {
            std::uint32_t last = spotNumber(segment.a);
            auto const go = [&](Spot to) {
                std::uint32_t const next = spotNumber(to);
                if (next != last && known.insert(std::minmax(last, next)).second)
                    keep(last, next, segment.course);
                last = next;
            };
            for (double const part : segment.cuts)
                go(rounded(segment.a + (segment.b - segment.a) * part));
            go(segment.b);
        }
    }

    void keep(std::uint32_t a, std::uint32_t b, std::uint32_t course) {
        PlanEdge edge{a, b, course, false};
        Course const& of = m_plan.courses[course];
        Spot const middle = (m_result.spots[a] + m_result.spots[b]) * 0.5;
        if (of.role != CourseRole::Water && m_shape.isWater(middle)) {
            if (!of.bridges || m_shape.isInLake(middle)) return;
            edge.isBridge = true;
        }
        m_result.edges.push_back(edge);
    }

    void prune() {
        auto& edges = m_result.edges;
        for (bool changed = true; changed;) {
            std::vector<std::uint32_t> streets(m_result.spots.size());
            std::vector<std::uint32_t> all(m_result.spots.size());
            for (PlanEdge const& edge : edges)
                for (std::uint32_t const end : {edge.a, edge.b}) {
                    ++all[end];
                    if (isStreet(courseOf(edge).border)) ++streets[end];
                }
            auto const endsNowhere = [&](PlanEdge const& edge) {
                auto const& meeting = isStreet(courseOf(edge).border) ? streets : all;
                return (meeting[edge.a] < 2 || meeting[edge.b] < 2) && !courseOf(edge).mayEnd;
            };
            changed = std::erase_if(edges, endsNowhere) > 0;
        }
    }

    struct Half {
        std::uint32_t to;
        std::uint32_t edge;
        bool isDone = false;
    };

    /// Counter-clockwise from the east.
    static bool isBefore(Spot a, Spot b) {
        auto const half = [](Spot spot) { return spot.y < 0 || (spot.y == 0 && spot.x < 0); };
        if (half(a) != half(b)) return !half(a);
        return cross(a, b) > 0;
    }

    void trace() {
        std::vector<std::vector<Half>> around(m_result.spots.size());
        for (std::uint32_t i = 0; i < m_result.edges.size(); ++i) {
            around[m_result.edges[i].a].push_back({m_result.edges[i].b, i});
            around[m_result.edges[i].b].push_back({m_result.edges[i].a, i});
        }
        for (std::uint32_t spot = 0; spot < around.size(); ++spot)
            std::ranges::sort(around[spot], [&](Half const& a, Half const& b) {
                return isBefore(m_result.spots[a.to] - m_result.spots[spot],
                                m_result.spots[b.to] - m_result.spots[spot]);
            });
        for (std::uint32_t spot = 0; spot < around.size(); ++spot)
            for (Half& half : around[spot])
                if (!half.isDone) face(around, spot, half);
    }

    void face(std::vector<std::vector<Half>>& around, std::uint32_t begin, Half& first) {
        Ring ring;
        std::uint32_t at = begin;
        Half* half = &first;
        while (!half->isDone) {
            half->isDone = true;
            ring.points.push_back(m_result.spots[at]);
            ring.borders.push_back(courseOf(m_result.edges[half->edge]).border);
            // On with the next to the right of where we came from: the face stays on the left.
            auto& next = around[half->to];
            std::size_t back = 0;
            while (next[back].to != at || next[back].edge != half->edge)
                ++back;
            at = half->to;
            half = &next[(back + next.size() - 1) % next.size()];
        }
        if (areaOf(ring.points) > 1) m_result.faces.push_back(std::move(ring));
    }
};

} // namespace

Arrangement arrange(CityPlan const& plan, CityShape const& shape) { return Arranger(plan, shape).run(); }

} // namespace ob::core

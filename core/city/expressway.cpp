// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/expressway.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

constexpr double halfMetres = 12;    ///< from the middle to a carriageway
constexpr double apartMetres = 1500; ///< between interchanges
constexpr double loopMetres = 85;

/// A closed line that runs around the city.
class Loop {
  public:
    explicit Loop(SpotLine line) : m_line(std::move(line)) {
        if (m_line.front() == m_line.back()) m_line.pop_back();
        m_length = 0;
        for (std::size_t i = 0; i < m_line.size(); ++i) {
            m_at.push_back(m_length);
            m_length += length(m_line[(i + 1) % m_line.size()] - m_line[i]);
        }
    }
    double whole() const { return m_length; }
    Spot at(double metres) const {
        while (metres < 0)
            metres += m_length;
        while (metres >= m_length)
            metres -= m_length;
        auto const next =
            static_cast<std::size_t>(std::upper_bound(m_at.begin(), m_at.end(), metres) - m_at.begin());
        Spot const a = m_line[next - 1], b = m_line[next % m_line.size()];
        return a + unit(b - a) * (metres - m_at[next - 1]);
    }
    double nearest(Spot to) const {
        double best = 0, least = 1e18;
        for (std::size_t i = 0; i < m_line.size(); ++i) {
            Spot const a = m_line[i], near = nearestOnSegment(a, m_line[(i + 1) % m_line.size()], to);
            if (double const away = length(near - to); away < least) {
                least = away;
                best = m_at[i] + length(near - a);
            }
        }
        return best;
    }
    SpotLine const& line() const { return m_line; }

  private:
    SpotLine m_line;
    std::vector<double> m_at;
    double m_length = 0;
};

/// The carriageway to the right of whoever goes along the line.
SpotLine rightOf(SpotLine const& loop) {
    SpotLine line;
    std::size_t const size = loop.size();
    for (std::size_t i = 0; i < size; ++i) {
        Spot const along = unit(loop[(i + 1) % size] - loop[(i + size - 1) % size]);
        line.push_back(rounded(loop[i] - leftOf(along) * halfMetres));
    }
    return line;
}

class Builder {
  public:
    Builder(CityPlan const& plan, Arrangement const& ground) : m_plan(plan), m_ground(ground) {}

    Expressway run() {
        SpotLine middle = m_plan.courses[m_plan.expressway].line;
        middle.pop_back();
        Loop const whole(middle);
        findInterchanges(whole);
        for (bool const isBack : {false, true}) {
            if (isBack) std::reverse(middle.begin(), middle.end());
            carriageway(Loop(rightOf(middle)));
        }
        std::stable_partition(m_result.ways.begin(), m_result.ways.end(),
                              [](Carriageway const& way) { return !way.isRamp; });
        return std::move(m_result);
    }

  private:
    CityPlan const& m_plan;
    Arrangement const& m_ground;
    Expressway m_result;

    void findInterchanges(Loop const& whole) {
        struct Meeting {
            double at;
            Spot spot;
            std::uint32_t course;
        };
        std::vector<Meeting> meetings;
        std::vector<bool> isOnIt(m_ground.spots.size());
        for (PlanEdge const& edge : m_ground.edges)
            if (edge.course == m_plan.expressway) isOnIt[edge.a] = isOnIt[edge.b] = true;
        for (PlanEdge const& edge : m_ground.edges)
            for (std::uint32_t const end : {edge.a, edge.b})
                if (edge.course != m_plan.expressway && isOnIt[end])
                    meetings.push_back(
                        {whole.nearest(m_ground.spots[end]), m_ground.spots[end], edge.course});
        std::ranges::sort(meetings, {}, [&](Meeting const& m) {
            return std::tuple(m_plan.courses[m.course].border, m.at);
        });
        std::vector<double> taken;
        for (Meeting const& meeting : meetings) {
            if (std::ranges::find(m_result.overpasses, meeting.spot) == m_result.overpasses.end())
                m_result.overpasses.push_back(meeting.spot);
            Course const& course = m_plan.courses[meeting.course];
            if (course.border > Border::Primary || !isStreet(course.border)) continue;
            bool const isFree = std::ranges::all_of(taken, [&](double other) {
                double const apart = std::abs(other - meeting.at);
                return std::min(apart, whole.whole() - apart) > apartMetres;
            });
            if (!isFree || !goesOn(meeting.course, meeting.spot)) continue;
            taken.push_back(meeting.at);
            m_result.interchanges.push_back(meeting.spot);
            m_result.streets.push_back(meeting.course);
        }
    }

    /// Whether the street has room for ramps on both sides.
    bool goesOn(std::uint32_t course, Spot from) const {
        Spot const along = direction(course, from);
        for (double const side : {1.0, -1.0}) {
            auto const to = onStreet(course, from, along * side, 330);
            if (!to || length(*to - from) < 250) return false;
        }
        return true;
    }

    Spot direction(std::uint32_t course, Spot at) const {
        for (PlanEdge const& edge : m_ground.edges)
            if (edge.course == course && m_ground.spots[edge.a] == at)
                return unit(m_ground.spots[edge.b] - at);
        for (PlanEdge const& edge : m_ground.edges)
            if (edge.course == course && m_ground.spots[edge.b] == at)
                return unit(at - m_ground.spots[edge.a]);
        return {1, 0};
    }

    /// So far along the street towards that side, as the street really runs.
    std::optional<Spot> onStreet(std::uint32_t course, Spot from, Spot towards, double metres) const {
        std::optional<Spot> best;
        double least = 25;
        for (PlanEdge const& edge : m_ground.edges) {
            if (edge.course != course) continue;
            Spot const a = m_ground.spots[edge.a], b = m_ground.spots[edge.b];
            Spot const middle = (a + b) * 0.5 - from;
            if (dot(middle, towards) < 0 || length(middle) > metres + 200) continue;
            Spot const near = nearestOnSegment(a, b, from + towards * metres);
            double const off = std::abs(length(near - from) - metres);
            if (off >= least) continue;
            least = off;
            best = rounded(near);
        }
        return best;
    }

    void carriageway(Loop const& loop) {
        SpotLine line = loop.line();
        std::vector<std::pair<double, Spot>> joints;
        for (std::size_t i = 0; i < m_result.interchanges.size(); ++i)
            interchange(loop, i, joints);
        for (std::size_t i = 0; i < line.size(); ++i)
            joints.emplace_back(loop.nearest(line[i]), line[i]);
        std::ranges::sort(joints, {}, [](auto const& joint) { return joint.first; });
        SpotLine whole;
        for (auto const& [at, spot] : joints)
            if (whole.empty() || whole.back() != spot) whole.push_back(spot);
        whole.push_back(whole.front());
        m_result.ways.push_back({.line = std::move(whole)});
    }

    void interchange(Loop const& loop, std::size_t number, std::vector<std::pair<double, Spot>>& joints) {
        Spot const at = m_result.interchanges[number];
        std::uint32_t const course = m_result.streets[number];
        bool const isClover = m_plan.courses[course].border == Border::Trunk;
        double const middle = loop.nearest(at);
        Spot const along = unit(loop.at(middle + 20) - loop.at(middle - 20));
        Spot const right = leftOf(along) * -1;
        Spot out = direction(course, at);
        if (dot(out, right) < 0) out = out * -1;
        auto const place = [&](double forward, double aside) {
            return rounded(loop.at(middle + forward) + out * aside);
        };
        auto const joint = [&](double metres) {
            Spot const spot = onStreet(course, at, out, metres).value_or(rounded(at + out * metres));
            m_result.joints.push_back(spot);
            return spot;
        };
        auto const leave = [&](double forward) {
            Spot const spot = rounded(loop.at(middle + forward));
            joints.emplace_back(loop.nearest(spot), spot);
            return spot;
        };
        auto const ramp = [&](SpotLine line) {
            m_result.ways.push_back({.line = std::move(line), .isRamp = true, .interchange = number});
        };
        if (!isClover) {
            Spot const end = joint(95);
            ramp({leave(-430), place(-330, 9), place(-220, 24), place(-120, 46), place(-50, 70), end});
            ramp({end, place(50, 70), place(120, 46), place(220, 24), place(330, 9), leave(430)});
            return;
        }
        Spot const far = joint(300);
        ramp({leave(-520), place(-400, 10), place(-300, 45), place(-220, 110), place(-150, 190),
              place(-80, 255), far});
        ramp({far, place(80, 255), place(150, 190), place(220, 110), place(300, 45), place(400, 10),
              leave(520)});
        Spot const near = joint(loopMetres + 12);
        auto const circle = [&](double side) {
            SpotLine line;
            for (int i = 1; i < 12; ++i) {
                // From the carriageway round to the street.
                Spot const to = heading(-0.25 + 0.75 * i / 12);
                line.push_back(
                    place(side * (loopMetres + loopMetres * to.x), loopMetres + loopMetres * to.y));
            }
            return line;
        };
        SpotLine off = circle(1);
        off.insert(off.begin(), leave(loopMetres));
        off.push_back(near);
        ramp(std::move(off));
        SpotLine on = circle(-1);
        std::reverse(on.begin(), on.end());
        on.insert(on.begin(), near);
        on.push_back(leave(-loopMetres));
        ramp(std::move(on));
    }
};

} // namespace

Expressway buildExpressway(CityPlan const& plan, Arrangement const& ground) {
    return Builder(plan, ground).run();
}

} // namespace ob::core

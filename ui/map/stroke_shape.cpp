// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/stroke_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace ob::ui {
namespace {

/// Below this width nobody sees how an end or corner is shaped.
constexpr double hairline = 1.3;

using Circle = std::array<QPointF, 36>;

/// Corners of a circle of radius 1, worked out once for each number of them: a tile has thousands of discs.
template<int corners>
Circle const& unitCircle() {
    static Circle const circle = [] {
        Circle points;
        for (int i = 0; i < corners; ++i) {
            double const angle = 2 * std::numbers::pi * i / corners;
            points[static_cast<std::size_t>(i)] = QPointF(std::cos(angle), std::sin(angle));
        }
        return points;
    }();
    return circle;
}

void addDisc(Coverage& coverage, QPointF middle, double radius) {
    auto const add = [&](Circle const& circle, std::size_t corners) {
        Circle ring;
        for (std::size_t i = 0; i < corners; ++i)
            ring[i] = middle + circle[i] * radius;
        coverage.add(std::span(ring).first(corners));
    };
    if (radius < 2.5)
        add(unitCircle<8>(), 8);
    else if (radius < 6)
        add(unitCircle<12>(), 12);
    else if (radius < 16)
        add(unitCircle<20>(), 20);
    else
        add(unitCircle<36>(), 36);
}

/// Fills the gap that two rectangles leave on the outer side of a corner.
void addCorner(Coverage& coverage, QPointF at, QPointF before, QPointF after, double half) {
    double const cross = before.x() * after.y() - before.y() * after.x();
    double const along = QPointF::dotProduct(before, after);
    if (along < 0.75) { // about 41°
        addDisc(coverage, at, half);
        return;
    }
    double const side = cross > 0 ? -1 : 1;
    std::array<QPointF, 3> const wedge{at, at + QPointF(-before.y(), before.x()) * half * side,
                                       at + QPointF(-after.y(), after.x()) * half * side};
    coverage.add(wedge, signedArea(wedge) < 0);
}

} // namespace

void addStroke(Coverage& coverage, std::span<QPointF const> line, double width, LineEnd end) {
    double const half = width / 2;
    QPointF before;
    bool hasBefore = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF const step = line[i] - line[i - 1];
        double const length = std::hypot(step.x(), step.y());
        if (length < 1e-6) continue;
        QPointF const direction = step / length;
        QPointF const across = QPointF(-direction.y(), direction.x()) * half;
        std::array<QPointF, 4> const piece{line[i - 1] - across, line[i] - across, line[i] + across,
                                           line[i - 1] + across};
        coverage.add(piece); // clockwise, whichever way the line runs
        if (hasBefore && width > hairline) addCorner(coverage, line[i - 1], before, direction, half);
        before = direction;
        hasBefore = true;
    }
    if (end == LineEnd::Round && width > hairline && line.size() > 1) {
        addDisc(coverage, line.front(), half);
        if (line.front() != line.back()) addDisc(coverage, line.back(), half);
    }
}

void addDashes(Coverage& coverage, std::span<QPointF const> line, double width,
               std::span<double const> pattern, double size) {
    std::size_t turn = 0;
    double left = pattern[0];
    std::vector<QPointF> dash;
    auto const flush = [&] {
        if (dash.size() > 1) addStroke(coverage, dash, width, LineEnd::Flat);
        dash.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        QPointF const step = line[i] - line[i - 1];
        double const length = std::hypot(step.x(), step.y());
        if (length < 1e-6) continue;
        auto const isOutside = [&](double a, double b) {
            return (a < -width && b < -width) || (a > size + width && b > size + width);
        };
        if (isOutside(line[i].x(), line[i - 1].x()) || isOutside(line[i].y(), line[i - 1].y())) {
            flush();
            continue; // a piece out of sight keeps the pattern as it is: nobody sees where it goes on
        }
        double done = 0;
        if (turn % 2 == 0 && dash.empty()) dash.push_back(line[i - 1]);
        while (length - done > left) {
            done += left;
            QPointF const at = line[i - 1] + step * (done / length);
            if (turn % 2 == 0) {
                dash.push_back(at);
                flush();
            } else {
                dash.push_back(at);
            }
            turn = (turn + 1) % pattern.size();
            left = pattern[turn];
        }
        left -= length - done;
        if (turn % 2 == 0) dash.push_back(line[i]);
    }
    flush();
}

} // namespace ob::ui

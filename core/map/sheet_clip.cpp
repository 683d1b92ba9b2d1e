// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/sheet_clip.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ob::core {
namespace {

/// How far inside of a side of the box; negative outside.
std::int64_t depth(SheetSpot spot, SheetBox const& box, int side) {
    switch (side) {
    case 0: return spot.x - box.low.x;
    case 1: return box.high.x - spot.x;
    case 2: return spot.y - box.low.y;
    case 3: return box.high.y - spot.y;
    }
    return 0;
}

/// Halves away from nothing in particular, but everywhere alike.
std::int64_t divided(std::int64_t value, std::int64_t by) {
    std::int64_t const doubled = 2 * value + by;
    std::int64_t const quotient = doubled / (2 * by);
    return doubled % (2 * by) < 0 ? quotient - 1 : quotient;
}

SheetSpot between(SheetSpot a, SheetSpot b, std::int64_t depthA, std::int64_t depthB) {
    std::int64_t const whole = depthA > depthB ? depthA - depthB : depthB - depthA;
    std::int64_t const part = depthA < 0 ? -depthA : depthA;
    return {a.x + divided((b.x - a.x) * part, whole), a.y + divided((b.y - a.y) * part, whole)};
}

double awayFrom(SheetSpot a, SheetSpot b, SheetSpot spot) {
    double const dx = static_cast<double>(b.x - a.x), dy = static_cast<double>(b.y - a.y);
    double const px = static_cast<double>(spot.x - a.x), py = static_cast<double>(spot.y - a.y);
    double const size = dx * dx + dy * dy;
    double const part = size > 0 ? std::clamp((px * dx + py * dy) / size, 0.0, 1.0) : 0.0;
    double const ox = px - part * dx, oy = py - part * dy;
    return ox * ox + oy * oy;
}

} // namespace

SheetLine clippedRing(SheetLine ring, SheetBox const& box) {
    for (int side = 0; side < 4 && ring.size() >= 3; ++side) {
        SheetLine kept;
        SheetSpot before = ring.back();
        std::int64_t depthBefore = depth(before, box, side);
        for (SheetSpot const spot : ring) {
            std::int64_t const here = depth(spot, box, side);
            if ((here < 0) != (depthBefore < 0)) kept.push_back(between(before, spot, depthBefore, here));
            if (here >= 0) kept.push_back(spot);
            before = spot;
            depthBefore = here;
        }
        ring = std::move(kept);
    }
    auto const [first, last] = std::ranges::unique(ring);
    ring.erase(first, last);
    while (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

std::vector<SheetLine> clippedLine(SheetLine const& line, SheetBox const& box) {
    std::vector<SheetLine> pieces;
    bool isOpen = false;
    for (std::size_t i = 1; i < line.size(); ++i) {
        SheetSpot a = line[i - 1];
        SheetSpot b = line[i];
        bool isInside = true;
        for (int side = 0; side < 4 && isInside; ++side) {
            std::int64_t const depthA = depth(a, box, side), depthB = depth(b, box, side);
            if (depthA < 0 && depthB < 0)
                isInside = false;
            else if (depthA < 0)
                a = between(a, b, depthA, depthB);
            else if (depthB < 0)
                b = between(a, b, depthA, depthB);
        }
        if (!isInside) {
            isOpen = false;
            continue;
        }
        if (!isOpen || pieces.back().back() != a) pieces.push_back({a});
        if (pieces.back().back() != b) pieces.back().push_back(b);
        isOpen = b == line[i];
    }
    std::erase_if(pieces, [](SheetLine const& piece) { return piece.size() < 2; });
    return pieces;
}

SheetLine simplified(SheetLine const& line, double tolerance) {
    if (line.size() < 3) return line;
    std::vector<bool> stays(line.size());
    stays.front() = stays.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        auto const [from, to] = open.back();
        open.pop_back();
        double farthest = tolerance * tolerance;
        std::optional<std::size_t> found;
        for (std::size_t i = from + 1; i < to; ++i)
            if (double const away = awayFrom(line[from], line[to], line[i]); away > farthest) {
                farthest = away;
                found = i;
            }
        if (!found) continue;
        stays[*found] = true;
        open.emplace_back(from, *found);
        open.emplace_back(*found, to);
    }
    SheetLine kept;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (stays[i]) kept.push_back(line[i]);
    return kept;
}

std::int64_t twiceArea(SheetLine const& ring) {
    std::int64_t sum = 0;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++)
        sum += (ring[before].x - ring[0].x) * (ring[i].y - ring[0].y)
               - (ring[i].x - ring[0].x) * (ring[before].y - ring[0].y);
    return sum;
}

} // namespace ob::core

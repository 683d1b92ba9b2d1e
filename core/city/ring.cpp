// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/ring.h"

#include <algorithm>

namespace ob::core {

double clearMetres(Border border) {
    switch (border) {
    case Border::Motorway: return 42;
    case Border::Trunk: return 26;
    case Border::Primary: return 22;
    case Border::Secondary: return 17;
    case Border::Tertiary: return 12.5;
    case Border::Minor: return 9;
    case Border::Lane: return 5;
    case Border::Service: return 4;
    case Border::Rail: return 24;
    case Border::Bank: return 22;
    case Border::Shore: return 45;
    }
    return 0;
}

double areaOf(std::span<Spot const> points) {
    double twice = 0;
    for (std::size_t i = 0, before = points.size() - 1; i < points.size(); before = i++)
        twice += cross(points[before], points[i]);
    return twice / 2;
}

bool holds(std::span<Spot const> points, Spot spot) {
    bool isInside = false;
    for (std::size_t i = 0, before = points.size() - 1; i < points.size(); before = i++) {
        Spot const a = points[before];
        Spot const b = points[i];
        if ((a.y > spot.y) != (b.y > spot.y) && spot.x < a.x + (b.x - a.x) * (spot.y - a.y) / (b.y - a.y))
            isInside = !isInside;
    }
    return isInside;
}

Spot middleOf(std::span<Spot const> points) {
    Spot sum;
    double weight = 0;
    Spot const origin = points[0];
    for (std::size_t i = 0, before = points.size() - 1; i < points.size(); before = i++) {
        double const part = cross(points[before] - origin, points[i] - origin);
        sum = sum + (points[before] + points[i] - origin * 2) * part;
        weight += part;
    }
    if (std::abs(weight) < 1e-6) return origin;
    return origin + sum * (1 / (3 * weight));
}

Spot insideOf(Ring const& ring) {
    auto const room = [&](Spot spot) {
        if (!holds(ring.points, spot)) return -1.0;
        double nearest = 1e9;
        for (std::size_t i = 0, before = ring.points.size() - 1; i < ring.points.size(); before = i++)
            nearest = std::min(nearest, metresToSegment(ring.points[before], ring.points[i], spot));
        return nearest;
    };
    Spot best = middleOf(ring.points);
    double most = room(best);
    if (most > 30) return best;
    SpotBox const box = boxOf(ring.points);
    constexpr int tries = 12;
    for (int row = 1; row < tries; ++row)
        for (int column = 1; column < tries; ++column) {
            Spot const spot{box.low.x + (box.high.x - box.low.x) * column / tries,
                            box.low.y + (box.high.y - box.low.y) * row / tries};
            if (double const found = room(spot); found > most) {
                most = found;
                best = spot;
            }
        }
    return best;
}

void SpotBox::add(Spot spot) {
    low = {std::min(low.x, spot.x), std::min(low.y, spot.y)};
    high = {std::max(high.x, spot.x), std::max(high.y, spot.y)};
}

bool SpotBox::meets(SpotBox const& other) const {
    return low.x <= other.high.x && other.low.x <= high.x && low.y <= other.high.y && other.low.y <= high.y;
}

SpotBox boxOf(std::span<Spot const> points) {
    SpotBox box;
    for (Spot const spot : points)
        box.add(spot);
    return box;
}

bool fits(Ring const& ring, std::span<Spot const> shape, double more) {
    for (Spot const corner : shape)
        if (!holds(ring.points, corner)) return false;
    std::size_t const sides = ring.points.size();
    for (std::size_t i = 0; i < sides; ++i) {
        Spot const a = ring.points[i];
        Spot const b = ring.points[(i + 1) % sides];
        double const clear = clearMetres(ring.borders[i]) + more;
        for (std::size_t k = 0, before = shape.size() - 1; k < shape.size(); before = k++) {
            // Apart unless an end of one is near the other: they do not cross where all corners are inside
            // and no corner of the ring is near the shape.
            if (metresToSegment(a, b, shape[k]) < clear) return false;
            if (metresToSegment(shape[before], shape[k], a) < clear) return false;
        }
        if (holds(shape, a)) return false;
    }
    return true;
}

std::optional<Chord> chordOf(Ring const& ring, Spot at, Spot direction) {
    std::optional<double> before;
    std::optional<double> after;
    Chord chord;
    std::size_t const sides = ring.points.size();
    for (std::size_t i = 0; i < sides; ++i) {
        Spot const a = ring.points[i];
        Spot const b = ring.points[(i + 1) % sides];
        double const from = cross(direction, a - at);
        double const to = cross(direction, b - at);
        if ((from > 0) == (to > 0)) continue;
        double const part = from / (from - to);
        Spot const spot = rounded(a + (b - a) * part);
        double const along = dot(spot - at, direction);
        if (along <= 0 && (!before || along > *before)) {
            before = along;
            chord.from = spot;
            chord.fromSide = i;
        }
        if (along > 0 && (!after || along < *after)) {
            after = along;
            chord.to = spot;
            chord.toSide = i;
        }
    }
    if (!before || !after || chord.fromSide == chord.toSide) return std::nullopt;
    return chord;
}

namespace {

Ring part(Ring const& ring, Spot from, std::size_t fromSide, Spot to, std::size_t toSide, Border as) {
    Ring result;
    auto const append = [&result](Spot spot, Border border) {
        if (!result.points.empty() && result.points.back() == spot) {
            result.borders.back() = border;
            return;
        }
        result.points.push_back(spot);
        result.borders.push_back(border);
    };
    std::size_t const sides = ring.points.size();
    append(from, ring.borders[fromSide]);
    for (std::size_t i = (fromSide + 1) % sides;; i = (i + 1) % sides) {
        append(ring.points[i], ring.borders[i]);
        if (i == toSide) break;
    }
    append(to, as);
    if (result.points.front() == result.points.back() && result.points.size() > 1) {
        result.points.pop_back();
        result.borders.pop_back();
    }
    return result;
}

} // namespace

std::pair<Ring, Ring> partedBy(Ring const& ring, Chord const& chord, Border as) {
    // From the far end round to the near one lies what is left of the chord.
    return {part(ring, chord.to, chord.toSide, chord.from, chord.fromSide, as),
            part(ring, chord.from, chord.fromSide, chord.to, chord.toSide, as)};
}

} // namespace ob::core

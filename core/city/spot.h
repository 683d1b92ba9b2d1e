// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <vector>

namespace ob::core {

/// A place in the plane of the city: metres east and north of its middle, at the scale of the middle's
/// latitude. Only +, -, *, / and sqrt are used on them, which every machine rounds alike.
struct Spot {
    double x = 0;
    double y = 0;
    friend bool operator==(Spot, Spot) = default;
    friend Spot operator+(Spot a, Spot b) { return {a.x + b.x, a.y + b.y}; }
    friend Spot operator-(Spot a, Spot b) { return {a.x - b.x, a.y - b.y}; }
    friend Spot operator*(Spot a, double factor) { return {a.x * factor, a.y * factor}; }
};

inline double dot(Spot a, Spot b) { return a.x * b.x + a.y * b.y; }
/// Positive when b is to the left of a.
inline double cross(Spot a, Spot b) { return a.x * b.y - a.y * b.x; }
inline double length(Spot a) { return std::sqrt(dot(a, a)); }
inline Spot unit(Spot a) {
    double const size = length(a);
    return size > 0 ? a * (1 / size) : Spot{1, 0};
}
inline Spot leftOf(Spot a) { return {-a.y, a.x}; }
/// On the grid of 10 cm on which all of the city's lines end.
inline Spot rounded(Spot a) { return {std::floor(a.x * 10 + 0.5) / 10, std::floor(a.y * 10 + 0.5) / 10}; }

using SpotLine = std::vector<Spot>;

double lengthOf(SpotLine const& line);
/// At that many metres from its beginning.
Spot alongLine(SpotLine const& line, double metres);
/// The nearest place on the segment from a to b.
Spot nearestOnSegment(Spot a, Spot b, Spot to);
double metresToSegment(Spot a, Spot b, Spot to);

/// A smooth wave between -1 and 1 with the period 1, a sine in all but name.
double wave(double phase);
/// cos and sin of `turn` full turns, of unit length.
Spot heading(double turn);

} // namespace ob::core

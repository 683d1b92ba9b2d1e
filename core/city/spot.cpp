// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/spot.h"

#include <algorithm>

namespace ob::core {

double lengthOf(SpotLine const& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += length(line[i] - line[i - 1]);
    return sum;
}

Spot alongLine(SpotLine const& line, double metres) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        double const step = length(line[i] - line[i - 1]);
        if (metres <= step && step > 0)
            return line[i - 1] + (line[i] - line[i - 1]) * (std::max(metres, 0.0) / step);
        metres -= step;
    }
    return line.back();
}

Spot nearestOnSegment(Spot a, Spot b, Spot to) {
    Spot const along = b - a;
    double const size = dot(along, along);
    double const part = size > 0 ? std::clamp(dot(to - a, along) / size, 0.0, 1.0) : 0;
    return a + along * part;
}

double metresToSegment(Spot a, Spot b, Spot to) { return length(nearestOnSegment(a, b, to) - to); }

double wave(double phase) {
    phase -= std::floor(phase);
    // Two parabolas, bent a little further towards the sine.
    double const half = phase < 0.5 ? 16 * phase * (0.5 - phase) : -16 * (phase - 0.5) * (1 - phase);
    return half * (0.775 + 0.225 * std::abs(half));
}

Spot heading(double turn) { return unit({wave(turn + 0.25), wave(turn)}); }

} // namespace ob::core

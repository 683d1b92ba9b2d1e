// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fix.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ob::core {
namespace {

constexpr double e7PerMetre = 1e7 / 111'195; // of latitude, on the mean sphere

/// Middle of the step that the value is in.
std::int64_t middle(std::int32_t value, double step) {
    return std::llround((std::floor(value / step) + 0.5) * step);
}

} // namespace

Fix coarsened(Fix const& fix, std::uint32_t gridMetres) {
    if (gridMetres == 0) return fix;
    double const step = gridMetres * e7PerMetre;
    auto const latitude =
        std::clamp<std::int64_t>(middle(fix.place.latitudeE7(), step), -899'000'000, 899'000'000);
    double const shrink = std::cos(static_cast<double>(latitude) * 1e-7 * std::numbers::pi / 180);
    auto const longitude = std::clamp<std::int64_t>(middle(fix.place.longitudeE7(), step / shrink),
                                                    -1'800'000'000, 1'800'000'000);
    return {.place = *GeoPoint::ofE7(latitude, longitude),
            .fixedAt = fix.fixedAt,
            .speedCentimetresPerSecond = {},
            .headingCentidegrees = {},
            .gridMetres = gridMetres};
}

} // namespace ob::core

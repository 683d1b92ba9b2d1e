// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city_plan.h"

#include <cstdint>
#include <vector>

namespace ob::core {

/// A straight piece of a course between two places where something meets or bends.
struct PlanEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t course = 0;
    bool isBridge = false; ///< over water
};

/// The plan cut wherever two lines meet, and the ground between them.
struct Arrangement {
    std::vector<Spot> spots;
    std::vector<PlanEdge> edges;
    std::vector<Ring> faces; ///< land and water, without the outside
};

/// Streets that end nowhere are left out, and streets in the water that no bridge carries.
Arrangement arrange(CityPlan const& plan, CityShape const& shape);

} // namespace ob::core

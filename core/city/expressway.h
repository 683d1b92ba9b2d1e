// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/arrangement.h"

namespace ob::core {

/// A way that is driven in the direction of its line only, and meets others at its ends and along it.
struct Carriageway {
    SpotLine line;
    bool isRamp = false;
    std::size_t interchange = 0; ///< of a ramp
};

/// The expressway as it is built: a carriageway for each direction, and ramps where great streets pass below.
struct Expressway {
    std::vector<Carriageway> ways; ///< the two carriageways, then ramps
    std::vector<Spot> interchanges;
    std::vector<std::uint32_t> streets; ///< of each interchange: the course of the street
    std::vector<Spot> joints;           ///< on streets, where ramps end
    std::vector<Spot> overpasses;       ///< where the expressway goes over something
};

Expressway buildExpressway(CityPlan const& plan, Arrangement const& ground);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/virtual_desk.h"

#include <cstdint>
#include <string>

namespace ob::sim {

struct Outcome {
    std::string failure; ///< empty: everything held
    core::Hash trace{};  ///< the same seed gives the same one
    std::uint64_t frames = 0;
};

/// A night of several desks with everything that can go wrong, then peace: all of it follows from the seed.
/// At the end nothing that was acknowledged is missing anywhere, and all desks show the same.
Outcome playNight(std::uint64_t seed, Planted fault = Planted::None);

} // namespace ob::sim

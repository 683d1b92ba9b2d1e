// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/planted.h"

#include "core/agency.h"

#include <cstdint>
#include <string>

namespace ob::sim {

/// The same night twice, the second time with other words in everything that the agency's desks may never
/// have: what reaches them (every byte, and when), what they keep and what they show must be the same.
/// Commitments are equal in both (see EqualCommitments), and with them all hashes and signatures.
struct TwinOutcome {
    std::string failure;       ///< empty: nobody could tell the nights apart
    std::uint64_t frames = 0;  ///< that reached the agency
    std::uint64_t secrets = 0; ///< that were others in the second night
    bool isOther = false;      ///< somebody else heard something else
};
TwinOutcome playTwins(std::uint64_t seed, core::AgencyIndex agency, Planted fault = Planted::None);

} // namespace ob::sim

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"

#include <cstdint>
#include <optional>

namespace ob::core {

/// One position of a unit; never in the journal.
struct Fix {
    GeoPoint place;
    Instant fixedAt;
    std::optional<std::uint16_t> speedCentimetresPerSecond;
    std::optional<std::uint16_t> headingCentidegrees; ///< from north, below 36,000
    std::uint32_t gridMetres = 0; ///< its agency rounds it to squares of this size for others; 0 = as it is
    friend bool operator==(Fix const&, Fix const&) = default;
};

struct UnitFix {
    UnitId unit;
    Fix fix;
    friend bool operator==(UnitFix const&, UnitFix const&) = default;
};

/// In the middle of a square of about this size that every fix near it falls into, and without its motion; as
/// it is for 0.
Fix coarsened(Fix const& fix, std::uint32_t gridMetres);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/decide.h"
#include "core/fix.h"
#include "core/ports.h"

#include <functional>
#include <optional>
#include <vector>

namespace ob::core {

struct StandingAlarm;

/// All that the command line may know besides what was typed. Borrowed: read it and let it go.
struct Surroundings {
    Board const& board;
    Context const& context; ///< rules and agencyCodes are needed
    ZonePort& zone;
    IncidentId selected; ///< in the queue: what `.` means; nil = nothing
    /// The last position of a unit; nothing when none is known. May be empty.
    std::function<std::optional<Fix>(UnitId)> fixOf;
    Duration fixLimit = Duration::ofMinutes(2); ///< an older position is stale
    /// In the order of the desk's list, which is how a line numbers them; null where there is no such list.
    std::vector<StandingAlarm> const* alarms = nullptr;
    /// Where units go that are sent by what is typed.
    struct Bound {
        std::optional<GeoPoint> place;
        Code lead; ///< agency that usually leads there; nil: none
    };
    std::optional<Bound> bound{}; ///< of a call that is being written; else to `selected`

    RuleBook const& rules() const { return *context.rules; }
};

} // namespace ob::core

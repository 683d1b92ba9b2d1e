// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "core/unit.h"

#include <string_view>

namespace ob::core {

/// In place of a vehicle, of names or of the one skill of a SetDuty: there is none any more; of skills, that
/// those of the registration count again.
inline constexpr std::string_view noneOfIt = "-";

inline bool takesSkillsAway(SetDuty const& asked) {
    return asked.capabilities.size() == 1 && asked.capabilities.front().text() == noneOfIt;
}

/// A unit that is on duty and is logged on once more with something of its shift stays what it is: available,
/// on recall or out of service. Without anything of a shift it becomes available.
inline bool changesShiftAlone(SetDuty const& asked, Unit const& unit) {
    bool const saysOfShift = asked.crew || asked.shiftEnd || !asked.capabilities.empty()
                             || !asked.crewNames.empty() || !asked.vehicle.empty();
    return asked.duty == DutyState::Available && unit.duty != DutyState::OffDuty && saysOfShift;
}

} // namespace ob::core

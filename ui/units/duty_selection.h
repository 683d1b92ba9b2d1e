// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/units/duty_line.h"

namespace ob::ui {

/// What is said of several units in one line.
enum class DutyStep : std::uint8_t { On, Available, Off };

/// Those of the chosen units that it can be said of, so that one of them does not keep all others back; and
/// how many were left out, by why.
struct DutySelection {
    Units units;
    std::size_t foreign = 0; ///< of another agency
    std::size_t already = 0; ///< in that state
    std::size_t offDuty = 0; ///< has to log on first
    std::size_t atWork = 0;  ///< assigned, or in distress
};

DutySelection selectedFor(DutyStep step, Units const& chosen, Console const& console);
/// Empty when nobody was left out.
QString leftOutText(DutySelection const& selection);
/// `length`: of the shift, for On.
QString lineOf(DutyStep step, Units const& units, std::optional<core::Duration> length,
               Console const& console);

} // namespace ob::ui

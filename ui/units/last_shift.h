// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/event.h"
#include "core/states.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::ui {

/// One change of a unit during a shift.
struct ShiftEntry {
    enum class Kind : std::uint8_t { Duty, Distress, Safe };
    Kind kind = Kind::Duty;
    core::EventId event;
    core::Instant since;                  ///< when it happened
    std::optional<core::Duration> lasted; ///< until the next change of this kind; absent: it still does
    core::DutyState duty = core::DutyState::OffDuty;
    core::Code reason;
    std::optional<core::Instant> expected; ///< back
    core::Code position;
    std::string operatorName; ///< empty where this desk may not know it
};

/// A time on duty, from its beginning until the unit went off, or until now.
struct Shift {
    std::vector<ShiftEntry> entries; ///< oldest first; the last of one that is over is going off duty
    core::Instant began;
    std::optional<core::Instant> ended;
    // As they were said last.
    std::optional<std::uint32_t> crew;
    std::optional<core::Duration> length; ///< planned, from its beginning to its end
    std::vector<core::Code> capabilities; ///< empty: those of the unit
    std::string crewNames;
    std::string vehicle;
};

/// The newest one out of all events of a unit, in any order; nothing when it was never on duty.
std::optional<Shift> lastShiftOf(std::vector<core::Event> const& events);

} // namespace ob::ui

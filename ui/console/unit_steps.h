// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <vector>

namespace ob::ui {

/// What can be said of a unit, as a line of the command language; the line of one that wants more words ends
/// with a blank.
struct UnitStep {
    enum class Kind : std::uint8_t { Dispatch, Milestone, End, Duty, Distress };
    Kind kind{};
    QString words;
    QString line;
    bool isSent = true; ///< nothing is missing in the line
};

/// How a line of the language on screen calls the unit: 消E07, in English FD-E07.
QString typedCallsign(core::Unit const& unit, Console const& console);
/// Sends units there; without callsigns with the gap in which they are still to be typed.
QString dispatchLine(QString const& callsigns, core::Incident const& incident);
/// In the order in which they come.
std::vector<UnitStep> stepsOf(core::Unit const& unit, Console const& console);

} // namespace ob::ui

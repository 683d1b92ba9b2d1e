// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview.h"

#include <optional>
#include <vector>

namespace ob::core {

// What follows from a command besides itself, as parts and ambers of its preview.

/// Where a unit works.
struct Work {
    NumberedIncident incident; ///< a merged one counts as its survivor
    AssignmentState state{};
};

NumberedIncident numbered(IncidentId id, Board const& board);
/// Active assignments, in order.
std::vector<Work> workOf(UnitId unit, Board const& board);
/// On this incident; nil = the only one that it works on.
std::optional<Work> workAt(UnitId unit, IncidentId incident, Board const& board);
/// Units that work on the incident or on what was merged into it.
std::vector<UnitId> unitsAt(IncidentId incident, Board const& board);
/// The incident when every one of the units works on that one only; else nil.
IncidentId commonIncident(std::vector<UnitId> const& units, Board const& board);

void warn(Preview& preview, Amber amber);
void warnOfHolder(Preview& preview, IncidentId incident, Surroundings const& surroundings);
void warnOfAgency(Preview& preview, UnitId unit, Surroundings const& surroundings);

/// The unit goes, with the age of its fix, or would have to be asked for; and what speaks against it.
void addSending(Preview& preview, UnitId unit, Surroundings const& surroundings);
void addDestination(Preview& preview, IncidentId incident, Surroundings const& surroundings);
/// What stays behind when the units leave `incident` (nil: the only one of each).
void addLosses(Preview& preview, std::vector<UnitId> const& units, IncidentId incident,
               Surroundings const& surroundings);
void addRemaining(Preview& preview, std::vector<UnitId> const& units, IncidentId incident,
                  Surroundings const& surroundings);

} // namespace ob::core

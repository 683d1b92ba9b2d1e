// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/command.h"
#include "core/decide.h"

namespace ob::core {

class DeskWorld;
class ValueSource;

/// Two units and an incident of each agency, with dispatch granted to all.
void furnish(DeskWorld& world);
/// Any intent, mostly about things of the world, mostly with codes of the shipped rules; sometimes about
/// nothing that exists.
Intent intentFrom(DeskWorld const& world, ValueSource& values);
/// The same about the incidents and units of this list that are, or were, on the board.
struct IntentGround {
    Board const& board;
    std::vector<IncidentId> const& incidents;
    std::vector<UnitId> const& units;
};
Intent intentFrom(IntentGround const& things, ValueSource& values);
/// Any operator of any of the three agencies, in a drill.
Context operatorFrom(ValueSource& values);

} // namespace ob::core

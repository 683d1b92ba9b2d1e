// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/unit.h"
#include "ui/console/console.h"

#include <vector>

namespace ob::ui {

/// One line of what is known of a unit.
struct UnitFact {
    QString name; ///< empty: it goes on with the line above
    QString words;
    QString aside{}; ///< at the right end: a time that runs
    enum class Tone : std::uint8_t { Plain, Quiet, Late };
    Tone tone = Tone::Plain; ///< late: the aside is overdue
    friend bool operator==(UnitFact const&, UnitFact const&) = default;
};

/// State, work, place, crew, shift, home; in this order. What other agencies keep to themselves is left out.
std::vector<UnitFact> factsOf(core::Unit const& unit, Console const& console);

QString kindName(core::Unit const& unit, core::RuleBook const& rules);
/// Address, else the code of the station; empty when neither is known.
QString stationOf(core::Unit const& unit);
/// On duty, and the end of the shift has passed.
bool isShiftOver(core::Unit const& unit, core::Instant now);
/// It was to be back in service by now.
bool isBackOverdue(core::Unit const& unit, core::Instant now);

} // namespace ob::ui

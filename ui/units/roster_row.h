// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/unit.h"
#include "ui/console/console.h"
#include "ui/console/unit_standing.h"

#include <array>
#include <memory>

namespace ob::ui {

enum class RosterColumn : std::uint8_t {
    Callsign,
    Kind,
    Station,
    State,
    Since, ///< time in state
    Crew,
    Vehicle,
    ShiftEnd,
    Agency,
};
constexpr int rosterColumns = 9;

/// Which units the roster shows; the counts of the first six are those of core::BoardCounts.
enum class RosterFilter : std::uint8_t {
    All,
    OnDuty,
    Engaged,
    Available,
    OutOfService,
    OnRecall,
    OffDuty,
    ShiftOver,
};
inline constexpr std::array rosterFilters{
    RosterFilter::All,      RosterFilter::OnDuty,       RosterFilter::Engaged, RosterFilter::Available,
    RosterFilter::OnRecall, RosterFilter::OutOfService, RosterFilter::OffDuty, RosterFilter::ShiftOver};

/// One unit in the roster.
struct RosterRow {
    std::shared_ptr<core::Unit const> unit; ///< never null
    UnitStanding standing;
    bool isShiftOver = false;
    bool isBackOverdue = false;
};

RosterRow rosterRowOf(std::shared_ptr<core::Unit const> unit, Console const& console);
bool fits(RosterRow const& row, RosterFilter filter, core::Board const& board);

/// In the order of need: distress, a shift that is over, not back in time, a limit that is over; then at
/// work, available, on recall, out of service, off duty; then callsign.
bool needsSooner(RosterRow const& a, RosterRow const& b);

/// What stands in the cell; a table of text alone says the same.
QString cellText(RosterRow const& row, RosterColumn column, Console const& console, Wording const& wording);

} // namespace ob::ui

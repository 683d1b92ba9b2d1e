// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/roster_row.h"

#include "ui/text/sentence.h"
#include "ui/text/time_text.h"
#include "ui/units/unit_facts.h"

#include <tuple>
#include <utility>

namespace ob::ui {
namespace {

int rankOf(RosterRow const& row) {
    if (row.standing.assignment != nullptr) return 0;
    switch (row.unit->duty) {
    case core::DutyState::Available: return 1;
    case core::DutyState::Conditional: return 2;
    case core::DutyState::Unavailable: return 3;
    case core::DutyState::OffDuty: return 4;
    }
    return 4;
}

auto needOf(RosterRow const& row) {
    return std::tuple(!row.unit->distress.has_value(), !row.isShiftOver, !row.isBackOverdue,
                      !row.standing.overdue.has_value(), rankOf(row), row.unit->callsign, row.unit->agency,
                      row.unit->id);
}

} // namespace

RosterRow rosterRowOf(std::shared_ptr<core::Unit const> unit, Console const& console) {
    RosterRow row{.unit = std::move(unit)};
    row.standing = standingOf(*row.unit, console.board(), console.rules(), console.now());
    row.isShiftOver = isShiftOver(*row.unit, console.now());
    row.isBackOverdue = isBackOverdue(*row.unit, console.now());
    return row;
}

bool fits(RosterRow const& row, RosterFilter filter, core::Board const& board) {
    auto const duty = row.unit->duty;
    bool const isOnDuty = duty != core::DutyState::OffDuty;
    bool const isEngaged = isOnDuty && row.standing.assignment != nullptr;
    switch (filter) {
    case RosterFilter::All: return true;
    case RosterFilter::OnDuty: return isOnDuty;
    case RosterFilter::Engaged: return isEngaged;
    case RosterFilter::Available: return board.isDispatchable(row.unit->id);
    case RosterFilter::OutOfService: return duty == core::DutyState::Unavailable && !isEngaged;
    case RosterFilter::OnRecall: return duty == core::DutyState::Conditional && !isEngaged;
    case RosterFilter::OffDuty: return !isOnDuty;
    case RosterFilter::ShiftOver: return row.isShiftOver;
    }
    return true;
}

bool needsSooner(RosterRow const& a, RosterRow const& b) { return needOf(a) < needOf(b); }

QString cellText(RosterRow const& row, RosterColumn column, Console const& console, Wording const& wording) {
    auto const& unit = *row.unit;
    switch (column) {
    case RosterColumn::Callsign: return unitName(unit, wording);
    case RosterColumn::Kind: return kindName(unit, wording.rules);
    case RosterColumn::Station: return stationOf(unit);
    case RosterColumn::State: return standingText(unit, row.standing, wording);
    case RosterColumn::Since: return elapsedText(console.now() - row.standing.since);
    case RosterColumn::Crew: return unit.crew ? QString::number(*unit.crew) : QString();
    case RosterColumn::Vehicle: return unit.vehicle ? textOf(*unit.vehicle) : QString();
    case RosterColumn::ShiftEnd:
        if (!unit.shiftEnd) return {};
        return row.isShiftOver ? limitText(*unit.shiftEnd, console.now())
                               : minuteText(*unit.shiftEnd, console.zone());
    case RosterColumn::Agency: return agencyName(unit.agency, wording);
    }
    return {};
}

} // namespace ob::ui

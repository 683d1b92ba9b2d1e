// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/duty_selection.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class DutySelectionText {
    Q_DECLARE_TR_FUNCTIONS(DutySelectionText)
  public:
    static QString leftOut() { return tr("Left out: %1."); }
    static QString foreign() { return tr("%1 of another agency"); }
    static QString already() { return tr("%1 already so"); }
    static QString offDuty() { return tr("%1 off duty"); }
    static QString atWork() { return tr("%1 at work"); }
};

/// Where the unit is left out it is counted.
bool takes(DutyStep step, core::Unit const& unit, core::Board const& board, DutySelection& counts) {
    bool const isOff = unit.duty == core::DutyState::OffDuty;
    switch (step) {
    case DutyStep::On:
        if (!isOff) ++counts.already;
        return isOff;
    case DutyStep::Available:
        if (isOff) ++counts.offDuty;
        if (unit.duty == core::DutyState::Available) ++counts.already;
        return !isOff && unit.duty != core::DutyState::Available;
    case DutyStep::Off: break;
    }
    bool const isAtWork = unit.distress || !board.activeAssignments(unit.id).empty();
    if (isOff)
        ++counts.already;
    else if (isAtWork)
        ++counts.atWork;
    return !isOff && !isAtWork;
}

} // namespace

DutySelection selectedFor(DutyStep step, Units const& chosen, Console const& console) {
    DutySelection selection;
    for (auto const& unit : chosen) {
        if (unit->agency != console.agency())
            ++selection.foreign;
        else if (takes(step, *unit, console.board(), selection))
            selection.units.push_back(unit);
    }
    return selection;
}

QString leftOutText(DutySelection const& selection) {
    QStringList why;
    auto const add = [&why](std::size_t count, QString const& words) {
        if (count > 0) why << filled(words, {QString::number(count)});
    };
    add(selection.atWork, DutySelectionText::atWork());
    add(selection.already, DutySelectionText::already());
    add(selection.offDuty, DutySelectionText::offDuty());
    add(selection.foreign, DutySelectionText::foreign());
    return why.isEmpty() ? QString() : filled(DutySelectionText::leftOut(), {listed(why)});
}

QString lineOf(DutyStep step, Units const& units, std::optional<core::Duration> length,
               Console const& console) {
    QString const callsigns = callsignsOf(units, console);
    switch (step) {
    case DutyStep::On: {
        ShiftWords shift;
        shift.length = length;
        return onLine(callsigns, shift, console.rules());
    }
    case DutyStep::Available: return availableLine(callsigns);
    case DutyStep::Off: return offLine(callsigns);
    }
    return {};
}

} // namespace ob::ui

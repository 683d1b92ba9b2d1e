// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/unit_steps.h"

#include "core/language/resolve.h"
#include "ui/console/unit_standing.h"
#include "ui/text/board_text.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QCoreApplication>

#include <utility>

namespace ob::ui {
namespace {

class UnitStepText {
    Q_DECLARE_TR_FUNCTIONS(UnitStepText)
};

using Kind = UnitStep::Kind;

constexpr std::pair<core::AssignmentState, char const*> milestones[] = {
    {core::AssignmentState::Acknowledged, "ACK"}, {core::AssignmentState::EnRoute, "EN"},
    {core::AssignmentState::Staged, "STG"},       {core::AssignmentState::OnScene, "OS"},
    {core::AssignmentState::Transporting, "TR"},  {core::AssignmentState::AtDestination, "AD"}};

void addAtWork(std::vector<UnitStep>& steps, core::Unit const& unit, QString const& callsign,
               UnitStanding const& standing, Console const& console) {
    QString const at = QLatin1Char(' ') + textOf(standing.incident->number.text());
    if (standing.isUndelivered)
        steps.push_back({Kind::Milestone, UnitStepText::tr("Told by phone…"),
                         QStringLiteral("VOICE %1 ").arg(callsign), false});
    for (auto const& [state, verb] : milestones)
        if (state > standing.assignment->state)
            steps.push_back({Kind::Milestone, milestoneName(state, unit.agency, console.wording()),
                             QLatin1StringView(verb) + QLatin1Char(' ') + callsign + at, true});
    steps.push_back({Kind::End, UnitStepText::tr("Clear…"), QStringLiteral("CL %1 ").arg(callsign), false});
    steps.push_back(
        {Kind::End, UnitStepText::tr("Release…"), QStringLiteral("REL %1 ").arg(callsign), false});
}

} // namespace

QString typedCallsign(core::Unit const& unit, Console const& console) {
    if (currentLanguage() != Language::Chinese) return unitName(unit, console.wording());
    auto const context = console.context();
    return textOf(core::fullCallsign(unit, console.surroundings(context)));
}

QString dispatchLine(QString const& callsigns, core::Incident const& incident) {
    return QStringLiteral("D ") + callsigns + QLatin1Char(' ') + textOf(incident.number.text());
}

std::vector<UnitStep> stepsOf(core::Unit const& unit, Console const& console) {
    QString const callsign = typedCallsign(unit, console);
    std::vector<UnitStep> steps;
    auto const standing = standingOf(unit, console.board(), console.rules(), console.now());
    auto const selected = console.board().incident(console.selectedIncident());
    if (selected && (!standing.incident || standing.incident->id != selected->id))
        steps.push_back({Kind::Dispatch,
                         UnitStepText::tr("Dispatch to %1").arg(spokenNumber(selected->number)),
                         dispatchLine(callsign, *selected), true});
    if (standing.assignment != nullptr) {
        addAtWork(steps, unit, callsign, standing, console);
    } else if (unit.duty == core::DutyState::Available) {
        steps.push_back({Kind::Duty, UnitStepText::tr("Out of service…"),
                         QStringLiteral("OOS %1 ").arg(callsign), false});
        steps.push_back(
            {Kind::Duty, UnitStepText::tr("Off duty"), QStringLiteral("OFF %1").arg(callsign), true});
    } else {
        steps.push_back(
            {Kind::Duty, UnitStepText::tr("On duty"), QStringLiteral("ON %1").arg(callsign), true});
    }
    steps.push_back(
        {Kind::Distress, UnitStepText::tr("Distress"), QStringLiteral("EMG %1").arg(callsign), true});
    return steps;
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/board_text.h"

#include "core/rules/rule_book.h"
#include "ui/text/conflict_text.h"
#include "ui/text/display_width.h"
#include "ui/text/phrase.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ob::ui {
namespace {

/// Columns that a terminal shows; what stands behind the last width is not cut.
constexpr std::array incidentWidths{16, 4, 14, 22, 30, 20, 5, 8};
constexpr std::array unitWidths{10, 20, 14, 14, 18, 8};
constexpr std::array assignmentWidths{10, 16, 8, 8, 8, 8, 8};
constexpr std::array conflictWidths{26, 18};

class BoardText {
    Q_DECLARE_TR_FUNCTIONS(BoardText)
  public:
    static QStringList incidentColumns() {
        return {tr("Number"), tr("Pri"),   tr("State"),  tr("Type"), tr("Place"),
                tr("Lead"),   tr("Units"), tr("Opened"), tr("Marks")};
    }
    static QStringList unitColumns() {
        return {tr("Unit"), tr("Kind"), tr("Duty"), tr("Doing"), tr("Where"), tr("Since"), tr("Notes")};
    }
    static QStringList assignmentColumns() {
        return {tr("Unit"),     tr("State"), tr("Sent"),  tr("Acked"),
                tr("En route"), tr("There"), tr("Ended"), tr("Result")};
    }
    static QStringList conflictColumns() { return {tr("Conflict"), tr("Where"), tr("What to do")}; }

    static QString placeWithheld() { return tr("not shared"); }
    static QString firstReceiver() { return tr("first receiver"); }
    static QString conflicts() { return tr("conflicts: %1"); }
    static QString readOnly() { return tr("read only, upgrade first"); }
    static QString inDistress() { return tr("DISTRESS"); }
    static QString until() { return tr("until %1"); }
    static QString more() { return tr("%1 and %2 more"); }
    static QString settled() { return tr("settled"); }
};

QString clockOrNothing(std::optional<core::Instant> at, Wording const& wording) {
    return at ? clockText(*at, wording.zone) : QStringLiteral("–");
}

qsizetype activeUnits(core::Incident const& incident) {
    return std::count_if(incident.assignments.begin(), incident.assignments.end(),
                         [](core::Assignment const& each) { return core::isActive(each.state); });
}

std::optional<core::Instant> endOf(core::Assignment const& assignment) {
    return core::hasEnded(assignment.state) ? assignment.at(assignment.state) : std::nullopt;
}

QString resultOf(core::Assignment const& assignment, Wording const& wording) {
    core::RuleBookLists const& lists = wording.rules.lists();
    if (!assignment.disposition.isEmpty()) return codeName(lists.dispositions, assignment.disposition);
    if (assignment.reason.isEmpty()) return {};
    return codeName(assignment.state == core::AssignmentState::Refused ? lists.refusals : lists.releases,
                    assignment.reason);
}

/// The stream is an incident or a unit.
QString streamName(core::StreamId stream, Wording const& wording) {
    return wording.unit(stream) ? unitName(stream, wording) : incidentName(stream, wording);
}

QString fieldOf(core::Conflict const& conflict, Wording const& wording) {
    if (conflict.rule != core::ConflictRule::ConcurrentValues) return {};
    return fieldName(wording.unit(conflict.stream) ? FieldOwner::Unit : FieldOwner::Incident, conflict.field);
}

/// What the unit does and on which incident; of several the first.
struct Work {
    QString doing;
    QString where;
};

Work workOf(core::Unit const& unit, core::Board const& board, Wording const& wording) {
    auto const active = board.activeAssignments(unit.id);
    if (active.empty()) return {};
    auto const incident = board.incident(active.front().incident);
    core::Assignment const* const assignment =
        incident ? incident->assignment(active.front().assignment) : nullptr;
    QString const number = incidentName(active.front().incident, wording);
    return {assignment ? milestoneName(assignment->state, unit.agency, wording) : QString(),
            active.size() == 1 ? number
                               : filled(BoardText::more(), {number, QString::number(active.size() - 1)})};
}

} // namespace

QString standingOf(core::Incident const& incident) {
    return incident.isOpen() ? wordOf(incident.progress()) : wordOf(incident.state);
}

QString leadOf(core::Incident const& incident, Wording const& wording) {
    if (incident.lead) return agencyName(*incident.lead, wording);
    return withDetails(agencyName(incident.firstReceiver, wording), {BoardText::firstReceiver()});
}

QString incidentHeading() { return tableRow(BoardText::incidentColumns(), incidentWidths); }

QString incidentLine(core::Incident const& incident, Wording const& wording) {
    QString const place = incident.address
                              ? textOf(*incident.address)
                              : (incident.placeWithheld ? BoardText::placeWithheld() : QStringLiteral("–"));
    QStringList marks;
    auto const open = std::count_if(incident.conflicts.begin(), incident.conflicts.end(),
                                    [](core::Conflict const& each) { return !each.settled; });
    if (open > 0) marks.push_back(filled(BoardText::conflicts(), {QString::number(open)}));
    if (incident.readOnly) marks.push_back(BoardText::readOnly());
    return tableRow({textOf(incident.number.text()), wordOf(incident.priority), standingOf(incident),
                     typeName(incident.type, wording), place, leadOf(incident, wording),
                     QString::number(activeUnits(incident)), clockText(incident.openedAt, wording.zone),
                     listed(marks)},
                    incidentWidths);
}

QString unitHeading() { return tableRow(BoardText::unitColumns(), unitWidths); }

QString unitLine(core::Unit const& unit, core::Board const& board, Wording const& wording) {
    core::UnitKind const* const kind = wording.rules.unitKinds().byCode(unit.kind.text());
    Work const work = workOf(unit, board, wording);
    QStringList notes;
    if (!unit.dutyReason.isEmpty())
        notes.push_back(codeName(wording.rules.lists().unavailables, unit.dutyReason));
    if (unit.dutyUntil)
        notes.push_back(filled(BoardText::until(), {minuteText(*unit.dutyUntil, wording.zone)}));
    if (unit.readOnly) notes.push_back(BoardText::readOnly());
    return tableRow({unitName(unit, wording), kind ? nameIn(kind->name) : textOf(unit.kind.text()),
                     unit.distress ? BoardText::inDistress() : wordOf(unit.duty), work.doing, work.where,
                     clockText(unit.dutySince, wording.zone), listed(notes)},
                    unitWidths);
}

QString assignmentHeading() { return tableRow(BoardText::assignmentColumns(), assignmentWidths); }

QString assignmentLine(core::Assignment const& assignment, Wording const& wording) {
    using enum core::AssignmentState;
    auto const unit = wording.unit(assignment.unit);
    return tableRow({unitName(assignment.unit, wording),
                     unit ? milestoneName(assignment.state, unit->agency, wording) : wordOf(assignment.state),
                     clockOrNothing(assignment.at(Dispatched), wording),
                     clockOrNothing(assignment.at(Acknowledged), wording),
                     clockOrNothing(assignment.at(EnRoute), wording),
                     clockOrNothing(assignment.at(OnScene), wording),
                     clockOrNothing(endOf(assignment), wording), resultOf(assignment, wording)},
                    assignmentWidths);
}

QString conflictHeading() { return tableRow(BoardText::conflictColumns(), conflictWidths); }

QString conflictLine(core::Conflict const& conflict, Wording const& wording) {
    ConflictWords const words = wordsOf(conflict.rule);
    QStringList where{streamName(conflict.stream, wording)};
    for (core::StreamId const other : conflict.concerned)
        if (other != conflict.stream) where.push_back(streamName(other, wording));
    QString const rest = conflict.settled ? BoardText::settled() : joined({words.meaning, words.remedy});
    if (where.size() == 1)
        return tableRow({withDetails(words.name, {fieldOf(conflict, wording)}), where.front(), rest},
                        conflictWidths);
    // Several things do not fit into a column; which they are matters most.
    return tableRow({words.name, where.front(), withRest(listed(where), rest)}, conflictWidths);
}

} // namespace ob::ui

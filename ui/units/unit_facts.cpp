// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/unit_facts.h"

#include "ui/console/unit_standing.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

using Tone = UnitFact::Tone;

QString const gap = QStringLiteral(" · ");

/// HH:mm, with the day when it is another one.
QString momentText(core::Instant at, Console const& console) {
    QString const text = clockText(at, console.now(), console.zone());
    return text.left(text.size() - 3); // without seconds
}

class UnitFacts {
    Q_DECLARE_TR_FUNCTIONS(UnitFacts)
  public:
    UnitFacts(core::Unit const& unit, Console const& console)
        : m_unit(unit), m_console(console), m_isOwn(unit.agency == console.agency()) {}

    std::vector<UnitFact> all() {
        addDistress();
        addDuty();
        addWork();
        addPlace();
        addCrew();
        addShift();
        addHome();
        return std::move(m_facts);
    }

  private:
    QString elapsed(core::Instant since) const { return elapsedText(m_console.now() - since); }
    void addDistress() {
        if (!m_unit.distress) return;
        auto const incident = m_console.board().incident(m_unit.distress->incident);
        QStringList words{
            tr("since %1").arg(clockText(m_unit.distress->raisedAt, m_console.now(), m_console.zone()))};
        if (incident) words << spokenNumber(incident->number);
        m_facts.push_back({tr("Distress"), words.join(gap), elapsed(m_unit.distress->raisedAt), Tone::Late});
    }
    void addDuty() {
        QString state = wordOf(m_unit.duty);
        if (!m_unit.dutyReason.isEmpty())
            state += QLatin1Char(' ') + codeName(m_console.rules().lists().unavailables, m_unit.dutyReason);
        QStringList words{state};
        if (m_unit.recall) words << tr("within %1").arg(lengthText(*m_unit.recall));
        words << tr("since %1").arg(momentText(m_unit.dutySince, m_console));
        m_facts.push_back({tr("Duty"), words.join(gap), elapsed(m_unit.dutySince)});
        if (m_unit.dutyUntil && m_unit.duty == core::DutyState::Unavailable)
            m_facts.push_back({{},
                               tr("expected back %1").arg(momentText(*m_unit.dutyUntil, m_console)),
                               limitText(*m_unit.dutyUntil, m_console.now()),
                               isBackOverdue(m_unit, m_console.now()) ? Tone::Late : Tone::Plain});
    }
    void addWork() {
        auto const& board = m_console.board();
        QString name = tr("Work");
        for (auto const& active : board.activeAssignments(m_unit.id)) {
            auto const incident = board.incident(active.incident);
            auto const* const assignment = incident ? incident->assignment(active.assignment) : nullptr;
            if (assignment == nullptr) continue;
            addAssignment(std::exchange(name, QString()), *incident, *assignment);
        }
        if (!name.isEmpty()) m_facts.push_back({name, tr("none"), {}, Tone::Quiet});
    }
    void addAssignment(QString const& name, core::Incident const& incident,
                       core::Assignment const& assignment) {
        auto const wording = m_console.wording();
        QStringList words{spokenNumber(incident.number) + QLatin1Char(' ')
                          + typeName(incident.type, wording)};
        if (incident.address) words << textOf(*incident.address);
        UnitFact fact{name, words.join(gap), milestoneName(assignment.state, m_unit.agency, wording)};
        if (auto const since = assignment.at(assignment.state))
            fact.aside += QLatin1Char(' ') + elapsed(*since);
        for (auto const& limit : core::timeLimitsOf(incident, m_console.rules())) {
            if (limit.unit != m_unit.id || limit.due >= m_console.now()) continue;
            fact.aside = limitText(limit.clock, limit.due, m_console.now());
            fact.tone = Tone::Late;
        }
        m_facts.push_back(std::move(fact));
        QStringList times;
        for (std::size_t at = 0; at < assignment.reachedAt.size(); ++at)
            if (auto const& reached = assignment.reachedAt[at])
                times << milestoneName(static_cast<core::AssignmentState>(at), m_unit.agency, wording)
                             + QLatin1Char(' ') + clockText(*reached, m_console.now(), m_console.zone());
        m_facts.push_back({{}, times.join(gap), {}, Tone::Quiet});
    }
    void addPlace() {
        auto const* const fix = m_console.fix(m_unit.id);
        if (fix == nullptr) {
            m_facts.push_back({tr("Position"), tr("not known"), {}, Tone::Quiet});
            return;
        }
        auto const age = m_console.now() - fix->fixedAt;
        QStringList words{QStringLiteral("%1, %2")
                              .arg(fix->place.latitude(), 0, 'f', 5)
                              .arg(fix->place.longitude(), 0, 'f', 5)};
        if (fix->gridMetres > 0) words << tr("to %1 m").arg(fix->gridMetres);
        bool const isStale = age > fixLimit;
        if (isStale) words << tr("stale");
        m_facts.push_back(
            {tr("Position"), words.join(gap), ageText(age), isStale ? Tone::Quiet : Tone::Plain});
    }
    void addCrew() {
        if (m_unit.duty != core::DutyState::OffDuty) addShiftCrew();
        QStringList skills;
        for (auto const& capability : m_unit.capabilities)
            skills << codeName(m_console.rules().lists().capabilities, capability);
        m_facts.push_back({tr("Skills"), skills.isEmpty() ? tr("none") : listed(skills),
                           m_unit.shiftCapabilities.empty() ? QString() : tr("of this shift"),
                           skills.isEmpty() ? Tone::Quiet : Tone::Plain});
    }
    void addShiftCrew() {
        QStringList crew;
        if (m_unit.crew) crew << tr("%1 on board").arg(*m_unit.crew);
        if (m_unit.crewNames) crew << textOf(*m_unit.crewNames);
        addKnown(tr("Crew"), crew.join(gap));
        addKnown(tr("Vehicle"), m_unit.vehicle ? textOf(*m_unit.vehicle) : QString());
    }
    /// Of other agencies' units nobody can tell what was not said from what is not shared.
    void addKnown(QString const& name, QString const& words) {
        if (!words.isEmpty())
            m_facts.push_back({name, words});
        else if (m_isOwn)
            m_facts.push_back({name, tr("not said"), {}, Tone::Quiet});
    }
    void addShift() {
        if (m_unit.duty == core::DutyState::OffDuty) return;
        if (!m_unit.shiftEnd) return addKnown(tr("Shift"), {});
        m_facts.push_back({tr("Shift"), tr("until %1").arg(momentText(*m_unit.shiftEnd, m_console)),
                           limitText(*m_unit.shiftEnd, m_console.now()),
                           isShiftOver(m_unit, m_console.now()) ? Tone::Late : Tone::Plain});
    }
    void addHome() {
        QStringList words{stationOf(m_unit)};
        if (!m_unit.group.isEmpty()) words << tr("group %1").arg(textOf(m_unit.group.text()));
        words.removeAll(QString());
        addKnown(tr("Station"), words.join(gap));
    }

    core::Unit const& m_unit;
    Console const& m_console;
    bool m_isOwn;
    std::vector<UnitFact> m_facts;
};

} // namespace

std::vector<UnitFact> factsOf(core::Unit const& unit, Console const& console) {
    return UnitFacts(unit, console).all();
}

QString kindName(core::Unit const& unit, core::RuleBook const& rules) {
    core::UnitKind const* const kind = rules.unitKinds().byCode(unit.kind.text());
    return kind != nullptr ? nameIn(kind->name) : textOf(unit.kind.text());
}

QString stationOf(core::Unit const& unit) {
    return unit.homeAddress ? textOf(*unit.homeAddress) : textOf(unit.home.text());
}

bool isShiftOver(core::Unit const& unit, core::Instant now) {
    return unit.duty != core::DutyState::OffDuty && unit.shiftEnd && *unit.shiftEnd <= now;
}

bool isBackOverdue(core::Unit const& unit, core::Instant now) {
    return unit.duty == core::DutyState::Unavailable && unit.dutyUntil && *unit.dutyUntil <= now;
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/conflict_steps.h"

#include "ui/console/unit_standing.h"
#include "ui/console/unit_steps.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace ob::ui {
namespace {

class ConflictStepText {
    Q_DECLARE_TR_FUNCTIONS(ConflictStepText)
  public:
    static QString release(QString const& number) { return tr("Release from %1…").arg(number); }
    static QString close() { return tr("Close…"); }
    static QString priority() { return tr("Priority…"); }
    static QString take() { return tr("Take over"); }
    static QString lead() { return tr("Hand over the lead…"); }
    static QString merge() { return tr("Merge…"); }
    static QString split() { return tr("Split…"); }
    static QString safe() { return tr("Ended…"); }
};

class SceneMaker {
  public:
    SceneMaker(core::Conflict const& conflict, Console const& console)
        : m_conflict(conflict), m_console(console) {}

    ConflictScene made() {
        find(m_conflict.stream);
        for (core::StreamId const stream : m_conflict.concerned)
            find(stream);
        // Of an assignment only the incident is named.
        for (auto const& incident : m_scene.incidents)
            for (auto const& assignment : incident->assignments)
                if (isLeaf(assignment)) find(assignment.unit);
        std::ranges::sort(m_scene.incidents, {}, [](auto const& each) { return each->number; });
        QStringList names;
        for (auto const& unit : m_scene.units)
            names << unitName(*unit, m_console.wording());
        for (auto const& incident : m_scene.incidents)
            names << spokenNumber(incident->number);
        names.removeDuplicates();
        m_scene.names = listed(names);
        addSteps();
        return std::move(m_scene);
    }

  private:
    bool isLeaf(core::Assignment const& assignment) const {
        return std::ranges::find(m_conflict.leaves, core::EventId(assignment.id.hash()))
               != m_conflict.leaves.end();
    }

    void find(core::StreamId stream) {
        auto const put = [](auto& to, auto found) {
            if (found && std::ranges::find(to, found) == to.end()) to.push_back(std::move(found));
        };
        put(m_scene.incidents, m_console.board().incident(stream));
        put(m_scene.units, m_console.board().unit(stream));
    }

    void add(QString const& word, QString const& line, bool isSent = false) {
        m_scene.steps.push_back({word, line, isSent});
    }

    void addReleases() {
        for (auto const& incident : m_scene.incidents)
            for (auto const& assignment : incident->assignments) {
                auto const unit = m_console.board().unit(assignment.unit);
                if (!unit || !isLeaf(assignment)) continue;
                add(ConflictStepText::release(spokenNumber(incident->number)),
                    QStringLiteral("REL %1 %2 ")
                        .arg(typedCallsign(*unit, m_console), textOf(incident->number.text())));
            }
    }

    void addOfIncident(core::Incident const& incident) {
        using enum core::ConflictRule;
        QString const number = textOf(incident.number.text());
        switch (m_conflict.rule) {
        case OpenWon: return add(ConflictStepText::close(), QStringLiteral("CLOSE %1 ").arg(number));
        case SeparateWon: return add(ConflictStepText::merge(), QStringLiteral("MERGE %1 ").arg(number));
        case ConcurrentLeads: return add(ConflictStepText::lead(), QStringLiteral("LD %1 ").arg(number));
        case MergeCycle: return add(ConflictStepText::split(), QStringLiteral("SPLIT %1 ").arg(number));
        case ConcurrentValues:
            switch (static_cast<core::IncidentField>(m_conflict.field)) {
            case core::IncidentField::Priority:
                return add(ConflictStepText::priority(), QStringLiteral("P %1 ").arg(number));
            case core::IncidentField::Handler:
                return add(ConflictStepText::take(), QStringLiteral("TAKE %1").arg(number), true);
            case core::IncidentField::Lead:
                return add(ConflictStepText::lead(), QStringLiteral("LD %1 ").arg(number));
            case core::IncidentField::Merge:
                return add(ConflictStepText::merge(), QStringLiteral("MERGE %1 ").arg(number));
            case core::IncidentField::State:
            case core::IncidentField::Type:
            case core::IncidentField::Place: return;
            }
            return;
        case AssignedWon:
        case UnavailableWon:
        case DistressWon:
        case DoubleAssignment:
        case DuplicateNumber:
        case DuplicateCallsign:
        case DispatchedUnavailable:
        case BuiltOnVoided: return;
        }
    }

    void addSteps() {
        using enum core::ConflictRule;
        if (m_conflict.rule == DoubleAssignment || m_conflict.rule == DispatchedUnavailable)
            return addReleases();
        if (m_conflict.rule == DistressWon && !m_scene.units.empty())
            return add(ConflictStepText::safe(),
                       QStringLiteral("SAFE %1 ").arg(typedCallsign(*m_scene.units.front(), m_console)));
        if (auto const incident = m_console.board().incident(m_conflict.stream)) addOfIncident(*incident);
    }

    core::Conflict const& m_conflict;
    Console const& m_console;
    ConflictScene m_scene;
};

} // namespace

ConflictScene sceneOf(core::Conflict const& conflict, Console const& console) {
    return SceneMaker(conflict, console).made();
}

} // namespace ob::ui

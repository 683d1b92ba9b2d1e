// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/json_text.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "ui/text/sentence.h"

#include <map>

namespace ob::app {
namespace {

/// Says what is different from what was said, or known at the beginning.
class ChangePrinter {
  public:
    explicit ChangePrinter(DeskHost& host)
        : m_host(host), m_shape(host.desk().board(), host.realm(), fixesOf(host)) {
        for (auto const& [id, incident] : board().incidents())
            noteNews(*incident, [](QJsonObject const&) {});
        newConflicts([](core::Conflict const&) {});
        say("watching", {});
    }

    void print(core::ChangeSet const& changes) {
        for (auto const& incident : changes.incidents) {
            say("incident", m_shape.incident(*incident));
            noteNews(*incident, [&](QJsonObject const& assignment) { say("assignment", assignment); });
        }
        for (auto const& unit : changes.units)
            say("unit", m_shape.unit(*unit));
        for (auto const& fix : changes.fixes)
            say("fix", m_shape.fix(fix));
        for (auto const& policy : changes.policies)
            say("policy", m_shape.policy(*policy));
        for (auto const& id : changes.retired) {
            say("retired", {{QStringLiteral("id"), ui::textOf(id.hex())}});
            m_assignments.erase(id);
        }
        if (changes.conflictsChanged)
            newConflicts(
                [&](core::Conflict const& conflict) { say("conflict", m_shape.conflict(conflict)); });
        caller().flush();
    }

  private:
    core::Board const& board() const { return m_host.desk().board(); }

    void say(char const* kind, QJsonObject object) {
        object.insert(QStringLiteral("at"), ui::textOf(m_host.clock().now().iso8601()));
        // Units have a kind of their own.
        if (object.contains(QStringLiteral("kind")))
            object.insert(QStringLiteral("unitKind"), object.take(QStringLiteral("kind")));
        object.insert(QStringLiteral("kind"), QLatin1StringView(kind));
        printJson(object);
    }
    template<class Tell>
    void noteNews(core::Incident const& incident, Tell const& tell) {
        auto& known = m_assignments[incident.id];
        for (auto const& assignment : incident.assignments) {
            auto const shape = m_shape.assignment(incident, assignment);
            if (known[assignment.id] == shape) continue;
            known[assignment.id] = shape;
            tell(shape);
        }
    }
    template<class Tell>
    void newConflicts(Tell const& tell) {
        std::map<core::ConflictId, bool> now;
        for (auto const& conflict : board().conflicts()) {
            now.emplace(conflict.id, conflict.settled);
            auto const before = m_conflicts.find(conflict.id);
            if (before == m_conflicts.end() || before->second != conflict.settled) tell(conflict);
        }
        m_conflicts = std::move(now);
    }

    DeskHost& m_host;
    BoardJson m_shape;
    std::map<core::IncidentId, std::map<core::AssignmentId, QJsonObject>> m_assignments;
    std::map<core::ConflictId, bool> m_conflicts; ///< whether it is settled
};

} // namespace

int runWatch(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("watch"),
        QStringLiteral("Tells what changes at a running desk as it happens, a JSON line each, "
                       "until it is interrupted: at, kind (incident, assignment, unit, "
                       "fix, conflict, policy, retired) and the keys of show --json; a unit's own "
                       "kind is unitKind. The first line has the kind watching: what comes "
                       "later is told."));
    arguments.option(QStringLiteral("data"), QStringLiteral("DIR"),
                     QStringLiteral("Data folder of the desk."));
    arguments.parse(rest);
    if (!arguments.rest().isEmpty())
        throw UsageError(QStringLiteral("watch --data DIR: what is %1?").arg(arguments.rest().front()));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto* const host = caller().runningDesk();
    if (host == nullptr)
        throw UsageError(
            QStringLiteral("no desk is running on %1: start it with oneboardctl desk run --data %1")
                .arg(arguments.required(QStringLiteral("data"))));
    caller().heedStop();
    ChangePrinter printer(*host);
    caller().flush();
    while (auto const changes = caller().nextChange())
        printer.print(*changes);
    return exitDone;
}

} // namespace ob::app

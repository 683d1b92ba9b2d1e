// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/desk_use.h"
#include "app/ctl/incident_choice.h"
#include "app/ctl/json_text.h"
#include "app/ctl/link_report.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "app/past_board.h"
#include "core/fold/stream_fold.h"
#include "core/store/sqlite_journal.h"
#include "ui/text/board_text.h"
#include "ui/text/policy_text.h"
#include "ui/text/sentence.h"
#include "ui/text/timeline_text.h"
#include "ui/text/wording.h"

#include <algorithm>

namespace ob::app {
namespace {

/// One look at the desk: what is asked for, of which moment, in which form.
class Look {
  public:
    Look(DeskHost& host, core::Board const& board, bool json)
        : m_host(host), m_board(board), m_json(json),
          m_shape(board, host.realm(), &board == &host.desk().board() ? fixesOf(host) : nullptr),
          m_wording(
              ui::wordingOf(board, host.desk().rules(), host.desk().profile().agencyCodes, host.zone())) {}

    void incidents() const {
        auto all = sortedIncidents();
        if (!m_json) print(ui::incidentHeading());
        for (auto const& incident : all) {
            if (m_json)
                printJson(m_shape.incident(*incident));
            else
                print(ui::incidentLine(*incident, m_wording));
        }
    }
    void units() const {
        std::vector<std::shared_ptr<core::Unit const>> all;
        for (auto const& [id, unit] : m_board.units())
            all.push_back(unit);
        std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
            return std::tie(a->agency, a->callsign, a->id) < std::tie(b->agency, b->callsign, b->id);
        });
        if (!m_json) print(ui::unitHeading());
        for (auto const& unit : all) {
            if (m_json)
                printJson(m_shape.unit(*unit));
            else
                print(ui::unitLine(*unit, m_board, m_wording));
        }
    }
    void assignments() const {
        if (!m_json) print(ui::assignmentHeading());
        for (auto const& incident : sortedIncidents())
            for (auto const& assignment : incident->assignments) {
                if (m_json)
                    printJson(m_shape.assignment(*incident, assignment));
                else
                    print(ui::assignmentLine(assignment, m_wording));
            }
    }
    void conflicts() const {
        auto const all = m_board.conflicts();
        if (!m_json) print(ui::conflictHeading());
        for (auto const& conflict : all) {
            if (m_json)
                printJson(m_shape.conflict(conflict));
            else
                print(ui::conflictLine(conflict, m_wording));
        }
    }
    void policies() const {
        for (std::uint16_t index = 0; index < m_host.realm().roster.size(); ++index) {
            auto const policy = m_board.policy({index});
            if (!policy) continue;
            if (m_json)
                printJson(m_shape.policy(*policy));
            else
                print(ui::policyText(*policy, m_wording));
        }
    }
    /// Of one incident, or of all one after the other.
    void timeline(QString const& number) const {
        if (!number.isEmpty()) return timeline(*incidentNumbered(m_board, number));
        for (auto const& incident : sortedIncidents()) {
            if (!m_json) print(ui::textOf(incident->number.text()));
            timeline(*incident);
        }
    }
    void timeline(core::Incident const& wanted) const {
        auto const events = m_host.desk().events(wanted.id);
        auto const fold = core::StreamFold::of(events);
        for (auto const& taken : fold.order()) {
            auto const event =
                std::find_if(events.begin(), events.end(), [&](auto const& e) { return e.id() == taken.id; });
            QString const line = ui::timelineLine(*event, &taken, m_wording);
            if (m_json)
                printJson({{QStringLiteral("id"), ui::textOf(taken.id.hex())},
                           {QStringLiteral("recordedAt"), ui::textOf(event->recordedAt().iso8601())},
                           {QStringLiteral("verdict"), static_cast<int>(taken.verdict)},
                           {QStringLiteral("text"), line}});
            else
                print(line);
        }
    }
    void logs() const {
        for (auto const& extent : m_host.journal().logs()) {
            QJsonObject const object{{QStringLiteral("log"), ui::textOf(extent.record.id.hex())},
                                     {QStringLiteral("agency"),
                                      ui::textOf(m_host.realm().agency(extent.record.agency)->code.text())},
                                     {QStringLiteral("lane"), extent.record.lane == core::Lane::Live
                                                                  ? QStringLiteral("live")
                                                                  : QStringLiteral("bulk")},
                                     {QStringLiteral("size"), static_cast<qint64>(extent.size)},
                                     {QStringLiteral("own"), extent.record.own}};
            if (m_json)
                printJson(object);
            else
                printFormatted("%s  %s  %s  %llu\n", extent.record.id.hex().substr(0, 16).c_str(),
                               object.value(QStringLiteral("agency")).toString().toUtf8().constData(),
                               extent.record.lane == core::Lane::Live ? "live" : "bulk",
                               static_cast<unsigned long long>(extent.size));
        }
    }

  private:
    std::vector<std::shared_ptr<core::Incident const>> sortedIncidents() const {
        std::vector<std::shared_ptr<core::Incident const>> all;
        for (auto const& [id, incident] : m_board.incidents())
            all.push_back(incident);
        std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
            return std::tie(a->number, a->id) < std::tie(b->number, b->id);
        });
        return all;
    }

    DeskHost& m_host;
    core::Board const& m_board;
    bool m_json;
    BoardJson m_shape;
    ui::Wording m_wording;
};

void showWhat(QString const& what, Look const& look, QStringList const& rest) {
    if (what == QStringLiteral("incidents")) return look.incidents();
    if (what == QStringLiteral("units")) return look.units();
    if (what == QStringLiteral("assignments")) return look.assignments();
    if (what == QStringLiteral("conflicts")) return look.conflicts();
    if (what == QStringLiteral("policies")) return look.policies();
    if (what == QStringLiteral("logs")) return look.logs();
    if (what == QStringLiteral("timeline")) return look.timeline(rest.value(1));
    if (what == QStringLiteral("board")) {
        look.incidents();
        look.assignments();
        look.units();
        return look.conflicts();
    }
    throw UsageError(QStringLiteral("show has no %1; it has board incidents units assignments timeline "
                                    "conflicts policies logs links witness")
                         .arg(what));
}

/// What is not on the board.
bool reportOfPeers(QString const& what, DeskHost& host, bool json) {
    ReportForm const form = json ? ReportForm::Json : ReportForm::Text;
    if (what == QStringLiteral("links")) {
        reportLinks(host, form);
        return true;
    }
    if (what != QStringLiteral("witness")) return false;
    reportWitnesses(host, form);
    return true;
}

} // namespace

int runShow(QStringList const& rest) {
    Arguments arguments(QStringLiteral("show"),
                        QStringLiteral("Shows what the desk knows, now or at a moment in the past."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("at"), QStringLiteral("TIME"),
                QStringLiteral("As of this moment, 2026-11-21T20:00:00Z."))
        .flag(QStringLiteral("known"), QStringLiteral("With --at: only what had arrived here by then."))
        .flag(QStringLiteral("all"), QStringLiteral("The archive of finished incidents as well."))
        .positional(QStringLiteral("what"),
                    QStringLiteral(
                        "board incidents units assignments timeline conflicts policies logs links witness"));
    arguments.parse(rest);
    if (arguments.rest().isEmpty())
        throw UsageError(QStringLiteral("show what? board incidents units assignments …"));
    std::optional<core::Instant> at;
    if (arguments.has(QStringLiteral("at"))) {
        at = core::Instant::ofIso8601(arguments.value(QStringLiteral("at")).toStdString());
        if (!at) throw UsageError(QStringLiteral("--at is a moment in UTC: 2026-11-21T20:00:00Z"));
    } else if (arguments.has(QStringLiteral("known"))) {
        throw UsageError(QStringLiteral("--known goes with --at"));
    }
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    DeskUse use(arguments);
    DeskHost& host = use.host();
    if (reportOfPeers(arguments.rest().front(), host, arguments.json())) {
        use.finish();
        return exitDone;
    }
    std::optional<core::Board> past;
    if (at)
        past = boardAt(host.desk(), host.journal(), *at,
                       arguments.has(QStringLiteral("known")) ? Knowledge::Then : Knowledge::Today);
    else if (arguments.has(QStringLiteral("all")) || arguments.rest().front() == QStringLiteral("timeline"))
        past = wholeBoard(host.desk(), host.journal());
    showWhat(arguments.rest().front(), Look(host, past ? *past : host.desk().board(), arguments.json()),
             arguments.rest());
    use.finish();
    return exitDone;
}

} // namespace ob::app

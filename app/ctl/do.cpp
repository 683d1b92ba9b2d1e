// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/input_lines.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "core/command.h"
#include "core/language/preview.h"
#include "core/language/verb.h"
#include "core/map/address_place.h"
#include "core/store/sqlite_gazetteer.h"
#include "core/store/sqlite_search.h"
#include "ui/text/alarm_text.h"
#include "ui/text/display_width.h"
#include "ui/text/map_text.h"
#include "ui/text/premise_text.h"
#include "ui/text/preview_text.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/wording.h"

#include <QJsonArray>

#include <optional>
#include <utility>

namespace ob::app {
namespace {

/// Runs lines at one desk and says what came of each.
class LineRunner {
  public:
    LineRunner(DeskHost& host, core::OperatorSession who, Arguments const& arguments)
        : m_host(host), m_session(std::move(who)), m_json(arguments.json()),
          m_confirm(arguments.has(QStringLiteral("confirm"))),
          m_selected(arguments.value(QStringLiteral("selected")).toStdString()) {
        QString const map = arguments.value(QStringLiteral("map"));
        if (!map.isEmpty()) openMap(caller().fileNamed(map.toStdString()));
    }

    /// True when it was done.
    bool run(std::string const& line) {
        core::Context const context = m_host.desk().context(m_session);
        core::Surroundings const surroundings{
            .board = m_host.desk().board(),
            .context = context,
            .zone = m_host.zone(),
            .selected = selected(),
            .fixOf = [this](core::UnitId unit) { return m_host.positions().newest(unit); }};
        auto const preview = core::previewOf(line, surroundings);
        if (preview.query) return answer(*preview.query);
        if (preview.refusal) return refuse(*preview.refusal, preview);
        if (preview.wantsSecondEnter() && !m_confirm) {
            auto const text = ui::previewText(preview, wording());
            if (m_json)
                printJson({{QStringLiteral("preview"), text.sentence},
                           {QStringLiteral("amber"), QJsonArray::fromStringList(text.warnings)}});
            else
                say(preview);
            return false;
        }
        return send(preview);
    }

  private:
    ui::Wording wording() const {
        return ui::wordingOf(m_host.desk().board(), m_host.desk().rules(),
                             m_host.desk().profile().agencyCodes, m_host.zone());
    }

    void openMap(std::filesystem::path const& file) {
        auto const map = store::MapFile::load(file);
        if (!map)
            throw UsageError(ui::textOf(file.string()) + QStringLiteral(": ")
                             + ui::mapProblemText(map.error()));
        m_gazetteer = store::openGazetteer(**map);
    }

    /// An address that the map knows by just this name gets its place.
    void findPlace(core::Command& command) {
        auto* const asked = std::get_if<core::OpenIncident>(&command.intent);
        if (!m_gazetteer || asked == nullptr || asked->place || asked->address.empty()) return;
        if (auto const found = core::placeOfAddress(*m_gazetteer, asked->address))
            asked->place = found->point;
    }

    core::IncidentId selected() const {
        if (m_selected.empty()) return {};
        for (auto const& [id, incident] : m_host.desk().board().incidents()) {
            std::string const number = incident->number.text();
            if (number.size() >= m_selected.size() && number.ends_with(m_selected)) return id;
        }
        throw UsageError(QStringLiteral("--selected %1: there is no such incident on the board")
                             .arg(ui::textOf(m_selected)));
    }

    /// What Enter will do, or has done; the warnings only before.
    void say(core::Preview const& preview) const {
        auto const text = ui::previewText(preview, wording());
        print(text.sentence);
        if (QString const words = caution(preview); !words.isEmpty()) print(QStringLiteral("  ! ") + words);
        if (m_confirm) return;
        for (QString const& warning : text.warnings)
            print(QStringLiteral("  ! ") + warning);
        if (!text.confirm.isEmpty()) print(text.confirm + QStringLiteral(" (--confirm)"));
    }

    /// Hazards of where units are sent, as the desk knows them.
    QString caution(core::Preview const& preview) const {
        auto const& premises = *m_host.premises().book();
        auto const today = core::CalendarDay::ofNumber(m_host.zone().localDay(m_host.clock().now()));
        auto const spot = premises.all().empty() ? std::nullopt : ui::spotOf(preview, m_host.desk().board());
        return spot && today ? ui::cautionText(premises.at(*spot, *today), premises.hazards()) : QString();
    }

    bool refuse(core::Refusal const& refusal, core::Preview const& preview) const {
        auto const words = wording();
        QString const text = ui::refusalText(refusal, &words);
        if (m_json) {
            auto object = refusalJson(refusal);
            object.insert(QStringLiteral("text"), text);
            printJson(object);
        } else {
            print(text);
            for (auto const& candidate : preview.candidates)
                print(QStringLiteral("  ") + ui::candidateText(candidate, words));
        }
        return false;
    }

    bool answer(core::Query const& query) const {
        switch (query.kind) {
        case core::Query::Kind::Find:
            for (auto const& hit : m_host.search().find(query.text, 20)) {
                if (m_json)
                    printJson({{QStringLiteral("id"), ui::textOf(hit.stream.hex())},
                               {QStringLiteral("number"), ui::textOf(hit.number)},
                               {QStringLiteral("address"), ui::textOf(hit.address)}});
                else
                    printFormatted("%s  %s\n", hit.number.c_str(), hit.address.c_str());
            }
            return true;
        case core::Query::Kind::Silence:
        case core::Query::Kind::Shelve:
            if (m_json)
                printJson({{QStringLiteral("text"), ui::alarmsAtConsole()}});
            else
                print(ui::alarmsAtConsole());
            return false;
        case core::Query::Kind::Go: print(ui::textOf(query.text)); return true;
        case core::Query::Kind::Help:
            for (auto const& spec : core::verbTable())
                if (spec.stage == core::Stage::Now && (!query.verb || *query.verb == spec.verb))
                    print(ui::fitted(ui::textOf(spec.word), 8) + ui::fitted(ui::textOf(spec.zh), 10)
                          + ui::exampleText(spec));
            return true;
        }
        return false;
    }

    bool send(core::Preview const& preview) {
        std::optional<core::Result<core::Receipt>> result;
        core::Command command = *preview.command;
        findPlace(command);
        m_host.desk().submit(command, m_session, [&](auto const& told) { result = told; });
        m_host.commit();
        if (!result) throw core::StoreError("the command was not answered");
        if (!*result) return refuse(result->error(), preview);
        if (!m_json) {
            say(preview);
            return true;
        }
        QJsonArray ids;
        for (auto const& id : (*result)->events)
            ids.append(ui::textOf(id.hex()));
        printJson({{QStringLiteral("done"), ui::previewText(preview, wording()).sentence},
                   {QStringLiteral("events"), ids}});
        return true;
    }

    DeskHost& m_host;
    core::OperatorSession m_session;
    bool m_json;
    bool m_confirm;
    std::string m_selected;
    std::unique_ptr<core::GazetteerReader> m_gazetteer;
};

/// Lines from standard input, one after the other; goes on after a refusal.
bool runAll(LineRunner& runner) {
    bool allDone = true;
    eachInputLine([&](std::string const& line) { allDone = runner.run(line) && allDone; });
    return allDone;
}

} // namespace

int runDo(QStringList const& rest) {
    Arguments arguments(QStringLiteral("do"),
                        QStringLiteral("Runs one command line at the desk, as typed in the console."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("selected"), QStringLiteral("NUMBER"),
                QStringLiteral("The incident that . means."))
        .option(QStringLiteral("map"), QStringLiteral("FILE"),
                QStringLiteral("A map pack: an address that it knows gets its place on the map."))
        .flag(QStringLiteral("confirm"), QStringLiteral("Send also what wants a second Enter."))
        .positional(QStringLiteral("line"),
                    QStringLiteral("The command line, or - to read lines from standard input."));
    addOperatorOptions(arguments);
    arguments.parse(rest);
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("do --data DIR 'COMMAND LINE': one argument, in quotes"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto who = operatorOf(arguments);
    DeskUse use(arguments);
    LineRunner runner(use.host(), std::move(who), arguments);
    QString const line = arguments.rest().front();
    bool const done = line == QStringLiteral("-") ? runAll(runner) : runner.run(line.toStdString());
    use.finish();
    return done ? exitDone : exitProblem;
}

} // namespace ob::app

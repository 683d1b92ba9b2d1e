// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/desk_host.h"
#include "core/store/sqlite_journal.h"
#include "ui/text/refusal_text.h"
#include "ui/text/wording.h"

namespace ob::app {
namespace {

core::SectionClass classNamed(QString const& name) {
    if (name == QStringLiteral("joint")) return core::SectionClass::Joint;
    if (name == QStringLiteral("own")) return core::SectionClass::Own;
    if (name == QStringLiteral("personal")) return core::SectionClass::Personal;
    if (name == QStringLiteral("sealed")) return core::SectionClass::Sealed;
    throw UsageError(
        QStringLiteral("--class is joint, own, personal or sealed; what is open is never shredded"));
}

core::IncidentId incidentNumbered(core::Board const& board, QString const& text) {
    auto const number = core::IncidentNumber::parse(text.toStdString());
    auto const found = number ? board.incidentsNumbered(*number) : std::vector<core::IncidentId>();
    if (found.size() != 1)
        throw UsageError(
            QStringLiteral("there is no incident %1 on the board: give the whole number").arg(text));
    return found.front();
}

/// Every section of the class in the incident that this agency wrote.
std::vector<core::ForgetSection> sectionsOf(DeskHost& host, core::IncidentId incident,
                                            core::SectionClass wanted) {
    std::vector<core::ForgetSection> sections;
    for (core::Event const& event : host.desk().events(incident)) {
        if (event.author() != host.desk().profile().agency) continue;
        auto const& commitments = event.header().commitments;
        for (std::size_t index = 0; index < commitments.size(); ++index)
            if (commitments[index].sectionClass == wanted)
                sections.push_back({.stream = incident,
                                    .event = event.id(),
                                    .author = event.author(),
                                    .sectionClass = wanted,
                                    .index = static_cast<std::uint8_t>(index)});
    }
    return sections;
}

} // namespace

int runForget(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("forget"),
        QStringLiteral("Shreds one class of words that this agency wrote in an incident, for ever; that "
                       "they were there stays proven."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("class"), QStringLiteral("CLASS"),
                QStringLiteral("joint, own, personal or sealed."))
        .positional(QStringLiteral("number"), QStringLiteral("The whole number of the incident."));
    addOperatorOptions(arguments);
    arguments.parse(rest);
    auto const wanted = classNamed(arguments.required(QStringLiteral("class")));
    if (arguments.rest().size() != 1)
        throw UsageError(QStringLiteral("forget --data DIR --class CLASS NUMBER"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const who = operatorOf(arguments);
    DeskUse use(arguments);
    DeskHost& host = use.host();
    auto const incident = incidentNumbered(host.desk().board(), arguments.rest().front());
    int done = 0;
    int status = exitDone;
    for (auto const& section : sectionsOf(host, incident, wanted)) {
        host.desk().submit({.intent = section}, who, [&](core::Result<core::Receipt> const& result) {
            if (result) {
                ++done;
                return;
            }
            status = exitProblem;
            auto const words = ui::wordingOf(host.desk().board(), host.desk().rules(),
                                             host.desk().profile().agencyCodes, host.zone());
            if (arguments.json())
                printJson(refusalJson(result.error()));
            else
                print(ui::refusalText(result.error(), &words));
        });
        if (status != exitDone) break;
    }
    host.commit();
    use.finish();
    while (host.journal().scrub())
        caller().breathe();
    host.sweepBlobs();
    if (arguments.json())
        printJson({{QStringLiteral("forgotten"), done}});
    else
        printFormatted("%d\n", done);
    return status;
}

} // namespace ob::app

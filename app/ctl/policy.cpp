// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/desk_use.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/ctl/subcommand.h"
#include "app/desk_host.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/wording.h"

namespace ob::app {
namespace {

core::AgencyIndex agencyNamed(core::RealmFile const& realm, QString const& name) {
    for (std::uint16_t index = 0; index < realm.roster.size(); ++index)
        if (ui::textOf(realm.roster[index].code.text()) == name.toUpper()) return {index};
    throw UsageError(QStringLiteral("--to %1: the realm has no such agency").arg(name));
}

std::uint32_t numberOf(Arguments const& arguments, QString const& option) {
    if (!arguments.has(option)) return 0;
    bool isNumber = false;
    auto const number = arguments.value(option).toUInt(&isNumber);
    if (!isNumber) throw UsageError(QStringLiteral("--%1 is a whole number").arg(option));
    return number;
}

core::DispatchGrant grantNamed(QString const& name) {
    for (auto const grant :
         {core::DispatchGrant::Own, core::DispatchGrant::Direct, core::DispatchGrant::Request})
        if (ui::textOf(nameOf(grant)) == name) return grant;
    throw UsageError(QStringLiteral("--grant is own, request or direct"));
}

/// The command is carried out at the desk --data names; exit code.
int carryOut(Arguments const& arguments, std::function<core::Intent(core::RealmFile const&)> const& asked) {
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const who = operatorOf(arguments);
    DeskUse use(arguments);
    DeskHost& host = use.host();
    int status = exitProblem;
    host.desk().submit({.intent = asked(host.realm())}, who, [&](core::Result<core::Receipt> const& result) {
        if (result) {
            status = exitDone;
            return;
        }
        auto const words = ui::wordingOf(host.desk().board(), host.desk().rules(),
                                         host.desk().profile().agencyCodes, host.zone());
        if (arguments.json())
            printJson(refusalJson(result.error()));
        else
            print(ui::refusalText(result.error(), &words));
    });
    host.commit();
    use.finish();
    return status;
}

Arguments& addCommonOptions(Arguments& arguments) {
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("to"), QStringLiteral("AGENCY"), QStringLiteral("Code of the other agency."));
    addOperatorOptions(arguments);
    return arguments;
}

int setPositions(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("policy positions"),
        QStringLiteral("How well another agency may know where this agency's units are; as it is "
                       "when no option limits it. Needs the role supervisor or admin."));
    addCommonOptions(arguments)
        .flag(QStringLiteral("withhold"), QStringLiteral("Not at all."))
        .option(QStringLiteral("grid"), QStringLiteral("METRES"),
                QStringLiteral("Rounded to squares of this size, without speed and heading."))
        .option(QStringLiteral("delay"), QStringLiteral("SECONDS"), QStringLiteral("So much later."));
    arguments.parse(rest);
    expectNoMore(arguments);
    core::PositionSharing const how{
        .isWithheld = arguments.has(QStringLiteral("withhold")),
        .gridMetres = numberOf(arguments, QStringLiteral("grid")),
        .delay = core::Duration::ofSeconds(numberOf(arguments, QStringLiteral("delay")))};
    auto const to = arguments.required(QStringLiteral("to"));
    return carryOut(arguments, [&](core::RealmFile const& realm) {
        return core::SetPositionSharing{agencyNamed(realm, to), how};
    });
}

int setDispatch(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("policy dispatch"),
        QStringLiteral("Whether another agency may send this agency's units: not at all (own), by a "
                       "request, or directly. Needs the role supervisor or admin."));
    addCommonOptions(arguments)
        .option(QStringLiteral("grant"), QStringLiteral("GRANT"), QStringLiteral("own, request or direct."))
        .option(QStringLiteral("group"), QStringLiteral("CODE"),
                QStringLiteral("For units of this group only; else for all."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const grant = grantNamed(arguments.required(QStringLiteral("grant")));
    core::Code group;
    if (arguments.has(QStringLiteral("group"))) {
        auto const code = core::Code::of(arguments.value(QStringLiteral("group")).toStdString());
        if (!code) throw UsageError(QStringLiteral("--group is a code: letters A-Z, digits, - . _ /"));
        group = *code;
    }
    auto const to = arguments.required(QStringLiteral("to"));
    return carryOut(arguments, [&](core::RealmFile const& realm) {
        return core::SetDispatchGrant{group, agencyNamed(realm, to), grant};
    });
}

} // namespace

int runPolicy(QStringList const& rest) {
    QString const what = rest.value(0);
    if (what == QStringLiteral("positions")) return setPositions(rest.mid(1));
    if (what == QStringLiteral("dispatch")) return setDispatch(rest.mid(1));
    throw UsageError(
        QStringLiteral("policy positions | dispatch --data DIR --to AGENCY …; show policies tells them"));
}

} // namespace ob::app

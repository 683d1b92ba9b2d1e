// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/drill_folder.h"

#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

int create(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("drill create"),
        QStringLiteral("Makes a whole drill realm with ready desks, for demos and tests: DIR/realm, "
                       "DIR/CODE-1 …"));
    arguments.option(QStringLiteral("out"), QStringLiteral("DIR"), QStringLiteral("Folder to make."))
        .option(QStringLiteral("name"), QStringLiteral("NAME"), QStringLiteral("Name of the realm."))
        .option(QStringLiteral("zone"), QStringLiteral("ZONE"),
                QStringLiteral("Time zone; default Asia/Shanghai."))
        .option(QStringLiteral("agencies"), QStringLiteral("CODE:NAME,…"), QStringLiteral("Its agencies."))
        .option(QStringLiteral("desks-each"), QStringLiteral("N"),
                QStringLiteral("Desks of each; default 1."));
    addCoordinatorOption(arguments);
    arguments.parse(rest);
    expectNoMore(arguments);
    RealmFolder::Plan plan;
    plan.name = arguments.required(QStringLiteral("name")).toStdString();
    plan.zone = zoneOf(arguments);
    plan.agencies = agenciesOf(arguments.required(QStringLiteral("agencies")));
    plan.coordinators = coordinatorsOf(arguments);
    auto const desksEach = countOf(arguments, QStringLiteral("desks-each"), 20).value_or(1);
    auto const desks = createDrillFolder(arguments.required(QStringLiteral("out")).toStdString(), plan,
                                         desksEach, shippedRuleBook());
    for (auto const& desk : desks) {
        auto const fingerprint = core::fingerprintOf(desk.key);
        if (arguments.json())
            printJson({{QStringLiteral("name"), ui::textOf(desk.name)},
                       {QStringLiteral("data"), ui::textOf(desk.data.string())},
                       {QStringLiteral("agency"), ui::textOf(desk.agency.text())},
                       {QStringLiteral("fingerprint"), ui::textOf(fingerprint)}});
        else
            std::printf("%s: --data %s; fingerprint %s\n", desk.name.c_str(), desk.data.c_str(),
                        fingerprint.c_str());
    }
    return exitDone;
}

} // namespace

int runDrill(QStringList const& arguments) {
    if (!arguments.isEmpty() && arguments[0] == QStringLiteral("create")) return create(arguments.mid(1));
    throwOrShowUsage(
        arguments,
        QStringLiteral("drill create --out DIR --name NAME --agencies CODE:NAME,… [--desks-each N]"));
    return exitDone;
}

} // namespace ob::app

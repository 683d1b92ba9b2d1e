// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/json_text.h"
#include "app/ctl/subcommand.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

/// CODE:NAME,… — a code that the rule book knows brings its English name along.
std::vector<RealmFolder::AgencyName> agenciesOf(QString const& text) {
    auto const rules = shippedRuleBook();
    std::vector<RealmFolder::AgencyName> agencies;
    for (QString const& each : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        qsizetype const colon = each.indexOf(QLatin1Char(':'));
        std::string const codeText = each.left(colon < 0 ? each.size() : colon).trimmed().toStdString();
        auto const code = core::Code::of(codeText);
        if (!code) throw UsageError(QStringLiteral("%1 is no agency: write CODE:NAME").arg(each));
        auto const* const known = rules.agency(code->text());
        std::string const given = colon < 0 ? std::string() : each.mid(colon + 1).trimmed().toStdString();
        if (given.empty() && !known)
            throw UsageError(QStringLiteral("agency %1 needs a name: CODE:NAME").arg(each));
        agencies.push_back({.code = *code,
                            .nameZh = given.empty() ? known->name.zh : given,
                            .nameEn = known ? known->name.en : given});
    }
    if (agencies.empty()) throw UsageError(QStringLiteral("--agencies names no agency"));
    return agencies;
}

int create(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("realm create"),
        QStringLiteral("Makes a drill realm: the realm file and the keys of all its agencies."));
    arguments.option(QStringLiteral("out"), QStringLiteral("DIR"), QStringLiteral("Folder to make."))
        .option(QStringLiteral("name"), QStringLiteral("NAME"), QStringLiteral("Name of the realm."))
        .option(QStringLiteral("kind"), QStringLiteral("drill"), QStringLiteral("Kind of realm."))
        .option(QStringLiteral("zone"), QStringLiteral("ZONE"),
                QStringLiteral("Time zone; default Asia/Shanghai."))
        .option(QStringLiteral("agencies"), QStringLiteral("CODE:NAME,…"), QStringLiteral("Its agencies."));
    arguments.parse(rest);
    QString const kind = arguments.required(QStringLiteral("kind"));
    if (kind == QStringLiteral("live"))
        throw UsageError(
            QStringLiteral("a live realm is made from the agencies' own public keys, which needs the "
                           "enrolment of desks between agencies; this version makes drill realms"));
    if (kind != QStringLiteral("drill")) throw UsageError(QStringLiteral("--kind is live or drill"));
    RealmFolder::Plan plan;
    plan.name = arguments.required(QStringLiteral("name")).toStdString();
    plan.zone = arguments.has(QStringLiteral("zone")) ? arguments.value(QStringLiteral("zone")).toStdString()
                                                      : "Asia/Shanghai";
    if (!RealmZone::isKnown(plan.zone))
        throw UsageError(QStringLiteral("%1 is no time zone of this machine").arg(ui::textOf(plan.zone)));
    plan.agencies = agenciesOf(arguments.required(QStringLiteral("agencies")));
    auto const folder =
        RealmFolder::createDrill(arguments.required(QStringLiteral("out")).toStdString(), plan);
    std::string const fingerprint = core::fingerprintOf(folder.realm().rootKey);
    if (arguments.json())
        printJson({{QStringLiteral("realm"), ui::textOf(core::toHex(folder.realm().id))},
                   {QStringLiteral("name"), ui::textOf(plan.name)},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)}});
    else
        std::printf("%s: %zu agencies; fingerprint %s\n", plan.name.c_str(), plan.agencies.size(),
                    fingerprint.c_str());
    return exitDone;
}

} // namespace

int runRealm(QStringList const& arguments) {
    if (arguments.isEmpty() || arguments[0] != QStringLiteral("create"))
        throw UsageError(
            QStringLiteral("realm create --out DIR --name NAME --kind drill --agencies CODE:NAME,…"));
    return create(arguments.mid(1));
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/desk_enrolment.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/desk_host.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

core::AgencyIndex agencyOf(core::RealmFile const& realm, QString const& code) {
    for (std::size_t index = 0; index < realm.roster.size(); ++index)
        if (ui::textOf(realm.roster[index].code.text()) == code.toUpper())
            return {static_cast<std::uint16_t>(index)};
    QStringList known;
    for (auto const& entry : realm.roster)
        known << ui::textOf(entry.code.text());
    throw UsageError(
        QStringLiteral("the realm has no agency %1; it has %2").arg(code, known.join(QLatin1Char(' '))));
}

int init(QStringList const& rest) {
    Arguments arguments(QStringLiteral("desk init"),
                        QStringLiteral("Makes a desk of one agency of a realm."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(QStringLiteral("realm"), QStringLiteral("PATH"),
                QStringLiteral("Folder that realm create made."))
        .option(QStringLiteral("agency"), QStringLiteral("CODE"),
                QStringLiteral("Agency that the desk is of."))
        .option(QStringLiteral("name"), QStringLiteral("NAME"),
                QStringLiteral("Name of the desk, as others see it."));
    arguments.parse(rest);
    std::filesystem::path const realmPath = arguments.required(QStringLiteral("realm")).toStdString();
    if (!std::filesystem::is_directory(realmPath))
        throw UsageError(QStringLiteral(
            "--realm must be the folder of a drill realm; a desk of a live realm is certified by its "
            "agency: desk request, agency sign, desk enroll"));
    auto const realm = RealmFolder::open(realmPath);
    auto const agency = agencyOf(realm.realm(), arguments.required(QStringLiteral("agency")));
    std::string const name = arguments.required(QStringLiteral("name")).toStdString();
    if (name.empty() || name.size() > core::DeskCertificate::maxNameBytes)
        throw UsageError(QStringLiteral("the desk needs a name of at most 128 bytes"));
    std::filesystem::path const data = arguments.required(QStringLiteral("data")).toStdString();
    DeskFolder(data).create(realm, agency, name, SystemClock().now());
    auto const rules = shippedRuleBook();
    DeskHost host(data, rules); // begins the logs
    host.close();
    std::string const fingerprint = core::fingerprintOf(host.certificate().deskKey);
    auto const numbers = host.certificate().numbers;
    if (arguments.json())
        printJson({{QStringLiteral("desk"), ui::textOf(name)},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                   {QStringLiteral("numberFirst"), static_cast<qint64>(numbers.first)},
                   {QStringLiteral("numberLast"), static_cast<qint64>(numbers.last)}});
    else
        std::printf("%s: numbers %04u to %04u; fingerprint %s\n", name.c_str(), numbers.first, numbers.last,
                    fingerprint.c_str());
    return exitDone;
}

} // namespace

int runDesk(QStringList const& arguments) {
    QString const what = arguments.isEmpty() ? QString() : arguments[0];
    if (what == QStringLiteral("take")) return takeDeskStatement(arguments.mid(1));
    if (caller().runningDesk() != nullptr)
        throw UsageError(QStringLiteral("desk %1 is not done by a running desk").arg(what));
    if (what == QStringLiteral("init")) return init(arguments.mid(1));
    if (what == QStringLiteral("run")) return runDeskRun(arguments.mid(1));
    if (what == QStringLiteral("request")) return requestDesk(arguments.mid(1));
    if (what == QStringLiteral("enroll")) return enrolDesk(arguments.mid(1));
    if (what == QStringLiteral("realm")) return takeDeskRealm(arguments.mid(1));
    throwOrShowUsage(arguments, QStringLiteral("desk init|run|request|enroll|realm|take; each has --help"));
    return exitDone;
}

} // namespace ob::app

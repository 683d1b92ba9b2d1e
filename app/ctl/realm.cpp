// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/realm_folder.h"

#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

QString kindOf(core::RealmFile const& realm) {
    return realm.kind == core::RealmKind::Drill ? QStringLiteral("drill") : QStringLiteral("live");
}

QJsonObject realmJson(core::RealmFile const& realm) {
    return {{QStringLiteral("realm"), ui::textOf(core::toHex(realm.id))},
            {QStringLiteral("name"), ui::textOf(realm.name)},
            {QStringLiteral("kind"), kindOf(realm)},
            {QStringLiteral("version"), static_cast<qint64>(realm.version)},
            {QStringLiteral("zone"), ui::textOf(realm.zone)},
            {QStringLiteral("fingerprint"), ui::textOf(core::fingerprintOf(realm.rootKey))}};
}

void printAgencies(core::RealmFile const& realm, bool json) {
    for (auto const& entry : realm.roster) {
        auto const fingerprint = core::fingerprintOf(entry.rootKey);
        if (json)
            printJson({{QStringLiteral("agency"), ui::textOf(entry.code.text())},
                       {QStringLiteral("nameZh"), ui::textOf(entry.nameZh)},
                       {QStringLiteral("nameEn"), ui::textOf(entry.nameEn)},
                       {QStringLiteral("numberFirst"), static_cast<qint64>(entry.numbers.first)},
                       {QStringLiteral("numberLast"), static_cast<qint64>(entry.numbers.last)},
                       {QStringLiteral("fingerprint"), ui::textOf(fingerprint)}});
        else
            std::printf("  %s %s, %s: numbers %04u to %04u; fingerprint %s\n", entry.code.text().c_str(),
                        entry.nameZh.c_str(), entry.nameEn.c_str(), entry.numbers.first, entry.numbers.last,
                        fingerprint.c_str());
    }
}

void printRealm(core::RealmFile const& realm, bool json) {
    if (json)
        printJson(realmJson(realm));
    else
        std::printf("%s (%s, version %u, %s): %zu agencies; fingerprint %s\n", realm.name.c_str(),
                    kindOf(realm).toUtf8().constData(), realm.version, realm.zone.c_str(),
                    realm.roster.size(), core::fingerprintOf(realm.rootKey).c_str());
}

RealmFolder createLive(Arguments const& arguments, std::string const& out, std::string const& name) {
    if (arguments.has(QStringLiteral("agencies")))
        throw UsageError(
            QStringLiteral("--agencies is for drills; a live realm takes --agency FILE for each"));
    std::vector<core::AgencyFile> agencies;
    for (QString const& file : arguments.values(QStringLiteral("agency")))
        agencies.push_back(readAgencyFile(file.toStdString()));
    return RealmFolder::createLive(out, name, zoneOf(arguments), agencies,
                                   passphraseOf(arguments, QStringLiteral("passphrase-file")),
                                   coordinatorsOf(arguments));
}

RealmFolder createDrill(Arguments const& arguments, std::string const& out, std::string const& name) {
    for (char const* const option : {"agency", "passphrase-file"})
        if (arguments.has(QLatin1StringView(option)))
            throw UsageError(QStringLiteral("--%1 is for live realms; a drill takes --agencies CODE:NAME,…")
                                 .arg(QLatin1StringView(option)));
    return RealmFolder::createDrill(out,
                                    {.name = name,
                                     .zone = zoneOf(arguments),
                                     .agencies = agenciesOf(arguments.required(QStringLiteral("agencies"))),
                                     .coordinators = coordinatorsOf(arguments)});
}

int create(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("realm create"),
        QStringLiteral("Makes a realm. A live one collects the public files of its agencies (agency "
                       "create): compare their fingerprints by voice. A drill has all keys made here."));
    arguments.option(QStringLiteral("out"), QStringLiteral("DIR"), QStringLiteral("Folder to make."))
        .option(QStringLiteral("name"), QStringLiteral("NAME"), QStringLiteral("Name of the realm."))
        .option(QStringLiteral("kind"), QStringLiteral("live|drill"), QStringLiteral("Kind of realm."))
        .option(QStringLiteral("zone"), QStringLiteral("ZONE"),
                QStringLiteral("Time zone; default Asia/Shanghai."))
        .option(QStringLiteral("agency"), QStringLiteral("FILE"),
                QStringLiteral("Live: an agency's public file; once for each, in the order of the roster."))
        .option(QStringLiteral("agencies"), QStringLiteral("CODE:NAME,…"),
                QStringLiteral("Drill: its agencies."))
        .option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Live: seal the realm's key under the first line of this file."));
    addCoordinatorOption(arguments);
    arguments.parse(rest);
    expectNoMore(arguments);
    QString const kind = arguments.required(QStringLiteral("kind"));
    if (kind != QStringLiteral("drill") && kind != QStringLiteral("live"))
        throw UsageError(QStringLiteral("--kind is live or drill"));
    auto const name = arguments.required(QStringLiteral("name")).toStdString();
    auto const out = arguments.required(QStringLiteral("out")).toStdString();
    auto const folder =
        kind == QStringLiteral("live") ? createLive(arguments, out, name) : createDrill(arguments, out, name);
    printRealm(folder.realm(), arguments.json());
    if (!arguments.json()) printAgencies(folder.realm(), false);
    return exitDone;
}

int add(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("realm add"),
        QStringLiteral("Makes the next version of the realm with one agency more. Every desk takes it "
                       "with desk realm."));
    arguments
        .option(QStringLiteral("realm"), QStringLiteral("DIR"), QStringLiteral("Folder of realm create."))
        .option(QStringLiteral("agency"), QStringLiteral("FILE"), QStringLiteral("The agency's public file."))
        .option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Passphrase of the realm's key."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const agency = readAgencyFile(arguments.required(QStringLiteral("agency")).toStdString());
    auto folder = RealmFolder::open(arguments.required(QStringLiteral("realm")).toStdString());
    folder.add(agency, passphraseOf(arguments, QStringLiteral("passphrase-file")));
    printRealm(folder.realm(), arguments.json());
    if (!arguments.json()) printAgencies(folder.realm(), false);
    return exitDone;
}

int show(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("realm show"),
        QStringLiteral("Prints a realm file: who is in it, with fingerprints to compare by voice."));
    arguments.positional(QStringLiteral("file"),
                         QStringLiteral("Realm file, or the folder that it lies in."));
    arguments.parse(rest);
    if (arguments.rest().size() != 1) throw UsageError(QStringLiteral("realm show FILE"));
    auto const received = readRealm(arguments.rest().front().toStdString());
    printRealm(received.realm, arguments.json());
    printAgencies(received.realm, arguments.json());
    return exitDone;
}

} // namespace

int runRealm(QStringList const& arguments) {
    QString const what = arguments.isEmpty() ? QString() : arguments[0];
    if (what == QStringLiteral("create")) return create(arguments.mid(1));
    if (what == QStringLiteral("add")) return add(arguments.mid(1));
    if (what == QStringLiteral("show")) return show(arguments.mid(1));
    throwOrShowUsage(arguments, QStringLiteral("realm create|add|show; each has --help"));
    return exitDone;
}

} // namespace ob::app

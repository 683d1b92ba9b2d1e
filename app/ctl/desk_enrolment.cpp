// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/desk_enrolment.h"

#include "app/caller.h"
#include "app/ctl/desk_use.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/running_desk.h"
#include "app/desk_enrolment.h"
#include "app/desk_host.h"
#include "app/desk_positions.h"
#include "app/files.h"
#include "app/shipped_rules.h"
#include "core/identity/fingerprint.h"
#include "core/store/sqlite_journal.h"
#include "net/mesh.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

DeskEnrolment enrolmentOf(Arguments const& arguments) {
    return DeskEnrolment(arguments.required(QStringLiteral("data")).toStdString());
}

Arguments& dataOption(Arguments& arguments) {
    return arguments.option(QStringLiteral("data"), QStringLiteral("DIR"),
                            QStringLiteral("Data folder of the desk."));
}

/// The desk that a statement is about; nothing when none of its logs is here.
std::optional<KnownDesk> deskOf(DeskStatements::Checked const& statement, store::SqliteJournal& journal) {
    auto const* const revocation = std::get_if<core::Revocation>(&statement.says);
    for (auto& desk : desksIn(journal)) {
        bool const isIt =
            revocation != nullptr
                ? desk.key == revocation->deskKey
                : std::ranges::find(desk.known, statement.log, &core::LogPosition::log) != desk.known.end();
        if (isIt && desk.agency == statement.by) return std::move(desk);
    }
    return std::nullopt;
}

void print(DeskHost& host, DeskStatements::Checked const& statement, bool isNews, bool isJson) {
    auto const* const revocation = std::get_if<core::Revocation>(&statement.says);
    auto const desk = deskOf(statement, host.journal());
    core::PublicKey const key = revocation ? revocation->deskKey : desk ? desk->key : core::PublicKey();
    std::string const fingerprint = core::fingerprintOf(key);
    bool const isOwn = key == host.certificate().deskKey;
    if (isJson)
        printJson({{QStringLiteral("taken"),
                    revocation ? QStringLiteral("revocation") : QStringLiteral("settlement")},
                   {QStringLiteral("desk"), ui::textOf(desk ? desk->name : std::string())},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                   {QStringLiteral("logs"), static_cast<qint64>(revocation ? revocation->kept.size() : 1)},
                   {QStringLiteral("own"), isOwn},
                   {QStringLiteral("again"), !isNews}});
    else
        printFormatted("%s of %s (%s) is kept%s%s\n", revocation ? "revocation" : "settlement",
                       desk ? desk->name.c_str() : "a desk not met yet", fingerprint.c_str(),
                       isNews ? "" : ", as before", isOwn ? "; it is about this desk" : "");
}

} // namespace

int requestDesk(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("desk request"),
        QStringLiteral("Begins a desk, or renews one: makes a request for the agency to sign. Read the "
                       "fingerprint to the agency by voice, and compare the realm's."));
    dataOption(arguments)
        .option(QStringLiteral("realm"), QStringLiteral("FILE"),
                QStringLiteral("The realm's file; a desk that was begun has one."))
        .option(QStringLiteral("name"), QStringLiteral("NAME"),
                QStringLiteral("Name of the desk, as others see it; a renewed one may keep its own."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"), QStringLiteral("Request to write."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const out = newFileOf(arguments, QStringLiteral("out"));
    std::optional<std::filesystem::path> realm;
    if (arguments.has(QStringLiteral("realm")))
        realm = arguments.value(QStringLiteral("realm")).toStdString();
    std::optional<std::string> name;
    if (arguments.has(QStringLiteral("name"))) name = arguments.value(QStringLiteral("name")).toStdString();
    auto const made = enrolmentOf(arguments).request(realm, name);
    writeFile(out, made.bytes);
    auto const fingerprint = core::fingerprintOf(made.content.deskKey);
    auto const realmFingerprint = core::fingerprintOf(made.realm.rootKey);
    if (arguments.json())
        printJson({{QStringLiteral("desk"), ui::textOf(made.content.name)},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                   {QStringLiteral("realm"), ui::textOf(core::toHex(made.realm.id))},
                   {QStringLiteral("realmFingerprint"), ui::textOf(realmFingerprint)},
                   {QStringLiteral("renewal"), made.isRenewal},
                   {QStringLiteral("file"), ui::textOf(out.string())}});
    else
        std::printf("%s: have %s signed; fingerprint %s\nrealm %s, version %u; fingerprint %s\n",
                    made.content.name.c_str(), out.c_str(), fingerprint.c_str(), made.realm.name.c_str(),
                    made.realm.version, realmFingerprint.c_str());
    return exitDone;
}

int enrolDesk(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("desk enroll"),
        QStringLiteral("Takes the certificate that the agency signed. A renewed desk begins new logs "
                       "that name the old ones."));
    dataOption(arguments).option(QStringLiteral("in"), QStringLiteral("FILE"),
                                 QStringLiteral("Certificate that agency sign made."));
    arguments.parse(rest);
    expectNoMore(arguments);
    std::filesystem::path const data = arguments.required(QStringLiteral("data")).toStdString();
    auto const taken = enrolmentOf(arguments).enrol(arguments.required(QStringLiteral("in")).toStdString());
    auto const rules = shippedRuleBook();
    DeskHost host(data, rules); // begins the logs
    host.close();
    auto const& certificate = taken.certificate;
    auto const fingerprint = core::fingerprintOf(certificate.deskKey);
    auto const& agency = host.realm().agency(certificate.agency)->code.text();
    if (arguments.json())
        printJson({{QStringLiteral("desk"), ui::textOf(certificate.name)},
                   {QStringLiteral("agency"), ui::textOf(agency)},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                   {QStringLiteral("numberFirst"), static_cast<qint64>(certificate.numbers.first)},
                   {QStringLiteral("numberLast"), static_cast<qint64>(certificate.numbers.last)},
                   {QStringLiteral("scope"), nameOfScope(certificate.clearance.scope)},
                   {QStringLiteral("classes"), namesOf(certificate.clearance)},
                   {QStringLiteral("renewal"), taken.isRenewal}});
    else
        std::printf("%s of %s is %s: numbers %04u to %04u, sees %s incidents, classes %s\n",
                    certificate.name.c_str(), agency.c_str(), taken.isRenewal ? "renewed" : "enrolled",
                    certificate.numbers.first, certificate.numbers.last,
                    nameOfScope(certificate.clearance.scope).toUtf8().constData(),
                    namesOf(certificate.clearance).toUtf8().constData());
    return exitDone;
}

int takeDeskRealm(QStringList const& rest) {
    Arguments arguments(QStringLiteral("desk realm"),
                        QStringLiteral("Takes a newer version of the desk's realm file."));
    dataOption(arguments).option(QStringLiteral("in"), QStringLiteral("FILE"),
                                 QStringLiteral("Newer realm file (realm add makes it)."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const realm =
        enrolmentOf(arguments).takeRealm(arguments.required(QStringLiteral("in")).toStdString());
    if (arguments.json())
        printJson({{QStringLiteral("realm"), ui::textOf(core::toHex(realm.id))},
                   {QStringLiteral("name"), ui::textOf(realm.name)},
                   {QStringLiteral("version"), static_cast<qint64>(realm.version)},
                   {QStringLiteral("agencies"), static_cast<qint64>(realm.roster.size())}});
    else
        std::printf("%s: version %u with %zu agencies\n", realm.name.c_str(), realm.version,
                    realm.roster.size());
    return exitDone;
}

int takeDeskStatement(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("desk take"),
        QStringLiteral("Checks a revocation or settlement and keeps it in the desk's journal."));
    dataOption(arguments).option(QStringLiteral("in"), QStringLiteral("FILE"),
                                 QStringLiteral("Statement (agency revoke makes one)."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const in = arguments.required(QStringLiteral("in"));
    if (auto const code = doneByRunningDesk(arguments)) return *code;
    auto const file = readFile(caller().fileNamed(in.toStdString()));
    DeskUse use(arguments);
    auto& host = use.host();
    auto const statement = host.statements().check(file);
    bool const isNews = host.admit(statement);
    use.finish();
    if (isNews && host.mesh() != nullptr) host.mesh()->replica().publish(net::statementOf(statement.file));
    print(host, statement, isNews, arguments.json());
    return exitDone;
}

} // namespace ob::app

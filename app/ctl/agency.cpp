// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/agency.h"

#include "app/agency_folder.h"
#include "app/agency_key.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <cstdio>

namespace ob::app {
namespace {

int create(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("agency create"),
        QStringLiteral("Makes the root key of an agency, and the public file CODE.obagency to hand to "
                       "whoever makes the realm. Keep the folder in a safe; compare the fingerprint "
                       "by voice."));
    arguments.option(QStringLiteral("out"), QStringLiteral("DIR"), QStringLiteral("Folder to make."))
        .option(QStringLiteral("code"), QStringLiteral("CODE"), QStringLiteral("Code of the agency: FD."))
        .option(QStringLiteral("name-zh"), QStringLiteral("NAME"), QStringLiteral("Its Chinese name."))
        .option(QStringLiteral("name-en"), QStringLiteral("NAME"), QStringLiteral("Its English name."))
        .option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Seal the key under the first line of this file."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const code = core::Code::of(arguments.required(QStringLiteral("code")).toStdString());
    if (!code || code->isEmpty())
        throw UsageError(QStringLiteral("--code is a code: letters A-Z, digits, - . _ /"));
    auto const rules = shippedRuleBook();
    auto const* const known = rules.agency(code->text());
    auto const name = [&](char const* option, std::string const& usual) {
        QString const asked = QLatin1StringView(option);
        if (!known) return arguments.required(asked).toStdString();
        return arguments.has(asked) ? arguments.value(asked).toStdString() : usual;
    };
    AgencyNames const names{.code = *code,
                            .nameZh = name("name-zh", known ? known->name.zh : std::string()),
                            .nameEn = name("name-en", known ? known->name.en : std::string())};
    auto const made = createAgency(arguments.required(QStringLiteral("out")).toStdString(), names,
                                   passphraseOf(arguments, QStringLiteral("passphrase-file")));
    auto const fingerprint = core::fingerprintOf(made.agency.rootKey);
    if (arguments.json())
        printJson({{QStringLiteral("agency"), ui::textOf(code->text())},
                   {QStringLiteral("nameZh"), ui::textOf(names.nameZh)},
                   {QStringLiteral("nameEn"), ui::textOf(names.nameEn)},
                   {QStringLiteral("file"), ui::textOf(made.publicFile.string())},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)}});
    else
        std::printf("%s %s: hand over %s; fingerprint %s\n", code->text().c_str(), names.nameZh.c_str(),
                    made.publicFile.c_str(), fingerprint.c_str());
    return exitDone;
}

int delegate(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("agency delegate"),
        QStringLiteral("Makes an enrolment key, which may sign desks of the agency while its root is in "
                       "the safe."));
    arguments.option(QStringLiteral("key"), QStringLiteral("DIR"), QStringLiteral("Folder of agency create."))
        .option(QStringLiteral("realm"), QStringLiteral("FILE"), QStringLiteral("The realm's file."))
        .option(QStringLiteral("out"), QStringLiteral("DIR"), QStringLiteral("Folder to make."))
        .option(QStringLiteral("desks"), QStringLiteral("N"),
                QStringLiteral("So many desks it may enrol; default 10."))
        .option(QStringLiteral("numbers"), QStringLiteral("N"),
                QStringLiteral("So many incident numbers are set aside for its desks."))
        .flag(QStringLiteral("may-revoke"), QStringLiteral("It may also revoke desks."))
        .option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Passphrase of the agency's key."))
        .option(QStringLiteral("new-passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Seal the enrolment key under the first line of this file."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const received = readRealm(arguments.required(QStringLiteral("realm")).toStdString());
    std::filesystem::path const out = arguments.required(QStringLiteral("out")).toStdString();
    AgencyKey::Delegation const wish{.maxDesks =
                                         countOf(arguments, QStringLiteral("desks"), 1000).value_or(10),
                                     .mayRevoke = arguments.has(QStringLiteral("may-revoke")),
                                     .numbers = countOf(arguments, QStringLiteral("numbers"), 9999)};
    auto const root = AgencyKey::open(arguments.required(QStringLiteral("key")).toStdString(), received.realm,
                                      passphraseOf(arguments, QStringLiteral("passphrase-file")));
    auto const made = root.delegate(out, wish, passphraseOf(arguments, QStringLiteral("new-passphrase-file")),
                                    SystemClock().now());
    auto const fingerprint = core::fingerprintOf(made.key);
    if (arguments.json())
        printJson({{QStringLiteral("agency"), ui::textOf(root.entry().code.text())},
                   {QStringLiteral("folder"), ui::textOf(out.string())},
                   {QStringLiteral("desks"), static_cast<qint64>(made.maxDesks)},
                   {QStringLiteral("mayRevoke"), made.mayRevoke},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)}});
    else
        std::printf("%s: enrolment key for %u desks%s in %s; fingerprint %s\n",
                    root.entry().code.text().c_str(), made.maxDesks, made.mayRevoke ? ", may revoke," : "",
                    out.c_str(), fingerprint.c_str());
    return exitDone;
}

} // namespace

int runAgency(QStringList const& arguments) {
    QString const what = arguments.isEmpty() ? QString() : arguments[0];
    if (what == QStringLiteral("create")) return create(arguments.mid(1));
    if (what == QStringLiteral("delegate")) return delegate(arguments.mid(1));
    if (what == QStringLiteral("sign")) return signRequest(arguments.mid(1));
    if (what == QStringLiteral("revoke")) return revokeDesk(arguments.mid(1));
    throwOrShowUsage(arguments, QStringLiteral("agency create|delegate|sign|revoke; each has --help"));
    return exitDone;
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/agency_key.h"
#include "app/ctl/agency.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "app/realm_folder.h"
#include "app/system_time.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace ob::app {
namespace {

core::Clearance clearanceOf(Arguments const& arguments) {
    core::Clearance clearance;
    QString const scope = arguments.has(QStringLiteral("scope")) ? arguments.value(QStringLiteral("scope"))
                                                                 : QStringLiteral("all");
    if (scope == QStringLiteral("assigned"))
        clearance.scope = core::IncidentScope::Assigned;
    else if (scope != QStringLiteral("all"))
        throw UsageError(QStringLiteral("--scope is all or assigned"));
    QString const classes = arguments.has(QStringLiteral("classes"))
                                ? arguments.value(QStringLiteral("classes"))
                                : QStringLiteral("joint,own,personal,sealed");
    for (QString const& each : classes.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        QString const name = each.trimmed();
        if (name == QStringLiteral("joint"))
            clearance.sections.push_back(core::SectionClass::Joint);
        else if (name == QStringLiteral("own"))
            clearance.sections.push_back(core::SectionClass::Own);
        else if (name == QStringLiteral("personal"))
            clearance.sections.push_back(core::SectionClass::Personal);
        else if (name == QStringLiteral("sealed"))
            clearance.sections.push_back(core::SectionClass::Sealed);
        else if (name != QStringLiteral("open"))
            throw UsageError(QStringLiteral("--classes are joint, own, personal, sealed"));
    }
    std::ranges::sort(clearance.sections);
    auto const repeated = std::ranges::unique(clearance.sections);
    clearance.sections.erase(repeated.begin(), repeated.end());
    return clearance;
}

core::EnrolmentRequest readRequest(std::filesystem::path const& file) {
    auto request = core::decodeRequest(readFile(file));
    if (!request)
        throw EnrolmentRefusal("badRequest",
                               file.string()
                                   + " is not a sound request: it was changed on the way or is something "
                                     "else; get it again (desk request makes it)");
    checkName(request->name, "the desk");
    return *std::move(request);
}

/// A person has compared the fingerprint, and says so in one of three ways.
void confirm(Arguments const& arguments, core::EnrolmentRequest const& request) {
    auto const fingerprint = core::fingerprintOf(request.deskKey);
    if (arguments.has(QStringLiteral("fingerprint"))) {
        QString const given = arguments.value(QStringLiteral("fingerprint"));
        if (!isFingerprint(given))
            throw UsageError(QStringLiteral("--fingerprint is six groups of five digits"));
        if (!isSameFingerprint(given, request.deskKey))
            throw EnrolmentRefusal("otherFingerprint",
                                   "the request of " + request.name + " has the fingerprint " + fingerprint
                                       + ", not the one that was given: do not sign it before you know why");
        return;
    }
    std::fprintf(stderr, "%s asks to be enrolled; fingerprint %s\n", request.name.c_str(),
                 fingerprint.c_str());
    if (arguments.has(QStringLiteral("yes"))) return;
    if (::isatty(STDIN_FILENO) == 0)
        throw UsageError(QStringLiteral("compare the fingerprint with the desk by voice, then give it with "
                                        "--fingerprint, or --yes"));
    std::fprintf(stderr, "Does the desk read out the same digits? y/n ");
    int const answer = std::fgetc(stdin);
    if (answer != 'y' && answer != 'Y') throw EnrolmentRefusal("notConfirmed", "nothing was signed");
}

} // namespace

int signRequest(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("agency sign"),
        QStringLiteral("Makes a desk's certificate out of its request. Compare the fingerprint with "
                       "the desk by voice."));
    arguments.option(QStringLiteral("in"), QStringLiteral("FILE"), QStringLiteral("Request of the desk."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"), QStringLiteral("Certificate to write."))
        .option(QStringLiteral("realm"), QStringLiteral("FILE"), QStringLiteral("The realm's file."))
        .option(QStringLiteral("key"), QStringLiteral("DIR"),
                QStringLiteral("Folder of agency create or agency delegate."))
        .option(QStringLiteral("scope"), QStringLiteral("all|assigned"),
                QStringLiteral("Incidents that the desk sees; default all. assigned: for the field."))
        .option(QStringLiteral("classes"), QStringLiteral("CLASS,…"),
                QStringLiteral("Section classes that it sees; default joint,own,personal,sealed."))
        .option(QStringLiteral("numbers"), QStringLiteral("N"),
                QStringLiteral("So many incident numbers a day; a renewed desk keeps its own."))
        .option(QStringLiteral("fingerprint"), QStringLiteral("DIGITS"),
                QStringLiteral("As the desk reads it out; must be the request's."))
        .flag(QStringLiteral("yes"), QStringLiteral("The fingerprint was compared."))
        .option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Passphrase of the key."));
    arguments.parse(rest);
    expectNoMore(arguments);
    auto const request = readRequest(arguments.required(QStringLiteral("in")).toStdString());
    auto const received = readRealm(arguments.required(QStringLiteral("realm")).toStdString());
    auto const out = newFileOf(arguments, QStringLiteral("out"));
    AgencyKey::Terms const terms{.clearance = clearanceOf(arguments),
                                 .numbers = countOf(arguments, QStringLiteral("numbers"), 9999)};
    auto const key = AgencyKey::open(arguments.required(QStringLiteral("key")).toStdString(), received.realm,
                                     passphraseOf(arguments, QStringLiteral("passphrase-file")));
    confirm(arguments, request);
    auto const made = key.enrol(request, terms, SystemClock().now());
    writeFile(out, made.bytes);
    auto const& certificate = made.certificate;
    auto const fingerprint = core::fingerprintOf(certificate.deskKey);
    if (arguments.json())
        printJson({{QStringLiteral("desk"), ui::textOf(certificate.name)},
                   {QStringLiteral("agency"), ui::textOf(key.entry().code.text())},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                   {QStringLiteral("numberFirst"), static_cast<qint64>(certificate.numbers.first)},
                   {QStringLiteral("numberLast"), static_cast<qint64>(certificate.numbers.last)},
                   {QStringLiteral("serial"), static_cast<qint64>(certificate.serial)},
                   {QStringLiteral("scope"), nameOfScope(certificate.clearance.scope)},
                   {QStringLiteral("classes"), namesOf(certificate.clearance)},
                   {QStringLiteral("renewal"), made.isRenewal},
                   {QStringLiteral("file"), ui::textOf(out.string())}});
    else
        std::printf("%s of %s %s: numbers %04u to %04u; give it %s\n", certificate.name.c_str(),
                    key.entry().code.text().c_str(), made.isRenewal ? "renewed" : "certified",
                    certificate.numbers.first, certificate.numbers.last, out.c_str());
    return exitDone;
}

} // namespace ob::app

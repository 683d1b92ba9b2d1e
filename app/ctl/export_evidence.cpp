// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/export_evidence.h"

#include "app/ctl/export_choice.h"
#include "app/ctl/json_text.h"
#include "app/ctl/operator_options.h"
#include "app/evidence_export.h"
#include "app/files.h"
#include "app/shipped_rules.h"
#include "app/zip_archive.h"
#include "core/identity/fingerprint.h"
#include "ui/text/evidence_page.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <cstdio>

namespace ob::app {
namespace {

void requireFitting(Arguments const& arguments) {
    if (!arguments.has(QStringLiteral("out")))
        throw UsageError(QStringLiteral("--format evidence needs --out FILE.zip"));
    for (auto const* const name : {"what", "at", "known"})
        if (arguments.has(QLatin1StringView(name)))
            throw UsageError(
                QStringLiteral("--%1 does not go with --format evidence, which holds whole records")
                    .arg(QLatin1StringView(name)));
    if (arguments.has(QStringLiteral("with"))
        && arguments.value(QStringLiteral("with")) != QStringLiteral("personal"))
        throw UsageError(QStringLiteral("--with knows personal only; sealed parts are never exported"));
}

core::BundleManifest headOf(Arguments const& arguments, Choice const& choice) {
    core::BundleManifest head;
    head.exportedAt = SystemClock().now();
    auto const who = operatorOrFeedOf(arguments);
    head.operatorName = who.operatorName;
    head.position = who.position;
    head.program = "OneBoard " OB_VERSION;
    head.language = ui::currentLanguage() == ui::Language::Chinese ? "zh_CN" : "en";
    head.from = choice.from;
    head.to = choice.to;
    return head;
}

std::vector<core::IncidentId> chosen(ArchiveReader& archive, Choice const& choice) {
    std::vector<core::IncidentId> ids;
    std::set<core::IncidentNumber> found;
    for (core::StreamId const id : archive.streams(core::StreamKind::Incident)) {
        auto const incident = archive.incident(id);
        if (!incident || !choice.takes(*incident)) continue;
        found.insert(incident->number);
        ids.push_back(id);
    }
    requireFound(choice.numbers, found);
    if (ids.empty()) throw UsageError(QStringLiteral("there is no incident to export"));
    return ids;
}

void report(core::EvidenceBundle const& bundle, ArchiveReader const& archive, std::size_t bytes, bool json) {
    bool const isDrill = archive.realm().kind == core::RealmKind::Drill;
    bool const isPersonal = bundle.manifest.sharing == core::SectionClass::Personal;
    std::size_t incidents = 0;
    for (auto const& stream : bundle.manifest.streams)
        incidents += stream.isWhole ? 1 : 0;
    std::string const print = core::fingerprintOf(archive.realm().rootKey);
    if (json)
        return printJson(
            {{QStringLiteral("incidents"), static_cast<qint64>(incidents)},
             {QStringLiteral("events"), static_cast<qint64>(bundle.events.size())},
             {QStringLiteral("logs"), static_cast<qint64>(bundle.logs.size())},
             {QStringLiteral("bytes"), static_cast<qint64>(bytes)},
             {QStringLiteral("drill"), isDrill},
             {QStringLiteral("class"), isPersonal ? QStringLiteral("personal") : QStringLiteral("own")},
             {QStringLiteral("fingerprint"), ui::textOf(print)}});
    std::printf(
        "%zu incidents, %zu events, %zu bytes, %sclass %s; left out: %ssealed\nrealm fingerprint %s\n",
        incidents, bundle.events.size(), bytes, isDrill ? "DRILL, " : "", isPersonal ? "personal" : "own",
        isPersonal ? "" : "personal, ", print.c_str());
}

} // namespace

int exportEvidence(Arguments const& arguments) {
    requireFitting(arguments);
    Choice const choice = choiceOf(arguments);
    EvidenceWish wish;
    wish.head = headOf(arguments, choice);
    if (arguments.has(QStringLiteral("with"))) wish.personal = Personal::OfOwnAgency;
    ArchiveReader archive(arguments.required(QStringLiteral("data")).toStdString());
    OutputFile out = outputOf(arguments);
    wish.incidents = chosen(archive, choice);
    auto const bundle = gatherEvidence(archive, wish);
    auto const rules = shippedRuleBook();
    QString const page = ui::evidencePage({.bundle = bundle,
                                           .realm = archive.realm(),
                                           .exporter = archive.identity().certificate,
                                           .rules = rules,
                                           .zone = archive.zone()});
    auto const files = core::encodeBundle(bundle, page.toStdString(), archive.identity().key);
    if (!files)
        throw FileError(
            "this is more than one bundle holds: choose less with --incident, or --from and --to");
    auto const bytes = zipped(*files, wish.head.exportedAt);
    out.write({reinterpret_cast<char const*>(bytes.data()), bytes.size()});
    out.finish();
    report(bundle, archive, bytes.size(), arguments.json());
    return exitDone;
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/json_text.h"
#include "app/ctl/subcommand.h"
#include "app/ctl/verify_bundle.h"
#include "app/desk_folder.h"
#include "app/files.h"
#include "core/journal/verification.h"
#include "core/store/database.h"
#include "core/store/evidence_reader.h"
#include "core/store/file_blobs.h"
#include "core/store/sqlite_premises.h"
#include "ui/text/sentence.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace ob::app {
namespace {

void report(core::Finding const& finding, bool json) {
    std::string const log = finding.log.isNil() ? std::string() : finding.log.hex();
    if (json)
        printJson({{QStringLiteral("log"), ui::textOf(log)},
                   {QStringLiteral("index"), static_cast<qint64>(finding.index)},
                   {QStringLiteral("part"), ui::textOf(nameOf(finding.part))},
                   {QStringLiteral("reason"), ui::textOf(nameOf(finding.reason))}});
    else
        std::printf("log %s index %llu %s: %s\n", log.empty() ? "-" : log.substr(0, 16).c_str(),
                    static_cast<unsigned long long>(finding.index), std::string(nameOf(finding.part)).c_str(),
                    std::string(nameOf(finding.reason)).c_str());
}

struct Counts {
    std::size_t logs = 0;
    std::uint64_t events = 0;
    std::uint64_t stubs = 0;
    std::uint64_t heads = 0;
    std::uint64_t aside = 0; ///< entries without effect since their agency settled on another history
};

struct Blobs {
    std::size_t held = 0;
    std::size_t damaged = 0;
};

/// Attachments that have another hash than the one they lie under. Those that are not here yet are none.
Blobs auditBlobs(store::FileBlobs const& files, bool json) {
    Blobs blobs;
    files.visit([&](core::Hash const& hash) {
        ++blobs.held;
        if (files.isSound(hash).value_or(true)) return;
        ++blobs.damaged;
        if (json)
            printJson({{QStringLiteral("attachment"), ui::textOf(core::toHex(hash))},
                       {QStringLiteral("reason"), QStringLiteral("wrongHash")}});
        else
            std::printf("attachment %s: does not have its hash\n", core::toHex(hash).c_str());
    });
    return blobs;
}

/// Records of places are no evidence; those that are not as they were written are named.
struct Places {
    std::size_t held = 0;
    std::size_t damaged = 0;
};

Places auditPlaces(store::Database& database, core::SealingKey key, bool json) {
    store::SqlitePremises premises(database, std::move(key));
    auto const all = premises.all();
    Places places{.held = all.premises.size() + all.unreadable.size(), .damaged = 0};
    auto const tell = [&](std::string const& id, char const* reason, char const* words) {
        ++places.damaged;
        if (json)
            printJson({{QStringLiteral("premise"), ui::textOf(id)},
                       {QStringLiteral("reason"), QLatin1StringView(reason)}});
        else
            std::printf("premise %s: %s\n", id.c_str(), words);
    };
    for (std::string const& id : all.unreadable)
        tell(id, "notReadable", "is not as it was written");
    for (auto const& premise : all.premises)
        if (premise.hasContact && premises.contact(premise.key).value_or("").empty())
            tell(premise.key, "contactNotReadable", "its contact cannot be opened");
    return places;
}

/// Nothing where nothing was set aside, as nearly always.
std::string setAsideText(std::uint64_t entries) {
    return entries == 0 ? std::string() : std::to_string(entries) + " set aside, ";
}

} // namespace

int runVerify(QStringList const& rest) {
    Arguments arguments(QStringLiteral("verify"),
                        QStringLiteral("Audits every journal in the data folder, or an evidence bundle "
                                       "(export --format evidence), for which it needs no desk: signatures, "
                                       "hashes, order, certificates."));
    arguments
        .option(QStringLiteral("data"), QStringLiteral("DIR"), QStringLiteral("Data folder of the desk."))
        .option(
            QStringLiteral("realm"), QStringLiteral("FILE"),
            QStringLiteral("With FILE: realm file that you have from elsewhere; the bundle's must be of it."))
        .option(QStringLiteral("fingerprint"), QStringLiteral("DIGITS"),
                QStringLiteral("With FILE: the realm's fingerprint that you have from elsewhere."))
        .positional(QStringLiteral("file"), QStringLiteral("Evidence bundle, instead of --data."));
    arguments.parse(rest);
    if (arguments.rest().size() > 1 || (arguments.has(QStringLiteral("data")) && !arguments.rest().isEmpty()))
        throw UsageError(QStringLiteral("verify --data DIR, or verify FILE"));
    if (!arguments.rest().isEmpty()) return verifyBundle(arguments);
    if (arguments.has(QStringLiteral("realm")) || arguments.has(QStringLiteral("fingerprint")))
        throw UsageError(QStringLiteral("--realm and --fingerprint go with a bundle: verify FILE"));
    DeskFolder const folder(arguments.required(QStringLiteral("data")).toStdString());
    auto const identity = folder.identity();
    store::Database database(
        store::Database::Place{.file = folder.database(), .access = store::Access::Read});
    store::EvidenceReader reader(database, core::SealingKey(identity.restKey.view()));

    std::vector<core::LogAudit> audits;
    core::AuditScope const scope{.agency = identity.certificate.agency,
                                 .clearance = identity.certificate.clearance};
    Counts counts;
    for (auto const& log : reader.logs()) {
        audits.push_back(core::verifyLog(reader.readersOf(log), identity.realm, scope));
        counts.events += audits.back().leaves;
        counts.stubs += audits.back().stubs;
        counts.heads += audits.back().heads;
        ++counts.logs;
    }
    auto const concluded = core::concludeAudit(audits);
    std::set<core::Finding> findings(concluded.begin(), concluded.end());
    auto const strays = reader.strays();
    findings.insert(strays.begin(), strays.end());
    auto const aside = reader.auditAside(identity.realm.id);
    findings.insert(aside.findings.begin(), aside.findings.end());
    counts.aside = aside.entries;
    for (auto const& finding : findings)
        report(finding, arguments.json());
    auto const blobs = auditBlobs(store::FileBlobs(folder.blobs()), arguments.json());
    auto const places = auditPlaces(database, core::SealingKey(identity.restKey.view()), arguments.json());
    bool const isSound = findings.empty() && blobs.damaged == 0 && places.damaged == 0;
    if (arguments.json())
        printJson({{QStringLiteral("logs"), static_cast<qint64>(counts.logs)},
                   {QStringLiteral("events"), static_cast<qint64>(counts.events)},
                   {QStringLiteral("stubs"), static_cast<qint64>(counts.stubs)},
                   {QStringLiteral("heads"), static_cast<qint64>(counts.heads)},
                   {QStringLiteral("setAside"), static_cast<qint64>(counts.aside)},
                   {QStringLiteral("attachments"), static_cast<qint64>(blobs.held)},
                   {QStringLiteral("premises"), static_cast<qint64>(places.held)},
                   {QStringLiteral("findings"),
                    static_cast<qint64>(findings.size() + blobs.damaged + places.damaged)}});
    else
        std::printf("%zu logs, %llu events (%llu held as hashes only), %llu signed heads, %s%zu attachments, "
                    "%zu places: %s\n",
                    counts.logs, static_cast<unsigned long long>(counts.events),
                    static_cast<unsigned long long>(counts.stubs),
                    static_cast<unsigned long long>(counts.heads), setAsideText(counts.aside).c_str(),
                    blobs.held, places.held, isSound ? "sound" : "NOT SOUND");
    return isSound ? exitDone : exitProblem;
}

} // namespace ob::app

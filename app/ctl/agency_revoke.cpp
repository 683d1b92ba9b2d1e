// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/agency_key.h"
#include "app/ctl/agency.h"
#include "app/ctl/enrolment_options.h"
#include "app/ctl/json_text.h"
#include "app/desk_folder.h"
#include "app/desk_positions.h"
#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "app/realm_folder.h"
#include "core/identity/fingerprint.h"
#include "core/store/database.h"
#include "core/store/read_snapshot.h"
#include "core/store/sqlite_journal.h"
#include "ui/text/sentence.h"

#include <algorithm>
#include <cstdio>

namespace ob::app {
namespace {

/// Desks of the key's agency that the journal in DATA knows, and those that only the ledger knows.
std::vector<KnownDesk> candidates(Arguments const& arguments, AgencyKey const& key,
                                  core::RealmFile const& realm) {
    std::vector<KnownDesk> desks;
    if (arguments.has(QStringLiteral("data"))) {
        DeskFolder const folder(arguments.value(QStringLiteral("data")).toStdString());
        if (folder.realm().id != realm.id)
            throw EnrolmentRefusal("otherRealm",
                                   "the desk in " + folder.path().string() + " is of another realm");
        store::Database database({.file = folder.database(), .access = store::Access::Read});
        store::ReadSnapshot const moment(database);
        store::SqliteJournal journal(database, std::nullopt);
        desks = desksIn(journal);
        std::erase_if(desks, [&](KnownDesk const& desk) { return desk.agency != key.agency(); });
    }
    for (auto const& entry : key.certified())
        if (std::ranges::find(desks, entry.key, &KnownDesk::key) == desks.end())
            desks.push_back({.key = entry.key, .agency = key.agency(), .name = entry.name, .known = {}});
    return desks;
}

KnownDesk chosen(std::vector<KnownDesk> desks, QString const& wanted) {
    bool const isByKey = isFingerprint(wanted);
    std::string list;
    for (auto const& desk : desks)
        list += "\n  " + desk.name + "  " + core::fingerprintOf(desk.key);
    std::erase_if(desks, [&](KnownDesk const& desk) {
        return isByKey ? !isSameFingerprint(wanted, desk.key) : ui::textOf(desk.name) != wanted;
    });
    if (desks.size() == 1) return std::move(desks.front());
    throw EnrolmentRefusal(desks.empty() ? "unknownDesk" : "severalDesks",
                           (desks.empty() ? "the agency has no desk " : "several desks are called ")
                               + wanted.toStdString() + "; known are, by name and fingerprint:" + list);
}

} // namespace

int revokeDesk(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("agency revoke"),
        QStringLiteral("Makes a statement that a desk's key is revoked: what is beyond the positions "
                       "where the given desk holds its logs is void. Every desk takes it with desk "
                       "take."));
    arguments
        .option(QStringLiteral("key"), QStringLiteral("DIR"),
                QStringLiteral("Folder of agency create, or of agency delegate --may-revoke."))
        .option(QStringLiteral("realm"), QStringLiteral("FILE"), QStringLiteral("The realm's file."))
        .option(QStringLiteral("data"), QStringLiteral("DIR"),
                QStringLiteral("Data folder of a desk whose journal tells the positions."))
        .option(QStringLiteral("desk"), QStringLiteral("NAME"),
                QStringLiteral("Name or fingerprint of the desk to revoke."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"), QStringLiteral("Statement to write."))
        .flag(QStringLiteral("at-known"), QStringLiteral("Keep what that journal holds; the default."))
        .flag(QStringLiteral("all"), QStringLiteral("Keep nothing: every event of the desk is void."))
        .option(QStringLiteral("passphrase-file"), QStringLiteral("FILE"),
                QStringLiteral("Passphrase of the key."));
    arguments.parse(rest);
    expectNoMore(arguments);
    bool const isAll = arguments.has(QStringLiteral("all"));
    if (isAll && arguments.has(QStringLiteral("at-known")))
        throw UsageError(QStringLiteral("--at-known or --all, not both"));
    if (!isAll && !arguments.has(QStringLiteral("data")))
        throw UsageError(QStringLiteral("--data is missing: without a journal only --all can be said"));
    QString const wanted = arguments.required(QStringLiteral("desk"));
    auto const received = readRealm(arguments.required(QStringLiteral("realm")).toStdString());
    auto const out = newFileOf(arguments, QStringLiteral("out"));
    auto const key = AgencyKey::open(arguments.required(QStringLiteral("key")).toStdString(), received.realm,
                                     passphraseOf(arguments, QStringLiteral("passphrase-file")));
    auto desk = chosen(candidates(arguments, key, received.realm), wanted);
    if (isAll) desk.known.clear();
    auto const statement = key.revoke({.realm = received.realm.id, .deskKey = desk.key, .kept = desk.known});
    writeFile(out, core::encodeStatementFile(statement));
    auto const fingerprint = core::fingerprintOf(desk.key);
    std::uint64_t events = 0;
    for (auto const& position : desk.known)
        events += position.size;
    if (arguments.json())
        printJson({{QStringLiteral("desk"), ui::textOf(desk.name)},
                   {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                   {QStringLiteral("logs"), static_cast<qint64>(desk.known.size())},
                   {QStringLiteral("events"), static_cast<qint64>(events)},
                   {QStringLiteral("file"), ui::textOf(out.string())}});
    else
        std::printf("%s (%s) is revoked: %llu events in %zu logs stay; give every desk %s\n",
                    desk.name.c_str(), fingerprint.c_str(), static_cast<unsigned long long>(events),
                    desk.known.size(), out.c_str());
    return exitDone;
}

} // namespace ob::app

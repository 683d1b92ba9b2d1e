// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/link_report.h"

#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "app/ctl/subcommand.h"
#include "app/link_lines.h"
#include "core/journal/checkpoint.h"
#include "core/journal/cosignature.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_proofs.h"
#include "net/mesh.h"
#include "ui/text/link_text.h"
#include "ui/text/sentence.h"

#include <algorithm>

namespace ob::app {
namespace {

char const* nameOf(net::LinkStatus::State state) {
    switch (state) {
    case net::LinkStatus::State::Calling: return "calling";
    case net::LinkStatus::State::Greeting: return "greeting";
    case net::LinkStatus::State::Connected: return "connected";
    }
    return "";
}

qint64 count(std::uint64_t value) { return static_cast<qint64>(value); }

QJsonObject jsonOf(net::LinkStatus const& link, core::RealmFile const& realm) {
    QJsonObject object{{QStringLiteral("desk"), ui::textOf(link.desk)},
                       {QStringLiteral("endpoint"), ui::textOf(link.endpoint.text())},
                       {QStringLiteral("dialled"), link.dialled},
                       {QStringLiteral("state"), QLatin1StringView(nameOf(link.state))},
                       {QStringLiteral("weLack"), count(link.lag.weLack)},
                       {QStringLiteral("theyLack"), count(link.lag.theyLack)},
                       {QStringLiteral("behindSeconds"), qint64{link.lagTime.milliseconds() / 1000}},
                       {QStringLiteral("bytesIn"), count(link.bytesIn)},
                       {QStringLiteral("bytesOut"), count(link.bytesOut)},
                       {QStringLiteral("seconds"), qint64{link.connectedFor.milliseconds() / 1000}}};
    if (link.agency) object.insert(QStringLiteral("agency"), agencyCode(realm, *link.agency));
    if (link.clockOffset)
        object.insert(QStringLiteral("clockOffset"), qint64{link.clockOffset->milliseconds()});
    if (link.roundTrip) object.insert(QStringLiteral("roundTrip"), qint64{link.roundTrip->milliseconds()});
    if (!link.lastError.empty()) object.insert(QStringLiteral("lastError"), ui::textOf(link.lastError));
    return object;
}

/// The newest time at which somebody cosigned the note.
std::optional<core::Instant> cosignedAt(core::SignedHead const& head) {
    std::optional<core::Instant> newest;
    for (auto const& line : head.note.signatures) {
        // timestamped_signature: eight bytes of seconds, then the signature.
        if (line.signature.size() != 72) continue;
        std::uint64_t seconds = 0;
        for (std::size_t byte = 0; byte < 8; ++byte)
            seconds = seconds << 8 | line.signature[byte];
        if (seconds > static_cast<std::uint64_t>(core::Instant::max) / 1000) continue;
        newest = std::max(newest, core::Instant::ofMilliseconds(static_cast<std::int64_t>(seconds) * 1000));
    }
    return newest;
}

} // namespace

void reportLinks(DeskHost const& host, ReportForm form) {
    if (host.mesh() == nullptr)
        throw UsageError(QStringLiteral("the desk is not running: start it with oneboardctl desk run"));
    if (form == ReportForm::Text) print(ui::linkHeading());
    for (auto const& link : host.mesh()->links()) {
        if (form == ReportForm::Json)
            printJson(jsonOf(link, host.realm()));
        else
            print(ui::linkLine(linkLineOf(link, host.realm())));
    }
}

void reportWitnesses(DeskHost& host, ReportForm form) {
    store::SqliteProofs proofs(host.database());
    if (form == ReportForm::Text) print(ui::witnessHeading());
    for (auto const& extent : host.journal().logs())
        for (auto const& each : proofs.cosignatures(extent.record.id)) {
            auto const head = core::parseHead(std::string(each.bytes.begin(), each.bytes.end()));
            if (!head) continue;
            auto const at = cosignedAt(*head);
            QString const author = agencyCode(host.realm(), extent.record.agency);
            QString const witness = agencyCode(host.realm(), each.agency);
            if (form == ReportForm::Json)
                printJson(
                    {{QStringLiteral("log"), ui::textOf(extent.record.id.hex())},
                     {QStringLiteral("agency"), author},
                     {QStringLiteral("witness"), witness},
                     {QStringLiteral("size"), count(head->head.size)},
                     {QStringLiteral("at"), at ? QJsonValue(ui::textOf(at->iso8601())) : QJsonValue()}});
            else
                print(ui::witnessLine({.log = ui::textOf(extent.record.id.hex().substr(0, 16)),
                                       .agency = author,
                                       .witness = witness,
                                       .size = head->head.size,
                                       .at = at ? ui::textOf(host.zone().localText(*at)) : QString()}));
        }
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/evidence_bundle.h"

#include "core/crypto/sha256.h"
#include "core/identity/revocation.h"
#include "core/identity/signed_document.h"
#include "core/journal/bundle_fields.h"
#include "core/journal/event_codec.h"
#include "core/journal/fork_proof.h"

#include <algorithm>

namespace ob::core {
namespace {

BundledLog const* find(std::vector<BundledLog> const& logs, LogId id) {
    auto const found = std::ranges::find(logs, id, &BundledLog::id);
    return found == logs.end() ? nullptr : &*found;
}

/// What an agency of the realm has signed; it counts for that agency's desks only.
template<class Says>
struct SaidBy {
    Says says;
    AgencyIndex agency;
};

std::optional<SaidBy<Revocation>> revocationIn(BundledStatement const& statement, RealmFile const& realm) {
    auto const made = decodeStatement<Revocation>(statement.bytes);
    auto const by = made ? agencyRevoking(*made, statement.delegation, realm) : std::nullopt;
    if (!by) return std::nullopt;
    return SaidBy<Revocation>{made->statement, *by};
}

std::optional<SaidBy<Settlement>> settlementIn(BundledStatement const& statement, RealmFile const& realm) {
    auto const made = decodeStatement<Settlement>(statement.bytes);
    auto const by = made ? agencySettling(*made, realm) : std::nullopt;
    if (!by) return std::nullopt;
    return SaidBy<Settlement>{made->statement, *by};
}

bool isRevocationMadeByAgency(BundledStatement const& statement, EvidenceBundle const& bundle,
                              RealmFile const& realm) {
    auto const revocation = revocationIn(statement, realm);
    return revocation && std::ranges::any_of(bundle.logs, [&](BundledLog const& log) {
               auto const desk = deskOf(log);
               return desk && desk->deskKey == revocation->says.deskKey && desk->agency == revocation->agency;
           });
}

bool isSettlementMadeByAgency(BundledStatement const& statement, EvidenceBundle const& bundle,
                              RealmFile const& realm) {
    auto const made = decodeStatement<Settlement>(statement.bytes);
    auto const* const log = find(bundle.logs, statement.log);
    auto const desk = log ? deskOf(*log) : std::nullopt;
    return made && desk && made->statement.kept.log == statement.log
           && isSettlementValid(*made, desk->agency, realm);
}

bool isForkProven(BundledStatement const& statement, EvidenceBundle const& bundle) {
    auto const proof = decodeForkProof(statement.bytes);
    auto const* const log = find(bundle.logs, statement.log);
    auto const desk = log ? deskOf(*log) : std::nullopt;
    return proof && desk && proof->log() == statement.log
           && verifyForkProof(*proof, desk->deskKey) == ForkFault::None;
}

} // namespace

std::optional<DeskCertificate> deskOf(BundledLog const& log) {
    auto issued = readCertificate(log.certificate);
    if (!issued) return std::nullopt;
    return std::move(issued->certificate);
}

EncodedEvent encodedOf(BundledEvent const& event, std::vector<BundledLog> const& logs) {
    EncodedEvent encoded;
    encoded.log = event.log < logs.size() ? logs[event.log].id : LogId();
    encoded.sequence = event.sequence;
    encoded.leaf = EventId(leafHash(event.header));
    encoded.header = event.header;
    encoded.sections = event.sections;
    auto const header = decodeHeader(event.header);
    if (!header) return encoded;
    encoded.creates = header->stream.isNil();
    encoded.stream = encoded.creates ? StreamId(encoded.leaf.hash()) : header->stream;
    if (encoded.creates) encoded.streamKind = streamCreatedBy(header->kind).value_or(StreamKind{});
    return encoded;
}

bool isStatementValid(BundledStatement const& statement, EvidenceBundle const& bundle,
                      RealmFile const& realm) {
    switch (statement.kind) {
    case StatementKind::Revocation: return isRevocationMadeByAgency(statement, bundle, realm);
    case StatementKind::Settlement: return isSettlementMadeByAgency(statement, bundle, realm);
    case StatementKind::ForkProof: return isForkProven(statement, bundle);
    }
    return false;
}

Admissions admissionsOf(EvidenceBundle const& bundle, RealmFile const& realm) {
    Admissions admissions(realm.id);
    for (auto const& log : bundle.logs)
        if (auto const desk = deskOf(log)) admissions.addLog(log.id, desk->deskKey, desk->agency);
    for (auto const& statement : bundle.statements) {
        if (statement.kind == StatementKind::Revocation) {
            if (auto const said = revocationIn(statement, realm)) admissions.add(said->says, said->agency);
        } else if (statement.kind == StatementKind::Settlement) {
            if (auto const said = settlementIn(statement, realm)) admissions.add(said->says, said->agency);
        }
    }
    return admissions;
}

std::map<StreamId, std::vector<Event>> eventsOf(EvidenceBundle const& bundle, RealmFile const& realm) {
    auto const admissions = admissionsOf(bundle, realm);
    std::vector<std::optional<DeskCertificate>> desks;
    for (auto const& log : bundle.logs)
        desks.push_back(deskOf(log));
    std::map<StreamId, std::vector<Event>> events;
    for (auto const& each : bundle.events) {
        if (each.log >= desks.size() || !desks[each.log]) continue;
        auto const encoded = encodedOf(each, bundle.logs);
        auto event = decodeEvent(encoded, desks[each.log]->agency,
                                 admissions.admissionOf(encoded.log, encoded.sequence));
        if (event) events[encoded.stream].push_back(*std::move(event));
    }
    return events;
}

std::optional<BundleFiles> encodeBundle(EvidenceBundle bundle, std::string const& page,
                                        SecretKey const& deskKey) {
    OB_ENSURE(bundle.manifest.streams.size() <= maxBundleStreams && bundle.events.size() <= maxBundleEvents
              && bundle.logs.size() <= maxBundleLogs);
    BundleFiles files;
    auto const put = [&](std::string_view name, Bytes bytes) { files[std::string(name)] = std::move(bytes); };
    put(bundle_name::page, Bytes(page.begin(), page.end()));
    put(bundle_name::realm, std::move(bundle.realmFile));
    put(bundle_name::certificate, std::move(bundle.certificate));
    put(bundle_name::logs, encodeBundledLogs(bundle.logs));
    put(bundle_name::witnesses, encodeWitnesses(bundle.witnesses));
    put(bundle_name::statements, encodeStatements(bundle.statements));
    std::size_t part = 0;
    for (std::size_t begin = 0; begin < bundle.events.size();)
        put(eventsName(++part), encodeBundledEvents(bundle.events, begin));
    std::size_t total = 0;
    for (auto const& [name, bytes] : files) {
        bundle.manifest.files.push_back({.name = name, .hash = sha256(bytes)});
        total += bytes.size();
        if (bytes.size() > cborMaxSize && name.ends_with(".cbor")) return std::nullopt;
    }
    if (part > maxBundleParts || total > maxBundleBytes || bundle.manifest.absent.size() > maxBundleStreams)
        return std::nullopt;
    Bytes body = encodeFields(bundle.manifest);
    Bytes manifest = encodeDocuments(
        {.document = signDocument(manifestDomain, std::move(body), deskKey), .authority = {}});
    if (manifest.size() > cborMaxSize) return std::nullopt;
    put(bundle_name::manifest, std::move(manifest));
    return files;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/evidence_export.h"

#include "app/desk_statements.h"
#include "app/files.h"
#include "app/log_tree.h"
#include "core/event_body.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event_codec.h"
#include "core/store/database.h"
#include "core/store/evidence_reader.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_proofs.h"

#include <algorithm>
#include <set>

namespace ob::app {
namespace {

using core::EncodedEvent;
using core::SectionClass;

[[noreturn]] void refuseSize() {
    throw FileError("this is more than one bundle holds (" + std::to_string(core::maxBundleStreams)
                    + " incidents and units, " + std::to_string(core::maxBundleEvents)
                    + " events): choose less with --incident, or --from and --to, and make several");
}

/// The units and incidents that the words of this event name.
void addNamed(core::Event const& event, std::set<core::StreamId>& named) {
    if (!event.isUnderstood()) return;
    std::visit(
        [&](auto const& fact) {
            if constexpr (requires { fact.unit; }) named.insert(fact.unit);
            if constexpr (requires { fact.other; }) named.insert(fact.other);
            if constexpr (requires { fact.survivor; }) named.insert(fact.survivor);
            if constexpr (requires { fact.divertedTo; }) named.insert(fact.divertedTo);
        },
        event.body().fact);
}

class Gatherer {
  public:
    Gatherer(ArchiveReader& archive, EvidenceWish const& wish) : m_archive(archive), m_wish(wish) {}

    core::EvidenceBundle gather() {
        for (auto const& extent : m_archive.journal().logs())
            m_extents.emplace(extent.record.id, extent);
        std::set<core::StreamId> whole(m_wish.incidents.begin(), m_wish.incidents.end());
        std::set<core::StreamId> named;
        for (core::StreamId const id : whole) {
            take(id, true);
            for (auto const& event : m_archive.events(id))
                addNamed(event, named);
        }
        for (core::StreamId const id : named)
            if (!id.isNil() && !whole.contains(id)) take(id, false);
        m_bundle.manifest = m_wish.head;
        fillManifest();
        for (auto& [id, events] : m_byLog)
            addLog(id, events);
        std::ranges::sort(m_bundle.events, {}, [&](core::BundledEvent const& event) {
            return std::tuple(m_streamOf.at({event.log, event.sequence}), event.log, event.sequence);
        });
        addStatements();
        return std::move(m_bundle);
    }

  private:
    void take(core::StreamId id, bool isWhole);
    std::vector<core::EncodedSection> shown(EncodedEvent const& event, bool isWhole) const;
    void fillManifest();
    void addLog(core::LogId id, std::vector<EncodedEvent>& events);
    core::EncodedHead headOf(core::LogExtent const& extent) const;
    void addStatements();

    ArchiveReader& m_archive;
    EvidenceWish const& m_wish;
    core::EvidenceBundle m_bundle;
    std::map<core::LogId, core::LogExtent> m_extents;
    std::map<core::LogId, std::vector<EncodedEvent>> m_byLog;
    std::map<std::pair<std::uint32_t, std::uint64_t>, core::StreamId> m_streamOf;
    std::vector<core::BundledStream> m_streams;
    std::size_t m_count = 0;
};

std::vector<core::EncodedSection> Gatherer::shown(EncodedEvent const& event, bool isWhole) const {
    auto const author = m_extents.at(event.log).record.agency;
    bool const isOwn = author == m_archive.identity().certificate.agency;
    std::vector<core::EncodedSection> sections;
    for (auto const& section : event.sections) {
        bool const isOpen = section.sectionClass == SectionClass::Open;
        bool const isShared = section.sectionClass == SectionClass::Joint
                              || (section.sectionClass == SectionClass::Own && isOwn);
        bool const isPersonal = section.sectionClass == SectionClass::Personal && isOwn
                                && m_wish.personal == Personal::OfOwnAgency;
        if (isOpen || (isWhole && (isShared || isPersonal))) sections.push_back(section);
    }
    return sections;
}

/// Of a stream that is only named, the event that created it says its name.
void Gatherer::take(core::StreamId id, bool isWhole) {
    core::BundledStream stream{.id = id, .kind = core::StreamKind::Incident, .isWhole = isWhole};
    for (auto& event : m_archive.journal().stream(id, std::nullopt)) {
        if (event.isStub() || (!isWhole && !event.creates)) continue;
        auto const extent = m_extents.find(event.log);
        if (extent == m_extents.end() || event.sequence >= headOf(extent->second).size) continue;
        if (event.creates) stream.kind = event.streamKind;
        event.sections = shown(event, isWhole);
        m_byLog[event.log].push_back(std::move(event));
        ++stream.events;
        if (++m_count > core::maxBundleEvents) refuseSize();
    }
    if (stream.events == 0) return;
    m_streams.push_back(stream);
    if (m_streams.size() > core::maxBundleStreams) refuseSize();
}

void Gatherer::fillManifest() {
    auto& manifest = m_bundle.manifest;
    auto const& identity = m_archive.identity();
    manifest.realm = identity.realm.id;
    manifest.realmKind = identity.realm.kind;
    manifest.agency = identity.certificate.agency;
    manifest.sharing = m_wish.personal == Personal::OfOwnAgency ? SectionClass::Personal : SectionClass::Own;
    std::ranges::sort(m_streams, {}, &core::BundledStream::id);
    manifest.streams = m_streams;
    std::set<core::EventId> here, wanted;
    for (auto const& stream : m_streams)
        wanted.insert(core::EventId(stream.id.hash()));
    for (auto const& [log, events] : m_byLog)
        for (auto const& event : events) {
            here.insert(event.leaf);
            auto const header = core::decodeHeader(event.header);
            if (!header)
                throw core::StoreError("event " + event.leaf.hex() + " is damaged: run oneboardctl verify");
            wanted.insert(header->parents.begin(), header->parents.end());
        }
    std::ranges::set_difference(wanted, here, std::back_inserter(manifest.absent));
    m_bundle.realmFile = readFile(m_archive.folder().path() / "realm.obrealm");
    m_bundle.certificate = identity.certificateBytes;
}

/// The newest whose leaves are all held here: events came with a head at or beyond their end.
core::EncodedHead Gatherer::headOf(core::LogExtent const& extent) const {
    if (extent.newestHead && extent.newestHead->size <= extent.size) return *extent.newestHead;
    store::EvidenceReader reader(m_archive.database(), std::nullopt);
    auto const readers = reader.readersOf(extent.record);
    core::EncodedHead best;
    while (auto const head = readers.nextHead())
        if (head->size <= extent.size) best = *head;
    return best;
}

void Gatherer::addLog(core::LogId id, std::vector<EncodedEvent>& events) {
    auto const& extent = m_extents.at(id);
    auto const head = headOf(extent);
    store::SqliteProofs proofs(m_archive.database());
    LogTree::Scope scope{.log = id, .size = head.size, .indices = {}};
    for (auto const& event : events)
        scope.indices.insert(event.sequence);
    for (auto const& each : proofs.cosignatures(id))
        if (auto const seen = core::parseHead(std::string(each.bytes.begin(), each.bytes.end())))
            scope.indices.insert(std::min(seen->head.size, head.size));
    LogTree const tree(m_archive.journal(), scope);
    core::BundledLog log{.id = id,
                         .nonce = extent.record.nonce,
                         .lane = extent.record.lane,
                         .certificate = extent.record.certificate,
                         .head = head.note};
    for (auto const& each : proofs.cosignatures(id)) {
        std::string const note(each.bytes.begin(), each.bytes.end());
        auto const seen = core::parseHead(note);
        auto consistency = seen ? tree.consistency(seen->head.size) : std::nullopt;
        if (consistency)
            log.cosigned.push_back(
                {.witness = each.agency, .note = note, .consistency = *std::move(consistency)});
    }
    auto const place = static_cast<std::uint32_t>(m_bundle.logs.size());
    for (auto& event : events) {
        auto proof = tree.inclusion(event.sequence);
        if (!proof || tree.size() != head.size)
            throw core::StoreError("the log " + id.hex()
                                   + " does not reach its signed head: run oneboardctl verify");
        m_streamOf[{place, event.sequence}] = event.stream;
        m_bundle.events.push_back({.log = place,
                                   .sequence = event.sequence,
                                   .header = std::move(event.header),
                                   .sections = std::move(event.sections),
                                   .proof = *std::move(proof)});
    }
    m_bundle.logs.push_back(std::move(log));
    if (m_bundle.logs.size() > core::maxBundleLogs) refuseSize();
}

/// Those that say something about the bundle's logs, and the certificates of the witnesses.
void Gatherer::addStatements() {
    auto const add = [&](core::BundledStatement const& statement) {
        // Only what counts: one that is not valid says nothing about anybody.
        if (core::isStatementValid(statement, m_bundle, m_archive.realm()))
            m_bundle.statements.push_back(statement);
    };
    for (auto const& known : DeskStatements(m_archive.database(), m_archive.realm()).all())
        add({.kind = known.file.kind,
             .log = known.log,
             .bytes = known.file.statement,
             .delegation = known.file.delegation});
    store::SqliteProofs proofs(m_archive.database());
    for (auto const& proof : proofs.all(store::SqliteProofs::Kind::ForkProof))
        add({.kind = core::StatementKind::ForkProof, .log = proof.log, .bytes = proof.bytes});
    std::set<core::AgencyIndex> witnesses;
    for (auto const& log : m_bundle.logs)
        for (auto const& cosigned : log.cosigned)
            witnesses.insert(cosigned.witness);
    std::set<core::Bytes> certificates;
    for (auto const& [id, extent] : m_extents)
        if (witnesses.contains(extent.record.agency)) certificates.insert(extent.record.certificate);
    m_bundle.witnesses.assign(certificates.begin(), certificates.end());
}

} // namespace

core::EvidenceBundle gatherEvidence(ArchiveReader& archive, EvidenceWish const& wish) {
    return Gatherer(archive, wish).gather();
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/bundle_fields.h"
#include "core/journal/bundle_log_check.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event_check.h"
#include "core/journal/event_codec.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace ob::core {
namespace {

using Part = FindingPart;
using Reason = FindingReason;

class EventsChecker {
  public:
    EventsChecker(EvidenceBundle const& bundle, RealmFile const& realm, BundleCheck& check)
        : m_bundle(bundle), m_realm(realm), m_check(check) {
        for (auto const& log : bundle.logs) {
            auto head = parseHead(log.head);
            m_heads.push_back(head ? std::optional(head->head) : std::nullopt);
            m_desks.push_back(deskOf(log));
        }
        for (auto const& stream : bundle.manifest.streams)
            m_streams[stream.id].named = stream;
    }

    void run() {
        for (auto const& event : m_bundle.events)
            take(event);
        checkStreams();
        checkParents();
    }

  private:
    struct Stream {
        BundledStream named;
        std::uint32_t events = 0;
        bool isCreated = false;
    };
    struct Child {
        LogId log;
        std::uint64_t index = 0;
    };

    void report(LogId log, std::uint64_t index, Part part, Reason reason) {
        m_check.report({.finding = {.log = log, .index = index, .part = part, .reason = reason}, .file = {}});
    }

    void take(BundledEvent const& event);
    void checkProof(BundledEvent const& event, EncodedEvent const& encoded);
    void checkOrder(EncodedEvent const& encoded);
    void checkShown(BundledEvent const& event, LogId log);
    void takeStream(EncodedEvent const& encoded);
    void checkStreams();
    void checkParents();

    EvidenceBundle const& m_bundle;
    RealmFile const& m_realm;
    BundleCheck& m_check;
    std::vector<std::optional<Head>> m_heads;            // by log
    std::vector<std::optional<DeskCertificate>> m_desks; // by log
    std::map<StreamId, Stream> m_streams;
    std::set<EventId> m_leaves;
    std::map<EventId, Child> m_parents; // and one event that follows it
    std::optional<std::tuple<StreamId, LogId, std::uint64_t>> m_last;
};

void EventsChecker::take(BundledEvent const& event) {
    if (event.log >= m_bundle.logs.size()) return report({}, event.sequence, Part::Event, Reason::WrongLog);
    auto const encoded = encodedOf(event, m_bundle.logs);
    auto const checked = checkHeldEvent(encoded, {.realm = m_realm.id, .log = encoded.log});
    for (auto const& [part, reason] : checked.faults)
        report(encoded.log, encoded.sequence, part, reason);
    checkProof(event, encoded);
    checkOrder(encoded);
    checkShown(event, encoded.log);
    takeStream(encoded);
    m_leaves.insert(encoded.leaf);
}

void EventsChecker::checkProof(BundledEvent const& event, EncodedEvent const& encoded) {
    auto const& head = m_heads[event.log];
    bool const isIncluded =
        head
        && verifyInclusion(
            {.index = event.sequence, .size = head->size, .leaf = encoded.leaf.bytes(), .root = head->root},
            event.proof);
    if (!isIncluded) report(encoded.log, encoded.sequence, Part::Event, Reason::NotIncluded);
}

void EventsChecker::checkOrder(EncodedEvent const& encoded) {
    std::tuple const place(encoded.stream, encoded.log, encoded.sequence);
    if (m_last && place <= *m_last) report(encoded.log, encoded.sequence, Part::Event, Reason::NotInOrder);
    m_last = place;
}

/// What the manifest says is not in it is not in it.
void EventsChecker::checkShown(BundledEvent const& event, LogId log) {
    bool const isOwn = m_desks[event.log] && m_desks[event.log]->agency == m_bundle.manifest.agency;
    for (auto const& section : event.sections) {
        bool const isShown = section.sectionClass <= m_bundle.manifest.sharing
                             && (section.sectionClass <= SectionClass::Joint || isOwn);
        if (!isShown) report(log, event.sequence, Part::Section, Reason::NotNamed);
    }
}

void EventsChecker::takeStream(EncodedEvent const& encoded) {
    auto const found = m_streams.find(encoded.stream);
    if (found == m_streams.end()) return report(encoded.log, encoded.sequence, Part::Event, Reason::NotNamed);
    auto& stream = found->second;
    ++stream.events;
    if (encoded.creates) {
        stream.isCreated = true;
        if (encoded.streamKind != stream.named.kind)
            report(encoded.log, encoded.sequence, Part::Manifest, Reason::Differs);
    }
    auto const header = decodeHeader(encoded.header);
    if (!header) return;
    for (EventId const parent : header->parents)
        m_parents.try_emplace(parent, Child{.log = encoded.log, .index = encoded.sequence});
}

void EventsChecker::checkStreams() {
    for (auto const& [id, stream] : m_streams) {
        bool const isAsNamed =
            stream.events == stream.named.events && (stream.named.isWhole || stream.events == 1);
        // Without its beginning it could be of any kind; then the beginning is named as absent.
        bool const isBegun =
            stream.isCreated || std::ranges::binary_search(m_bundle.manifest.absent, EventId(id.hash()));
        if (!isAsNamed || !isBegun)
            m_check.report({.finding = {.log = {},
                                        .index = 0,
                                        .part = Part::Manifest,
                                        .reason = isAsNamed ? Reason::Missing : Reason::Differs},
                            .file = std::string(bundle_name::manifest)});
    }
}

void EventsChecker::checkParents() {
    auto const& absent = m_bundle.manifest.absent;
    for (auto const& [parent, child] : m_parents)
        if (!m_leaves.contains(parent) && !std::ranges::binary_search(absent, parent))
            report(child.log, child.index, Part::Event, Reason::ParentMissing);
    for (EventId const id : absent)
        if (m_leaves.contains(id) || !(m_parents.contains(id) || m_streams.contains(StreamId(id.hash()))))
            m_check.report(
                {.finding = {.log = {}, .index = 0, .part = Part::Manifest, .reason = Reason::Differs},
                 .file = std::string(bundle_name::manifest)});
}

} // namespace

void checkBundledEvents(EvidenceBundle const& bundle, RealmFile const& realm, BundleCheck& check) {
    EventsChecker(bundle, realm, check).run();
}

} // namespace ob::core

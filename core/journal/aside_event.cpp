// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/aside_event.h"

#include "core/journal/cbor_reader.h"
#include "core/journal/cbor_writer.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event_check.h"
#include "core/journal/event_codec.h"

namespace ob::core {
namespace {

/// In a tree of at most 2^62 leaves.
constexpr std::size_t maxPath = 62;

/// What stands beside the header; false: it is none, or of another place.
bool file(EncodedEvent& event) {
    auto const header = decodeHeader(event.header);
    if (!header || header->log != event.log || header->sequence != event.sequence) return false;
    event.leaf = EventId(leafHash(event.header));
    event.creates = header->stream.isNil();
    event.stream = event.creates ? StreamId(event.leaf.hash()) : header->stream;
    if (event.creates) event.streamKind = streamCreatedBy(header->kind).value_or(StreamKind{});
    for (auto& section : event.sections) {
        if (section.index >= header->commitments.size()) return false;
        section.sectionClass = header->commitments[section.index].sectionClass;
    }
    return true;
}

void readSections(CborReader& in, std::vector<EncodedSection>& sections) {
    if (in.enterArray() > EventHeader::maxSections) in.reject();
    while (in.nextElement()) {
        auto& section = sections.emplace_back();
        if (in.enterArray() != 2) in.reject();
        in.nextElement();
        section.index = static_cast<std::uint8_t>(in.unsignedUpTo(EventHeader::maxSections - 1));
        in.nextElement();
        auto const bytes = in.bytes();
        section.bytes.assign(bytes.begin(), bytes.end());
        in.nextElement();
    }
}

} // namespace

bool verifyAside(AsideEvent const& aside, PublicKey const& deskKey) {
    auto const parsed = parseHead(aside.head);
    if (!parsed) return false;
    auto const head = verifyHead(*parsed, deskKey);
    if (!head || head->log != aside.event.log || aside.event.sequence >= head->size) return false;
    return verifyInclusion({.index = aside.event.sequence,
                            .size = head->size,
                            .leaf = aside.event.leaf.bytes(),
                            .root = head->root},
                           aside.path);
}

std::vector<Finding> auditAside(AsideEvent const& aside, RealmId realm, PublicKey const& deskKey) {
    std::vector<Finding> findings;
    auto const report = [&](FindingPart part, FindingReason reason) {
        findings.push_back({aside.event.log, aside.event.sequence, part, reason});
    };
    for (auto const& [part, reason] :
         checkHeldEvent(aside.event, {.realm = realm, .log = aside.event.log}).faults)
        report(part, reason);
    if (!verifyAside(aside, deskKey)) report(FindingPart::Event, FindingReason::NotIncluded);
    return findings;
}

Bytes encodeAside(AsideEvent const& aside) {
    Bytes encoded;
    CborWriter out(encoded);
    out.array(6);
    out.bytes(aside.event.log.bytes());
    out.unsignedInt(aside.event.sequence);
    out.bytes(aside.event.header);
    out.array(aside.event.sections.size());
    for (auto const& section : aside.event.sections) {
        out.array(2);
        out.unsignedInt(section.index);
        out.bytes(section.bytes);
    }
    out.text(aside.head);
    out.array(aside.path.size());
    for (Hash const& step : aside.path)
        out.bytes(step);
    return encoded;
}

std::optional<AsideEvent> decodeAside(ByteView encoded) {
    AsideEvent aside;
    CborReader in(encoded);
    if (in.enterArray() != 6) return std::nullopt;
    in.nextElement();
    aside.event.log = LogId(in.hash());
    in.nextElement();
    aside.event.sequence = in.unsignedUpTo(maxTreeSize);
    in.nextElement();
    auto const header = in.bytes();
    aside.event.header.assign(header.begin(), header.end());
    in.nextElement();
    readSections(in, aside.event.sections);
    in.nextElement();
    aside.head = std::string(in.text());
    in.nextElement();
    if (in.enterArray() > maxPath) in.reject();
    while (in.nextElement())
        aside.path.push_back(in.hash());
    in.nextElement();
    if (!in.finish() || !file(aside.event)) return std::nullopt;
    return aside;
}

} // namespace ob::core

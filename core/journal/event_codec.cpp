// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_codec.h"

#include "core/crypto/sha256.h"
#include "core/journal/event_sections.h"
#include "core/journal/field_archive.h"
#include "core/journal/header_codec.h"
#include "core/journal/merkle.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace ob::core {
namespace {

constexpr std::uint8_t envelopeVersion = 1;
constexpr std::uint8_t sectionPrefix = 0x02;

void readParents(CborReader& in, std::vector<EventId>& parents) {
    std::size_t const count = in.enterArray();
    if (count > EventHeader::maxParents) return in.reject();
    parents.reserve(count);
    while (in.nextElement()) {
        EventId parent;
        readValue(in, parent);
        if (!parents.empty() && parent <= parents.back()) return in.reject();
        parents.push_back(parent);
    }
}

void readCommitments(CborReader& in, std::vector<Commitment>& commitments) {
    std::size_t const count = in.enterArray();
    if (count == 0 || count > EventHeader::maxSections) return in.reject();
    commitments.reserve(count);
    while (in.nextElement()) {
        if (in.enterArray() != 2) return in.reject();
        Commitment& commitment = commitments.emplace_back();
        in.nextElement();
        readValue(in, commitment.sectionClass);
        in.nextElement();
        readValue(in, commitment.hash);
        in.nextElement();
    }
}

/// Reads the entry with this key, which must be the next one.
template<class T>
void readEntry(CborReader& in, std::uint64_t key, T& value) {
    if (in.nextKey() != key) return in.reject();
    readValue(in, value);
}

bool matchesCommitments(EncodedEvent const& encoded, EventHeader const& header) {
    std::size_t next = 0;
    for (auto const& section : encoded.sections) {
        if (section.index < next || section.index >= header.commitments.size()) return false;
        next = std::size_t{section.index} + 1;
        auto const& commitment = header.commitments[section.index];
        if (section.sectionClass != commitment.sectionClass) return false;
        if (sectionHash(section.bytes) != commitment.hash) return false;
    }
    return true;
}

} // namespace

bool isSound(EventHeader const& header) {
    if (header.version != envelopeVersion || header.commitments.empty()
        || header.commitments.size() > EventHeader::maxSections
        || header.parents.size() > EventHeader::maxParents
        || std::ranges::adjacent_find(header.parents, std::greater_equal<>()) != header.parents.end())
        return false;
    bool const creates = header.stream.isNil();
    if (creates != header.parents.empty()) return false;
    if (isKnownKind(header.kind) && creates != streamCreatedBy(header.kind).has_value()) return false;
    // The open section comes first and is the only one of its class; the others follow by class.
    auto const& commitments = header.commitments;
    if (commitments.front().sectionClass != SectionClass::Open) return false;
    for (std::size_t at = 1; at < commitments.size(); ++at)
        if (commitments[at].sectionClass == SectionClass::Open
            || commitments[at].sectionClass < commitments[at - 1].sectionClass)
            return false;
    return true;
}

Bytes encodeHeader(EventHeader const& header) {
    Bytes bytes;
    CborWriter out(bytes);
    FieldWriter fields(out);
    fields.required(1, header.version);
    writeValue(out.key(2), header.realm);
    fields.required(3, header.log);
    fields.required(4, header.sequence);
    fields.required(5, header.hlc.packed());
    fields.required(6, header.kind);
    fields.field(7, header.stream);
    out.key(8).array(header.parents.size());
    for (auto const& parent : header.parents)
        writeValue(out, parent);
    out.key(9).array(header.commitments.size());
    for (auto const& [sectionClass, hash] : header.commitments) {
        out.array(2);
        writeValue(out, sectionClass);
        writeValue(out, hash);
    }
    fields.finish();
    OB_ENSURE(bytes.size() <= maxHeaderBytes);
    return bytes;
}

Hash sectionHash(ByteView bytes) { return sha256(sectionPrefix, bytes); }

bool isFiledAs(EncodedEvent const& encoded, EventHeader const& header) {
    bool const creates = header.stream.isNil();
    if (encoded.creates != creates
        || encoded.stream != (creates ? StreamId(encoded.leaf.hash()) : header.stream))
        return false;
    // A version that did not know the kind of event could not know what it creates.
    return !creates || encoded.streamKind == StreamKind{}
           || encoded.streamKind == streamCreatedBy(header.kind);
}

std::string_view nameOf(EventFault fault) {
    switch (fault) {
    case EventFault::NotCanonical: return "notCanonical";
    case EventFault::TooLarge: return "tooLarge";
    case EventFault::WrongLeaf: return "wrongLeaf";
    case EventFault::WrongCommitment: return "wrongCommitment";
    case EventFault::UnsupportedVersion: return "unsupportedVersion";
    }
    return {};
}

EncodedEvent encodeEvent(EventPlace const& place, EventBody const& body, RestrictedParts const& restricted,
                         SaltSource const& salt) {
    EventHeader header{.version = envelopeVersion,
                       .realm = place.realm,
                       .log = place.log,
                       .sequence = place.sequence,
                       .hlc = place.hlc,
                       .kind = kindOf(body.fact),
                       .stream = place.stream,
                       .parents = place.parents,
                       .commitments = {}};
    auto const created = streamCreatedBy(header.kind);
    EncodedEvent encoded{.log = place.log,
                         .sequence = place.sequence,
                         .leaf = {},
                         .header = {},
                         .sections = {},
                         .stream = place.stream,
                         .streamKind = created.value_or(StreamKind{}),
                         .creates = created.has_value()};
    for (auto& [sectionClass, bytes] : encodeSections(body, restricted, salt)) {
        header.commitments.push_back({sectionClass, sectionHash(bytes)});
        encoded.sections.push_back(
            {static_cast<std::uint8_t>(encoded.sections.size()), sectionClass, std::move(bytes)});
    }
    OB_ENSURE(isSound(header));
    encoded.header = encodeHeader(header);
    encoded.leaf = EventId(leafHash(encoded.header));
    if (encoded.creates) encoded.stream = StreamId(encoded.leaf.hash());
    return encoded;
}

tl::expected<EventHeader, EventFault> decodeHeader(ByteView header) {
    if (header.size() > maxHeaderBytes) return tl::unexpected(EventFault::TooLarge);
    EventHeader read;
    std::uint64_t hlc = 0;
    CborReader in(header);
    in.enterMap();
    readEntry(in, 1, read.version);
    if (in.ok() && read.version != envelopeVersion) return tl::unexpected(EventFault::UnsupportedVersion);
    readEntry(in, 2, read.realm);
    readEntry(in, 3, read.log);
    readEntry(in, 4, read.sequence);
    readEntry(in, 5, hlc);
    readEntry(in, 6, read.kind);
    auto key = in.nextKey();
    if (key == 7) {
        readValue(in, read.stream);
        key = in.nextKey();
    }
    if (key != 8) in.reject();
    readParents(in, read.parents);
    if (in.nextKey() != 9) in.reject();
    readCommitments(in, read.commitments);
    if (in.nextKey() || !in.finish()) return tl::unexpected(EventFault::NotCanonical);
    read.hlc = Hlc(hlc);
    if (!isSound(read)) return tl::unexpected(EventFault::NotCanonical);
    return read;
}

tl::expected<Event, EventFault> decodeEvent(EncodedEvent const& encoded, AgencyIndex author,
                                            Admission admission) {
    if (leafHash(encoded.header) != encoded.leaf.hash()) return tl::unexpected(EventFault::WrongLeaf);
    auto header = decodeHeader(encoded.header);
    if (!header) return tl::unexpected(header.error());
    if (encoded.log != header->log || encoded.sequence != header->sequence || !isFiledAs(encoded, *header))
        return tl::unexpected(EventFault::WrongLeaf);
    if (!matchesCommitments(encoded, *header)) return tl::unexpected(EventFault::WrongCommitment);
    return decodeMade(encoded, *std::move(header), author, admission);
}

tl::expected<Event, EventFault> decodeMade(EncodedEvent const& encoded, EventHeader header,
                                           AgencyIndex author, Admission admission) {
    std::shared_ptr<EventBody const> body;
    std::shared_ptr<RestrictedParts> restricted;
    for (auto const& section : encoded.sections) {
        if (section.bytes.size() > maxSectionBytes) return tl::unexpected(EventFault::TooLarge);
        auto const view = viewSection(section.bytes);
        if (!view || view->sectionClass != section.sectionClass)
            return tl::unexpected(EventFault::NotCanonical);
        if (view->sectionClass == SectionClass::Open) {
            body = readOpenBody(header.kind, view->body);
        } else {
            if (!restricted) restricted = std::make_shared<RestrictedParts>();
            readRestrictedBody(*view, *restricted);
        }
    }
    return Event(encoded.leaf, std::move(header), author, std::move(body), std::move(restricted), admission);
}

} // namespace ob::core

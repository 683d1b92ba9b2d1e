// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/short_header.h"

#include "core/journal/event_codec.h"
#include "core/journal/event_sections.h"
#include "core/journal/field_values.h"
#include "core/journal/header_codec.h"

#include <algorithm>

namespace ob::net {
namespace {

bool comesAlong(core::EncodedEvent const& event, std::size_t index) {
    return std::any_of(event.sections.begin(), event.sections.end(),
                       [&](core::EncodedSection const& section) { return section.index == index; });
}

/// A header has one encoding, so with the same hashes it is made again as it is.
bool fits(core::EventHeader const& header, core::EncodedEvent const& event) {
    return std::all_of(
        event.sections.begin(), event.sections.end(), [&](core::EncodedSection const& section) {
            return section.index < header.commitments.size()
                   && header.commitments[section.index].hash == core::sectionHash(section.bytes);
        });
}

} // namespace

void ShortHeaders::writeHash(core::CborWriter& out, core::Hash const& hash, core::Hash Leaf::* part) const {
    for (std::size_t back = 1; back <= std::min(reach, m_leaves.size()); ++back)
        if (m_leaves[m_leaves.size() - back].*part == hash) return out.unsignedInt(back);
    out.bytes(hash);
}

core::Hash ShortHeaders::readHash(core::CborReader& in, core::Hash Leaf::* part) const {
    if (in.peek() == core::CborType::ByteString) return in.hash();
    std::uint64_t const back = in.unsignedUpTo(std::min(reach, m_leaves.size()));
    if (back == 0) return {};
    return m_leaves[m_leaves.size() - static_cast<std::size_t>(back)].*part;
}

bool ShortHeaders::write(core::CborWriter& out, core::EncodedEvent const& event) {
    auto header = core::decodeHeader(event.header);
    if (!header || header->realm != m_realm || header->log != m_log || header->sequence != event.sequence
        || header->hlc.packed() < m_lastHlc || !fits(*header, event))
        return false;
    out.array(5);
    out.unsignedInt(header->kind);
    out.unsignedInt(header->hlc.packed() - m_lastHlc);
    if (header->stream.isNil())
        out.unsignedInt(0);
    else
        writeHash(out, header->stream.hash(), &Leaf::stream);
    out.array(header->parents.size());
    for (core::EventId const& parent : header->parents)
        writeHash(out, parent.hash(), &Leaf::leaf);
    out.array(header->commitments.size());
    for (std::size_t index = 0; index < header->commitments.size(); ++index) {
        auto const& commitment = header->commitments[index];
        auto const sectionClass = static_cast<std::uint64_t>(commitment.sectionClass);
        if (comesAlong(event, index)) {
            out.unsignedInt(sectionClass);
            continue;
        }
        out.array(2);
        out.unsignedInt(sectionClass);
        out.bytes(commitment.hash);
    }
    m_lastHlc = header->hlc.packed();
    return true;
}

core::EventHeader ShortHeaders::read(core::CborReader& in, std::uint64_t sequence) {
    core::EventHeader header{.realm = m_realm, .log = m_log, .sequence = sequence};
    if (in.enterArray() != 5) in.reject();
    in.nextElement();
    core::readValue(in, header.kind);
    in.nextElement();
    std::uint64_t const later = in.unsignedInt();
    if (later > ~std::uint64_t{0} - m_lastHlc) in.reject();
    m_lastHlc += later;
    header.hlc = core::Hlc(m_lastHlc);
    in.nextElement();
    header.stream = core::StreamId(readHash(in, &Leaf::stream));
    in.nextElement();
    if (in.enterArray() > core::EventHeader::maxParents) in.reject();
    while (in.nextElement())
        header.parents.emplace_back(readHash(in, &Leaf::leaf));
    in.nextElement();
    if (in.enterArray() > core::EventHeader::maxSections) in.reject();
    while (in.nextElement()) {
        core::Commitment& commitment = header.commitments.emplace_back();
        if (in.peek() == core::CborType::Unsigned) {
            core::readValue(in, commitment.sectionClass);
            continue;
        }
        if (in.enterArray() != 2) in.reject();
        in.nextElement();
        core::readValue(in, commitment.sectionClass);
        in.nextElement();
        commitment.hash = in.hash();
        in.nextElement();
    }
    in.nextElement();
    return header;
}

bool ShortHeaders::complete(core::EventHeader& header, core::EncodedEvent const& event) {
    std::size_t next = 0; // a place filled twice would leave bytes that no hash covers
    for (core::EncodedSection const& section : event.sections) {
        if (section.index < next || section.index >= header.commitments.size()) return false;
        next = std::size_t{section.index} + 1;
        header.commitments[section.index].hash = core::sectionHash(section.bytes);
    }
    return true;
}

void ShortHeaders::note(core::EncodedEvent const& event) {
    m_leaves.push_back({.leaf = event.leaf.hash(), .stream = event.stream.hash()});
}

} // namespace ob::net

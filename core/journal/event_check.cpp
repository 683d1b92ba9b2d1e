// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_check.h"

#include "core/crypto/sha256.h"
#include "core/journal/event_codec.h"
#include "core/journal/event_sections.h"
#include "core/journal/merkle.h"

namespace ob::core {
namespace {

FindingReason reasonOf(EventFault fault) {
    switch (fault) {
    case EventFault::NotCanonical:
    case EventFault::TooLarge: return FindingReason::Malformed;
    case EventFault::WrongLeaf: return FindingReason::WrongLeaf;
    case EventFault::WrongCommitment: return FindingReason::WrongCommitment;
    case EventFault::UnsupportedVersion: return FindingReason::UnsupportedVersion;
    }
    return FindingReason::Malformed;
}

/// Nothing when it is sound.
std::optional<FindingReason> faultOf(EncodedSection const& section, Commitment const& commitment) {
    if (section.sectionClass != commitment.sectionClass || sectionHash(section.bytes) != commitment.hash)
        return FindingReason::WrongCommitment;
    auto const view = viewSection(section.bytes);
    if (!view || view->sectionClass != section.sectionClass) return FindingReason::Malformed;
    return std::nullopt;
}

void readOpen(std::uint16_t kind, ByteView section, EventCheck& check) {
    if (kind != LogOpened::kind && kind != SectionForgotten::kind) return;
    auto const view = viewSection(section);
    auto const body = view ? readOpenBody(kind, view->body) : nullptr;
    if (!body) return;
    if (auto const* opened = std::get_if<LogOpened>(&body->fact)) check.opening = *opened;
    if (auto const* forgotten = std::get_if<SectionForgotten>(&body->fact)) check.forgotten = *forgotten;
}

void checkSections(EncodedEvent const& event, EventHeader const& header, EventCheck& check) {
    std::uint32_t held = 0;
    for (auto const& section : event.sections) {
        bool const fits = section.index < header.commitments.size() && !(held >> section.index & 1u);
        auto const fault = fits ? faultOf(section, header.commitments[section.index])
                                : std::optional(FindingReason::WrongCommitment);
        if (fault) check.faults.push_back({FindingPart::Section, *fault});
        if (fits) held |= 1u << section.index;
        if (!fault && section.index == 0) readOpen(header.kind, section.bytes, check);
    }
    if (!(held & 1u)) check.faults.push_back({FindingPart::Section, FindingReason::OpenMissing});
    for (std::size_t at = 1; at < header.commitments.size(); ++at)
        if (!(held >> at & 1u)) check.missing = static_cast<std::uint8_t>(check.missing | 1u << at);
    if (check.missing != 0)
        for (auto const& commitment : header.commitments)
            check.classes.push_back(commitment.sectionClass);
}

} // namespace

EventCheck checkHeldEvent(EncodedEvent const& event, EventContext const& context) {
    EventCheck check;
    auto const fault = [&](FindingPart part, FindingReason reason) {
        check.faults.push_back({part, reason});
    };
    if (event.log != context.log) fault(FindingPart::Event, FindingReason::WrongLog);
    if (event.isStub()) {
        if (!event.sections.empty() || !event.stream.isNil() || event.creates)
            fault(FindingPart::Event, FindingReason::StubNotEmpty);
        return check;
    }
    if (leafHash(event.header) != event.leaf.hash()) fault(FindingPart::Header, FindingReason::WrongLeaf);
    auto const header = decodeHeader(event.header);
    if (!header) {
        fault(FindingPart::Header, reasonOf(header.error()));
        return check;
    }
    if (header->realm != context.realm) fault(FindingPart::Header, FindingReason::WrongRealm);
    if (header->log != context.log) fault(FindingPart::Header, FindingReason::WrongLog);
    if (header->sequence != event.sequence) fault(FindingPart::Header, FindingReason::WrongSequence);
    if (!isFiledAs(event, *header)) fault(FindingPart::Header, FindingReason::WrongStream);
    if (check.faults.empty()) check.hlc = header->hlc;
    checkSections(event, *header, check);
    return check;
}

} // namespace ob::core

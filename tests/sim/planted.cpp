// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/planted.h"

#include "core/journal/cbor_writer.h"
#include "core/journal/event_codec.h"
#include "core/journal/event_sections.h"
#include "core/policy/sharing.h"
#include "tests/support/fake_journal.h"

#include <algorithm>

namespace ob::sim {
namespace {

/// One event of eight, never the first of a log.
bool isSome(core::EncodedEvent const& event) { return event.sequence > 0 && event.leaf.hash().front() < 32; }

bool isNotUnderstood(core::EncodedEvent const& event) {
    auto const header = core::decodeHeader(event.header);
    return header && !core::isKnownKind(header->kind);
}

/// As if these events were nothing for the receiver.
template<class Which>
std::optional<core::Bytes> without(Which const& isHidden, net::FrameType type, core::Bytes payload) {
    if (type == net::FrameType::Batch) {
        auto batch = net::decodeBatch(payload);
        for (auto& event : batch->events)
            if (isHidden(event)) event = core::stubOf(event);
        return encode(*batch);
    }
    if (type != net::FrameType::Upgrade) return payload;
    auto upgrade = net::decodeUpgrade(payload);
    std::erase_if(upgrade->events, isHidden);
    if (upgrade->events.empty()) return std::nullopt;
    return encode(*upgrade);
}

/// Sections of the event that are held and were left out.
std::vector<core::EncodedSection> withheld(core::EncodedEvent const& event, core::FakeJournal& journal) {
    if (event.isStub()) return {};
    auto sections = journal.eventsOf(event.log).at(event.sequence).sections;
    std::erase_if(sections, [&](core::EncodedSection const& section) {
        return std::any_of(event.sections.begin(), event.sections.end(),
                           [&](auto const& given) { return given.index == section.index; });
    });
    return sections;
}

core::Bytes withASectionMore(core::Bytes payload, core::FakeJournal& journal) {
    auto batch = net::decodeBatch(payload);
    for (auto& event : batch->events) {
        auto const hidden = withheld(event, journal);
        if (hidden.empty() || !isSome(event)) continue;
        auto const before = std::find_if(event.sections.begin(), event.sections.end(),
                                         [&](auto const& each) { return each.index > hidden.front().index; });
        event.sections.insert(before, hidden.front());
    }
    return encode(*batch);
}

/// A field that nobody knows, filled up as the first word that is left out says.
core::Bytes paddedByWhatIsHidden(core::Bytes payload, core::FakeJournal& journal) {
    constexpr std::uint8_t unknownField = 9;
    auto const batch = net::decodeBatch(payload);
    for (auto const& event : batch->events)
        for (auto const& section : withheld(event, journal)) {
            ++payload.front(); // a map of fewer than 24 fields: one more
            core::CborWriter out(payload);
            out.unsignedInt(unknownField);
            out.bytes(core::Bytes(section.bytes.back() % 8));
            return payload;
        }
    return payload;
}

} // namespace

std::optional<core::Bytes> distorted(Planted fault, net::FrameType type, core::Bytes payload,
                                     Sending const& sending) {
    using net::FrameType;
    bool const isQuestion = type == FrameType::WantBodies || type == FrameType::WantStreams;
    bool const isBatchToOthers = type == FrameType::Batch && sending.isToOthers;
    if (fault == Planted::TrustsEqualSize && type == FrameType::WantBodies) return std::nullopt;
    if (fault == Planted::AsksOneRelay && isQuestion && !sending.isToFirstPeer) return std::nullopt;
    if (fault == Planted::OverlooksForks && type == FrameType::ForkQuestion) return std::nullopt;
    if (fault == Planted::HidesParents) return without(isSome, type, std::move(payload));
    if (fault == Planted::DropsUnknownKinds) return without(isNotUnderstood, type, std::move(payload));
    if (fault == Planted::ServesASectionUnasked && isBatchToOthers)
        return withASectionMore(std::move(payload), sending.journal);
    if (fault == Planted::TellsByLength && isBatchToOthers)
        return paddedByWhatIsHidden(std::move(payload), sending.journal);
    return payload;
}

} // namespace ob::sim

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/journal_edits.h"

#include "core/journal/checkpoint.h"
#include "tests/support/identity_builders.h"

#include <algorithm>

namespace ob::core {
namespace {

using Trace = std::optional<EditTrace>;

void flipBit(std::span<std::uint8_t> bytes, ValueSource& values) {
    bytes[values.below(bytes.size())] ^= static_cast<std::uint8_t>(1 << values.below(8));
}

Hash flipped(Hash hash, ValueSource& values) {
    flipBit(hash, values);
    return hash;
}

std::uint64_t indexOf(HeldLeaf const& leaf) {
    if (auto const* event = std::get_if<EncodedEvent>(&leaf)) return event->sequence;
    return std::get<StubRun>(leaf).begin;
}

/// A random leaf out of those that `suits` likes.
template<class Suits>
EncodedEvent* pickEvent(MemoryLog& log, ValueSource& values, Suits const& suits) {
    std::vector<EncodedEvent*> events;
    for (auto& leaf : log.leaves)
        if (auto* event = std::get_if<EncodedEvent>(&leaf); event != nullptr && suits(*event))
            events.push_back(event);
    return events.empty() ? nullptr : events[values.below(events.size())];
}
EncodedEvent* pickWhole(MemoryLog& log, ValueSource& values) {
    return pickEvent(log, values, [](EncodedEvent const& event) { return !event.isStub(); });
}
EncodedHead& pickHead(MemoryLog& log, ValueSource& values) {
    return log.heads[values.below(log.heads.size())];
}

template<class Change>
Trace onEvent(MemoryLog& log, ValueSource& values, Change const& change) {
    auto* event = pickWhole(log, values);
    EditTrace const trace{.indices = {event->sequence}};
    change(*event);
    return trace;
}

template<class Change>
Trace onHead(MemoryLog& log, ValueSource& values, Change const& change) {
    auto& head = pickHead(log, values);
    EditTrace trace{.indices = {head.size}};
    change(head);
    trace.indices.push_back(head.size);
    return trace;
}

template<class Change>
Trace onSection(MemoryLog& log, ValueSource& values, Change const& change) {
    return onEvent(log, values, [&](EncodedEvent& event) {
        change(event, event.sections[values.below(event.sections.size())]);
    });
}

// --- events -----------------------------------------------------------------------------------------------
Trace flipHeader(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values, [&](EncodedEvent& event) { flipBit(event.header, values); });
}
Trace cutHeader(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values, [&](EncodedEvent& event) {
        event.header.resize(1 + values.below(event.header.size() - 1));
    });
}
Trace flipLeaf(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values,
                   [&](EncodedEvent& event) { event.leaf = EventId(flipped(event.leaf.hash(), values)); });
}
Trace flipStub(MemoryLog& log, ValueSource& values) {
    auto* stub = pickEvent(log, values, [](EncodedEvent const& event) { return event.isStub(); });
    if (stub == nullptr) return std::nullopt;
    stub->leaf = EventId(flipped(stub->leaf.hash(), values));
    return EditTrace{.indices = {stub->sequence}, .isAnyLaterHeadEnough = true};
}
Trace flipRun(MemoryLog& log, ValueSource& values) {
    for (auto& leaf : log.leaves)
        if (auto* run = std::get_if<StubRun>(&leaf)) {
            run->hash = flipped(run->hash, values);
            return EditTrace{.indices = {run->begin}, .isAnyLaterHeadEnough = true};
        }
    return std::nullopt;
}
Trace changeStream(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values, [&](EncodedEvent& event) {
        event.stream = StreamId(flipped(event.stream.hash(), values));
    });
}
Trace changeCreation(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values, [](EncodedEvent& event) { event.creates = !event.creates; });
}
Trace changeLog(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values,
                   [&](EncodedEvent& event) { event.log = LogId(flipped(event.log.hash(), values)); });
}
Trace fillStub(MemoryLog& log, ValueSource& values) {
    auto* stub = pickEvent(log, values, [](EncodedEvent const& event) { return event.isStub(); });
    if (stub == nullptr) return std::nullopt;
    stub->sections.push_back({0, SectionClass::Open, Bytes{0xa0}});
    return EditTrace{.indices = {stub->sequence}};
}
Trace swapEvents(MemoryLog& log, ValueSource& values) {
    auto* first = pickWhole(log, values);
    auto* second = pickEvent(log, values, [&](EncodedEvent const& event) { return &event != first; });
    if (second == nullptr) return std::nullopt;
    std::swap(*first, *second);
    std::swap(first->sequence, second->sequence);
    return EditTrace{.indices = {first->sequence, second->sequence}};
}
Trace removeLeaf(MemoryLog& log, ValueSource& values) {
    auto const at = log.leaves.begin() + static_cast<std::ptrdiff_t>(values.below(log.leaves.size()));
    EditTrace const trace{.indices = {indexOf(*at)}};
    log.leaves.erase(at);
    return trace;
}
Trace removeTail(MemoryLog& log, ValueSource& values) {
    auto const at = log.leaves.begin() + static_cast<std::ptrdiff_t>(values.below(log.leaves.size()));
    EditTrace const trace{.indices = {indexOf(*at)}};
    log.leaves.erase(at, log.leaves.end());
    return trace;
}
Trace repeatLeaf(MemoryLog& log, ValueSource& values) {
    auto const at = log.leaves.begin() + static_cast<std::ptrdiff_t>(values.below(log.leaves.size()));
    EditTrace const trace{.indices = {indexOf(*at)}};
    log.leaves.insert(at, HeldLeaf(*at));
    return trace;
}

// --- sections ---------------------------------------------------------------------------------------------
Trace flipSection(MemoryLog& log, ValueSource& values) {
    return onSection(log, values,
                     [&](EncodedEvent&, EncodedSection& section) { flipBit(section.bytes, values); });
}
Trace cutSection(MemoryLog& log, ValueSource& values) {
    return onSection(log, values, [&](EncodedEvent&, EncodedSection& section) { section.bytes.pop_back(); });
}
Trace changeClass(MemoryLog& log, ValueSource& values) {
    return onSection(log, values, [&](EncodedEvent&, EncodedSection& section) {
        auto const before = static_cast<std::uint64_t>(section.sectionClass);
        section.sectionClass = static_cast<SectionClass>((before + 1 + values.below(4)) % 5);
    });
}
Trace moveSection(MemoryLog& log, ValueSource& values) {
    return onSection(log, values, [&](EncodedEvent&, EncodedSection& section) {
        section.index = static_cast<std::uint8_t>(section.index + 1 + values.below(9));
    });
}
Trace repeatSection(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values, [](EncodedEvent& event) {
        auto const last = event.sections.back();
        event.sections.push_back(last);
    });
}
Trace removeOpenSection(MemoryLog& log, ValueSource& values) {
    return onEvent(log, values, [](EncodedEvent& event) { event.sections.erase(event.sections.begin()); });
}
Trace swapSections(MemoryLog& log, ValueSource& values) {
    auto* first = pickWhole(log, values);
    auto* second = pickEvent(log, values, [&](EncodedEvent const& event) {
        return &event != first && !event.isStub() && event.sections[0] != first->sections[0];
    });
    if (second == nullptr) return std::nullopt;
    std::swap(first->sections[0], second->sections[0]);
    return EditTrace{.indices = {first->sequence, second->sequence}};
}

// --- heads ------------------------------------------------------------------------------------------------
Trace changeRoot(MemoryLog& log, ValueSource& values) {
    return onHead(log, values, [&](EncodedHead& head) { head.root = flipped(head.root, values); });
}
Trace changeSize(MemoryLog& log, ValueSource& values) {
    return onHead(log, values, [&](EncodedHead& head) { head.size += 1 + values.below(3); });
}
Trace changeStamp(MemoryLog& log, ValueSource& values) {
    return onHead(log, values, [&](EncodedHead& head) { head.hlc = Hlc(head.hlc.packed() ^ 1); });
}
Trace changeNote(MemoryLog& log, ValueSource& values) {
    return onHead(log, values, [&](EncodedHead& head) {
        auto& letter = head.note[values.below(head.note.size())];
        letter = static_cast<char>(letter ^ (1 << values.below(8)));
    });
}
Trace cutNote(MemoryLog& log, ValueSource& values) {
    return onHead(log, values, [&](EncodedHead& head) { head.note.resize(values.below(head.note.size())); });
}
void sign(EncodedHead& head, SecretKey const& key) {
    head.note =
        signHead({.log = head.log, .size = head.size, .root = head.root, .at = head.hlc}, key).note.encode();
}
Trace signByAnother(MemoryLog& log, ValueSource& values) {
    return onHead(log, values, [](EncodedHead& head) { sign(head, keyOf(99)); });
}
/// What only the desk itself could do: a fork.
Trace signAnotherRoot(MemoryLog& log, ValueSource& values) {
    auto& head = log.heads.back();
    head.root = flipped(head.root, values);
    sign(head, keyOf(101));
    return EditTrace{.indices = {head.size}};
}
Trace removeNewestHead(MemoryLog& log, ValueSource&) {
    log.heads.pop_back();
    return EditTrace{.indices = {log.heads.empty() ? 0 : log.heads.back().size}};
}
Trace swapHeads(MemoryLog& log, ValueSource& values) {
    if (log.heads.size() < 2) return std::nullopt;
    auto const at = values.below(log.heads.size() - 1);
    std::swap(log.heads[at], log.heads[at + 1]);
    return EditTrace{.indices = {log.heads[at].size, log.heads[at + 1].size}};
}

// --- where the log's authority comes from -----------------------------------------------------------------
Trace flipCertificate(MemoryLog& log, ValueSource& values) {
    flipBit(log.record.certificate, values);
    return EditTrace{.indices = {0}};
}
Trace changeDeskKey(MemoryLog& log, ValueSource& values) {
    flipBit(log.record.deskKey, values);
    return EditTrace{.indices = {0}};
}
Trace changeAgency(MemoryLog& log, ValueSource&) {
    log.record.agency.value ^= 1;
    return EditTrace{.indices = {0}};
}
Trace changeNonce(MemoryLog& log, ValueSource& values) {
    flipBit(log.record.nonce, values);
    return EditTrace{.indices = {0}};
}
Trace changeLane(MemoryLog& log, ValueSource&) {
    log.record.lane = log.record.lane == Lane::Live ? Lane::Bulk : Lane::Live;
    return EditTrace{.indices = {0}};
}
Trace changeId(MemoryLog& log, ValueSource& values) {
    log.record.id = LogId(flipped(log.record.id.hash(), values));
    return EditTrace{.indices = {0}};
}

} // namespace

std::vector<JournalEdit> const& journalEdits() {
    static std::vector<JournalEdit> const edits{
        {"flipHeader", flipHeader},
        {"cutHeader", cutHeader},
        {"flipLeaf", flipLeaf},
        {"flipStub", flipStub},
        {"flipRun", flipRun},
        {"changeStream", changeStream},
        {"changeCreation", changeCreation},
        {"changeLog", changeLog},
        {"fillStub", fillStub},
        {"swapEvents", swapEvents},
        {"removeLeaf", removeLeaf},
        {"removeTail", removeTail},
        {"repeatLeaf", repeatLeaf},
        {"flipSection", flipSection},
        {"cutSection", cutSection},
        {"changeClass", changeClass},
        {"moveSection", moveSection},
        {"repeatSection", repeatSection},
        {"removeOpenSection", removeOpenSection},
        {"swapSections", swapSections},
        {"changeRoot", changeRoot},
        {"changeSize", changeSize},
        {"changeStamp", changeStamp},
        {"changeNote", changeNote},
        {"cutNote", cutNote},
        {"signByAnother", signByAnother},
        {"signAnotherRoot", signAnotherRoot},
        {"removeNewestHead", removeNewestHead},
        {"swapHeads", swapHeads},
        {"flipCertificate", flipCertificate},
        {"changeDeskKey", changeDeskKey},
        {"changeAgency", changeAgency},
        {"changeNonce", changeNonce},
        {"changeLane", changeLane},
        {"changeId", changeId},
    };
    return edits;
}

bool isNamed(EditTrace const& trace, MemoryLog const& edited, std::vector<Finding> const& findings) {
    return std::ranges::any_of(findings, [&](Finding const& finding) {
        if (finding.log != edited.record.id) return false;
        if (std::ranges::find(trace.indices, finding.index) != trace.indices.end()) return true;
        return trace.isAnyLaterHeadEnough && finding.part == FindingPart::Head
               && finding.reason == FindingReason::WrongRoot && finding.index > trace.indices.front();
    });
}

} // namespace ob::core

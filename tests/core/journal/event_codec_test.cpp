// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_codec.h"

#include "core/crypto/sha256.h"
#include "core/journal/cbor_writer.h"
#include "tests/support/event_equality.h"
#include "tests/support/event_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

constexpr AgencyIndex author{3};

EncodedEvent encodeAny(EventBody const& body, RestrictedParts const& restricted, std::uint64_t seed) {
    ValueSource values(seed);
    auto const kind = std::visit([](auto const& fact) { return fact.kind; }, body.fact);
    return encodeEvent(placeFor(kind, values), body, restricted, [&] { return values.salt(); });
}

EncodedEvent encodeAny(std::uint64_t seed) {
    ValueSource values(seed);
    auto const kind = allKinds()[values.below(allKinds().size())];
    EventBody const body{.circumstance = circumstanceFrom(values), .fact = factOf(kind, values)};
    auto const parts = restrictedPartsFrom(values);
    return encodeEvent(placeFor(kind, values), body, parts, [&] { return values.salt(); });
}

/// The event with another open body, as an author of another version could have signed it.
EncodedEvent withOpenBody(EncodedEvent event, Bytes const& body, std::optional<std::uint16_t> kind = {}) {
    auto const header = decodeHeader(event.header).value();
    auto& section = event.sections.front();
    section.bytes.clear();
    CborWriter out(section.bytes);
    out.map(3);
    out.key(1).unsignedInt(0);
    out.key(2).bytes(Salt{});
    out.key(4).item(body);
    Bytes bytes;
    CborWriter head(bytes);
    head.beginMap();
    head.key(1).unsignedInt(1);
    head.key(2).bytes(header.realm);
    head.key(3).bytes(header.log.bytes());
    head.key(4).unsignedInt(header.sequence);
    head.key(5).unsignedInt(header.hlc.packed());
    head.key(6).unsignedInt(kind.value_or(header.kind));
    if (!header.stream.isNil()) head.key(7).bytes(header.stream.bytes());
    head.key(8).array(header.parents.size());
    for (auto const& parent : header.parents)
        head.bytes(parent.bytes());
    head.key(9).array(header.commitments.size());
    for (auto const& commitment : header.commitments) {
        head.array(2);
        head.unsignedInt(static_cast<std::uint64_t>(commitment.sectionClass));
        bool const isOpen = commitment.sectionClass == SectionClass::Open;
        head.bytes(isOpen ? sha256(0x02, section.bytes) : commitment.hash);
    }
    head.end();
    event.header = bytes;
    event.leaf = EventId(sha256(0x00, bytes));
    if (event.creates) event.stream = StreamId(event.leaf.hash());
    return event;
}

EncodedEvent prioritySet(Priority priority) {
    return encodeAny(EventBody{.circumstance = {}, .fact = PrioritySet{priority}}, {}, 7);
}

/// Map {1: occurredAt, 2: source, 10: what `write` appends}.
template<class Write>
Bytes bodyWith(Write const& write) {
    Bytes bytes;
    CborWriter out(bytes);
    out.beginMap();
    out.key(1).unsignedInt(1'000);
    out.key(2).unsignedInt(0);
    write(out);
    out.end();
    return bytes;
}

} // namespace

RC_GTEST_PROP(EventCodec, EveryKindReadsBackAsWritten, (std::uint64_t seed)) {
    for (auto const kind : allKinds()) {
        ValueSource values(seed + kind);
        EventBody const body{.circumstance = circumstanceFrom(values), .fact = factOf(kind, values)};
        auto const restricted = restrictedPartsFrom(values);
        auto const place = placeFor(kind, values);
        auto const encoded = encodeEvent(place, body, restricted, [&] { return values.salt(); });
        auto const event = decodeEvent(encoded, author).value();
        RC_ASSERT(event.isUnderstood());
        RC_ASSERT(isSame(event.body(), body));
        RC_ASSERT(event.restricted() == restricted);
        RC_ASSERT(event.author() == author);
        RC_ASSERT(event.header().log == place.log);
        RC_ASSERT(event.header().realm == place.realm);
        RC_ASSERT(event.header().sequence == place.sequence);
        RC_ASSERT(event.header().hlc == place.hlc);
        RC_ASSERT(event.header().kind == kind);
        RC_ASSERT(event.header().stream == place.stream);
        RC_ASSERT(event.header().parents == place.parents);
        RC_ASSERT(event.creates() == streamCreatedBy(kind).has_value());
        RC_ASSERT(event.stream() == encoded.stream);
    }
}

RC_GTEST_PROP(EventCodec, MissingSectionsAreWithheld, (std::uint64_t seed)) {
    auto encoded = encodeAny(seed);
    auto const whole = decodeEvent(encoded, author).value();
    ValueSource values(seed);
    auto const kept = [&](EncodedSection const& section) {
        return section.sectionClass == SectionClass::Open || values.oneIn(2);
    };
    std::vector<EncodedSection> sections;
    std::copy_if(encoded.sections.begin(), encoded.sections.end(), std::back_inserter(sections), kept);
    encoded.sections = sections;
    auto const event = decodeEvent(encoded, author).value();
    RC_ASSERT(isSame(event.body(), whole.body()));
    auto const holds = [&](SectionClass sectionClass) {
        return std::any_of(sections.begin(), sections.end(),
                           [&](auto const& section) { return section.sectionClass == sectionClass; });
    };
    RC_ASSERT(event.restricted().joint
              == (holds(SectionClass::Joint) ? whole.restricted().joint : std::nullopt));
    RC_ASSERT(event.restricted().sealed
              == (holds(SectionClass::Sealed) ? whole.restricted().sealed : std::nullopt));
}

RC_GTEST_PROP(EventCodec, AnyChangedBitIsFound, (std::uint64_t seed)) {
    auto encoded = encodeAny(seed);
    ValueSource values(seed + 1);
    auto const part = values.below(1 + encoded.sections.size());
    Bytes& bytes = part == 0 ? encoded.header : encoded.sections[part - 1].bytes;
    bytes[values.below(bytes.size())] ^= static_cast<std::uint8_t>(1 << values.below(8));
    auto const event = decodeEvent(encoded, author);
    RC_ASSERT(!event.has_value());
    RC_ASSERT(event.error() == (part == 0 ? EventFault::WrongLeaf : EventFault::WrongCommitment));
}

RC_GTEST_PROP(EventCodec, RubbishWithTheRightHashIsAFaultOrInert, (std::uint64_t seed)) {
    auto encoded = encodeAny(seed);
    ValueSource values(seed + 1);
    for (auto edits = 1 + values.below(3); edits > 0; --edits)
        encoded.header[values.below(encoded.header.size())] = static_cast<std::uint8_t>(values.next());
    encoded.leaf = EventId(sha256(0x00, encoded.header));
    if (auto const header = decodeHeader(encoded.header)) {
        RC_ASSERT(header->stream.isNil() == header->parents.empty());
        RC_ASSERT(!header->commitments.empty());
    }
    static_cast<void>(decodeEvent(encoded, author));
}

TEST(EventCodec, WhatStandsBesideTheHeaderMustAgreeWithIt) {
    auto const event = encodeAny(11);
    auto other = event;
    other.log = LogId(Hash{1});
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongLeaf);
    other = event;
    ++other.sequence;
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongLeaf);
    other = event;
    other.stream = StreamId(Hash{1});
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongLeaf);
    other = event;
    other.creates = !other.creates;
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongLeaf);
}

TEST(EventCodec, SectionsMustStandUnderTheirOwnCommitment) {
    EventBody const body{.circumstance = {}, .fact = NoteAdded{}};
    RestrictedParts parts;
    parts.joint.emplace().text = "a";
    parts.own.emplace().text = "b";
    auto const event = encodeAny(body, parts, 1);
    ASSERT_EQ(event.sections.size(), 3u);
    auto other = event;
    std::swap(other.sections[1].bytes, other.sections[2].bytes);
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongCommitment);
    other = event;
    other.sections[1].sectionClass = SectionClass::Own;
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongCommitment);
    other = event;
    std::swap(other.sections[1], other.sections[2]);
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongCommitment);
    other = event;
    other.sections.push_back(other.sections.back());
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongCommitment);
    other = event;
    other.sections.back().index = 9;
    EXPECT_EQ(decodeEvent(other, author).error(), EventFault::WrongCommitment);
}

TEST(EventCodec, UnknownFieldsAreSkipped) {
    auto const event = prioritySet(Priority::P1);
    auto const newer = withOpenBody(event, bodyWith([](CborWriter& out) {
                                        out.key(10).unsignedInt(2);
                                        out.key(11).text("later");
                                        out.key(4'000).null();
                                    }));
    auto const decoded = decodeEvent(newer, author).value();
    ASSERT_TRUE(decoded.isUnderstood());
    EXPECT_EQ(std::get<PrioritySet>(decoded.body().fact).priority, Priority::P2);
}

TEST(EventCodec, WrongOrMissingValuesMakeTheEventInert) {
    auto const event = prioritySet(Priority::P1);
    auto const isUnderstood = [&](auto const& write) {
        return decodeEvent(withOpenBody(event, bodyWith(write)), author).value().isUnderstood();
    };
    EXPECT_TRUE(isUnderstood([](CborWriter& out) { out.key(10).unsignedInt(4); }));
    EXPECT_FALSE(isUnderstood([](CborWriter&) {}));
    EXPECT_FALSE(isUnderstood([](CborWriter& out) { out.key(10).unsignedInt(0); }));
    EXPECT_FALSE(isUnderstood([](CborWriter& out) { out.key(10).unsignedInt(5); }));
    EXPECT_FALSE(isUnderstood([](CborWriter& out) { out.key(10).text("P1"); }));
    EXPECT_FALSE(isUnderstood([](CborWriter& out) { out.key(10).null(); }));
    EXPECT_FALSE(isUnderstood([](CborWriter& out) {
        out.key(3).text("lower case");
        out.key(10).unsignedInt(1);
    }));
}

TEST(EventCodec, ADraftIdOfSomebodyElseIsNotUnderstood) {
    EventBody const body{.circumstance = {}, .fact = LeadAccepted{EventId(Hash{1})}};
    auto const event = encodeAny(body, {}, 3);
    auto const bytes = bodyWith([](CborWriter& out) { out.key(10).bytes(EventId::ofDraft(1).bytes()); });
    EXPECT_FALSE(decodeEvent(withOpenBody(event, bytes), author).value().isUnderstood());
}

TEST(EventCodec, AnUnknownKindIsInertAndKeepsItsPlace) {
    auto const event = prioritySet(Priority::P1);
    auto const newer =
        withOpenBody(event, bodyWith([](CborWriter& out) { out.key(10).array(0); }), std::uint16_t{9'999});
    auto const decoded = decodeEvent(newer, author).value();
    EXPECT_FALSE(decoded.isUnderstood());
    EXPECT_EQ(decoded.header().kind, 9'999);
    EXPECT_EQ(decoded.stream(), event.stream);
}

TEST(EventCodec, AHeaderSaysConsistentThings) {
    auto const note = encodeAny(EventBody{.circumstance = {}, .fact = NoteAdded{}}, {}, 3);
    auto const body = bodyWith([](CborWriter&) {});
    EXPECT_TRUE(decodeHeader(withOpenBody(note, body).header).has_value());
    auto const creating = withOpenBody(note, body, IncidentOpened::kind);
    EXPECT_EQ(decodeHeader(creating.header).error(), EventFault::NotCanonical);
    auto const policy = encodeAny(EventBody{.circumstance = {}, .fact = PolicyOpened{}}, {}, 3);
    EXPECT_EQ(decodeHeader(withOpenBody(policy, body, NoteAdded::kind).header).error(),
              EventFault::NotCanonical);
    auto later = note.header;
    ASSERT_EQ(later[2], 1); // map head, key, version
    later[2] = 2;
    EXPECT_EQ(decodeHeader(later).error(), EventFault::UnsupportedVersion);
    EXPECT_EQ(decodeHeader(Bytes(maxHeaderBytes + 1)).error(), EventFault::TooLarge);
    EXPECT_EQ(decodeHeader({}).error(), EventFault::NotCanonical);
}

TEST(EventCodec, DraftIdsAreReplacedEverywhere) {
    EventBody body{.circumstance = {},
                   .fact = MergedInto{.survivor = IncidentId::ofDraft(2),
                                      .moved = {AssignmentId(Hash{7}), AssignmentId::ofDraft(5)}}};
    resolveDraftIds(body, [](std::uint32_t index) { return Hash{static_cast<std::uint8_t>(100 + index)}; });
    auto const& merged = std::get<MergedInto>(body.fact);
    EXPECT_EQ(merged.survivor, IncidentId(Hash{102}));
    EXPECT_EQ(merged.moved, (std::vector<AssignmentId>{AssignmentId(Hash{7}), AssignmentId(Hash{105})}));
}

TEST(EventCodec, ARestrictedSectionThatMakesNoSenseCountsAsWithheld) {
    RestrictedParts parts;
    parts.own.emplace().text = "x";
    EventBody const body{.circumstance = {}, .fact = NoteAdded{}};
    auto event = encodeAny(body, parts, 5);
    // The text's CBOR becomes an integer of the same length: 0x61 'x' -> 0x18 0x78.
    auto& bytes = event.sections[1].bytes;
    bytes[bytes.size() - 2] = 0x18;
    auto const old = decodeHeader(event.header).value().commitments[1].hash;
    auto const at = std::search(event.header.begin(), event.header.end(), old.begin(), old.end());
    auto const hash = sha256(0x02, bytes);
    std::copy(hash.begin(), hash.end(), at);
    event.leaf = EventId(sha256(0x00, event.header));
    auto const decoded = decodeEvent(event, author).value();
    EXPECT_TRUE(decoded.isUnderstood());
    EXPECT_FALSE(decoded.restricted().own);
}

} // namespace ob::core

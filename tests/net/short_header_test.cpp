// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/short_header.h"

#include "core/journal/event_codec.h"
#include "core/journal/merkle.h"
#include "net/messages.h"
#include "tests/support/event_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace ob::net {
namespace {

using core::EncodedEvent;

/// What a desk writes: one log, streams that go on, clocks that do not go back.
Batch writtenBatch(core::ValueSource& values, std::size_t count) {
    Batch batch{.log = core::LogId(values.hash()),
                .first = values.below(1000),
                .origin = {},
                .events = {},
                .head = {}};
    auto const realm = values.salt();
    std::uint64_t hlc = values.below(1'000'000);
    std::vector<EncodedEvent> whole;
    while (whole.size() < count) {
        auto const kind = core::allKinds()[values.below(core::allKinds().size())];
        auto place = core::placeFor(kind, values);
        place.realm = realm;
        place.log = batch.log;
        place.sequence = batch.first + whole.size();
        place.hlc = core::Hlc(hlc += values.below(3));
        if (!core::streamCreatedBy(kind) && !whole.empty() && !values.oneIn(4)) {
            auto const& before = whole[values.below(whole.size())];
            place.stream = before.stream;
            place.parents = {before.leaf};
        }
        whole.push_back(core::encodeEvent(
            place, {.circumstance = core::circumstanceFrom(values), .fact = core::factOf(kind, values)},
            core::restrictedPartsFrom(values), [&] { return values.salt(); }));
    }
    batch.events = whole;
    return batch;
}

EncodedEvent stubOf(EncodedEvent const& event) {
    return {.log = event.log,
            .sequence = event.sequence,
            .leaf = event.leaf,
            .header = {},
            .sections = {},
            .stream = {}};
}

std::size_t sectionBytes(Batch const& batch) {
    std::size_t bytes = 0;
    for (auto const& event : batch.events)
        for (auto const& section : event.sections)
            bytes += section.bytes.size();
    return bytes;
}

RC_GTEST_PROP(ShortHeader, WhatIsWithheldComesAsItWent, (std::uint64_t seed)) {
    core::ValueSource values(seed);
    Batch batch = writtenBatch(values, 1 + values.below(80));
    for (auto& event : batch.events) {
        if (values.oneIn(5))
            event = stubOf(event);
        else
            std::erase_if(event.sections,
                          [&](auto const& section) { return section.index > 0 && values.oneIn(2); });
    }
    auto const read = decodeBatch(encode(batch));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == batch);
}

TEST(ShortHeader, TakesAFewBytesWhereEverythingIsSaidAlready) {
    core::ValueSource values(3);
    core::LogId const log(values.hash());
    auto const realm = values.salt();
    Batch batch{.log = log, .first = 0, .origin = {}, .events = {}, .head = {}};
    for (std::uint64_t sequence = 0; sequence < 64; ++sequence) {
        bool const creates = sequence == 0;
        core::EventPlace place{.realm = realm,
                               .log = log,
                               .sequence = sequence,
                               .hlc = core::Hlc(1'000'000 + sequence),
                               .stream = {},
                               .parents = {}};
        if (!creates) {
            place.stream = batch.events.back().stream;
            place.parents = {batch.events.back().leaf};
        }
        core::Fact const fact = creates ? core::factOf(core::IncidentOpened::kind, values)
                                        : core::Fact(core::PrioritySet{core::Priority::P1});
        batch.events.push_back(
            core::encodeEvent(place, {.circumstance = {}, .fact = fact}, {}, [&] { return values.salt(); }));
    }
    double const above = static_cast<double>(encode(batch).size() - sectionBytes(batch)) / 64;
    EXPECT_LT(above, 20) << "bytes an event above its sections";
    auto const read = decodeBatch(encode(batch));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, batch);
}

TEST(ShortHeader, OfAnotherRealmOrWithOtherWordsIsSentWhole) {
    core::ValueSource values(4);
    Batch batch = writtenBatch(values, 3);
    auto place = core::placeFor(1, values);
    place.log = batch.log;
    place.sequence = batch.first + 2;
    batch.events[2] = core::encodeEvent(place, {.circumstance = {}, .fact = core::factOf(1, values)}, {},
                                        [&] { return values.salt(); });
    batch.events[1].sections.front().bytes.push_back(0);
    auto const read = decodeBatch(encode(batch));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->events[1].header, batch.events[1].header) << "its hash shows that the words are others";
    EXPECT_EQ(read->events[2], batch.events[2]);
}

/// A batch with one short header made by hand: [kind, later, stream, parents, classes]; its section so often.
core::Bytes batchWith(std::uint64_t stream, std::uint64_t parents, std::uint64_t parent,
                      std::size_t copies = 1) {
    core::Bytes bytes;
    core::CborWriter out(bytes);
    out.beginMap();
    out.key(0).bytes(core::RealmId{});
    out.key(1).bytes(core::LogId(core::Hash{1}).bytes());
    out.key(2).unsignedInt(0);
    out.key(4).array(1);
    out.array(2);
    out.array(5);
    out.unsignedInt(1);
    out.unsignedInt(~std::uint64_t{0});
    out.unsignedInt(stream);
    out.array(parents);
    for (std::uint64_t count = 0; count < parents; ++count)
        out.unsignedInt(parent);
    out.array(1);
    out.unsignedInt(0);
    out.array(copies);
    for (std::size_t copy = 0; copy < copies; ++copy) {
        out.array(2);
        out.unsignedInt(0);
        out.bytes(core::Bytes{1, 2, static_cast<std::uint8_t>(3 + copy)});
    }
    out.end();
    return bytes;
}

TEST(ShortHeader, ThatPointsToNothingIsRefused) {
    EXPECT_FALSE(decodeBatch(batchWith(1, 1, 1)));
    EXPECT_FALSE(decodeBatch(batchWith(0, 1, 1)));
    EXPECT_FALSE(decodeBatch(batchWith(0, 65, 0)));
    // It has the shape of a header and is none: its leaf is kept as a hash, the log's root tells who is to
    // blame.
    auto const read = decodeBatch(batchWith(0, 2, 0));
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->events.front().isStub());
}

TEST(ShortHeader, TakesNoPlaceTwice) {
    EXPECT_TRUE(decodeBatch(batchWith(0, 0, 0)));
    EXPECT_FALSE(decodeBatch(batchWith(0, 0, 0, 2))) << "one of both would be covered by no hash";
}

} // namespace
} // namespace ob::net

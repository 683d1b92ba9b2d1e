// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/hello.h"
#include "net/messages.h"
#include "tests/support/event_generators.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::net {
namespace {

core::LogId anyLog(core::ValueSource& values) { return core::LogId(values.hash()); }

core::EncodedEvent anyEvent(core::LogId log, std::uint64_t sequence, core::ValueSource& values) {
    if (values.oneIn(3))
        return {.log = log,
                .sequence = sequence,
                .leaf = core::EventId(values.hash()),
                .header = {},
                .sections = {},
                .stream = {}};
    auto const kind = core::allKinds()[values.below(core::allKinds().size())];
    auto place = core::placeFor(kind, values);
    place.log = log;
    place.sequence = sequence;
    return core::encodeEvent(
        place, {.circumstance = core::circumstanceFrom(values), .fact = core::factOf(kind, values)},
        core::restrictedPartsFrom(values), [&] { return values.salt(); });
}

Batch anyBatch(core::ValueSource& values) {
    Batch batch{.log = anyLog(values), .first = values.below(1000), .origin = {}, .events = {}, .head = {}};
    if (values.oneIn(2))
        batch.origin = Origin{.nonce = values.hash(), .lane = core::Lane::Bulk, .certificate = {1, 2, 3}};
    for (std::uint64_t count = values.below(6); count > 0; --count)
        batch.events.push_back(anyEvent(batch.log, batch.first + batch.events.size(), values));
    if (values.oneIn(2)) batch.head = "a note";
    return batch;
}

RC_GTEST_PROP(Messages, BatchesComeAsTheyWent, (std::uint64_t seed)) {
    core::ValueSource values(seed);
    Batch const batch = anyBatch(values);
    auto const read = decodeBatch(encode(batch));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == batch);
}

RC_GTEST_PROP(Messages, UpgradesComeAsTheyWent, (std::uint64_t seed)) {
    core::ValueSource values(seed);
    Upgrade upgrade{.log = anyLog(values), .events = {}};
    for (std::uint64_t sequence = 0; sequence < 12; ++sequence)
        if (auto event = anyEvent(upgrade.log, sequence, values); !event.isStub())
            upgrade.events.push_back(std::move(event));
    auto const read = decodeUpgrade(encode(upgrade));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == upgrade);
}

RC_GTEST_PROP(Messages, ChangedBytesNeverPassForSectionsOfTheirEvent, (std::uint64_t seed)) {
    core::ValueSource values(seed);
    Batch const batch = anyBatch(values);
    auto bytes = encode(batch);
    bytes[values.below(bytes.size())] ^= static_cast<std::uint8_t>(1 + values.below(255));
    auto const read = decodeBatch(bytes);
    if (!read) return;
    for (auto const& event : read->events)
        RC_ASSERT(event.isStub() || (event.log == read->log && !event.sections.empty()));
}

RC_GTEST_PROP(Messages, RubbishIsNoMessage, (std::vector<std::uint8_t> const& bytes)) {
    // Whatever comes of it: nothing crashes, and what is read can be written again.
    if (auto const batch = decodeBatch(bytes)) RC_ASSERT(decodeBatch(encode(*batch)) == batch);
    if (auto const have = decodeHave(bytes)) RC_ASSERT(decodeHave(encodeHave(*have)) == have);
    if (auto const wanted = decodeWantBodies(bytes)) RC_ASSERT(decodeWantBodies(encode(*wanted)) == wanted);
    (void)decodeHello(bytes);
    (void)decodeRefuse(bytes);
    (void)decodeUpgrade(bytes);
    (void)decodeStatement(bytes);
    (void)decodeForkQuestion(bytes);
    (void)decodePong(bytes);
    (void)decodeWantStreams(bytes);
}

TEST(Messages, RangesMustAscend) {
    core::ValueSource values(1);
    WantBodies wanted{.log = anyLog(values), .ranges = {{0, 4}, {4, 9}, {12, 13}}};
    EXPECT_EQ(decodeWantBodies(encode(wanted)), wanted);
    wanted.ranges = {{4, 9}, {0, 4}};
    EXPECT_FALSE(decodeWantBodies(encode(wanted)));
    wanted.ranges = {{4, 4}};
    EXPECT_FALSE(decodeWantBodies(encode(wanted)));
}

TEST(Hello, HoldsForItsConnectionAndItsSideAlone) {
    auto const key = core::keyOf(101);
    Hello const hello{.realm = {1},
                      .kind = core::RealmKind::Drill,
                      .certificate = {1, 2},
                      .now = *core::Instant::ofMilliseconds(5),
                      .program = "test"};
    ExporterValue const exporter{7};
    auto const read = decodeHello(encodeHello(hello, key, exporter, LinkSide::Dialled));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->hello, hello);
    EXPECT_TRUE(verifyHello(*read, key.publicKey(), exporter, LinkSide::Dialled));
    EXPECT_FALSE(verifyHello(*read, key.publicKey(), exporter, LinkSide::Accepted));
    EXPECT_FALSE(verifyHello(*read, key.publicKey(), ExporterValue{8}, LinkSide::Dialled));
    EXPECT_FALSE(verifyHello(*read, core::keyOf(102).publicKey(), exporter, LinkSide::Dialled));
}

} // namespace
} // namespace ob::net

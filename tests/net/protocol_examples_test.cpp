// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "core/journal/event_codec.h"
#include "net/blob_frame.h"
#include "net/messages.h"
#include "net/position_frame.h"
#include "tests/support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace ob::net {
namespace {

core::LogId log() {
    core::Hash hash;
    hash.fill(0x11);
    return core::LogId(hash);
}
core::Hash twos() {
    core::Hash hash;
    hash.fill(0x22);
    return hash;
}

/// The opening of an incident and a change of its priority, leaves 1 and 2 of the log, open sections alone.
Batch twoEvents() {
    Batch batch{.log = log(), .first = 1, .origin = {}, .events = {}, .head = {}};
    core::EventPlace place{.realm = {},
                           .log = log(),
                           .sequence = 1,
                           .hlc = core::Hlc(1'800'000'000'000 << 16),
                           .stream = {},
                           .parents = {}};
    place.realm.fill(0x33);
    core::Salt salt{};
    auto const add = [&](core::Fact fact) {
        salt.fill(static_cast<std::uint8_t>(0x40 + place.sequence));
        core::EventBody const body{
            .circumstance = {.occurredAt = *core::Instant::ofMilliseconds(1'800'000'000'000)},
            .fact = std::move(fact)};
        batch.events.push_back(core::encodeEvent(place, body, {}, [&] { return salt; }));
    };
    add(core::IncidentOpened{.number = *core::IncidentNumber::parse("20270115-0042"),
                             .type = *core::Code::of("FIRE-STRUCT"),
                             .priority = core::Priority::P2});
    place.sequence = 2;
    place.hlc = core::Hlc((1'800'000'000'000 << 16) + 1);
    place.stream = batch.events.front().stream;
    place.parents = {batch.events.front().leaf};
    add(core::PrioritySet{core::Priority::P1});
    return batch;
}

/// Signed by the key whose seed is 32 zeros.
core::Bytes onePosition() {
    PositionFrame frame{
        .log = log(), .stamp = {.epoch = 1, .sequence = 7}, .audience = {{0}, {2}}, .fixes = {}};
    TaggedFix fix{.unit = {},
                  .fix = {.place = *core::GeoPoint::ofE7(312'304'160, 1'214'737'010),
                          .fixedAt = *core::Instant::ofMilliseconds(1'800'000'000'000),
                          .speedCentimetresPerSecond = 1250,
                          .headingCentidegrees = 9000}};
    fix.unit.fill(0x44);
    frame.fixes = {fix};
    return encodePositions(frame, core::SecretKey::ofSeed(std::array<std::uint8_t, 32>{}));
}

/// The indented lines below the sentence that begins so, without blanks.
std::string exampleOf(std::string const& beginning) {
    std::ifstream file(sourceDir() + "/net/README.md");
    std::string const text(std::istreambuf_iterator<char>(file), {});
    auto const start = text.find("\n" + beginning);
    if (start == text.npos) return "no example of " + beginning;
    auto at = text.find("\n\n    ", start) + 2;
    std::string hex;
    while (text.compare(at, 4, "    ") == 0) {
        auto const end = text.find('\n', at);
        for (char const each : text.substr(at, end - at))
            if (each != ' ') hex += each;
        at = end + 1;
    }
    return hex;
}

TEST(ProtocolExamples, OfThePageAreWhatIsSent) {
    EXPECT_EQ(exampleOf("PING"),
              core::toHex(encode(Ping{*core::Instant::ofIso8601("2027-01-15T08:00:00Z")})));
    EXPECT_EQ(exampleOf("WANT"), core::toHex(encode(Want{.log = log(), .from = 256})));
    EXPECT_EQ(exampleOf("HAVE"),
              core::toHex(encodeHave({{.log = log(), .size = 300, .complete = 280, .root = twos()}})));
    EXPECT_EQ(exampleOf("BLOB-WANT"), core::toHex(encode(BlobWant{.hash = twos(), .from = 65536})));
    EXPECT_EQ(exampleOf("BLOB-CHUNK"),
              core::toHex(encode(BlobChunk{
                  .hash = twos(), .total = 65540, .from = 65536, .bytes = {0xde, 0xad, 0xbe, 0xef}})));
    EXPECT_EQ(exampleOf("BLOB-NONE"), core::toHex(encodeBlobNone(twos())));
    Batch batch{.log = log(), .first = 7, .origin = {}, .events = {}, .head = {}};
    batch.events.push_back({.log = log(),
                            .sequence = 7,
                            .leaf = core::EventId(twos()),
                            .header = {},
                            .sections = {},
                            .stream = {}});
    EXPECT_EQ(exampleOf("BATCH with leaf 7"), core::toHex(encode(batch)));
    EXPECT_EQ(exampleOf("BATCH with short headers"), core::toHex(encode(twoEvents())));
    EXPECT_EQ(decodeBatch(encode(twoEvents())), twoEvents());
    EXPECT_EQ(exampleOf("POSITIONS"), core::toHex(onePosition()));
}

} // namespace
} // namespace ob::net

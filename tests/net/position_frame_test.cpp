// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/position_frame.h"

#include "core/journal/cbor_writer.h"
#include "net/limits.h"
#include "tests/support/event_generators.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::net {
namespace {

TaggedFix anyFix(core::ValueSource& values) {
    auto const degrees = [&](std::uint64_t most) {
        return static_cast<std::int64_t>(values.below(2 * most + 1)) - static_cast<std::int64_t>(most);
    };
    TaggedFix each{.unit = tagOf(core::UnitId(values.hash())),
                   .fix = {.place = *core::GeoPoint::ofE7(degrees(900'000'000), degrees(1'800'000'000)),
                           .fixedAt = *core::Instant::ofMilliseconds(
                               1'800'000'000'000 + static_cast<std::int64_t>(values.below(60'000))),
                           .speedCentimetresPerSecond = {},
                           .headingCentidegrees = {}}};
    if (!values.oneIn(3))
        each.fix.speedCentimetresPerSecond = static_cast<std::uint16_t>(values.below(0x10000));
    if (!values.oneIn(3)) each.fix.headingCentidegrees = static_cast<std::uint16_t>(values.below(36'000));
    return each;
}

PositionFrame anyFrame(core::ValueSource& values, std::size_t fixes) {
    PositionFrame frame{.log = core::LogId(values.hash()),
                        .stamp = {1 + values.below(1'000'000), values.below(1'000'000)},
                        .audience = {},
                        .fixes = {}};
    if (values.oneIn(2)) frame.audience = {{0}, {2}, {5}};
    if (values.oneIn(3)) frame.gridMetres = 500;
    while (frame.fixes.size() < fixes)
        frame.fixes.push_back(anyFix(values));
    for (auto& each : frame.fixes)
        each.fix.gridMetres = frame.gridMetres;
    return frame;
}

RC_GTEST_PROP(PositionFrame, IsReadAsItWasWritten, ()) {
    core::ValueSource values(*rc::gen::arbitrary<std::uint64_t>());
    auto const key = core::keyOf(3);
    auto const frame = anyFrame(values, 1 + values.below(40));
    auto const read = decodePositions(encodePositions(frame, key));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->frame.log == frame.log);
    RC_ASSERT(read->frame.stamp == frame.stamp);
    RC_ASSERT(read->frame.audience == frame.audience);
    RC_ASSERT(read->frame.fixes.size() == frame.fixes.size());
    for (std::size_t index = 0; index < frame.fixes.size(); ++index) {
        RC_ASSERT(read->frame.fixes[index].unit == frame.fixes[index].unit);
        RC_ASSERT(read->frame.fixes[index].fix == frame.fixes[index].fix);
    }
    RC_ASSERT(verifyPositions(*read, key.publicKey()));
    RC_ASSERT(!verifyPositions(*read, core::keyOf(4).publicKey()));
}

RC_GTEST_PROP(PositionFrame, AChangedBitIsNoticed, ()) {
    core::ValueSource values(*rc::gen::arbitrary<std::uint64_t>());
    auto const key = core::keyOf(3);
    auto bytes = encodePositions(anyFrame(values, 1 + values.below(5)), key);
    bytes[values.below(bytes.size())] ^= static_cast<std::uint8_t>(1u << values.below(8));
    auto const read = decodePositions(bytes);
    RC_ASSERT((!read || !verifyPositions(*read, key.publicKey())));
}

RC_GTEST_PROP(PositionFrame, WhatIsCutOffIsNone, ()) {
    core::ValueSource values(*rc::gen::arbitrary<std::uint64_t>());
    auto bytes = encodePositions(anyFrame(values, 3), core::keyOf(3));
    bytes.resize(values.below(bytes.size()));
    RC_ASSERT(!decodePositions(bytes));
}

TEST(PositionFrame, AFixTakesAtMostThirtyTwoBytes) {
    core::ValueSource values(5);
    auto const key = core::keyOf(3);
    auto few = anyFrame(values, 1);
    auto many = few;
    while (many.fixes.size() < maxPositionFixes)
        many.fixes.push_back(anyFix(values));
    auto const more = encodePositions(many, key).size() - encodePositions(few, key).size();
    EXPECT_LE(more, 32 * (maxPositionFixes - 1));
    EXPECT_TRUE(decodePositions(encodePositions(many, key)));
}

/// A body as somebody might write it who does not keep to the page, signed all the same.
bool isTaken(std::function<void(core::CborWriter&)> const& write) {
    core::Bytes body;
    core::CborWriter out(body);
    write(out);
    core::Bytes payload;
    core::CborWriter whole(payload);
    whole.array(2);
    whole.bytes(body);
    whole.bytes(core::Signature{}.bytes);
    return decodePositions(payload).has_value();
}

void writeFix(core::CborWriter& out, std::int64_t latitude, std::uint64_t age) {
    out.array(6);
    out.bytes(UnitTag{1});
    out.signedInt(latitude);
    out.signedInt(0);
    out.unsignedInt(age);
    out.null();
    out.null();
}

TEST(PositionFrame, TakesNoPlaceOutsideTheWorldAndNoTimeBeforeTheBeginning) {
    auto const with = [](std::int64_t latitude, std::uint64_t age, std::uint64_t epoch) {
        return isTaken([&](core::CborWriter& out) {
            out.map(5);
            core::Hash log;
            log.fill(7);
            out.key(1).bytes(log);
            out.key(2).unsignedInt(epoch);
            out.key(3).unsignedInt(1);
            out.key(5).unsignedInt(1000);
            out.key(6).array(1);
            writeFix(out, latitude, age);
        });
    };
    EXPECT_TRUE(with(0, 1000, 1));
    EXPECT_FALSE(with(900'000'001, 0, 1));
    EXPECT_FALSE(with(0, 1001, 1));
    EXPECT_FALSE(with(0, 0, 0));
}

TEST(PositionFrame, TakesAnAudienceInOrderOnly) {
    auto const with = [](std::vector<std::uint64_t> const& audience) {
        return isTaken([&](core::CborWriter& out) {
            out.map(6);
            core::Hash log;
            log.fill(7);
            out.key(1).bytes(log);
            out.key(2).unsignedInt(1);
            out.key(3).unsignedInt(1);
            out.key(4).array(audience.size());
            for (auto const agency : audience)
                out.unsignedInt(agency);
            out.key(5).unsignedInt(1000);
            out.key(6).array(1);
            writeFix(out, 0, 0);
        });
    };
    EXPECT_TRUE(with({1, 2}));
    EXPECT_FALSE(with({2, 1}));
    EXPECT_FALSE(with({1, 1}));
    EXPECT_FALSE(with({}));
    EXPECT_FALSE(with({256}));
}

} // namespace
} // namespace ob::net

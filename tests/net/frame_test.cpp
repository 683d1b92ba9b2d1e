// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/frame.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace ob::net {
namespace {

using core::Bytes;
using core::ByteView;

std::vector<Frame> anyFrames() {
    auto const count = *rc::gen::inRange(0, 6);
    std::vector<Frame> frames;
    for (int at = 0; at < count; ++at)
        frames.push_back({.type = *rc::gen::arbitrary<std::uint8_t>(),
                          .flags = *rc::gen::arbitrary<std::uint8_t>(),
                          .channel = *rc::gen::arbitrary<std::uint16_t>(),
                          .payload = *rc::gen::arbitrary<Bytes>()});
    return frames;
}

TEST(Frame, IsLengthTypeFlagsChannelPayload) {
    Bytes out;
    appendFrame(out, {.type = 7, .flags = 1, .channel = 0x1234, .payload = {0xaa, 0xbb}});
    EXPECT_EQ(out, (Bytes{0, 0, 0, 6, 7, 1, 0x12, 0x34, 0xaa, 0xbb}));
}

RC_GTEST_PROP(FrameProperty, FramesComeOutOfAnyPieces, ()) {
    auto const frames = anyFrames();
    Bytes wire;
    for (auto const& frame : frames)
        appendFrame(wire, frame);
    std::vector<Frame> read;
    FrameReader reader;
    for (std::size_t at = 0; at < wire.size();) {
        auto const length = std::min(wire.size() - at, *rc::gen::inRange<std::size_t>(1, 12));
        reader.push(ByteView(wire).subspan(at, length));
        at += length;
        while (auto frame = reader.next())
            read.push_back(*std::move(frame));
    }
    RC_ASSERT(read == frames);
    RC_ASSERT(reader.fault() == FrameFault::None);
    RC_ASSERT(reader.buffered() == 0U);
}

RC_GTEST_PROP(FrameProperty, RubbishIsAFaultOrFramesAndNothingIsHeldThatIsNotNeeded, (Bytes rubbish)) {
    FrameReader reader;
    std::size_t taken = 0;
    for (auto const byte : rubbish) {
        reader.push(ByteView(&byte, 1));
        while (auto const frame = reader.next())
            taken += sizeOf(*frame);
    }
    if (reader.fault() == FrameFault::None)
        RC_ASSERT(taken + reader.buffered() == rubbish.size());
    else
        RC_ASSERT(reader.buffered() == 0U);
}

TEST(Frame, OfTheGreatestSizePassesAndOneByteMoreIsAFault) {
    Bytes wire;
    appendFrame(wire, {.type = 1, .payload = Bytes(maxPayloadBytes, 0x55)});
    ASSERT_EQ(wire.size(), maxFrameBytes);
    FrameReader reader;
    reader.push(wire);
    ASSERT_TRUE(reader.next());

    Bytes const tooLong{0, 4, 0, 0}; // 256 KiB - 4 would be the most
    FrameReader other;
    other.push(ByteView(tooLong).first(3));
    EXPECT_FALSE(other.next());
    EXPECT_EQ(other.fault(), FrameFault::None);
    other.push(ByteView(tooLong).subspan(3));
    EXPECT_FALSE(other.next());
    EXPECT_EQ(other.fault(), FrameFault::TooLong);
}

TEST(Frame, AfterAFaultNothingComesAndNothingIsKept) {
    FrameReader reader;
    reader.push(Bytes{0, 0, 0, 3});
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(reader.fault(), FrameFault::TooShort);
    Bytes sound;
    appendFrame(sound, {.type = 1});
    reader.push(sound);
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(reader.buffered(), 0U);
}

} // namespace
} // namespace ob::net

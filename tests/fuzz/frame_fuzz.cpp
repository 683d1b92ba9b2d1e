// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "net/frame.h"

#include <algorithm>

using namespace ob;

namespace {

struct Reading {
    core::Bytes frames; ///< written again
    std::size_t held;
    net::FrameFault fault;
};

Reading readInPieces(core::ByteView input, std::size_t piece) {
    net::FrameReader reader;
    Reading reading{};
    for (std::size_t at = 0; at < input.size(); at += piece) {
        reader.push(input.subspan(at, std::min(piece, input.size() - at)));
        while (auto const frame = reader.next())
            net::appendFrame(reading.frames, *frame);
        OB_ENSURE(reader.buffered() < net::maxFrameBytes);
    }
    reading.held = reader.buffered();
    reading.fault = reader.fault();
    return reading;
}

} // namespace

/// The frames read are, byte for byte, the beginning of the input, in whatever pieces it came.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    core::ByteView const input(bytes, size);
    auto const whole = readInPieces(input, std::max<std::size_t>(size, 1));
    OB_ENSURE(whole.frames.size() <= size
              && std::ranges::equal(whole.frames, input.first(whole.frames.size())));
    if (whole.fault == net::FrameFault::None) OB_ENSURE(whole.frames.size() + whole.held == size);
    for (std::size_t const piece : {std::size_t{1}, std::size_t{7}}) {
        auto const pieces = readInPieces(input, piece);
        OB_ENSURE(pieces.frames == whole.frames && pieces.held == whole.held && pieces.fault == whole.fault);
    }
    return 0;
}

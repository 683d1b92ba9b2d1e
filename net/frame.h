// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

namespace ob::net {

/// Unit of what two desks say to each other: u32 length of what follows | u8 type | u8 flags | u16 channel |
/// payload; numbers big-endian.
struct Frame {
    std::uint8_t type = 0;
    std::uint8_t flags = 0;
    std::uint16_t channel = 0;
    core::Bytes payload;
    friend bool operator==(Frame const&, Frame const&) = default;
};

constexpr std::size_t frameHeaderBytes = 8;
constexpr std::size_t maxFrameBytes = 256 * 1024; ///< all of it, header included
constexpr std::size_t maxPayloadBytes = maxFrameBytes - frameHeaderBytes;

constexpr std::size_t sizeOf(Frame const& frame) { return frameHeaderBytes + frame.payload.size(); }

/// The payload must not be longer than `maxPayloadBytes`.
void appendFrame(core::Bytes& out, Frame const& frame);

enum class FrameFault : std::uint8_t { None, TooShort, TooLong };

/// Frames out of bytes that come in any pieces. Holds what was pushed and not taken yet: take all frames
/// after each push, then that is less than one frame.
class FrameReader {
  public:
    void push(core::ByteView bytes);
    /// Nothing when the next frame is not complete, or after a fault.
    std::optional<Frame> next();
    /// A length that cannot be: nothing after it makes sense, the link has to end.
    FrameFault fault() const { return m_fault; }
    std::size_t buffered() const { return m_bytes.size() - m_taken; }

  private:
    core::Bytes m_bytes;
    std::size_t m_taken = 0;
    FrameFault m_fault = FrameFault::None;
};

} // namespace ob::net

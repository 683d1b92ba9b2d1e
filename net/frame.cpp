// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/frame.h"

#include "core/ensure.h"

namespace ob::net {
namespace {

constexpr std::size_t lengthBytes = 4;
constexpr std::size_t leastLength = frameHeaderBytes - lengthBytes;
constexpr std::size_t mostLength = maxFrameBytes - lengthBytes;

} // namespace

void appendFrame(core::Bytes& out, Frame const& frame) {
    OB_ENSURE(frame.payload.size() <= maxPayloadBytes);
    auto const length = static_cast<std::uint32_t>(leastLength + frame.payload.size());
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(length >> shift));
    out.push_back(frame.type);
    out.push_back(frame.flags);
    out.push_back(static_cast<std::uint8_t>(frame.channel >> 8));
    out.push_back(static_cast<std::uint8_t>(frame.channel));
    out.insert(out.end(), frame.payload.begin(), frame.payload.end());
}

void FrameReader::push(core::ByteView bytes) {
    if (m_fault != FrameFault::None) return;
    if (m_taken > 0) {
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_taken));
        m_taken = 0;
    }
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::optional<Frame> FrameReader::next() {
    if (m_fault != FrameFault::None || buffered() < lengthBytes) return std::nullopt;
    auto const* const at = m_bytes.data() + m_taken;
    std::size_t const length =
        std::size_t{at[0]} << 24 | std::size_t{at[1]} << 16 | std::size_t{at[2]} << 8 | at[3];
    if (length < leastLength || length > mostLength) {
        m_fault = length < leastLength ? FrameFault::TooShort : FrameFault::TooLong;
        m_bytes.clear();
        m_taken = 0;
        return std::nullopt;
    }
    if (buffered() < lengthBytes + length) return std::nullopt;
    Frame frame{.type = at[4],
                .flags = at[5],
                .channel = static_cast<std::uint16_t>(at[6] << 8 | at[7]),
                .payload = core::Bytes(at + frameHeaderBytes, at + lengthBytes + length)};
    m_taken += lengthBytes + length;
    return frame;
}

} // namespace ob::net

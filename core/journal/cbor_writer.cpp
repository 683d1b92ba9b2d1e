// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/cbor_writer.h"

#include "core/ensure.h"
#include "core/text.h"

#include <algorithm>

namespace ob::core {
namespace {

std::size_t encodeHead(std::uint8_t major, std::uint64_t argument, std::array<std::uint8_t, 9>& out) {
    auto const lead = static_cast<std::uint8_t>(major << 5);
    if (argument < 24) {
        out[0] = static_cast<std::uint8_t>(lead | argument);
        return 1;
    }
    std::size_t const size = argument <= 0xff ? 1 : argument <= 0xffff ? 2 : argument <= 0xffffffff ? 4 : 8;
    out[0] = static_cast<std::uint8_t>(lead | (size == 1 ? 24 : size == 2 ? 25 : size == 4 ? 26 : 27));
    for (std::size_t index = 0; index < size; ++index)
        out[1 + index] = static_cast<std::uint8_t>(argument >> (8 * (size - 1 - index)));
    return 1 + size;
}

} // namespace

void CborWriter::head(std::uint8_t major, std::uint64_t argument) {
    std::array<std::uint8_t, 9> encoded;
    std::size_t const size = encodeHead(major, argument, encoded);
    m_out.insert(m_out.end(), encoded.begin(), encoded.begin() + static_cast<std::ptrdiff_t>(size));
}

void CborWriter::unsignedInt(std::uint64_t value) {
    std::size_t const start = m_out.size();
    head(0, value);
    itemDone(start);
}

void CborWriter::signedInt(std::int64_t value) {
    std::size_t const start = m_out.size();
    if (value >= 0)
        head(0, static_cast<std::uint64_t>(value));
    else
        head(1, ~static_cast<std::uint64_t>(value)); // -1 - value without overflow
    itemDone(start);
}

void CborWriter::bytes(ByteView value) {
    std::size_t const start = m_out.size();
    head(2, value.size());
    m_out.insert(m_out.end(), value.begin(), value.end());
    itemDone(start);
}

void CborWriter::text(std::string_view value) {
    OB_ENSURE(isValidUtf8(value));
    std::size_t const start = m_out.size();
    head(3, value.size());
    m_out.insert(m_out.end(), value.begin(), value.end());
    itemDone(start);
}

void CborWriter::boolean(bool value) {
    std::size_t const start = m_out.size();
    m_out.push_back(value ? 0xf5 : 0xf4);
    itemDone(start);
}

void CborWriter::null() {
    std::size_t const start = m_out.size();
    m_out.push_back(0xf6);
    itemDone(start);
}

void CborWriter::item(ByteView encoded) {
    OB_ENSURE(!encoded.empty());
    std::size_t const start = m_out.size();
    m_out.insert(m_out.end(), encoded.begin(), encoded.end());
    itemDone(start);
}

void CborWriter::push(Frame frame) {
    OB_ENSURE(m_depth < m_frames.size());
    m_frames[m_depth++] = frame;
}

void CborWriter::array(std::size_t count) {
    std::size_t const start = m_out.size();
    head(4, count);
    if (count == 0) return itemDone(start);
    push({.start = start, .count = count});
}

void CborWriter::map(std::size_t count) {
    std::size_t const start = m_out.size();
    head(5, count);
    if (count == 0) return itemDone(start);
    push({.isMap = true, .start = start, .count = 2 * std::uint64_t{count}});
}

void CborWriter::beginArray() {
    push({.isOpen = true, .start = m_out.size()});
    m_out.push_back(0x80);
}

void CborWriter::beginMap() {
    push({.isMap = true, .isOpen = true, .start = m_out.size()});
    m_out.push_back(0xa0);
}

void CborWriter::end() {
    OB_ENSURE(m_depth > 0 && m_frames[m_depth - 1].isOpen);
    Frame const frame = m_frames[--m_depth];
    OB_ENSURE(!frame.isMap || frame.items % 2 == 0);
    std::array<std::uint8_t, 9> encoded;
    std::size_t const size =
        frame.isMap ? encodeHead(5, frame.items / 2, encoded) : encodeHead(4, frame.items, encoded);
    // One byte was left for the head; only 24 and more entries need the content moved.
    m_out[frame.start] = encoded[0];
    m_out.insert(m_out.begin() + static_cast<std::ptrdiff_t>(frame.start) + 1, encoded.begin() + 1,
                 encoded.begin() + static_cast<std::ptrdiff_t>(size));
    itemDone(frame.start);
}

void CborWriter::itemDone(std::size_t start) {
    while (m_depth > 0) {
        Frame& frame = m_frames[m_depth - 1];
        if (frame.isMap && frame.items % 2 == 0) {
            auto const at = [this](std::size_t offset) {
                return m_out.begin() + static_cast<std::ptrdiff_t>(offset);
            };
            OB_ENSURE(frame.keyEnd == 0
                      || std::lexicographical_compare(at(frame.keyStart), at(frame.keyEnd), at(start),
                                                      m_out.end()));
            frame.keyStart = start;
            frame.keyEnd = m_out.size();
        }
        ++frame.items;
        if (frame.isOpen || frame.items < frame.count) return;
        start = frame.start;
        --m_depth;
    }
}

} // namespace ob::core

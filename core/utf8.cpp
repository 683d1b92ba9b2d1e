// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ob::core {
namespace {

bool isContinuation(std::uint8_t byte) { return (byte & 0xc0) == 0x80; }

/// Length of the well-formed sequence at the front, 0 when there is none (Unicode table 3-7).
std::size_t sequenceLength(std::uint8_t const* at, std::size_t left) {
    std::uint8_t const lead = at[0];
    if (lead < 0x80) return 1;
    if (lead < 0xc2 || lead > 0xf4) return 0;
    std::size_t const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (left < length) return 0;
    std::uint8_t const low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    std::uint8_t const high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high) return 0;
    for (std::size_t index = 2; index < length; ++index)
        if (!isContinuation(at[index])) return 0;
    return length;
}

} // namespace

bool isValidUtf8(std::string_view text) {
    auto const* at = reinterpret_cast<std::uint8_t const*>(text.data());
    std::size_t left = text.size();
    while (left > 0) {
        // Most text is ASCII: eight bytes at a time while no high bit is set.
        if (left >= 8) {
            std::uint64_t block;
            std::memcpy(&block, at, 8);
            if ((block & 0x8080808080808080u) == 0) {
                at += 8;
                left -= 8;
                continue;
            }
        }
        std::size_t const length = sequenceLength(at, left);
        if (length == 0) return false;
        at += length;
        left -= length;
    }
    return true;
}

} // namespace ob::core

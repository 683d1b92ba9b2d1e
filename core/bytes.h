// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<std::uint8_t const>;

/// Lower-case hexadecimal, two digits a byte.
std::string toHex(ByteView bytes);
/// Nothing when the text has an odd length or a character that is not a hexadecimal digit.
std::optional<Bytes> fromHex(std::string_view text);

/// Standard base 64 (RFC 4648 section 4) with padding.
std::string toBase64(ByteView bytes);
/// Strict: padding required, no white space, unused bits zero.
std::optional<Bytes> fromBase64(std::string_view text);

inline ByteView viewOf(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

} // namespace ob::core

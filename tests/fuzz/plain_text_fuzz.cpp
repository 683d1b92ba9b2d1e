// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/bytes.h"
#include "core/ensure.h"
#include "core/instant.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

/// Hexadecimal, base 64 and times: what is accepted is written again the same way.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    using namespace ob::core;
    std::string_view const text(reinterpret_cast<char const*>(bytes), size);
    if (auto const decoded = fromHex(text)) OB_ENSURE(fromHex(toHex(*decoded)) == *decoded);
    if (auto const decoded = fromBase64(text)) OB_ENSURE(toBase64(*decoded) == text);
    if (auto const at = Instant::ofIso8601(text)) OB_ENSURE(Instant::ofIso8601(at->iso8601()) == at);
    return 0;
}

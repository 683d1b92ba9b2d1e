// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/fingerprint.h"

#include "core/crypto/sha256.h"

namespace ob::core {

std::string fingerprintOf(PublicKey const& key) {
    constexpr std::size_t groups = 6, bytesEach = 5, digitsEach = 5;
    Hash const hash = Sha256().add(viewOf("oneboard fingerprint v1")).add(0).add(key.bytes).finish();
    std::string text;
    for (std::size_t group = 0; group < groups; ++group) {
        std::uint64_t value = 0; // 40 bits, so the bias of the remainder is below 1e-7
        for (std::size_t byte = 0; byte < bytesEach; ++byte)
            value = value << 8 | hash[group * bytesEach + byte];
        std::string digits(digitsEach, '0');
        for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value /= 10)
            *digit = static_cast<char>('0' + value % 10);
        if (group > 0) text += ' ';
        text += digits;
    }
    return text;
}

} // namespace ob::core

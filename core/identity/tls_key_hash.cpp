// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/tls_key_hash.h"

#include "core/crypto/sha256.h"

namespace ob::core {

Hash tlsKeyHash(PublicKey const& key) {
    constexpr std::array<std::uint8_t, 12> prefix{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                  0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    return Sha256().add(prefix).add(key.bytes).finish();
}

} // namespace ob::core

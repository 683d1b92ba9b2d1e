// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/random.h"

#include "core/crypto/init.h"

#include <sodium/randombytes.h>

namespace ob::core {

void fillRandom(std::span<std::uint8_t> bytes) {
    initCrypto();
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_bytes.h"
#include "core/id.h"

#include <array>
#include <optional>
#include <string_view>

namespace ob::core {

using SealingKey = SecretBytes<32>;
/// Random 24 bytes are safe for any number of messages under one key.
using SealingNonce = std::array<std::uint8_t, 24>;
using PassphraseSalt = std::array<std::uint8_t, 16>;

/// What `seal` adds to the plain bytes: nonce in front, tag behind.
inline constexpr std::size_t sealingOverhead = 24 + 16;

/// XChaCha20-Poly1305-IETF: nonce || ciphertext || tag. `associated` is authenticated, not stored.
Bytes seal(SealingKey const& key, SealingNonce const& nonce, ByteView plain, ByteView associated);
/// Nothing when a byte of it, the key or `associated` is not what was sealed.
std::optional<Bytes> open(SealingKey const& key, ByteView sealed, ByteView associated);

/// Argon2id's price. Kept beside the sealed key, so that it can rise later.
struct PassphraseCost {
    std::uint64_t operations = 3;
    std::uint64_t memoryBytes = 256u << 20;

    friend bool operator==(PassphraseCost const&, PassphraseCost const&) = default;
};

/// Argon2id v1.3, one lane. Nothing when the cost is outside what `isAcceptable` allows or memory is missing.
std::optional<SealingKey> deriveKey(std::string_view passphrase, PassphraseSalt const& salt,
                                    PassphraseCost cost);
/// A cost from a file must not stop the machine: 1 to 16 operations, 8 KiB to 1 GiB.
bool isAcceptable(PassphraseCost cost);

/// Keyed BLAKE2b-256: finds a personal value (a telephone number) exactly, without an index of the values.
Hash lookupHash(SealingKey const& key, ByteView value);

} // namespace ob::core

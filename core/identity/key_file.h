// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "core/crypto/signing.h"

#include <tl/expected.hpp>

#include <string_view>

namespace ob::core {

// The bytes of a key file (mode 0600): public key, and the seed either as it is or sealed under a passphrase
// (Argon2id, XChaCha20-Poly1305). They hold a secret: wipe them after use.

/// What sealing needs from outside: random salt and nonce, the price of a guess.
struct PassphraseSealing {
    std::string_view passphrase; ///< not empty
    PassphraseSalt salt{};
    SealingNonce nonce{};
    PassphraseCost cost;
};

enum class KeyFileFault : std::uint8_t {
    Malformed,          ///< not a key file
    PassphraseRequired, ///< it is sealed and no passphrase was given
    WrongPassphrase,    ///< or the file was changed
    NotAffordable,      ///< Argon2id's price in the file is outside what is acceptable, or memory is missing
};

Bytes encodeKeyFile(SecretKey const& key);
/// Nothing when there is not enough memory for the price.
std::optional<Bytes> encodeKeyFile(SecretKey const& key, PassphraseSealing const& sealing);

struct KeyFileOutside {
    PublicKey publicKey; ///< as the file says; proven only by decodeKeyFile
    bool isSealed = false;
};
/// Without the passphrase.
tl::expected<KeyFileOutside, KeyFileFault> readKeyFileOutside(ByteView file);
/// `passphrase` may be empty for a file that is not sealed.
tl::expected<SecretKey, KeyFileFault> decodeKeyFile(ByteView file, std::string_view passphrase);

} // namespace ob::core

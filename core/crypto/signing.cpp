// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/signing.h"

#include "core/crypto/init.h"
#include "core/ensure.h"

#include <sodium/crypto_sign_ed25519.h>

namespace ob::core {

SecretKey SecretKey::ofSeed(std::span<std::uint8_t const, 32> seed) {
    initCrypto();
    SecretKey key;
    OB_ENSURE(crypto_sign_ed25519_seed_keypair(key.m_publicKey.bytes.data(), key.m_expanded.fill().data(),
                                               seed.data())
              == 0);
    return key;
}

Signature SecretKey::sign(ByteView message) const {
    Signature signature;
    OB_ENSURE(crypto_sign_ed25519_detached(signature.bytes.data(), nullptr, message.data(), message.size(),
                                           m_expanded.view().data())
              == 0);
    return signature;
}

bool verify(PublicKey const& key, ByteView message, Signature const& signature) {
    initCrypto();
    return crypto_sign_ed25519_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                               key.bytes.data())
           == 0;
}

} // namespace ob::core

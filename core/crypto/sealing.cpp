// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sealing.h"

#include "core/crypto/init.h"
#include "core/ensure.h"

#include <algorithm>
#include <sodium/crypto_aead_xchacha20poly1305.h>
#include <sodium/crypto_generichash.h>
#include <sodium/crypto_pwhash.h>

namespace ob::core {

Bytes seal(SealingKey const& key, SealingNonce const& nonce, ByteView plain, ByteView associated) {
    static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES
                  == sealingOverhead);
    initCrypto();
    Bytes sealed(plain.size() + sealingOverhead);
    std::copy(nonce.begin(), nonce.end(), sealed.begin());
    OB_ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce.size(), nullptr, plain.data(),
                                                         plain.size(), associated.data(), associated.size(),
                                                         nullptr, nonce.data(), key.view().data())
              == 0);
    return sealed;
}

std::optional<Bytes> open(SealingKey const& key, ByteView sealed, ByteView associated) {
    initCrypto();
    if (sealed.size() < sealingOverhead) return std::nullopt;
    constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    Bytes plain(sealed.size() - sealingOverhead);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + nonceSize,
                                                   sealed.size() - nonceSize, associated.data(),
                                                   associated.size(), sealed.data(), key.view().data())
        != 0)
        return std::nullopt;
    return plain;
}

bool isAcceptable(PassphraseCost cost) {
    return cost.operations >= 1 && cost.operations <= 16 && cost.memoryBytes >= (8u << 10)
           && cost.memoryBytes <= (1u << 30);
}

std::optional<SealingKey> deriveKey(std::string_view passphrase, PassphraseSalt const& salt,
                                    PassphraseCost cost) {
    static_assert(crypto_pwhash_argon2id_SALTBYTES == std::tuple_size_v<PassphraseSalt>);
    initCrypto();
    if (!isAcceptable(cost)) return std::nullopt;
    SealingKey key;
    if (crypto_pwhash_argon2id(key.fill().data(), SealingKey::size, passphrase.data(), passphrase.size(),
                               salt.data(), cost.operations, static_cast<std::size_t>(cost.memoryBytes),
                               crypto_pwhash_argon2id_ALG_ARGON2ID13)
        != 0)
        return std::nullopt;
    return key;
}

Hash lookupHash(SealingKey const& key, ByteView value) {
    initCrypto();
    Hash hash;
    OB_ENSURE(crypto_generichash(hash.data(), hash.size(), value.data(), value.size(), key.view().data(),
                                 SealingKey::size)
              == 0);
    return hash;
}

} // namespace ob::core

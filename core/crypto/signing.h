// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/crypto/secret_bytes.h"

#include <array>
#include <compare>
#include <span>

namespace ob::core {

/// Ed25519 public key as in RFC 8032. Any 32 bytes are a value; one that is no point verifies nothing.
struct PublicKey {
    std::array<std::uint8_t, 32> bytes{};
    friend auto operator<=>(PublicKey const&, PublicKey const&) = default;
};

struct Signature {
    std::array<std::uint8_t, 64> bytes{};
    friend auto operator<=>(Signature const&, Signature const&) = default;
};

/// Ed25519 secret key: seed and what libsodium expands from it. Move only; wiped when it goes.
class SecretKey {
  public:
    static SecretKey ofSeed(std::span<std::uint8_t const, 32> seed);

    PublicKey const& publicKey() const { return m_publicKey; }
    Signature sign(ByteView message) const;
    /// The 32 bytes that make this key again: only for writing it, sealed, to a file.
    std::span<std::uint8_t const, 32> seed() const { return m_expanded.view().first<32>(); }

  private:
    SecretKey() = default;
    SecretBytes<64> m_expanded; // libsodium's order: seed, then public key
    PublicKey m_publicKey;
};

/// Stricter than RFC 8032 in libsodium's way: S must be reduced, R and the key must be canonical and not of
/// small order. False for any other reason too.
[[nodiscard]] bool verify(PublicKey const& key, ByteView message, Signature const& signature);

} // namespace ob::core

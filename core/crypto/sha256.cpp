// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sha256.h"

#include <new>
#include <sodium/crypto_hash_sha256.h>

namespace ob::core {
namespace {

using State = crypto_hash_sha256_state;

State* stateIn(std::byte* room) { return std::launder(reinterpret_cast<State*>(room)); }

} // namespace

Sha256::Sha256() {
    static_assert(sizeof(State) <= sizeof m_state && alignof(State) <= 8);
    crypto_hash_sha256_init(new (m_state.data()) State);
}

Sha256& Sha256::add(ByteView bytes) {
    crypto_hash_sha256_update(stateIn(m_state.data()), bytes.data(), bytes.size());
    return *this;
}

Hash Sha256::finish() {
    Hash hash;
    crypto_hash_sha256_final(stateIn(m_state.data()), hash.data());
    return hash;
}

Hash sha256(ByteView bytes) {
    Hash hash;
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

Hash sha256(std::uint8_t prefix, ByteView bytes) { return Sha256().add(prefix).add(bytes).finish(); }

Hash sha256(std::uint8_t prefix, Hash const& left, Hash const& right) {
    return Sha256().add(prefix).add(left).add(right).finish();
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The plain calls: those that replace them look the algorithm up for every hash, which costs as much as
// hashing the short texts of a journal.
#define OPENSSL_API_COMPAT 0x10101000L
#include "core/crypto/sha256.h"

#include <new>
#include <openssl/sha.h>

namespace ob::core {
namespace {

using State = SHA256_CTX;

State* stateIn(std::byte* room) { return std::launder(reinterpret_cast<State*>(room)); }

} // namespace

Sha256::Sha256() {
    static_assert(sizeof(State) <= sizeof m_state && alignof(State) <= 8);
    SHA256_Init(new (m_state.data()) State);
}

Sha256& Sha256::add(ByteView bytes) {
    SHA256_Update(stateIn(m_state.data()), bytes.data(), bytes.size());
    return *this;
}

Hash Sha256::finish() {
    Hash hash;
    SHA256_Final(hash.data(), stateIn(m_state.data()));
    return hash;
}

Hash sha256(ByteView bytes) { return Sha256().add(bytes).finish(); }

Hash sha256(std::uint8_t prefix, ByteView bytes) { return Sha256().add(prefix).add(bytes).finish(); }

Hash sha256(std::uint8_t prefix, Hash const& left, Hash const& right) {
    return Sha256().add(prefix).add(left).add(right).finish();
}

} // namespace ob::core

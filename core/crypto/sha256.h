// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <array>
#include <cstddef>

namespace ob::core {

/// SHA-256 (FIPS 180-4) of what is added, piece by piece; the pieces are not copied together.
class Sha256 {
  public:
    Sha256();
    Sha256& add(ByteView bytes);
    Sha256& add(std::uint8_t byte) { return add(ByteView(&byte, 1)); }
    /// Once only: the object is spent afterwards.
    Hash finish();

  private:
    // Room for OpenSSL's state, so that its header stays out of ours; the size is checked in the source.
    alignas(8) std::array<std::byte, 112> m_state;
};

Hash sha256(ByteView bytes);
/// SHA-256(prefix || bytes): how every kind of hash in the journal is kept apart from the others.
Hash sha256(std::uint8_t prefix, ByteView bytes);
/// SHA-256(prefix || left || right).
Hash sha256(std::uint8_t prefix, Hash const& left, Hash const& right);

} // namespace ob::core

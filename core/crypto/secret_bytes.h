// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace ob::core {

/// Overwrites memory in a way that the compiler may not leave out.
void wipe(std::span<std::uint8_t> bytes);

/// A secret of fixed length: cannot be copied, leaves nothing behind when moved from or destroyed.
template<std::size_t Size>
class SecretBytes {
  public:
    static constexpr std::size_t size = Size;

    SecretBytes() = default; ///< all zero, to be filled through `fill()`
    explicit SecretBytes(std::span<std::uint8_t const, Size> bytes) {
        for (std::size_t at = 0; at < Size; ++at)
            m_bytes[at] = bytes[at];
    }
    SecretBytes(SecretBytes&& other) noexcept : m_bytes(other.m_bytes) { wipe(other.m_bytes); }
    SecretBytes& operator=(SecretBytes&& other) noexcept {
        if (this != &other) {
            m_bytes = other.m_bytes;
            wipe(other.m_bytes);
        }
        return *this;
    }
    SecretBytes(SecretBytes const&) = delete;
    SecretBytes& operator=(SecretBytes const&) = delete;
    ~SecretBytes() { wipe(m_bytes); }

    std::span<std::uint8_t const, Size> view() const { return m_bytes; }
    std::span<std::uint8_t, Size> fill() { return m_bytes; }

  private:
    std::array<std::uint8_t, Size> m_bytes{};
};

} // namespace ob::core

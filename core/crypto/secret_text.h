// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_bytes.h"

#include <string_view>
#include <vector>

namespace ob::core {

/// What somebody typed and nobody else may read: cannot be copied, leaves nothing behind. UTF-8 as it was
/// typed.
class SecretText {
  public:
    SecretText() = default;
    explicit SecretText(std::string_view text) : m_bytes(text.begin(), text.end()) {}
    SecretText(SecretText&&) noexcept = default; // hands the memory over
    SecretText& operator=(SecretText&& other) noexcept {
        wipe(m_bytes);
        m_bytes = std::move(other.m_bytes);
        return *this;
    }
    SecretText(SecretText const&) = delete;
    SecretText& operator=(SecretText const&) = delete;
    ~SecretText() { wipe(m_bytes); }

    bool isEmpty() const { return m_bytes.empty(); }
    std::string_view view() const { return {reinterpret_cast<char const*>(m_bytes.data()), m_bytes.size()}; }

  private:
    std::vector<std::uint8_t> m_bytes;
};

} // namespace ob::core

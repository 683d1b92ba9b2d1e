// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"

#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// For somebody who waits for it at a screen: about 0.1 s and 64 MiB (libsodium's interactive limits).
inline constexpr PassphraseCost signInCost{.operations = 2, .memoryBytes = 64u << 20};

/// What is kept of a passphrase: Argon2id v1.3 with a salt of its own, in the usual writing
/// `$argon2id$v=19$m=…,t=…,p=1$salt$hash`. Proves that somebody knows it and tells nobody what it is. Any
/// thread.
class PassphraseHash {
  public:
    /// With a new salt. Nothing when the cost is not acceptable or memory is missing.
    static std::optional<PassphraseHash> of(std::string_view passphrase, PassphraseCost cost = signInCost);
    /// Nothing for another writing, and for a cost that could stop the machine (`isAcceptable`).
    static std::optional<PassphraseHash> parse(std::string_view text);

    /// Takes as long as making it did. False for any other reason, too.
    [[nodiscard]] bool matches(std::string_view passphrase) const;
    /// It was made at another cost: make it anew when the passphrase is at hand.
    bool isOutdated(PassphraseCost cost = signInCost) const;
    std::string const& text() const { return m_text; }

    static constexpr std::size_t maxLength = 127;

  private:
    explicit PassphraseHash(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

} // namespace ob::core

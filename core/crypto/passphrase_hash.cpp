// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/passphrase_hash.h"

#include "core/crypto/init.h"

#include <array>
#include <charconv>
#include <sodium/crypto_pwhash.h>
#include <sodium/crypto_pwhash_argon2id.h>

namespace ob::core {
namespace {

static_assert(PassphraseHash::maxLength + 1 == crypto_pwhash_argon2id_STRBYTES);
using Buffer = std::array<char, crypto_pwhash_argon2id_STRBYTES>;

Buffer bufferOf(std::string const& text) {
    Buffer buffer{};
    text.copy(buffer.data(), buffer.size() - 1);
    return buffer;
}

bool take(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

bool takeNumber(std::string_view& text, std::uint64_t& number) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

/// What the text says it costs. Anything else in it is libsodium's to judge.
std::optional<PassphraseCost> costOf(std::string_view text) {
    std::uint64_t kibibytes = 0;
    PassphraseCost cost;
    if (!take(text, "$argon2id$v=19$m=") || !takeNumber(text, kibibytes) || !take(text, ",t=")
        || !takeNumber(text, cost.operations) || !take(text, ",p=1$") || kibibytes > (1u << 20))
        return std::nullopt;
    cost.memoryBytes = kibibytes << 10;
    return cost;
}

} // namespace

std::optional<PassphraseHash> PassphraseHash::of(std::string_view passphrase, PassphraseCost cost) {
    initCrypto();
    Buffer buffer{};
    if (!isAcceptable(cost)
        || crypto_pwhash_argon2id_str(buffer.data(), passphrase.data(), passphrase.size(), cost.operations,
                                      static_cast<std::size_t>(cost.memoryBytes))
               != 0)
        return std::nullopt;
    return PassphraseHash(buffer.data());
}

std::optional<PassphraseHash> PassphraseHash::parse(std::string_view text) {
    if (text.size() > maxLength || text.find('\0') != std::string_view::npos) return std::nullopt;
    auto const cost = costOf(text);
    if (!cost || !isAcceptable(*cost)) return std::nullopt;
    PassphraseHash hash{std::string(text)};
    // Salt and hash are judged by asking about them; -1 says that the text cannot be read.
    initCrypto();
    auto const buffer = bufferOf(hash.m_text);
    if (crypto_pwhash_argon2id_str_needs_rehash(buffer.data(), cost->operations,
                                                static_cast<std::size_t>(cost->memoryBytes))
        != 0)
        return std::nullopt;
    return hash;
}

bool PassphraseHash::matches(std::string_view passphrase) const {
    initCrypto();
    auto const buffer = bufferOf(m_text);
    return crypto_pwhash_argon2id_str_verify(buffer.data(), passphrase.data(), passphrase.size()) == 0;
}

bool PassphraseHash::isOutdated(PassphraseCost cost) const { return costOf(m_text) != cost; }

} // namespace ob::core

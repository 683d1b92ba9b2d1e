// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ob::store {

// FTS5 answers a prefix query by merging the lists of all words that begin so, before the first hit: 400 ms
// for "2" over a million incident numbers, and its own prefix indexes would also hold every Han character
// twice. So the beginnings of words are tokens themselves, and a short prefix is an exact token.

/// Beginnings of up to so many code points are tokens: a date in an incident number has eight digits.
inline constexpr std::size_t maxIndexedPrefix = 8;

/// core/text.h `segment`, followed by the beginnings of its words.
std::string indexTokens(std::string_view text);

/// core/text.h `searchQuery` with its short prefixes as exact tokens. Nothing when the text has no word.
std::optional<std::string> indexQuery(std::string_view text);

} // namespace ob::store

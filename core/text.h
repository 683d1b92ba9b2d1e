// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// Well-formed UTF-8 as in RFC 3629: no surrogates, no overlong forms. The empty text is valid.
bool isValidUtf8(std::string_view text);

/// Code points, each malformed byte counting as one.
std::size_t codePointCount(std::string_view text);
inline bool fitsCodePoints(std::string_view text, std::size_t limit) {
    return text.size() <= limit || codePointCount(text) <= limit;
}

/// One line of text as an operator typed it: NFKC (full-width letters, digits and punctuation become
/// half-width), invisible characters removed, every run of white space or control characters one blank,
/// none at the ends. Malformed bytes become U+FFFD; never fails. Idempotent.
std::string normalise(std::string_view text);

/// Unicode case folding (and NFKC, which folding can undo). Two words are the same word when
/// `foldCase(normalise(word))` is.
std::string foldCase(std::string_view text);

/// Tokens of a text for an FTS5 column, separated by single blanks; empty when there is nothing to find.
///
/// The column is to be declared with `tokenize = 'ascii'`: it takes every code point above U+007F as part
/// of a token and leaves it alone, while `unicode61` drops Han characters that are newer than its tables.
/// Case, width and accents are already folded here.
///
/// A run of Han characters (kana and hangul count as such) gives all its bigrams in order, then its single
/// characters: 滨江路 → `滨江 江路 滨 江 路`. So consecutive bigrams stand at consecutive positions and a
/// phrase finds any substring, and because every run ends in single characters, no phrase of bigrams
/// reaches from one run into the next.
/// A run of other letters and digits gives the whole word in lower case (E07 → `e07`). Four or more digits
/// in a row also give themselves, their last four and their last three, so that an incident number is found
/// by its suffix. Punctuation gives nothing. 消E07 gives `消 e07`.
std::string segment(std::string_view text);

/// The FTS5 MATCH expression that finds what `segment` indexed: all words must occur; a Han run is a phrase
/// of its bigrams, a single Han character its token, any other word a prefix. Every token is quoted and
/// holds letters and digits only, so nothing typed can become syntax. At most `maxQueryWords` words count.
/// Nothing when the text has no word.
std::optional<std::string> searchQuery(std::string_view text);

inline constexpr std::size_t maxQueryWords = 16;
/// Code points of a word that count, in the index and in a query; of a Han run in a query only.
inline constexpr std::size_t maxWordCodePoints = 64;

} // namespace ob::core

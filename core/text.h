// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

} // namespace ob::core

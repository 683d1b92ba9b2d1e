// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/search_tokens.h"

#include "core/text.h"

#include <algorithm>
#include <vector>

namespace ob::store {
namespace {

/// Bytes of the first `count` code points of valid UTF-8.
std::size_t lengthOf(std::string_view word, std::size_t count) {
    std::size_t at = 0;
    for (; at < word.size() && count > 0; --count) {
        ++at;
        while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xc0) == 0x80)
            ++at;
    }
    return at;
}

/// Han tokens have one or two characters of three or four bytes and need no beginnings.
bool isWord(std::string_view token) { return static_cast<unsigned char>(token.front()) < 0xe2; }

template<class Visit>
void eachToken(std::string_view tokens, std::string_view separator, Visit visit) {
    while (!tokens.empty()) {
        std::size_t const end = std::min(tokens.find(separator), tokens.size());
        visit(tokens.substr(0, end));
        tokens.remove_prefix(std::min(end + separator.size(), tokens.size()));
    }
}

} // namespace

std::string indexTokens(std::string_view text) {
    std::string const plain = core::segment(text);
    std::vector<std::string_view> words;
    eachToken(plain, " ", [&](std::string_view token) {
        if (isWord(token)) words.push_back(token);
    });
    std::ranges::sort(words);
    std::string tokens = plain;
    std::string_view before;
    for (std::string_view const word : words) {
        for (std::size_t count = 1; count <= maxIndexedPrefix; ++count) {
            std::string_view const beginning = word.substr(0, lengthOf(word, count));
            if (beginning.size() == word.size()) break;
            // In order, words with the same beginning are neighbours: it stands there already.
            if (before.size() > beginning.size() && before.starts_with(beginning)) continue;
            tokens += ' ';
            tokens += beginning;
        }
        before = word;
    }
    return tokens;
}

std::optional<std::string> indexQuery(std::string_view text) {
    auto const typed = core::searchQuery(text);
    if (!typed) return std::nullopt;
    std::string query;
    eachToken(*typed, " AND ", [&](std::string_view term) {
        if (!query.empty()) query += " AND ";
        std::string_view const word = term.substr(1, term.size() - std::min<std::size_t>(term.size(), 3));
        bool const isShortPrefix =
            term.ends_with("\"*") && isWord(word) && lengthOf(word, maxIndexedPrefix) == word.size();
        query += isShortPrefix ? term.substr(0, term.size() - 1) : term;
    });
    return query;
}

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <new>
#include <vector>

namespace ob::core {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Calls `visit` with each code point; a malformed byte is U+FFFD.
template<class Visit>
void eachCodePoint(std::string_view text, Visit visit) {
    auto const* const bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    std::size_t at = 0;
    while (at < text.size()) {
        if (bytes[at] < 0x80) {
            visit(static_cast<char32_t>(bytes[at++]));
            continue;
        }
        utf8proc_int32_t point = 0;
        auto const length =
            utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        visit(length > 0 ? static_cast<char32_t>(point) : replacement);
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
}

void append(std::string& text, char32_t point) {
    if (point < 0x80) {
        text.push_back(static_cast<char>(point));
        return;
    }
    utf8proc_uint8_t bytes[4];
    auto const length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(point), bytes);
    text.append(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(length));
}

std::string repaired(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    eachCodePoint(text, [&](char32_t point) { append(valid, point); });
    return valid;
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

/// None of the mappings here changes more of it than its case.
void appendMappedAscii(std::string& to, std::string_view text, unsigned options) {
    bool const folds = (options & UTF8PROC_CASEFOLD) != 0;
    for (char const letter : text)
        to.push_back(folds && letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A'))
                                                             : letter);
}

/// Malformed bytes are repaired first, so only memory can run out.
void appendMapped(std::string& to, std::string_view text, unsigned options) {
    std::string const valid = repaired(text);
    utf8proc_uint8_t* result = nullptr;
    auto const length = utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(valid.data()),
                                     static_cast<utf8proc_ssize_t>(valid.size()), &result,
                                     static_cast<utf8proc_option_t>(options));
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> const owner(result, &std::free);
    if (length < 0) throw std::bad_alloc();
    to.append(reinterpret_cast<char const*>(result), static_cast<std::size_t>(length));
}

/// Text mapped by utf8proc, line by line: a line feed combines with nothing, and most lines are ASCII.
std::string mapped(std::string_view text, unsigned options) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        std::size_t const end = text.find('\n');
        std::string_view const line = text.substr(0, end == text.npos ? end : end + 1);
        if (isAscii(line))
            appendMappedAscii(result, line, options);
        else
            appendMapped(result, line, options);
        text.remove_prefix(line.size());
    }
    return result;
}

bool isBlank(char32_t point) {
    if (point < 0x80) return point <= U' ' || point == 0x7f;
    auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS
           || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/// Han, and the other scripts written without blanks between words.
bool isHan(char32_t point) {
    if (point < 0x2E80) return false;
    struct Range {
        char32_t first, last;
    };
    constexpr Range ranges[] = {{0x2E80, 0x2FDF}, {0x3005, 0x3007},  {0x3021, 0x3029}, {0x3031, 0x3035},
                                {0x3038, 0x303C}, {0x3041, 0x30FF},  {0x3105, 0x312F}, {0x31A0, 0x31BF},
                                {0x31F0, 0x31FF}, {0x3400, 0x4DBF},  {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3},
                                {0xF900, 0xFAFF}, {0x20000, 0x3FFFD}};
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](Range const& range) { return range.first <= point && point <= range.last; });
}

bool isWordCharacter(char32_t point) {
    if (point < 0x80)
        return (point >= U'0' && point <= U'9') || (point >= U'a' && point <= U'z')
               || (point >= U'A' && point <= U'Z');
    auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO)
           || (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

enum class PieceKind { Nothing, Han, Word };

struct Piece {
    PieceKind kind{};
    std::u32string text;
};

PieceKind kindOf(char32_t point) {
    if (isHan(point)) return isWordCharacter(point) ? PieceKind::Han : PieceKind::Nothing;
    return isWordCharacter(point) ? PieceKind::Word : PieceKind::Nothing;
}

/// Han runs and words in order, folded so that width, case and accents make no difference.
std::vector<Piece> piecesOf(std::string_view text) {
    std::string const plain = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT
                                               | UTF8PROC_IGNORE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    std::vector<Piece> pieces;
    PieceKind last = PieceKind::Nothing;
    eachCodePoint(plain, [&](char32_t point) {
        PieceKind const kind = kindOf(point);
        if (kind != PieceKind::Nothing) {
            if (kind != last) pieces.push_back({.kind = kind, .text = {}});
            pieces.back().text.push_back(point);
        }
        last = kind;
    });
    return pieces;
}

std::string encoded(std::u32string_view points) {
    std::string text;
    for (char32_t const point : points)
        append(text, point);
    return text;
}

void addToken(std::string& tokens, std::u32string_view token) {
    if (!tokens.empty()) tokens.push_back(' ');
    tokens += encoded(token.substr(0, maxWordCodePoints));
}

void addWord(std::string& tokens, std::u32string_view word) {
    addToken(tokens, word);
    auto const isDigit = [](char32_t point) { return point >= U'0' && point <= U'9'; };
    for (std::size_t at = 0; at < word.size(); ++at) {
        std::size_t end = at;
        while (end < word.size() && isDigit(word[end]))
            ++end;
        auto const digits = word.substr(at, end - at);
        if (digits.size() >= 4) {
            if (digits.size() < word.size()) addToken(tokens, digits);
            if (digits.size() > 4) addToken(tokens, digits.substr(digits.size() - 4));
            addToken(tokens, digits.substr(digits.size() - 3));
        }
        at = end;
    }
}

void addHanRun(std::string& tokens, std::u32string_view run) {
    for (std::size_t at = 0; at + 1 < run.size(); ++at)
        addToken(tokens, run.substr(at, 2));
    for (std::size_t at = 0; at < run.size(); ++at)
        addToken(tokens, run.substr(at, 1));
}

/// Phrase of bigrams, or the single character. Tokens hold no quote: quoting needs no escape.
std::string hanPhrase(std::u32string_view run) {
    run = run.substr(0, maxWordCodePoints);
    std::string phrase = "\"" + encoded(run.substr(0, 2));
    for (std::size_t at = 1; at + 1 < run.size(); ++at)
        phrase += ' ' + encoded(run.substr(at, 2));
    return phrase + '"';
}

} // namespace

std::size_t codePointCount(std::string_view text) {
    std::size_t count = 0;
    eachCodePoint(text, [&](char32_t) { ++count; });
    return count;
}

std::string normalise(std::string_view text) {
    std::string const composed =
        mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE);
    std::string line;
    line.reserve(composed.size());
    bool blankPending = false;
    eachCodePoint(composed, [&](char32_t point) {
        if (isBlank(point)) {
            blankPending = !line.empty();
            return;
        }
        if (blankPending) line.push_back(' ');
        blankPending = false;
        append(line, point);
    });
    return line;
}

std::string foldCase(std::string_view text) {
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
}

std::string segment(std::string_view text) {
    std::string tokens;
    for (Piece const& piece : piecesOf(text)) {
        if (piece.kind == PieceKind::Han)
            addHanRun(tokens, piece.text);
        else
            addWord(tokens, piece.text);
    }
    return tokens;
}

std::optional<std::string> searchQuery(std::string_view text) {
    std::string query;
    std::size_t words = 0;
    for (Piece const& piece : piecesOf(text)) {
        if (words++ == maxQueryWords) break;
        if (!query.empty()) query += " AND ";
        if (piece.kind == PieceKind::Han)
            query += hanPhrase(piece.text);
        else
            query += '"' + encoded(std::u32string_view(piece.text).substr(0, maxWordCodePoints)) + "\"*";
    }
    if (query.empty()) return std::nullopt;
    return query;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/slip.h"

#include "core/text.h"

#include <cstdlib>

namespace ob::core {
namespace {

/// Code points as pieces of the text; the spellings are well-formed.
std::vector<std::string_view> charactersOf(std::string_view text) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        characters.push_back(text.substr(at, end - at));
        at = end;
    }
    return characters;
}

struct Key {
    int row = 0;
    int column = 0;
};

bool findKey(std::string_view character, Key& key) {
    static constexpr std::string_view rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    for (int row = 0; row < 3; ++row) {
        auto const column = rows[row].find(character);
        if (column == std::string_view::npos) continue;
        key = {.row = row, .column = static_cast<int>(column)};
        return true;
    }
    return false;
}

bool areNeighbours(std::string_view first, std::string_view second) {
    Key a, b;
    if (!findKey(first, a) || !findKey(second, b)) return false;
    if (a.row == b.row) return std::abs(a.column - b.column) == 1;
    if (std::abs(a.row - b.row) != 1) return false;
    Key const& upper = a.row < b.row ? a : b;
    Key const& lower = a.row < b.row ? b : a;
    // Each row is shifted right by less than a key, so a key stands on two of the row below.
    return lower.column == upper.column || lower.column == upper.column - 1;
}

} // namespace

bool isOneSlipApart(std::string_view first, std::string_view second) {
    std::string const foldedFirst = foldCase(first);
    std::string const foldedSecond = foldCase(second);
    auto const a = charactersOf(foldedFirst);
    auto const b = charactersOf(foldedSecond);
    if (a.size() != b.size()) return false;
    std::vector<std::size_t> different;
    for (std::size_t at = 0; at < a.size(); ++at)
        if (a[at] != b[at]) different.push_back(at);
    if (different.empty()) return true;
    if (different.size() == 1) return areNeighbours(a[different[0]], b[different[0]]);
    return different.size() == 2 && different[1] == different[0] + 1 && a[different[0]] == b[different[1]]
           && a[different[1]] == b[different[0]];
}

std::vector<SlipClash> slipClashes(std::span<VerbSpec const> table) {
    std::vector<SlipClash> clashes;
    for (VerbSpec const& spec : table)
        for (VerbSpec const& other : table) {
            if (spec.verb == other.verb) continue;
            for (std::string_view const spelling : spec.spellings())
                for (std::string_view const another : other.spellings())
                    if (foldCase(spelling) == foldCase(another)
                        || (spec.risk != Risk::Plain && isOneSlipApart(spelling, another)))
                        clashes.push_back({.risky = spelling, .other = another});
        }
    return clashes;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/pinyin_tokens.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ob::core {
namespace {

struct Reading {
    std::string_view character;
    std::string_view syllable;
};

/// Readings that dictionaries of single characters do not give first and names of places do.
constexpr auto placeReadings = std::to_array<Reading>({
    {"长", "chang"}, {"長", "chang"}, {"朝", "chao"}, {"重", "chong"}, {"乐", "le"},   {"樂", "le"},
    {"行", "hang"},  {"都", "du"},    {"厦", "xia"},  {"廈", "xia"},   {"单", "shan"}, {"單", "shan"},
    {"曾", "zeng"},  {"区", "qu"},    {"區", "qu"},   {"六", "lu"},    {"番", "pan"},  {"宿", "su"},
    {"莘", "shen"},  {"尉", "yu"},    {"蔚", "yu"},   {"藏", "zang"},  {"堡", "pu"},   {"会", "hui"},
    {"會", "hui"},   {"盛", "sheng"}, {"泊", "bo"},   {"浒", "xu"},    {"圩", "xu"},   {"埔", "pu"},
    {"涌", "chong"}, {"车", "che"},   {"車", "che"},  {"弄", "long"},  {"铺", "pu"},   {"女", "nv"},
    {"绿", "lv"},    {"綠", "lv"},    {"吕", "lv"},   {"旅", "lv"},
});

/// More ways to read one name are not kept.
constexpr std::size_t mostVariants = 4;

/// Bytes of the first character.
std::size_t lengthOf(std::string_view text) {
    auto const byte = static_cast<unsigned char>(text.front());
    std::size_t const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return std::min(length, text.size());
}

/// U+3400…U+9FFF, their compatibility forms and the planes of rare characters, by the first bytes of UTF-8.
bool isHan(std::string_view character) {
    auto const first = static_cast<unsigned char>(character.front());
    if (character.size() == 3) {
        auto const second = static_cast<unsigned char>(character[1]);
        return (first >= 0xe4 && first <= 0xe9) || (first == 0xe3 && second >= 0x90)
               || (first == 0xef && (second >= 0xa4 && second <= 0xab));
    }
    return character.size() == 4 && first == 0xf0 && static_cast<unsigned char>(character[1]) >= 0xa0;
}

struct Spelling {
    std::string whole;
    std::string initials;
};

void append(std::vector<Spelling>& spellings, std::vector<std::string_view> const& syllables) {
    std::size_t const before = spellings.size();
    for (std::size_t reading = 1; reading < syllables.size(); ++reading)
        for (std::size_t index = 0; index < before && spellings.size() < mostVariants; ++index)
            spellings.push_back({spellings[index].whole + std::string(syllables[reading]),
                                 spellings[index].initials + syllables[reading].front()});
    for (std::size_t index = 0; index < before; ++index) {
        spellings[index].whole += syllables[0];
        spellings[index].initials += syllables[0].front();
    }
}

bool isAsciiWord(char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z');
}

} // namespace

void PinyinTokens::addReading(std::string_view character, std::string_view syllable) {
    bool const isSyllable = !syllable.empty() && std::ranges::all_of(syllable, [](char letter) {
        return letter >= 'a' && letter <= 'z';
    });
    if (isSyllable) m_readings.insert_or_assign(std::string(character), std::string(syllable));
}

std::string PinyinTokens::of(std::string_view name) const {
    std::string const folded = foldCase(normalise(name));
    std::vector<Spelling> spellings(1);
    bool hasReading = false;
    for (std::string_view rest = folded; !rest.empty();) {
        std::string_view const character = rest.substr(0, lengthOf(rest));
        rest.remove_prefix(character.size());
        if (isHan(character)) {
            std::vector<std::string_view> syllables;
            if (auto const reading = m_readings.find(std::string(character)); reading != m_readings.end())
                syllables.push_back(reading->second);
            auto const* const second = std::ranges::find(placeReadings, character, &Reading::character);
            bool const isNew = second != placeReadings.end()
                               && std::ranges::find(syllables, second->syllable) == syllables.end();
            // The reading of places in front: it stays when there are too many ways.
            if (isNew && !m_readings.empty()) syllables.insert(syllables.begin(), second->syllable);
            if (syllables.empty()) continue;
            hasReading = true;
            append(spellings, syllables);
        } else if (isAsciiWord(character.front())) {
            for (Spelling& spelling : spellings) {
                spelling.whole += character;
                spelling.initials += character;
            }
        }
    }
    if (!hasReading) return {};
    std::set<std::string> tokens;
    for (Spelling const& spelling : spellings) {
        tokens.insert(spelling.whole);
        if (spelling.initials.size() > 1) tokens.insert(spelling.initials);
    }
    std::string text;
    for (std::string const& token : tokens)
        (text += text.empty() ? "" : " ") += token;
    return text;
}

void collectHan(std::string_view text, std::set<std::string>& characters) {
    while (!text.empty()) {
        std::string_view const character = text.substr(0, lengthOf(text));
        if (isHan(character)) characters.emplace(character);
        text.remove_prefix(character.size());
    }
}

bool hasHan(std::string_view text) {
    while (!text.empty()) {
        std::string_view const character = text.substr(0, lengthOf(text));
        if (isHan(character)) return true;
        text.remove_prefix(character.size());
    }
    return false;
}

} // namespace ob::core

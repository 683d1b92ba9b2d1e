// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city_dice.h"
#include "core/map/pinyin_tokens.h"
#include "core/map/vector_tile.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// A piece of a name: Chinese characters, and their syllables separated by blanks.
struct NameWord {
    std::string_view chinese;
    std::string_view syllables;
};

/// 锦屿 → Jinyu, 民安 → Min'an.
std::string latinOf(std::string_view syllables);

/// Gives out names that no other thing of this city has.
class CityNames {
  public:
    explicit CityNames(std::uint64_t seed);

    /// For a great street: one of the words that every city has.
    NameWord greatWord();
    /// Two characters and their syllables; the views live as long as this.
    struct Made {
        std::string chinese;
        std::string latin;
    };
    Made word();
    NameWord const& city() const { return m_city; }
    NameWord district(std::size_t number) const { return m_districts[number % m_districts.size()]; }

    /// How every character of every word is read.
    static PinyinTokens readings();

  private:
    CityDice m_dice;
    NameWord m_city;
    std::vector<NameWord> m_great;
    std::vector<NameWord> m_districts;
    std::set<std::string> m_taken;
};

} // namespace ob::core

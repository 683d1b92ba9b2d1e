// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ob::core {

/// The words in Latin letters by which a Chinese name is found: 长江路 by changjianglu and cjl. Readings of
/// single characters come from outside; for those that place names often read otherwise we know the second
/// one, and both count.
class PinyinTokens {
  public:
    /// One Han character in UTF-8 and how it is read, in small letters without tones.
    void addReading(std::string_view character, std::string_view syllable);

    /// Separated by blanks; empty for a name without Han characters, or when no reading is known.
    std::string of(std::string_view name) const;

    bool isEmpty() const { return m_readings.empty(); }

  private:
    std::unordered_map<std::string, std::string> m_readings;
};

/// Adds the Han characters of a text, each in UTF-8.
void collectHan(std::string_view text, std::set<std::string>& characters);

/// Whether a text has a Han character.
bool hasHan(std::string_view text);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ob::core {

/// What an operator reads, in both languages; neither is empty.
struct Names {
    std::string zh;
    std::string en;

    friend bool operator==(Names const&, Names const&) = default;
};

/// An entry of a code list. The code is upper-case ASCII ([A-Z0-9-]) and is what events carry; aliases are
/// further words that a dispatcher types, of either language.
struct CodeEntry {
    std::string code;
    Names name;
    std::vector<std::string> aliases;

    friend bool operator==(CodeEntry const&, CodeEntry const&) = default;
};

/// One word that names two entries of a list; the code of the second entry when a code is given twice.
struct WordClash {
    std::string word;     ///< as written in the second entry
    std::size_t first{};  ///< index of the entry that has it already
    std::size_t second{}; ///< index of the entry that wants it too
    bool isCode{};        ///< it is the code of both
};

/// Looks words up whatever their width, case and blanks (`normalise`, `foldCase` of core/text.h).
class WordIndex {
  public:
    static tl::expected<WordIndex, WordClash>
    make(std::vector<std::vector<std::string>> const& wordsOfEntries);

    /// Index of the entry with exactly this word.
    std::optional<std::size_t> find(std::string_view word) const;
    /// Indices of entries that come near, best first, each once: exact, then a word beginning with what was
    /// typed, a word containing it, a word contained in it (of two or more characters); within a rank the
    /// shorter word, then the order of the list. Nothing for an empty text.
    std::vector<std::size_t> near(std::string_view typed, std::size_t limit) const;

  private:
    std::map<std::string, std::size_t, std::less<>> m_entries; // folded word → entry
};

/// All words of an entry, the code first. Overloaded for entries that are called by more than these.
template<class Entry>
std::vector<std::string> wordsOf(Entry const& entry) {
    std::vector<std::string> words{entry.code, entry.name.zh, entry.name.en};
    words.insert(words.end(), entry.aliases.begin(), entry.aliases.end());
    return words;
}

/// An immutable list of coded entries in the order in which they are shown. Entries have `code`, `name`
/// and `aliases`. No word means two entries. Pointers stay valid as long as the catalogue is not assigned.
template<class Entry>
class Catalogue {
  public:
    Catalogue() = default;
    static tl::expected<Catalogue, WordClash> make(std::vector<Entry> entries) {
        std::vector<std::vector<std::string>> words;
        words.reserve(entries.size());
        for (Entry const& entry : entries)
            words.push_back(wordsOf(entry));
        auto index = WordIndex::make(words);
        if (!index) return tl::unexpected(index.error());
        return Catalogue(std::move(entries), *std::move(index));
    }

    std::vector<Entry> const& all() const { return m_entries; }
    bool empty() const { return m_entries.empty(); }

    /// By exact code, as events carry it; null when unknown (a newer rule book wrote it).
    Entry const* byCode(std::string_view code) const {
        for (Entry const& entry : m_entries)
            if (entry.code == code) return &entry;
        return nullptr;
    }
    /// By code, name or alias, as typed; null when no entry has exactly this word.
    Entry const* find(std::string_view word) const {
        auto const index = m_words.find(word);
        return index ? &m_entries[*index] : nullptr;
    }
    /// Candidates for what was typed, best first (see WordIndex::near).
    std::vector<Entry const*> near(std::string_view typed, std::size_t limit = 8) const {
        std::vector<Entry const*> entries;
        for (std::size_t const index : m_words.near(typed, limit))
            entries.push_back(&m_entries[index]);
        return entries;
    }

  private:
    Catalogue(std::vector<Entry> entries, WordIndex words)
        : m_entries(std::move(entries)), m_words(std::move(words)) {}

    std::vector<Entry> m_entries;
    WordIndex m_words;
};

using CodeList = Catalogue<CodeEntry>;

} // namespace ob::core

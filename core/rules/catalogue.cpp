// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/rules/catalogue.h"

#include "core/text.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

enum class Nearness { Exact, BeginsWith, Contains, ContainedIn };

std::string folded(std::string_view word) { return foldCase(normalise(word)); }

std::optional<Nearness> nearness(std::string_view word, std::string_view typed) {
    if (word == typed) return Nearness::Exact;
    if (word.starts_with(typed)) return Nearness::BeginsWith;
    if (word.find(typed) != std::string_view::npos) return Nearness::Contains;
    // One character alone (消, a) would be found in nearly every sentence.
    if (codePointCount(word) >= 2 && typed.find(word) != std::string_view::npos) return Nearness::ContainedIn;
    return std::nullopt;
}

} // namespace

tl::expected<WordIndex, WordClash>
WordIndex::make(std::vector<std::vector<std::string>> const& wordsOfEntries) {
    WordIndex index;
    for (std::size_t entry = 0; entry < wordsOfEntries.size(); ++entry) {
        for (std::string const& word : wordsOfEntries[entry]) {
            auto const [place, added] = index.m_entries.emplace(folded(word), entry);
            if (added || place->second == entry) continue;
            auto const& first = wordsOfEntries[place->second];
            bool const isCode =
                &word == &wordsOfEntries[entry].front() && folded(first.front()) == place->first;
            return tl::unexpected(
                WordClash{.word = word, .first = place->second, .second = entry, .isCode = isCode});
        }
    }
    return index;
}

std::optional<std::size_t> WordIndex::find(std::string_view word) const {
    auto const place = m_entries.find(folded(word));
    if (place == m_entries.end()) return std::nullopt;
    return place->second;
}

std::vector<std::size_t> WordIndex::near(std::string_view typed, std::size_t limit) const {
    std::string const sought = folded(typed);
    if (sought.empty()) return {};
    // Sorted by how near, then by length: the least letters to add; what is contained, longest first.
    std::vector<std::tuple<Nearness, std::size_t, std::size_t>> found;
    for (auto const& [word, entry] : m_entries) {
        if (auto const rank = nearness(word, sought)) {
            std::size_t const apart =
                std::max(word.size(), sought.size()) - std::min(word.size(), sought.size());
            found.emplace_back(*rank, apart, entry);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> entries;
    for (auto const& [rank, apart, entry] : found) {
        if (entries.size() == limit) break;
        if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
    }
    return entries;
}

} // namespace ob::core

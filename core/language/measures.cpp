// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/measures.h"

#include "core/text.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace ob::core {
namespace {

constexpr Duration maxLength = Duration::ofMinutes(30 * 24 * 60);

bool isDigit(char character) { return character >= '0' && character <= '9'; }

/// Digits at the beginning, at most five; removes them.
std::optional<std::int64_t> takeNumber(std::string_view& text) {
    std::size_t digits = 0;
    while (digits < text.size() && isDigit(text[digits]))
        ++digits;
    if (digits == 0 || digits > 5) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + digits, number);
    text.remove_prefix(digits);
    return number;
}

} // namespace

std::optional<Duration> lengthOf(std::string_view word) {
    struct Measure {
        std::string_view name;
        std::int64_t minutes;
    };
    // Longer names first: 分钟 begins with 分.
    static constexpr Measure measures[] = {{"小时", 60}, {"分钟", 1}, {"min", 1}, {"天", 24 * 60},
                                           {"时", 60},   {"分", 1},   {"h", 60},  {"m", 1}};
    std::string const folded = foldCase(word);
    std::string_view rest = folded;
    std::int64_t minutes = 0;
    while (!rest.empty()) {
        auto const number = takeNumber(rest);
        auto const measure = std::find_if(std::begin(measures), std::end(measures),
                                          [&](Measure const& each) { return rest.starts_with(each.name); });
        if (!number || measure == std::end(measures)) return std::nullopt;
        rest.remove_prefix(measure->name.size());
        minutes += *number * measure->minutes;
        if (minutes > maxLength.milliseconds() / 60'000) return std::nullopt;
    }
    if (minutes == 0) return std::nullopt;
    return Duration::ofMinutes(minutes);
}

std::optional<std::uint32_t> crewOf(std::string_view word) {
    auto const number = takeNumber(word);
    if (!number || *number < 1 || *number > 99) return std::nullopt;
    if (word != "人" && word != "c" && word != "C") return std::nullopt;
    return static_cast<std::uint32_t>(*number);
}

std::optional<Priority> priorityOf(std::string_view word) {
    if (word.size() != 2 || (word[0] != 'p' && word[0] != 'P') || word[1] < '1' || word[1] > '4')
        return std::nullopt;
    return static_cast<Priority>(word[1] - '0');
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/verb.h"
#include "core/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

constexpr std::size_t maxLineCodePoints = 1000;

/// A time of day as it was typed after @.
struct ClockTime {
    int hour = 0;
    int minute = 0;
    friend bool operator==(ClockTime, ClockTime) = default;
};

/// `2140`, `21:40` or `9:40`, without the @. Nothing for anything else and for 24:00 and later.
std::optional<ClockTime> clockTimeOf(std::string_view text);

/// A typed line cut into verb, words, free text and time; nothing is looked up but the verb. Width is
/// normalised, case is as typed. Holds no empty word.
struct TypedLine {
    VerbSpec const* verb = nullptr;  ///< never null
    std::vector<std::string> words;  ///< of a verb that takes a sentence, too
    std::optional<std::string> text; ///< after the slash; may be empty
    std::optional<ClockTime> time;
};

/// The verb is a word of its own; a Chinese verb may also be glued to what follows (派消E07), as may an
/// English one to a Chinese word (D消E07). A line that ends in the word ? asks for help on its verb. A time
/// stands anywhere before the free text, or at its end; in a sentence without slash only at the end.
/// Refuses with EmptyLine, TooLong, UnknownVerb, BadTime, UnexpectedArgument.
Result<TypedLine> readLine(std::string_view typed);

/// Verbs that come near what was typed as one, best first, at most `limit`.
std::vector<VerbSpec const*> nearVerbs(std::string_view typed, std::size_t limit);

/// The verb at the beginning of a normalised line, and where its arguments begin.
struct VerbSplit {
    VerbSpec const* verb = nullptr; ///< null: there is none of this name
    std::size_t end = 0;            ///< byte behind the verb
};
VerbSplit splitVerb(std::string_view normalised);

/// Words by blanks.
std::vector<std::string> wordsIn(std::string_view normalised);

/// A list is joined by commas and 、, with or without blanks around them: whether a word belongs to the list
/// before it, and to the one behind it.
bool beginsWithComma(std::string_view word);
bool endsInComma(std::string_view word);
/// Members of a list; empty ones are left out.
std::vector<std::string> listed(std::string_view normalised);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/line.h"

#include "core/language/slip.h"
#include "core/text.h"

#include <algorithm>
#include <charconv>

namespace ob::core {
namespace {

constexpr std::size_t maxNearVerbs = 5;
constexpr std::string_view enumerationComma = "、";

bool isDigit(char character) { return character >= '0' && character <= '9'; }
bool isAsciiLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// Takes one sentence to the end of the line, so that nothing in it is a marker.
bool takesSentence(VerbSpec const& spec) {
    return std::any_of(spec.arguments.begin(), spec.arguments.end(), [](ArgumentSpec const& each) {
        return each.argument == Argument::Words || each.argument == Argument::Query
               || each.argument == Argument::Thing;
    });
}
bool takesTime(VerbSpec const& spec) {
    return std::any_of(spec.arguments.begin(), spec.arguments.end(),
                       [](ArgumentSpec const& each) { return each.argument == Argument::Time; });
}

/// Meant as a time even where a sentence may hold an @ of its own.
bool looksLikeTime(std::string_view word) {
    return word.size() > 1 && word.front() == '@' && std::all_of(word.begin() + 1, word.end(), [](char each) {
               return isDigit(each) || each == ':';
           });
}

Result<void> setTime(TypedLine& line, std::string_view word) {
    if (line.time) return tl::unexpected(Refusal{RefusalCode::UnexpectedArgument, {std::string(word)}});
    line.time = clockTimeOf(word.substr(1));
    if (!line.time) return tl::unexpected(Refusal{RefusalCode::BadTime, {std::string(word.substr(1))}});
    return {};
}

std::string joined(std::vector<std::string> const& words, std::size_t from) {
    std::string text;
    for (std::size_t at = from; at < words.size(); ++at)
        text += (at == from ? "" : " ") + words[at];
    return text;
}

Result<void> takeTrailingTime(TypedLine& line, std::vector<std::string>& words) {
    if (words.empty() || !takesTime(*line.verb) || !looksLikeTime(words.back())) return {};
    auto taken = setTime(line, words.back());
    words.pop_back();
    return taken;
}

Result<void> readArguments(TypedLine& line, std::vector<std::string> words) {
    if (takesSentence(*line.verb)) {
        auto taken = takeTrailingTime(line, words);
        line.words = std::move(words);
        return taken;
    }
    auto const slash =
        std::find_if(words.begin(), words.end(), [](std::string const& word) { return word.front() == '/'; });
    if (slash != words.end()) {
        std::vector<std::string> sentence(slash, words.end());
        words.erase(slash, words.end());
        sentence.front().erase(0, 1);
        if (sentence.front().empty()) sentence.erase(sentence.begin());
        if (auto taken = takeTrailingTime(line, sentence); !taken) return taken;
        line.text = joined(sentence, 0);
    }
    for (std::string& word : words) {
        if (word.front() == '@') {
            if (auto taken = setTime(line, word); !taken) return taken;
        } else {
            line.words.push_back(word == "。" ? "." : std::move(word));
        }
    }
    return {};
}

Refusal unknownVerb(std::string_view word) {
    Refusal refusal{RefusalCode::UnknownVerb, {std::string(word)}};
    for (VerbSpec const* const spec : nearVerbs(word, maxNearVerbs))
        refusal.subjects.emplace_back(spec->word);
    return refusal;
}

} // namespace

std::optional<ClockTime> clockTimeOf(std::string_view text) {
    auto const colon = text.find(':');
    std::string_view const hours = text.substr(0, colon == std::string_view::npos ? 2 : colon);
    std::string_view const minutes = colon == std::string_view::npos
                                         ? text.substr(std::min<std::size_t>(2, text.size()))
                                         : text.substr(colon + 1);
    if (hours.empty() || hours.size() > 2 || minutes.size() != 2) return std::nullopt;
    if (!std::all_of(hours.begin(), hours.end(), isDigit)
        || !std::all_of(minutes.begin(), minutes.end(), isDigit))
        return std::nullopt;
    ClockTime time;
    std::from_chars(hours.data(), hours.data() + hours.size(), time.hour);
    std::from_chars(minutes.data(), minutes.data() + minutes.size(), time.minute);
    if (time.hour > 23 || time.minute > 59) return std::nullopt;
    return time;
}

std::vector<std::string> wordsIn(std::string_view normalised) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < normalised.size();) {
        std::size_t const end = std::min(normalised.find(' ', at), normalised.size());
        if (end > at) words.emplace_back(normalised.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool beginsWithComma(std::string_view word) {
    return word.starts_with(',') || word.starts_with(enumerationComma);
}

bool endsInComma(std::string_view word) { return word.ends_with(',') || word.ends_with(enumerationComma); }

std::vector<std::string> listed(std::string_view normalised) {
    std::vector<std::string> items(1);
    for (std::size_t at = 0; at < normalised.size();) {
        bool const isWide = normalised.substr(at).starts_with(enumerationComma);
        if (normalised[at] != ',' && !isWide) {
            items.back().push_back(normalised[at++]);
            continue;
        }
        at += isWide ? enumerationComma.size() : 1;
        items.emplace_back();
    }
    std::erase(items, "");
    return items;
}

VerbSplit splitVerb(std::string_view normalised) {
    std::size_t const blank = std::min(normalised.find(' '), normalised.size());
    if (VerbSpec const* const spec = findVerb(normalised.substr(0, blank)))
        return {.verb = spec, .end = blank};
    if (normalised.starts_with('?')) return {.verb = &specOf(Verb::Help), .end = 1};
    VerbSplit longest;
    for (VerbSpec const& spec : verbTable())
        if (spec.zh.size() > longest.end && normalised.starts_with(spec.zh))
            longest = {.verb = &spec, .end = spec.zh.size()};
    if (longest.verb != nullptr) return longest;
    std::size_t letters = 0;
    while (letters < normalised.size() && isAsciiLetter(normalised[letters]))
        ++letters;
    bool const chineseFollows =
        letters < normalised.size() && (static_cast<unsigned char>(normalised[letters]) & 0x80U) != 0;
    if (letters > 0 && chineseFollows)
        if (VerbSpec const* const spec = findVerb(normalised.substr(0, letters)))
            return {.verb = spec, .end = letters};
    return {.verb = nullptr, .end = blank};
}

std::vector<VerbSpec const*> nearVerbs(std::string_view typed, std::size_t limit) {
    std::string const sought = foldCase(normalise(typed));
    std::vector<VerbSpec const*> found;
    auto const collect = [&](auto const& matches) {
        for (VerbSpec const& spec : verbTable()) {
            auto const spellings = spec.spellings();
            if (found.size() < limit && std::find(found.begin(), found.end(), &spec) == found.end()
                && std::any_of(spellings.begin(), spellings.end(), matches))
                found.push_back(&spec);
        }
    };
    collect([&](std::string_view spelling) { return foldCase(spelling) == sought; });
    collect([&](std::string_view spelling) { return foldCase(spelling).starts_with(sought); });
    if (sought.empty()) return found;
    collect([&](std::string_view spelling) { return isOneSlipApart(spelling, sought); });
    collect([&](std::string_view spelling) { return foldCase(spelling).find(sought) != std::string::npos; });
    return found;
}

Result<TypedLine> readLine(std::string_view typed) {
    Refusal const tooLong{RefusalCode::TooLong, {std::to_string(maxLineCodePoints)}};
    if (!fitsCodePoints(typed, maxLineCodePoints)) return tl::unexpected(tooLong);
    std::string const text = normalise(typed);
    // Some code points become several in NFKC.
    if (!fitsCodePoints(text, maxLineCodePoints)) return tl::unexpected(tooLong);
    if (text.empty()) return tl::unexpected(Refusal{RefusalCode::EmptyLine, {}});
    VerbSplit const split = splitVerb(text);
    if (split.verb == nullptr)
        return tl::unexpected(unknownVerb(std::string_view(text).substr(0, split.end)));
    TypedLine line{.verb = split.verb, .words = {}, .text = std::nullopt, .time = std::nullopt};
    auto words = wordsIn(std::string_view(text).substr(split.end));
    if (line.verb->verb != Verb::Help && !takesSentence(*line.verb) && !words.empty() && words.back() == "?")
        return TypedLine{.verb = &specOf(Verb::Help),
                         .words = {std::string(split.verb->word)},
                         .text = std::nullopt,
                         .time = std::nullopt};
    // What a later verb takes is not settled.
    if (line.verb->stage == Stage::Later) {
        line.words = std::move(words);
        return line;
    }
    if (auto read = readArguments(line, std::move(words)); !read) return tl::unexpected(read.error());
    if (line.time && !takesTime(*line.verb))
        return tl::unexpected(Refusal{RefusalCode::UnexpectedArgument, {"@"}});
    return line;
}

} // namespace ob::core

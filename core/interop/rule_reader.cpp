// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/rule_reader.h"

#include "core/code.h"
#include "core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace ob::core {
namespace {

using nlohmann::json;

constexpr std::size_t maxTextCodePoints = 80;

bool isCode(std::string_view text) {
    return !text.empty() && text.size() <= Code::maxLength
           && std::all_of(text.begin(), text.end(), [](char letter) {
                  return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9')
                         || letter == '-';
              });
}

/// Han characters are three bytes or more in UTF-8, and nothing else that belongs into a name is.
bool hasHan(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) >= 0xE3; });
}

bool isVersion(std::string_view text) {
    if (text.size() < 10 || text.size() > 16) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const wanted = at == 4 || at == 7 ? '-' : at == 10 ? '.' : '0';
        bool const isDigit = text[at] >= '0' && text[at] <= '9';
        if (wanted == '0' ? !isDigit : text[at] != wanted) return false;
    }
    return text.size() != 11;
}

bool isControl(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

std::string folded(std::string_view word) { return foldCase(normalise(word)); }

} // namespace

json parseRuleFile(std::string const& text, RuleFaults& faults) {
    if (text.size() > maxRuleFileBytes) {
        faults.add("", "longer than " + std::to_string(maxRuleFileBytes) + " bytes");
        return {};
    }
    // The library keeps the last of two equal keys and says nothing; so the keys are watched.
    std::vector<std::set<std::string>> open;
    auto const watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == json::parse_event_t::object_end)
            open.pop_back();
        else if (event == json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
            faults.add("", "key given twice: " + parsed.get<std::string>());
        return true;
    };
    try {
        return json::parse(text, watch);
    } catch (json::exception const& error) {
        faults.add("", error.what());
        return {};
    }
}

RuleRow::RuleRow(json const& object, std::string path, RuleFaults& faults)
    : m_object(&object), m_path(std::move(path)), m_faults(&faults) {
    if (!object.is_object()) faults.add(m_path, "must be an object");
}

std::string RuleRow::pathOf(std::string_view key) const { return m_path + '/' + std::string(key); }

json const* RuleRow::take(std::string_view key) {
    m_taken.emplace_back(key);
    if (!m_object->is_object()) return nullptr;
    auto const place = m_object->find(std::string(key));
    return place == m_object->end() ? nullptr : &*place;
}

json const* RuleRow::want(std::string_view key) {
    json const* const value = take(key);
    if (value == nullptr) m_faults->add(pathOf(key), "is missing");
    return value;
}

std::string RuleRow::textOf(json const& value, std::string const& at) {
    if (!value.is_string()) {
        m_faults->add(at, "must be a text");
        return {};
    }
    auto const text = value.get<std::string>();
    if (text.empty())
        m_faults->add(at, "is empty");
    else if (!fitsCodePoints(text, maxTextCodePoints))
        m_faults->add(at, "is longer than " + std::to_string(maxTextCodePoints) + " characters");
    else if (normalise(text) != text)
        m_faults->add(at, "must be written as it is normalised: " + normalise(text));
    return text;
}

std::string RuleRow::codeOf(json const& value, std::string const& at) {
    std::string code = textOf(value, at);
    if (!isCode(code)) m_faults->add(at, "a code is 1 to 32 of A-Z, 0-9 and -");
    return code;
}

std::string RuleRow::text(std::string_view key) {
    json const* const value = want(key);
    return value == nullptr ? std::string() : textOf(*value, pathOf(key));
}

std::string RuleRow::code(std::string_view key) {
    json const* const value = want(key);
    return value == nullptr ? std::string() : codeOf(*value, pathOf(key));
}

std::string RuleRow::optionalCode(std::string_view key) {
    json const* const value = take(key);
    return value == nullptr ? std::string() : codeOf(*value, pathOf(key));
}

Names RuleRow::names() {
    Names names{.zh = text("zh"), .en = text("en")};
    if (!hasHan(names.zh)) m_faults->add(pathOf("zh"), "has no Chinese character");
    // An operator types names in command lines, where a blank ends a word.
    if (names.zh.find(' ') != std::string::npos) m_faults->add(pathOf("zh"), "has a blank");
    if (hasHan(names.en)) m_faults->add(pathOf("en"), "has Chinese characters");
    return names;
}

std::string RuleRow::sentenceOf(std::string_view key) {
    json const* const value = want(key);
    if (value == nullptr) return {};
    std::string const at = pathOf(key);
    auto const text = value->is_string() ? value->get<std::string>() : std::string();
    if (!value->is_string())
        m_faults->add(at, "must be a text");
    else if (text.empty())
        m_faults->add(at, "is empty");
    else if (!fitsCodePoints(text, maxTextCodePoints))
        m_faults->add(at, "is longer than " + std::to_string(maxTextCodePoints) + " characters");
    else if (text.front() == ' ' || text.back() == ' ' || std::ranges::any_of(text, isControl))
        m_faults->add(at, "has a blank at an end or a control character");
    return text;
}

Names RuleRow::sentence() {
    Names names{.zh = sentenceOf("zh"), .en = sentenceOf("en")};
    if (!hasHan(names.zh)) m_faults->add(pathOf("zh"), "has no Chinese character");
    if (hasHan(names.en)) m_faults->add(pathOf("en"), "has Chinese characters");
    return names;
}

std::string RuleRow::version(std::string_view key) {
    std::string version = text(key);
    if (!isVersion(version)) m_faults->add(pathOf(key), "must be a date such as 2026-01-31 or 2026-01-31.2");
    return version;
}

std::vector<std::string> RuleRow::texts(std::string_view key, bool required) {
    json const* const value = required ? want(key) : take(key);
    if (value == nullptr) return {};
    if (!value->is_array() || value->empty() || value->size() > maxRuleWords) {
        m_faults->add(pathOf(key), "must be a list of 1 to " + std::to_string(maxRuleWords));
        return {};
    }
    std::vector<std::string> texts;
    for (json const& item : *value)
        texts.push_back(textOf(item, pathOf(key) + '/' + std::to_string(texts.size())));
    return texts;
}

std::vector<std::string> RuleRow::aliases(std::string_view code, Names const& own) {
    auto words = texts("aliases", false);
    std::set<std::string> known{folded(code), folded(own.zh), folded(own.en)};
    for (std::size_t index = 0; index < words.size(); ++index)
        if (!known.insert(folded(words[index])).second)
            m_faults->add(pathOf("aliases") + '/' + std::to_string(index),
                          "says nothing new: " + words[index]);
    return words;
}

std::vector<std::string> RuleRow::codes(std::string_view key) {
    auto codes = texts(key, true);
    std::set<std::string> known;
    for (std::size_t index = 0; index < codes.size(); ++index) {
        std::string const at = pathOf(key) + '/' + std::to_string(index);
        if (!isCode(codes[index])) m_faults->add(at, "is not a code");
        if (!known.insert(codes[index]).second) m_faults->add(at, "given twice: " + codes[index]);
    }
    return codes;
}

int RuleRow::number(std::string_view key, int least, int most) {
    json const* const value = want(key);
    if (value == nullptr) return least;
    bool const fits = value->is_number_integer() && *value >= least && *value <= most;
    if (!fits) {
        m_faults->add(pathOf(key),
                      "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return least;
    }
    return value->get<int>();
}

bool RuleRow::flag(std::string_view key) {
    json const* const value = want(key);
    if (value == nullptr) return false;
    if (!value->is_boolean()) m_faults->add(pathOf(key), "must be true or false");
    return value->is_boolean() && value->get<bool>();
}

std::vector<RuleRow> RuleRow::rows(std::string_view key, std::size_t least, std::size_t most) {
    json const* const value = want(key);
    if (value == nullptr) return {};
    if (!value->is_array() || value->size() < least || value->size() > most) {
        m_faults->add(pathOf(key),
                      "must be a list of " + std::to_string(least) + " to " + std::to_string(most));
        return {};
    }
    std::vector<RuleRow> rows;
    for (json const& item : *value)
        rows.emplace_back(item, pathOf(key) + '/' + std::to_string(rows.size()), *m_faults);
    return rows;
}

std::vector<RuleRow> RuleRow::optionalRows(std::string_view key, std::size_t most) {
    if (!m_object->is_object() || !m_object->contains(std::string(key))) {
        m_taken.emplace_back(key);
        return {};
    }
    return rows(key, 1, most);
}

void RuleRow::finish() {
    if (!m_object->is_object()) return;
    for (auto const& [key, value] : m_object->items())
        if (std::find(m_taken.begin(), m_taken.end(), key) == m_taken.end())
            m_faults->add(pathOf(key), "is not a known key");
}

} // namespace ob::core

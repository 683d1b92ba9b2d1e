// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/rule_book_json.h"

#include <nlohmann/json_fwd.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// Remembers the first fault of a file. After a fault readers go on and return empty values.
class RuleFaults {
  public:
    explicit RuleFaults(std::string file) : m_file(std::move(file)) {}
    void add(std::string path, std::string message) {
        if (!m_first)
            m_first = RuleFault{.file = m_file, .path = std::move(path), .message = std::move(message)};
    }
    std::optional<RuleFault> const& first() const { return m_first; }

  private:
    std::string m_file;
    std::optional<RuleFault> m_first;
};

/// Parsed text; null with a fault when it is not JSON, repeats a key or is too long.
nlohmann::json parseRuleFile(std::string const& text, RuleFaults& faults);

/// Reads one JSON object strictly: every key that is not asked for is a fault when `finish` is called.
class RuleRow {
  public:
    RuleRow(nlohmann::json const& object, std::string path, RuleFaults& faults);

    std::string const& path() const { return m_path; }
    std::string pathOf(std::string_view key) const;

    std::string code(std::string_view key);
    std::string optionalCode(std::string_view key);
    Names names();
    /// A line to be read, never typed: blanks and full-width punctuation as they are written.
    Names sentence();
    /// ISO date, and `.n` when a day saw several.
    std::string version(std::string_view key);
    /// Further words for a thing that is called `own` already.
    std::vector<std::string> aliases(std::string_view code, Names const& own);
    std::vector<std::string> codes(std::string_view key);
    std::string text(std::string_view key);
    int number(std::string_view key, int least, int most);
    bool flag(std::string_view key);
    /// The array of a required key; nothing with a fault.
    std::vector<RuleRow> rows(std::string_view key, std::size_t least, std::size_t most);
    std::vector<RuleRow> optionalRows(std::string_view key, std::size_t most);
    void finish();

  private:
    nlohmann::json const* take(std::string_view key);
    nlohmann::json const* want(std::string_view key);
    std::string textOf(nlohmann::json const& value, std::string const& at);
    std::string codeOf(nlohmann::json const& value, std::string const& at);
    std::string sentenceOf(std::string_view key);
    std::vector<std::string> texts(std::string_view key, bool required);

    nlohmann::json const* m_object;
    std::string m_path;
    RuleFaults* m_faults;
    std::vector<std::string> m_taken;
};

} // namespace ob::core

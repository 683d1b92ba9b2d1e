// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rules/rule_book.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace ob::core {

/// Where a rule file is wrong, for the person who edits it.
struct RuleFault {
    std::string file;
    std::string path; ///< JSON pointer (RFC 6901), such as /types/3/zh; empty for the file as a whole
    std::string message;

    friend bool operator==(RuleFault const&, RuleFault const&) = default;
};

/// File name → JSON text.
using RuleFiles = std::map<std::string, std::string, std::less<>>;

/// The files of a rule book: agencies.json, codes.json, dispositions.json, incident_types.json,
/// unit_kinds.json. All are wanted and no other is allowed.
std::span<std::string_view const> ruleFileNames();

/// Reads a rule book strictly and returns the first fault. Wrong are: unknown, missing or repeated keys; a
/// code that is not [A-Z0-9-]; a name that is not in its language; text that `normalise` would change; a
/// number out of its range; a word for two entries of one list; an alias that says nothing new; a code of
/// another list that does not exist. Any bytes may be given.
///
/// The hash is SHA-256 over, for each file in order of name: name, line feed, length in decimal, line feed,
/// the JSON text with sorted keys and without blanks. So layout does not matter and every value does.
tl::expected<RuleBook, RuleFault> loadRuleBook(RuleFiles const& files);

inline constexpr std::size_t maxRuleFileBytes = 1 << 20;
inline constexpr std::size_t maxRuleEntries = 1000; ///< of one list
inline constexpr std::size_t maxRuleWords = 24;     ///< aliases, labels or capabilities of one entry

} // namespace ob::core

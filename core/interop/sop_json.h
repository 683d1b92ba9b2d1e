// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/rule_book_json.h"
#include "core/rules/sop_book.h"

namespace ob::core {

inline constexpr std::string_view sopFileName = "sop.json";
inline constexpr std::size_t maxSopLines = 7; ///< of one list of a card

/// Reads the cards of call-takers as strictly as a rule book and returns the first fault: {"version": date,
/// "reviewed": flag, "cards": [{"for": type or category, "ask": [{"zh", "en"}], "instruct": …, "send": …,
/// "agencies": [codes]}]}. Wrong is also a card for what `rules` does not have, and a second one for the
/// same. Any bytes may be given.
tl::expected<SopBook, RuleFault> loadSopBook(std::string const& text, RuleBook const& rules);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/rule_book_json.h"
#include "core/rules/hazard_book.h"

namespace ob::core {

inline constexpr std::string_view hazardFileName = "hazards.json";

/// Reads the list of hazards as strictly as a rule book and returns the first fault: {"version": date,
/// "reviewed": flag, "hazards": [{"code", "zh", "en", "grade": life|care|access, "aliases"}]}. Any bytes may
/// be given.
tl::expected<HazardBook, RuleFault> loadHazardBook(std::string const& text);

} // namespace ob::core

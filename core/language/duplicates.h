// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/rules/rule_book.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::core {

/// What is about to be reported.
struct ReportedPlace {
    Code type; ///< empty: not known yet, so that any type may be the same
    std::string address;
    std::optional<GeoPoint> place;
};

struct DuplicateFound {
    std::shared_ptr<Incident const> incident; ///< never null
    Duration age;                             ///< since its opening
    std::optional<double> metres;             ///< when both places are known
};

constexpr Duration duplicateAge = Duration::ofMinutes(30);
constexpr double duplicateMetres = 300;
constexpr std::size_t maxDuplicates = 5;

/// Incidents of the same type or category, open or opened within `duplicateAge`, at the same address or
/// within `duplicateMetres`. Newest first, at most `maxDuplicates`.
std::vector<DuplicateFound> possibleDuplicates(ReportedPlace const& reported, Board const& board,
                                               RuleBook const& rules, Instant now);

/// What addresses have in common that are written alike; empty when nothing is written there.
std::string addressKey(std::string_view address);
/// Whether two addresses are written alike, but for width, case, blanks, punctuation and a last 号.
bool isSameAddress(std::string_view first, std::string_view second);

} // namespace ob::core

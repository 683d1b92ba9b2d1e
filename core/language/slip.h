// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/verb.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// Whether one slip of the hand makes one spelling of the other: the same word, one letter replaced by a
/// neighbour on the QWERTY keyboard, or two characters that stand side by side exchanged. Case is nothing.
bool isOneSlipApart(std::string_view first, std::string_view second);

/// Two spellings of different verbs.
struct SlipClash {
    std::string_view risky;
    std::string_view other;
    friend bool operator==(SlipClash const&, SlipClash const&) = default;
};

/// What breaks the rule of the verb table: a verb that stands down or declines one slip away from another
/// verb, or any two verbs of one spelling.
std::vector<SlipClash> slipClashes(std::span<VerbSpec const> table);

} // namespace ob::core

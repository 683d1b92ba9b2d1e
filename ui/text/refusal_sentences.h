// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/refusal.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace ob::ui {

/// How a subject of a refusal is worded.
enum class As : std::uint8_t {
    None, ///< there is no such subject
    Is,   ///< as it stands
    WhyNotSaved,
    Argument,
    State,
    Time,
    Verb,
    Agency,
    Unavailable,    ///< code of RuleBookLists::unavailables
    Rest,           ///< this and all that follow, listed
    RestOfRoles,    ///< the same, each a role
    MoreTypes,      ///< candidates, said behind the sentence; there may be none
    MoreCodes,      ///< the same, of any list
    MoreCandidates, ///< the same, as they stand
};

struct RefusalSentence {
    core::RefusalCode code;
    char const* text; ///< source text, context RefusalText
    std::array<As, 3> subjects{};
    char const* shorter = nullptr; ///< instead, when there are fewer subjects than named
};

constexpr std::size_t refusalCodeCount = static_cast<std::size_t>(core::RefusalCode::StillResponsible) + 1;

/// By code.
extern std::array<RefusalSentence, refusalCodeCount> const refusalSentences;

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/candidate.h"
#include "core/language/surroundings.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// What could stand in place of [from, to) of the line: bytes, at the borders of characters.
struct Completions {
    std::size_t from = 0;
    std::size_t to = 0;
    std::vector<Candidate> candidates; ///< best first, at most maxCandidates
};

/// Candidates for the word that the cursor (a byte of `line`) stands in or behind: verbs by any spelling,
/// then what the verb takes at this place. A list is completed one callsign at a time. Total: any bytes and
/// any cursor are taken. A line in another language may insert the candidate's code instead of its word.
Completions completionsOf(std::string_view line, std::size_t cursor, Surroundings const& surroundings);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/alarms/alarm.h"
#include "core/code.h"
#include "core/id.h"
#include "core/language/verb.h"
#include "core/refusal.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ob::core {

enum class CandidateKind : std::uint8_t { Verb, Incident, Unit, Agency, Type, Code, Priority, Alarm };

/// Something that could have been meant. What it is called on screen is looked up by what it names.
struct Candidate {
    CandidateKind kind{};
    std::string insert; ///< what to put in place of the word that was typed
    Code code{};        ///< of a type, code or agency
    IncidentId incident{};
    UnitId unit{};
    std::optional<Verb> verb{};
    std::optional<Argument> list{}; ///< the list that a code is from
    std::vector<Alarm> alarms{};    ///< one, or all of an incident
    std::optional<double> metres{}; ///< of a unit that is to be sent, by the air line

    friend bool operator==(Candidate const&, Candidate const&) = default;
};

constexpr std::size_t maxCandidates = 20;

/// Nothing was found, or too much; never a guess.
struct Miss {
    Refusal refusal;
    std::vector<Candidate> candidates; ///< best first, at most maxCandidates
};

template<class T>
using Found = tl::expected<T, Miss>;

} // namespace ob::core

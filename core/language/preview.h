// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/alarms/alarm.h"
#include "core/command.h"
#include "core/language/candidate.h"
#include "core/language/preview_part.h"
#include "core/language/surroundings.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ob::core {

/// Why Enter is wanted twice.
enum class Amber : std::uint8_t {
    BusyUnit,
    ConditionalUnit,
    StaleFix,
    OtherAgencysUnit,
    MergedNumber,
    HeldByOther,
    PossibleDuplicate,
    Backward,
    DistressAmong, ///< silenced with others
};

/// What is asked of the console itself; nothing is written.
struct Query {
    enum class Kind : std::uint8_t { Find, Go, Help, Silence, Shelve };
    Kind kind{};
    std::string text{};    ///< of Find, and of Go when it is neither incident nor unit; the reason of Shelve
    IncidentId incident{}; ///< of Go
    UnitId unit{};         ///< of Go
    std::optional<Verb> verb{};             ///< of Help; absent: all verbs
    std::vector<Alarm> alarms{};            ///< of Silence and Shelve; empty: there is none such
    Duration length{};                      ///< of Shelve
    std::optional<Ageing<Instant>> until{}; ///< of Shelve, were it sent now
    friend bool operator==(Query const&, Query const&) = default;
};

/// What Enter will do with a line: nothing else, and nothing when it is refused.
struct Preview {
    std::optional<Verb> verb;       ///< absent when there is none in the line
    std::optional<Command> command; ///< ids are fixed; absent when refused and for a query
    std::optional<Query> query;
    std::vector<PreviewPart> parts;    ///< may stand beside a refusal, as far as it was understood
    std::vector<Amber> ambers;         ///< sorted, each once
    std::vector<Candidate> candidates; ///< for the word that was refused
    std::optional<Refusal> refusal;
    std::vector<std::string> arguments; ///< every argument as it was resolved, canonical

    bool wantsSecondEnter() const { return (command || query) && !ambers.empty(); }
};

/// Total: any bytes give a preview. Asks `decide`, so that a refusal shows before Enter.
Preview previewOf(std::string_view line, Surroundings const& surroundings);

/// All of a preview that a person relies on. What merely ages (the age of a fix) is not in it.
struct Meaning {
    std::optional<Verb> verb;
    std::vector<std::string> arguments;
    std::vector<PreviewPart> parts;
    std::vector<Amber> ambers;
    std::optional<Query> query;
    std::optional<Refusal> refusal;
    friend bool operator==(Meaning const&, Meaning const&) = default;
};
Meaning meaningOf(Preview const& preview);

enum class Enter : std::uint8_t { First, Second };

/// Why nothing was sent; paint `preview`, with a tone for MeaningChanged.
struct Repaint {
    enum class Reason : std::uint8_t { MeaningChanged, WantsSecondEnter, Refused, IsQuery };
    Reason reason{};
    Preview preview; ///< the line as it is now
};
using Sending = std::variant<Command, Repaint>;

/// Enter sends exactly what is painted: if the board has changed the meaning since, nothing is sent.
Sending send(Preview const& painted, std::string_view line, Surroundings const& surroundings,
             Enter enter = Enter::First);

} // namespace ob::core

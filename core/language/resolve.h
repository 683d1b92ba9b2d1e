// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/candidate.h"
#include "core/language/surroundings.h"

#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

// From words to ids. Words are normalised (core/text.h). Source of the rules: workflow.md, Identity.

/// Among which incidents a suffix is looked for. A full number is always found, whatever its state.
enum class Among : std::uint8_t {
    Open,     ///< open or waiting for the check; else a merged number, which gives its survivor
    Known,    ///< the same, else any other on the board
    Finished, ///< resolved, closed, referred or void: what can be opened again
    Absorbed, ///< merged ones themselves, not their survivors
};

struct FoundIncident {
    IncidentId id;
    std::optional<IncidentNumber> absorbed; ///< the merged number that was typed; `id` is the survivor
    friend bool operator==(FoundIncident const&, FoundIncident const&) = default;
};

/// `.`, or digits with hyphens: cannot be meant as a code's name or a callsign where both may stand.
bool looksLikeIncident(std::string_view word);
/// By `.`, suffix of at least three digits or full number (with or without its hyphen).
Found<FoundIncident> findIncident(std::string_view word, Among among, Surroundings const& surroundings);
/// Shortest suffix that finds the incident, else its number.
std::string shortNumber(Incident const& incident, Surroundings const& surroundings);

/// `FD-E07`, `消E07`, `消-E07`, or `E07` when no other agency has one.
Found<UnitId> findUnit(std::string_view word, Surroundings const& surroundings);
/// Full callsign, as a line can hold it: 消E07, else FD-E07.
std::string fullCallsign(Unit const& unit, Surroundings const& surroundings);

/// By code, name, alias or prefix; only agencies of the realm.
Found<AgencyIndex> findAgency(std::string_view word, Surroundings const& surroundings);
/// By code, name or alias.
Found<Code> findType(std::string_view word, Surroundings const& surroundings);
/// By code, name or alias in the list that the argument is from.
Found<Code> findCode(std::string_view word, Argument argument, Surroundings const& surroundings);
/// Null for an argument that is no code.
CodeList const* codeListOf(Argument argument, RuleBook const& rules);

Candidate candidateOf(Incident const& incident, Surroundings const& surroundings);
Candidate candidateOf(Unit const& unit, Surroundings const& surroundings);
Candidate candidateOf(IncidentType const& type);
Candidate candidateOf(CodeEntry const& entry, Argument list);
Candidate candidateOf(AgencyProfile const& agency);
Candidate candidateOf(VerbSpec const& spec);

/// Agency code of the realm; empty when it has none.
Code agencyCode(AgencyIndex agency, Surroundings const& surroundings);

} // namespace ob::core

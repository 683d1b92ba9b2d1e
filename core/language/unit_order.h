// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/candidate.h"
#include "core/language/surroundings.h"

#include <string_view>
#include <vector>

namespace ob::core {

/// Where units go for a call of this type; null: not known yet.
Surroundings::Bound boundFor(IncidentType const* type, std::optional<GeoPoint> place);

/// Units that a callsign which is being typed could mean, at most maxCandidates, best first.
///
/// For a verb that sends: who is free and may be sent from here, own units, those of the agency that leads
/// there, then by the air line to where they go. A position that is unknown or past its limit never ranks a
/// unit. For a verb about units at work: those of the selected incident (DV: of the others).
std::vector<Candidate> unitsFor(Verb verb, std::string_view typed, Surroundings const& surroundings);

} // namespace ob::core

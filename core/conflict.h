// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "core/instant.h"

#include <vector>

namespace ob::core {

/// Which two facts cannot both stand. Numbers are part of the conflict's id: permanent.
enum class ConflictRule : std::uint8_t {
    ConcurrentValues = 1,       ///< two values for one field, neither author knew of the other
    OpenWon = 2,                ///< closed, resolved, voided or referred while something said open
    AssignedWon = 3,            ///< released or cleared while the unit moved on
    SeparateWon = 4,            ///< merged and otherwise changed, or merged both ways
    UnavailableWon = 5,         ///< unit put on duty and taken off duty
    DistressWon = 6,            ///< distress ended and raised
    ConcurrentLeads = 7,        ///< two agencies accepted the lead
    DoubleAssignment = 16,      ///< one unit on two open incidents
    DuplicateNumber = 17,       ///< two incidents of one number
    DuplicateCallsign = 18,     ///< two units of one callsign in one agency
    MergeCycle = 19,            ///< A into B and B into A: neither is merged
    DispatchedUnavailable = 20, ///< sent while it was, elsewhere, taken off duty
    BuiltOnVoided = 21,         ///< follows an event that a revocation voided
};

/// A visible work item until a person settles it. Derived, never stored as a fact (R7).
struct Conflict {
    ConflictId id; ///< SHA-256(rule ‖ sorted leaves)
    ConflictRule rule{};
    StreamId stream;                 ///< where it is shown and settled
    std::vector<EventId> leaves;     ///< sorted; the facts that do not fit together
    std::vector<StreamId> concerned; ///< other streams that take part, sorted
    std::uint8_t field = 0; ///< for ConcurrentValues: which (core/incident.h IncidentField, unit.h UnitField)
    bool settled = false;
    friend bool operator==(Conflict const&, Conflict const&) = default;
};

ConflictId conflictId(ConflictRule rule, std::vector<EventId> const& sortedLeaves);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/conflict.h"
#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::core {

enum class UnitField : std::uint8_t { Duty = 1, Description = 2, Distress = 3 };

struct Distress {
    EventId id; ///< the event that raised it
    Instant raisedAt;
    IncidentId incident; ///< nil when unknown
    friend bool operator==(Distress const&, Distress const&) = default;
};

/// A crew that can be sent as one thing. Duty and assignments are kept apart: what it is doing stands on the
/// incidents (Board::activeAssignments).
struct Unit {
    UnitId id;
    Callsign callsign;
    AgencyIndex agency;
    Code kind;
    Code group;
    std::vector<Code> capabilities;    ///< of this shift when it has its own, else of its registration
    Code home;                         ///< station
    std::optional<GeoPoint> homePlace; ///< joint
    std::optional<std::string> homeAddress;
    DutyState duty = DutyState::OffDuty;
    Code dutyReason;
    std::optional<Instant> dutyUntil;
    std::optional<Duration> recall;
    std::optional<std::uint32_t> crew; ///< persons on board
    std::optional<Instant> shiftEnd;
    std::vector<Code> shiftCapabilities;  ///< empty: those of its registration
    std::optional<std::string> crewNames; ///< own
    std::optional<std::string> vehicle;   ///< own: plate or fleet number
    Instant dutySince;                    ///< occurredAt of the last duty change
    std::optional<Distress> distress;
    std::vector<AgencyIndex> members;
    std::vector<Conflict> conflicts;
    Instant lastChangedAt;
    bool readOnly = false;
    friend bool operator==(Unit const&, Unit const&) = default;
};

} // namespace ob::core

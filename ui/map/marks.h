// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/states.h"
#include "ui/map/symbol_library.h"
#include "ui/map/world.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace ob::ui {

enum class MarkKind : std::uint8_t { Unit, Incident, Facility };

/// Names a mark for as long as the console shows it; the console chooses the numbers.
struct MarkKey {
    MarkKind kind = MarkKind::Unit;
    std::uint64_t number = 0;
    friend auto operator<=>(MarkKey, MarkKey) = default;
};

/// Whose unit; the letter upon the mark.
enum class MarkAgency : std::uint8_t {
    Police,
    Fire,
    Ambulance,
    City,
    Environment,
    Market,
    Traffic,
    Transport,
    Emergency,
    Joint,
};

enum class MarkState : std::uint8_t { Available, Dispatched, EnRoute, OnScene, Transporting, OutOfService };

struct UnitMark {
    std::uint64_t number = 0;
    WorldPoint place;
    QString callsign;
    std::uint32_t ageSeconds = 0; ///< of the position; 0 when it is not stale
    MarkAgency agency = MarkAgency::Police;
    MarkState state = MarkState::Available;
    std::optional<SymbolName> kind; ///< drawn before the callsign
    bool isStale = false;           ///< the position is older than its limit
    bool isEmergency = false;       ///< the crew calls for help
    friend bool operator==(UnitMark const&, UnitMark const&) = default;
};

struct IncidentMark {
    std::uint64_t number = 0;
    WorldPoint place;
    QString label; ///< the incident's number as it is spoken
    core::Priority priority = core::Priority::P3;
    SymbolName category = SymbolName::IncidentJoint; ///< drawn before the label
    bool isMajor = false;
    bool isDrill = false;
    bool isOverdue = false;
    friend bool operator==(IncidentMark const&, IncidentMark const&) = default;
};

struct FacilityMark {
    std::uint64_t number = 0;
    WorldPoint place;
    QString name;
    SymbolName symbol = SymbolName::Hospital;
    friend bool operator==(FacilityMark const&, FacilityMark const&) = default;
};

/// From a unit to its incident.
struct AssignmentMark {
    std::uint64_t unit = 0;
    std::uint64_t incident = 0;
    bool isUndelivered = false;    ///< the unit does not know of it yet
    std::vector<WorldPoint> route; ///< empty: a straight line
    friend bool operator==(AssignmentMark const&, AssignmentMark const&) = default;
};

enum class AreaKind : std::uint8_t { District, Geofence, Cordon, Reach };

struct AreaMark {
    std::uint64_t number = 0;
    AreaKind kind = AreaKind::Geofence;
    QString name;
    std::vector<std::vector<WorldPoint>> rings; ///< even-odd
    friend bool operator==(AreaMark const&, AreaMark const&) = default;
};

/// What stands on the map: whole lists by value, shared with nobody who changes them. The newest list counts.
struct MarkLists {
    std::shared_ptr<std::vector<UnitMark> const> units = std::make_shared<std::vector<UnitMark> const>();
    std::shared_ptr<std::vector<IncidentMark> const> incidents =
        std::make_shared<std::vector<IncidentMark> const>();
    std::shared_ptr<std::vector<FacilityMark> const> facilities =
        std::make_shared<std::vector<FacilityMark> const>();
    std::shared_ptr<std::vector<AssignmentMark> const> assignments =
        std::make_shared<std::vector<AssignmentMark> const>();
    std::shared_ptr<std::vector<AreaMark> const> areas = std::make_shared<std::vector<AreaMark> const>();

    /// What stands there, not which lists.
    friend bool operator==(MarkLists const& a, MarkLists const& b) {
        return *a.units == *b.units && *a.incidents == *b.incidents && *a.facilities == *b.facilities
               && *a.assignments == *b.assignments && *a.areas == *b.areas;
    }
};

} // namespace ob::ui

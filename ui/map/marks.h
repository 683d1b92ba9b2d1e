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
    std::uint32_t ageSeconds = 0; ///< of the position
    MarkAgency agency = MarkAgency::Police;
    MarkState state = MarkState::Available;
    std::optional<SymbolName> kind; ///< drawn before the callsign
    bool isStale = false;           ///< the position is older than its limit
    bool isEmergency = false;       ///< the crew calls for help
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
};

struct FacilityMark {
    std::uint64_t number = 0;
    WorldPoint place;
    QString name;
    SymbolName symbol = SymbolName::Hospital;
};

/// From a unit to its incident.
struct AssignmentMark {
    std::uint64_t unit = 0;
    std::uint64_t incident = 0;
    bool isUndelivered = false;    ///< the unit does not know of it yet
    std::vector<WorldPoint> route; ///< empty: a straight line
};

enum class AreaKind : std::uint8_t { District, Geofence, Cordon, Reach };

struct AreaMark {
    std::uint64_t number = 0;
    AreaKind kind = AreaKind::Geofence;
    QString name;
    std::vector<std::vector<WorldPoint>> rings; ///< even-odd
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
};

} // namespace ob::ui

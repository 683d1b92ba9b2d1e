// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/board_marks.h"

#include "ui/console/unit_standing.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <array>
#include <string_view>
#include <utility>

namespace ob::ui {
namespace {

template<class Value, std::size_t size>
Value find(std::array<std::pair<std::string_view, Value>, size> const& table, std::string_view code,
           Value other) {
    for (auto const& [name, value] : table)
        if (name == code) return value;
    return other;
}

constexpr auto agencies = std::to_array<std::pair<std::string_view, MarkAgency>>({
    {"PD", MarkAgency::Police},
    {"FD", MarkAgency::Fire},
    {"EM", MarkAgency::Ambulance},
    {"UM", MarkAgency::City},
    {"EP", MarkAgency::Environment},
    {"MR", MarkAgency::Market},
    {"TP", MarkAgency::Traffic},
    {"TR", MarkAgency::Transport},
    {"EA", MarkAgency::Emergency},
});

constexpr auto categories = std::to_array<std::pair<std::string_view, SymbolName>>({
    {"FIRE", SymbolName::IncidentFire},
    {"HAZMAT", SymbolName::IncidentHazmat},
    {"RESCUE", SymbolName::IncidentRescue},
    {"MEDICAL", SymbolName::IncidentMedical},
    {"POLICE", SymbolName::IncidentPolice},
    {"TRAFFIC", SymbolName::IncidentTraffic},
    {"TRANSPORT", SymbolName::IncidentTransport},
    {"CITY", SymbolName::IncidentCity},
    {"ENVIRONMENT", SymbolName::IncidentEnvironment},
    {"MARKET", SymbolName::IncidentMarket},
    {"SAFETY", SymbolName::IncidentSafety},
    {"DISASTER", SymbolName::IncidentDisaster},
});

/// The beginning of a unit kind's code tells the vehicle.
constexpr auto vehicles = std::to_array<std::pair<std::string_view, SymbolName>>({
    {"PATROL-CAR", SymbolName::Car},
    {"TRAFFIC-CAR", SymbolName::Car},
    {"FOOT-PATROL", SymbolName::Foot},
    {"CITY-PATROL", SymbolName::Foot},
    {"ARMED-TEAM", SymbolName::ArmedTeam},
    {"DOG-TEAM", SymbolName::Dog},
    {"POLICE-DRONE", SymbolName::Drone},
    {"EMERGENCY-DRONE", SymbolName::Drone},
    {"ENGINE", SymbolName::FireEngine},
    {"FOAM-TENDER", SymbolName::FireEngine},
    {"WATER-TENDER", SymbolName::FireEngine},
    {"AERIAL", SymbolName::LadderTruck},
    {"RESCUE-TRUCK", SymbolName::RescueTruck},
    {"HAZMAT-TRUCK", SymbolName::RescueTruck},
    {"WATER-TEAM", SymbolName::Boat},
    {"FIRE-COMMAND", SymbolName::CommandCar},
    {"MEDICAL-COMMAND", SymbolName::CommandCar},
    {"EMERGENCY-COMMAND", SymbolName::CommandCar},
    {"AMBULANCE", SymbolName::AmbulanceCar},
    {"AMBULANCE-ALS", SymbolName::AmbulanceCar},
    {"AMBULANCE-ISO", SymbolName::AmbulanceCar},
    {"AMBULANCE-NEO", SymbolName::AmbulanceCar},
    {"MOTORCYCLE-MEDIC", SymbolName::Motorcycle},
    {"TRAFFIC-BIKE", SymbolName::Motorcycle},
    {"PUMP-CREW", SymbolName::Pump},
    {"ENV-MONITOR", SymbolName::Laboratory},
    {"FOOD-LAB", SymbolName::Laboratory},
    {"TOW-TRUCK", SymbolName::TowTruck},
    {"COACH", SymbolName::Bus},
    {"CARGO-TRUCK", SymbolName::Truck},
    {"POWER-TRUCK", SymbolName::Truck},
    {"SUPPLY-TRUCK", SymbolName::Truck},
    {"CLEANING-CREW", SymbolName::Truck},
    {"COMMS-VEHICLE", SymbolName::Radio},
});

MarkAgency agencyOf(core::AgencyIndex agency, Console const& console) {
    auto const& codes = console.agencyCodes();
    return agency.value < codes.size() ? find(agencies, codes[agency.value].text(), MarkAgency::Joint)
                                       : MarkAgency::Joint;
}

SymbolName categoryOf(core::Code const& type, core::RuleBook const& rules) {
    auto const* const known = rules.type(type.text());
    return known == nullptr ? SymbolName::IncidentJoint
                            : find(categories, known->category, SymbolName::IncidentJoint);
}

std::optional<UnitMark> markOf(core::Unit const& unit, UnitStanding const& standing, Console const& console) {
    if (unit.duty == core::DutyState::OffDuty && standing.assignment == nullptr && !unit.distress)
        return std::nullopt;
    auto const place = placeOf(unit, console);
    if (!place) return std::nullopt;
    UnitMark mark;
    mark.place = worldOf(*place);
    mark.callsign = textOf(unit.callsign.text());
    mark.agency = agencyOf(unit.agency, console);
    mark.state = standing.state;
    mark.kind = find(vehicles, unit.kind.text(), SymbolName::Team);
    mark.isEmergency = unit.distress.has_value();
    auto const* const fix = console.fix(unit.id);
    auto const age = fix == nullptr ? core::Duration() : console.now() - fix->fixedAt;
    mark.isStale = fix == nullptr || age > fixLimit;
    // As fine as it is told, so that a mark stays the same while it says the same.
    auto const seconds = std::max<std::int64_t>(0, age.milliseconds() / 1000);
    if (mark.isStale)
        mark.ageSeconds = static_cast<std::uint32_t>(seconds < 60 ? seconds : seconds / 60 * 60);
    return mark;
}

} // namespace

std::optional<core::GeoPoint> placeOf(core::Unit const& unit, Console const& console) {
    if (auto const* const fix = console.fix(unit.id)) return fix->place;
    return unit.homePlace;
}

MarkLists marksOf(Console const& console, std::function<std::uint64_t(core::StreamId)> const& numberOf) {
    std::vector<UnitMark> units;
    std::vector<IncidentMark> incidents;
    std::vector<AssignmentMark> assignments;
    auto const& board = console.board();
    auto const now = console.now();
    for (auto const& [id, unit] : board.units()) {
        auto const standing = standingOf(*unit, board, console.rules(), now);
        auto mark = markOf(*unit, standing, console);
        if (!mark) continue;
        mark->number = numberOf(id);
        if (standing.incident && standing.incident->place)
            assignments.push_back({.unit = mark->number,
                                   .incident = numberOf(standing.incident->id),
                                   .isUndelivered = standing.isUndelivered,
                                   .route = {}});
        units.push_back(*std::move(mark));
    }
    for (auto const& entry : console.queue()) {
        auto const& incident = *entry.incident;
        if (!incident.place) continue;
        incidents.push_back({.number = numberOf(incident.id),
                             .place = worldOf(*incident.place),
                             .label = spokenNumber(incident.number),
                             .priority = incident.priority,
                             .category = categoryOf(incident.type, console.rules()),
                             .isMajor = false,
                             .isDrill = console.isDrill(),
                             .isOverdue = entry.isOverdue});
    }
    MarkLists lists;
    lists.units = std::make_shared<std::vector<UnitMark> const>(std::move(units));
    lists.incidents = std::make_shared<std::vector<IncidentMark> const>(std::move(incidents));
    lists.assignments = std::make_shared<std::vector<AssignmentMark> const>(std::move(assignments));
    return lists;
}

} // namespace ob::ui

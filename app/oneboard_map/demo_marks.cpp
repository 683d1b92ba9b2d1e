// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard_map/demo_marks.h"

#include <algorithm>
#include <utility>

namespace ob::app {
namespace {

using ui::MarkAgency;
using ui::MarkState;

/// Police are most, as in every city.
constexpr MarkAgency agencies[] = {MarkAgency::Police,    MarkAgency::Police,   MarkAgency::Police,
                                   MarkAgency::Fire,      MarkAgency::Fire,     MarkAgency::Ambulance,
                                   MarkAgency::Ambulance, MarkAgency::City,     MarkAgency::Environment,
                                   MarkAgency::Market,    MarkAgency::Traffic,  MarkAgency::Traffic,
                                   MarkAgency::Transport, MarkAgency::Emergency};
constexpr char16_t prefixes[] = u"PEACHMTRJL";

using ui::SymbolName;

/// What each agency drives most, and sometimes.
constexpr std::pair<SymbolName, SymbolName> vehicles[] = {
    {SymbolName::Car, SymbolName::Motorcycle},      {SymbolName::FireEngine, SymbolName::LadderTruck},
    {SymbolName::AmbulanceCar, SymbolName::Team},   {SymbolName::Foot, SymbolName::Truck},
    {SymbolName::Laboratory, SymbolName::Drone},    {SymbolName::Car, SymbolName::Team},
    {SymbolName::Motorcycle, SymbolName::TowTruck}, {SymbolName::Bus, SymbolName::Truck},
    {SymbolName::RescueTruck, SymbolName::Boat},    {SymbolName::CommandCar, SymbolName::Radio},
};
constexpr SymbolName categories[] = {SymbolName::IncidentFire,    SymbolName::IncidentTraffic,
                                     SymbolName::IncidentMedical, SymbolName::IncidentPolice,
                                     SymbolName::IncidentHazmat,  SymbolName::IncidentEnvironment,
                                     SymbolName::IncidentRescue,  SymbolName::IncidentCity};

} // namespace

DemoMarks::DemoMarks(ui::WorldBox area, std::size_t units) : m_area(area) {
    addUnits(units);
    addIncidents(units == 0 ? 0 : std::clamp<std::size_t>(units / 12, 6, 500));
    addAssignments();
}

/// The same on every standard library, which its distributions are not.
unsigned DemoMarks::roll(unsigned sides) { return static_cast<unsigned>(m_chance() % sides); }

double DemoMarks::part() { return static_cast<double>(m_chance()) / 4294967296.0; }

ui::WorldPoint DemoMarks::somewhere() {
    auto const middling = [this] { return (part() + part() + part()) / 3; }; // denser in the middle
    return {m_area.topLeft.x + (m_area.bottomRight.x - m_area.topLeft.x) * middling(),
            m_area.topLeft.y + (m_area.bottomRight.y - m_area.topLeft.y) * middling()};
}

void DemoMarks::addUnits(std::size_t count) {
    double const step = (m_area.bottomRight.x - m_area.topLeft.x) / 3000;
    for (std::size_t i = 0; i < count; ++i) {
        ui::UnitMark unit;
        unit.number = i + 1;
        unit.place = somewhere();
        unit.agency = agencies[roll(static_cast<unsigned>(std::size(agencies)))];
        unit.callsign = QStringLiteral("%1%2")
                            .arg(QChar(prefixes[static_cast<std::size_t>(unit.agency)]))
                            .arg(i + 1, 2, 10, QLatin1Char('0'));
        unsigned const fate = roll(100);
        unit.state = fate < 80   ? MarkState::Available
                     : fate < 84 ? MarkState::Dispatched
                     : fate < 88 ? MarkState::EnRoute
                     : fate < 93 ? MarkState::OnScene
                     : fate < 95 ? MarkState::Transporting
                                 : MarkState::OutOfService;
        unit.isStale = roll(25) == 0;
        unit.ageSeconds = unit.isStale ? 130 + roll(2000) : roll(20);
        auto const& [usual, other] = vehicles[static_cast<std::size_t>(unit.agency)];
        unit.kind = i % 3 == 0 ? other : usual;
        m_units.push_back(unit);
        m_courses.push_back({(part() - 0.5) * step, (part() - 0.5) * step});
    }
}

void DemoMarks::addIncidents(std::size_t count) {
    std::vector<ui::IncidentMark> incidents;
    for (std::size_t i = 0; i < count; ++i) {
        ui::IncidentMark incident;
        incident.number = i + 1;
        incident.place = somewhere();
        incident.label = QString::number(1001 + i);
        unsigned const fate = roll(20);
        incident.priority = static_cast<core::Priority>(fate < 2 ? 1 : fate < 6 ? 2 : fate < 13 ? 3 : 4);
        incident.category = categories[i % std::size(categories)];
        incident.isMajor = i == 2;
        incident.isDrill = i == 5;
        incidents.push_back(incident);
    }
    m_lists.incidents = std::make_shared<std::vector<ui::IncidentMark> const>(std::move(incidents));
}

/// Whoever is under way goes to the nearest incident.
void DemoMarks::addAssignments() {
    std::vector<ui::AssignmentMark> assignments;
    for (ui::UnitMark const& unit : m_units) {
        bool const isSent = unit.state == MarkState::Dispatched || unit.state == MarkState::EnRoute;
        if (!isSent || m_lists.incidents->empty() || assignments.size() >= 60) continue;
        auto const nearest = std::min_element(m_lists.incidents->begin(), m_lists.incidents->end(),
                                              [&](auto const& a, auto const& b) {
                                                  auto const far = [&](ui::WorldPoint p) {
                                                      return (p.x - unit.place.x) * (p.x - unit.place.x)
                                                             + (p.y - unit.place.y) * (p.y - unit.place.y);
                                                  };
                                                  return far(a.place) < far(b.place);
                                              });
        assignments.push_back({unit.number, nearest->number, assignments.size() % 7 == 3, {}});
    }
    m_lists.assignments = std::make_shared<std::vector<ui::AssignmentMark> const>(std::move(assignments));
}

void DemoMarks::drive() {
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        ui::WorldPoint& place = m_units[i].place;
        Course& course = m_courses[i];
        place.x += course.x;
        place.y += course.y;
        if (place.x < m_area.topLeft.x || place.x > m_area.bottomRight.x) course.x = -course.x;
        if (place.y < m_area.topLeft.y || place.y > m_area.bottomRight.y) course.y = -course.y;
    }
}

ui::MarkLists DemoMarks::lists() const {
    ui::MarkLists lists = m_lists;
    lists.units = std::make_shared<std::vector<ui::UnitMark> const>(m_units);
    return lists;
}

} // namespace ob::app

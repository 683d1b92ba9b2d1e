// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_layer.h"

#include "ui/map/group_plate.h"
#include "ui/map/line_chain.h"
#include "ui/map/mark_text.h"
#include "ui/map/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace ob::ui {
namespace {

constexpr double facilitiesFrom = 11.5;
constexpr double callsignsFrom = 12.5;
constexpr double kindsFrom = 13.5;
/// So few units are named at any zoom.
constexpr std::size_t fewUnits = 120;
constexpr double groupsUntil = 15.5;
constexpr int occupancyCell = 2;
/// So many units and no more are moved beside each other; a crowd is not.
constexpr std::size_t mostMoved = 600;
/// Among more symbols than this no callsign finds room that is worth looking for.
constexpr std::size_t mostNamed = 2000;
constexpr int unitRoom = 24; ///< logical pixels
constexpr int callingUnitRoom = 36;

std::uint64_t bitOf(std::uint64_t number) {
    return std::uint64_t{1} << ((number * 0x9E3779B97F4A7C15U) >> 58);
}

bool isAssigned(MarkState state) { return state != MarkState::Available && state != MarkState::OutOfService; }

} // namespace

QPointF Spider::offsetOf(std::size_t index) const {
    double const radius = std::max(34.0, static_cast<double>(keys.size()) * 32 / (2 * std::numbers::pi));
    double const angle = 2 * std::numbers::pi * static_cast<double>(index) / static_cast<double>(keys.size());
    return {radius * std::sin(angle), -radius * std::cos(angle)};
}

void MarkLayer::show(MarkLists lists) {
    m_lists = std::move(lists);
    auto const& incidents = *m_lists.incidents;
    m_incidentOrder.resize(incidents.size());
    for (std::uint32_t i = 0; i < m_incidentOrder.size(); ++i)
        m_incidentOrder[i] = i;
    std::stable_sort(m_incidentOrder.begin(), m_incidentOrder.end(), [&](std::uint32_t a, std::uint32_t b) {
        auto const rank = [&](std::uint32_t i) {
            return std::pair(incidents[i].isMajor, -static_cast<int>(incidents[i].priority));
        };
        return rank(a) < rank(b);
    });
    m_byUnit = *m_lists.assignments;
    std::stable_sort(m_byUnit.begin(), m_byUnit.end(),
                     [](AssignmentMark const& a, AssignmentMark const& b) { return a.unit < b.unit; });
    m_assignedBits = 0;
    for (AssignmentMark const& mark : m_byUnit)
        m_assignedBits |= bitOf(mark.unit);
}

void MarkLayer::select(std::set<MarkKey> keys) {
    m_selection = std::move(keys);
    m_selectedBits = 0;
    for (MarkKey const key : m_selection)
        m_selectedBits |= bitOf(key.number);
}

bool MarkLayer::isSelected(MarkKey key) const {
    return (m_selectedBits & bitOf(key.number)) != 0 && m_selection.contains(key);
}

QPoint MarkLayer::deviceOf(WorldPoint place) const {
    // Far outside is far outside: the numbers stay small enough for int.
    auto const pixel = [](double at) {
        return static_cast<int>(std::floor(std::clamp(at, -1e6, 1e6) + 0.5));
    };
    return {pixel(place.x * m_scale + m_origin.x()), pixel(place.y * m_scale + m_origin.y())};
}

QPoint MarkLayer::deviceOf(MarkKey key, WorldPoint place) const {
    if (m_spider) {
        auto const found = std::find(m_spider->keys.begin(), m_spider->keys.end(), key);
        if (found != m_spider->keys.end()) {
            QPointF const offset =
                m_spider->offsetOf(static_cast<std::size_t>(found - m_spider->keys.begin()));
            return deviceOf(m_spider->middle) + (offset * m_camera.pixelRatio()).toPoint();
        }
    }
    return deviceOf(place);
}

bool MarkLayer::isInView(QPoint at, int margin) const {
    return at.x() >= -margin && at.y() >= -margin && at.x() < m_frame.width() + margin
           && at.y() < m_frame.height() + margin;
}

void MarkLayer::stamp(Sprite const& sprite, QPoint at, std::optional<MarkKey> key, int reach) {
    m_stamps.push_back({&sprite, at - sprite.anchor});
    double const ratio = m_camera.pixelRatio();
    if (!key) return;
    m_hits.push_back({*key, (QPointF(at) / ratio).toPoint(), reach, 0});
    int const half = static_cast<int>(reach * ratio);
    m_taken.take(QRect(at.x() - half, at.y() - half, 2 * half, 2 * half));
}

void MarkLayer::arrange(Camera const& camera, MarkAtlas const& atlas) {
    m_camera = camera;
    m_atlas = &atlas;
    m_stamps.clear();
    m_dots.clear();
    m_hits.clear();
    m_lines.clear();
    m_legs.clear();
    m_labels.clear();
    m_moved.clear();
    m_counts = {};
    m_counts.units = m_lists.units->size();
    m_counts.incidents = m_lists.incidents->size();
    m_frame = (camera.size() * camera.pixelRatio()).toSize();
    m_scale = camera.scale() * camera.pixelRatio();
    m_origin = camera.toScreen({0, 0}) * camera.pixelRatio();
    m_taken = Occupancy(m_frame, std::max(1, static_cast<int>(occupancyCell * camera.pixelRatio())));
    m_room.clear(m_frame, camera.pixelRatio(), m_origin);
    arrangeIncidents();
    arrangeFacilities();
    arrangeUnits();
    stampIncidents();
    arrangeLines();
    arrangeLegs();
}

void MarkLayer::nameMarks(std::vector<QRectF> const& glass) {
    double const ratio = m_camera.pixelRatio();
    Occupancy crossed(m_taken.size(), m_taken.cell());
    QRectF const view(QPointF(0, 0), m_camera.size() * ratio);
    for (Line const& line : m_lines)
        for (Polyline const& part : clipped(line.points, view))
            crossed.takeAlong(part, static_cast<int>(2 * ratio));
    for (Leg const& leg : m_legs)
        for (Polyline const& part : clipped({leg.from, leg.to}, view))
            crossed.takeAlong(part, static_cast<int>(2 * ratio));
    std::vector<QRect> covered;
    for (QRectF const& plate : glass)
        covered.push_back(QRectF(plate.topLeft() * ratio, plate.size() * ratio).toAlignedRect());
    m_labels.place(m_atlas->look(), {.taken = m_taken, .crossed = crossed, .glass = covered}, m_stamps);
}

/// Where the mark stands when its place is taken, with a line from there.
QPoint MarkLayer::standFor(MarkKey key, QPoint place, int room) {
    if (isSpread(key)) {
        m_room.take(place, room);
        return place;
    }
    QPoint const stand = m_room.standFor(place, room);
    if (stand != place) {
        m_moved.emplace(key, stand);
        m_legs.push_back({place, stand});
    }
    return stand;
}

bool MarkLayer::isSpread(MarkKey key) const {
    return m_spider && std::find(m_spider->keys.begin(), m_spider->keys.end(), key) != m_spider->keys.end();
}

QPoint MarkLayer::standOf(MarkKey key, WorldPoint place) const {
    auto const moved = m_moved.find(key);
    return moved == m_moved.end() ? deviceOf(key, place) : moved->second;
}

void MarkLayer::arrangeFacilities() {
    if (m_camera.zoom() < facilitiesFrom) return;
    for (FacilityMark const& facility : *m_lists.facilities) {
        MarkKey const key{MarkKind::Facility, facility.number};
        QPoint const at = deviceOf(key, facility.place);
        if (isInView(at, 20)) stamp(m_atlas->facility(facility.symbol), at, key, 10);
    }
}

void MarkLayer::sortOutUnits() {
    m_ordinary.clear();
    m_special.clear();
    m_assignedPlaces.clear();
    auto const& units = *m_lists.units;
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        UnitMark const& unit = units[i];
        bool const isSent = isAssigned(unit.state);
        if ((m_assignedBits & bitOf(unit.number)) != 0)
            m_assignedPlaces.emplace_back(unit.number, unit.place);
        QPoint const at =
            m_spider ? deviceOf({MarkKind::Unit, unit.number}, unit.place) : deviceOf(unit.place);
        if (!isInView(at, 24)) continue;
        ++m_counts.unitsInView;
        bool const isPicked = isSelected({MarkKind::Unit, unit.number});
        bool const isOpened = isPicked || isSpread({MarkKind::Unit, unit.number});
        int const rank = (unit.isEmergency ? 8 : 0) + (isOpened ? 4 : 0) + (isSent ? 2 : 0)
                         + (unit.state == MarkState::OutOfService || unit.isStale ? 0 : 1);
        (rank > 1 ? m_special : m_ordinary).push_back({i, at, unit.agency, rank});
    }
    std::sort(m_assignedPlaces.begin(), m_assignedPlaces.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    std::stable_sort(m_special.begin(), m_special.end(),
                     [](OrdinaryUnit const& a, OrdinaryUnit const& b) { return a.rank < b.rank; });
}

void MarkLayer::arrangeUnits() {
    sortOutUnits();
    m_cells.share(m_ordinary,
                  {.ground = ground(), .crowding = mayGroup() ? Crowding::Groups : Crowding::Symbols});
    standUnits();
    for (OrdinaryUnit const& unit : m_ordinaryStands)
        stampUnit(unit);
    for (UnitGroup const& group : m_cells.groups())
        stampGroup(group);
    for (OrdinaryUnit const& unit : m_special)
        stampUnit(unit);
    m_counts.unitsAsDots = m_dots.size();
    m_counts.unitsAsSymbols = m_ordinaryStands.size() + m_special.size();
    for (UnitGroup const& group : m_cells.groups())
        m_counts.unitsInGroups += static_cast<std::size_t>(group.count);
}

/// Each symbol where it can be seen, who matters most first. Units that would be dots get symbols too where
/// few are in view.
void MarkLayer::standUnits() {
    auto const keyOf = [this](OrdinaryUnit const& unit) {
        return MarkKey{MarkKind::Unit, (*m_lists.units)[unit.index].number};
    };
    for (auto unit = m_special.rbegin(); unit != m_special.rend(); ++unit) {
        bool const isCalling = (*m_lists.units)[unit->index].isEmergency;
        unit->at = standFor(keyOf(*unit), unit->at, isCalling ? callingUnitRoom : unitRoom);
    }
    bool const mayMove = m_cells.symbols().size() + m_cells.dots().size() <= mostMoved;
    m_ordinaryStands.clear();
    auto const stand = [&](std::uint32_t i) {
        OrdinaryUnit unit = m_ordinary[i];
        if (mayMove) unit.at = standFor(keyOf(unit), unit.at, unitRoom);
        m_ordinaryStands.push_back(unit);
    };
    for (std::uint32_t const i : m_cells.symbols())
        stand(i);
    for (std::uint32_t const i : m_cells.dots()) {
        if (mayMove) {
            stand(i);
            continue;
        }
        m_dots.push_back(m_ordinary[i].at);
        QPoint const at = (QPointF(m_ordinary[i].at) / m_camera.pixelRatio()).toPoint();
        m_hits.push_back({keyOf(m_ordinary[i]), at, 4, 0});
    }
}

void MarkLayer::stampUnit(OrdinaryUnit const& shown) {
    UnitMark const& unit = (*m_lists.units)[shown.index];
    MarkKey const key{MarkKind::Unit, unit.number};
    if (unit.isEmergency) stamp(m_atlas->distressRing(), shown.at, std::nullopt, 0);
    stamp(m_atlas->unit(unit.agency, unit.state, unit.isStale), shown.at, key, 12);
    if (isSelected(key)) stamp(m_atlas->unitRing(), shown.at, std::nullopt, 0);
    bool const isNear = m_camera.zoom() >= callsignsFrom && m_ordinaryStands.size() <= mostNamed;
    bool const isNamed = shown.rank > 1 || isNear || m_counts.unitsInView <= fewUnits;
    if (isNamed) wishUnitLabel(unit, shown.at, shown.rank);
}

void MarkLayer::wishUnitLabel(UnitMark const& unit, QPoint at, int rank) {
    int const size = static_cast<int>(24 * m_camera.pixelRatio());
    bool const hasKind = unit.kind && (rank > 1 || m_camera.zoom() >= kindsFrom);
    m_labels.wish({.at = at,
                   .mark = QSize(size, size),
                   .text = unit.isStale ? unit.callsign + QStringLiteral(" · ") + ageText(unit.ageSeconds)
                                        : unit.callsign,
                   .symbol = hasKind ? unit.kind : std::nullopt,
                   .rank = rank,
                   .weight = MarkLabels::Weight::Plain,
                   .first = MarkLabels::FirstPlace::Beside});
}

void MarkLayer::stampGroup(UnitGroup const& group) {
    GroupPlate const plate = plateOf(group, *m_atlas);
    QPoint const at = m_room.standFor(group.at, plate.size);
    for (Stamp const& part : plate.parts)
        m_stamps.push_back({part.sprite, at + part.topLeft});
    double const ratio = m_camera.pixelRatio();
    int const reach = static_cast<int>(plate.size.width() / ratio / 2);
    m_hits.push_back({{MarkKind::Unit, 0}, (QPointF(at) / ratio).toPoint(), reach, group.count});
    m_taken.take(QRect(at - QPoint(plate.size.width(), plate.size.height()) / 2, plate.size));
}

MarkSquares::Ground MarkLayer::ground() const {
    auto const wrapped = [](double value) { return static_cast<int>(std::fmod(std::round(value), 1 << 24)); };
    return {.view = m_frame,
            .origin = {wrapped(m_origin.x()), wrapped(m_origin.y())},
            .pixelRatio = m_camera.pixelRatio()};
}

bool MarkLayer::mayGroup() const { return m_crowding == Crowding::Groups && m_camera.zoom() < groupsUntil; }

void MarkLayer::arrangeLines() {
    if (m_byUnit.empty()) return;
    auto const incidentPlace = [this](std::uint64_t number) -> WorldPoint const* {
        for (IncidentMark const& incident : *m_lists.incidents)
            if (incident.number == number) return &incident.place;
        return nullptr;
    };
    for (AssignmentMark const& mark : m_byUnit) {
        auto const unit =
            std::lower_bound(m_assignedPlaces.begin(), m_assignedPlaces.end(), mark.unit,
                             [](auto const& place, std::uint64_t number) { return place.first < number; });
        WorldPoint const* const incident = incidentPlace(mark.incident);
        if (!incident || unit == m_assignedPlaces.end() || unit->first != mark.unit) continue;
        Line line{{QPointF(standOf({MarkKind::Unit, mark.unit}, unit->second))}, mark.isUndelivered};
        for (WorldPoint const& point : mark.route)
            line.points.emplace_back(deviceOf(point));
        line.points.emplace_back(standOf({MarkKind::Incident, mark.incident}, *incident));
        m_lines.push_back(std::move(line));
    }
}

void MarkLayer::arrangeLegs() {
    if (!m_spider) return;
    QPoint const middle = deviceOf(m_spider->middle);
    for (std::size_t i = 0; i < m_spider->keys.size(); ++i)
        m_legs.push_back({middle, middle + m_spider->offsetOf(i) * m_camera.pixelRatio()});
}

void MarkLayer::appendShapes(DisplayList& list) const {
    if (m_lines.empty() && m_legs.empty()) return;
    Tokens const& t = tokens(m_atlas->look().theme);
    double const ratio = m_camera.pixelRatio();
    list.shapes.push_back([lines = m_lines, legs = m_legs, &t, ratio](QPainter& painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        for (Line const& line : lines)
            strokeSeen(painter, line.points, QPen(t.halo, 4 * ratio));
        for (Line const& line : lines) {
            QPen pen(line.isUndelivered ? t.priority[0] : t.text, 1.6 * ratio);
            if (line.isUndelivered) pen.setDashPattern({4, 3});
            strokeSeen(painter, line.points, pen);
        }
        QRectF const area = paintedArea(painter);
        painter.setBrush(t.muted);
        for (Leg const& leg : legs) {
            if (!area.intersects(QRectF(leg.from, leg.to).normalized().adjusted(-1, -1, 1, 1))) continue;
            painter.setPen(QPen(t.muted, 1.2 * ratio));
            painter.drawLine(leg.from, leg.to);
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(leg.from, 2.2 * ratio, 2.2 * ratio);
        }
    });
}

void MarkLayer::appendMarks(DisplayList& list) const {
    list.dot = Dot(m_atlas->dot());
    list.dots = m_dots;
    list.dotsFrom = list.stamps.size();
    list.stamps.insert(list.stamps.end(), m_stamps.begin(), m_stamps.end());
}

} // namespace ob::ui

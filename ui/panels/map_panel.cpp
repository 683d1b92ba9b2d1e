// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/map_panel.h"

#include "ui/console/board_marks.h"
#include "ui/console/unit_steps.h"
#include "ui/text/sentence.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ob::ui {
namespace {

constexpr int soonMs = 200;
constexpr double flightZoom = 15.5;
/// An incident so many home boxes away was given a wrong place, or is somebody else's.
constexpr double farthest = 4;
constexpr int comingInMs = 10'000;

/// Of the places without the outermost fiftieth on each side: one unit far away moves nothing.
std::optional<WorldBox> boxOf(std::vector<UnitMark> const& units) {
    std::vector<double> xs;
    std::vector<double> ys;
    for (auto const& unit : units) {
        xs.push_back(unit.place.x);
        ys.push_back(unit.place.y);
    }
    if (xs.size() < 3) return std::nullopt;
    std::ranges::sort(xs);
    std::ranges::sort(ys);
    std::size_t const cut = xs.size() / 50;
    return WorldBox{{xs[cut], ys[cut]}, {xs[xs.size() - 1 - cut], ys[ys.size() - 1 - cut]}};
}

bool isSame(WorldBox const& a, WorldBox const& b) {
    return a.topLeft == b.topLeft && a.bottomRight == b.bottomRight;
}

/// As good as the same: units drive.
bool isAlike(WorldBox const& a, WorldBox const& b) {
    double const side = std::max(a.bottomRight.x - a.topLeft.x, a.bottomRight.y - a.topLeft.y);
    auto const isNear = [side](double one, double other) { return std::abs(one - other) <= side / 8; };
    return isNear(a.topLeft.x, b.topLeft.x) && isNear(a.topLeft.y, b.topLeft.y)
           && isNear(a.bottomRight.x, b.bottomRight.x) && isNear(a.bottomRight.y, b.bottomRight.y);
}

} // namespace

MapPanel::MapPanel(Console& console, QWidget* parent, Place place)
    : QWidget(parent), m_console(console), m_place(place), m_view(new MapView(this)) {
    m_view->use(console.theme());
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &MapPanel::showMarks);
    connect(&console, &Console::boardChanged, this, &MapPanel::refresh);
    connect(&console, &Console::fixesChanged, this, &MapPanel::refresh);
    connect(&console, &Console::ticked, this, &MapPanel::refresh);
    connect(&console, &Console::themeChanged, this, [this] { m_view->use(m_console.theme()); });
    m_view->letDrop(place == Place::Desk && !console.isPast());
    if (place == Place::Desk) {
        takeHands();
    } else {
        m_view->tellCounts(false); // the wall has its own
        m_view->setFocusPolicy(Qt::NoFocus);
        m_view->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    showMarks();
}

void MapPanel::takeHands() {
    connect(&m_console, &Console::selectionChanged, this, &MapPanel::followSelection);
    connect(&m_console, &Console::flightWanted, this, &MapPanel::fly);
    connect(&m_console, &Console::flightToPlaceWanted, this, &MapPanel::flyTo);
    connect(m_view, &MapView::selectionChanged, this, &MapPanel::takeSelection);
    if (m_console.isPast()) return;
    connect(m_view, &MapView::unitDropped, this, &MapPanel::drop);
    connect(m_view, &MapView::contextRequested, this, &MapPanel::openMenu);
    connect(m_view, &MapView::activated, this, [this](MarkKey key) {
        if (key.kind == MarkKind::Unit) Q_EMIT sheetWanted(idOf(key));
    });
    connect(m_view, &MapView::drawn, this, [this](Drawing const& drawing) {
        if (m_placeAnswer && !drawing.points.empty())
            std::exchange(m_placeAnswer, {})(placeOf(drawing.points.front()));
        m_view->use(MapTool::Look);
    });
}

void MapPanel::resizeEvent(QResizeEvent*) {
    m_view->setGeometry(rect());
    m_inView.reset(); // what fits is another thing now
    refresh();
}

void MapPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void MapPanel::refresh() {
    if (!m_soon.isActive()) m_soon.start(soonMs);
}

std::uint64_t MapPanel::numberOf(core::StreamId id) {
    auto const [found, isNew] = m_numbers.emplace(id, m_ids.size() + 1);
    if (isNew) m_ids.push_back(id);
    return found->second;
}

core::StreamId MapPanel::idOf(MarkKey key) const {
    return key.number == 0 || key.number > m_ids.size() ? core::StreamId() : m_ids[key.number - 1];
}

void MapPanel::showMarks() {
    auto marks = marksOf(m_console, [this](core::StreamId id) { return numberOf(id); });
    auto const shown = marks;
    m_view->show(std::move(marks));
    if (m_place == Place::Desk) followSelection();
    if (!isVisible() || m_console.board().units().empty()) return;
    if (!m_isHome) goHome(*shown.units);
    if (m_place == Place::Wall) keepInView(*shown.incidents);
}

void MapPanel::startFrom(MapPanel const& other) {
    Camera const camera = other.view().camera();
    m_view->lookAt(placeOf(camera.centre()), camera.zoom());
    m_view->callHome(m_view->camera());
    m_isHome = other.m_isHome;
}

/// At a start units and their places come in within seconds, from several desks. Whoever has moved the map is
/// not moved any more.
void MapPanel::goHome(std::vector<UnitMark> const& units) {
    if (!m_sinceFirstUnit.isValid()) m_sinceFirstUnit.start();
    auto const where = [this] { return std::pair(m_view->camera().centre(), m_view->camera().zoom()); };
    bool const isMoved = m_leftAt && *m_leftAt != where();
    m_isHome = isMoved || m_sinceFirstUnit.elapsed() > comingInMs;
    if (isMoved) return;
    if (auto const box = boxOf(units); box && (!m_home || !isAlike(*box, *m_home))) {
        m_home = box;
        m_view->lookAtAll(*m_home);
        m_view->callHome(m_view->camera());
    }
    m_leftAt = where();
}

void MapPanel::keepInView(std::vector<IncidentMark> const& incidents) {
    if (!m_home) return;
    WorldBox wanted = *m_home;
    double const farEnough =
        farthest * std::max(wanted.bottomRight.x - wanted.topLeft.x, wanted.bottomRight.y - wanted.topLeft.y);
    for (auto const& incident : incidents) {
        WorldPoint const place = incident.place;
        if (std::hypot(place.x - m_home->centre().x, place.y - m_home->centre().y) > farEnough) continue;
        wanted.topLeft = {std::min(wanted.topLeft.x, place.x), std::min(wanted.topLeft.y, place.y)};
        wanted.bottomRight = {std::max(wanted.bottomRight.x, place.x),
                              std::max(wanted.bottomRight.y, place.y)};
    }
    if (m_inView && isSame(*m_inView, wanted)) return; // nothing moves on a wall without a reason
    m_inView = wanted;
    m_view->lookAtAll(wanted);
}

void MapPanel::followSelection() {
    std::set<MarkKey> keys;
    if (auto const incident = m_console.selectedIncident(); !incident.isNil())
        keys.insert({MarkKind::Incident, numberOf(incident)});
    if (auto const unit = m_console.selectedUnit(); !unit.isNil())
        keys.insert({MarkKind::Unit, numberOf(unit)});
    if (keys == m_view->selection()) return;
    m_isFollowing = true;
    m_view->select(std::move(keys));
    m_isFollowing = false;
}

void MapPanel::takeSelection() {
    if (m_isFollowing) return;
    for (auto const key : m_view->selection()) {
        if (key.kind == MarkKind::Incident) m_console.selectIncident(idOf(key));
        if (key.kind == MarkKind::Unit) m_console.selectUnit(idOf(key));
    }
}

/// To it, and back when it is asked for once more.
void MapPanel::fly(core::IncidentId incident, core::UnitId unit) {
    core::StreamId const wanted = incident.isNil() ? unit : incident;
    if (m_flownTo == wanted) {
        m_flownTo = {};
        return m_view->flyBack();
    }
    auto const known = m_console.board().incident(incident);
    auto const crew = m_console.board().unit(unit);
    std::optional<core::GeoPoint> place;
    if (known) place = known->place;
    if (crew) place = placeOf(*crew, m_console);
    if (!place) return m_console.say(Console::Tone::Refused, tr("Its place on the map is not known."));
    m_view->flyTo(*place, std::max(flightZoom, m_view->camera().zoom()));
    m_flownTo = wanted;
}

void MapPanel::flyTo(core::GeoPoint place) {
    m_flownTo = {};
    m_view->flyTo(place, std::max(flightZoom, m_view->camera().zoom()));
}

void MapPanel::drop(std::uint64_t unit, std::uint64_t incident) {
    auto const crew = m_console.board().unit(idOf({MarkKind::Unit, unit}));
    auto const target = m_console.board().incident(idOf({MarkKind::Incident, incident}));
    if (!crew || !target) return;
    m_console.selectIncident(target->id);
    m_console.propose(dispatchLine(typedCallsign(*crew, m_console), *target), true);
}

void MapPanel::askForPlace(std::function<void(core::GeoPoint)> answer) {
    m_placeAnswer = std::move(answer);
    m_view->use(MapTool::Point);
}

void MapPanel::openMenu(core::GeoPoint place, std::vector<MarkKey> const& keys, QPoint at) {
    core::IncidentId incident;
    core::UnitId unit;
    for (auto const key : keys) {
        if (key.kind == MarkKind::Incident && incident.isNil()) incident = idOf(key);
        if (key.kind == MarkKind::Unit && unit.isNil()) unit = idOf(key);
    }
    Q_EMIT menuWanted(place, incident, unit, at);
}

} // namespace ob::ui

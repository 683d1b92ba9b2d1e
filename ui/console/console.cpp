// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/console.h"

#include "core/map/address_place.h"

#include <stdexcept>
#include <utility>

namespace ob::ui {

Console::Console(Surroundings surroundings) : m_around(std::move(surroundings)) {
    m_told.rules = &m_around.rules;
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_isQueueOld = true;
        m_counts.reset();
        Q_EMIT ticked();
    });
    m_second.start(1000);
}

void Console::take(BoardNews news) {
    if (news.whole) {
        m_board = *std::move(news.whole);
        m_queue = core::workQueueOf(m_board, m_around.rules, now());
        m_changed.clear();
        m_fixes.clear();
    }
    core::ChangeSet ignored;
    for (auto const& incident : news.changes.incidents)
        m_changed.push_back(incident->id);
    m_changed.insert(m_changed.end(), news.changes.retired.begin(), news.changes.retired.end());
    for (auto& policy : news.changes.policies)
        m_board.put(std::move(policy), ignored);
    for (auto& unit : news.changes.units)
        m_board.put(std::move(unit), ignored);
    for (auto& incident : news.changes.incidents)
        m_board.put(std::move(incident), ignored);
    for (auto const& retired : news.changes.retired)
        m_board.retire(retired, ignored);
    if (news.conflicts) m_conflicts = *std::move(news.conflicts);
    if (news.context) m_told = *std::move(news.context);
    bool const hasFixes = !news.changes.fixes.empty();
    for (auto const& told : news.changes.fixes)
        m_fixes.insert_or_assign(told.unit, told.fix);
    news.changes.fixes.clear();
    bool const hasPremises = news.premises != nullptr;
    if (hasPremises) m_premises = std::move(news.premises);
    bool const isChanged = news.whole || !news.changes.isEmpty() || news.conflicts || news.context;
    if (isChanged) {
        m_isQueueOld = true;
        m_counts.reset();
        dropLostSelection();
        Q_EMIT boardChanged();
    }
    if (hasFixes || news.whole) Q_EMIT fixesChanged();
    if (hasPremises) Q_EMIT premisesChanged();
    if (news.links) {
        m_links = *std::move(news.links);
        Q_EMIT linksChanged();
    }
    if (news.health && *news.health != m_health) {
        m_health = *std::move(news.health);
        Q_EMIT healthChanged();
    }
}

std::vector<core::GazetteerPlace> Console::placesCalled(std::string const& words, std::size_t limit) const {
    if (m_around.gazetteer == nullptr || words.empty()) return {};
    try {
        return m_around.gazetteer->find(words, limit);
    } catch (std::runtime_error const&) {
        return {}; // what is typed has to do
    }
}

std::optional<core::GazetteerPlace> Console::placeOfAddress(std::string const& address) const {
    if (m_around.gazetteer == nullptr || address.empty()) return std::nullopt;
    if (m_located.address == address) return m_located.place;
    try {
        m_located = {.address = address, .place = core::placeOfAddress(*m_around.gazetteer, address)};
        return m_located.place;
    } catch (std::runtime_error const&) {
        return std::nullopt;
    }
}

std::vector<core::PremiseFound> Console::premisesAt(core::PremiseSpot const& spot) const {
    auto const today = core::CalendarDay::ofNumber(m_around.zone.localDay(now()));
    if (!today || m_premises->all().empty()) return {};
    core::PremiseSpot known = spot;
    if (!known.place)
        if (auto const found = placeOfAddress(known.address)) known.place = found->point;
    return m_premises->at(known, *today);
}

std::vector<core::PremiseFound> Console::premisesAt(core::Incident const& incident) const {
    return premisesAt(core::PremiseSpot{.address = incident.address.value_or(""), .place = incident.place});
}

core::Fix const* Console::fix(core::UnitId unit) const {
    auto const found = m_fixes.find(unit);
    return found == m_fixes.end() ? nullptr : &found->second;
}

Wording Console::wording() const {
    return wordingOf(m_board, m_around.rules, m_told.agencyCodes, m_around.zone);
}

std::vector<core::QueueEntry> const& Console::queue() const {
    if (std::exchange(m_isQueueOld, false))
        core::updateWorkQueue(m_queue, std::exchange(m_changed, {}), m_board, m_around.rules, now());
    return m_queue;
}

core::BoardCounts const& Console::counts() const {
    if (!m_counts) m_counts = core::countsOf(m_board, queue(), m_conflicts, agency());
    return *m_counts;
}

void Console::signIn(core::OperatorSession session) {
    m_session = std::move(session);
    Q_EMIT sessionChanged();
}

void Console::selectIncident(core::IncidentId incident) {
    if (!incident.isNil() && !m_board.incident(incident)) return;
    if (std::exchange(m_incident, incident) != incident) Q_EMIT selectionChanged();
}

void Console::selectUnit(core::UnitId unit) {
    if (!unit.isNil() && !m_board.unit(unit)) return;
    if (std::exchange(m_unit, unit) != unit) Q_EMIT selectionChanged();
}

void Console::dropLostSelection() {
    bool const isIncidentLost = !m_incident.isNil() && !m_board.incident(m_incident);
    bool const isUnitLost = !m_unit.isNil() && !m_board.unit(m_unit);
    if (isIncidentLost) m_incident = {};
    if (isUnitLost) m_unit = {};
    if (isIncidentLost || isUnitLost) Q_EMIT selectionChanged();
}

core::Context Console::context() const {
    core::Context context = m_told;
    context.now = now();
    context.localDay = m_around.zone.localDay(context.now);
    context.operatorName = m_session.operatorName;
    context.position = m_session.position;
    context.roles = m_session.roles;
    return context;
}

core::Surroundings Console::surroundings(core::Context const& context) const {
    return {.board = m_board,
            .context = context,
            .zone = m_around.zone,
            .selected = m_incident,
            .fixOf = [this](core::UnitId unit) -> std::optional<core::Fix> {
                auto const* const known = fix(unit);
                return known ? std::optional(*known) : std::nullopt;
            }};
}

void Console::submit(core::Command command, DeskPort::Reply told) {
    m_around.desk.submit(std::move(command), m_session, std::move(told));
}

void Console::flyToPlace(QString const& name) {
    auto const places = placesCalled(name.toStdString(), 1);
    if (places.empty()) return say(Tone::Refused, tr("The map knows no place called %1.").arg(name));
    Q_EMIT flightToPlaceWanted(places.front().point);
}

void Console::use(Theme theme) {
    if (std::exchange(m_theme, theme) != theme) Q_EMIT themeChanged();
}

} // namespace ob::ui

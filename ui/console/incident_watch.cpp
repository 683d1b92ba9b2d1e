// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/incident_watch.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

constexpr int askEveryMs = 2000;

} // namespace

IncidentWatch::IncidentWatch(Console& console, QObject* parent) : QObject(parent), m_console(console) {
    m_seeing.setSingleShot(true);
    m_seeing.setInterval(seenAfterMs);
    m_asking.setInterval(askEveryMs);
    connect(&m_asking, &QTimer::timeout, this, &IncidentWatch::ask);
    connect(&m_seeing, &QTimer::timeout, this, &IncidentWatch::noteSeen);
    connect(&console, &Console::selectionChanged, this, &IncidentWatch::follow);
    connect(&console, &Console::sessionChanged, this, [this] { m_seeing.start(); });
    follow();
}

void IncidentWatch::follow() {
    auto const selected = m_console.selectedIncident();
    if (selected == m_incident) return;
    m_incident = selected;
    m_holdings.clear();
    Q_EMIT changed();
    if (m_incident.isNil()) {
        m_asking.stop();
        return m_seeing.stop();
    }
    ask();
    m_asking.start();
    m_seeing.start();
}

void IncidentWatch::ask() {
    m_console.desk().readHoldings(m_incident, [watch = QPointer(this), asked = m_incident](auto holdings) {
        if (!watch || watch->m_incident != asked || watch->m_holdings == holdings) return;
        watch->m_holdings = std::move(holdings);
        Q_EMIT watch->changed();
    });
}

/// The rules know better who has seen it; this only saves asking in vain.
void IncidentWatch::noteSeen() {
    auto const incident = m_console.board().incident(m_incident);
    auto const& session = m_console.session();
    if (!incident || incident->readOnly || session.operatorName.empty()) return;
    auto const agency = m_console.agency();
    bool const isKnown =
        agency == incident->firstReceiver
        || std::ranges::find(incident->seen, agency, &core::Sighting::agency) != incident->seen.end();
    bool const isAtWork =
        incident->state == core::IncidentState::Open || incident->state == core::IncidentState::Resolved;
    if (isKnown || !isAtWork) return;
    m_console.submit(
        {.intent = core::NoteSeen{m_incident}, .occurredAt = {}, .source = core::Source::Operator},
        [](auto const&) {});
}

} // namespace ob::ui

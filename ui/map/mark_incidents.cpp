// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/group_plate.h"
#include "ui/map/mark_layer.h"

#include <algorithm>

namespace ob::ui {
namespace {

/// More in view than this cannot be told apart.
constexpr std::size_t mostSingleIncidents = 200;
constexpr int incidentRoom = 28; ///< logical pixels

} // namespace

void MarkLayer::arrangeIncidents() {
    auto const& incidents = *m_lists.incidents;
    m_incidents.clear();
    for (auto i = m_incidentOrder.rbegin(); i != m_incidentOrder.rend(); ++i) {
        MarkKey const key{MarkKind::Incident, incidents[*i].number};
        QPoint const at = deviceOf(key, incidents[*i].place);
        if (isInView(at, 30))
            m_incidents.push_back({.index = *i,
                                   .at = at,
                                   .isSingle = incidents[*i].isMajor || isSelected(key) || isSpread(key)});
    }
    m_counts.incidentsInView = m_incidents.size();
    if (mayGroup() && m_incidents.size() > mostSingleIncidents)
        m_incidents = firstInSquares(m_incidents, ground());
    for (PlacedIncident& shown : m_incidents)
        shown.at = standFor({MarkKind::Incident, incidents[shown.index].number}, shown.at, incidentRoom);
    std::reverse(m_incidents.begin(), m_incidents.end());
}

void MarkLayer::stampIncidents() {
    for (PlacedIncident const& shown : m_incidents)
        stampIncident(shown);
}

void MarkLayer::stampIncident(PlacedIncident const& shown) {
    IncidentMark const& incident = (*m_lists.incidents)[shown.index];
    MarkKey const key{MarkKind::Incident, incident.number};
    double const ratio = m_camera.pixelRatio();
    stamp(m_atlas->incident(incident.priority, incident.isMajor, incident.isDrill), shown.at, key, 14);
    if (shown.others > 0) {
        int const count = shown.others + 1;
        m_counts.incidentsInGroups += static_cast<std::size_t>(count);
        m_hits.back().group = count;
        GroupPlate const plate = plateOf(count, *m_atlas);
        QPoint const below = shown.at + QPoint(0, static_cast<int>(19 * ratio));
        for (Stamp const& part : plate.parts)
            m_stamps.push_back({part.sprite, below + part.topLeft});
        m_taken.take(QRect(below - QPoint(plate.size.width(), plate.size.height()) / 2, plate.size));
        return;
    }
    bool const isPicked = isSelected(key);
    if (isPicked) stamp(m_atlas->incidentRing(), shown.at, std::nullopt, 0);
    int const size = static_cast<int>(28 * ratio);
    m_labels.wish(
        {.at = shown.at,
         .mark = QSize(size, size),
         .text = incident.label,
         .symbol = incident.category,
         .rank = (isPicked ? 100 : 20) - static_cast<int>(incident.priority),
         .weight = incident.isMajor || isPicked ? MarkLabels::Weight::Strong : MarkLabels::Weight::Plain,
         .first = MarkLabels::FirstPlace::Below});
}

} // namespace ob::ui

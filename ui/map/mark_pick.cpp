// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_layer.h"

#include "ui/map/mark_text.h"

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

bool isWithin(MarkHit const& hit, QPointF point) {
    double const down = hit.group > 0 ? 12 : hit.reach;
    return std::abs(point.x() - hit.at.x()) <= hit.reach && std::abs(point.y() - hit.at.y()) <= down;
}

} // namespace

std::optional<MarkHit> MarkLayer::hitAt(QPointF point) const {
    auto const found = std::find_if(m_hits.rbegin(), m_hits.rend(),
                                    [point](MarkHit const& hit) { return isWithin(hit, point); });
    return found == m_hits.rend() ? std::nullopt : std::optional(*found);
}

std::vector<MarkHit> MarkLayer::hitsAt(QPointF point) const {
    std::vector<MarkHit> hits;
    for (auto hit = m_hits.rbegin(); hit != m_hits.rend(); ++hit)
        if (hit->group == 0 && isWithin(*hit, point)) hits.push_back(*hit);
    return hits;
}

std::optional<WorldPoint> MarkLayer::placeOf(MarkKey key) const {
    auto const in = [key](auto const& marks) -> std::optional<WorldPoint> {
        for (auto const& mark : marks)
            if (mark.number == key.number) return mark.place;
        return std::nullopt;
    };
    switch (key.kind) {
    case MarkKind::Unit: return in(*m_lists.units);
    case MarkKind::Incident: return in(*m_lists.incidents);
    case MarkKind::Facility: return in(*m_lists.facilities);
    }
    return std::nullopt;
}

QString MarkLayer::nameOf(MarkKey key) const {
    auto const in = [key](auto const& marks, auto text) {
        for (auto const& mark : marks)
            if (mark.number == key.number) return mark.*text;
        return QString();
    };
    switch (key.kind) {
    case MarkKind::Unit: return in(*m_lists.units, &UnitMark::callsign);
    case MarkKind::Incident: return in(*m_lists.incidents, &IncidentMark::label);
    case MarkKind::Facility: return in(*m_lists.facilities, &FacilityMark::name);
    }
    return {};
}

QString MarkLayer::spokenName(MarkKey key) const {
    auto const in = [key](auto const& marks) {
        for (auto const& mark : marks)
            if (mark.number == key.number) return spoken(mark);
        return QString();
    };
    switch (key.kind) {
    case MarkKind::Unit: return in(*m_lists.units);
    case MarkKind::Incident: return in(*m_lists.incidents);
    case MarkKind::Facility: return in(*m_lists.facilities);
    }
    return {};
}

} // namespace ob::ui

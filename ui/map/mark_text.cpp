// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_text.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class MarkText {
    Q_DECLARE_TR_FUNCTIONS(MarkText)
  public:
    static QString age(std::uint32_t seconds) {
        if (seconds < 60) return tr("%1 s").arg(seconds);
        if (seconds < 3600) return tr("%1 min").arg(seconds / 60);
        return tr("%1 h").arg(seconds / 3600);
    }

    static QString agency(MarkAgency agency) {
        switch (agency) {
        case MarkAgency::Police: return tr("Police");
        case MarkAgency::Fire: return tr("Fire and rescue");
        case MarkAgency::Ambulance: return tr("Ambulance");
        case MarkAgency::City: return tr("City management");
        case MarkAgency::Environment: return tr("Environment");
        case MarkAgency::Market: return tr("Market supervision");
        case MarkAgency::Traffic: return tr("Traffic police");
        case MarkAgency::Transport: return tr("Transport");
        case MarkAgency::Emergency: return tr("Emergency management");
        case MarkAgency::Joint: return tr("Joint command");
        }
        return {};
    }

    static QString state(MarkState state) {
        switch (state) {
        case MarkState::Available: return tr("available");
        case MarkState::Dispatched: return tr("dispatched");
        case MarkState::EnRoute: return tr("en route");
        case MarkState::OnScene: return tr("on scene");
        case MarkState::Transporting: return tr("transporting");
        case MarkState::OutOfService: return tr("out of service");
        }
        return {};
    }

    static QString unit(UnitMark const& unit) {
        QString const plain =
            tr("Unit %1, %2, %3").arg(unit.callsign, agency(unit.agency), state(unit.state));
        QString const aged =
            unit.isStale ? tr("%1, position %2 old").arg(plain, age(unit.ageSeconds)) : plain;
        return unit.isEmergency ? tr("%1, calls for help").arg(aged) : aged;
    }

    static QString incident(IncidentMark const& incident) {
        int const priority = static_cast<int>(incident.priority);
        QString const plain = incident.isMajor
                                  ? tr("Major incident %1, P%2").arg(incident.label).arg(priority)
                                  : tr("Incident %1, P%2").arg(incident.label).arg(priority);
        QString const late = incident.isOverdue ? tr("%1, overdue").arg(plain) : plain;
        return incident.isDrill ? tr("%1, drill").arg(late) : late;
    }

    static QString facility(FacilityMark const& facility) { return tr("Facility %1").arg(facility.name); }
};

} // namespace

QString ageText(std::uint32_t seconds) { return MarkText::age(seconds); }
QString agencyText(MarkAgency agency) { return MarkText::agency(agency); }
QString stateText(MarkState state) { return MarkText::state(state); }
QString spoken(UnitMark const& unit) { return MarkText::unit(unit); }
QString spoken(IncidentMark const& incident) { return MarkText::incident(incident); }
QString spoken(FacilityMark const& facility) { return MarkText::facility(facility); }

} // namespace ob::ui

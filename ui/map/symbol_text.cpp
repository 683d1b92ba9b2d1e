// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/symbol_text.h"

#include "ui/map/mark_text.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class SymbolText {
    Q_DECLARE_TR_FUNCTIONS(SymbolText)
  public:
    static QString text(SymbolName name) {
        switch (name) {
        case SymbolName::Police: return agencyText(MarkAgency::Police);
        case SymbolName::Fire: return agencyText(MarkAgency::Fire);
        case SymbolName::Ambulance: return agencyText(MarkAgency::Ambulance);
        case SymbolName::City: return agencyText(MarkAgency::City);
        case SymbolName::Environment: return agencyText(MarkAgency::Environment);
        case SymbolName::Market: return agencyText(MarkAgency::Market);
        case SymbolName::Traffic: return agencyText(MarkAgency::Traffic);
        case SymbolName::Transport: return agencyText(MarkAgency::Transport);
        case SymbolName::Emergency: return agencyText(MarkAgency::Emergency);
        case SymbolName::Joint: return agencyText(MarkAgency::Joint);
        case SymbolName::IncidentFire: return tr("fire");
        case SymbolName::IncidentHazmat: return tr("hazardous material");
        case SymbolName::IncidentRescue: return tr("rescue");
        case SymbolName::IncidentMedical: return tr("medical");
        case SymbolName::IncidentPolice: return tr("police matter");
        case SymbolName::IncidentTraffic: return tr("traffic accident");
        case SymbolName::IncidentTransport: return tr("public transport");
        case SymbolName::IncidentCity: return tr("city matter");
        case SymbolName::IncidentEnvironment: return tr("environment");
        case SymbolName::IncidentMarket: return tr("market and food");
        case SymbolName::IncidentSafety: return tr("work safety");
        case SymbolName::IncidentDisaster: return tr("natural disaster");
        case SymbolName::IncidentJoint: return tr("several agencies");
        case SymbolName::Car: return tr("car");
        case SymbolName::Motorcycle: return tr("motorcycle");
        case SymbolName::Foot: return tr("on foot");
        case SymbolName::ArmedTeam: return tr("armed team");
        case SymbolName::FireEngine: return tr("fire engine");
        case SymbolName::LadderTruck: return tr("ladder truck");
        case SymbolName::RescueTruck: return tr("rescue truck");
        case SymbolName::AmbulanceCar: return tr("ambulance");
        case SymbolName::Boat: return tr("boat");
        case SymbolName::Drone: return tr("drone");
        case SymbolName::Dog: return tr("dog team");
        case SymbolName::Team: return tr("team");
        case SymbolName::CommandCar: return tr("command car");
        case SymbolName::TowTruck: return tr("tow truck");
        case SymbolName::Bus: return tr("bus");
        case SymbolName::Truck: return tr("truck");
        case SymbolName::Pump: return tr("pump");
        case SymbolName::Laboratory: return tr("laboratory");
        case SymbolName::Radio: return tr("communications");
        case SymbolName::Hospital: return tr("hospital");
        case SymbolName::FireStation: return tr("fire station");
        case SymbolName::PoliceStation: return tr("police station");
        case SymbolName::School: return tr("school");
        case SymbolName::Station: return tr("railway station");
        case SymbolName::Fuel: return tr("fuel");
        case SymbolName::Airport: return tr("airport");
        case SymbolName::Peak: return tr("peak");
        case SymbolName::Shelter: return tr("shelter");
        case SymbolName::Hydrant: return tr("hydrant");
        case SymbolName::Warehouse: return tr("warehouse");
        case SymbolName::CommandPost: return tr("command post");
        case SymbolName::Camera: return tr("camera");
        }
        return {};
    }
};

} // namespace

QString symbolText(SymbolName name) { return SymbolText::text(name); }

} // namespace ob::ui

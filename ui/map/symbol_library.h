// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/sprite.h"

#include <QByteArray>
#include <QColor>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <tuple>

namespace ob::ui {

/// Our own drawings in resources/symbols. What is meant is named, not the drawing.
enum class SymbolName : std::uint8_t {
    // Agencies.
    Police,
    Fire,
    Ambulance,
    City,
    Environment,
    Market,
    Traffic,
    Transport,
    Emergency,
    Joint,
    // Kinds of incidents.
    IncidentFire,
    IncidentHazmat,
    IncidentRescue,
    IncidentMedical,
    IncidentPolice,
    IncidentTraffic,
    IncidentTransport,
    IncidentCity,
    IncidentEnvironment,
    IncidentMarket,
    IncidentSafety,
    IncidentDisaster,
    IncidentJoint,
    // Kinds of units.
    Car,
    Motorcycle,
    Foot,
    ArmedTeam,
    FireEngine,
    LadderTruck,
    RescueTruck,
    AmbulanceCar,
    Boat,
    Drone,
    Dog,
    Team,
    CommandCar,
    TowTruck,
    Bus,
    Truck,
    Pump,
    Laboratory,
    Radio,
    // Facilities.
    Hospital,
    FireStation,
    PoliceStation,
    School,
    Station,
    Fuel,
    Airport,
    Peak,
    Shelter,
    Hydrant,
    Warehouse,
    CommandPost,
    Camera,
};

std::span<SymbolName const> allSymbols();
/// Where the drawing is, as ":/symbols/agency_police.svg".
QString symbolFile(SymbolName name);

/// The shape of an SVG drawing in one colour, without a ground; nothing of what is no drawing.
/// ARGB32_Premultiplied. For any thread.
QImage shapeOf(QByteArray const& svg, int pixels, QColor colour);

/// The drawing's shape in one colour, without a ground; ARGB32_Premultiplied. For any thread.
QImage symbolImage(SymbolName name, int pixels, QColor colour);

/// Symbols as they are laid on the map, each painted once. One thread at a time.
class SymbolLibrary {
  public:
    /// Device pixels; with a halo around it. The anchor is the middle.
    std::shared_ptr<Sprite const> plain(SymbolName name, QColor colour, QColor halo, double pixels);
    std::shared_ptr<Sprite const> dot(QColor colour, QColor halo, double pixels);

  private:
    std::map<std::tuple<int, QRgb, QRgb, int>, std::shared_ptr<Sprite const>> m_sprites;
};

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/symbol_library.h"

#include "ui/map/halo.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

// A resource of a static library is linked only when it is named, and outside of any namespace.
static void initSymbols() { Q_INIT_RESOURCE(ui_symbols); }

namespace ob::ui {
namespace {

struct Drawing {
    SymbolName name;
    char const* file;
};

constexpr Drawing drawings[] = {
    {SymbolName::Police, "agency_police"},
    {SymbolName::Fire, "agency_fire"},
    {SymbolName::Ambulance, "agency_ambulance"},
    {SymbolName::City, "agency_city"},
    {SymbolName::Environment, "agency_environment"},
    {SymbolName::Market, "agency_market"},
    {SymbolName::Traffic, "agency_traffic"},
    {SymbolName::Transport, "agency_transport"},
    {SymbolName::Emergency, "agency_emergency"},
    {SymbolName::Joint, "agency_joint"},
    {SymbolName::IncidentFire, "incident_fire"},
    {SymbolName::IncidentHazmat, "incident_hazmat"},
    {SymbolName::IncidentRescue, "incident_rescue"},
    {SymbolName::IncidentMedical, "incident_medical"},
    {SymbolName::IncidentPolice, "incident_police"},
    {SymbolName::IncidentTraffic, "incident_traffic"},
    {SymbolName::IncidentTransport, "incident_transport"},
    {SymbolName::IncidentCity, "incident_city"},
    {SymbolName::IncidentEnvironment, "incident_environment"},
    {SymbolName::IncidentMarket, "incident_market"},
    {SymbolName::IncidentSafety, "incident_safety"},
    {SymbolName::IncidentDisaster, "incident_disaster"},
    {SymbolName::IncidentJoint, "incident_joint"},
    {SymbolName::Car, "unit_car"},
    {SymbolName::Motorcycle, "unit_motorcycle"},
    {SymbolName::Foot, "unit_foot"},
    {SymbolName::ArmedTeam, "unit_armed_team"},
    {SymbolName::FireEngine, "unit_fire_engine"},
    {SymbolName::LadderTruck, "unit_ladder_truck"},
    {SymbolName::RescueTruck, "unit_rescue_truck"},
    {SymbolName::AmbulanceCar, "unit_ambulance"},
    {SymbolName::Boat, "unit_boat"},
    {SymbolName::Drone, "unit_drone"},
    {SymbolName::Dog, "unit_dog"},
    {SymbolName::Team, "unit_team"},
    {SymbolName::CommandCar, "unit_command"},
    {SymbolName::TowTruck, "unit_tow_truck"},
    {SymbolName::Bus, "unit_bus"},
    {SymbolName::Truck, "unit_truck"},
    {SymbolName::Pump, "unit_pump"},
    {SymbolName::Laboratory, "unit_lab"},
    {SymbolName::Radio, "unit_radio"},
    {SymbolName::Hospital, "facility_hospital"},
    {SymbolName::FireStation, "facility_fire_station"},
    {SymbolName::PoliceStation, "facility_police_station"},
    {SymbolName::School, "facility_school"},
    {SymbolName::Station, "facility_station"},
    {SymbolName::Fuel, "facility_fuel"},
    {SymbolName::Airport, "facility_airport"},
    {SymbolName::Peak, "facility_peak"},
    {SymbolName::Shelter, "facility_shelter"},
    {SymbolName::Hydrant, "facility_hydrant"},
    {SymbolName::Warehouse, "facility_warehouse"},
    {SymbolName::CommandPost, "facility_command_post"},
    {SymbolName::Camera, "facility_camera"},
};

QImage withMargin(QImage const& image, int margin) {
    QImage wide(image.width() + 2 * margin, image.height() + 2 * margin, QImage::Format_ARGB32_Premultiplied);
    wide.fill(Qt::transparent);
    QPainter(&wide).drawImage(margin, margin, image);
    return wide;
}

Sprite haloed(QImage const& shape, QColor colour, QColor halo) {
    double const radius = std::max(1.0, shape.width() / 14.0);
    QImage const image =
        withHalo(withMargin(shape, static_cast<int>(std::ceil(radius)) + 1), colour, halo, radius);
    return {image, QPoint(image.width() / 2, image.height() / 2)};
}

} // namespace

std::span<SymbolName const> allSymbols() {
    static auto const names = [] {
        std::array<SymbolName, std::size(drawings)> list{};
        for (std::size_t i = 0; i < list.size(); ++i)
            list[i] = drawings[i].name;
        return list;
    }();
    return names;
}

QString symbolFile(SymbolName name) {
    auto const* const found = std::find_if(std::begin(drawings), std::end(drawings),
                                           [name](Drawing const& drawing) { return drawing.name == name; });
    if (found == std::end(drawings)) return {};
    return QStringLiteral(":/symbols/%1.svg").arg(QLatin1String(found->file));
}

QImage shapeOf(QByteArray const& svg, int pixels, QColor colour) {
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer drawing(svg);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    return image;
}

QImage symbolImage(SymbolName name, int pixels, QColor colour) {
    initSymbols();
    QFile file(symbolFile(name));
    bool const isOpen = file.open(QIODevice::ReadOnly);
    return shapeOf(isOpen ? file.readAll() : QByteArray(), pixels, colour);
}

std::shared_ptr<Sprite const> SymbolLibrary::plain(SymbolName name, QColor colour, QColor halo,
                                                   double pixels) {
    int const size = static_cast<int>(std::lround(pixels));
    auto& sprite = m_sprites[{static_cast<int>(name), colour.rgb(), halo.rgb(), size}];
    if (!sprite)
        sprite = std::make_shared<Sprite const>(haloed(symbolImage(name, size, colour), colour, halo));
    return sprite;
}

std::shared_ptr<Sprite const> SymbolLibrary::dot(QColor colour, QColor halo, double pixels) {
    int const size = static_cast<int>(std::lround(pixels));
    auto& sprite = m_sprites[{-1, colour.rgb(), halo.rgb(), size}];
    if (sprite) return sprite;
    QImage shape(size, size, QImage::Format_ARGB32_Premultiplied);
    shape.fill(Qt::transparent);
    QPainter painter(&shape);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(0, 0, size, size));
    painter.end();
    return sprite = std::make_shared<Sprite const>(haloed(shape, colour, halo));
}

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo_map.h"

#include "app/files.h"
#include "core/city/city_places.h"
#include "core/city/city_sheet.h"
#include "core/map/gunzip.h"
#include "core/store/map_pack_writer.h"

#include <QTemporaryDir>

namespace ob::app {
namespace {

constexpr std::uint8_t minZoom = 5;
constexpr std::uint8_t maxZoom = 14;

void writeRoads(core::RoadNetwork::Parts const& roads, store::MapPackWriter& writer) {
    for (core::GeoPoint const node : roads.nodes)
        writer.addRoadNode(node);
    for (core::MapName const& name : roads.names)
        writer.addRoadName(name);
    for (core::RoadSegment const& segment : roads.segments)
        writer.addRoadSegment(segment);
    for (core::RoadBan const& ban : roads.bans)
        writer.addRoadBan(ban);
}

std::string textOf(std::pair<core::GeoPoint, core::GeoPoint> const& bounds) {
    auto const number = [](double degrees) { return QString::number(degrees, 'f', 7).toStdString(); };
    return number(bounds.first.longitude()) + ',' + number(bounds.first.latitude()) + ','
           + number(bounds.second.longitude()) + ',' + number(bounds.second.latitude());
}

void describe(core::City const& city, store::MapPackWriter& writer) {
    writer.setMetadata("name", city.name.local + " " + city.name.english);
    writer.setMetadata("format", "pbf");
    writer.setMetadata("type", "baselayer");
    writer.setMetadata("bounds", textOf(core::boundsOfCity()));
    writer.setMetadata("minzoom", std::to_string(minZoom));
    writer.setMetadata("maxzoom", std::to_string(maxZoom));
    writer.setMetadata("attribution", "示范市 Demo city · 虚构 made up");
    writer.setMetadata("licence", "Apache-2.0");
    writer.setMetadata("datum", "wgs84");
    writer.setMetadata("seed", std::to_string(city.seed));
    writer.setMetadata("version", "1");
}

} // namespace

DemoMapReport makeDemoMap(std::uint64_t seed, std::filesystem::path const& out) {
    auto const folder = std::filesystem::absolute(out).parent_path();
    QTemporaryDir scratch(QString::fromStdString((folder / ".oneboard-map-XXXXXX").string()));
    if (!scratch.isValid())
        throw FileError(folder.string() + " cannot be written: choose another folder for --out");
    std::filesystem::path const file = scratch.filePath(QStringLiteral("pack")).toStdString();
    core::City const city = core::makeCity(seed);
    DemoMapReport report{.name = city.name, .seed = seed, .buildings = city.buildings.size()};
    store::MapPackWriter writer(file);
    core::TileSheet(core::drawnCity(city))
        .cut(minZoom, maxZoom, [&](core::TileId id, core::Bytes const& bytes) {
            writer.addTile(id, core::gzip(bytes));
            ++report.tiles;
        });
    core::RoadNetwork::Parts const roads = core::roadsOf(city);
    writeRoads(roads, writer);
    report.roadSegments = roads.segments.size();
    report.turnBans = roads.bans.size();
    core::eachPlace(city, roads, [&](core::GazetteerPlace const& place, std::string_view tokens) {
        writer.addPlace(place, tokens);
        ++report.places;
    });
    describe(city, writer);
    report.hash = writer.finish();
    std::filesystem::rename(file, out);
    report.bytes = std::filesystem::file_size(out);
    return report;
}

} // namespace ob::app

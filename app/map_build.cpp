// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/map_build.h"

#include "app/files.h"
#include "app/map_contents.h"
#include "app/outside_program.h"
#include "core/ensure.h"
#include "core/map/opl.h"
#include "core/map/vector_tile.h"
#include "core/store/map_check.h"
#include "core/store/map_file.h"
#include "core/store/map_pack_writer.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <unordered_set>

// A resource of a static library is linked only when it is named, and outside of any namespace.
static void initMapProfile() { Q_INIT_RESOURCE(app_map); }

namespace ob::app {
namespace {

using core::MapBuildFault;

QString const osmium = QStringLiteral("osmium");
QString const tilemaker = QStringLiteral("tilemaker");

[[noreturn]] void fail(MapBuildFault fault, QString const& subject = {}, QString const& detail = {}) {
    throw MapBuildFailure({fault, subject.toStdString(), detail.toStdString()});
}

void demand(QString const& program, QString const& package) {
    if (!OutsideProgram::exists(program)) fail(MapBuildFault::ProgramMissing, program, package);
}

QByteArray profile(char const* name) {
    QFile file(QStringLiteral(":/map/") + QLatin1StringView(name));
    OB_ENSURE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Writes a file of the profile where tilemaker can read it.
QString written(QString const& scratch, char const* name, QByteArray const& content) {
    QString const file = scratch + QLatin1Char('/') + QLatin1StringView(name);
    writeFile(file.toStdString(),
              core::viewOf({content.constData(), static_cast<std::size_t>(content.size())}));
    return file;
}

QString textOf(QJsonArray const& box) {
    QStringList numbers;
    for (auto const& number : box)
        numbers << QString::number(number.toDouble(), 'f', 7);
    return numbers.join(QLatin1Char(','));
}

} // namespace

/// The map as the programs get it, and what osmium says of it.
struct MapBuild::Source {
    QString file;
    QString bounds; ///< west,south,east,north
    QString newest; ///< time of the newest object; may be empty
    bool isOrdered = false;
    bool isPbf = false;
};

MapBuild::MapBuild(Order order, Watcher watcher) : m_order(std::move(order)), m_watcher(std::move(watcher)) {}

MapBuildReport MapBuild::run() try {
    if (!std::filesystem::is_regular_file(m_order.osm))
        fail(MapBuildFault::InputMissing, QString::fromStdString(m_order.osm.string()));
    if (!m_order.sea.empty() && !std::filesystem::is_regular_file(m_order.sea))
        fail(MapBuildFault::InputMissing, QString::fromStdString(m_order.sea.string()));
    demand(osmium, QStringLiteral("osmium-tool"));
    demand(tilemaker, tilemaker);
    auto const folder = std::filesystem::absolute(m_order.out).parent_path();
    QTemporaryDir scratch(QString::fromStdString((folder / ".oneboard-map-XXXXXX").string()));
    if (!scratch.isValid())
        throw FileError(folder.string() + " cannot be written: choose another folder for --out");
    m_watcher.began(MapBuildStep::Reading);
    Source const source = prepared(scratch.path());
    m_watcher.began(MapBuildStep::Tiles);
    QString const tiles = makeTiles(source, scratch.path());
    QString const file = scratch.filePath(QStringLiteral("pack"));
    pack(source, tiles, scratch.path(), file);
    std::filesystem::rename(file.toStdString(), m_order.out);
    m_report.bytes = std::filesystem::file_size(m_order.out);
    return m_report;
} catch (ProgramFailure const& failure) {
    switch (failure.kind()) {
    case ProgramFailure::Kind::Missing:
        fail(MapBuildFault::ProgramMissing, failure.program(), failure.program());
    case ProgramFailure::Kind::Failed:
        // osmium's words for the box around no node at all.
        if (failure.lastWords().contains(QStringLiteral("Invalid location"))) fail(MapBuildFault::Empty);
        fail(MapBuildFault::ProgramFailed, failure.program(), failure.lastWords());
    case ProgramFailure::Kind::Stopped: fail(MapBuildFault::Stopped);
    }
    OB_ENSURE(false);
}

MapBuild::Source MapBuild::prepared(QString const& scratch) {
    Source source{.file = QString::fromStdString(std::filesystem::absolute(m_order.osm).string())};
    QByteArray json;
    OutsideProgram(osmium, m_watcher.isStopped)
        .run({QStringLiteral("fileinfo"), QStringLiteral("--extended"), QStringLiteral("--json"),
              QStringLiteral("--no-progress"), source.file},
             [&json](std::string_view line) {
                 json.append(line.data(), static_cast<qsizetype>(line.size()));
             });
    QJsonObject const whole = QJsonDocument::fromJson(json).object();
    QJsonObject const found = whole[QStringLiteral("data")].toObject();
    QJsonObject const counts = found[QStringLiteral("count")].toObject();
    auto const count = [&counts](char const* name) {
        return static_cast<std::uint64_t>(counts[QLatin1StringView(name)].toInteger());
    };
    m_report.nodes = count("nodes");
    m_report.ways = count("ways");
    m_report.relations = count("relations");
    if (found[QStringLiteral("multiple_versions")].toBool()) fail(MapBuildFault::HasHistory);
    QJsonArray const boxes = whole[QStringLiteral("header")].toObject()[QStringLiteral("boxes")].toArray();
    source.bounds = textOf(boxes.size() == 1 ? boxes[0].toArray() : found[QStringLiteral("bbox")].toArray());
    QString const newest = found[QStringLiteral("timestamp")].toObject()[QStringLiteral("last")].toString();
    // Files without times say 1970.
    if (newest > QStringLiteral("2004")) source.newest = newest.left(10);
    source.isOrdered = found[QStringLiteral("objects_ordered")].toBool();
    source.isPbf =
        whole[QStringLiteral("file")].toObject()[QStringLiteral("format")] == QStringLiteral("PBF");
    if (!source.isOrdered || !source.isPbf) sort(source, scratch);
    repair(source, scratch);
    return source;
}

void MapBuild::sort(Source& source, QString const& scratch) {
    m_watcher.began(MapBuildStep::Sorting);
    QString const sorted = scratch + QStringLiteral("/sorted.osm.pbf");
    OutsideProgram(osmium, m_watcher.isStopped)
        .run({source.isOrdered ? QStringLiteral("cat") : QStringLiteral("sort"),
              QStringLiteral("--no-progress"), QStringLiteral("-o"), sorted, source.file});
    source.file = sorted;
}

void MapBuild::repair(Source& source, QString const& scratch) {
    // tilemaker aborts on a way one of whose nodes is not there.
    std::unordered_set<std::int64_t> missing;
    OutsideProgram program(osmium, m_watcher.isStopped);
    program.run({QStringLiteral("check-refs"), QStringLiteral("--show-ids"), QStringLiteral("--no-progress"),
                 source.file},
                [&missing](std::string_view line) {
                    if (auto const node = core::missingNode(line)) missing.insert(*node);
                },
                {0, 1});
    m_report.missingNodes = missing.size();
    if (missing.empty()) return;
    m_watcher.began(MapBuildStep::Repairing);
    QString const repaired = scratch + QStringLiteral("/repaired.osm.pbf");
    OutsideProgram(osmium, m_watcher.isStopped)
        .runAfter(program,
                  {QStringLiteral("cat"), QStringLiteral("--no-progress"), QStringLiteral("-f"),
                   QStringLiteral("opl"), source.file},
                  {QStringLiteral("cat"), QStringLiteral("--no-progress"), QStringLiteral("-F"),
                   QStringLiteral("opl"), QStringLiteral("-"), QStringLiteral("-o"), repaired},
                  [&missing](std::string_view line) { return core::withoutMissing(line, missing); });
    source.file = repaired;
}

QString MapBuild::writeLayers(QString const& scratch) const {
    QByteArray layers = profile("tiles.json");
    if (!m_order.sea.empty()) {
        QJsonObject const sea{{QStringLiteral("minzoom"), 0},
                              {QStringLiteral("maxzoom"), 14},
                              {QStringLiteral("simplify_below"), 13},
                              {QStringLiteral("simplify_level"), 0.0001},
                              {QStringLiteral("simplify_ratio"), 2},
                              {QStringLiteral("write_to"), QStringLiteral("water")},
                              {QStringLiteral("source"),
                               QString::fromStdString(std::filesystem::absolute(m_order.sea).string())}};
        // Layers are drawn in their order, and what one is written to must stand before it.
        layers.replace("\"water_name\"", "\"sea\": " + QJsonDocument(sea).toJson() + ", \"water_name\"");
    }
    return written(scratch, "tiles.json", layers);
}

QString MapBuild::makeTiles(Source const& source, QString const& scratch) {
    initMapProfile();
    QString const tiles = scratch + QStringLiteral("/tiles.mbtiles");
    OutsideProgram(tilemaker, m_watcher.isStopped)
        .run({QStringLiteral("--input"), source.file, QStringLiteral("--output"), tiles,
              QStringLiteral("--config"), writeLayers(scratch), QStringLiteral("--process"),
              written(scratch, "process.lua", profile("process.lua")), QStringLiteral("--bbox"),
              source.bounds});
    return tiles;
}

void MapBuild::pack(Source const& source, QString const& tiles, QString const& scratch, QString const& file) {
    auto const made = store::MapFile::load(tiles.toStdString());
    if (!made)
        throw MapBuildFailure({MapBuildFault::BadTiles, tilemaker.toStdString(),
                               std::string(nameOf(made.error().fault)) + " " + made.error().subject});
    store::MapPackWriter writer(file.toStdString());
    m_watcher.began(MapBuildStep::Packing);
    copyTiles(**made, writer);
    MapContents contents(source.file, scratch, m_watcher.isStopped);
    m_watcher.began(MapBuildStep::Roads);
    contents.packRoads(writer);
    m_watcher.began(MapBuildStep::Places);
    contents.packPlaces(writer);
    m_report.roadSegments = contents.segments();
    m_report.turnBans = contents.bans();
    m_report.lostTurnRules = contents.lostRules();
    m_report.places = contents.places();
    m_report.isRomanised = contents.isRomanised();
    describe(source, **made, writer);
    m_report.hash = writer.finish();
}

void MapBuild::copyTiles(store::MapFile const& tiles, store::MapPackWriter& writer) {
    store::eachStoredTile(tiles, [&](core::TileId id, core::ByteView bytes) {
        if (m_watcher.isStopped()) fail(MapBuildFault::Stopped);
        writer.addTile(id, bytes);
        ++m_report.tiles;
    });
}

void MapBuild::describe(Source const& source, store::MapFile const& tiles,
                        store::MapPackWriter& writer) const {
    QFileInfo const file(QString::fromStdString(m_order.osm.string()));
    QString const name = m_order.name.empty() ? file.baseName() : QString::fromStdString(m_order.name);
    QString date = m_order.date.empty() ? source.newest : QString::fromStdString(m_order.date);
    if (date.isEmpty()) date = file.lastModified().toUTC().toString(QStringLiteral("yyyy-MM-dd"));
    writer.setMetadata("name", name.toStdString());
    writer.setMetadata("format", "pbf");
    writer.setMetadata("type", "baselayer");
    writer.setMetadata("bounds", source.bounds.toStdString());
    writer.setMetadata("minzoom", std::to_string(tiles.source().minZoom));
    writer.setMetadata("maxzoom", std::to_string(tiles.source().maxZoom));
    writer.setMetadata("attribution", m_order.attribution);
    writer.setMetadata("licence", m_order.licence);
    writer.setMetadata("datum", "wgs84");
    writer.setMetadata("date", date.toStdString());
    writer.setMetadata("version", "1");
}

} // namespace ob::app

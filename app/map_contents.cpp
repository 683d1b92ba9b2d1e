// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/map_contents.h"

#include "app/files.h"

namespace ob::app {
namespace {

QString const osmium = QStringLiteral("osmium");
QString const quiet = QStringLiteral("--no-progress");

} // namespace

MapContents::MapContents(QString osm, QString scratch, OutsideProgram::IsStopped isStopped)
    : m_osm(std::move(osm)), m_scratch(std::move(scratch)), m_isStopped(std::move(isStopped)) {}

QString MapContents::filtered(QString const& name, QStringList const& expressions) {
    QString const file = m_scratch + QLatin1Char('/') + name + QStringLiteral(".osm.pbf");
    OutsideProgram(osmium, m_isStopped)
        .run(QStringList{QStringLiteral("tags-filter"), quiet, QStringLiteral("-o"), file, m_osm}
             + expressions);
    return file;
}

void MapContents::each(QStringList const& arguments,
                       std::function<void(core::OsmObject const&)> const& visit) {
    OutsideProgram(osmium, m_isStopped)
        .run(arguments
                 + QStringList{quiet, QStringLiteral("-f"), QStringLiteral("opl"), QStringLiteral("-o"),
                               QStringLiteral("-")},
             [&visit](std::string_view line) {
                 if (auto const object = core::readOpl(line)) visit(*object);
             });
}

void MapContents::packRoads(store::MapPackWriter& writer) {
    QString const file =
        filtered(QStringLiteral("roads"), {QStringLiteral("w/highway"), QStringLiteral("w/route=ferry"),
                                           QStringLiteral("r/type=restriction")});
    each({QStringLiteral("cat"), QStringLiteral("-t"), QStringLiteral("way"), QStringLiteral("-t"),
          QStringLiteral("relation"), file},
         [this](core::OsmObject const& object) { m_roads.note(object); });
    m_roads.meet();
    each({QStringLiteral("add-locations-to-ways"), QStringLiteral("--ignore-missing-nodes"), file},
         [this, &writer](core::OsmObject const& object) {
             if (object.kind != core::OsmObject::Kind::Way) return;
             m_roads.cut(object, [this, &writer](core::RoadSegment const& segment) {
                 writer.addRoadSegment(segment);
                 m_places.addRoad(m_roads.names(), segment, m_roads.nodes()[segment.a]);
                 ++m_segments;
             });
         });
    for (core::GeoPoint const node : m_roads.nodes())
        writer.addRoadNode(node);
    for (core::MapName const& name : m_roads.names())
        writer.addRoadName(name);
    for (core::RoadBan const& ban : m_roads.bans()) {
        writer.addRoadBan(ban);
        ++m_bans;
    }
    for (auto const& [point, names] : m_roads.crossings())
        m_places.addCrossing(m_roads.names(), point, names);
}

void MapContents::packPlaces(store::MapPackWriter& writer) {
    QString const file = filtered(QStringLiteral("places"), {QStringLiteral("name,name:zh,name:en"),
                                                             QStringLiteral("addr:housenumber")});
    each({QStringLiteral("cat"), QStringLiteral("-t"), QStringLiteral("relation"), file},
         [this](core::OsmObject const& relation) { m_places.note(relation); });
    each({QStringLiteral("add-locations-to-ways"), QStringLiteral("--ignore-missing-nodes"), file},
         [this](core::OsmObject const& object) { m_places.add(object); });
    m_places.finish(pinyin(), [this, &writer](core::GazetteerPlace const& place, std::string_view tokens) {
        writer.addPlace(place, tokens);
        ++m_placeCount;
    });
}

core::PinyinTokens MapContents::pinyin() {
    core::PinyinTokens pinyin;
    QString const program = QStringLiteral("uconv");
    m_isRomanised = OutsideProgram::exists(program);
    auto const characters = m_places.hanCharacters();
    if (!m_isRomanised || characters.empty()) return pinyin;
    std::string lines;
    for (std::string const& character : characters)
        (lines += character) += '\n';
    QString const file = m_scratch + QStringLiteral("/characters");
    writeFile(file.toStdString(), core::viewOf(lines));
    auto character = characters.begin();
    OutsideProgram(program, m_isStopped)
        .run({QStringLiteral("-f"), QStringLiteral("utf-8"), QStringLiteral("-t"), QStringLiteral("utf-8"),
              QStringLiteral("-x"), QStringLiteral("Han-Latin; Latin-ASCII; Lower"), file},
             [&](std::string_view line) {
                 if (character != characters.end()) pinyin.addReading(*character++, line);
             });
    return pinyin;
}

} // namespace ob::app

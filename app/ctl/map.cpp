// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/caller.h"
#include "app/ctl/json_text.h"
#include "app/ctl/map_demo.h"
#include "app/ctl/map_output.h"
#include "app/ctl/map_travel.h"
#include "app/ctl/output.h"
#include "app/ctl/subcommand.h"
#include "app/map_build.h"
#include "core/store/map_check.h"
#include "core/store/map_file.h"
#include "core/store/sqlite_gazetteer.h"
#include "ui/text/map_text.h"

#include <QDate>
#include <QJsonArray>

namespace ob::app {
namespace {

QString word(MapBuildStep step) {
    switch (step) {
    case MapBuildStep::Reading: return QStringLiteral("reading the file");
    case MapBuildStep::Sorting: return QStringLiteral("sorting it");
    case MapBuildStep::Repairing: return QStringLiteral("taking out nodes that are not there");
    case MapBuildStep::Tiles: return QStringLiteral("making tiles");
    case MapBuildStep::Roads: return QStringLiteral("making the road graph");
    case MapBuildStep::Places: return QStringLiteral("making the gazetteer");
    case MapBuildStep::Packing: return QStringLiteral("packing");
    }
    return {};
}

MapBuild::Order orderOf(Arguments const& arguments) {
    auto const textOf = [&](char const* name) {
        return arguments.value(QLatin1StringView(name)).toStdString();
    };
    MapBuild::Order const order{
        .osm = caller().fileNamed(arguments.required(QStringLiteral("osm")).toStdString()),
        .out = caller().fileNamed(arguments.required(QStringLiteral("out")).toStdString()),
        .sea = arguments.has(QStringLiteral("sea")) ? caller().fileNamed(textOf("sea"))
                                                    : std::filesystem::path(),
        .name = textOf("name"),
        .date = textOf("date"),
        .attribution = arguments.has(QStringLiteral("attribution")) ? textOf("attribution")
                                                                    : "© OpenStreetMap contributors",
        .licence = arguments.has(QStringLiteral("licence")) ? textOf("licence") : "ODbL-1.0"};
    if (!order.date.empty()
        && !QDate::fromString(QString::fromStdString(order.date), QStringLiteral("yyyy-MM-dd")).isValid())
        throw MapBuildFailure({core::MapBuildFault::BadDate, order.date, {}});
    return order;
}

int build(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("map build"),
        QStringLiteral("Builds a map pack of an OpenStreetMap file: tiles, roads and names in one file, "
                       "which replaces an older one of that name. Needs the programs tilemaker (2 or "
                       "3) and osmium (package osmium-tool)."));
    arguments
        .option(QStringLiteral("osm"), QStringLiteral("FILE"),
                QStringLiteral("OpenStreetMap extract, .osm.pbf or another format of osmium."))
        .option(QStringLiteral("out"), QStringLiteral("FILE"),
                QStringLiteral("The map pack, by custom .obmap."))
        .option(QStringLiteral("sea"), QStringLiteral("FILE.shp"),
                QStringLiteral(
                    "Water polygons in WGS 84 (of OpenStreetMap: osmdata.openstreetmap.de), which extracts "
                    "do not hold: without them the sea looks like land."))
        .option(QStringLiteral("name"), QStringLiteral("NAME"), QStringLiteral("What the map is called."))
        .option(QStringLiteral("date"), QStringLiteral("YYYY-MM-DD"),
                QStringLiteral("Of the map; else that of its newest object."))
        .option(QStringLiteral("attribution"), QStringLiteral("TEXT"),
                QStringLiteral("Shown with the map; else © OpenStreetMap contributors."))
        .option(QStringLiteral("licence"), QStringLiteral("NAME"),
                QStringLiteral("Of the map; else ODbL-1.0."));
    arguments.parse(rest);
    caller().heedStop();
    bool const shows = caller().isErrorTerminal() && !arguments.json();
    try {
        auto const report =
            MapBuild(orderOf(arguments), {.began =
                                              [shows](MapBuildStep step) {
                                                  if (shows)
                                                      printError("%s …\n", word(step).toUtf8().constData());
                                              },
                                          .isStopped = [] { return caller().isStopAsked(); }})
                .run();
        printBuilt(report, arguments.json());
        return exitDone;
    } catch (MapBuildFailure const& failure) {
        printMapBuildProblem(failure.problem(), arguments.json());
        return exitProblem;
    }
}

QString onlyFile(Arguments const& arguments) {
    if (arguments.rest().size() != 1) throw UsageError(QStringLiteral("one FILE is needed"));
    return arguments.rest()[0];
}

/// Nothing, after saying why, when the file is not a map.
std::shared_ptr<store::MapFile> load(Arguments const& arguments, QString const& file) {
    auto const map = store::MapFile::load(caller().fileNamed(file.toStdString()));
    if (map) return *map;
    printMapProblem(map.error(), arguments.json());
    return nullptr;
}

int show(QStringList const& rest) {
    Arguments arguments(QStringLiteral("map info"),
                        QStringLiteral("What a map pack or MBTiles file says of itself."));
    arguments.positional(QStringLiteral("file"), QStringLiteral("Map pack or MBTiles."));
    arguments.parse(rest);
    auto const map = load(arguments, onlyFile(arguments));
    if (!map) return exitProblem;
    printMapHead(*map, arguments.json());
    return exitDone;
}

int check(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("map check"),
        QStringLiteral("Reads all of a map: its hash, every tile, the roads; counts what is in it."));
    arguments.positional(QStringLiteral("file"), QStringLiteral("Map pack or MBTiles."));
    arguments.parse(rest);
    auto const map = load(arguments, onlyFile(arguments));
    if (!map) return exitProblem;
    caller().heedStop();
    auto const result = store::checkMap(*map, [] { return !caller().isStopAsked(); });
    printMapCheck(result, arguments.json());
    return result.problemCount == 0 ? exitDone : exitProblem;
}

int find(QStringList const& rest) {
    Arguments arguments(
        QStringLiteral("map find"),
        QStringLiteral("Places of a map pack by name: words, parts of Chinese names, pinyin or its "
                       "initials."));
    arguments
        .option(QStringLiteral("limit"), QStringLiteral("N"), QStringLiteral("At most so many; else 20."))
        .positional(QStringLiteral("file"), QStringLiteral("Map pack."))
        .positional(QStringLiteral("text"), QStringLiteral("As an operator would type it."));
    arguments.parse(rest);
    if (arguments.rest().size() < 2) throw UsageError(QStringLiteral("map find FILE TEXT"));
    bool isNumber = true;
    uint const limit = arguments.has(QStringLiteral("limit"))
                           ? arguments.value(QStringLiteral("limit")).toUInt(&isNumber)
                           : 20;
    if (!isNumber || limit == 0 || limit > 1000) throw UsageError(QStringLiteral("--limit is 1 to 1000"));
    auto const map = load(arguments, arguments.rest()[0]);
    if (!map) return exitProblem;
    auto const gazetteer = store::openGazetteer(*map);
    if (!gazetteer) {
        printMapProblem({core::MapFault::WrongTables, "place"}, arguments.json());
        return exitProblem;
    }
    auto const places = gazetteer->find(arguments.rest().mid(1).join(QLatin1Char(' ')).toStdString(), limit);
    printPlaces(places, arguments.json());
    return places.empty() ? exitProblem : exitDone;
}

} // namespace

int runMap(QStringList const& rest) {
    if (!rest.isEmpty() && rest[0] == QStringLiteral("build")) return build(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("demo")) return runMapDemo(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("info")) return show(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("check")) return check(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("find")) return find(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("route")) return runMapRoute(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("nearest")) return runMapNearest(rest.mid(1));
    if (!rest.isEmpty() && rest[0] == QStringLiteral("reach")) return runMapReach(rest.mid(1));
    throw UsageError(QStringLiteral("map build --osm FILE --out FILE, map demo --out FILE, map info FILE, "
                                    "map check FILE, map find FILE TEXT, "
                                    "map route FILE --from PLACE --to PLACE, map nearest FILE --to PLACE "
                                    "--from PLACE …, or map reach FILE "
                                    "--from PLACE --minutes N"));
}

} // namespace ob::app

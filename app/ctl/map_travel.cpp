// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/map_travel.h"

#include "app/caller.h"
#include "app/ctl/json_text.h"
#include "app/ctl/map_output.h"
#include "app/ctl/output.h"
#include "app/ctl/subcommand.h"
#include "core/road/travel_times.h"
#include "core/store/sqlite_roads.h"
#include "ui/text/sentence.h"

#include <QJsonArray>

#include <charconv>

namespace ob::app {
namespace {

core::GeoPoint placeOf(QString const& text) {
    std::string const bytes = text.toStdString();
    double numbers[2] = {};
    char const* at = bytes.data();
    char const* const end = bytes.data() + bytes.size();
    bool isPlace = true;
    for (int i = 0; i < 2 && isPlace; ++i) {
        auto const [next, error] = std::from_chars(at, end, numbers[i]);
        isPlace = error == std::errc() && (i == 1 ? next == end : next != end && *next == ',');
        at = next + (i == 0 ? 1 : 0);
    }
    auto const place = isPlace ? core::GeoPoint::ofDegrees(numbers[0], numbers[1]) : std::nullopt;
    if (!place)
        throw UsageError(ui::filled(QStringLiteral("“%1” is no place: LAT,LON in degrees, WGS 84"), {text}));
    return *place;
}

Arguments& describe(Arguments& arguments) {
    return arguments.positional(QStringLiteral("file"), QStringLiteral("Map pack."))
        .flag(
            QStringLiteral("blue-light"),
            QStringLiteral(
                "With lights and siren: faster, on restricted roads, and where a rule excepts emergencies."))
        .option(QStringLiteral("closed"), QStringLiteral("LAT,LON;…"),
                QStringLiteral(
                    "An area that nobody drives through, by its corners; may be given several times."));
}

std::vector<core::Area> closedAreas(Arguments const& arguments) {
    std::vector<core::Area> areas;
    for (QString const& text : arguments.values(QStringLiteral("closed"))) {
        core::Area area{{{}}};
        for (QString const& corner : text.split(QLatin1Char(';')))
            area.rings[0].push_back(placeOf(corner));
        if (area.rings[0].size() < 3)
            throw UsageError(QStringLiteral("--closed needs three corners or more"));
        areas.push_back(std::move(area));
    }
    return areas;
}

/// Nothing, after saying why, when the file has no roads.
std::unique_ptr<core::TravelTimes> load(Arguments const& arguments) {
    if (arguments.rest().size() != 1) throw UsageError(QStringLiteral("one FILE is needed"));
    auto const areas = closedAreas(arguments);
    auto const map = store::MapFile::load(caller().fileNamed(arguments.rest()[0].toStdString()));
    if (!map) {
        printMapProblem(map.error(), arguments.json());
        return nullptr;
    }
    auto roads = std::make_shared<core::RoadNetwork const>(store::readRoads(**map));
    if (roads->segments().empty()) {
        printMapProblem({core::MapFault::WrongTables, "road_segment"}, arguments.json());
        return nullptr;
    }
    auto times = std::make_unique<core::TravelTimes>(
        std::move(roads), arguments.has(QStringLiteral("blue-light")) ? core::DriveProfile::BlueLight
                                                                      : core::DriveProfile::Normal);
    times->closeRoads(areas);
    return times;
}

double secondsOf(std::uint32_t milliseconds) { return static_cast<double>(milliseconds) / 1000; }

QString clockOf(std::uint32_t milliseconds) {
    std::uint32_t const seconds = (milliseconds + 500) / 1000;
    return ui::filled(
        QStringLiteral("%1:%2"),
        {QString::number(seconds / 60), QString::number(seconds % 60).rightJustified(2, QLatin1Char('0'))});
}

QJsonArray lineJson(std::vector<core::GeoPoint> const& line) {
    QJsonArray points;
    for (core::GeoPoint const point : line)
        points.append(QJsonArray{point.latitude(), point.longitude()});
    return points;
}

QString nameOf(core::RoadNetwork const& roads, std::uint32_t number) {
    core::MapName const& name = roads.names()[number - 1];
    for (std::string const* const text : {&name.local, &name.chinese, &name.english, &name.reference})
        if (!text->empty()) return ui::textOf(*text);
    return {};
}

} // namespace

int runMapRoute(QStringList const& rest) {
    Arguments arguments(QStringLiteral("map route"),
                        QStringLiteral("The fastest way by road, its time and length."));
    describe(arguments)
        .option(QStringLiteral("from"), QStringLiteral("LAT,LON"), QStringLiteral("Degrees, WGS 84."))
        .option(QStringLiteral("to"), QStringLiteral("LAT,LON"), QStringLiteral("Degrees, WGS 84."));
    arguments.parse(rest);
    core::GeoPoint const from = placeOf(arguments.required(QStringLiteral("from")));
    core::GeoPoint const to = placeOf(arguments.required(QStringLiteral("to")));
    auto const times = load(arguments);
    if (!times) return exitProblem;
    auto const journey = times->journey(times->originAt(from), to);
    bool const isByRoad = journey.basis == core::TravelBasis::Road;
    QJsonArray names;
    QStringList words;
    for (std::uint32_t const number : journey.names) {
        // Names that differ in what is not shown are one road to who drives.
        QString const name = nameOf(times->roads(), number);
        if (words.isEmpty() || words.back() != name) names.append(words.emplace_back(name));
    }
    if (arguments.json())
        printJson({{QStringLiteral("basis"), ui::textOf(core::nameOf(journey.basis))},
                   {QStringLiteral("seconds"), secondsOf(journey.milliseconds)},
                   {QStringLiteral("metres"), journey.metres},
                   {QStringLiteral("roads"), names},
                   {QStringLiteral("line"), lineJson(journey.line)}});
    else {
        print(ui::filled(
            QStringLiteral("%1 min, %2 m, %3"),
            {clockOf(journey.milliseconds), QString::number(journey.metres, 'f', 0),
             isByRoad ? QStringLiteral("by road") : QStringLiteral("by air line: no road leads there")}));
        if (!words.isEmpty()) print(words.join(QStringLiteral(" → ")));
    }
    return isByRoad ? exitDone : exitProblem;
}

int runMapNearest(QStringList const& rest) {
    Arguments arguments(QStringLiteral("map nearest"),
                        QStringLiteral("Who is there first by road, of several places."));
    describe(arguments)
        .option(QStringLiteral("to"), QStringLiteral("LAT,LON"), QStringLiteral("Degrees, WGS 84."))
        .option(QStringLiteral("from"), QStringLiteral("LAT,LON"),
                QStringLiteral("May be given several times."))
        .option(QStringLiteral("limit"), QStringLiteral("N"), QStringLiteral("At most so many; else 20."));
    arguments.parse(rest);
    core::GeoPoint const to = placeOf(arguments.required(QStringLiteral("to")));
    QStringList const places = arguments.values(QStringLiteral("from"));
    if (places.isEmpty()) throw UsageError(QStringLiteral("--from is needed, once or several times"));
    bool isNumber = true;
    uint const limit = arguments.has(QStringLiteral("limit"))
                           ? arguments.value(QStringLiteral("limit")).toUInt(&isNumber)
                           : 20;
    if (!isNumber || limit == 0 || limit > 1000) throw UsageError(QStringLiteral("--limit is 1 to 1000"));
    std::vector<core::GeoPoint> points;
    for (QString const& place : places)
        points.push_back(placeOf(place));
    auto const times = load(arguments);
    if (!times) return exitProblem;
    std::vector<core::TravelOrigin> origins;
    for (core::GeoPoint const point : points)
        origins.push_back(times->originAt(point));
    for (auto const& approach : times->nearest(to, origins, limit)) {
        core::GeoPoint const point = points[approach.origin];
        double const air = core::distanceMetres(point, to);
        if (arguments.json())
            printJson({{QStringLiteral("from"), static_cast<qint64>(approach.origin)},
                       {QStringLiteral("latitude"), point.latitude()},
                       {QStringLiteral("longitude"), point.longitude()},
                       {QStringLiteral("basis"), ui::textOf(core::nameOf(approach.basis))},
                       {QStringLiteral("seconds"), secondsOf(approach.milliseconds)},
                       {QStringLiteral("airMetres"), air}});
        else
            print(ui::filled(QStringLiteral("%1 min  %2 (%3, %4 m straight)"),
                             {clockOf(approach.milliseconds), places[static_cast<qsizetype>(approach.origin)],
                              ui::textOf(core::nameOf(approach.basis)), QString::number(air, 'f', 0)}));
    }
    return exitDone;
}

int runMapReach(QStringList const& rest) {
    Arguments arguments(QStringLiteral("map reach"),
                        QStringLiteral("The roads that are reached from a place in some minutes."));
    describe(arguments)
        .option(QStringLiteral("from"), QStringLiteral("LAT,LON"), QStringLiteral("Degrees, WGS 84."))
        .option(QStringLiteral("minutes"), QStringLiteral("N"), QStringLiteral("1 to 600."));
    arguments.parse(rest);
    core::GeoPoint const from = placeOf(arguments.required(QStringLiteral("from")));
    uint const minutes = arguments.required(QStringLiteral("minutes")).toUInt();
    if (minutes == 0 || minutes > 600) throw UsageError(QStringLiteral("--minutes is 1 to 600"));
    auto const times = load(arguments);
    if (!times) return exitProblem;
    auto const lines = times->reach(from, minutes * 60'000);
    double metres = 0;
    for (auto const& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i)
            metres += core::distanceMetres(line[i - 1], line[i]);
        if (arguments.json()) printJson({{QStringLiteral("line"), lineJson(line)}});
    }
    if (!arguments.json())
        print(ui::filled(QStringLiteral("%1 stretches of road, %2 km"),
                         {QString::number(lines.size()), QString::number(metres / 1000, 'f', 1)}));
    return lines.empty() ? exitProblem : exitDone;
}

} // namespace ob::app

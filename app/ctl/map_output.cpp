// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/map_output.h"

#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "core/map/map_bounds.h"
#include "core/map/map_class_name.h"
#include "ui/text/map_text.h"
#include "ui/text/sentence.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ob::app {
namespace {

qint64 count(std::uint64_t value) { return static_cast<qint64>(value); }

QJsonObject problemJson(QString const& name, std::string const& subject, QString const& text) {
    return {{QStringLiteral("problem"), name},
            {QStringLiteral("subject"), ui::textOf(subject)},
            {QStringLiteral("text"), text}};
}

QString metadata(store::MapFile const& map, char const* name) {
    auto const at = map.head().metadata.find(name);
    return at == map.head().metadata.end() ? QString() : ui::textOf(at->second);
}

} // namespace

void printMapBuildProblem(core::MapBuildProblem const& problem, bool json) {
    QString const text = ui::mapBuildProblemText(problem);
    if (json)
        printJson(problemJson(ui::textOf(nameOf(problem.fault)), problem.subject, text));
    else
        printError("oneboardctl: %s\n", text.toUtf8().constData());
}

void printMapProblem(core::MapProblem const& problem, bool json) {
    QString const text = ui::mapProblemText(problem);
    if (json)
        printJson(problemJson(ui::textOf(nameOf(problem.fault)), problem.subject, text));
    else
        printError("oneboardctl: %s\n", text.toUtf8().constData());
}

void printBuilt(MapBuildReport const& report, bool json) {
    QJsonObject const object{{QStringLiteral("nodes"), count(report.nodes)},
                             {QStringLiteral("ways"), count(report.ways)},
                             {QStringLiteral("relations"), count(report.relations)},
                             {QStringLiteral("missingNodes"), count(report.missingNodes)},
                             {QStringLiteral("tiles"), count(report.tiles)},
                             {QStringLiteral("roadSegments"), count(report.roadSegments)},
                             {QStringLiteral("turnBans"), count(report.turnBans)},
                             {QStringLiteral("lostTurnRules"), count(report.lostTurnRules)},
                             {QStringLiteral("places"), count(report.places)},
                             {QStringLiteral("pinyin"), report.isRomanised},
                             {QStringLiteral("bytes"), count(report.bytes)},
                             {QStringLiteral("sha256"), ui::textOf(core::toHex(report.hash))}};
    if (json) return printJson({{QStringLiteral("built"), object}});
    if (report.missingNodes > 0)
        print(ui::filled(QStringLiteral("%1 nodes that ways name are not in the file: taken out of them"),
                         {QString::number(report.missingNodes)}));
    if (!report.isRomanised)
        print(QStringLiteral(
            "The program uconv (package icu-devtools) is not here: Chinese names are not found by "
            "pinyin. Install it and build again if they should be."));
    print(ui::filled(QStringLiteral("%1 stretches of road, %2 banned turns, %3 places"),
                     {QString::number(report.roadSegments), QString::number(report.turnBans),
                      QString::number(report.places)}));
    print(ui::filled(QStringLiteral("%1 tiles, %2 bytes, SHA-256 %3"),
                     {QString::number(report.tiles), QString::number(report.bytes),
                      ui::textOf(core::toHex(report.hash))}));
}

void printDemo(DemoMapReport const& report, bool json) {
    QJsonObject const object{{QStringLiteral("name"), ui::textOf(report.name.local)},
                             {QStringLiteral("nameEn"), ui::textOf(report.name.english)},
                             {QStringLiteral("seed"), count(report.seed)},
                             {QStringLiteral("tiles"), count(report.tiles)},
                             {QStringLiteral("buildings"), count(report.buildings)},
                             {QStringLiteral("roadSegments"), count(report.roadSegments)},
                             {QStringLiteral("turnBans"), count(report.turnBans)},
                             {QStringLiteral("places"), count(report.places)},
                             {QStringLiteral("bytes"), count(report.bytes)},
                             {QStringLiteral("sha256"), ui::textOf(core::toHex(report.hash))}};
    if (json) return printJson({{QStringLiteral("demo"), object}});
    print(ui::filled(QStringLiteral("%1 (%2): %3 buildings, %4 stretches of road, %5 places"),
                     {ui::textOf(report.name.local), ui::textOf(report.name.english),
                      QString::number(report.buildings), QString::number(report.roadSegments),
                      QString::number(report.places)}));
    print(ui::filled(QStringLiteral("%1 tiles, %2 bytes, SHA-256 %3"),
                     {QString::number(report.tiles), QString::number(report.bytes),
                      ui::textOf(core::toHex(report.hash))}));
}

void printMapHead(store::MapFile const& map, bool json) {
    core::TileSource const& source = map.source();
    QString const format =
        source.format == core::TileFormat::Vector ? QStringLiteral("vector") : QStringLiteral("raster");
    QJsonObject object{
        {QStringLiteral("kind"), map.isPack() ? QStringLiteral("pack") : QStringLiteral("mbtiles")},
        {QStringLiteral("tiles"), format},
        {QStringLiteral("name"), ui::textOf(source.name)},
        {QStringLiteral("attribution"), ui::textOf(source.attribution)},
        {QStringLiteral("datum"), ui::textOf(core::nameOf(source.datum))},
        {QStringLiteral("minZoom"), source.minZoom},
        {QStringLiteral("maxZoom"), source.maxZoom},
        {QStringLiteral("bounds"), QJsonArray{source.west, source.south, source.east, source.north}}};
    for (char const* const name : {"licence", "date", "sha256"})
        if (QString const value = metadata(map, name); !value.isEmpty())
            object.insert(QLatin1StringView(name), value);
    if (json) return printJson(object);
    for (auto at = object.begin(); at != object.end(); ++at) {
        QString value = at->toVariant().toString();
        if (at->isArray()) {
            QStringList numbers;
            for (auto const& number : at->toArray())
                numbers << QString::number(number.toDouble(), 'f', 6);
            value = numbers.join(QStringLiteral(", "));
        }
        if (!value.isEmpty()) print(at.key().leftJustified(12) + value);
    }
}

void printPlaces(std::vector<core::GazetteerPlace> const& places, bool json) {
    for (auto const& place : places) {
        QJsonObject object{{QStringLiteral("kind"), ui::textOf(nameOf(place.kind))},
                           {QStringLiteral("name"), ui::textOf(place.name.local)},
                           {QStringLiteral("latitude"), place.point.latitude()},
                           {QStringLiteral("longitude"), place.point.longitude()}};
        if (!place.name.chinese.empty())
            object.insert(QStringLiteral("nameZh"), ui::textOf(place.name.chinese));
        if (!place.name.english.empty())
            object.insert(QStringLiteral("nameEn"), ui::textOf(place.name.english));
        if (!place.context.empty()) object.insert(QStringLiteral("context"), ui::textOf(place.context));
        if (json) {
            printJson(object);
            continue;
        }
        QString const name = ui::textOf(!place.name.local.empty()     ? place.name.local
                                        : !place.name.chinese.empty() ? place.name.chinese
                                                                      : place.name.english);
        print(ui::filled(QStringLiteral("%1 %2, %3  %4 (%5)"),
                         {QString::number(place.point.latitude(), 'f', 6),
                          QString::number(place.point.longitude(), 'f', 6),
                          object[QStringLiteral("kind")].toString(), name, ui::textOf(place.context)}));
    }
}

void printMapCheck(store::MapCheck const& check, bool json) {
    QJsonObject zooms;
    for (std::size_t zoom = 0; zoom < check.tiles.size(); ++zoom)
        if (check.tiles[zoom] != 0) zooms.insert(QString::number(zoom), count(check.tiles[zoom]));
    QJsonObject features;
    for (std::size_t index = 0; index < check.features.size(); ++index)
        if (check.features[index] != 0)
            features.insert(ui::textOf(core::nameOf(static_cast<core::MapClass>(index))),
                            count(check.features[index]));
    QJsonArray problems;
    for (auto const& problem : check.problems)
        problems.append(
            problemJson(ui::textOf(nameOf(problem.fault)), problem.subject, ui::mapProblemText(problem)));
    if (json)
        return printJson({{QStringLiteral("check"),
                           QJsonObject{{QStringLiteral("problemCount"), count(check.problemCount)},
                                       {QStringLiteral("problems"), problems},
                                       {QStringLiteral("hashChecked"), check.isHashChecked},
                                       {QStringLiteral("tiles"), zooms},
                                       {QStringLiteral("tileBytes"), count(check.tileBytes)},
                                       {QStringLiteral("points"), count(check.points)},
                                       {QStringLiteral("features"), features},
                                       {QStringLiteral("roadNodes"), count(check.roadNodes)},
                                       {QStringLiteral("roadSegments"), count(check.roadSegments)},
                                       {QStringLiteral("roadBans"), count(check.roadBans)},
                                       {QStringLiteral("places"), count(check.places)}}}});
    for (std::size_t zoom = 0; zoom < check.tiles.size(); ++zoom)
        if (check.tiles[zoom] != 0)
            print(ui::filled(QStringLiteral("zoom %1: %2 tiles"),
                             {QString::number(zoom), QString::number(check.tiles[zoom])}));
    for (auto at = features.begin(); at != features.end(); ++at)
        print(at.key().leftJustified(18) + QString::number(at->toInteger()));
    print(ui::filled(QStringLiteral("%1 road nodes, %2 segments, %3 turn bans, %4 places"),
                     {QString::number(check.roadNodes), QString::number(check.roadSegments),
                      QString::number(check.roadBans), QString::number(check.places)}));
    for (auto const& problem : check.problems)
        print(ui::mapProblemText(problem));
    print(check.problemCount == 0
              ? QStringLiteral("sound")
              : ui::filled(QStringLiteral("%1 problems"), {QString::number(check.problemCount)}));
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_legend.h"

#include "tests/support/spoken_language.h"
#include "ui/map/symbol_text.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QImage>
#include <QResizeEvent>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace ob::ui {
namespace {

/// Is the drawing anywhere in the picture, as it is?
bool contains(QImage const& picture, QImage const& drawing) {
    std::vector<std::pair<QPoint, QRgb>> solid;
    for (int y = 0; y < drawing.height(); ++y)
        for (int x = 0; x < drawing.width(); ++x)
            if (qAlpha(drawing.pixel(x, y)) == 255) solid.emplace_back(QPoint(x, y), drawing.pixel(x, y));
    auto const isAt = [&](int left, int top) {
        return std::all_of(solid.begin(), solid.end(), [&](auto const& point) {
            return picture.pixel(left + point.first.x(), top + point.first.y()) == point.second;
        });
    };
    for (int top = 0; top + drawing.height() <= picture.height(); ++top)
        for (int left = 0; left + drawing.width() <= picture.width(); ++left)
            if (isAt(left, top)) return true;
    return false;
}

TEST(MapLegend, showsKindsOfUnitsIncidentsAndPlaces) {
    QWidget map;
    map.resize(1200, 900);
    MapLegend legend(&map);
    legend.use(Theme::Day);
    QImage const picture = legend.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QColor const ink = tokens(Theme::Day).text;
    for (SymbolName const name : {SymbolName::IncidentFire, SymbolName::Drone, SymbolName::Hydrant})
        EXPECT_TRUE(contains(picture, symbolImage(name, 18, ink))) << symbolText(name).toStdString();
}

TEST(MapLegend, fitsTheMapWhateverItsHeight) {
    QWidget map;
    map.resize(1600, 1000);
    MapLegend legend(&map);
    QSize const tall = legend.size();
    EXPECT_TRUE(map.rect().contains(legend.geometry()));
    map.resize(1600, 560);
    QResizeEvent resized(map.size(), QSize());
    QCoreApplication::sendEvent(&map, &resized);
    EXPECT_TRUE(map.rect().contains(legend.geometry())) << legend.height();
    EXPECT_GT(legend.width(), tall.width());
}

TEST(MapLegend, eachSymbolHasANameOfItsOwnInBothLanguages) {
    std::set<QString> names;
    for (char const* const language : {"en", "zh_CN"}) {
        test::SpokenLanguage const spoken(language);
        for (SymbolName const symbol : allSymbols())
            names.insert(symbolText(symbol));
    }
    EXPECT_FALSE(names.contains(QString()));
    // An ambulance is the service and the car in English.
    EXPECT_GE(names.size(), 2 * allSymbols().size() - 1);
}

} // namespace
} // namespace ob::ui

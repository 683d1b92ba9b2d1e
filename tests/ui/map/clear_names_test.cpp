// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/map/fake_tiles.h"
#include "tests/ui/map/made_up_city.h"
#include "ui/map/map_view.h"

#include <gtest/gtest.h>

#include <QTest>

#include <cmath>
#include <utility>
#include <vector>

namespace ob::ui {
namespace {

using tests::FakeTiles;
using tests::LayerBuilder;
using tests::tileOf;

constexpr QSize viewSize(800, 600);
core::GeoPoint const home = *core::GeoPoint::ofDegrees(31.23, 121.47);

/// A land without anything but, perhaps, one town.
std::shared_ptr<core::TilePort> land(std::optional<WorldPoint> town) {
    core::TileSource source;
    source.attribution = "Somebody's map, drawn with great care";
    return std::make_shared<FakeTiles>(
        [town](core::TileId id) {
            LayerBuilder places("place");
            if (town) {
                double const tiles = std::exp2(id.zoom);
                int const x = static_cast<int>(std::lround((town->x * tiles - id.column) * 4096));
                int const y = static_cast<int>(std::lround((town->y * tiles - id.row) * 4096));
                if (x >= 0 && y >= 0 && x < 4096 && y < 4096)
                    places.points({{x, y}}, {{"class", std::string("town")},
                                             {"rank", 1},
                                             {"name", std::string("Longnamedtown")}});
            }
            return tileOf({places});
        },
        source);
}

/// What is seen with a town at that point of the view (no point: without one).
QImage frameWith(std::optional<QPointF> point, MarkLists lists = {}) {
    MapView view;
    view.resize(viewSize);
    view.show();
    view.lookAt(home, 14);
    view.openMap(land(point ? std::optional(view.camera().toWorld(*point)) : std::nullopt));
    view.show(std::move(lists));
    EXPECT_TRUE(QTest::qWaitFor([&view] { return view.isSettled(); }, 20'000));
    return view.frame().copy();
}

TEST(ClearNames, aNameInTheOpenIsWritten) { EXPECT_NE(frameWith(QPointF(400, 300)), frameWith({})); }

/// What is seen with a named road from one point of the view to another; it is not drawn itself.
QImage frameWithRoad(QPointF from, QPointF to) {
    Camera const camera(worldOf(home), 14, QSizeF(viewSize));
    auto const road = [ends = std::pair(camera.toWorld(from), camera.toWorld(to))](core::TileId id) {
        double const tiles = std::exp2(id.zoom);
        auto const in = [&](WorldPoint point) {
            return std::pair{static_cast<int>(std::lround((point.x * tiles - id.column) * 4096)),
                             static_cast<int>(std::lround((point.y * tiles - id.row) * 4096))};
        };
        LayerBuilder names("transportation_name");
        names.lines({{in(ends.first), in(ends.second)}},
                    {{"class", std::string("primary")}, {"name", std::string("Long Road")}});
        return tileOf({names});
    };
    MapView view;
    view.resize(viewSize);
    view.show();
    view.lookAt(home, 14);
    core::TileSource source;
    source.attribution = "Somebody's map, drawn with great care";
    view.openMap(std::make_shared<FakeTiles>(road, source));
    EXPECT_TRUE(QTest::qWaitFor([&view] { return view.isSettled(); }, 20'000));
    return view.frame().copy();
}

TEST(ClearNames, noNameOfARoadIsCutByTheEdge) {
    QImage const bare = frameWith({});
    EXPECT_NE(frameWithRoad({100, 250}, {180, 250}), bare);
    EXPECT_EQ(frameWithRoad({760, 250}, {840, 250}), bare);
}

TEST(ClearNames, aTownIsNamedBesideTheMarksThatStandOnIt) {
    Camera const camera(worldOf(home), 14, QSizeF(viewSize));
    std::vector<UnitMark> units(1);
    units[0].number = 1;
    units[0].place = camera.toWorld({400, 300});
    units[0].callsign = QStringLiteral("E52");
    MarkLists lists;
    lists.units = std::make_shared<std::vector<UnitMark> const>(units);
    EXPECT_NE(frameWith(QPointF(400, 300), lists), frameWith({}, lists));
}

TEST(ClearNames, noNameShinesThroughTheGlass) {
    QImage const bare = frameWith({});
    constexpr QRect attribution(560, 578, 236, 18);
    constexpr QRect scale(670, 540, 116, 26);
    for (QPointF const point : {QPointF(700, 587), QPointF(735, 552)}) {
        QImage const frame = frameWith(point);
        EXPECT_EQ(frame.copy(attribution), bare.copy(attribution));
        EXPECT_EQ(frame.copy(scale), bare.copy(scale));
    }
}

/// Around all pixels that differ.
QRect difference(QImage const& a, QImage const& b) {
    QRect around;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) around |= QRect(x, y, 1, 1);
    return around;
}

TEST(ClearNames, noNameIsCutByTheEdge) {
    QImage const bare = frameWith({});
    QSize const whole = difference(frameWith(QPointF(400, 300)), bare).size();
    for (QPointF const point : {QPointF(790, 300), QPointF(400, 6)}) {
        QRect const name = difference(frameWith(point), bare);
        EXPECT_TRUE(QRect(QPoint(0, 0), viewSize).adjusted(1, 1, -1, -1).contains(name)) << name.right();
        EXPECT_GE(name.width(), whole.width() - 16) << "it stands on another side of its place";
    }
}

} // namespace
} // namespace ob::ui

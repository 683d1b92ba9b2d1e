// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/map/fake_tiles.h"
#include "tests/ui/map/made_up_city.h"
#include "ui/map/map_view.h"

#include <gtest/gtest.h>

#include <QTest>

#include <cmath>

namespace ob::ui {
namespace {

using tests::FakeTiles;
using tests::LayerBuilder;
using tests::tileOf;

constexpr QSize viewSize(800, 600);

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
    view.lookAt(*core::GeoPoint::ofDegrees(31.23, 121.47), 14);
    view.openMap(land(point ? std::optional(view.camera().toWorld(*point)) : std::nullopt));
    view.show(std::move(lists));
    EXPECT_TRUE(QTest::qWaitFor([&view] { return view.isSettled(); }, 20'000));
    return view.frame().copy();
}

TEST(ClearNames, aNameInTheOpenIsWritten) { EXPECT_NE(frameWith(QPointF(400, 300)), frameWith({})); }

TEST(ClearNames, noNameShinesThroughTheGlass) {
    QImage const bare = frameWith({});
    EXPECT_EQ(frameWith(QPointF(700, 587)), bare) << "under the attribution";
    EXPECT_EQ(frameWith(QPointF(735, 552)), bare) << "under the scale";
}

TEST(ClearNames, noNameIsCutByTheEdge) {
    QImage const bare = frameWith({});
    EXPECT_EQ(frameWith(QPointF(790, 300)), bare) << "it stands on the right of its place";
    EXPECT_EQ(frameWith(QPointF(400, 1)), bare) << "its upper half would be out of sight";
}

} // namespace
} // namespace ob::ui

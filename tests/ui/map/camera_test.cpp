// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/camera.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ob::ui {
namespace {

Camera overVaduz(double zoom, double ratio = 1) {
    return {worldOfDegrees(47.141, 9.521), zoom, {1920, 1080}, ratio};
}

TEST(World, knowsWhereTheCornersAre) {
    EXPECT_NEAR(worldOfDegrees(0, 0).x, 0.5, 1e-12);
    EXPECT_NEAR(worldOfDegrees(0, 0).y, 0.5, 1e-12);
    EXPECT_NEAR(worldOfDegrees(85.05112878, -180).x, 0, 1e-12);
    EXPECT_NEAR(worldOfDegrees(85.05112878, -180).y, 0, 1e-9);
    auto const back = placeOf(worldOfDegrees(31.2304, 121.4737));
    EXPECT_NEAR(back.latitude(), 31.2304, 1e-7);
    EXPECT_NEAR(back.longitude(), 121.4737, 1e-7);
}

TEST(World, polesAreOnTheEdge) { EXPECT_NEAR(worldOfDegrees(90, 0).y, 0, 1e-9); }

TEST(Camera, whatIsUnderTheCursorStaysThereWhileZooming) {
    QPointF const cursor{300, 900};
    Camera const before = overVaduz(13.2);
    Camera const after = before.zoomedAbout(cursor, 16.7);
    WorldPoint const was = before.toWorld(cursor);
    EXPECT_NEAR(after.toScreen(was).x(), 300, 1e-3);
    EXPECT_NEAR(after.toScreen(was).y(), 900, 1e-3);
    EXPECT_DOUBLE_EQ(after.zoom(), 16.7);
}

TEST(Camera, dragMovesTheGroundWithTheHand) {
    Camera const before = overVaduz(14);
    WorldPoint const grabbed = before.toWorld({10, 20});
    QPointF const now = before.panned({100, -50}).toScreen(grabbed);
    EXPECT_NEAR(now.x(), 110, 1e-3);
    EXPECT_NEAR(now.y(), -30, 1e-3);
}

TEST(Camera, atRestTilesAreWholePixels) {
    for (double const ratio : {1.0, 1.25, 1.5, 2.0})
        for (double zoom = 9; zoom < 18; zoom += 0.37) {
            Camera const rest = overVaduz(zoom, ratio).atRest();
            double const tile = rest.scale() * ratio / std::exp2(std::floor(rest.zoom() + 1e-9));
            EXPECT_NEAR(tile, std::round(tile), 1e-6);
            EXPECT_NEAR(rest.zoom(), zoom, 0.002);
            QPointF const corner = rest.toScreen({0, 0}) * ratio;
            EXPECT_NEAR(corner.x(), std::round(corner.x()), 1e-2);
            EXPECT_EQ(rest.atRest().toScreen({0.5, 0.5}), rest.toScreen({0.5, 0.5}));
        }
}

TEST(Camera, fittedShowsTheWholeBox) {
    WorldBox const box{worldOfDegrees(47.27, 9.47), worldOfDegrees(47.05, 9.64)};
    Camera const camera = overVaduz(3).fitted(box, 20);
    EXPECT_GE(camera.toScreen(box.topLeft).x(), 19.9);
    EXPECT_GE(camera.toScreen(box.topLeft).y(), 19.9);
    EXPECT_LE(camera.toScreen(box.bottomRight).y(), 1060.1);
}

TEST(Camera, scaleIsMetresOnTheGround) {
    Camera const camera = overVaduz(14);
    double const pixels = 1000 / camera.metresPerPixel();
    auto const a = *core::GeoPoint::ofDegrees(47.141, 9.521);
    auto const b = placeOf(camera.toWorld(camera.toScreen(worldOf(a)) + QPointF(pixels, 0)));
    EXPECT_NEAR(core::distanceMetres(a, b), 1000, 5);
}

} // namespace
} // namespace ob::ui

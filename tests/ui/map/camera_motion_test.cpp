// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/camera_motion.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ob::ui {
namespace {

Camera const start({0.53, 0.35}, 13, QSizeF(1280, 720));

TEST(CameraMotion, zoomKeepsTheCursorsPlaceAllTheWay) {
    CameraMotion motion(start);
    QPointF const cursor(200, 500);
    WorldPoint const place = motion.at(0).toWorld(cursor);
    motion.zoomBy(2, cursor, 0);
    for (double now = 0; now < 180; now += 15) {
        EXPECT_NEAR(motion.at(now).toScreen(place).x(), 200, 0.01);
        EXPECT_NEAR(motion.at(now).toScreen(place).y(), 500, 0.01);
    }
    EXPECT_NEAR(motion.at(1000).toScreen(place).x(), 200, 1); // at rest on whole pixels
    EXPECT_NEAR(motion.at(1000).zoom(), 15, 0.002);
    EXPECT_FALSE(motion.isMoving(1000));
}

TEST(CameraMotion, wheelStepsAddUp) {
    CameraMotion motion(start);
    for (int i = 0; i < 4; ++i)
        motion.zoomBy(0.5, {640, 360}, i * 20);
    EXPECT_NEAR(motion.target().zoom(), 15, 0.01);
}

TEST(CameraMotion, aFlightGoesOutToSeeWhereItGoes) {
    CameraMotion motion(start);
    Camera const far = start.at({0.56, 0.37}, 14);
    motion.fly(far, 0);
    double lowest = 20;
    for (double now = 0; now < 1600; now += 10)
        lowest = std::min(lowest, motion.at(now).zoom());
    EXPECT_LT(lowest, 10);
    EXPECT_EQ(motion.at(2000), far.atRest());
}

TEST(CameraMotion, aFlightToTheSamePlaceEnds) {
    CameraMotion motion(start);
    motion.fly(start, 0);
    EXPECT_TRUE(std::isfinite(motion.at(50).zoom()));
    EXPECT_EQ(motion.at(3000), start.atRest());
}

TEST(CameraMotion, aHandStopsAFlight) {
    CameraMotion motion(start);
    motion.fly(start.at({0.7, 0.4}, 12), 0);
    motion.pan({5, 5}, 100);
    EXPECT_FALSE(motion.isMoving(101));
}

} // namespace
} // namespace ob::ui

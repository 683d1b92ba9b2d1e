// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/occupancy.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::ui {
namespace {

TEST(Occupancy, whatIsTakenIsNotFreeAnyMore) {
    Occupancy taken(QSize(640, 480), 4);
    QRect const box(100, 100, 80, 16);
    EXPECT_TRUE(taken.isFree(box));
    taken.take(box);
    EXPECT_FALSE(taken.isFree(box));
    EXPECT_FALSE(taken.isFree(QRect(170, 110, 200, 40)));
    EXPECT_TRUE(taken.isFree(QRect(200, 100, 50, 16)));
    EXPECT_TRUE(taken.isFree(QRect(100, 140, 80, 16)));
    taken.clear();
    EXPECT_TRUE(taken.isFree(box));
}

TEST(Occupancy, beyondTheFrameEverythingIsFree) {
    Occupancy taken(QSize(100, 100), 4);
    taken.take(QRect(-500, -500, 2000, 2000));
    EXPECT_TRUE(taken.isFree(QRect(-40, 10, 20, 20)));
    EXPECT_TRUE(taken.isFree(QRect(10, 300, 20, 20)));
    EXPECT_FALSE(taken.isFree(QRect(90, 90, 200, 200)));
}

RC_GTEST_PROP(Occupancy, aTakenPixelIsFoundByWhateverCoversIt, ()) {
    Occupancy taken(QSize(400, 300), *rc::gen::inRange(1, 9));
    auto const rect = [] {
        return QRect(*rc::gen::inRange(-50, 420), *rc::gen::inRange(-50, 320), *rc::gen::inRange(1, 200),
                     *rc::gen::inRange(1, 100));
    };
    QRect const first = rect();
    QRect const second = rect();
    taken.take(first);
    if (first.intersected(second).intersects(QRect(0, 0, 400, 300))) RC_ASSERT(!taken.isFree(second));
}

} // namespace
} // namespace ob::ui

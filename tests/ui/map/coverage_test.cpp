// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/coverage.h"

#include "ui/map/stroke_shape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace ob::ui {
namespace {

QImage black(int size = 32) {
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::black);
    return image;
}

int light(QImage const& image, int x, int y) { return qRed(image.pixel(x, y)); }

TEST(Coverage, aPixelIsAsBrightAsItIsCovered) {
    Coverage coverage(32, 32);
    std::vector<QPointF> const square{{4.5, 4.25}, {10, 4.25}, {10, 10}, {4.5, 10}};
    coverage.add(square);
    QImage image = black();
    coverage.layOn(image, Qt::white);
    EXPECT_EQ(light(image, 7, 7), 255);
    EXPECT_NEAR(light(image, 4, 7), 128, 2);
    EXPECT_NEAR(light(image, 7, 4), 191, 2);
    EXPECT_NEAR(light(image, 4, 4), 96, 2);
    EXPECT_EQ(light(image, 10, 7), 0);
    EXPECT_EQ(light(image, 3, 7), 0);
}

TEST(Coverage, touchingShapesShowNoSeam) {
    Coverage coverage(32, 32);
    coverage.add(std::vector<QPointF>{{2, 2}, {15.3, 2}, {17.9, 30}, {2, 30}});
    coverage.add(std::vector<QPointF>{{15.3, 2}, {30, 2}, {30, 30}, {17.9, 30}});
    QImage image = black();
    coverage.layOn(image, Qt::white);
    for (int y = 3; y < 29; ++y)
        for (int x = 3; x < 29; ++x)
            EXPECT_GE(light(image, x, y), 254) << x << ' ' << y;
}

TEST(Coverage, aShapeThatCoversTheWholeImageFillsIt) {
    for (double const far : {33.0, 500.0, 40000.0}) {
        Coverage coverage(32, 32);
        coverage.add(
            std::vector<QPointF>{{-far, -far}, {far + 32, -far}, {far + 32, far + 32}, {-far, far + 32}});
        QImage image = black();
        coverage.layOn(image, Qt::white);
        QImage white = black();
        white.fill(Qt::white);
        EXPECT_EQ(image, white) << far;
    }
}

TEST(Coverage, aRingAgainstItsOuterOneIsAHole) {
    Coverage coverage(32, 32);
    coverage.add(std::vector<QPointF>{{2, 2}, {30, 2}, {30, 30}, {2, 30}});
    coverage.add(std::vector<QPointF>{{10, 10}, {10, 20}, {20, 20}, {20, 10}});
    QImage image = black();
    coverage.layOn(image, Qt::white);
    EXPECT_EQ(light(image, 15, 15), 0);
    EXPECT_EQ(light(image, 5, 15), 255);
    EXPECT_EQ(light(image, 25, 15), 255);
}

TEST(Coverage, forgetsWhatWasLaidOn) {
    Coverage coverage(32, 32);
    coverage.add(std::vector<QPointF>{{2, 2}, {90, 2}, {90, 90}, {2, 90}});
    QImage first = black();
    coverage.layOn(first, Qt::white);
    QImage second = black();
    coverage.layOn(second, Qt::white);
    EXPECT_EQ(second, black());
}

/// QPainter paints single shapes well; it is what ours is held to.
RC_GTEST_PROP(Coverage, paintsTrianglesAsQPainterDoes, ()) {
    auto const point = [] {
        return QPointF(*rc::gen::inRange(-400, 800) / 10.0, *rc::gen::inRange(-400, 800) / 10.0);
    };
    std::vector<QPointF> const ring{point(), point(), point()};
    Coverage coverage(32, 32);
    coverage.add(ring, signedArea(ring) < 0);
    QImage ours = black();
    coverage.layOn(ours, Qt::white);
    QImage theirs = black();
    {
        QPainter painter(&theirs);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawPolygon(ring.data(), 3);
    }
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 32; ++x)
            if (std::abs(light(ours, x, y) - light(theirs, x, y)) > 16)
                RC_FAIL("pixel " + std::to_string(x) + "," + std::to_string(y) + ": "
                        + std::to_string(light(ours, x, y)) + " instead of "
                        + std::to_string(light(theirs, x, y)));
}

TEST(Stroke, isAsWideAsAskedWhicheverWayItRuns) {
    for (auto const& line :
         {std::vector<QPointF>{{-5, 16}, {16, 16}, {40, 16}}, std::vector<QPointF>{{40, 16}, {-5, 16}}}) {
        Coverage coverage(32, 32);
        addStroke(coverage, line, 6, LineEnd::Flat);
        QImage image = black();
        coverage.layOn(image, Qt::white);
        for (int x = 0; x < 32; ++x) {
            EXPECT_EQ(light(image, x, 12), 0);
            EXPECT_EQ(light(image, x, 13), 255);
            EXPECT_EQ(light(image, x, 18), 255);
            EXPECT_EQ(light(image, x, 19), 0);
        }
    }
}

TEST(Stroke, cornersAreFilled) {
    for (QPointF const end : {QPointF(28, 28), QPointF(28, 20), QPointF(16, 2), QPointF(28, 6)}) {
        Coverage coverage(32, 32);
        addStroke(coverage, std::vector<QPointF>{{2, 16}, {16, 16}, end}, 8, LineEnd::Flat);
        QImage image = black();
        coverage.layOn(image, Qt::white);
        for (QPoint const inside : {QPoint(15, 16), QPoint(16, 15), QPoint(16, 16)})
            EXPECT_GE(light(image, inside.x(), inside.y()), 250);
    }
}

TEST(Stroke, dashesLeaveGaps) {
    Coverage coverage(32, 32);
    std::array<double, 2> const pattern{4, 4};
    addDashes(coverage, std::vector<QPointF>{{0, 16}, {32, 16}}, 2, pattern, 32);
    QImage image = black();
    coverage.layOn(image, Qt::white);
    EXPECT_EQ(light(image, 1, 16), 255);
    EXPECT_EQ(light(image, 6, 16), 0);
    EXPECT_EQ(light(image, 9, 16), 255);
    EXPECT_EQ(light(image, 14, 16), 0);
}

} // namespace
} // namespace ob::ui

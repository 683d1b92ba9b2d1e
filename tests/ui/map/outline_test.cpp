// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/outline.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QImage>

#include <cmath>

namespace ob::ui {
namespace {

QPen dashed() {
    QPen pen(Qt::white, 2);
    pen.setDashPattern({5, 4});
    return pen;
}

QImage stroked(std::vector<QPointF> const& line, QPen const& pen) {
    QImage image(120, 80, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    strokeSeen(painter, line, pen);
    return image;
}

int ink(QImage const& image) {
    int sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y));
    return sum;
}

/// Looking at a door within a geofence about a city: laid one by one these dashes take minutes.
TEST(Outline, aLineFarBeyondTheViewCostsNoMoreThanWhatIsSeen) {
    QElapsedTimer clock;
    clock.start();
    QImage const image = stroked({{-4e8, 40}, {4e8, 40}}, dashed());
    EXPECT_LT(clock.elapsed(), 1000);
    EXPECT_NEAR(ink(image), 120 * 2 * 255 * 5 / 9, 120 * 255 / 4);
}

TEST(Outline, dashesAreThoseOfTheWholeLine) {
    QImage whole(120, 80, QImage::Format_RGB32);
    whole.fill(Qt::black);
    {
        QPainter painter(&whole);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(dashed());
        painter.drawLine(QPointF(-300, 40), QPointF(400, 40));
    }
    EXPECT_EQ(stroked({{-300, 40}, {400, 40}}, dashed()), whole);
}

TEST(Outline, dashesMoveWithTheLineNotWithTheView) {
    QImage const before = stroked({{-70, 40}, {400, 40}}, dashed());
    QImage const after = stroked({{-77, 40}, {393, 40}}, dashed());
    EXPECT_EQ(after.copy(0, 0, 100, 80), before.copy(7, 0, 100, 80));
}

TEST(Outline, aPlainLineIsDrawnAsEver) {
    std::vector<QPointF> const line{{10, 10}, {60, 70}, {110, 20}};
    QImage whole(120, 80, QImage::Format_RGB32);
    whole.fill(Qt::black);
    {
        QPainter painter(&whole);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::white, 3));
        painter.drawPolyline(line.data(), 3);
    }
    EXPECT_EQ(stroked(line, QPen(Qt::white, 3)), whole);
}

} // namespace
} // namespace ob::ui

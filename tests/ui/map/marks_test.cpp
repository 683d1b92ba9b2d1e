// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/display_list.h"
#include "ui/map/mark_painter.h"

#include <gtest/gtest.h>

#include <QFile>

#include <set>
#include <vector>

namespace ob::ui {
namespace {

int inkOf(QImage const& image) {
    int ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) > 127 ? 1 : 0;
    return ink;
}

TEST(Symbols, eachHasItsDrawingWhichCanBeSeenAtEighteenPixels) {
    std::vector<QImage> seen;
    std::size_t same = 0;
    for (SymbolName const name : allSymbols()) {
        QImage const image = symbolImage(name, 18, Qt::black);
        EXPECT_TRUE(QFile::exists(symbolFile(name))) << symbolFile(name).toStdString();
        int const ink = inkOf(image);
        EXPECT_GT(ink, 18 * 18 / 10) << symbolFile(name).toStdString();
        EXPECT_LT(ink, 18 * 18 * 9 / 10) << symbolFile(name).toStdString();
        same += static_cast<std::size_t>(std::count(seen.begin(), seen.end(), image));
        seen.push_back(image);
    }
    // A fire is a fire for the agency and the incident; so are police, joint command and the command post.
    EXPECT_LE(same, 4U);
}

class EachLook : public testing::TestWithParam<MarkAtlas::Look> {};
INSTANTIATE_TEST_SUITE_P(Looks, EachLook,
                         testing::Values(MarkAtlas::Look{Theme::Night, Language::Chinese, 1},
                                         MarkAtlas::Look{Theme::Day, Language::English, 1},
                                         MarkAtlas::Look{Theme::Day, Language::Chinese, 2}));

TEST_P(EachLook, unitsDifferByAgencyStateAndAge) {
    MarkAtlas const atlas(GetParam());
    std::vector<QImage> seen;
    for (int agency = 0; agency < 10; ++agency)
        for (int state = 0; state < 6; ++state)
            for (bool const isStale : {false, true}) {
                QImage const image =
                    atlas.unit(static_cast<MarkAgency>(agency), static_cast<MarkState>(state), isStale).image;
                EXPECT_EQ(std::count(seen.begin(), seen.end(), image), 0) << agency << state << isStale;
                seen.push_back(image);
            }
}

TEST_P(EachLook, incidentsDifferByPriorityAndKind) {
    MarkAtlas const atlas(GetParam());
    std::vector<QImage> seen;
    for (int level = 1; level <= 4; ++level)
        for (bool const isMajor : {false, true})
            for (bool const isDrill : {false, true}) {
                QImage const image =
                    atlas.incident(static_cast<core::Priority>(level), isMajor, isDrill).image;
                EXPECT_EQ(std::count(seen.begin(), seen.end(), image), 0) << level << isMajor << isDrill;
                seen.push_back(image);
            }
}

TEST(Frame, hasTheSameBytesWhateverPaintsIt) {
    MarkAtlas const atlas({Theme::Night, Language::Chinese, 1});
    DisplayList list;
    list.clear(QColor(0x1B222B));
    for (int i = 0; i < 400; ++i) {
        Sprite const& sprite =
            atlas.unit(static_cast<MarkAgency>(i % 10), static_cast<MarkState>(i % 6), i % 3 == 0);
        list.stamps.push_back({&sprite, QPoint(i * 97 % 700 - 20, i * 61 % 500 - 20)});
    }
    list.shapes.push_back([](QPainter& painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawLine(QPointF(0.3, 0.7), QPointF(650, 470));
    });
    QImage one(640, 480, QImage::Format_RGB32);
    QImage many(640, 480, QImage::Format_RGB32);
    paintFrame(one, list, 1);
    for (int round = 0; round < 5; ++round) {
        paintFrame(many, list, 3);
        ASSERT_EQ(one, many);
    }
}

TEST(Frame, dotsAreWholeAcrossBands) {
    MarkAtlas const atlas({Theme::Night, Language::Chinese, 1});
    DisplayList list;
    list.clear(QColor(0x1B222B));
    list.dot = Dot(atlas.dot());
    list.dots = {QPoint(100, 60), QPoint(100, 127), QPoint(100, 128),
                 QPoint(0, 0),    QPoint(199, 299), QPoint(-40, 5)};
    QImage image(200, 300, QImage::Format_RGB32);
    paintFrame(image, list, 2);
    for (QPoint const place : {QPoint(100, 60), QPoint(0, 0), QPoint(199, 299)})
        EXPECT_NE(image.pixelColor(place), QColor(0x1B222B));
    DisplayList lower = list;
    lower.dots = {QPoint(100, 127)};
    QImage across(200, 300, QImage::Format_RGB32);
    paintFrame(across, lower, 1);
    lower.dots = {QPoint(100, 60)};
    QImage inside(200, 300, QImage::Format_RGB32);
    paintFrame(inside, lower, 1);
    EXPECT_EQ(across.copy(90, 117, 20, 20), inside.copy(90, 50, 20, 20));
}

TEST(Frame, stampsAreLaidSourceOver) {
    QImage image(13, 1, QImage::Format_ARGB32_Premultiplied); // not a whole number of vectors
    for (int x = 0; x < 13; ++x)
        image.setPixel(x, 0, qPremultiply(qRgba(200, 100, 50, x * 21)));
    Sprite const sprite{image, {}};
    QImage target(13, 1, QImage::Format_RGB32);
    target.fill(QColor(10, 20, 200));
    blit(target, {&sprite, {0, 0}});
    for (int x = 0; x < 13; ++x) {
        double const alpha = x * 21 / 255.0;
        EXPECT_NEAR(qRed(target.pixel(x, 0)), 200 * alpha + 10 * (1 - alpha), 1.6) << x;
        EXPECT_NEAR(qBlue(target.pixel(x, 0)), 50 * alpha + 200 * (1 - alpha), 1.6) << x;
    }
}

TEST(Frame, stampsBeyondTheEdgeAreCut) {
    QImage image(8, 8, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    Sprite const sprite{image, {}};
    QImage target(10, 10, QImage::Format_RGB32);
    target.fill(Qt::black);
    for (QPoint const at : {QPoint(-4, -4), QPoint(6, 6), QPoint(-100, 0), QPoint(0, 100), QPoint(40, 4)})
        blit(target, {&sprite, at});
    EXPECT_EQ(target.pixelColor(3, 3), QColor(Qt::white));
    EXPECT_EQ(target.pixelColor(6, 6), QColor(Qt::white));
    EXPECT_EQ(target.pixelColor(5, 5), QColor(Qt::black));
}

} // namespace
} // namespace ob::ui

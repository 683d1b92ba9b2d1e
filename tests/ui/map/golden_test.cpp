// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Pictures of a hand-made tile, layer by layer, as they were approved (tests/ui/map/golden). After a wanted
// change: OB_WRITE_GOLDEN=1 ui_tests --gtest_filter='*Golden*', and look at each.
#include "tests/support/source_dir.h"
#include "ui/map/tile_painter.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QImage>

#include <algorithm>
#include <string>

namespace ob::ui {
namespace {

using enum core::MapClass;
using core::GeometryKind;
using core::MapClass;

constexpr int pixels = 128;

class TileMaker {
  public:
    TileMaker& area(MapClass mapClass, std::vector<std::vector<core::TilePoint>> const& rings) {
        return add(mapClass, GeometryKind::Polygon, rings);
    }
    TileMaker& line(MapClass mapClass, std::vector<core::TilePoint> const& points) {
        return add(mapClass, GeometryKind::Line, {points});
    }
    TileMaker& bridge(int layer) {
        m_tile.features.back().isBridge = true;
        m_tile.features.back().layer = static_cast<std::int8_t>(layer);
        return *this;
    }
    TileMaker& tunnel() {
        m_tile.features.back().isTunnel = true;
        return *this;
    }
    core::VectorTile const& tile() const { return m_tile; }

  private:
    core::VectorTile m_tile;

    TileMaker& add(MapClass mapClass, GeometryKind kind,
                   std::vector<std::vector<core::TilePoint>> const& rings) {
        core::TileFeature feature;
        feature.mapClass = mapClass;
        feature.kind = kind;
        feature.firstRing = static_cast<std::uint32_t>(m_tile.ringEnds.size());
        feature.ringCount = static_cast<std::uint32_t>(rings.size());
        for (auto const& ring : rings) {
            m_tile.points.insert(m_tile.points.end(), ring.begin(), ring.end());
            m_tile.ringEnds.push_back(static_cast<std::uint32_t>(m_tile.points.size()));
        }
        m_tile.features.push_back(feature);
        return *this;
    }
};

std::vector<core::TilePoint> square(int x, int y, int size) {
    auto const at = [](int a, int b) {
        return core::TilePoint{static_cast<std::int16_t>(a), static_cast<std::int16_t>(b)};
    };
    return {at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size)};
}

/// Sixteen kinds of ground, a field each.
core::VectorTile grounds() {
    TileMaker maker;
    constexpr MapClass kinds[] = {Wood,    Grass,   Park,        Farmland,   Sand,       Rock,
                                  Glacier, Wetland, Residential, Commercial, Industrial, Education,
                                  Medical, Stadium, Cemetery,    Aeroway};
    for (int i = 0; i < 16; ++i)
        maker.area(kinds[i], {square(i % 4 * 1024 + 64, i / 4 * 1024 + 64, 896)});
    return maker.tile();
}

/// A lake with an island, a river, a stream, houses at the shore.
core::VectorTile waters() {
    TileMaker maker;
    auto hole = square(1200, 1200, 700);
    std::reverse(hole.begin(), hole.end());
    maker.area(Water, {square(600, 600, 2000), hole});
    maker.line(River, {{-64, 3000}, {2000, 3300}, {4160, 2900}})
        .line(Stream, {{3600, -64}, {3300, 2000}, {2600, 2400}});
    for (int i = 0; i < 5; ++i)
        maker.area(Building, {square(2800 + i % 2 * 450, 300 + i * 500, 380)});
    return maker.tile();
}

/// Every class of road across, and a primary one upon them.
core::VectorTile streets() {
    TileMaker maker;
    constexpr MapClass kinds[] = {Motorway,  Trunk,       Primary, Secondary, Tertiary,
                                  MinorRoad, ServiceRoad, Path,    Rail,      MinorRail};
    for (int i = 0; i < 10; ++i) {
        auto const y = static_cast<std::int16_t>(200 + i * 400);
        maker.line(kinds[i], {{-64, y}, {2048, static_cast<std::int16_t>(y + 60)}, {4160, y}});
    }
    maker.line(Primary, {{2000, -64}, {2100, 4160}});
    return maker.tile();
}

/// A bridge over a motorway over a tunnel.
core::VectorTile levels() {
    TileMaker maker;
    maker.line(Motorway, {{-64, 2048}, {4160, 2048}});
    maker.line(Primary, {{1000, -64}, {1000, 4160}}).bridge(1);
    maker.line(Secondary, {{2100, -64}, {2100, 4160}}).tunnel();
    maker.line(MinorRoad, {{3200, -64}, {3200, 4160}}).bridge(2);
    maker.line(CountryBorder, {{-64, 700}, {4160, 900}}).line(ProvinceBorder, {{-64, 1200}, {4160, 1350}});
    maker.line(DistrictBorder, {{-64, 3200}, {4160, 3300}}).line(Ferry, {{-64, 3700}, {4160, 3650}});
    return maker.tile();
}

struct Scene {
    char const* name;
    core::VectorTile (*make)();
};

class Golden : public testing::TestWithParam<std::tuple<Scene, Theme>> {};
INSTANTIATE_TEST_SUITE_P(Scenes, Golden,
                         testing::Combine(testing::Values(Scene{"grounds", grounds}, Scene{"waters", waters},
                                                          Scene{"streets", streets}, Scene{"levels", levels}),
                                          testing::Values(Theme::Night, Theme::Day)),
                         [](auto const& value) {
                             return std::string(std::get<0>(value.param).name)
                                    + (std::get<1>(value.param) == Theme::Night ? "Night" : "Day");
                         });

/// Pixels that differ by more than rounding; a class that vanishes takes at least 1 % with it.
double shareOfDifference(QImage const& a, QImage const& b) {
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            QColor const one = a.pixelColor(x, y);
            QColor const other = b.pixelColor(x, y);
            int const most =
                std::max({std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                          std::abs(one.blue() - other.blue())});
            different += most > 3 ? 1 : 0;
        }
    return static_cast<double>(different) / (a.width() * a.height());
}

TEST_P(Golden, looksAsApproved) {
    auto const& [scene, theme] = GetParam();
    QImage const image = paintTile(scene.make(), {{14, 0, 0}, {14, 0, 0}, pixels, 15, 1}, MapStyle(theme));
    QString const file =
        QString::fromStdString(sourceDir()) + QStringLiteral("/tests/ui/map/golden/")
        + QString::fromLatin1(scene.name)
        + (theme == Theme::Night ? QStringLiteral("_night.png") : QStringLiteral("_day.png"));
    if (qEnvironmentVariableIsSet("OB_WRITE_GOLDEN")) {
        QDir().mkpath(QFileInfo(file).path());
        ASSERT_TRUE(image.save(file));
        GTEST_SKIP() << "written";
    }
    QImage const approved = QImage(file).convertToFormat(QImage::Format_RGB32);
    ASSERT_EQ(approved.size(), image.size()) << file.toStdString();
    EXPECT_LT(shareOfDifference(image, approved), 0.004);
}

/// The tolerance is worth something: without any one class the picture fails.
TEST_P(Golden, aClassThatVanishesIsSeen) {
    auto const& [scene, theme] = GetParam();
    core::VectorTile const whole = scene.make();
    TileView const view{{14, 0, 0}, {14, 0, 0}, pixels, 15, 1};
    QImage const image = paintTile(whole, view, MapStyle(theme));
    for (std::size_t i = 0; i < whole.features.size(); ++i) {
        core::VectorTile less = whole;
        less.features.erase(less.features.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_GE(shareOfDifference(paintTile(less, view, MapStyle(theme)), image), 0.004) << "feature " << i;
    }
}

TEST(TilePainter, tilesMeetWithoutASeam) {
    TileMaker maker;
    maker.area(Water, {square(-64, -64, 4224)});
    maker.line(Primary, {{-200, 2048}, {4300, 2048}});
    QImage const image =
        paintTile(maker.tile(), {{14, 0, 0}, {14, 0, 0}, pixels, 15, 1}, MapStyle(Theme::Day));
    for (int y = 0; y < pixels; ++y) {
        EXPECT_EQ(image.pixel(0, y), image.pixel(pixels / 2, y));
        EXPECT_EQ(image.pixel(pixels - 1, y), image.pixel(pixels / 2, y));
    }
}

TEST(TilePainter, aDeeperViewIsAPartOfItsTile) {
    TileMaker maker;
    maker.area(Water, {square(0, 0, 2048)}); // the north-west quarter
    auto const part = [&](std::uint32_t column, std::uint32_t row) {
        TileView const view{{15, column, row}, {14, 0, 0}, pixels, 15, 1};
        return paintTile(maker.tile(), view, MapStyle(Theme::Day)).pixelColor(pixels / 2, pixels / 2);
    };
    MapStyle const style(Theme::Day);
    EXPECT_EQ(part(0, 0), style.area(Water, 15)->fill);
    EXPECT_EQ(part(1, 0), style.land());
    EXPECT_EQ(part(0, 1), style.land());
}

} // namespace
} // namespace ob::ui

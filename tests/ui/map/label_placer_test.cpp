// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/label_placer.h"

#include "tests/ui/map/made_up_city.h"

#include <gmock/gmock.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

namespace ob::ui {
namespace {

using tests::LayerBuilder;
using tests::tileOf;

core::TileId const home{14, 13720, 6690};

LabelJob jobOver(
    std::vector<core::TileId> const& tiles, double zoom, Language language = Language::English,
    core::Bytes (*make)(core::TileId) = [](core::TileId id) { return tests::cityTile(id, 8, 60); }) {
    LabelJob job;
    job.camera =
        Camera({(home.column + 0.5) / 16384, (home.row + 0.5) / 16384}, zoom, QSizeF(1200, 900)).atRest();
    job.region = QRect(-512, -512, 2224, 1924);
    job.language = language;
    for (core::TileId const id : tiles)
        job.tiles.emplace_back(id,
                               std::make_shared<core::VectorTile const>(*core::decodeVectorTile(make(id))));
    return job;
}

std::vector<core::TileId> around() {
    std::vector<core::TileId> tiles;
    for (std::uint32_t row : {0U, 1U, 2U})
        for (std::uint32_t column : {0U, 1U, 2U})
            tiles.push_back({14, home.column - 1 + column, home.row - 1 + row});
    return tiles;
}

/// What stands where, in whole pixels of the view.
QByteArray jsonOf(LabelScene const& scene, Camera const& camera) {
    QJsonArray labels;
    for (PlacedLabel const& label : scene.labels) {
        QPoint const at = camera.toScreen(label.place).toPoint();
        labels.append(QJsonObject{{QStringLiteral("text"), label.text},
                                  {QStringLiteral("x"), at.x()},
                                  {QStringLiteral("y"), at.y()},
                                  {QStringLiteral("dx"), label.offset.x()},
                                  {QStringLiteral("dy"), label.offset.y()}});
    }
    return QJsonDocument(labels).toJson(QJsonDocument::Compact);
}

std::vector<QRect> boxesOf(PlacedLabel const& label, Camera const& camera) {
    std::vector<QRect> boxes;
    for (QRect const& box : label.boxes)
        boxes.push_back(box.translated(camera.toScreen(label.place).toPoint()));
    return boxes;
}

TEST(LabelPlacer, equalJobsGiveEqualScenesWhateverWasPlacedBefore) {
    LabelPlacer fresh;
    LabelPlacer used;
    used.place(jobOver({home}, 16));
    LabelJob const job = jobOver(around(), 15);
    QByteArray const first = jsonOf(fresh.place(job), job.camera);
    EXPECT_GT(first.size(), 500);
    EXPECT_EQ(jsonOf(used.place(job), job.camera), first);
    EXPECT_EQ(jsonOf(used.place(job), job.camera), first);
}

TEST(LabelPlacer, theOrderOfTilesDoesNotMatter) {
    LabelJob job = jobOver(around(), 15);
    LabelPlacer placer;
    QByteArray const first = jsonOf(placer.place(job), job.camera);
    std::reverse(job.tiles.begin(), job.tiles.end());
    EXPECT_EQ(jsonOf(placer.place(job), job.camera), first);
}

TEST(LabelPlacer, noNameCoversAnother) {
    LabelJob const job = jobOver(around(), 15.5);
    LabelPlacer placer;
    LabelScene const scene = placer.place(job);
    ASSERT_GT(scene.labels.size(), 30U);
    for (std::size_t i = 0; i < scene.labels.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            for (QRect const& a : boxesOf(scene.labels[i], job.camera))
                for (QRect const& b : boxesOf(scene.labels[k], job.camera))
                    EXPECT_FALSE(a.intersects(b)) << scene.labels[i].text.toStdString() << " and "
                                                  << scene.labels[k].text.toStdString();
}

core::Bytes twoLanguages(core::TileId) {
    LayerBuilder places("place");
    places.points({{2048, 2048}}, {{"class", std::string("town")},
                                   {"rank", 3},
                                   {"name", std::string("示范镇")},
                                   {"name:en", std::string("Sample Town")}});
    LayerBuilder names("transportation_name");
    names.lines({{{100, 3000}, {4000, 3000}}},
                {{"class", std::string("primary")}, {"name", std::string("友誼大橋 Ponte da Amizade")}});
    LayerBuilder steep("transportation_name");
    steep.lines({{{1000, 100}, {1000, 2000}}},
                {{"class", std::string("primary")}, {"name", std::string("中山北路")}});
    return tileOf({places, names, steep});
}

std::set<QString> textsIn(Language language) {
    LabelPlacer placer;
    std::set<QString> texts;
    for (PlacedLabel const& label : placer.place(jobOver({home}, 15, language, twoLanguages)).labels)
        texts.insert(label.text);
    return texts;
}

TEST(LabelPlacer, namesAreInTheLanguageThatIsSpoken) {
    EXPECT_TRUE(textsIn(Language::Chinese).contains(QStringLiteral("示范镇")));
    EXPECT_TRUE(textsIn(Language::English).contains(QStringLiteral("Sample Town")));
    EXPECT_TRUE(textsIn(Language::Chinese).contains(QStringLiteral("友誼大橋")));
    EXPECT_TRUE(textsIn(Language::English).contains(QStringLiteral("Ponte da Amizade")));
}

TEST(LabelPlacer, chineseOnASteepRoadStandsUpright) {
    LabelPlacer placer;
    for (PlacedLabel const& label :
         placer.place(jobOver({home}, 15, Language::Chinese, twoLanguages)).labels) {
        if (label.text != QStringLiteral("中山北路")) continue;
        ASSERT_EQ(label.boxes.size(), 4U);
        EXPECT_LT(label.boxes[0].top(), label.boxes[3].top()); // reads downwards
        EXPECT_LT(std::abs(label.boxes[0].left() - label.boxes[3].left()), 4);
        return;
    }
    FAIL() << "not placed";
}

TEST(LabelPlacer, figuresInAColumnStandSideBySide) {
    TextStyle const style{.pixels = 12, .colour = Qt::black, .halo = Qt::white};
    auto const set = textAlong(QStringLiteral("南京路13巷"), style, 1, {{50, 0}, {50, 200}}, 100);
    ASSERT_TRUE(set);
    ASSERT_EQ(set->boxes.size(), 6U);
    EXPECT_EQ(set->boxes[3].top(), set->boxes[4].top());
    EXPECT_GT(set->boxes[4].left(), set->boxes[3].left() + 4);
    for (std::size_t const i : {1U, 2U, 3U})
        EXPECT_GE(set->boxes[i].top(), set->boxes[i - 1].top() + 11) << "letter " << i;
    EXPECT_GE(set->boxes[5].top(), set->boxes[4].top() + 11);
    auto const year = textAlong(QStringLiteral("东2008路"), style, 1, {{50, 0}, {50, 200}}, 100);
    ASSERT_TRUE(year);
    EXPECT_GE(year->boxes[2].top(), year->boxes[1].top() + 11) << "more than three do not fit";
}

TEST(LabelPlacer, bracketsInAColumnLieDown) {
    TextStyle const style{.pixels = 24, .colour = Qt::black, .halo = Qt::white, .haloWidth = 0.1};
    auto const set = textAlong(QStringLiteral("路(\U00020D7C"), style, 1, {{50, 0}, {50, 200}}, 100);
    ASSERT_TRUE(set);
    QRect const box = set->boxes[1].translated(set->sprite.anchor);
    QRect ink;
    for (int y = box.center().y() - 3; y <= box.center().y() + 3; ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            if (qAlpha(set->sprite.image.pixel(x, y)) > 128 && qGray(set->sprite.image.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
    EXPECT_GT(ink.width(), 2 * ink.height());
}

TEST(LabelPlacer, smallStreetsAreNotNamedSideBySideBeforeThereIsRoom) {
    auto const names = [](double zoom) {
        LabelJob const job = jobOver({home}, zoom, Language::English,
                                     [](core::TileId id) { return tests::cityTile(id, 24, 0); });
        LabelPlacer placer;
        std::vector<std::vector<QRect>> boxes;
        for (PlacedLabel const& label : placer.place(job).labels)
            boxes.push_back(boxesOf(label, job.camera));
        return boxes;
    };
    auto const nearest = [](std::vector<std::vector<QRect>> const& labels) {
        int least = 9999;
        for (std::size_t i = 0; i < labels.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                for (QRect const& a : labels[i])
                    for (QRect const& b : labels[k]) {
                        int const across = std::max(a.left(), b.left()) - std::min(a.right(), b.right());
                        int const down = std::max(a.top(), b.top()) - std::min(a.bottom(), b.bottom());
                        least = std::min(least, std::max(across, down));
                    }
        return least;
    };
    auto const far = names(14);
    ASSERT_GT(far.size(), 4U);
    EXPECT_GE(nearest(far), 20);
    EXPECT_LT(nearest(names(15.6)), 20) << "from near all that fit";
}

core::Bytes numberedRoads(core::TileId) {
    LayerBuilder roads("transportation_name");
    roads.lines({{{100, 1000}, {4000, 1000}}}, {{"class", std::string("motorway")},
                                                {"ref", std::string("G15;S20")},
                                                {"name", std::string("Ring Road")}});
    roads.lines({{{100, 2000}, {4000, 2000}}},
                {{"class", std::string("primary")}, {"ref", std::string("an odd remark")}});
    roads.lines({{{100, 3000}, {4000, 3000}}}, {{"class", std::string("minor")}, {"ref", std::string("7")}});
    LayerBuilder hospital("poi");
    hospital.points({{2050, 1020}}, {{"class", std::string("hospital")},
                                     {"subclass", std::string("hospital")},
                                     {"rank", 1},
                                     {"name", std::string("Mercy")}});
    return tileOf({roads, hospital});
}

TEST(LabelPlacer, greatRoadsBearTheFirstOfTheirNumbers) {
    LabelPlacer placer;
    LabelJob const job = jobOver({home}, 15, Language::English, numberedRoads);
    std::multiset<QString> texts;
    for (PlacedLabel const& label : placer.place(job).labels)
        texts.insert(label.text);
    EXPECT_GE(texts.count(QStringLiteral("G15")), 1U);
    EXPECT_EQ(texts.count(QStringLiteral("Mercy")), 1U) << "a hospital comes before a number";
    EXPECT_GE(texts.count(QStringLiteral("Ring Road")), 1U);
    std::set<QString> const kinds(texts.begin(), texts.end());
    EXPECT_EQ(kinds.size(), 3U) << "no remark, no number of a lane";
}

core::Bytes bentRoad(core::TileId) {
    LayerBuilder names("transportation_name");
    names.lines({{{2000, 2000}, {2060, 2000}, {2060, 2060}, {2000, 2060}, {2000, 2120}, {2060, 2120}}},
                {{"class", std::string("primary")}, {"name", std::string("Serpentine Road")}});
    return tileOf({names});
}

TEST(LabelPlacer, noLetterIsLeftForALineOfItsOwn) {
    TextStyle const style{.pixels = 12, .colour = Qt::black, .halo = Qt::white, .wrap = 110};
    QString const name = QStringLiteral("星桥区城市管理执法大队"); // eleven letters: six and five
    QString const even = QStringLiteral("星桥区城市管理执法队");
    EXPECT_EQ(textSprite(name, style, 1).image.height(), textSprite(even, style, 1).image.height());
}

TEST(LabelPlacer, aNameIsNotSetRoundACircus) {
    std::vector<QPointF> circle;
    for (int degrees = 0; degrees <= 400; degrees += 5)
        circle.emplace_back(60 * std::cos(degrees * M_PI / 180), 60 * std::sin(degrees * M_PI / 180));
    TextStyle const style{.pixels = 12, .colour = Qt::black, .halo = Qt::white};
    QString const text = QStringLiteral("Place Charles de Gaulle, of the Star beyond the Great Arch");
    ASSERT_GT(textWidth(text, style), 320) << "nearly all the way round";
    EXPECT_FALSE(textAlong(text, style, 1, circle, 209));
    EXPECT_TRUE(textAlong(QStringLiteral("Place"), style, 1, circle, 209));
}

TEST(LabelPlacer, aNameIsNotBentRoundCorners) {
    LabelPlacer placer;
    EXPECT_TRUE(placer.place(jobOver({home}, 16, Language::English, bentRoad)).labels.empty());
}

} // namespace
} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_view.h"

#include "tests/ui/map/fake_tiles.h"
#include "tests/ui/map/made_up_city.h"

#include <gmock/gmock.h>

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace ob::ui {
namespace {

using tests::cityTile;
using tests::FakeTiles;

core::GeoPoint const middle = *core::GeoPoint::ofDegrees(31.23, 121.47);

class MapHands : public testing::Test {
  protected:
    MapHands() {
        view.resize(800, 600);
        view.show();
        view.lookAt(middle, 14);
        settle();
    }
    void settle() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return view.isSettled(); }, 20'000));
    }
    void openCity() {
        view.openMap(std::make_shared<FakeTiles>([](core::TileId id) { return cityTile(id, 6, 10); }));
        settle();
    }
    WorldPoint at(QPointF point) const { return view.camera().toWorld(point); }
    void show(std::vector<UnitMark> units, std::vector<IncidentMark> incidents = {}) {
        MarkLists lists;
        lists.units = std::make_shared<std::vector<UnitMark> const>(std::move(units));
        lists.incidents = std::make_shared<std::vector<IncidentMark> const>(std::move(incidents));
        view.show(std::move(lists));
        view.frame();
    }
    UnitMark unit(std::uint64_t number, QPointF point) const {
        UnitMark mark;
        mark.number = number;
        mark.place = at(point);
        mark.callsign = QStringLiteral("U%1").arg(number);
        return mark;
    }
    IncidentMark incident(std::uint64_t number, QPointF point) const {
        IncidentMark mark;
        mark.number = number;
        mark.place = at(point);
        mark.label = QString::number(1000 + number);
        mark.priority = core::Priority::P1;
        return mark;
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&view, (from + to) / 2);
        QTest::mouseMove(&view, to);
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, to);
    }
    void wheel(QPointF point, int notches) {
        QWheelEvent event(point, view.mapToGlobal(point), {}, QPoint(0, notches * 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    MapView view;
};

constexpr MarkKey unitKey(std::uint64_t number) { return {MarkKind::Unit, number}; }
constexpr MarkKey incidentKey(std::uint64_t number) { return {MarkKind::Incident, number}; }

TEST_F(MapHands, wheelZoomsAboutTheCursor) {
    QPointF const cursor(200, 450);
    WorldPoint const place = at(cursor);
    wheel(cursor, 2);
    settle();
    EXPECT_NEAR(view.camera().zoom(), 15, 0.01);
    EXPECT_NEAR(view.camera().toScreen(place).x(), 200, 1);
    EXPECT_NEAR(view.camera().toScreen(place).y(), 450, 1);
}

TEST_F(MapHands, dragMovesTheMap) {
    WorldPoint const place = at({300, 300});
    drag({300, 300}, {420, 240});
    EXPECT_NEAR(view.camera().toScreen(place).x(), 420, 1);
    EXPECT_NEAR(view.camera().toScreen(place).y(), 240, 1);
}

TEST_F(MapHands, keysMoveAndZoom) {
    WorldPoint const before = view.camera().centre();
    QTest::keyClick(&view, Qt::Key_Right);
    settle();
    EXPECT_GT(view.camera().centre().x, before.x);
    QTest::keyClick(&view, Qt::Key_Plus);
    settle();
    EXPECT_NEAR(view.camera().zoom(), 14.5, 0.01);
}

TEST_F(MapHands, fliesThereAndBack) {
    view.flyTo(*core::GeoPoint::ofDegrees(31.4, 121.7), 15);
    settle();
    EXPECT_NEAR(placeOf(view.camera().centre()).latitude(), 31.4, 1e-4);
    QTest::keyClick(&view, Qt::Key_Backspace);
    settle();
    EXPECT_NEAR(placeOf(view.camera().centre()).latitude(), 31.23, 1e-4);
    EXPECT_NEAR(view.camera().zoom(), 14, 0.01);
}

TEST_F(MapHands, clickSelectsAndControlTakesMore) {
    show({unit(1, {200, 200}), unit(2, {500, 300})});
    QSignalSpy const changed(&view, &MapView::selectionChanged);
    QTest::mouseClick(&view, Qt::LeftButton, {}, {200, 200});
    EXPECT_THAT(view.selection(), testing::ElementsAre(unitKey(1)));
    QTest::mouseClick(&view, Qt::LeftButton, Qt::ControlModifier, {500, 300});
    EXPECT_THAT(view.selection(), testing::ElementsAre(unitKey(1), unitKey(2)));
    QTest::mouseClick(&view, Qt::LeftButton, {}, {700, 550});
    EXPECT_TRUE(view.selection().empty());
    EXPECT_EQ(changed.size(), 3);
}

TEST_F(MapHands, rubberBandSelectsWhatItHolds) {
    show({unit(1, {200, 200}), unit(2, {260, 260}), unit(3, {600, 500})});
    drag({150, 150}, {300, 300}, Qt::ShiftModifier);
    EXPECT_THAT(view.selection(), testing::ElementsAre(unitKey(1), unitKey(2)));
}

TEST_F(MapHands, aUnitDroppedOnAnIncidentIsSaid) {
    show({unit(7, {200, 200})}, {incident(9, {500, 400})});
    WorldPoint const centre = view.camera().centre();
    QSignalSpy const dropped(&view, &MapView::unitDropped);
    drag({200, 200}, {502, 398});
    ASSERT_EQ(dropped.size(), 1);
    EXPECT_EQ(dropped[0][0].value<std::uint64_t>(), 7U);
    EXPECT_EQ(dropped[0][1].value<std::uint64_t>(), 9U);
    EXPECT_EQ(view.camera().centre(), centre);
    drag({200, 200}, {300, 100});
    EXPECT_EQ(dropped.size(), 1);
}

TEST_F(MapHands, marksOnEachOtherAreSpreadOutByAClick) {
    std::vector<UnitMark> units; // more than find room beside each other
    for (std::uint64_t i = 1; i <= 40; ++i) {
        units.push_back(unit(i, {400, 300}));
        units.back().state = MarkState::EnRoute;
    }
    show(units);
    QTest::mouseClick(&view, Qt::LeftButton, {}, {400, 300});
    view.frame();
    ASSERT_TRUE(view.marks().spider());
    std::vector<MarkKey> const spread = view.marks().spider()->keys;
    EXPECT_GT(spread.size(), 8U);
    std::set<MarkKey> reached;
    for (MarkHit const& hit : view.marks().hits())
        reached.insert(view.marks().hitAt(hit.at)->key);
    EXPECT_THAT(reached, testing::IsSupersetOf(spread));
    QTest::keyClick(&view, Qt::Key_Escape);
    EXPECT_FALSE(view.marks().spider());
}

TEST_F(MapHands, doubleClickOpensAMark) {
    show({}, {incident(4, {300, 300})});
    QSignalSpy const activated(&view, &MapView::activated);
    QTest::mouseDClick(&view, Qt::LeftButton, {}, {300, 300});
    ASSERT_EQ(activated.size(), 1);
    EXPECT_EQ(activated[0][0].value<MarkKey>(), incidentKey(4));
}

TEST_F(MapHands, measuresAlongClicks) {
    view.use(MapTool::Measure);
    QSignalSpy const drawn(&view, &MapView::drawn);
    QTest::mouseClick(&view, Qt::LeftButton, {}, {200, 300});
    QTest::mouseClick(&view, Qt::LeftButton, {}, {600, 300});
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(drawn.size(), 1);
    auto const drawing = drawn[0][0].value<Drawing>();
    EXPECT_EQ(drawing.points.size(), 2U);
    EXPECT_NEAR(lengthMetres(drawing.points), 400 * view.camera().metresPerPixel(), 20);
}

TEST_F(MapHands, drawsAnAreaAndTakesACornerBack) {
    view.use(MapTool::Polygon);
    QSignalSpy const drawn(&view, &MapView::drawn);
    for (QPoint const corner : {QPoint(200, 200), QPoint(400, 200), QPoint(600, 600), QPoint(400, 400)})
        QTest::mouseClick(&view, Qt::LeftButton, {}, corner);
    QTest::keyClick(&view, Qt::Key_Backspace);
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(drawn.size(), 1);
    EXPECT_EQ(drawn[0][0].value<Drawing>().points.size(), 3U);
    QTest::keyClick(&view, Qt::Key_Escape);
    EXPECT_EQ(view.tool(), MapTool::Look);
}

TEST_F(MapHands, aCircleIsItsMiddleAndARadius) {
    view.use(MapTool::Circle);
    QSignalSpy const drawn(&view, &MapView::drawn);
    QTest::mouseClick(&view, Qt::LeftButton, {}, {400, 300});
    QTest::mouseClick(&view, Qt::LeftButton, {}, {400, 400});
    ASSERT_EQ(drawn.size(), 1);
    auto const drawing = drawn[0][0].value<Drawing>();
    EXPECT_EQ(drawing.points.size(), 1U);
    EXPECT_NEAR(drawing.radiusMetres, 100 * view.camera().metresPerPixel(), 5);
}

TEST_F(MapHands, assignedCallingAndSelectedUnitsAreNeverHidden) {
    std::vector<UnitMark> units;
    for (std::uint64_t i = 1; i <= 200; ++i)
        units.push_back(unit(i, {400.0 + static_cast<double>(i % 10), 300}));
    units[10].state = MarkState::EnRoute;
    units[20].isEmergency = true;
    show(units);
    view.select({unitKey(31)});
    view.frame();
    std::set<MarkKey> single;
    for (MarkHit const& hit : view.marks().hits())
        if (hit.group == 0 && hit.reach == 12) single.insert(hit.key);
    EXPECT_THAT(single, testing::IsSupersetOf({unitKey(11), unitKey(21), unitKey(31)}));
    MarkCounts const counts = view.counts();
    EXPECT_EQ(counts.unitsInView, 200U);
    EXPECT_EQ(counts.unitsAsSymbols + counts.unitsAsDots + counts.unitsInGroups, 200U);
}

TEST_F(MapHands, withoutAMapThereIsAGridAndNotNothing) {
    QImage const& frame = view.frame();
    std::set<QRgb> colours;
    for (int x = 0; x < frame.width(); ++x)
        colours.insert(frame.pixel(x, 300));
    EXPECT_GT(colours.size(), 3U);
}

TEST_F(MapHands, equalStatesGiveEqualBytes) {
    openCity();
    show({unit(1, {200, 200})}, {incident(2, {500, 300})});
    QImage const first = view.frame().copy();
    view.lookAt(*core::GeoPoint::ofDegrees(31.25, 121.5), 13.3);
    settle();
    view.lookAt(middle, 14);
    settle();
    EXPECT_EQ(view.frame(), first);
    view.composeWith(1);
    EXPECT_EQ(view.frame(), first);
}

TEST_F(MapHands, whatTheMapLacksIsHatchedAndTheRestIsNot) {
    auto const known = ancestorAt({14, static_cast<std::uint32_t>(worldOf(middle).x * 16384),
                                   static_cast<std::uint32_t>(worldOf(middle).y * 16384)},
                                  14);
    view.openMap(std::make_shared<FakeTiles>(
        [known](core::TileId id) { return id == known ? std::optional(cityTile(id, 4, 0)) : std::nullopt; }));
    settle();
    view.lookAt(placeOf({(known.column + 1) / 16384.0, (known.row + 0.5) / 16384.0}), 14);
    settle();
    QImage const& frame = view.frame();
    auto const coloursIn = [&](QRect const& part) {
        std::set<QRgb> colours;
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                colours.insert(frame.pixel(x, y));
        return colours;
    };
    std::set<QRgb> const beside = coloursIn(QRect(420, 200, 30, 30));
    EXPECT_GT(beside.size(), 2U);
    EXPECT_EQ(beside, coloursIn(QRect(600, 300, 30, 30))); // the same pattern everywhere
    EXPECT_NE(beside, coloursIn(QRect(200, 100, 150, 300)));
}

TEST_F(MapHands, anotherMapIsTakenAtOnce) {
    openCity();
    QImage const before = view.frame().copy();
    view.openMap(std::make_shared<FakeTiles>([](core::TileId id) { return cityTile(id, 16, 0); }));
    settle();
    EXPECT_NE(view.frame(), before);
}

TEST_F(MapHands, aTileThatIsRubbishIsNoMapAndNoCrash) {
    view.openMap(std::make_shared<FakeTiles>(
        [](core::TileId) { return std::optional(core::Bytes{1, 2, 3, 255, 255}); }));
    settle();
    EXPECT_FALSE(view.frame().isNull());
}

TEST_F(MapHands, dayIsBrighterThanNight) {
    openCity();
    auto const brightness = [this] {
        return qGray(view.frame().scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixel(0, 0));
    };
    int const night = brightness();
    view.use(Theme::Day);
    settle();
    EXPECT_GT(brightness(), night + 100);
}

TEST_F(MapHands, marksAreButtonsToAScreenReader) {
    show({unit(1, {200, 200})}, {incident(2, {500, 300})});
    QAccessibleInterface* const map = QAccessible::queryAccessibleInterface(&view);
    ASSERT_NE(map, nullptr);
    ASSERT_EQ(map->childCount(), 2);
    QAccessibleInterface* const first = map->child(0);
    EXPECT_EQ(first->role(), QAccessible::Button);
    EXPECT_EQ(first->text(QAccessible::Name), QStringLiteral("Incident 1002, P1"));
    EXPECT_EQ(map->child(1)->text(QAccessible::Name), QStringLiteral("Unit U1, Police, available"));
    EXPECT_TRUE(first->rect().contains(view.mapToGlobal(QPoint(500, 300))));
    first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_THAT(view.selection(), testing::ElementsAre(incidentKey(2)));
}

} // namespace
} // namespace ob::ui

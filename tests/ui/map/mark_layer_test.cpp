// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_layer.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

MarkAtlas const& atlas() {
    static MarkAtlas const made({Theme::Night, Language::English, 1});
    return made;
}

constexpr QSize frame(800, 600);
constexpr MarkKey unitKey(std::uint64_t number) { return {MarkKind::Unit, number}; }
constexpr MarkKey incidentKey(std::uint64_t number) { return {MarkKind::Incident, number}; }

class Marks : public testing::Test {
  protected:
    Camera camera{worldOfDegrees(31.23, 121.47), 12, QSizeF(frame)};
    MarkLayer layer;
    std::vector<UnitMark> units;
    std::vector<IncidentMark> incidents;
    std::vector<AssignmentMark> assignments;
    std::vector<QRectF> glass;

    void unit(std::uint64_t number, QPointF point, MarkState state = MarkState::OnScene) {
        UnitMark mark;
        mark.number = number;
        mark.place = camera.toWorld(point);
        mark.callsign = QStringLiteral("U%1").arg(number);
        mark.state = state;
        units.push_back(mark);
    }
    void incident(std::uint64_t number, QPointF point, core::Priority priority = core::Priority::P1) {
        IncidentMark mark;
        mark.number = number;
        mark.place = camera.toWorld(point);
        mark.label = QString::number(1000 + number);
        mark.priority = priority;
        incidents.push_back(mark);
    }
    void arrange() {
        MarkLists lists;
        lists.units = std::make_shared<std::vector<UnitMark> const>(units);
        lists.incidents = std::make_shared<std::vector<IncidentMark> const>(incidents);
        lists.assignments = std::make_shared<std::vector<AssignmentMark> const>(assignments);
        layer.show(lists);
        layer.arrange(camera, atlas());
        layer.nameMarks(glass);
    }
    std::optional<QPoint> standOf(MarkKey key) const {
        for (MarkHit const& hit : layer.hits())
            if (hit.group == 0 && hit.key == key) return hit.at;
        return std::nullopt;
    }
    QRect seen(MarkKey key, int size = 20) const {
        QPoint const at = standOf(key).value_or(QPoint(-999, -999));
        return {at - QPoint(size / 2, size / 2), QSize(size, size)};
    }
    /// What is written, as rectangles without the room that fonts leave.
    std::vector<QRect> names() const {
        DisplayList list;
        layer.appendMarks(list);
        std::vector<QRect> all;
        for (std::size_t i = 0; i < list.stamps.size(); ++i) {
            QRect const rect =
                list.stamps[i].sprite->rectAt(list.stamps[i].topLeft + list.stamps[i].sprite->anchor);
            if (i + labels() >= list.stamps.size()) all.push_back(rect.adjusted(3, 5, -3, -5));
        }
        return all;
    }
    /// Labels are appended last: so many marks have one.
    std::size_t labels() const {
        DisplayList list;
        layer.appendMarks(list);
        return list.stamps.size() - marks;
    }
    std::size_t marks = 0; ///< how many sprites the marks themselves need
};

TEST_F(Marks, aUnitAtItsIncidentStandsBesideIt) {
    incident(1, {400, 300});
    unit(7, {400, 300});
    arrange();
    EXPECT_EQ(standOf(incidentKey(1)), QPoint(400, 300));
    EXPECT_FALSE(seen(unitKey(7)).intersects(seen(incidentKey(1))));
    EXPECT_LT((*standOf(unitKey(7)) - QPoint(400, 300)).manhattanLength(), 60);
}

TEST_F(Marks, theMoreUrgentIncidentKeepsItsPlace) {
    incident(1, {400, 300}, core::Priority::P3);
    incident(2, {404, 303}, core::Priority::P1);
    arrange();
    EXPECT_EQ(standOf(incidentKey(2)), QPoint(404, 303));
    EXPECT_FALSE(seen(incidentKey(1)).intersects(seen(incidentKey(2))));
}

TEST_F(Marks, whoHasRoomStaysWhereItIs) {
    incident(1, {400, 300});
    unit(7, {440, 300});
    unit(8, {300, 200}, MarkState::Available);
    arrange();
    EXPECT_EQ(standOf(unitKey(7)), QPoint(440, 300));
    EXPECT_EQ(standOf(unitKey(8)), QPoint(300, 200));
}

RC_GTEST_FIXTURE_PROP(Marks, aFewMarksNeverHideEachOther, ()) {
    auto const point = [] { return QPointF(*rc::gen::inRange(200, 600), *rc::gen::inRange(150, 450)); };
    for (std::uint64_t i = 1; i <= 3; ++i)
        incident(i, point());
    for (std::uint64_t i = 1; i <= 9; ++i)
        unit(i, point(), i % 3 == 0 ? MarkState::Available : MarkState::OnScene);
    arrange();
    std::vector<MarkKey> keys;
    for (std::uint64_t i = 1; i <= 3; ++i)
        keys.push_back(incidentKey(i));
    for (std::uint64_t i = 1; i <= 9; ++i)
        if (standOf(unitKey(i))) keys.push_back(unitKey(i)); // or counted in a group
    for (MarkKey const a : keys)
        for (MarkKey const b : keys)
            if (a < b) RC_ASSERT(!seen(a, 14).intersects(seen(b, 14)));
}

TEST_F(Marks, ofHundredsOfIncidentsTheFirstInEachPlaceTellsHowManyThereAre) {
    constexpr std::uint64_t many = 3'000;
    for (std::uint64_t number = 1; number <= many; ++number)
        incident(
            number,
            QPointF(static_cast<double>(number * 7919 % 800), static_cast<double>(number * 104'729 % 600)),
            static_cast<core::Priority>(1 + number % 4));
    incidents[6].isMajor = true;
    layer.select({incidentKey(5)});
    arrange();
    std::size_t told = 0;
    for (MarkHit const& hit : layer.hits()) {
        told += hit.group > 0 ? static_cast<std::size_t>(hit.group) : 1;
        auto const& mark = incidents[hit.key.number - 1];
        if (hit.group == 0) continue;
        EXPECT_EQ(mark.priority, core::Priority::P1) << "the most urgent stands for the others";
    }
    EXPECT_EQ(told, many);
    EXPECT_EQ(layer.counts().incidentsInView, many);
    EXPECT_LT(layer.hits().size(), 200U);
    EXPECT_TRUE(standOf(incidentKey(5))) << "selected";
    EXPECT_TRUE(standOf(incidentKey(7))) << "major";
    layer.crowd(Crowding::Symbols);
    arrange();
    EXPECT_EQ(layer.hits().size(), many);
}

RC_GTEST_FIXTURE_PROP(Marks, nobodyStepsAsideWhileTheMapIsDragged, ()) {
    auto const point = [] { return QPointF(*rc::gen::inRange(250, 550), *rc::gen::inRange(200, 400)); };
    for (std::uint64_t i = 1; i <= 3; ++i)
        incident(i, point());
    for (std::uint64_t i = 1; i <= 12; ++i)
        unit(i, point());
    arrange();
    std::vector<MarkHit> const before = layer.hits();
    QPoint const way(*rc::gen::inRange(-9, 10), *rc::gen::inRange(-9, 10));
    camera = camera.panned(way);
    arrange();
    RC_ASSERT(layer.hits().size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        RC_ASSERT(layer.hits()[i].at - before[i].at == layer.hits()[0].at - before[0].at);
}

TEST_F(Marks, aPlateDoesNotCoverWhoIsSent) {
    for (std::uint64_t i = 1; i <= 10; ++i)
        unit(i, {400.0 + static_cast<double>(i), 300}, MarkState::Available);
    unit(99, {405, 300}, MarkState::EnRoute);
    camera = camera.at(camera.centre(), 12);
    arrange();
    auto const plate = std::find_if(layer.hits().begin(), layer.hits().end(),
                                    [](MarkHit const& hit) { return hit.group > 0; });
    ASSERT_NE(plate, layer.hits().end());
    QRect const covered(plate->at - QPoint(plate->reach, 10), QSize(2 * plate->reach, 20));
    EXPECT_FALSE(covered.intersects(seen(unitKey(99)))) << "the unit stands at " << standOf(unitKey(99))->x();
}

TEST_F(Marks, whoStandsBesideItsPlaceIsHitThereAndDrawnFrom) {
    incident(1, {400, 300});
    unit(7, {400, 300}, MarkState::EnRoute);
    assignments = {{7, 1, false, {}}};
    arrange();
    QPoint const stand = *standOf(unitKey(7));
    EXPECT_EQ(layer.hitAt(stand)->key, unitKey(7));
    EXPECT_EQ(layer.hitAt({400, 300})->key, incidentKey(1));
    EXPECT_EQ(layer.placeOf(unitKey(7)), units[0].place) << "it is where it is";
}

TEST_F(Marks, aCallsignStandsBesideALineRatherThanUnderIt) {
    incident(1, {600, 300});
    unit(7, {300, 300}, MarkState::OnScene);
    assignments = {{7, 1, false, {}}};
    marks = 2;
    arrange();
    for (QRect const& name : names())
        EXPECT_FALSE(name.intersects(QRect(320, 299, 260, 2))) << name.x() << " " << name.y();
    EXPECT_EQ(labels(), 2U);
}

TEST_F(Marks, aCallsignStandsBesideItsLegRatherThanUnderIt) {
    unit(8, {388, 320});
    unit(7, {400, 300}); // who comes last has its place
    arrange();
    QPoint const stand = *standOf(unitKey(8));
    ASSERT_LT(stand.x(), 375) << "it stands to the left, its leg runs to the right";
    QRect const leg(stand + QPoint(13, 0), QPoint(388, 320));
    marks = 2;
    ASSERT_EQ(labels(), 2U);
    for (QRect const& name : names())
        EXPECT_FALSE(name.intersects(leg)) << name.x() << " " << name.y();
}

TEST_F(Marks, aCallsignThatLinesRunThroughLiesOnAPlate) {
    auto const opaqueShare = [this] {
        DisplayList list;
        layer.appendMarks(list);
        QImage const& text = list.stamps.back().sprite->image;
        QRect const inner = text.rect().adjusted(4, 7, -4, -7);
        int opaque = 0;
        for (int y = inner.top(); y <= inner.bottom(); ++y)
            for (int x = inner.left(); x <= inner.right(); ++x)
                opaque += qAlpha(text.pixel(x, y)) == 255 ? 1 : 0;
        return static_cast<double>(opaque) / (inner.width() * inner.height());
    };
    unit(7, {400, 300}, MarkState::OnScene);
    units.front().callsign = QStringLiteral("U 7 I");
    arrange();
    EXPECT_LT(opaqueShare(), 0.99);
    for (std::uint64_t i = 0; i < 24; ++i) {
        double const angle = static_cast<double>(i) * 0.2618;
        incident(100 + i, {400 + 900 * std::cos(angle), 300 + 900 * std::sin(angle)});
        assignments.push_back({7, 100 + i, false, {}});
    }
    arrange();
    EXPECT_DOUBLE_EQ(opaqueShare(), 1);
}

TEST_F(Marks, noCallsignUnderTheGlass) {
    unit(7, {300, 300});
    marks = 1;
    arrange();
    ASSERT_EQ(names().size(), 1U);
    glass = {QRectF(names().front()).adjusted(-1, -1, 1, 1)};
    arrange();
    ASSERT_EQ(names().size(), 1U);
    EXPECT_FALSE(names().front().intersects(glass.front().toRect()));
    glass = {QRectF(0, 0, 800, 600)};
    arrange();
    EXPECT_TRUE(names().empty());
}

TEST_F(Marks, theKindIsDrawnBeforeTheCallsign) {
    unit(7, {300, 300});
    marks = 1;
    arrange();
    int const bare = names().front().width();
    units.front().kind = SymbolName::LadderTruck;
    arrange();
    EXPECT_GT(names().front().width(), bare + 12);
}

} // namespace
} // namespace ob::ui

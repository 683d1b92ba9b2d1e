// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// A restless operator: everything that hands, windows and lists can do to a map, in any order. OB_FULL=1 goes
// on for an hour (meant for the sanitizers), OB_SEED repeats a run.
#include "tests/support/spoken_language.h"
#include "tests/ui/map/fake_tiles.h"
#include "tests/ui/map/made_up_city.h"
#include "ui/map/map_view.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>
#include <QWheelEvent>

#include <cstdlib>
#include <random>

namespace ob::ui {
namespace {

using tests::cityTile;
using tests::FakeTiles;

core::GeoPoint const home = *core::GeoPoint::ofDegrees(31.23, 121.47);
constexpr qint64 hour = 3'600'000;

qint64 wantedMilliseconds() {
    char const* const full = std::getenv("OB_FULL");
    bool const isFull = full && *full != '\0' && std::string(full) != "0";
    return isFull ? hour : 3000;
}

unsigned wantedSeed() {
    char const* const seed = std::getenv("OB_SEED");
    return seed ? static_cast<unsigned>(std::strtoul(seed, nullptr, 10)) : std::random_device{}();
}

/// Cities with gaps, rubbish and nothing at all.
std::shared_ptr<core::TilePort> someMap(unsigned kind) {
    if (kind == 0) return nullptr;
    return std::make_shared<FakeTiles>([kind](core::TileId id) -> std::optional<core::Bytes> {
        unsigned const fate = (id.column * 31 + id.row * 17 + id.zoom) % 16;
        if (kind == 2 && fate == 0) return std::nullopt;
        if (kind == 2 && fate == 1) return core::Bytes{0x1a, 0x55, 1, 2, 3};
        return cityTile(id, kind == 3 ? 18 : 5, kind == 3 ? 300 : 20);
    });
}

class RestlessOperator {
  public:
    explicit RestlessOperator(unsigned seed) : m_chance(seed) {
        view.resize(700, 500);
        view.show();
        openMap(1);
        look();
    }

    void step() {
        switch (roll(17)) {
        case 0: return look();
        case 1: return wheel();
        case 2: return drag({});
        case 3: return drag(Qt::ShiftModifier);
        case 4: return press();
        case 5: return view.resize(160 + roll(1000), 120 + roll(700));
        case 6: return view.use(roll(2) == 0 ? Theme::Day : Theme::Night);
        case 7: return speak(roll(2) == 0);
        case 8: return openMap(static_cast<unsigned>(roll(4)));
        case 9: return showMarks();
        case 10: return click();
        case 11: return view.use(static_cast<MapTool>(roll(7)));
        case 12: return view.crowd(roll(3) == 0 ? Crowding::Symbols : Crowding::Groups);
        case 13: return view.flyTo(somewhere(), 3 + roll(170) / 10.0);
        case 14: return selectSome();
        case 15: view.composeWith(1 + roll(3)); return view.showGrid(roll(2) == 0);
        default: return wait();
        }
    }

    void check() {
        QImage const& frame = view.frame();
        ASSERT_EQ(frame.size(), view.size() * view.devicePixelRatioF());
        MarkCounts const counts = view.counts();
        ASSERT_EQ(counts.unitsAsSymbols + counts.unitsAsDots + counts.unitsInGroups, counts.unitsInView);
        ASSERT_LE(counts.unitsInView, counts.units);
        ASSERT_LE(counts.incidentsInView, counts.incidents);
    }

    /// All that was done before leaves no trace: the frame is that of a view that came just now.
    void checkNothingIsLeft() {
        view.use(MapTool::Look);
        QTest::keyClick(&view, Qt::Key_Escape);
        view.select({});
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&view, &leave);
        view.lookAt(home, 14);
        MapView fresh;
        fresh.resize(view.size());
        fresh.show();
        fresh.use(view.theme());
        fresh.crowd(Crowding::Groups);
        view.crowd(Crowding::Groups);
        view.showGrid(false);
        fresh.openMap(someMap(m_map));
        fresh.show(view.marks().lists());
        fresh.lookAt(home, 14);
        for (MapView* const each : {&view, &fresh})
            ASSERT_TRUE(QTest::qWaitFor([each] { return each->isSettled(); }, 60'000));
        ASSERT_EQ(view.frame(), fresh.frame());
    }

    MapView view;

  private:
    std::mt19937 m_chance;
    unsigned m_map = 0;

    int roll(int sides) { return static_cast<int>(m_chance() % static_cast<unsigned>(sides)); }
    QPoint point() { return {roll(view.width()), roll(view.height())}; }
    core::GeoPoint somewhere() {
        return *core::GeoPoint::ofDegrees(31.0 + roll(500) / 1000.0, 121.2 + roll(500) / 1000.0);
    }
    void look() { view.lookAt(somewhere(), 1 + roll(200) / 10.0); }
    void openMap(unsigned kind) {
        m_map = kind;
        view.openMap(someMap(kind));
    }
    static void speak(bool isChinese) {
        installLanguage(*QCoreApplication::instance(), isChinese ? "zh_CN" : "en");
    }
    void wheel() {
        QPointF const at = point();
        for (int i = roll(6); i >= 0; --i) {
            QWheelEvent event(at, view.mapToGlobal(at), {}, QPoint(0, (roll(2) * 2 - 1) * roll(240)),
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &event);
        }
    }
    void drag(Qt::KeyboardModifiers modifiers) {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, point());
        for (int i = roll(5); i >= 0; --i) {
            QTest::mouseMove(&view, point());
            view.frame();
        }
        if (roll(8) == 0) view.resize(160 + roll(400), 120 + roll(300)); // while it is held
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, point());
    }
    void press() {
        constexpr Qt::Key keys[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,     Qt::Key_Down,
                                    Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Escape, Qt::Key_Backspace,
                                    Qt::Key_Home, Qt::Key_Return};
        QTest::keyClick(&view, keys[roll(std::size(keys))]);
    }
    void click() {
        if (roll(4) == 0)
            QTest::mouseDClick(&view, Qt::LeftButton, {}, point());
        else
            QTest::mouseClick(&view, Qt::LeftButton, roll(2) == 0 ? Qt::ControlModifier : Qt::NoModifier,
                              point());
    }
    void selectSome() {
        std::set<MarkKey> keys;
        for (int i = roll(5); i > 0; --i)
            keys.insert({static_cast<MarkKind>(roll(3)), static_cast<std::uint64_t>(roll(300))});
        view.select(keys);
    }
    void wait() {
        QElapsedTimer clock;
        clock.start();
        for (int const length = roll(120); clock.elapsed() < length;)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    WorldPoint place() { return worldOf(roll(3) == 0 ? home : somewhere()); }
    void showMarks() {
        std::vector<UnitMark> units(static_cast<std::size_t>(roll(4) == 0 ? roll(5000) : roll(80)));
        for (std::size_t i = 0; i < units.size(); ++i) {
            units[i] = {.number = i + 1, .place = place(), .callsign = QString::number(roll(99999), 36)};
            units[i].agency = static_cast<MarkAgency>(roll(10));
            units[i].state = static_cast<MarkState>(roll(6));
            if (roll(2) == 0) units[i].kind = allSymbols()[static_cast<std::size_t>(roll(40))];
            units[i].isStale = roll(5) == 0;
            units[i].ageSeconds = static_cast<std::uint32_t>(roll(9000));
            units[i].isEmergency = roll(200) == 0;
        }
        std::vector<IncidentMark> incidents(static_cast<std::size_t>(roll(60)));
        std::vector<AssignmentMark> assignments;
        for (std::size_t i = 0; i < incidents.size(); ++i) {
            incidents[i] = {.number = i + 1, .place = place(), .label = QString::number(roll(9999))};
            incidents[i].priority = static_cast<core::Priority>(roll(4) + 1);
            incidents[i].isMajor = roll(9) == 0;
            incidents[i].isDrill = roll(9) == 0;
            assignments.push_back({static_cast<std::uint64_t>(roll(90)), i + 1, roll(3) == 0, {}});
            if (roll(3) == 0) assignments.back().route = {place(), place()};
        }
        std::vector<AreaMark> areas(static_cast<std::size_t>(roll(4)));
        for (AreaMark& area : areas)
            area = {
                .number = 1, .kind = static_cast<AreaKind>(roll(4)), .rings = {{place(), place(), place()}}};
        MarkLists lists;
        lists.units = std::make_shared<std::vector<UnitMark> const>(std::move(units));
        lists.incidents = std::make_shared<std::vector<IncidentMark> const>(std::move(incidents));
        lists.assignments = std::make_shared<std::vector<AssignmentMark> const>(std::move(assignments));
        lists.areas = std::make_shared<std::vector<AreaMark> const>(std::move(areas));
        view.show(std::move(lists));
    }
};

TEST(RandomHands, doNoHarmAndLeaveNoTrace) {
    unsigned const seed = wantedSeed();
    SCOPED_TRACE("OB_SEED=" + std::to_string(seed));
    test::SpokenLanguage const english("en"); // again when all is over
    RestlessOperator hands(seed);
    QElapsedTimer clock;
    clock.start();
    int steps = 0;
    for (qint64 const wanted = wantedMilliseconds(); clock.elapsed() < wanted; ++steps) {
        hands.step();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 3);
        ASSERT_NO_FATAL_FAILURE(hands.check()) << "step " << steps;
        if (steps % 400 == 399) {
            ASSERT_NO_FATAL_FAILURE(hands.checkNothingIsLeft()) << "step " << steps;
        }
    }
    ASSERT_NO_FATAL_FAILURE(hands.checkNothingIsLeft()) << "step " << steps;
    RecordProperty("steps", steps);
    std::printf("%d steps\n", steps);
}

} // namespace
} // namespace ob::ui

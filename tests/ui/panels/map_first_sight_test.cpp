// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"

#include <QTest>

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

struct FirstSight : testing::Test {
    test::ConsoleDesk desk;
    test::WindowGivens givens;
    MainWindow window{desk.console(), givens.services([](QString const&) {})};

    FirstSight() {
        window.resize(1366, 768);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    MapView& map() { return window.map().view(); }
    void unitAt(char const* callsign, double latitude) {
        auto asked = core::engine(callsign);
        asked.homePlace = core::GeoPoint::ofDegrees(latitude, 120);
        desk.done(std::move(asked));
    }
    bool sees(double latitude) {
        return map().camera().box().contains(worldOf(*core::GeoPoint::ofDegrees(latitude, 120)));
    }
    bool isSoon(std::function<bool()> const& what) { return QTest::qWaitFor(what, 3000); }
};

TEST_F(FirstSight, FollowsTheUnitsAsTheyComeInUntilSomebodyMovesTheMap) {
    unitAt("E1", 30.00);
    QTest::qWait(300);
    unitAt("E2", 30.01);
    unitAt("E3", 30.02);
    EXPECT_TRUE(isSoon([&] { return map().camera().zoom() > 10 && sees(30.02); })) << "not the whole world";
    unitAt("E4", 30.3);
    EXPECT_TRUE(isSoon([&] { return sees(30.3) && sees(30.0); }));
    map().lookAt(*core::GeoPoint::ofDegrees(30.3, 120), 15);
    unitAt("E5", 30.6);
    QTest::qWait(500);
    EXPECT_FALSE(sees(30.6)) << "who looks at something goes on looking at it";
}

} // namespace
} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/intake/field_frame.h"
#include "ui/intake/intake_panel.h"
#include "ui/main_window.h"
#include "ui/panels/row_pen.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDockWidget>
#include <QTest>

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

/// The window on a laptop, with text of this size.
struct LowScreen : testing::TestWithParam<double> {
    test::ConsoleDesk desk;
    test::WindowGivens givens;
    MainWindow window{desk.console(), givens.services([](QString const&) {})};

    LowScreen() {
        installLanguage(*qApp, "en");
        for (auto const* const callsign : {"E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08"})
            desk.done(core::engine(callsign));
        window.resize(1366, 768);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        while (textScale() < GetParam())
            press("view.larger");
    }
    ~LowScreen() override {
        setTextScale(1);
        QApplication::setFont(panelFont());
    }
    void press(char const* action) {
        window.actions().find(QLatin1StringView(action))->trigger();
        desk.settle();
    }
};
INSTANTIATE_TEST_SUITE_P(Texts, LowScreen, testing::Values(1.0, 1.5),
                         [](auto const& value) { return value.param > 1 ? "Large" : "Usual"; });

TEST_P(LowScreen, NothingThatOpensMakesTheWindowLargerThanTheScreen) {
    auto const here = desk.done(core::fireAt("Main Street 5"));
    desk.console().selectIncident(here);
    desk.console().propose(QStringLiteral("D E01,E02,E03,E04,E05,E06,E07,E08 ."), true);
    desk.settle();
    ASSERT_EQ(desk.console().board().incident(here)->assignments.size(), 8U);
    desk.console().selectUnit(desk.console().board().incident(here)->assignments.front().unit);
    for (char const* const action :
         {"desk.alarms", "unit.sheet", "unit.roster", "unit.grants", "incident.new"}) {
        press(action);
        QTest::qWait(1);
        EXPECT_LE(window.height(), 768) << action;
        EXPECT_LE(window.width(), 1366) << action;
    }
}

TEST_P(LowScreen, CallIntakeIsWrittenInTheSizeOfTheRest) {
    press("incident.new");
    auto* const intake = window.findChild<IntakePanel*>();
    auto const frames = intake->findChildren<FieldFrame*>();
    ASSERT_FALSE(frames.empty());
    for (auto* const frame : frames)
        EXPECT_EQ(frame->height() % scaled(28), 0) << frame->height();
    EXPECT_EQ(QFontInfo(intake->font()).pixelSize(), scaled(14));
}

TEST_P(LowScreen, TheKeyboardBeginsInTheCommandLine) {
    EXPECT_TRUE(window.commandBar().isAncestorOf(window.focusWidget()));
}

} // namespace
} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// AA and SHV typed at the console, by the rules of the list of alarms.
#include "tests/support/spoken_language.h"
#include "tests/support/window_givens.h"
#include "tests/ui/console/console_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/panels/alarm_panel.h"

#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

using core::AssignmentState;
using core::Priority;
using core::Role;
using testing::HasSubstr;
constexpr char const* a = "20261121-0001";
constexpr char const* b = "20261121-0002";

struct AlarmLinesAtTheConsole : testing::Test {
    AlarmLinesAtTheConsole() {
        given.clock.time = core::instant(core::openedTime);
        given.signIn("Wang", "PD-1", {Role::Dispatcher});
        QObject::connect(&given.console, &Console::proposed, &bar, &CommandBar::propose);
        bar.resize(1200, 36);
        bar.show();
    }
    void type(QString const& line) { bar.propose(line, false); }
    void enter() { QTest::keyClick(bar.findChild<QLineEdit*>(), Qt::Key_Return); }
    std::string told() { return bar.told().toStdString(); }
    /// Two late orders at `a`, nobody at `b`: three alarms.
    void showThree() {
        given.show(core::aBoard()
                       .with(core::anIncident(a).withPriority(Priority::P2).withUnit("E07").withUnit("E08"))
                       .with(core::anIncident(b).withPriority(Priority::P2))
                       .made());
        given.tick(3600);
        ASSERT_EQ(alarms.counts().unacknowledged, 3u);
    }
    void showUnassigned(Priority priority) {
        given.show(core::aBoard().with(core::anIncident(a).withPriority(priority)).made());
        given.tick(901);
        ASSERT_EQ(alarms.counts().unacknowledged, 1u);
    }

    test::SpokenLanguage english{"en"};
    tests::GivenConsole given;
    test::Silence silence;
    AlarmDesk alarms{given.console, silence};
    CommandBar bar{given.console, alarms};
};

TEST_F(AlarmLinesAtTheConsole, AnIncidentsAlarmsAreSilencedAndStay) {
    showThree();
    type(QStringLiteral("AA 001"));
    EXPECT_THAT(told(), HasSubstr("Silence"));
    enter();
    EXPECT_EQ(alarms.counts().unacknowledged, 1u);
    EXPECT_EQ(alarms.entries().size(), 3u) << "silenced is not solved";
    EXPECT_TRUE(bar.line().isEmpty());
    type(QStringLiteral("AA 001"));
    EXPECT_THAT(told(), HasSubstr("No alarm is waiting"));
    enter();
    EXPECT_FALSE(bar.line().isEmpty()) << "nothing was done";
}

TEST_F(AlarmLinesAtTheConsole, AllAreSilencedByTheVerbAlone) {
    showThree();
    type(QStringLiteral("AA"));
    EXPECT_THAT(told(), HasSubstr("and 1 more"));
    enter();
    EXPECT_EQ(alarms.counts().unacknowledged, 0u);
}

TEST_F(AlarmLinesAtTheConsole, AShelfIsToldBeforeAndKeepsItsReason) {
    showUnassigned(Priority::P3);
    type(QStringLiteral("SHV 1 20"));
    EXPECT_THAT(told(), HasSubstr("wants a reason"));
    enter();
    EXPECT_EQ(alarms.counts().shelved, 0u);
    type(QStringLiteral("SHV 1 20 caller is on the phone"));
    EXPECT_THAT(told(), HasSubstr("Shelve until"));
    enter();
    ASSERT_EQ(alarms.counts().shelved, 1u);
    EXPECT_EQ(alarms.entries()[0].shelf->reason, QStringLiteral("caller is on the phone"));
    EXPECT_EQ(alarms.entries()[0].shelf->until, given.clock.time + core::Duration::ofMinutes(20));
}

TEST_F(AlarmLinesAtTheConsole, WhatThePanelRefusesTheLineRefusesBeforeEnter) {
    showUnassigned(Priority::P1);
    type(QStringLiteral("SHV 1 20 known"));
    EXPECT_THAT(told(), HasSubstr("Only a supervisor"));
    enter();
    EXPECT_EQ(alarms.counts().shelved, 0u);
    given.signIn("Zhao", "PD-1", {Role::Supervisor});
    type(QStringLiteral("SHV 1 9h known"));
    EXPECT_THAT(told(), HasSubstr("480 minutes at most"));
    type(QStringLiteral("SHV 1 20 known"));
    enter();
    EXPECT_EQ(alarms.counts().shelved, 1u);
    given.console.signIn({});
    type(QStringLiteral("AA"));
    EXPECT_THAT(told(), HasSubstr("signed in"));
}

TEST_F(AlarmLinesAtTheConsole, DistressIsSilencedWithASecondEnterAndNeverShelved) {
    given.signIn("Zhao", "PD-1", {Role::Supervisor});
    given.show(core::aBoard()
                   .with(core::aUnit("E07").inDistress())
                   .with(core::anIncident(a).withPriority(Priority::P3))
                   .made());
    given.tick(901);
    ASSERT_EQ(alarms.counts().unacknowledged, 2u);
    type(QStringLiteral("SHV 1 20 known"));
    EXPECT_THAT(told(), HasSubstr("cannot be shelved"));
    type(QStringLiteral("AA"));
    EXPECT_THAT(told(), HasSubstr("call for help"));
    enter();
    EXPECT_EQ(alarms.counts().unacknowledged, 2u);
    enter();
    EXPECT_EQ(alarms.counts().unacknowledged, 0u);
}

TEST_F(AlarmLinesAtTheConsole, AnAlarmThatCameMeanwhileIsNotSilencedUnseen) {
    showUnassigned(Priority::P3);
    type(QStringLiteral("AA"));
    bar.blockSignals(true);
    alarms.blockSignals(true); // as if it came between the eye and the hand
    showThree();
    alarms.blockSignals(false);
    auto const before = alarms.counts().unacknowledged;
    given.console.blockSignals(true);
    enter();
    given.console.blockSignals(false);
    EXPECT_EQ(alarms.counts().unacknowledged, before);
}

TEST_F(AlarmLinesAtTheConsole, TheButtonOfTheListTypesTheLine) {
    AlarmPanel panel{given.console, alarms};
    panel.resize(500, 400);
    panel.show();
    showUnassigned(Priority::P3);
    QToolButton* shelve = nullptr;
    for (auto* const button : panel.findChildren<QToolButton*>())
        if (button->text().startsWith(QStringLiteral("Shelve"))) shelve = button;
    ASSERT_NE(shelve, nullptr);
    shelve->click();
    EXPECT_EQ(bar.line(), QStringLiteral("SHV 1 10 "));
    QTest::keyClicks(bar.findChild<QLineEdit*>(), QStringLiteral("known"));
    enter();
    EXPECT_EQ(alarms.counts().shelved, 1u);
}

TEST_F(AlarmLinesAtTheConsole, WhatIsOfferedInEnglishHasNoChineseWords) {
    given.show(
        core::aBoard().with(core::anIncident(a).withPriority(Priority::P3)).with(core::aUnit("E07")).made());
    given.tick();
    auto* const line = bar.findChild<QLineEdit*>();
    bar.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&bar));
    auto const completed = [&](char const* typed) {
        bar.propose(QLatin1StringView(typed), false);
        QTest::keyClick(line, Qt::Key_Tab);
        return bar.line().trimmed().toStdString();
    };
    EXPECT_EQ(completed("NI structure"), "NI FIRE-STRUCT");
    EXPECT_EQ(completed("CLOSE 001 han"), "CLOSE 001 HANDLED");
    EXPECT_EQ(completed("LD 001 fire"), "LD 001 FD");
    EXPECT_EQ(completed("D E07"), "D FD-E07");
    test::SpokenLanguage const chinese("zh_CN");
    EXPECT_EQ(completed("NI structure"), "NI 建筑火灾");
}

} // namespace
} // namespace ob::ui

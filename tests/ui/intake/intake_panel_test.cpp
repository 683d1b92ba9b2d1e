// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/intake_panel.h"

#include "tests/support/board_builder.h"
#include "tests/support/spoken_language.h"
#include "tests/ui/intake/intake_hands.h"

#include <QSignalSpy>

namespace ob::ui {
namespace {

using core::code;
using test::IntakeHands;

class Intake : public IntakeHands {};

TEST_F(Intake, OpensAnIncidentWithTypeAndPlaceAlone) {
    QSignalSpy said(&console, &Console::said);
    type(QStringLiteral("house fire"));
    press(Qt::Key_Tab);
    compose(QStringLiteral("bin jiang lu"), QStringLiteral("滨江路221号"));
    save();
    auto const incident = onlyIncident();
    ASSERT_TRUE(incident);
    EXPECT_EQ(incident->type, code("FIRE-STRUCT"));
    EXPECT_EQ(incident->address, "滨江路221号");
    EXPECT_EQ(incident->priority, core::Priority::P1);
    EXPECT_EQ(console.selectedIncident(), incident->id);
    ASSERT_EQ(said.count(), 1);
    EXPECT_EQ(said.at(0).at(0).value<Console::Tone>(), Console::Tone::Done);
    EXPECT_TRUE(said.at(0).at(1).toString().contains(QString::fromStdString(incident->number.text())));
}

TEST_F(Intake, ClearsForTheNextCall) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    save();
    EXPECT_EQ(textOf("Type of incident"), QString());
    EXPECT_EQ(textOf("Place"), QString());
    EXPECT_EQ(here(), QStringLiteral("Type of incident"));
    EXPECT_TRUE(panel->book().current().call.isEmpty());
}

TEST_F(Intake, TakesChineseFromAnInputMethod) {
    compose(QStringLiteral("huo jing"), QStringLiteral("火警"));
    press(Qt::Key_Return);
    EXPECT_EQ(here(), QStringLiteral("Place"));
    compose(QStringLiteral("bjl"), QStringLiteral("滨江路221号"));
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->type, code("FIRE-STRUCT"));
}

TEST_F(Intake, SaysWhatIsMissingBesideTheFieldAndSendsNothing) {
    EXPECT_FALSE(says("What has happened?"));
    save();
    EXPECT_TRUE(desk.submitted().empty());
    EXPECT_TRUE(says("What has happened?"));
    EXPECT_TRUE(says("Where?"));
    EXPECT_EQ(here(), QStringLiteral("Type of incident"));
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    EXPECT_FALSE(says("What has happened?"));
    save();
    EXPECT_EQ(here(), QStringLiteral("Place"));
    EXPECT_TRUE(desk.submitted().empty());
}

TEST_F(Intake, TakesTheFirstNearTypeWithTab) {
    type(QStringLiteral("high-r"));
    press(Qt::Key_Tab);
    EXPECT_EQ(textOf("Type of incident"), QStringLiteral("High-rise fire"));
    EXPECT_EQ(here(), QStringLiteral("Place"));
}

TEST_F(Intake, GoesThroughNearTypesWithArrows) {
    type(QStringLiteral("smo"));
    auto const first = QStringLiteral("Smoke or smell of burning");
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    EXPECT_EQ(textOf("Type of incident"), first);
}

TEST_F(Intake, SaysThatATypeIsNone) {
    type(QStringLiteral("zzqq"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    save();
    EXPECT_TRUE(says("No type is called so"));
    EXPECT_TRUE(desk.submitted().empty());
}

TEST_F(Intake, SetsThePriorityByKeyAndGoesBackToThatOfTheType) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    EXPECT_TRUE(says("as the type has it"));
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_TRUE(says("set by hand"));
    EXPECT_EQ(panel->book().current().call.priority, core::Priority::P3);
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_TRUE(says("as the type has it"));
    press(Qt::Key_2, Qt::AltModifier);
    type(QStringLiteral("Main 1"));
    save();
    EXPECT_EQ(onlyIncident()->priority, core::Priority::P2);
}

TEST_F(Intake, WritesDownCallerChannelAndWhatWasSaid) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    press(Qt::Key_Tab); // priority
    press(Qt::Key_Tab);
    EXPECT_EQ(here(), QStringLiteral("Number of the caller"));
    type(QStringLiteral("13800001111"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Zhao"));
    press(Qt::Key_Tab);
    EXPECT_EQ(here(), QStringLiteral("Channel"));
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    EXPECT_EQ(here(), QStringLiteral("What was said"));
    type(QStringLiteral("smoke, d and p and 1"));
    press(Qt::Key_Tab);
    EXPECT_EQ(here(), QStringLiteral("Units to send at once"));
    press(Qt::Key_Tab);
    EXPECT_EQ(here(), QStringLiteral("Received at, when entered late"));
    save();
    auto const& opening = std::get<core::OpenIncident>(desk.submitted().back().intent);
    EXPECT_EQ(opening.caller.phone, "13800001111");
    EXPECT_EQ(opening.caller.name, "Zhao");
    EXPECT_EQ(opening.channel, core::Channel::Walkin);
    EXPECT_EQ(opening.text, "smoke, d and p and 1");
    ASSERT_TRUE(onlyIncident());
}

TEST_F(Intake, SendsUnitsAtOnce) {
    auto const unit = desk.done(core::engine("E07"));
    desk.done(core::engine("E08"));
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    named("Units to send at once")->setFocus();
    type(QStringLiteral("+E0"));
    press(Qt::Key_Return);
    EXPECT_EQ(here(), QStringLiteral("Received at, when entered late"))
        << "Enter takes the first and goes on";
    save();
    ASSERT_TRUE(onlyIncident());
    ASSERT_EQ(onlyIncident()->assignments.size(), 1u);
    EXPECT_EQ(onlyIncident()->assignments.front().unit, unit);
}

TEST_F(Intake, SaysThatAUnitIsNotKnown) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    named("Units to send at once")->setFocus();
    type(QStringLiteral("X99"));
    save();
    EXPECT_TRUE(desk.submitted().empty());
    EXPECT_TRUE(says("X99"));
    EXPECT_EQ(here(), QStringLiteral("Units to send at once"));
}

TEST_F(Intake, EntersACallLateUnderItsOwnTime) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    named("Received at, when entered late")->setFocus();
    type(QStringLiteral("@15300"));
    save();
    EXPECT_TRUE(says("A time is typed as 2140"));
    press(Qt::Key_Backspace);
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->openedAt, *core::Instant::ofIso8601("2027-01-15T07:30:00Z"))
        << "15:30 in Beijing";
}

TEST_F(Intake, KeepsEverythingWhenTheDeskRefuses) {
    QSignalSpy said(&console, &Console::said);
    console.signIn({.operatorName = "Nobody", .position = code("D1"), .roles = 0});
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    save();
    EXPECT_TRUE(console.board().incidents().empty());
    EXPECT_EQ(textOf("Type of incident"), QStringLiteral("Structure fire"));
    EXPECT_EQ(textOf("Place"), QStringLiteral("Main 1"));
    ASSERT_EQ(said.count(), 1);
    EXPECT_EQ(said.at(0).at(0).value<Console::Tone>(), Console::Tone::Refused);
    EXPECT_TRUE(seen().contains(said.at(0).at(1).toString())) << "said beside the call as well";
    console.signIn(core::RunningDesk::supervisor("Li"));
    save();
    EXPECT_TRUE(onlyIncident());
}

TEST_F(Intake, IsLockedUntilTheAnswerAndSendsOnce) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(says("Saving"));
    press(Qt::Key_Return, Qt::ControlModifier);
    type(QStringLiteral("9"));
    EXPECT_EQ(textOf("Place"), QStringLiteral("Main 1"));
    desk.settle();
    EXPECT_EQ(desk.submitted().size(), 1u);
    EXPECT_FALSE(says("Saving"));
    type(QStringLiteral("x"));
    EXPECT_EQ(textOf("Type of incident"), QStringLiteral("x"));
}

TEST_F(Intake, GoesBackToWhereTheKeyboardWasAndKeepsTheCall) {
    type(QStringLiteral("smok"));
    press(Qt::Key_Escape);
    EXPECT_EQ(here(), QStringLiteral("Type of incident")) << "only the list was closed";
    press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), elsewhere);
    EXPECT_EQ(textOf("Type of incident"), QStringLiteral("smok"));
    panel->start();
    EXPECT_EQ(here(), QStringLiteral("Type of incident"));
}

TEST_F(Intake, ShowsTheCardOfTheType) {
    EXPECT_FALSE(says("Card:"));
    type(QStringLiteral("cardiac"));
    press(Qt::Key_Tab);
    EXPECT_TRUE(says("Card: Cardiac arrest"));
    EXPECT_TRUE(says("template, not reviewed"));
    EXPECT_TRUE(says("Inform: Ambulance"));
    auto* const line =
        qobject_cast<QAbstractButton*>(named("Watch the chest: normal breathing? Gasping does not count"));
    ASSERT_TRUE(line);
    line->click();
    EXPECT_EQ(panel->book().current().call.ticked.size(), 1);
    test::SpokenLanguage const chinese("zh_CN");
    QCoreApplication::sendPostedEvents();
    EXPECT_TRUE(says("放平在硬地上"));
}

TEST_F(Intake, ChangesLanguageWithoutLosingTheCall) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    type(QStringLiteral("Main 1"));
    {
        test::SpokenLanguage const chinese("zh_CN");
        QCoreApplication::sendPostedEvents();
        EXPECT_EQ(panel->book().current().call.type, QStringLiteral("建筑火灾"));
        EXPECT_TRUE(test::hasHan(seen()));
        save();
    }
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->type, code("FIRE-STRUCT"));
}

TEST_F(Intake, NamesEverythingThatTakesTheKeyboard) {
    type(QStringLiteral("fire"));
    press(Qt::Key_Tab);
    for (auto* const each : panel->findChildren<QWidget*>()) {
        if (!each->isVisibleTo(panel) || each->focusPolicy() == Qt::NoFocus) continue;
        EXPECT_FALSE(each->accessibleName().isEmpty()) << each->metaObject()->className();
    }
}

TEST_F(Intake, GoesThroughTheFieldsInTheOrderOfSpeech) {
    QStringList order;
    for (int field = 0; field < 9; ++field) {
        order << here();
        press(Qt::Key_Tab);
    }
    EXPECT_EQ(order, (QStringList{QStringLiteral("Type of incident"), QStringLiteral("Place"),
                                  QStringLiteral("Priority"), QStringLiteral("Number of the caller"),
                                  QStringLiteral("Name of the caller"), QStringLiteral("Channel"),
                                  QStringLiteral("What was said"), QStringLiteral("Units to send at once"),
                                  QStringLiteral("Received at, when entered late")}));
}

TEST_F(Intake, FollowsTheTheme) {
    console.use(Theme::Day);
    EXPECT_EQ(panel->palette().color(QPalette::Base), tokens(Theme::Day).panel);
    EXPECT_EQ(named("Place")->palette().color(QPalette::Text), tokens(Theme::Day).text);
}

} // namespace
} // namespace ob::ui

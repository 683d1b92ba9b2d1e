// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What is not saved yet: drafts, several calls at once, calls that broke off.
#include "tests/ui/intake/intake_hands.h"

#include <QSignalSpy>

namespace ob::ui {
namespace {

using test::IntakeHands;

class IntakeDrafts : public IntakeHands {
  protected:
    void fill(char const* place) {
        type(QStringLiteral("fire"));
        press(Qt::Key_Tab);
        type(QLatin1String(place));
    }
    bool isKept() {
        return QTest::qWaitFor([&] { return !drafts.kept.content.isEmpty(); }, 10'000);
    }
    core::StreamId dropOne(char const* place) {
        fill(place);
        named("Number of the caller")->setFocus();
        type(QStringLiteral("13800001111"));
        press(Qt::Key_R, Qt::AltModifier);
        desk.settle();
        return console.selectedIncident();
    }
};

TEST_F(IntakeDrafts, AreKeptAFewSecondsAfterAChange) {
    fill("Main 1");
    EXPECT_TRUE(drafts.kept.content.isEmpty());
    ASSERT_TRUE(isKept());
    EXPECT_EQ(notesOf(drafts.kept.content)->calls.front().address, QStringLiteral("Main 1"));
    EXPECT_EQ(drafts.saves, 1);
}

TEST_F(IntakeDrafts, AreOfferedAfterACrashAndComeBackByOneKey) {
    fill("Main 1");
    openAgain();
    EXPECT_TRUE(says("A draft of 16:00 is left."));
    EXPECT_EQ(textOf("Place"), QString());
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(says("A draft of"));
    EXPECT_EQ(textOf("Place"), QStringLiteral("Main 1"));
    save();
    EXPECT_TRUE(onlyIncident());
}

TEST_F(IntakeDrafts, AreGoneOnceTheyAreSaved) {
    fill("Main 1");
    ASSERT_TRUE(isKept());
    save();
    EXPECT_TRUE(drafts.kept.content.isEmpty());
    openAgain();
    EXPECT_FALSE(says("A draft of"));
}

TEST_F(IntakeDrafts, CanBeDiscarded) {
    fill("Main 1");
    openAgain();
    qobject_cast<QAbstractButton*>(named("Discard"))->click();
    EXPECT_FALSE(says("A draft of"));
    EXPECT_TRUE(drafts.kept.content.isEmpty());
}

TEST_F(IntakeDrafts, AreNotOverwrittenWhileNobodyHasAnswered) {
    fill("Main 1");
    openAgain();
    fill("Side 2");
    openAgain();
    ASSERT_TRUE(panel->book().offer());
    EXPECT_EQ(panel->book().offer()->calls.size(), 2u);
}

TEST_F(IntakeDrafts, ThatCannotBeReadAreSaidAndLeftOut) {
    drafts.kept = {.content = {}, .isUnreadable = true};
    QSignalSpy said(&console, &Console::said);
    openAgain();
    ASSERT_TRUE(QTest::qWaitFor([&] { return said.count() == 1; }, 10'000));
    EXPECT_FALSE(says("A draft of"));
    fill("Main 1");
    save();
    EXPECT_TRUE(onlyIncident());
}

TEST_F(IntakeDrafts, ThatCannotBeKeptAreSaidOnce) {
    drafts.isWritable = false;
    QSignalSpy said(&console, &Console::said);
    fill("Main 1");
    panel->book().flush();
    type(QStringLiteral("1"));
    panel->book().flush();
    EXPECT_EQ(said.count(), 1);
}

TEST_F(IntakeDrafts, HoldSeveralCallsAtOnce) {
    fill("Main 1");
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(says("Call 2 of 2"));
    EXPECT_EQ(textOf("Place"), QString());
    fill("Side 2");
    press(Qt::Key_PageUp, Qt::ControlModifier);
    EXPECT_EQ(textOf("Place"), QStringLiteral("Main 1"));
    press(Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(textOf("Place"), QStringLiteral("Side 2"));
    save();
    EXPECT_EQ(textOf("Place"), QStringLiteral("Main 1")) << "the first waits";
    EXPECT_FALSE(says("Call 1 of"));
    save();
    EXPECT_EQ(console.board().incidents().size(), 2u);
}

TEST_F(IntakeDrafts, AnEmptyCallIsNoSecondOne) {
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(panel->book().entries().size(), 1u);
}

TEST_F(IntakeDrafts, AnswerOfOneCallLeavesTheOtherAlone) {
    fill("Main 1");
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    fill("Side 2");
    desk.settle();
    EXPECT_EQ(textOf("Place"), QStringLiteral("Side 2"));
    EXPECT_EQ(panel->book().entries().size(), 1u);
}

TEST_F(IntakeDrafts, ACallThatBrokeOffIsSavedAndRungBack) {
    auto const incident = dropOne("Main 1");
    ASSERT_FALSE(incident.isNil());
    EXPECT_TRUE(says("Ring back"));
    EXPECT_TRUE(says("13800001111"));
    EXPECT_TRUE(console.board().incident(incident)->narrative.find("broke off") != std::string::npos);
    qobject_cast<QAbstractButton*>(named("Not reached"))->click();
    desk.settle();
    EXPECT_TRUE(says("not reached ×1"));
    qobject_cast<QAbstractButton*>(named("Reached"))->click();
    desk.settle();
    EXPECT_FALSE(says("13800001111"));
    auto const& narrative = console.board().incident(incident)->narrative;
    EXPECT_NE(narrative.find("Rung back: reached."), std::string::npos);
    EXPECT_EQ(narrative.find("13800001111"), std::string::npos)
        << "notes are read by more than may know the number";
}

TEST_F(IntakeDrafts, ACallThatBrokeOffNeedsANumberAndNothingElse) {
    press(Qt::Key_R, Qt::AltModifier);
    EXPECT_TRUE(says("Without a number nobody can be rung back."));
    EXPECT_EQ(here(), QStringLiteral("Number of the caller"));
    type(QStringLiteral("13800001111"));
    press(Qt::Key_R, Qt::AltModifier);
    desk.settle();
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->type.text(), "OTHER");
    EXPECT_EQ(onlyIncident()->address, "Place unknown, the call broke off");
}

TEST_F(IntakeDrafts, WhoWaitsForACallSurvivesACrashWithoutBeingAskedFor) {
    dropOne("Main 1");
    openAgain();
    EXPECT_FALSE(says("A draft of"));
    EXPECT_TRUE(says("13800001111"));
}

TEST_F(IntakeDrafts, WhoseIncidentIsFinishedIsNotRungBack) {
    auto const incident = dropOne("Main 1");
    desk.done(core::VoidIncident{.incident = incident, .reason = *core::Code::of("TEST")});
    EXPECT_FALSE(says("13800001111"));
}

} // namespace
} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/lock_curtain.h"

#include "tests/ui/console/console_givens.h"
#include "tests/ui/console/fake_operators.h"
#include "ui/console/flat_button.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace ob::ui {
namespace {

using core::Role;

class LockedHands : public testing::Test {
  protected:
    LockedHands() {
        operators.know(QStringLiteral("Wang"), 0xff, "correct horse");
        given.signIn("Wang", "PD-1", {Role::Supervisor, Role::Dispatcher});
        around.resize(1200, 700);
        around.show();
        around.activateWindow();
    }
    void lock() {
        curtain.lock(given.console.session());
        curtain.resize(around.size());
    }
    void type(char const* text, Qt::Key end = Qt::Key_Return) {
        QTest::keyClicks(around.focusWidget(), QLatin1StringView(text));
        QTest::keyClick(around.focusWidget(), end);
        tests::FakeOperators::settle();
    }
    QLineEdit* passphrase() { return curtain.findChild<QLineEdit*>(QStringLiteral("passphrase")); }
    QString message() { return curtain.findChild<QLabel*>(QStringLiteral("message"))->text(); }

    tests::GivenConsole given;
    tests::FakeOperators operators;
    QWidget around;
    LockCurtain curtain{given.console, operators, &around};
    QSignalSpy unlocked{&curtain, &LockCurtain::unlocked};
    QSignalSpy changeWanted{&curtain, &LockCurtain::changeWanted};
};

TEST_F(LockedHands, isOutOfSightUntilSomebodyLocks) {
    EXPECT_FALSE(curtain.isVisible());
    EXPECT_FALSE(curtain.isLocked());
    lock();
    EXPECT_TRUE(curtain.isVisible());
    EXPECT_TRUE(curtain.isLocked());
    EXPECT_EQ(around.focusWidget(), passphrase());
}

TEST_F(LockedHands, nothingBehindItShinesThrough) {
    QLabel secret(QStringLiteral("13800001234"), &around);
    secret.resize(around.size());
    secret.show();
    lock();
    auto const picture = around.grab().toImage();
    secret.setText(QStringLiteral("99999999999"));
    EXPECT_EQ(around.grab().toImage(), picture);
}

TEST_F(LockedHands, saysWhoLockedIt) {
    lock();
    bool isNamed = false;
    for (auto const* const label : curtain.findChildren<QLabel*>())
        isNamed = isNamed || label->text().contains(QStringLiteral("Wang"));
    EXPECT_TRUE(isNamed);
}

TEST_F(LockedHands, aPositionThatWasTakenAwayOpensNothing) {
    operators.roster.active[0].positions = {core::code("PD-2")};
    lock();
    type("correct horse");
    EXPECT_EQ(unlocked.count(), 0);
    EXPECT_TRUE(message().contains(QStringLiteral("PD-2"))) << message().toStdString();
}

TEST_F(LockedHands, thePassphraseOfWhoLockedItOpensIt) {
    lock();
    type("correct horse");
    EXPECT_EQ(unlocked.count(), 1);
    EXPECT_FALSE(curtain.isVisible());
    EXPECT_EQ(given.console.session().roles,
              static_cast<std::uint8_t>(Role::Supervisor) | static_cast<std::uint8_t>(Role::Dispatcher))
        << "as before, not all that the operator has";
}

TEST_F(LockedHands, aWrongOneDoesNot) {
    lock();
    type("battery staple");
    EXPECT_EQ(unlocked.count(), 0);
    EXPECT_TRUE(curtain.isVisible());
    EXPECT_EQ(message(), QStringLiteral("The passphrase is wrong."));
    EXPECT_TRUE(passphrase()->text().isEmpty());
    type("correct horse");
    EXPECT_EQ(unlocked.count(), 1);
}

TEST_F(LockedHands, anEmptyOneAsksNobody) {
    lock();
    type("");
    EXPECT_TRUE(operators.asked.empty());
}

TEST_F(LockedHands, rolesThatWereTakenAwayMeanwhileAreGone) {
    lock();
    operators.roster.active[0].roles = static_cast<std::uint8_t>(Role::Dispatcher);
    type("correct horse");
    EXPECT_EQ(unlocked.count(), 1);
    EXPECT_EQ(given.console.session().roles, static_cast<std::uint8_t>(Role::Dispatcher));
}

TEST_F(LockedHands, withoutAnyRoleLeftItStaysLocked) {
    lock();
    operators.roster.active[0].roles = static_cast<std::uint8_t>(Role::Auditor);
    type("correct horse");
    EXPECT_EQ(unlocked.count(), 0);
    EXPECT_TRUE(curtain.isLocked());
}

TEST_F(LockedHands, waitsWhenItHasTo) {
    operators.wait = core::Duration::ofSeconds(5);
    lock();
    type("x");
    EXPECT_TRUE(message().contains(QStringLiteral("00:05"))) << message().toStdString();
    type("correct horse");
    EXPECT_EQ(unlocked.count(), 0);
    given.tick(5);
    type("");
    EXPECT_EQ(unlocked.count(), 1);
}

TEST_F(LockedHands, somebodyElseMayWantToWork) {
    lock();
    QTest::mouseClick(curtain.findChild<FlatButton*>(QStringLiteral("change")), Qt::LeftButton);
    EXPECT_EQ(changeWanted.count(), 1);
    EXPECT_TRUE(curtain.isLocked()) << "until the other one has signed in";
    curtain.release();
    EXPECT_FALSE(curtain.isLocked());
    EXPECT_EQ(unlocked.count(), 0);
}

TEST_F(LockedHands, anAnswerToAnEarlierLockOpensNothing) {
    lock();
    QTest::keyClicks(passphrase(), QStringLiteral("correct horse"));
    QTest::keyClick(passphrase(), Qt::Key_Return); // asked, not answered
    lock();
    tests::FakeOperators::settle();
    EXPECT_TRUE(curtain.isLocked());
    EXPECT_EQ(unlocked.count(), 0);
}

} // namespace
} // namespace ob::ui

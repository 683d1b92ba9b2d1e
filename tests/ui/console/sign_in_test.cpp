// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/sign_in.h"

#include "tests/support/spoken_language.h"
#include "tests/ui/console/console_givens.h"
#include "tests/ui/console/fake_operators.h"
#include "ui/console/flat_button.h"
#include "ui/console/role_choice.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

namespace ob::ui {
namespace {

using core::Role;

std::uint8_t bits(std::initializer_list<Role> roles) {
    std::uint8_t all = 0;
    for (auto const role : roles)
        all |= static_cast<std::uint8_t>(role);
    return all;
}

class SignInHands : public testing::Test {
  protected:
    void open() {
        panel = std::make_unique<SignInPanel>(given.console, operators);
        QObject::connect(panel.get(), &SignInPanel::signedIn,
                         [this](core::OperatorSession session) { sessions.push_back(std::move(session)); });
        panel->resize(1366, 768);
        panel->show();
        panel->activateWindow();
        tests::FakeOperators::settle();
    }
    void openForWangAndLi() {
        operators.know(QStringLiteral("Wang"), bits({Role::Supervisor, Role::Dispatcher}), "correct horse");
        operators.know(QStringLiteral("Li"), bits({Role::CallTaker}), "battery staple");
        open();
    }
    QLineEdit* line(char const* name) const { return panel->findChild<QLineEdit*>(QLatin1StringView(name)); }
    QCheckBox* role(char const* name) const { return panel->findChild<QCheckBox*>(QLatin1StringView(name)); }
    QString message() const { return panel->findChild<QLabel*>(QStringLiteral("message"))->text(); }
    /// At whatever has the focus.
    void type(char const* text) {
        ASSERT_NE(panel->focusWidget(), nullptr);
        QTest::keyClicks(panel->focusWidget(), QLatin1StringView(text));
    }
    void press(Qt::Key key) {
        ASSERT_NE(panel->focusWidget(), nullptr);
        QTest::keyClick(panel->focusWidget(), key);
        tests::FakeOperators::settle();
    }
    bool hasFocus(char const* name) const { return panel->focusWidget() == line(name); }

    tests::GivenConsole given;
    tests::FakeOperators operators;
    std::unique_ptr<SignInPanel> panel;
    std::vector<core::OperatorSession> sessions;
};

TEST_F(SignInHands, byTheKeyboardAloneWithAllOwnRoles) {
    openForWangAndLi();
    EXPECT_TRUE(hasFocus("name"));
    type("Wang");
    press(Qt::Key_Return);
    EXPECT_TRUE(hasFocus("passphrase"));
    type("correct horse");
    press(Qt::Key_Return);
    EXPECT_TRUE(hasFocus("position")) << "it was never said at this desk";
    type("pd-1");
    press(Qt::Key_Return);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].operatorName, "Wang");
    EXPECT_EQ(sessions[0].position, core::code("PD-1"));
    EXPECT_EQ(sessions[0].roles, bits({Role::Supervisor, Role::Dispatcher}));
    EXPECT_EQ(operators.remembered, "Wang@PD-1");
    EXPECT_TRUE(line("passphrase")->text().isEmpty());
}

TEST_F(SignInHands, theNextTimeOnlyThePassphraseIsTyped) {
    operators.roster.lastName = QStringLiteral("Wang");
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    EXPECT_TRUE(hasFocus("passphrase"));
    type("correct horse");
    press(Qt::Key_Enter);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].position, core::code("PD-1"));
}

TEST_F(SignInHands, arrowsGoThroughTheList) {
    openForWangAndLi();
    press(Qt::Key_Down);
    EXPECT_EQ(line("name")->text(), QStringLiteral("Wang"));
    press(Qt::Key_Down);
    EXPECT_EQ(line("name")->text(), QStringLiteral("Li"));
    press(Qt::Key_Down);
    EXPECT_EQ(line("name")->text(), QStringLiteral("Li"));
    press(Qt::Key_Up);
    EXPECT_EQ(line("name")->text(), QStringLiteral("Wang"));
    EXPECT_TRUE(hasFocus("name"));
}

TEST_F(SignInHands, aClickOnANameAsksForThePassphrase) {
    openForWangAndLi();
    auto* const rows = panel->findChild<QListView*>();
    QTest::mouseClick(rows->viewport(), Qt::LeftButton, {},
                      rows->visualRect(rows->model()->index(1, 0)).center());
    EXPECT_EQ(line("name")->text(), QStringLiteral("Li"));
    EXPECT_TRUE(hasFocus("passphrase"));
}

TEST_F(SignInHands, fewerRolesMayBeTakenUpAndOnlyOwnOnesAreOffered) {
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    type("Wang");
    EXPECT_TRUE(role("supervisor")->isVisible());
    EXPECT_TRUE(role("supervisor")->isChecked());
    EXPECT_FALSE(role("admin")->isVisible());
    QTest::keyClick(role("supervisor"), Qt::Key_Space);
    press(Qt::Key_Return);
    type("correct horse");
    press(Qt::Key_Return);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].roles, bits({Role::Dispatcher}));
}

TEST_F(SignInHands, noRoleAtAllIsRefused) {
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    type("Li");
    role("callTaker")->setChecked(false);
    press(Qt::Key_Return);
    type("battery staple");
    press(Qt::Key_Return);
    EXPECT_TRUE(sessions.empty());
    EXPECT_TRUE(operators.asked.empty());
    EXPECT_FALSE(message().isEmpty());
}

TEST_F(SignInHands, rolesThatWereTakenAwayMeanwhileAreNotGiven) {
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    operators.roster.active[0].roles = bits({Role::Dispatcher, Role::Admin});
    type("Wang");
    press(Qt::Key_Return);
    type("correct horse");
    press(Qt::Key_Return);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].roles, bits({Role::Dispatcher})) << "nor is one that was never offered";
}

TEST_F(SignInHands, aWrongPassphraseIsSaidWithoutSayingWhatWasWrong) {
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    for (auto const* const name : {"Wang", "Nobody"}) {
        line("name")->setFocus();
        line("name")->clear();
        type(name);
        press(Qt::Key_Return);
        type("xyz");
        press(Qt::Key_Return);
        EXPECT_EQ(message(), QStringLiteral("Name or passphrase is wrong.")) << name;
        EXPECT_TRUE(hasFocus("passphrase"));
        EXPECT_TRUE(line("passphrase")->text().isEmpty());
    }
    EXPECT_TRUE(sessions.empty());
    EXPECT_EQ(operators.asked.size(), 2u);
}

TEST_F(SignInHands, whileOneHasToWaitNothingIsAsked) {
    operators.roster.lastName = QStringLiteral("Wang");
    operators.roster.lastPosition = QStringLiteral("PD-1");
    operators.wait = core::Duration::ofSeconds(5);
    openForWangAndLi();
    type("xyz");
    press(Qt::Key_Return);
    EXPECT_TRUE(message().contains(QStringLiteral("00:05"))) << message().toStdString();
    given.tick(2);
    EXPECT_TRUE(message().contains(QStringLiteral("00:03"))) << message().toStdString();
    type("correct horse");
    press(Qt::Key_Return);
    EXPECT_TRUE(sessions.empty());
    EXPECT_EQ(operators.asked.size(), 1u);
    given.tick(3);
    EXPECT_TRUE(message().isEmpty());
    press(Qt::Key_Return);
    EXPECT_EQ(sessions.size(), 1u) << "what was typed is still there";
}

TEST_F(SignInHands, aPositionIsACode) {
    operators.roster.lastName = QStringLiteral("Wang");
    openForWangAndLi();
    type("correct horse");
    press(Qt::Key_Return);
    type("post 1");
    press(Qt::Key_Return);
    EXPECT_TRUE(sessions.empty());
    EXPECT_FALSE(line("position")->accessibleDescription().isEmpty());
    line("position")->clear();
    type("post-1");
    EXPECT_TRUE(line("position")->accessibleDescription().isEmpty());
    press(Qt::Key_Return);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].position, core::code("POST-1"));
}

TEST_F(SignInHands, whoHasPositionsWorksFromOneOfThem) {
    operators.roster.lastName = QStringLiteral("Wang");
    operators.roster.lastPosition = QStringLiteral("EM-1");
    operators.know(QStringLiteral("Wang"), bits({Role::Supervisor}), "correct horse");
    operators.roster.active[0].positions = {core::code("PD-1"), core::code("PD-2")};
    open();
    EXPECT_EQ(line("position")->text(), QStringLiteral("PD-1")) << "the first is offered";
    line("position")->setText(QString());
    line("position")->setFocus();
    type("EM-1");
    EXPECT_TRUE(line("position")->accessibleDescription().contains(QStringLiteral("PD-1, PD-2")));
    line("passphrase")->setFocus();
    type("correct horse");
    press(Qt::Key_Return);
    EXPECT_TRUE(operators.asked.empty());
    EXPECT_TRUE(hasFocus("position"));
    line("position")->clear();
    type("PD-2");
    press(Qt::Key_Return);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].position, core::code("PD-2"));
}

TEST_F(SignInHands, aPositionThatWasTakenAwayMeanwhileIsNotGiven) {
    operators.roster.lastName = QStringLiteral("Wang");
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    operators.roster.active[0].positions = {core::code("PD-2")};
    type("correct horse");
    press(Qt::Key_Return);
    EXPECT_TRUE(sessions.empty());
    EXPECT_TRUE(message().contains(QStringLiteral("PD-2"))) << message().toStdString();
    EXPECT_EQ(line("position")->text(), QStringLiteral("PD-2"));
}

TEST_F(SignInHands, theFirstOperatorIsMadeHere) {
    open();
    auto const* const explanation = panel->findChild<QLabel*>(QStringLiteral("explanation"));
    EXPECT_TRUE(explanation->isVisible());
    EXPECT_TRUE(explanation->text().contains(QStringLiteral("all roles")));
    type("Wang");
    press(Qt::Key_Return);
    type("correct horse");
    press(Qt::Key_Return);
    EXPECT_TRUE(hasFocus("repeated"));
    type("correct hors");
    press(Qt::Key_Return);
    type("PD-1");
    press(Qt::Key_Return);
    EXPECT_TRUE(sessions.empty()) << "the two differ";
    EXPECT_TRUE(hasFocus("passphrase"));
    type("correct horse");
    press(Qt::Key_Return);
    type("correct horse");
    press(Qt::Key_Return);
    ASSERT_EQ(sessions.size(), 1u);
    EXPECT_EQ(sessions[0].roles, 0xff);
    EXPECT_EQ(sessions[0].operatorName, "Wang");
}

TEST_F(SignInHands, aShortFirstPassphraseIsRefusedWithTheReason) {
    operators.roster.lastPosition = QStringLiteral("PD-1");
    open();
    for (auto const* const text : {"Wang", "short", "short"}) {
        type(text);
        press(Qt::Key_Return);
    }
    EXPECT_TRUE(message().contains(QStringLiteral("8"))) << message().toStdString();
    EXPECT_TRUE(hasFocus("passphrase"));
}

TEST_F(SignInHands, aDamagedListSaysWhatToDoAndCanBeTriedAgain) {
    operators.roster.state = OperatorRoster::State::Unreadable;
    operators.roster.reason = QStringLiteral("restore operators.json");
    open();
    EXPECT_TRUE(panel->findChild<QLabel*>(QStringLiteral("explanation"))
                    ->text()
                    .contains(QStringLiteral("restore operators.json")));
    EXPECT_FALSE(line("name")->isVisible());
    operators.know(QStringLiteral("Wang"), bits({Role::Admin}), "correct horse");
    QTest::mouseClick(panel->findChild<FlatButton*>(), Qt::LeftButton);
    tests::FakeOperators::settle();
    EXPECT_TRUE(hasFocus("name"));
}

TEST_F(SignInHands, capsLockIsSeenFromTheLetters) {
    operators.roster.lastName = QStringLiteral("Wang");
    openForWangAndLi();
    type("a");
    EXPECT_TRUE(line("passphrase")->accessibleDescription().isEmpty());
    QTest::keyClick(line("passphrase"), 'A', Qt::NoModifier); // Qt gives the letter as it came: upper case
    QKeyEvent shouted(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("A"));
    QCoreApplication::sendEvent(line("passphrase"), &shouted);
    EXPECT_FALSE(line("passphrase")->accessibleDescription().isEmpty());
    QKeyEvent shifted(QEvent::KeyPress, Qt::Key_A, Qt::ShiftModifier, QStringLiteral("A"));
    QCoreApplication::sendEvent(line("passphrase"), &shifted);
    EXPECT_TRUE(line("passphrase")->accessibleDescription().isEmpty());
}

TEST_F(SignInHands, whatWasTypedIsGoneWhenThePageIs) {
    operators.roster.lastName = QStringLiteral("Wang");
    openForWangAndLi();
    type("correct");
    panel->hide();
    EXPECT_TRUE(line("passphrase")->text().isEmpty());
    panel->show();
    tests::FakeOperators::settle();
    EXPECT_TRUE(line("passphrase")->text().isEmpty());
    EXPECT_TRUE(hasFocus("passphrase"));
}

TEST_F(SignInHands, anAnswerAfterThePageWasHiddenSignsNobodyIn) {
    operators.roster.lastName = QStringLiteral("Wang");
    operators.roster.lastPosition = QStringLiteral("PD-1");
    openForWangAndLi();
    type("correct horse");
    QTest::keyClick(panel->focusWidget(), Qt::Key_Return); // asked, not answered
    panel->hide();
    tests::FakeOperators::settle();
    EXPECT_TRUE(sessions.empty());
}

TEST_F(SignInHands, speaksTheLanguageOfTheMomentAndNamesEveryField) {
    openForWangAndLi();
    for (auto const* const name : {"name", "passphrase", "position"})
        EXPECT_FALSE(line(name)->accessibleName().isEmpty()) << name;
    {
        test::SpokenLanguage const chinese("zh_CN");
        tests::FakeOperators::settle();
        for (auto const* const name : {"name", "passphrase", "position"})
            EXPECT_TRUE(test::hasHan(line(name)->accessibleName())) << name;
        EXPECT_TRUE(test::hasHan(panel->accessibleName()));
    }
}

} // namespace
} // namespace ob::ui

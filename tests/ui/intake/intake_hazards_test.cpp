// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/premise_builder.h"
#include "tests/support/spoken_language.h"
#include "tests/ui/intake/intake_hands.h"
#include "ui/intake/premise_card.h"
#include "ui/intake/premise_line.h"
#include "ui/intake/premise_sheet.h"

#include <QTest>

namespace ob::ui {
namespace {

using test::day;
using test::premise;

/// What a call-taker sees of the hazards of the place.
class IntakeHazards : public test::IntakeHands {
  protected:
    void address(QString const& text) {
        named("Place")->setFocus();
        compose(QStringLiteral("a"), text); // Chinese cannot be typed
        QTest::qWait(120);                  // the pause after which things are looked up
    }
    std::vector<PremiseLine*> lines() const {
        std::vector<PremiseLine*> seen;
        for (auto* const line : panel->findChildren<PremiseLine*>())
            if (line->isVisibleTo(panel)) seen.push_back(line);
        return seen;
    }
    PremiseCard* card() const { return panel->findChild<PremiseCard*>(); }
    PremiseSheet* sheet() const { return window->findChild<PremiseSheet*>(); }
    QString sheetWords() const {
        QStringList words;
        if (sheet() == nullptr || !sheet()->isVisible()) return {};
        for (auto* const label : sheet()->findChildren<QLabel*>())
            words << label->text();
        for (auto* const each : sheet()->findChildren<QWidget*>())
            words << each->accessibleName();
        return words.join(QLatin1Char('\n'));
    }
};

TEST_F(IntakeHazards, StandBeforeTheHistoryAsSoonAsThePlaceIsKnown) {
    desk.done(core::fireAt("Main 1"));
    core::Premise record = premise("a", {"CHEMICAL", "DOG"});
    record.address = "Main 1";
    record.hazards[0].detail = "20 t";
    desk.know({record});
    EXPECT_TRUE(lines().empty());
    address(QStringLiteral("Main 1"));
    pause();
    ASSERT_EQ(lines().size(), 1u);
    QString const said = lines().front()->accessibleName();
    EXPECT_TRUE(said.contains(QStringLiteral("danger to life: Hazardous chemicals 20 t")))
        << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("take care: Guard dog")));
    EXPECT_TRUE(says("Hazards at this place"));
    auto const history = panel->findChildren<QAbstractButton*>();
    int historyTop = 0;
    for (auto* const each : history)
        if (each->isVisibleTo(panel) && each->accessibleName().contains(QStringLiteral("Structure fire"))
            && card()->isAncestorOf(each))
            historyTop = each->mapTo(panel, QPoint()).y();
    EXPECT_GT(historyTop, lines().front()->mapTo(panel, QPoint()).y()) << "both are there, hazards first";
}

TEST_F(IntakeHazards, AreFoundByThePointAlone) {
    core::Premise record = premise("a", {"NO-WATER"});
    record.address.clear();
    record.point = test::at(30.1, 160.5);
    desk.know({record});
    address(QStringLiteral("30.1001, 160.5"));
    ASSERT_EQ(lines().size(), 1u);
    EXPECT_TRUE(lines().front()->accessibleName().contains(QStringLiteral("11 m away")));
}

TEST_F(IntakeHazards, NothingMovesWhenTheyCome) {
    int const before = card()->height();
    desk.know({premise("a"), premise("b", {"DOG"}), premise("c", {})});
    address(QStringLiteral("滨江路221"));
    EXPECT_FALSE(lines().empty());
    EXPECT_EQ(card()->height(), before);
    EXPECT_TRUE(says("+1 places"));
    for (auto* const line : lines())
        EXPECT_LE(line->geometry().bottom(), card()->height());
}

TEST_F(IntakeHazards, GoWithTheAddress) {
    desk.know({premise("a")});
    address(QStringLiteral("滨江路221"));
    EXPECT_EQ(lines().size(), 1u);
    type(QStringLiteral("5"));
    QTest::qWait(120);
    EXPECT_TRUE(lines().empty());
    EXPECT_FALSE(says("Hazards at this place"));
}

TEST_F(IntakeHazards, ComeWithoutANewStartWhenTheDeskHasLearntOfThem) {
    address(QStringLiteral("滨江路221"));
    EXPECT_TRUE(lines().empty());
    desk.know({premise("a")});
    EXPECT_EQ(lines().size(), 1u);
    desk.know({});
    EXPECT_TRUE(lines().empty());
}

TEST_F(IntakeHazards, SayWhatCannotBeReliedOn) {
    core::Premise expired = premise("a", {"EXPLOSIVE"});
    expired.validUntil = day(20261231);
    desk.know({expired});
    address(QStringLiteral("滨江路221"));
    EXPECT_TRUE(lines().at(0)->accessibleName().contains(QStringLiteral("expired 2026-12-31")));
    core::Premise old = premise("a");
    old.checkedOn = day(20240501);
    desk.know({old});
    EXPECT_TRUE(lines().at(0)->accessibleName().contains(QStringLiteral("last checked 2024-05-01")));
    old.checkedOn.reset();
    desk.know({old});
    EXPECT_TRUE(lines().at(0)->accessibleName().contains(QStringLiteral("never checked")));
}

TEST_F(IntakeHazards, AreReadInFullByAKeyThatKeepsTheKeyboardWhereItIs) {
    core::Premise record = premise("a");
    record.text = "Gate code 4711";
    record.source = "Fire inspection";
    desk.know({record});
    address(QStringLiteral("滨江路221"));
    press(Qt::Key_H, Qt::AltModifier);
    EXPECT_TRUE(sheetWords().contains(QStringLiteral("Gate code 4711")));
    EXPECT_TRUE(sheetWords().contains(QStringLiteral("source: Fire inspection · checked 2026-11-01")));
    EXPECT_EQ(here(), QStringLiteral("Place"));
    press(Qt::Key_Escape);
    EXPECT_FALSE(sheet()->isVisible());
    EXPECT_EQ(here(), QStringLiteral("Place")) << "the first Esc closes the records only";
    QTest::mouseClick(lines().front(), Qt::LeftButton);
    EXPECT_TRUE(sheet()->isVisible());
    press(Qt::Key_H, Qt::AltModifier);
    EXPECT_FALSE(sheet()->isVisible());
}

TEST_F(IntakeHazards, TheContactIsShownOnlyWhenSomebodyAsks) {
    core::Premise record = premise("warden");
    record.hasContact = true;
    desk.know({record});
    address(QStringLiteral("滨江路221"));
    press(Qt::Key_H, Qt::AltModifier);
    EXPECT_FALSE(sheetWords().contains(QStringLiteral("139")));
    EXPECT_TRUE(desk.contactsAsked().empty());
    for (auto* const button : sheet()->findChildren<QAbstractButton*>())
        if (button->accessibleName().startsWith(QStringLiteral("Show contact"))) button->click();
    desk.settle();
    ASSERT_EQ(desk.contactsAsked().size(), 1u);
    EXPECT_EQ(desk.contactsAsked().front(), std::pair(std::string("Li"), std::string("warden")));
    EXPECT_TRUE(sheetWords().contains(QStringLiteral("Contact: warden 13900000000")));
    press(Qt::Key_H, Qt::AltModifier);
    press(Qt::Key_H, Qt::AltModifier);
    EXPECT_FALSE(sheetWords().contains(QStringLiteral("139"))) << "not any more when it was closed";
}

TEST_F(IntakeHazards, AContactThatWasAskedForIsNotShownToTheNextOperator) {
    core::Premise record = premise("warden");
    record.hasContact = true;
    desk.know({record});
    address(QStringLiteral("滨江路221"));
    press(Qt::Key_H, Qt::AltModifier);
    auto const ask = [&] {
        for (auto* const button : sheet()->findChildren<QAbstractButton*>())
            if (button->accessibleName().startsWith(QStringLiteral("Show contact"))) button->click();
    };
    ask();
    desk.settle();
    ASSERT_TRUE(sheetWords().contains(QStringLiteral("139")));
    console.signIn(core::RunningDesk::supervisor("Zhao"));
    EXPECT_FALSE(sheetWords().contains(QStringLiteral("139")));
    ask();
    console.signIn(core::RunningDesk::supervisor("Wang"));
    desk.settle();
    EXPECT_FALSE(sheetWords().contains(QStringLiteral("139"))) << "the answer was for Zhao";
}

TEST_F(IntakeHazards, SpeakChinese) {
    desk.know({premise("a", {"CHEMICAL"})});
    address(QStringLiteral("滨江路221"));
    test::SpokenLanguage const chinese("zh_CN");
    QApplication::processEvents();
    EXPECT_TRUE(lines().at(0)->accessibleName().contains(QStringLiteral("危险化学品")));
    EXPECT_TRUE(says("本处风险"));
}

} // namespace
} // namespace ob::ui

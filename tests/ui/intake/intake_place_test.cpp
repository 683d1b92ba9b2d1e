// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The place of a call: candidates, points, what was there before, what may be the same.
#include "tests/support/board_builder.h"
#include "tests/ui/intake/intake_hands.h"

#include <QSignalSpy>

namespace ob::ui {
namespace {

using core::code;
using test::IntakeHands;

class IntakePlace : public IntakeHands {
  protected:
    IntakePlace() {
        type(QStringLiteral("fire"));
        press(Qt::Key_Tab);
    }
    void typeChinese(QString const& text) { compose(QStringLiteral("…"), text); }
    void takeFirst() {
        typeChinese(QStringLiteral("滨江"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        named("Place")->setFocus();
        QTest::keyClick(named("Place"), Qt::Key_End);
    }
    CallDraft const& call() const { return panel->book().current().call; }
};

TEST_F(IntakePlace, IsFixedByACandidateOfTheGazetteer) {
    typeChinese(QStringLiteral("滨江"));
    EXPECT_TRUE(says("滨江路, 江北区"));
    EXPECT_TRUE(says("滨江路, 南岸区"));
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(textOf("Place"), QStringLiteral("滨江路"));
    EXPECT_EQ(call().place, core::GeoPoint::ofDegrees(30.3, 160.5));
    EXPECT_TRUE(says("南岸区 · 30.30000, 160.50000"));
    save();
    EXPECT_EQ(onlyIncident()->place, core::GeoPoint::ofDegrees(30.3, 160.5));
}

TEST_F(IntakePlace, StaysWhatWasTypedWhenNoCandidateIsChosen) {
    typeChinese(QStringLiteral("滨江"));
    press(Qt::Key_Return);
    EXPECT_EQ(textOf("Place"), QStringLiteral("滨江"));
    EXPECT_FALSE(call().place);
    EXPECT_EQ(here(), QStringLiteral("Priority"));
}

TEST_F(IntakePlace, AsksWhetherThePointStillHoldsWhenTheAddressChanges) {
    takeFirst();
    typeChinese(QStringLiteral("221号"));
    EXPECT_TRUE(says("Does the point still hold?"));
    press(Qt::Key_K, Qt::AltModifier);
    EXPECT_FALSE(says("Does the point still hold?"));
    EXPECT_TRUE(call().place);
}

TEST_F(IntakePlace, HoldsForWhatIsAddedBehind) {
    takeFirst();
    typeChinese(QStringLiteral("221号"));
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->address, "滨江路221号");
    EXPECT_TRUE(onlyIncident()->place);
}

TEST_F(IntakePlace, IsNotSavedWithAPointInDoubt) {
    takeFirst();
    press(Qt::Key_A, Qt::ControlModifier);
    typeChinese(QStringLiteral("人民路5号"));
    save();
    EXPECT_TRUE(desk.submitted().empty());
    EXPECT_TRUE(says("Alt+K keeps it, Alt+X drops it"));
    press(Qt::Key_X, Qt::AltModifier);
    EXPECT_FALSE(call().place);
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_FALSE(onlyIncident()->place);
}

TEST_F(IntakePlace, IsKnownWhereTheMapCallsOnePlaceJustSo) {
    type(QStringLiteral("town square"));
    EXPECT_FALSE(call().place) << "nobody fixed it";
    EXPECT_TRUE(says("Old Town · 30.20000, 160.50000"));
    type(QStringLiteral("s"));
    EXPECT_TRUE(says("No point yet"));
    press(Qt::Key_Backspace);
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->address, "town square");
    EXPECT_EQ(onlyIncident()->place, core::GeoPoint::ofDegrees(30.2, 160.5));
}

TEST_F(IntakePlace, IsNotGuessedWhereTwoPlacesAreCalledSo) {
    typeChinese(QStringLiteral("滨江路"));
    EXPECT_TRUE(says("No point yet"));
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_FALSE(onlyIncident()->place);
}

TEST_F(IntakePlace, OfAnotherAddressIsKnownOnceTheOldPointIsDropped) {
    takeFirst();
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("Town Square"));
    EXPECT_TRUE(says("Does the point still hold?"));
    press(Qt::Key_X, Qt::AltModifier);
    EXPECT_TRUE(says("Old Town · 30.20000, 160.50000"));
    save();
    EXPECT_EQ(onlyIncident()->place, core::GeoPoint::ofDegrees(30.2, 160.5));
}

TEST_F(IntakePlace, MayBeDegrees) {
    type(QStringLiteral("30.123, 160.456"));
    EXPECT_TRUE(says("30.12300, 160.45600"));
    save();
    ASSERT_TRUE(onlyIncident());
    EXPECT_EQ(onlyIncident()->place, core::GeoPoint::ofDegrees(30.123, 160.456));
    EXPECT_FALSE(onlyIncident()->address);
}

TEST_F(IntakePlace, MayBeAskedOfTheMap) {
    QSignalSpy wanted(panel, &IntakePanel::placeWanted);
    press(Qt::Key_M, Qt::AltModifier);
    EXPECT_EQ(wanted.count(), 1);
    EXPECT_TRUE(says("Click the place on the map"));
    elsewhere->setFocus();
    panel->setPlace(*core::GeoPoint::ofDegrees(30.5, 160.5));
    EXPECT_EQ(here(), QStringLiteral("Place"));
    typeChinese(QStringLiteral("桥头"));
    EXPECT_FALSE(says("Does the point still hold?")) << "the address was not there when the map was clicked";
    save();
    EXPECT_EQ(onlyIncident()->place, core::GeoPoint::ofDegrees(30.5, 160.5));
}

TEST_F(IntakePlace, CanBeTypedWhenTheGazetteerIsBroken) {
    gazetteer->isBroken = true;
    typeChinese(QStringLiteral("滨江路5号"));
    save();
    EXPECT_TRUE(onlyIncident());
}

class IntakeDuplicates : public IntakePlace {
  protected:
    IntakeDuplicates() { first = desk.done(core::fireAt("滨江路221号")); }
    core::StreamId first;
};

TEST_F(IntakeDuplicates, AreShownAsSoonAsTheAddressIsKnown) {
    EXPECT_FALSE(says("Possibly the same"));
    typeChinese(QStringLiteral("滨江路 221"));
    pause();
    EXPECT_TRUE(says("Possibly the same"));
    EXPECT_TRUE(says("Structure fire · 滨江路221号"));
}

TEST_F(IntakeDuplicates, AreShownWithoutAType) {
    named("Type of incident")->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    press(Qt::Key_Tab);
    typeChinese(QStringLiteral("滨江路221"));
    pause();
    EXPECT_TRUE(says("Possibly the same"));
}

TEST_F(IntakeDuplicates, FollowTheBoard) {
    typeChinese(QStringLiteral("江边5号"));
    pause();
    EXPECT_FALSE(says("Possibly the same"));
    desk.done(core::fireAt("江边5"));
    pause();
    EXPECT_TRUE(says("Possibly the same"));
}

TEST_F(IntakeDuplicates, TakeTheCallByOneKey) {
    typeChinese(QStringLiteral("滨江路221"));
    named("Number of the caller")->setFocus();
    type(QStringLiteral("13900002222"));
    press(Qt::Key_D, Qt::AltModifier);
    EXPECT_TRUE(says("as a further call"));
    save();
    EXPECT_EQ(console.board().incidents().size(), 1u);
    EXPECT_EQ(console.board().incident(first)->calls.size(), 2u);
    EXPECT_EQ(std::get<core::AddCall>(desk.submitted().back().intent).caller.phone, "13900002222");
    EXPECT_EQ(console.selectedIncident(), first);
    EXPECT_TRUE(panel->book().current().call.isEmpty());
}

TEST_F(IntakeDuplicates, GiveTheCallBackByTheSameKey) {
    typeChinese(QStringLiteral("滨江路221"));
    press(Qt::Key_D, Qt::AltModifier);
    press(Qt::Key_D, Qt::AltModifier);
    EXPECT_FALSE(says("as a further call"));
    save();
    EXPECT_EQ(console.board().incidents().size(), 2u);
}

TEST_F(IntakeDuplicates, SendNoUnitsWithAFurtherCall) {
    desk.done(core::engine("E07"));
    typeChinese(QStringLiteral("滨江路221"));
    named("Units to send at once")->setFocus();
    type(QStringLiteral("E07"));
    press(Qt::Key_D, Qt::AltModifier);
    save();
    EXPECT_TRUE(desk.submitted().empty());
    EXPECT_TRUE(says("A further call sends no units"));
}

class IntakeHistory : public IntakePlace {
  protected:
    QString number(core::StreamId incident) const {
        return QString::fromStdString(console.board().incident(incident)->number.text());
    }
};

TEST_F(IntakeHistory, ShowsEarlierIncidentsOfTheAddressNewestFirst) {
    auto const older = desk.done(core::fireAt("滨江路221号"));
    auto asked = core::fireAt("滨江路 221");
    asked.type = code("POL-THEFT");
    auto const newer = desk.done(asked);
    desk.done(core::AddNote{.incident = older, .text = "三楼有独居老人"});
    auto const other = desk.done(core::fireAt("滨江路2210号"));
    EXPECT_TRUE(says("Shown as soon as there is an address."));
    typeChinese(QStringLiteral("滨江路221"));
    pause();
    QString const words = seen();
    auto const theft = words.indexOf(number(newer) + QStringLiteral(", Theft"));
    auto const fire = words.indexOf(number(older) + QStringLiteral(", Structure fire · 三楼有独居老人"));
    EXPECT_GE(theft, 0) << words.toStdString();
    EXPECT_GT(fire, theft) << words.toStdString();
    EXPECT_FALSE(words.contains(number(other)));
}

TEST_F(IntakeHistory, ShowsWhatWarnsFirst) {
    auto const older = desk.done(core::fireAt("滨江路221号"));
    desk.done(core::AddNote{.incident = older, .text = "危险：院内有液氯罐"});
    desk.done(core::AddNote{.incident = older, .text = "门锁已换"});
    auto const newer = desk.done(core::fireAt("滨江路221号"));
    typeChinese(QStringLiteral("滨江路221"));
    pause();
    QString const words = seen();
    auto const warning = words.indexOf(QStringLiteral("危险：院内有液氯罐"));
    EXPECT_GE(warning, 0) << words.toStdString();
    EXPECT_LT(warning, words.indexOf(number(newer) + QStringLiteral(", Structure")));
}

TEST_F(IntakeHistory, SaysThatThereIsNone) {
    typeChinese(QStringLiteral("新街9号"));
    pause();
    EXPECT_TRUE(says("Nothing is known from before."));
}

TEST_F(IntakeHistory, SaysThatItCannotBeReached) {
    desk.makeUnreachable(true);
    typeChinese(QStringLiteral("新街9号"));
    pause();
    EXPECT_TRUE(says("Looking"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return says("The history cannot be reached"); }, 10'000));
    save();
    desk.makeUnreachable(false);
    desk.settle();
    EXPECT_TRUE(onlyIncident()) << "the call is taken all the same";
}

} // namespace
} // namespace ob::ui

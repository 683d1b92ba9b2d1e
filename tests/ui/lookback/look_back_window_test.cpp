// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/look_back_window.h"

#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/dialogs/help_page.h"
#include "ui/lookback/look_back_bar.h"
#include "ui/lookback/look_back_keys.h"
#include "ui/main_window.h"
#include "ui/panels/incident_queue.h"
#include "ui/panels/inspector.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/note_line.h"
#include "ui/panels/timeline_model.h"
#include "ui/panels/top_bar.h"
#include "ui/text/language.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSlider>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

/// A console and a look back to minute 22: a call at minute 10, its engine sent at minute 20.
struct LookBackWindowTest : testing::Test {
    test::ConsoleDesk desk;
    test::WindowGivens givens;
    core::Instant start = desk.clock().time;
    core::UnitId engine = desk.done(core::engine("E07"));
    core::IncidentId incident = callAt(10);
    MainWindow window{desk.console(), givens.services([](QString const&) {})};
    QPointer<LookBackWindow> look;

    LookBackWindowTest() {
        installLanguage(*qApp, "en");
        desk.clock().time = at(20);
        desk.done(core::DispatchUnits{.units = {engine}, .incident = incident, .reason = {}});
        desk.clock().time = at(60);
        desk.console().selectIncident(incident);
        desk.settle();
        window.resize(1366, 768);
        window.show();
        look = window.lookBackTo(at(22));
        EXPECT_TRUE(QTest::qWaitForWindowExposed(look));
    }
    core::IncidentId callAt(std::int64_t minutes) {
        desk.clock().time = at(minutes);
        return desk.done(core::fireAt("Main Street 5"));
    }
    core::Instant at(std::int64_t minutes) const { return start + core::Duration::ofMinutes(minutes); }
    QLineEdit* moment() { return look->findChild<QLineEdit*>(QStringLiteral("moment")); }
    void trigger(char const* action) {
        look->actions().find(QLatin1StringView(action))->trigger();
        desk.settle();
    }
};

TEST_F(LookBackWindowTest, SaysThatItWorksUntilItIsThere) {
    EXPECT_FALSE(look->queue().isVisible());
    EXPECT_FALSE(look->isSettled());
    desk.settle();
    EXPECT_TRUE(look->queue().isVisible());
    EXPECT_EQ(look->queue().list()->model()->rowCount(), 1);
    // Beijing, eight hours on: 08:22 UTC.
    EXPECT_THAT(look->windowTitle().toStdString(), testing::StartsWith("Looking back 16:22 · DRILL"));
    EXPECT_EQ(look->findChild<TopBar*>()->accessibleName(), QStringLiteral("Looking back 16:22"));
}

TEST_F(LookBackWindowTest, OffersNothingThatDoesSomethingToTheBoard) {
    desk.settle();
    EXPECT_EQ(look->findChild<CommandBar*>(), nullptr);
    EXPECT_FALSE(look->findChild<NoteLine*>()->isVisible());
    EXPECT_FALSE(look->findChild<TopBar*>()->menuButton()->isVisible());
    EXPECT_FALSE(look->findChild<TopBar*>()->callButton()->isVisible());
    look->look().console().selectUnit(engine);
    desk.settle();
    QStringList words;
    for (auto const* const button : look->findChildren<QToolButton*>())
        if (button->isVisible()) words << button->text();
    words.sort();
    QStringList time{QStringLiteral("+1"),   QStringLiteral("+15"),   QStringLiteral("+5"),
                     QStringLiteral("−1"),   QStringLiteral("−15"),   QStringLiteral("−5"),
                     QStringLiteral("▶ ×1"), QStringLiteral("▶ ×10"), QStringLiteral("▶ ×60"),
                     QStringLiteral("Own 1")};
    time.sort();
    EXPECT_EQ(words, time);
    auto const before = desk.submitted().size();
    Q_EMIT look->map().view().unitDropped(1, 1);
    Q_EMIT look->map().view().contextRequested(*core::GeoPoint::ofDegrees(30, 120), {}, {});
    desk.settle();
    EXPECT_EQ(desk.submitted().size(), before);
}

TEST_F(LookBackWindowTest, TheKeysMoveThroughTime) {
    desk.settle();
    trigger("lookback.back15");
    EXPECT_EQ(look->look().moment(), at(7));
    EXPECT_EQ(look->queue().list()->model()->rowCount(), 0);
    trigger("lookback.on5");
    trigger("lookback.on1");
    EXPECT_EQ(look->look().moment(), at(13));
    EXPECT_EQ(look->queue().list()->model()->rowCount(), 1);
    EXPECT_EQ(moment()->text(), QStringLiteral("2027-01-15 16:13:00"));
    trigger("lookback.play10");
    EXPECT_EQ(look->look().speed(), 10);
    EXPECT_TRUE(look->actions().find(QStringLiteral("lookback.play10"))->isChecked());
    EXPECT_FALSE(look->actions().find(QStringLiteral("lookback.play1"))->isChecked());
    trigger("lookback.play10");
    EXPECT_EQ(look->look().speed(), 0);
}

TEST_F(LookBackWindowTest, AMomentIsTyped) {
    desk.settle();
    look->bar().focusTime();
    QTest::keyClicks(moment(), QStringLiteral("1612"));
    QTest::keyClick(moment(), Qt::Key_Return);
    desk.settle();
    EXPECT_EQ(look->look().moment(), at(12));
    QTest::keyClicks(moment(), QStringLiteral("teatime"));
    QTest::keyClick(moment(), Qt::Key_Return);
    desk.settle();
    EXPECT_EQ(look->look().moment(), at(12));
    EXPECT_THAT(look->bar().state().toStdString(), testing::HasSubstr("Write 21:40"));
    EXPECT_EQ(moment()->text(), QStringLiteral("teatime")) << "it stays to be mended";
    QTest::keyClick(moment(), Qt::Key_Escape);
    EXPECT_EQ(moment()->text(), QStringLiteral("2027-01-15 16:12:00"));
    EXPECT_THAT(look->bar().state().toStdString(), testing::Not(testing::HasSubstr("Write")));
}

TEST_F(LookBackWindowTest, TheKeysMoveThroughTimeAlsoWhereItIsTyped) {
    desk.settle();
    QApplication::setActiveWindow(look);
    look->bar().focusTime();
    QTest::keyClick(moment(), Qt::Key_Right, Qt::ControlModifier);
    desk.settle();
    EXPECT_EQ(look->look().moment(), at(27));
    QTest::keyClick(moment(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    desk.settle();
    EXPECT_EQ(look->look().moment(), at(12));
}

TEST_F(LookBackWindowTest, TheSliderSpansAllThatIsKnown) {
    desk.settle();
    auto* const slider = look->findChild<QSlider*>();
    EXPECT_EQ(slider->maximum(), 60 * 60 - 1);
    EXPECT_EQ(slider->value(), 22 * 60);
    slider->setValue(12 * 60);
    desk.settle();
    EXPECT_EQ(look->look().moment(), at(12));
}

TEST_F(LookBackWindowTest, ALineOfTheTimelineIsAWayBack) {
    desk.settle();
    auto* const lines = window.inspector().findChild<QListView*>(QString());
    ASSERT_NE(lines, nullptr);
    std::vector<QListView*> timelines;
    for (auto* const view : window.inspector().findChildren<QListView*>())
        if (qobject_cast<TimelineModel*>(view->model()) != nullptr) timelines.push_back(view);
    ASSERT_EQ(timelines.size(), 1U);
    ASSERT_EQ(timelines[0]->model()->rowCount(), 2);
    timelines[0]->setCurrentIndex(timelines[0]->model()->index(1, 0)); // the opening, oldest at the bottom
    timelines[0]->setFocus();
    QApplication::setActiveWindow(&window);
    QTest::keyClick(timelines[0], Qt::Key_Return);
    auto const looks = window.findChildren<LookBackWindow*>();
    ASSERT_EQ(looks.size(), 2);
    auto* const other = looks[0] == look ? looks[1] : looks[0];
    desk.settle();
    EXPECT_EQ(other->look().moment(), at(10) + core::Duration::ofSeconds(2));
    EXPECT_EQ(other->look().console().selectedIncident(), incident);
    EXPECT_EQ(look->look().moment(), at(22)) << "the first one stays where it is";
}

TEST_F(LookBackWindowTest, AlarmsOfNowAreCountedThere) {
    desk.settle();
    auto const picture = [this] { return look->findChild<TopBar*>()->grab().toImage(); };
    auto const quiet = picture();
    desk.done(core::RaiseDistress{.unit = engine});
    EXPECT_NE(picture(), quiet);
    EXPECT_EQ(look->look().console().counts().distress, 0U);
    bool isWanted = false;
    QObject::connect(look, &LookBackWindow::alarmsWanted, look, [&] { isWanted = true; });
    auto* const top = look->findChild<TopBar*>();
    for (int x = top->width() - 4; x > 0 && !isWanted; x -= 8)
        QTest::mouseClick(top, Qt::LeftButton, {}, QPoint(x, top->height() / 2));
    EXPECT_TRUE(isWanted);
}

TEST_F(LookBackWindowTest, WhoeverCallsForHelpGetsToTheConsole) {
    desk.settle();
    look->look().console().selectUnit(engine);
    trigger("lookback.distress");
    EXPECT_EQ(window.commandBar().findChild<QLineEdit*>()->text(), QStringLiteral("EMG PD-E07"));
    EXPECT_EQ(desk.console().counts().distress, 0U) << "nothing is sent from the past";
}

TEST_F(LookBackWindowTest, IsHiddenAndStandsStillWhileTheDeskIsLocked) {
    desk.settle();
    trigger("lookback.play60");
    window.actions().find(QStringLiteral("desk.operator"))->trigger();
    EXPECT_FALSE(look->isVisible());
    EXPECT_EQ(look->look().speed(), 0);
    window.actions().find(QStringLiteral("window.lookback"))->trigger();
    EXPECT_EQ(window.findChildren<LookBackWindow*>().size(), 1) << "none is opened behind the lock";
}

TEST_F(LookBackWindowTest, SoManyAreEnough) {
    for (int each = 1; each < MainWindow::mostLookBacks; ++each)
        EXPECT_NE(window.lookBackTo(at(30)), nullptr);
    EXPECT_EQ(window.lookBackTo(at(30)), nullptr);
    desk.settle();
    look->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(look.isNull()) << "closed is gone";
    EXPECT_NE(window.lookBackTo(at(30)), nullptr);
}

TEST_F(LookBackWindowTest, ItsModelsKeepTheirWord) {
    desk.settle();
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (auto* const view : look->findChildren<QListView*>())
        testers.push_back(std::make_unique<QAbstractItemModelTester>(
            view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal));
    EXPECT_GE(testers.size(), 4U);
    for (int const minutes : {5, 12, 22, 11, 40, 1}) {
        look->look().goTo(at(minutes));
        desk.settle();
    }
}

TEST_F(LookBackWindowTest, SpeaksTheLanguageOfTheConsole) {
    desk.settle();
    installLanguage(*qApp, "zh_CN");
    QCoreApplication::processEvents();
    EXPECT_THAT(look->windowTitle().toStdString(), testing::StartsWith("回看 16:22 · 演练"));
    installLanguage(*qApp, "en");
}

TEST_F(LookBackWindowTest, EachKeyDoesOneThing) {
    std::map<QKeySequence, QString> keys;
    for (auto* const action : look->actions().all()) {
        EXPECT_FALSE(action->text().isEmpty()) << action->objectName().toStdString();
        for (auto const& key : action->shortcuts())
            EXPECT_TRUE(keys.emplace(key, action->objectName()).second) << key.toString().toStdString();
    }
}

TEST_F(LookBackWindowTest, EveryKeyOfItStandsInTheHelpOfTheConsole) {
    window.actions().find(QStringLiteral("help.verbs"))->trigger();
    auto* const page = window.findChild<HelpPage*>();
    QString const help = page->findChild<QTextBrowser*>()->toPlainText();
    QString const part = help.mid(help.indexOf(QStringLiteral("In a window that looks back")));
    std::size_t keys = 0;
    for (auto* const action : look->actions().all())
        for (auto const& key : action->shortcuts()) {
            ++keys;
            EXPECT_TRUE(part.contains(key.toString(QKeySequence::NativeText)))
                << action->objectName().toStdString();
        }
    EXPECT_EQ(keys, lookBackKeys().size());
    page->close();
}

TEST_F(LookBackWindowTest, WhateverTakesTheFocusHasAName) {
    desk.settle();
    for (auto const* const part : look->findChildren<QWidget*>()) {
        if (!part->isVisible() || (part->focusPolicy() & Qt::TabFocus) == 0) continue;
        EXPECT_FALSE(part->accessibleName().isEmpty()) << part->metaObject()->className();
    }
}

} // namespace
} // namespace ob::ui

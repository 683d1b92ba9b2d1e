// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window.h"

#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/panels/inbox.h"
#include "ui/panels/incident_head.h"
#include "ui/panels/incident_queue.h"
#include "ui/panels/inspector.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/note_line.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/unit_step_bar.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"

#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScreen>
#include <QTest>
#include <QToolButton>

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

/// The window of a police desk in memory, with two engines on duty.
struct MainWindowTest : testing::Test {
    test::ConsoleDesk desk;
    std::vector<QString> spoken;
    test::WindowGivens givens;
    MainWindow window{desk.console(),
                      givens.services([this](QString const& name) { spoken.push_back(name); })};
    core::UnitId first = desk.done(core::engine("E07"));
    core::UnitId second = desk.done(core::engine("E08"));

    MainWindowTest() {
        installLanguage(*qApp, "en");
        window.resize(1366, 768);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    QLineEdit* line() { return window.commandBar().findChild<QLineEdit*>(); }
    void type(char const* text) {
        window.commandBar().focusLine();
        QTest::keyClicks(line(), QString::fromUtf8(text));
    }
    void enter() {
        QTest::keyClick(line(), Qt::Key_Return);
        desk.settle();
    }
    core::IncidentId open(std::string const& address) {
        auto const id = desk.done(core::fireAt(address));
        return id;
    }
    QListView* queue() { return window.queue().list(); }
    void clickRow(int row) {
        QTest::mouseClick(queue()->viewport(), Qt::LeftButton, {},
                          queue()->visualRect(queue()->model()->index(row, 0)).center());
    }
    core::Incident const& incident(core::IncidentId id) { return *desk.console().board().incident(id); }
};

TEST_F(MainWindowTest, aTypedCallIsOpenedSelectedAndListed) {
    type("NI FIRE-STRUCT Main Street 5 p1 /smoke");
    EXPECT_THAT(window.commandBar().told().toStdString(), testing::HasSubstr("Main Street 5"));
    enter();
    ASSERT_EQ(desk.console().queue().size(), 1U);
    auto const& opened = *desk.console().queue().front().incident;
    EXPECT_EQ(opened.priority, core::Priority::P1);
    EXPECT_EQ(desk.console().selectedIncident(), opened.id);
    EXPECT_EQ(queue()->model()->rowCount(), 1);
    EXPECT_TRUE(line()->text().isEmpty());
}

TEST_F(MainWindowTest, whatIsAmberWantsASecondEnter) {
    open("Main Street 5");
    desk.clock().goOn(core::Duration::ofSeconds(30));
    type("NI FIRE-STRUCT Main Street 5");
    enter();
    EXPECT_EQ(desk.console().queue().size(), 1U);
    enter();
    EXPECT_EQ(desk.console().queue().size(), 2U);
}

TEST_F(MainWindowTest, enterSendsNothingWhenTheMeaningHasChangedSinceItWasPainted) {
    auto const here = open("Main Street 5");
    auto const there = open("Other Street 6");
    desk.console().selectIncident(here);
    type("D E07 .");
    auto const before = desk.submitted().size();
    // The news is there, but nothing was painted since: as if it came between the eye and the hand.
    desk.done(core::DispatchUnits{.units = {first}, .incident = there, .reason = {}});
    QTest::keyClick(line(), Qt::Key_Return);
    EXPECT_EQ(desk.submitted().size(), before) << "the unit is busy now: amber";
    EXPECT_THAT(window.commandBar().told().toStdString(), testing::HasSubstr("busy"));
    enter();
    enter();
    EXPECT_NE(incident(here).assignmentOf(first), nullptr);
}

TEST_F(MainWindowTest, whatTheDeskRefusesStaysInTheLine) {
    desk.console().signIn({.operatorName = "Guest", .position = {}, .roles = 0});
    type("NI FIRE-STRUCT Main Street 5");
    enter();
    EXPECT_TRUE(desk.console().queue().empty());
    EXPECT_FALSE(line()->text().isEmpty());
    EXPECT_FALSE(window.commandBar().told().isEmpty());
}

TEST_F(MainWindowTest, theMainJobGoesByMouseAlone) {
    auto const here = open("Main Street 5");
    clickRow(0);
    EXPECT_EQ(desk.console().selectedIncident(), here);
    // The unit out of its fold, then the button, then the hand on Send.
    auto lists = window.findChildren<QListView*>();
    QListView* units = nullptr;
    for (auto* const list : lists)
        if (list->accessibleName().startsWith(QStringLiteral("Units of")) && list->isVisible()
            && list->model()->rowCount() > 0)
            units = list;
    ASSERT_NE(units, nullptr);
    auto const click = [&](int row) {
        QTest::mouseClick(units->viewport(), Qt::LeftButton, {},
                          units->visualRect(units->model()->index(row, 0)).center());
    };
    click(0);
    ASSERT_EQ(units->model()->rowCount(), 3);
    click(1);
    EXPECT_EQ(desk.console().selectedUnit(), first);
    QToolButton* dispatch = nullptr;
    QToolButton* send = nullptr;
    for (auto* const button : window.findChildren<QToolButton*>()) {
        if (button->text() == QStringLiteral("Dispatch")) dispatch = button;
        if (button->accessibleName() == QStringLiteral("Send")) send = button;
    }
    ASSERT_NE(dispatch, nullptr);
    ASSERT_NE(send, nullptr);
    QTest::mouseClick(dispatch, Qt::LeftButton);
    ASSERT_TRUE(send->isVisible());
    while (send->isVisible() && send->isEnabled() && incident(here).assignmentOf(first) == nullptr) {
        QTest::mouseClick(send, Qt::LeftButton);
        desk.settle();
    }
    EXPECT_NE(incident(here).assignmentOf(first), nullptr);
}

TEST_F(MainWindowTest, newsMovesNeitherSelectionNorFocus) {
    auto const here = open("Main Street 5");
    clickRow(0);
    queue()->setFocus();
    for (int more = 0; more < 30; ++more)
        open("Street " + std::to_string(more));
    EXPECT_EQ(desk.console().selectedIncident(), here);
    EXPECT_TRUE(queue()->hasFocus());
    auto const row = queue()->currentIndex();
    ASSERT_TRUE(row.isValid());
    EXPECT_THAT(row.data().toString().toStdString(), testing::HasSubstr("Main Street 5"));
}

TEST_F(MainWindowTest, nothingMovesUnderTheCursor) {
    for (char const* const address : {"Main Street 5", "Main Street 6"}) {
        core::OpenIncident calm = core::fireAt(address);
        calm.priority = core::Priority::P4;
        desk.done(calm);
    }
    QueueModel model(desk.console());
    auto const firstBefore = model.entry(0).incident->id;
    model.hold(true);
    core::OpenIncident urgent = core::fireAt("Urgent Street 1");
    urgent.priority = core::Priority::P1;
    desk.done(urgent);
    model.refresh();
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.entry(0).incident->id, firstBefore);
    EXPECT_GT(model.waiting(), 0);
    model.hold(false);
    EXPECT_EQ(model.entry(0).incident->id, desk.console().queue().front().incident->id);
    EXPECT_EQ(model.waiting(), 0);
}

TEST_F(MainWindowTest, escapeGoesBackToWhereTheFocusWas) {
    open("Main Street 5");
    queue()->setFocus();
    type("D");
    QTest::keyClick(line(), Qt::Key_Escape); // the candidates
    QTest::keyClick(line(), Qt::Key_Escape);
    EXPECT_TRUE(queue()->hasFocus());
}

TEST_F(MainWindowTest, everyActionHasANameAPlaceInTheMenuAndKeysOfItsOwn) {
    std::map<QKeySequence, QString> keys;
    for (auto* const action : window.actions().all()) {
        EXPECT_FALSE(action->text().isEmpty()) << action->objectName().toStdString();
        for (auto const& key : action->shortcuts()) {
            EXPECT_TRUE(keys.emplace(key, action->objectName()).second)
                << key.toString().toStdString() << " is also that of " << keys[key].toStdString();
        }
    }
    std::size_t inMenus = 0;
    using Menu = ActionRegistry::Menu;
    for (auto const menu :
         {Menu::Desk, Menu::Incident, Menu::Unit, Menu::Go, Menu::View, Menu::Window, Menu::Help})
        inMenus += window.actions().of(menu).size();
    EXPECT_EQ(inMenus, window.actions().all().size());
}

TEST_F(MainWindowTest, speaksAnotherLanguageAtOnce) {
    open("Main Street 5");
    installLanguage(*qApp, "zh_CN");
    QCoreApplication::processEvents();
    EXPECT_EQ(window.queue().header()->accessibleName(), QStringLiteral("警情队列"));
    EXPECT_EQ(window.actions().find(QStringLiteral("go.map"))->text(), QStringLiteral("地图"));
    installLanguage(*qApp, "en");
}

TEST_F(MainWindowTest, theScaleOfTextChangesWhileACallIsTaken) {
    window.actions().find(QStringLiteral("incident.new"))->trigger();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("fire"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // the card of questions
    for (char const* const step : {"view.larger", "view.larger", "view.smaller", "view.smaller"}) {
        window.actions().find(QLatin1StringView(step))->trigger();
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(givens.settings.value(QStringLiteral("look/text")).toDouble(), 1.0);
}

TEST_F(MainWindowTest, whateverTakesTheFocusHasAName) {
    open("Main Street 5");
    clickRow(0);
    for (auto* const widget : window.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
        if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue; // parts of Qt's own widgets
        auto const* const button = qobject_cast<QToolButton const*>(widget);
        bool const isNamed =
            !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        EXPECT_TRUE(isNamed) << widget->metaObject()->className();
    }
}

TEST_F(MainWindowTest, aLayoutThatIsNoneLeavesTheWindowAsItShouldBe) {
    window.saveLayout();
    EXPECT_TRUE(window.restoreLayout());
    givens.settings.setValue(QStringLiteral("window/docks"), QByteArray("no layout"));
    EXPECT_FALSE(window.restoreLayout());
    for (char const* const name : {"queue", "inspector", "units", "inbox"})
        EXPECT_TRUE(window.findChild<QDockWidget*>(QLatin1StringView(name))->isVisible()) << name;
    givens.settings.setValue(QStringLiteral("window/geometry"), QByteArray("nowhere"));
    EXPECT_FALSE(window.restoreLayout());
    EXPECT_GT(window.width(), 600);
}

TEST_F(MainWindowTest, aNoteIsWrittenBesideTheTimeline) {
    auto const here = open("Main Street 5");
    clickRow(0);
    desk.settle();
    QLineEdit* note = nullptr;
    for (auto* const field : window.findChildren<QLineEdit*>())
        if (field->accessibleName() == QStringLiteral("Add a note")) note = field;
    ASSERT_NE(note, nullptr);
    QTest::keyClicks(note, QStringLiteral("two people on the roof"));
    QTest::keyClick(note, Qt::Key_Return);
    desk.settle();
    EXPECT_THAT(incident(here).narrative, testing::HasSubstr("two people on the roof"));
    EXPECT_TRUE(note->text().isEmpty());
}

TEST_F(MainWindowTest, theInspectorSaysWhoHoldsWhatIsSelected) {
    auto const id = open("Main Street 5");
    desk.setHoldings({{.agency = core::fire, .lacking = 0}, {.agency = core::medical, .lacking = 3}});
    desk.console().selectIncident(id);
    desk.settle();
    auto const* const head = window.inspector().findChild<IncidentHead*>();
    auto const words = head->accessibleName().toStdString();
    EXPECT_THAT(words, testing::HasSubstr("here and by "
                                          + agencyName(core::fire, desk.console().wording()).toStdString()));
    EXPECT_THAT(words, testing::Not(testing::HasSubstr(
                           "by " + agencyName(core::medical, desk.console().wording()).toStdString())));
}

TEST_F(MainWindowTest, aPanelGoesToAWindowOfItsOwnAndBack) {
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("queue"));
    auto* const move = window.actions().find(QStringLiteral("pane.queue"));
    ASSERT_NE(move, nullptr);
    EXPECT_EQ(move->text(), QStringLiteral("In a window of its own: Incidents"));
    move->trigger();
    EXPECT_TRUE(dock->isFloating());
    EXPECT_TRUE(dock->isVisible());
    EXPECT_EQ(move->text(), QStringLiteral("Back into the console: Incidents"));
    move->trigger();
    EXPECT_FALSE(dock->isFloating());
}

TEST_F(MainWindowTest, whatAScreenTookWithItComesBack) {
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("queue"));
    dock->setFloating(true);
    dock->move(9000, 9000);
    window.actions().find(QStringLiteral("pane.gather"))->trigger();
    EXPECT_TRUE(window.screen()->availableGeometry().contains(dock->frameGeometry().topLeft()));
}

TEST_F(MainWindowTest, nothingPersonalStaysInSightWhileNobodySitsThere) {
    window.actions().find(QStringLiteral("pane.inspector"))->trigger();
    window.actions().find(QStringLiteral("pane.map"))->trigger();
    auto const* const dock = window.findChild<QDockWidget*>(QStringLiteral("inspector"));
    ASSERT_TRUE(dock->isVisible());
    window.actions().find(QStringLiteral("desk.operator"))->trigger();
    EXPECT_FALSE(dock->isVisible());
    for (auto const* const map : window.findChildren<MapPanel*>())
        EXPECT_FALSE(map->isWindow() && map->isVisible());
}

TEST_F(MainWindowTest, theSecondMapFollowsTheOneSelection) {
    window.actions().find(QStringLiteral("pane.map"))->trigger();
    auto const maps = window.findChildren<MapPanel*>();
    ASSERT_EQ(maps.size(), 2);
    auto* const another = maps[0] == &window.map() ? maps[1] : maps[0];
    EXPECT_TRUE(another->isWindow());
    EXPECT_TRUE(another->isVisible());
    desk.console().selectIncident(open("Main Street 5"));
    EXPECT_EQ(another->view().selection(), window.map().view().selection());
    EXPECT_EQ(another->view().selection().size(), 1U);
    window.actions().find(QStringLiteral("pane.map"))->trigger();
    EXPECT_FALSE(another->isVisible());
}

TEST_F(MainWindowTest, aUsualNoteLeavesWhatIsBeingTyped) {
    auto const id = open("Main Street 5");
    desk.console().selectIncident(id);
    desk.settle();
    auto* const notes = window.inspector().findChild<NoteLine*>();
    notes->line()->setText(QStringLiteral("half a sent"));
    auto const usual = notes->findChild<QMenu*>()->actions();
    ASSERT_FALSE(usual.empty());
    usual.front()->trigger();
    desk.settle();
    EXPECT_EQ(incident(id).noteCount, 1U);
    EXPECT_EQ(notes->line()->text(), QStringLiteral("half a sent"));
}

TEST_F(MainWindowTest, theNextStepsOfTheSelectedUnitAreButtons) {
    auto const id = open("Main Street 5");
    desk.done(core::DispatchUnits{.units = {first}, .incident = id, .reason = {}});
    desk.console().selectIncident(id);
    desk.console().selectUnit(first);
    desk.settle();
    auto const* const bar = window.inspector().findChild<UnitStepBar*>();
    ASSERT_TRUE(bar->isVisible());
    QStringList words;
    for (auto const* const button : bar->findChildren<QToolButton*>())
        if (button->isVisible()) words << button->text();
    EXPECT_TRUE(words.contains(QStringLiteral("Clear…")));
    EXPECT_TRUE(words.contains(QStringLiteral("Release…")));
    desk.console().selectUnit(second);
    EXPECT_FALSE(bar->isVisible());
}

} // namespace
} // namespace ob::ui

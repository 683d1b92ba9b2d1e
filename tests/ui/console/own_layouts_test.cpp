// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/own_layouts.h"

#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/palette.h"
#include "ui/dialogs/layout_page.h"
#include "ui/main_window.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using Answer = OwnLayouts::Answer;

struct OwnLayoutsTest : testing::Test {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("console.ini"));
    QSettings settings{file, QSettings::IniFormat};
    OwnLayouts layouts{settings};
    QString const li = QStringLiteral("Li"), wang = QStringLiteral("王伟");
    static WindowLayout layout(char const* docks) {
        return {.geometry = "g", .docks = docks, .sideMap = {}, .hasSideMap = true, .hasWall = false};
    }
};

TEST_F(OwnLayoutsTest, EachOperatorHasHisOwnAndTheyOutliveTheProgram) {
    EXPECT_EQ(layouts.save(li, QStringLiteral(" 夜班  两屏 "), layout("one")), Answer::Done);
    EXPECT_EQ(layouts.save(wang, QStringLiteral("day"), layout("two")), Answer::Done);
    QSettings again(file, QSettings::IniFormat);
    OwnLayouts const later(again);
    EXPECT_EQ(later.names(li), QStringList{QStringLiteral("夜班 两屏")});
    EXPECT_EQ(later.names(wang), QStringList{QStringLiteral("day")});
    EXPECT_EQ(later.find(li, QStringLiteral("夜班 两屏")), layout("one"));
    EXPECT_FALSE(later.find(li, QStringLiteral("day")));
    EXPECT_TRUE(later.names(QString()).isEmpty());
}

TEST_F(OwnLayoutsTest, TheSameNameReplacesWhateverItsCaseAndWidth) {
    layouts.save(li, QStringLiteral("Night"), layout("one"));
    EXPECT_EQ(layouts.save(li, QStringLiteral("ｎｉｇｈｔ"), layout("two")), Answer::Done);
    EXPECT_EQ(layouts.names(QStringLiteral("ＬＩ")), QStringList{QStringLiteral("Night")});
    EXPECT_EQ(layouts.find(li, QStringLiteral("NIGHT")), layout("two"));
}

TEST_F(OwnLayoutsTest, AreRenamedAndDeleted) {
    layouts.save(li, QStringLiteral("a"), layout("one"));
    layouts.save(li, QStringLiteral("b"), layout("two"));
    EXPECT_EQ(layouts.rename(li, QStringLiteral("a"), QStringLiteral("B")), Answer::Taken);
    EXPECT_EQ(layouts.rename(li, QStringLiteral("a"), QStringLiteral("A")), Answer::Done);
    EXPECT_EQ(layouts.rename(li, QStringLiteral("a"), QStringLiteral("c")), Answer::Done);
    EXPECT_EQ(layouts.names(li), (QStringList{QStringLiteral("c"), QStringLiteral("b")}));
    EXPECT_EQ(layouts.rename(li, QStringLiteral("a"), QStringLiteral("d")), Answer::Gone);
    EXPECT_EQ(layouts.remove(li, QStringLiteral("c")), Answer::Done);
    EXPECT_EQ(layouts.remove(li, QStringLiteral("c")), Answer::Gone);
    EXPECT_EQ(layouts.names(li), QStringList{QStringLiteral("b")});
}

TEST_F(OwnLayoutsTest, HaveLimits) {
    EXPECT_EQ(layouts.save(li, QStringLiteral("  "), layout("x")), Answer::NoName);
    EXPECT_EQ(layouts.save({}, QStringLiteral("a"), layout("x")), Answer::NoName);
    EXPECT_EQ(layouts.save(li, QString(OwnLayouts::longestName + 1, u'长'), layout("x")), Answer::TooLong);
    for (int at = 0; at < OwnLayouts::most; ++at)
        EXPECT_EQ(layouts.save(li, QString::number(at), layout("x")), Answer::Done);
    EXPECT_EQ(layouts.save(li, QStringLiteral("one more"), layout("x")), Answer::Full);
    EXPECT_EQ(layouts.save(li, QStringLiteral("3"), layout("y")), Answer::Done);
}

TEST_F(OwnLayoutsTest, RubbishInTheFileIsNoLayout) {
    layouts.save(li, QStringLiteral("a"), layout("one"));
    QString const group = QStringLiteral("layouts/6c69");
    ASSERT_EQ(settings.value(group + QStringLiteral("/1/name")).toString(), QStringLiteral("a"));
    settings.setValue(group + QStringLiteral("/size"), 1'000'000);
    settings.setValue(group + QStringLiteral("/2/name"), QString(5000, u'x'));
    settings.setValue(group + QStringLiteral("/2/docks"), QByteArray("d"));
    settings.setValue(group + QStringLiteral("/3/name"), QStringLiteral("no docks"));
    EXPECT_EQ(layouts.names(li), QStringList{QStringLiteral("a")});
}

struct OwnLayoutsOfAWindow : testing::Test {
    test::ConsoleDesk desk;
    test::WindowGivens givens;
    MainWindow window{desk.console(), givens.services([](QString const&) {})};

    OwnLayoutsOfAWindow() {
        installLanguage(*qApp, "en");
        signIn("Li");
        window.resize(1366, 768);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    void signIn(char const* name) {
        desk.console().signIn({.operatorName = name, .position = {}, .roles = 0xff});
    }
    QDockWidget* dock(char const* name) { return window.findChild<QDockWidget*>(QLatin1StringView(name)); }
    QAction* action(char const* id) { return window.actions().find(QLatin1StringView(id)); }
    LayoutPage* page() {
        action("view.layouts")->trigger();
        return window.findChild<LayoutPage*>();
    }
    template<class Widget>
    static Widget* part(LayoutPage* page, char const* text) {
        for (auto* const each : page->findChildren<Widget*>())
            if (each->text() == QLatin1StringView(text)) return each;
        return nullptr;
    }
};

TEST_F(OwnLayoutsOfAWindow, WhatWasNamedComesBackByKeyMenuAndPalette) {
    EXPECT_FALSE(action("view.own1")->isVisible());
    dock("inbox")->hide();
    dock("inspector")->setFloating(true);
    EXPECT_EQ(window.saveOwnLayout(QStringLiteral("night")), Answer::Done);
    EXPECT_EQ(action("view.own1")->text(), QStringLiteral("Layout: night"));
    window.lay(MainWindow::Layout::Dispatcher);
    EXPECT_TRUE(dock("inbox")->isVisible());
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_FALSE(dock("inbox")->isVisible());
    EXPECT_TRUE(dock("inspector")->isFloating());
    window.lay(MainWindow::Layout::Dispatcher);
    action("go.palette")->trigger();
    auto* const palette = window.findChild<Palette*>();
    QTest::keyClicks(palette->findChild<QLineEdit*>(), QStringLiteral("layout: night"));
    QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    EXPECT_TRUE(dock("inspector")->isFloating());
}

TEST_F(OwnLayoutsOfAWindow, AnotherOperatorHasNoneOfThem) {
    window.saveOwnLayout(QStringLiteral("night"));
    signIn("Zhao");
    EXPECT_FALSE(action("view.own1")->isVisible());
    EXPECT_FALSE(window.layOwn(QStringLiteral("night")));
    signIn("Li");
    EXPECT_TRUE(action("view.own1")->isVisible());
}

TEST_F(OwnLayoutsOfAWindow, WhatStoodOnAScreenThatIsGoneComesIntoSight) {
    dock("inspector")->setFloating(true);
    dock("inspector")->move(40'000, 40'000);
    QRect const home = window.geometry();
    window.move(30'000, 30'000);
    window.saveOwnLayout(QStringLiteral("two screens"));
    window.setGeometry(home);
    window.lay(MainWindow::Layout::Dispatcher);
    ASSERT_TRUE(window.layOwn(QStringLiteral("two screens")));
    QRect const room = window.screen()->availableGeometry();
    EXPECT_TRUE(room.intersects(window.frameGeometry()));
    EXPECT_TRUE(dock("inspector")->isFloating());
    EXPECT_TRUE(room.intersects(dock("inspector")->frameGeometry()));
}

TEST_F(OwnLayoutsOfAWindow, WhatCannotBeReadMovesNothing) {
    window.saveOwnLayout(QStringLiteral("night"));
    givens.settings.setValue(QStringLiteral("layouts/6c69/1/docks"), QByteArray("no layout"));
    dock("inbox")->hide();
    EXPECT_FALSE(window.layOwn(QStringLiteral("night")));
    EXPECT_FALSE(dock("inbox")->isVisible());
    EXPECT_TRUE(dock("queue")->isVisible());
}

TEST_F(OwnLayoutsOfAWindow, ThePageSavesRenamesAndDeletes) {
    auto* const shown = page();
    auto* const name = shown->findChild<QLineEdit*>();
    auto* const list = shown->findChild<QListWidget*>();
    QTest::keyClicks(name, QStringLiteral("night"));
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_EQ(list->count(), 1);
    EXPECT_TRUE(action("view.own1")->isVisible());
    name->setText(QStringLiteral("NIGHT"));
    EXPECT_NE(part<QPushButton>(shown, "Replace"), nullptr) << "it is said before it is done";
    name->setText(QStringLiteral("flood"));
    list->setCurrentRow(0);
    part<QPushButton>(shown, "Rename")->click();
    EXPECT_EQ(action("view.own1")->text(), QStringLiteral("Layout: flood"));
    list->setCurrentRow(0);
    part<QPushButton>(shown, "Delete")->click();
    EXPECT_EQ(list->count(), 1) << "once is not enough";
    part<QPushButton>(shown, "Really delete")->click();
    EXPECT_EQ(list->count(), 0);
    EXPECT_FALSE(action("view.own1")->isVisible());
}

} // namespace
} // namespace ob::ui

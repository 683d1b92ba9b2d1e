// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/board_builder.h"
#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/text/language.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <gmock/gmock.h>

namespace ob::test {

/// The window of a police desk in memory; a fire engine of another agency is on its board as well.
struct UnitsWindow : testing::Test {
    ConsoleDesk desk;
    WindowGivens givens;
    ui::MainWindow window{desk.console(), givens.services([](QString const&) {})};
    core::UnitId first = desk.done(core::engine("E07"));
    core::UnitId second = desk.done(core::engine("E08"));
    core::UnitId foreign = core::unitId("X01");

    UnitsWindow() {
        ui::installLanguage(*qApp, "en");
        window.resize(1920, 1080);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        put(core::aUnit("X01"));
    }
    ui::Console& console() { return desk.console(); }
    core::Unit const& unit(core::UnitId id) { return *console().board().unit(id); }
    void put(core::UnitBuilder const& builder) {
        ui::BoardNews news;
        news.changes.units.push_back(builder.made());
        console().take(std::move(news));
    }
    void set(core::UnitId id, core::DutyState duty, char const* reason = "") {
        core::SetDuty asked{.units = {id}, .duty = duty};
        if (*reason != '\0') asked.reason = core::code(reason);
        desk.done(asked);
    }
    QString line() { return window.commandBar().line(); }
    void enter() {
        QTest::keyClick(window.commandBar().findChild<QLineEdit*>(), Qt::Key_Return);
        desk.settle();
    }
    void trigger(char const* action) { window.actions().find(QLatin1StringView(action))->trigger(); }
    /// Which is called so for a screen reader, and can be seen.
    template<class Widget>
    static Widget* named(QWidget& in, char const* name) {
        for (auto* const widget : in.findChildren<Widget*>())
            if (widget->accessibleName() == QLatin1StringView(name) && widget->isVisible()) return widget;
        return nullptr;
    }
    static QAbstractButton* button(QWidget& in, char const* text) {
        for (auto* const widget : in.findChildren<QAbstractButton*>())
            if (widget->text() == QLatin1StringView(text) && widget->isVisible()) return widget;
        return nullptr;
    }
    static void type(QLineEdit* field, char const* text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::fromUtf8(text));
    }
    /// Whatever takes the focus can be named by a screen reader.
    static void expectNames(QWidget& in) {
        for (auto* const widget : in.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
            auto const* const button = qobject_cast<QAbstractButton const*>(widget);
            bool const isNamed =
                !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            EXPECT_TRUE(isNamed) << widget->metaObject()->className();
        }
    }
};

} // namespace ob::test

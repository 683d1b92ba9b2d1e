// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/premise_strip.h"

#include "tests/support/console_desk.h"
#include "tests/support/premise_builder.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/main_window.h"
#include "ui/panels/inspector.h"
#include "ui/panels/premise_details.h"
#include "ui/text/language.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

using test::premise;
using testing::HasSubstr;
using testing::Not;

/// The window of a police desk that knows of a dangerous store at Main Street 5.
struct PremiseStripTest : testing::Test {
    test::ConsoleDesk desk;
    test::WindowGivens givens;
    MainWindow window{desk.console(), givens.services([](QString const&) {})};

    PremiseStripTest() {
        installLanguage(*qApp, "en");
        desk.done(core::engine("E07"));
        window.resize(1366, 768);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        core::Premise store = premise("store", {"CHEMICAL", "LOCKED-GATE"});
        store.name = "Store";
        store.address = "Main Street 5";
        store.text = "Gate code 4711";
        desk.know({store});
    }
    PremiseStrip* strip() { return window.findChild<PremiseStrip*>(); }
    QAbstractButton* line() { return strip()->findChild<QAbstractButton*>(); }
    std::string told(char const* typed) {
        window.commandBar().propose(QString::fromUtf8(typed), false);
        return window.commandBar().told().toStdString();
    }
};

TEST_F(PremiseStripTest, StandsAboveAnIncidentAtADangerousPlaceOnly) {
    auto const safe = desk.done(core::fireAt("Main Street 6"));
    auto const dangerous = desk.done(core::fireAt("Main Street 5"));
    desk.console().selectIncident(safe);
    EXPECT_FALSE(strip()->isVisible());
    desk.console().selectIncident(dangerous);
    EXPECT_TRUE(strip()->isVisible());
    EXPECT_THAT(line()->accessibleName().toStdString(), HasSubstr("danger to life: Hazardous chemicals"));
    EXPECT_THAT(line()->accessibleName().toStdString(), HasSubstr("Store"));
    desk.know({});
    EXPECT_FALSE(strip()->isVisible()) << "without a new start";
}

TEST_F(PremiseStripTest, OpensAndBeginsClosedAtTheNextIncident) {
    auto const first = desk.done(core::fireAt("Main Street 5"));
    auto const second = desk.done(core::fireAt("Main Street 5, rear"));
    core::Premise again = premise("rear");
    again.address = "Main Street 5, rear";
    core::Premise store = premise("store");
    store.address = "Main Street 5";
    store.text = "Gate code 4711";
    desk.know({store, again});
    desk.console().selectIncident(first);
    auto* const details = strip()->findChild<PremiseDetails*>();
    EXPECT_FALSE(details->isVisible());
    line()->setFocus();
    QTest::keyClick(line(), Qt::Key_Space);
    EXPECT_TRUE(details->isVisible());
    QStringList words;
    for (auto* const label : details->findChildren<QLabel*>())
        words << label->text();
    EXPECT_TRUE(words.contains(QStringLiteral("Gate code 4711")));
    desk.console().selectIncident(second);
    EXPECT_TRUE(strip()->isVisible());
    EXPECT_FALSE(strip()->isOpen());
}

TEST_F(PremiseStripTest, ThePreviewOfSendingWarns) {
    auto const number = [&](core::IncidentId id) {
        return desk.console().board().incident(id)->number.text();
    };
    auto const dangerous = number(desk.done(core::fireAt("Main Street 5")));
    auto const safe = number(desk.done(core::fireAt("Main Street 6")));
    std::string const caution = "Caution: Hazardous chemicals, Locked gate (Store)";
    EXPECT_THAT(told(("D E07 " + dangerous).c_str()), HasSubstr(caution));
    EXPECT_THAT(told(("D E07 " + safe).c_str()), Not(HasSubstr("Caution")));
    EXPECT_THAT(told("NI FIRE-STRUCT 'Main Street 5' p1"), HasSubstr(caution));
    EXPECT_THAT(told(("N " + dangerous + " smoke").c_str()), Not(HasSubstr("Caution"))) << "nobody is sent";
    told(("D E07 " + dangerous).c_str());
    QTest::keyClick(window.commandBar().findChild<QLineEdit*>(), Qt::Key_Return);
    EXPECT_TRUE(std::holds_alternative<core::DispatchUnits>(desk.submitted().back().intent))
        << "it warns and wants no second Enter";
}

} // namespace
} // namespace ob::ui

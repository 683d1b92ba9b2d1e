// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/unit_sheet.h"

#include "tests/ui/units/units_givens.h"
#include "ui/console/tick_box.h"
#include "ui/panels/incident_queue.h"
#include "ui/units/fact_list.h"
#include "ui/units/log_on_form.h"
#include "ui/units/unit_facts.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

namespace ob::ui {
namespace {

using core::DutyState;
using testing::HasSubstr;
using testing::Not;

struct UnitSheetTest : test::UnitsWindow {
    UnitSheet& sheet() { return window.unitSheet(); }
    void open(core::UnitId unit) {
        console().selectUnit(unit);
        trigger("unit.sheet");
        desk.settle();
    }
    QLineEdit* field(char const* name) { return named<QLineEdit>(sheet(), name); }
    void press(char const* text) {
        auto* const found = button(sheet(), text);
        ASSERT_NE(found, nullptr) << text;
        QTest::mouseClick(found, Qt::LeftButton);
        desk.settle();
    }
    std::string facts() { return sheet().findChild<FactList*>()->accessibleName().toStdString(); }
    void tick(char const* skill) {
        for (auto* const box : sheet().findChildren<TickBox*>())
            if (box->text() == QLatin1StringView(skill)) return box->click();
        FAIL() << "no tick for " << skill;
    }
};

TEST_F(UnitSheetTest, AUnitIsLoggedOnWithCrewVehicleSkillsAndEnd) {
    set(first, DutyState::OffDuty);
    open(first);
    EXPECT_TRUE(field("Crew")->hasFocus()) << "one can begin to type";
    type(field("Crew"), "6");
    type(field("Until"), "12h");
    type(field("Vehicle"), "A12345");
    type(field("Names"), "Zhang, Li");
    tick("Hazmat response");
    press("Log on");
    auto const& now = unit(first);
    EXPECT_EQ(now.duty, DutyState::Available);
    EXPECT_EQ(now.crew, 6u);
    EXPECT_EQ(now.shiftEnd, console().now() + core::Duration::ofMinutes(12 * 60));
    EXPECT_EQ(now.vehicle, "A12345");
    EXPECT_EQ(now.crewNames, "Zhang, Li");
    EXPECT_THAT(now.capabilities, testing::Contains(core::code("HAZMAT")));
    EXPECT_THAT(facts(), HasSubstr("6 on board · Zhang, Li"));
    EXPECT_TRUE(line().isEmpty()) << "it went through the command bar";
}

TEST_F(UnitSheetTest, TheNextShiftBeginsLikeTheLastOneButForThePeople) {
    desk.done(core::SetDuty{.units = {first},
                            .duty = DutyState::Available,
                            .crew = 5,
                            .shiftEnd = console().now() + core::Duration::ofMinutes(8 * 60),
                            .capabilities = {core::code("HAZMAT")},
                            .crewNames = "Zhang",
                            .vehicle = "A1"});
    desk.clock().goOn(core::Duration::ofMinutes(7));
    set(first, DutyState::OffDuty);
    open(first);
    EXPECT_EQ(field("Crew")->text(), QStringLiteral("5"));
    EXPECT_EQ(field("Vehicle")->text(), QStringLiteral("A1"));
    EXPECT_EQ(field("Names")->text(), QString());
    EXPECT_THAT(field("Names")->placeholderText().toStdString(), HasSubstr("Zhang"));
    press("Log on");
    EXPECT_EQ(unit(first).crew, 5u);
    EXPECT_EQ(unit(first).capabilities, std::vector{core::code("HAZMAT")});
    EXPECT_FALSE(unit(first).crewNames);
}

TEST_F(UnitSheetTest, OnDutyOnlyWhatChangesIsSaid) {
    desk.done(core::SetDuty{
        .units = {first}, .duty = DutyState::Available, .crew = 5, .crewNames = "Zhang", .vehicle = "A1"});
    open(first);
    EXPECT_FALSE(button(sheet(), "Change the shift")->isEnabled());
    type(field("Crew"), "4");
    EXPECT_THAT(sheet().form().line().toStdString(), testing::EndsWith("E07 4c"));
    press("Change the shift");
    EXPECT_EQ(unit(first).crew, 4u);
    EXPECT_EQ(unit(first).vehicle, "A1");
    EXPECT_EQ(unit(first).crewNames, "Zhang");
}

TEST_F(UnitSheetTest, AChangeOfTheShiftMakesNobodyAvailable) {
    desk.done(core::SetDuty{.units = {first}, .duty = DutyState::Available, .crew = 5});
    set(first, DutyState::Unavailable, "MEAL");
    open(first);
    EXPECT_FALSE(button(sheet(), "Change the shift")->isEnabled());
    type(field("Crew"), "4");
    press("Change the shift");
    EXPECT_EQ(unit(first).crew, 4u);
    EXPECT_EQ(unit(first).duty, DutyState::Unavailable);
    EXPECT_EQ(unit(first).dutyReason, core::code("MEAL"));
}

TEST_F(UnitSheetTest, WhatIsEmptiedIsTakenBack) {
    desk.done(core::SetDuty{.units = {first},
                            .duty = DutyState::Available,
                            .crew = 5,
                            .capabilities = {core::code("HAZMAT")},
                            .crewNames = "Zhang",
                            .vehicle = "A1"});
    open(first);
    auto const empty = [this](char const* name) {
        field(name)->selectAll();
        QTest::keyClick(field(name), Qt::Key_Delete);
    };
    empty("Vehicle");
    EXPECT_THAT(sheet().form().line().toStdString(), testing::EndsWith("E07 #-"));
    empty("Names");
    for (auto* const tick : sheet().form().findChildren<QAbstractButton*>())
        if (tick->isCheckable() && tick->isChecked()) tick->click();
    EXPECT_THAT(sheet().form().line().toStdString(), testing::EndsWith("E07 +- #- /-"));
    press("Change the shift");
    EXPECT_FALSE(unit(first).vehicle);
    EXPECT_FALSE(unit(first).crewNames);
    EXPECT_TRUE(unit(first).shiftCapabilities.empty());
    EXPECT_FALSE(unit(first).capabilities.empty()) << "what it was registered with counts again";
    EXPECT_EQ(unit(first).crew, 5u);
}

TEST_F(UnitSheetTest, WhatCannotBeReadIsNotSaid) {
    set(first, DutyState::OffDuty);
    open(first);
    type(field("Until"), "soon");
    EXPECT_FALSE(button(sheet(), "Log on")->isEnabled());
    EXPECT_TRUE(sheet().form().line().isEmpty());
    type(field("Until"), "08:00");
    EXPECT_TRUE(button(sheet(), "Log on")->isEnabled());
    type(field("Vehicle"), "A 1"); // a word of the line ends at a blank
    EXPECT_EQ(field("Vehicle")->text(), QStringLiteral("A1"));
}

TEST_F(UnitSheetTest, WhatIsHalfTypedStaysWhileAnotherUnitIsShown) {
    set(first, DutyState::OffDuty);
    open(first);
    type(field("Names"), "Zhang");
    console().selectUnit(second);
    desk.settle();
    EXPECT_EQ(field("Names")->text(), QString());
    console().selectUnit(first);
    desk.settle();
    EXPECT_EQ(field("Names")->text(), QStringLiteral("Zhang"));
    // News of other units moves nothing.
    set(second, DutyState::Unavailable, "MEAL");
    EXPECT_EQ(field("Names")->text(), QStringLiteral("Zhang"));
}

TEST_F(UnitSheetTest, DutyStatesAreSetByOneButtonEach) {
    open(first);
    press("On recall");
    EXPECT_EQ(unit(first).duty, DutyState::Conditional);
    EXPECT_EQ(unit(first).recall, core::Duration::ofMinutes(15));
    auto* const reason = named<QComboBox>(sheet(), "Reason of being out of service");
    ASSERT_NE(reason, nullptr);
    press("Out of service");
    EXPECT_EQ(unit(first).duty, DutyState::Conditional) << "no reason yet";
    reason->hidePopup();
    reason->setCurrentText(QStringLiteral("Meal"));
    type(field("back"), "2h");
    press("Out of service");
    EXPECT_EQ(unit(first).duty, DutyState::Unavailable);
    EXPECT_EQ(unit(first).dutyReason, core::code("MEAL"));
    EXPECT_EQ(unit(first).dutyUntil, console().now() + core::Duration::ofMinutes(120));
    EXPECT_THAT(facts(), HasSubstr("Out of service Meal"));
    press("Available");
    EXPECT_EQ(unit(first).duty, DutyState::Available);
    press("Off duty");
    EXPECT_EQ(unit(first).duty, DutyState::OffDuty);
    EXPECT_EQ(named<QComboBox>(sheet(), "Reason of being out of service"), nullptr) << "it logs on first";
    auto* const history = named<QListView>(sheet(), "States of the last shift");
    ASSERT_NE(history, nullptr);
    EXPECT_EQ(history->model()->rowCount(), 5);
}

TEST_F(UnitSheetTest, OfAnotherAgencysUnitOneReadsOnly) {
    open(foreign);
    EXPECT_EQ(field("Crew"), nullptr);
    EXPECT_EQ(button(sheet(), "Off duty"), nullptr);
    bool isSaid = false;
    for (auto const* const label : sheet().findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("Fire and Rescue")));
    EXPECT_TRUE(isSaid);
    EXPECT_THAT(facts(), Not(HasSubstr("not said"))) << "what is not shared is not known";
}

TEST_F(UnitSheetTest, AShiftThatIsOverAndAUnitThatIsNotBackAreMarked) {
    desk.done(core::SetDuty{.units = {first},
                            .duty = DutyState::Unavailable,
                            .reason = core::code("MEAL"),
                            .until = console().now() + core::Duration::ofMinutes(30),
                            .shiftEnd = console().now() + core::Duration::ofMinutes(60)});
    auto const late = [&] {
        auto const known = factsOf(unit(first), console());
        return std::ranges::count(known, UnitFact::Tone::Late, &UnitFact::tone);
    };
    EXPECT_EQ(late(), 0);
    desk.clock().goOn(core::Duration::ofMinutes(31));
    EXPECT_EQ(late(), 1);
    desk.clock().goOn(core::Duration::ofMinutes(30));
    EXPECT_EQ(late(), 2);
    set(first, DutyState::OffDuty);
    EXPECT_EQ(late(), 0);
}

TEST_F(UnitSheetTest, TellsWhatItDoesWithItsTimesAndWhereItIs) {
    auto const fire = desk.done(core::fireAt("Main Street 5"));
    desk.done(core::DispatchUnits{.units = {first}, .incident = fire, .reason = {}});
    desk.done(core::ReachMilestone{
        .units = {first}, .incident = fire, .milestone = core::AssignmentState::OnScene});
    ui::BoardNews news;
    news.changes.fixes.push_back({first,
                                  {.place = *core::GeoPoint::ofDegrees(31.25, 121.5),
                                   .fixedAt = console().now() + core::Duration::ofMinutes(-5)}});
    console().take(std::move(news));
    open(first);
    EXPECT_THAT(facts(), HasSubstr("Main Street 5"));
    EXPECT_THAT(facts(), HasSubstr("Dispatched "));
    EXPECT_THAT(facts(), HasSubstr("On scene "));
    EXPECT_THAT(facts(), HasSubstr("31.25000, 121.50000"));
    EXPECT_THAT(facts(), HasSubstr("stale"));
    console().selectIncident({});
    for (auto* const link : sheet().findChildren<QToolButton*>())
        if (link->text().startsWith(QStringLiteral("Incident "))) link->click();
    EXPECT_EQ(console().selectedIncident(), fire);
}

TEST_F(UnitSheetTest, OpensByKeyAndDoubleClickAndClosesTheSameWay) {
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("unit"));
    EXPECT_FALSE(dock->isVisible());
    window.queue().setFocus();
    open(first);
    EXPECT_TRUE(dock->isVisible());
    auto* const inspector = window.findChild<QDockWidget*>(QStringLiteral("inspector"));
    EXPECT_FALSE(inspector->visibleRegion().isEmpty()) << "it stands beside the work";
    trigger("unit.sheet");
    EXPECT_FALSE(dock->isVisible());
    auto* const list = named<QListView>(window, "Units of Police");
    ASSERT_NE(list, nullptr);
    auto const at = [&](int row) { return list->visualRect(list->model()->index(row, 0)).center(); };
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at(0)); // opens the fold
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at(2));
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at(2));
    EXPECT_TRUE(dock->isVisible());
    EXPECT_EQ(console().selectedUnit(), second);
    QTest::keyClick(&sheet(), Qt::Key_Escape);
    EXPECT_FALSE(dock->isVisible());
}

TEST_F(UnitSheetTest, InANarrowWindowItIsATabThatHasAName) {
    window.resize(1366, 768);
    QCoreApplication::processEvents();
    open(first);
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("unit"));
    auto* const inspector = window.findChild<QDockWidget*>(QStringLiteral("inspector"));
    EXPECT_TRUE(window.tabifiedDockWidgets(dock).contains(inspector));
    EXPECT_FALSE(sheet().visibleRegion().isEmpty());
    QCoreApplication::processEvents();
    expectNames(window);
}

TEST_F(UnitSheetTest, NothingIsCutOffWhereItIsNarrow) {
    desk.done(
        core::SetDuty{.units = {first},
                      .duty = DutyState::Available,
                      .crewNames = "Zhang, Li, Wang, Zhao, Qian, Sun, Zhou, Wu, Zheng, Feng, Chen, Chu"});
    console().selectUnit(first);
    UnitSheet narrow(console());
    narrow.resize(330, 700);
    narrow.show();
    QCoreApplication::processEvents();
    auto const* const known = narrow.findChild<FactList*>();
    EXPECT_GE(known->height(), known->heightForWidth(known->width())) << "below";
    auto const* const area = narrow.findChild<QScrollArea*>();
    EXPECT_LE(area->widget()->width(), area->viewport()->width()) << "at the right";
}

TEST_F(UnitSheetTest, WhateverTakesTheFocusHasAName) {
    open(first);
    expectNames(window);
    set(first, DutyState::OffDuty);
    expectNames(window);
}

TEST_F(UnitSheetTest, SaysWhatToDoWhenNothingIsSelected) {
    console().selectUnit({});
    trigger("unit.sheet");
    bool isSaid = false;
    for (auto const* const label : sheet().findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("F3")));
    EXPECT_TRUE(isSaid);
    EXPECT_EQ(field("Crew"), nullptr);
}

} // namespace
} // namespace ob::ui

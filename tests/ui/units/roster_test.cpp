// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/roster_panel.h"

#include "tests/ui/units/units_givens.h"
#include "ui/units/unit_sheet.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QHeaderView>
#include <QTableView>

namespace ob::ui {
namespace {

using core::DutyState;
using testing::HasSubstr;

struct RosterTest : test::UnitsWindow {
    core::UnitId third = desk.done(core::engine("E10"));
    RosterPanel& roster() { return window.roster(); }
    QTableView* table() { return roster().table(); }
    RosterModel& model() { return roster().model(); }
    void open() {
        trigger("unit.roster");
        desk.settle();
    }
    std::vector<std::string> callsigns() {
        std::vector<std::string> names;
        for (int row = 0; row < model().rowCount(); ++row)
            names.push_back(model().row(row).unit->callsign.text());
        return names;
    }
    void choose(std::vector<core::UnitId> const& units) {
        table()->clearSelection();
        for (auto const& unit : units)
            table()->selectionModel()->select(model().index(model().rowOf(unit), 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void dispatch(core::UnitId unit) {
        auto const fire = desk.done(core::fireAt("Main Street 5"));
        desk.done(core::DispatchUnits{.units = {unit}, .incident = fire, .reason = {}});
    }
};

TEST_F(RosterTest, ShowsTheOwnAgencyAndOthersByChoice) {
    open();
    EXPECT_EQ(callsigns(), (std::vector<std::string>{"E07", "E08", "E10"}));
    EXPECT_TRUE(table()->isColumnHidden(static_cast<int>(RosterColumn::Agency)));
    button(*roster().parentWidget(), "All agencies")->click();
    EXPECT_THAT(callsigns(), testing::Contains("X01"));
    EXPECT_FALSE(table()->isColumnHidden(static_cast<int>(RosterColumn::Agency)));
    choose({foreign});
    roster().propose(DutyStep::Off);
    EXPECT_TRUE(line().isEmpty()) << "theirs is read only";
    EXPECT_THAT(roster().told().toStdString(), HasSubstr("1 of another agency"));
}

TEST_F(RosterTest, IsAModelAsQtWantsItWhateverHappens) {
    RosterModel model(console());
    QAbstractItemModelTester const tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.refresh();
    model.show(RosterModel::Scope::All);
    dispatch(first);
    model.refresh();
    model.order(RosterColumn::Kind, Qt::DescendingOrder);
    model.show(RosterFilter::Engaged);
    EXPECT_EQ(model.rowCount(), 1);
    model.search(QStringLiteral("nobody"));
    EXPECT_EQ(model.rowCount(), 0);
    model.search({});
    model.show(RosterFilter::All);
    desk.clock().goOn(core::Duration::ofMinutes(60));
    model.pass();
    EXPECT_EQ(model.rowCount(), 4);
}

TEST_F(RosterTest, StandsInTheOrderOfNeed) {
    desk.done(core::SetDuty{.units = {third},
                            .duty = DutyState::Available,
                            .shiftEnd = console().now() + core::Duration::ofMinutes(10)});
    dispatch(second);
    set(first, DutyState::Unavailable, "MEAL");
    open();
    EXPECT_EQ(callsigns(), (std::vector<std::string>{"E08", "E10", "E07"}));
    desk.clock().goOn(core::Duration::ofMinutes(11));
    Q_EMIT console().ticked();
    EXPECT_EQ(callsigns().front(), "E10") << "its shift is over";
    desk.done(core::RaiseDistress{.unit = first, .text = ""});
    EXPECT_EQ(callsigns().front(), "E07");
    EXPECT_EQ(roster().model().row(1).unit->callsign.text(), "E10");
}

TEST_F(RosterTest, OtherOrdersGoByTheHeadersAndAreNamed) {
    desk.done(core::SetDuty{.units = {second}, .duty = DutyState::Available, .crew = 2});
    desk.done(core::SetDuty{.units = {third}, .duty = DutyState::Available, .crew = 10});
    open();
    table()->sortByColumn(static_cast<int>(RosterColumn::Crew), Qt::AscendingOrder);
    EXPECT_EQ(callsigns(), (std::vector<std::string>{"E08", "E10", "E07"})) << "by number; unknown last";
    table()->sortByColumn(static_cast<int>(RosterColumn::Callsign), Qt::DescendingOrder);
    EXPECT_EQ(callsigns(), (std::vector<std::string>{"E10", "E08", "E07"}));
    EXPECT_EQ(model().ordered(), RosterColumn::Callsign);
    table()->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    EXPECT_FALSE(model().ordered());
}

TEST_F(RosterTest, CountsAreThoseOfAllOtherPanels) {
    dispatch(second);
    set(first, DutyState::Unavailable, "MEAL");
    auto const counts = console().counts().byAgency[core::police.value];
    auto const rows = [&](RosterFilter filter) {
        model().show(filter);
        return static_cast<std::size_t>(model().rowCount());
    };
    open();
    EXPECT_EQ(rows(RosterFilter::OnDuty), counts.onDuty);
    EXPECT_EQ(rows(RosterFilter::Engaged), counts.engaged);
    EXPECT_EQ(rows(RosterFilter::Available), counts.available);
    EXPECT_EQ(rows(RosterFilter::OutOfService), counts.outOfService);
    EXPECT_EQ(counts.engaged, 1U);
    EXPECT_EQ(counts.available, 1U);
    EXPECT_EQ(counts.outOfService, 1U);
}

TEST_F(RosterTest, SeveralAreLetOffInOneLineForEnter) {
    open();
    choose({first, third});
    trigger("unit.off");
    EXPECT_THAT(line().toStdString(), testing::EndsWith("E10"));
    EXPECT_THAT(line().toStdString(), testing::StartsWith("OFF "));
    EXPECT_EQ(unit(first).duty, DutyState::Available) << "nothing is sent before Enter";
    enter();
    EXPECT_EQ(unit(first).duty, DutyState::OffDuty);
    EXPECT_EQ(unit(third).duty, DutyState::OffDuty);
    EXPECT_EQ(unit(second).duty, DutyState::Available);
    choose({first, third});
    auto* const until = named<QLineEdit>(roster(), "Shift until");
    ASSERT_NE(until, nullptr);
    type(until, "12h");
    trigger("unit.on");
    enter();
    for (auto const& id : {first, third})
        EXPECT_EQ(unit(id).shiftEnd, console().now() + core::Duration::ofMinutes(12 * 60));
}

TEST_F(RosterTest, WhoWouldBeRefusedKeepsNobodyElseBackAndIsNamed) {
    dispatch(first);
    set(third, DutyState::OffDuty);
    open();
    choose({first, second, third});
    roster().propose(DutyStep::Off);
    EXPECT_THAT(line().toStdString(), testing::EndsWith("E08"));
    EXPECT_THAT(roster().told().toStdString(), HasSubstr("1 at work"));
    EXPECT_THAT(roster().told().toStdString(), HasSubstr("1 already so"));
    enter();
    EXPECT_EQ(unit(second).duty, DutyState::OffDuty);
    roster().propose(DutyStep::Available);
    EXPECT_THAT(roster().told().toStdString(), HasSubstr("2 off duty"));
}

TEST_F(RosterTest, WhatIsTooLongForALineIsSaidInsteadOfCut) {
    std::vector<core::UnitId> many;
    for (int number = 100; number < 300; ++number)
        many.push_back(desk.done(core::engine("E" + std::to_string(number))));
    open();
    table()->selectAll();
    roster().propose(DutyStep::Off);
    EXPECT_TRUE(line().isEmpty());
    EXPECT_THAT(roster().told().toStdString(), HasSubstr("fewer than 203"));
}

TEST_F(RosterTest, TheChoiceAndTheCurrentRowOutliveANewOrder) {
    open();
    choose({first, third});
    table()->setFocus();
    table()->selectionModel()->setCurrentIndex(model().index(model().rowOf(third), 0),
                                               QItemSelectionModel::NoUpdate);
    desk.done(core::RaiseDistress{.unit = third, .text = ""});
    EXPECT_EQ(callsigns().front(), "E10");
    std::set<std::string> chosen;
    for (auto const& index : table()->selectionModel()->selectedRows())
        chosen.insert(model().row(index.row()).unit->callsign.text());
    EXPECT_EQ(chosen, (std::set<std::string>{"E07", "E10"}));
    EXPECT_EQ(model().row(table()->currentIndex().row()).unit->id, third);
    EXPECT_EQ(console().selectedUnit(), third);
}

TEST_F(RosterTest, NothingMovesUnderTheCursor) {
    open();
    model().hold(true);
    desk.done(core::RaiseDistress{.unit = third, .text = ""});
    EXPECT_EQ(callsigns().back(), "E10");
    model().hold(false);
    EXPECT_EQ(callsigns().front(), "E10");
}

TEST_F(RosterTest, GoesByKeysAlone) {
    open();
    EXPECT_TRUE(table()->hasFocus());
    EXPECT_EQ(table()->selectionModel()->selectedRows().size(), 1) << "what is current is chosen";
    EXPECT_EQ(console().selectedUnit(), first);
    QTest::keyClick(table(), Qt::Key_Down);
    EXPECT_EQ(console().selectedUnit(), second);
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(table()->selectionModel()->selectedRows().size(), 2);
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_TRUE(window.unitSheet().isVisible());
    EXPECT_EQ(console().selectedUnit(), third);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Escape);
    EXPECT_FALSE(roster().isVisible());
}

TEST_F(RosterTest, FindsByTextAndSaysWhenThereIsNothing) {
    open();
    auto* const search = named<QLineEdit>(*roster().parentWidget(), "Filter units");
    ASSERT_NE(search, nullptr);
    type(search, "e1");
    EXPECT_EQ(callsigns(), std::vector<std::string>{"E10"});
    QTest::keyClick(search, Qt::Key_Down);
    EXPECT_TRUE(table()->hasFocus());
    type(search, "nobody");
    EXPECT_FALSE(table()->isVisible());
}

TEST_F(RosterTest, ASelectedUnitCanBeLetOffWithoutTheRoster) {
    console().selectUnit(second);
    trigger("unit.off");
    EXPECT_THAT(line().toStdString(), testing::EndsWith("E08"));
    enter();
    EXPECT_EQ(unit(second).duty, DutyState::OffDuty);
}

TEST_F(RosterTest, WhateverTakesTheFocusHasAName) {
    open();
    QCoreApplication::processEvents();
    expectNames(window);
}

} // namespace
} // namespace ob::ui

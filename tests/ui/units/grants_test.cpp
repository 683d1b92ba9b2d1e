// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/grant_panel.h"

#include "tests/ui/units/units_givens.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QTableView>

namespace ob::ui {
namespace {

using core::DispatchGrant;
using testing::HasSubstr;

struct GrantsTest : test::UnitsWindow {
    GrantPanel& grants() { return window.grants(); }
    GrantModel& model() { return grants().model(); }
    QTableView* table() { return grants().table(); }
    void open() {
        trigger("unit.grants");
        desk.settle();
    }
    DispatchGrant granted(core::AgencyIndex to, char const* group = "") {
        auto const policy = console().board().policy(core::police);
        core::Code const of = *group == '\0' ? core::Code() : core::code(group);
        return policy ? policy->grantFor(of, to) : DispatchGrant::Own;
    }
    void save() {
        grants().save();
        desk.settle();
    }
};

TEST_F(GrantsTest, ShowsThePolicyAsItStands) {
    desk.done(core::SetDispatchGrant{{}, core::fire, DispatchGrant::Request});
    open();
    ASSERT_EQ(model().rowCount(), 2) << "fire and ambulance";
    EXPECT_EQ(model().index(0, 0).data().toString(), QStringLiteral("on request"));
    EXPECT_EQ(model().index(1, 0).data().toString(), QStringLiteral("own agency only"));
    EXPECT_EQ(model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("All units"));
}

TEST_F(GrantsTest, AChangeIsPreparedSaidAndOnlyThenSaved) {
    open();
    QTest::keyClick(table(), Qt::Key_3);
    EXPECT_THAT(grants().meaning().toStdString(), HasSubstr("may send our units by itself"));
    EXPECT_THAT(grants().meaning().toStdString(), HasSubstr("Units now: 2, available: 2"));
    EXPECT_THAT(model().index(0, 0).data().toString().toStdString(), HasSubstr("→"));
    EXPECT_EQ(granted(core::fire), DispatchGrant::Own);
    save();
    EXPECT_EQ(granted(core::fire), DispatchGrant::Direct);
    EXPECT_TRUE(model().changes().empty());
    auto* const record = named<QListView>(grants(), "Record of the grants");
    ASSERT_NE(record, nullptr);
    ASSERT_EQ(record->model()->rowCount(), 1);
    EXPECT_THAT(record->model()->index(0, 0).data().toString().toStdString(), HasSubstr("Li"));
}

TEST_F(GrantsTest, SeveralAreSavedAtOnceAlsoWhenTheyAreTheFirst) {
    open();
    QTest::keyClick(table(), Qt::Key_3);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_2);
    EXPECT_EQ(model().changes().size(), 2U);
    save();
    EXPECT_EQ(granted(core::fire), DispatchGrant::Direct);
    EXPECT_EQ(granted(core::medical), DispatchGrant::Request);
    auto const policy = console().board().policy(core::police);
    EXPECT_EQ(policy->dispatch.size(), 2U);
}

TEST_F(GrantsTest, WhatIsTakenBackOrAlreadySoIsNotSaved) {
    open();
    QTest::keyClick(table(), Qt::Key_3);
    QTest::keyClick(table(), Qt::Key_1);
    EXPECT_TRUE(model().changes().empty()) << "own it is already";
    QTest::keyClick(table(), Qt::Key_2);
    QTest::keyClick(table(), Qt::Key_Delete);
    EXPECT_TRUE(model().changes().empty());
    QTest::keyClick(table(), Qt::Key_2);
    desk.done(core::SetDispatchGrant{{}, core::fire, DispatchGrant::Request});
    EXPECT_TRUE(model().changes().empty()) << "somebody else did it";
    auto const before = desk.submitted().size();
    save();
    EXPECT_EQ(desk.submitted().size(), before);
}

TEST_F(GrantsTest, NarrowingSaysThatWhatWasSentStays) {
    desk.done(core::SetDispatchGrant{{}, core::fire, DispatchGrant::Direct});
    open();
    QTest::keyClick(table(), Qt::Key_1);
    EXPECT_THAT(grants().meaning().toStdString(), HasSubstr("already stays sent"));
}

TEST_F(GrantsTest, AGroupHasAColumnAndFollowsAllUnlessItHasAGrantOfItsOwn) {
    auto special = core::engine("S01");
    special.group = core::code("SPECIAL");
    desk.done(special);
    desk.done(core::SetDispatchGrant{{}, core::fire, DispatchGrant::Direct});
    open();
    ASSERT_EQ(model().columnCount(), 3);
    EXPECT_EQ(model().index(0, 1).data().toString(), QStringLiteral("as all: direct dispatch"));
    EXPECT_EQ(model().reachOf({{}, core::fire}).units, 3);
    desk.done(core::SetDispatchGrant{core::code("SPECIAL"), core::fire, DispatchGrant::Own});
    EXPECT_EQ(model().index(0, 1).data().toString(), QStringLiteral("own agency only"));
    EXPECT_EQ(model().reachOf({{}, core::fire}).units, 2);
    EXPECT_EQ(granted(core::fire, "SPECIAL"), DispatchGrant::Own);
}

TEST_F(GrantsTest, WhoMayNotSeesWhy) {
    console().signIn({.operatorName = "Wang",
                      .position = core::code("D1"),
                      .roles = static_cast<std::uint8_t>(core::Role::Dispatcher)});
    open();
    EXPECT_FALSE(grants().whyReadOnly().isEmpty());
    QTest::keyClick(table(), Qt::Key_3);
    EXPECT_TRUE(model().changes().empty());
    EXPECT_FALSE(button(grants(), "3 direct dispatch")->isEnabled());
    console().signIn({.operatorName = "Li",
                      .position = core::code("D1"),
                      .roles = static_cast<std::uint8_t>(core::Role::Supervisor)});
    EXPECT_TRUE(grants().whyReadOnly().isEmpty());
    EXPECT_TRUE(button(grants(), "3 direct dispatch")->isEnabled());
}

TEST_F(GrantsTest, WhatTheDeskRefusesIsSaid) {
    open();
    QTest::keyClick(table(), Qt::Key_3);
    // Done at the desk, and this console has not heard of it yet.
    desk.desk().done(core::SetDispatchGrant{{}, core::fire, DispatchGrant::Direct});
    save();
    EXPECT_EQ(desk.submitted().size(), 1U);
    EXPECT_FALSE(grants().told().isEmpty());
    EXPECT_THAT(grants().told().toStdString(), testing::Not(HasSubstr("Saved")));
}

TEST_F(GrantsTest, TellsWhatOthersGrantUs) {
    ui::BoardNews news;
    news.changes.policies.push_back(
        core::aPolicy(core::fire).granting(core::police, DispatchGrant::Direct).made());
    console().take(std::move(news));
    open();
    EXPECT_EQ(model().index(0, 1).data().toString(), QStringLiteral("All units: direct dispatch"));
    EXPECT_EQ(model().index(1, 1).data().toString(), QStringLiteral("nothing"));
    EXPECT_FALSE(model().cellAt(model().index(0, 1))) << "theirs to change";
}

TEST_F(GrantsTest, IsAModelAsQtWantsIt) {
    GrantModel model(console());
    QAbstractItemModelTester const tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.refresh();
    auto special = core::engine("S01");
    special.group = core::code("SPECIAL");
    desk.done(special);
    model.refresh();
    model.prepare({core::code("SPECIAL"), core::fire}, DispatchGrant::Direct);
    model.discard();
    desk.done(core::SetDispatchGrant{{}, core::fire, DispatchGrant::Direct});
    model.refresh();
    EXPECT_EQ(model.columnCount(), 3);
    GrantRecordModel record(console());
    QAbstractItemModelTester const another(&record, QAbstractItemModelTester::FailureReportingMode::Fatal);
    record.refresh();
    desk.settle();
    EXPECT_EQ(record.rowCount(), 1);
}

TEST_F(GrantsTest, WhateverTakesTheFocusHasAName) {
    open();
    QCoreApplication::processEvents();
    expectNames(window);
}

} // namespace
} // namespace ob::ui

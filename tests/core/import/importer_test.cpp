// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"

#include "tests/support/import_rows.h"

#include <gmock/gmock.h>

namespace ob::core {
namespace {

using testing::SizeIs;

constexpr auto cleared = AssignmentState::Cleared;
constexpr auto enRoute = AssignmentState::EnRoute;
constexpr auto onScene = AssignmentState::OnScene;

TEST_F(Importing, MakesIncidentsUnitsAndRuns) {
    auto const report = import({{}, {.unit = "E2"}, {.key = "1002", .onscene = ""}});
    EXPECT_EQ(report.rows, 3u);
    EXPECT_EQ(report.made, 3u);
    EXPECT_EQ(report.incidents, 2u);
    EXPECT_EQ(report.units, 2u);
    EXPECT_EQ(report.assignments, 3u);
    EXPECT_EQ(report.refusedRows, 0u);
    auto const made = at.archived("1001");
    ASSERT_TRUE(made);
    EXPECT_EQ(made->state, IncidentState::Closed);
    EXPECT_EQ(made->closedAt, june("08:30"));
    EXPECT_EQ(made->openedAt, june("08:00"));
    EXPECT_EQ(made->type, code("FIRE-STRUCT"));
    EXPECT_EQ(made->priority, Priority::P2);
    EXPECT_EQ(made->disposition, code("HANDLED"));
    EXPECT_EQ(made->firstReceiver, police);
    EXPECT_EQ(at.run("1001", "E1")->at(enRoute), june("08:06"));
    EXPECT_EQ(at.run("1002", "E1")->at(onScene), std::nullopt);
    ASSERT_TRUE(at.unit("E1"));
    EXPECT_EQ(at.unit("E1")->agency, police);
    EXPECT_EQ(at.unit("E1")->duty, DutyState::Available);
}

TEST_F(Importing, TwiceMakesNothing) {
    std::vector<RunRow> const rows{{.note = "roof"}, {.unit = "E2", .caller = "Mr A"}, {.key = "1002"}};
    import(rows);
    auto const events = at.eventCount();
    auto const report = import(rows);
    EXPECT_EQ(report.unchanged, 3u);
    EXPECT_EQ(report.made + report.changed + report.incidents + report.assignments, 0u);
    EXPECT_EQ(at.eventCount(), events);
}

TEST_F(Importing, NumbersHaveABlockOfTheirOwn) {
    std::vector<RunRow> rows;
    for (int key = 1; key <= 30; ++key)
        rows.push_back({.key = std::to_string(1000 + key)});
    import({rows.begin(), rows.begin() + 10});
    import(rows);
    std::set<IncidentNumber> numbers;
    auto const& profile = (*at.desk)->profile();
    for (RunRow const& row : rows) {
        auto const number = at.archived(row.key)->number;
        EXPECT_TRUE(numbers.insert(number).second) << number.text();
        EXPECT_GE(number.serial(), IncidentNumber::firstImported);
        EXPECT_GE(number.serial() % 10'000, profile.numberFirst);
        EXPECT_LE(number.serial() % 10'000, profile.numberLast);
        EXPECT_EQ(number.day(), 20250601);
    }
    // What is typed goes on with four digits.
    IncidentId const typed = at.desk->done(fireAt("Main St 2"));
    EXPECT_LT((*at.desk)->board().incident(typed)->number.serial(), 10'000u);
}

TEST(ImportedNumbers, OfTwoDesksNeverMeet) {
    auto const first = importedNumber({1000, 1999}, 20250601, 0);
    auto const second = importedNumber({2000, 2999}, 20250601, 0);
    std::set<std::uint32_t> ones;
    std::uint32_t one = first->serial(), other = second->serial();
    for (int count = 0; count < 5000; ++count) {
        ones.insert(one);
        EXPECT_FALSE(ones.contains(other));
        one = importedNumber({1000, 1999}, 20250601, one)->serial();
        other = importedNumber({2000, 2999}, 20250601, other)->serial();
    }
    EXPECT_EQ(ones.size(), 5000u);
    EXPECT_FALSE(importedNumber({1000, 1999}, 20250601, IncidentNumber::maxSerial));
}

TEST_F(Importing, ARunThatWasNeverClearedStaysActiveAndItsIncidentOpen) {
    auto const report = import({{.cleared = ""}});
    EXPECT_EQ(report.count(AnomalyKind::NeverCleared), 1u);
    ASSERT_TRUE(at.incident("1001"));
    EXPECT_TRUE(at.incident("1001")->isOpen());
    EXPECT_EQ(at.run("1001", "E1")->state, onScene);
    archive();
    EXPECT_TRUE(at.incident("1001"));
    EXPECT_EQ(import({{.cleared = ""}}).unchanged, 1u);
    EXPECT_TRUE(at.incident("1001")->isOpen());
}

TEST_F(Importing, AChangedMilestoneIsCorrected) {
    import({{}});
    auto const report = import({{.onscene = "08:12"}});
    EXPECT_EQ(report.changed, 1u);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:12"));
    EXPECT_EQ(at.run("1001", "E1")->state, cleared);
    EXPECT_EQ(at.archived("1001")->state, IncidentState::Closed);
}

TEST_F(Importing, AChangedClearTimeMovesTheClosingTime) {
    import({{}});
    import({{.cleared = "08:45"}});
    EXPECT_EQ(at.run("1001", "E1")->at(cleared), june("08:45"));
    EXPECT_EQ(at.archived("1001")->state, IncidentState::Closed);
    EXPECT_EQ(at.archived("1001")->closedAt, june("08:45"));
    import({{.cleared = "08:20"}});
    EXPECT_EQ(at.archived("1001")->closedAt, june("08:20"));
}

TEST_F(Importing, AMilestoneIsAddedAndTakenBack) {
    import({{.enroute = ""}});
    import({{.enroute = "08:07"}});
    EXPECT_EQ(at.run("1001", "E1")->at(enRoute), june("08:07"));
    import({{.enroute = ""}});
    EXPECT_EQ(at.run("1001", "E1")->at(enRoute), std::nullopt);
    EXPECT_EQ(at.run("1001", "E1")->at(cleared), june("08:30"));
}

TEST_F(Importing, AnEndThatIsGoneMakesTheRunActiveAgain) {
    import({{}});
    import({{.cleared = ""}});
    EXPECT_EQ(at.run("1001", "E1")->state, onScene);
    ASSERT_TRUE(at.incident("1001"));
    EXPECT_TRUE(at.incident("1001")->isOpen());
    import({{.cleared = "08:31"}});
    EXPECT_EQ(at.archived("1001")->closedAt, june("08:31"));
}

TEST_F(Importing, ARunThatGoesOnGetsItsNextMilestones) {
    import({{.enroute = "", .onscene = "", .cleared = ""}});
    EXPECT_EQ(at.run("1001", "E1")->state, AssignmentState::Dispatched);
    import({{.onscene = "", .cleared = ""}});
    EXPECT_EQ(at.run("1001", "E1")->state, enRoute);
    import({{}});
    EXPECT_EQ(at.run("1001", "E1")->state, cleared);
    EXPECT_EQ(at.archived("1001")->state, IncidentState::Closed);
}

TEST_F(Importing, WhatIsSaidOfTheIncidentIsSetRight) {
    import({{.received = "07:58"}});
    import({{.type = "FIRE-VEH",
             .priority = "1",
             .address = "Main St 9",
             .lat = "31.7",
             .received = "07:57",
             .opened = "07:59"}});
    auto const now = at.archived("1001");
    EXPECT_EQ(now->type, code("FIRE-VEH"));
    EXPECT_EQ(now->priority, Priority::P1);
    EXPECT_EQ(now->address, "Main St 9");
    EXPECT_EQ(now->place, GeoPoint::ofDegrees(31.7, 121.5));
    EXPECT_EQ(now->openedAt, june("07:59"));
    EXPECT_EQ(now->receivedAt, june("07:57"));
    EXPECT_EQ(now->calls.front().receivedAt, june("07:57"));
    EXPECT_EQ(now->state, IncidentState::Closed);
}

TEST_F(Importing, ARowOfAnArchivedIncidentIsTakenAndTheIncidentLeavesTheBoardAgain) {
    import({{}});
    archive();
    ASSERT_FALSE(at.incident("1001"));
    EXPECT_EQ(import({{.onscene = "08:12"}}).changed, 1u);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:12"));
    archive();
    EXPECT_FALSE(at.incident("1001"));
    EXPECT_TRUE(areEqual((*at.desk)->board(), freshBoard(at.journal)));
}

TEST_F(Importing, ALaterRowOfAClosedIncidentGoesOnWithIt) {
    import({{}});
    archive();
    auto const report = import({{.unit = "E2", .cleared = "09:00"}});
    EXPECT_EQ(report.made, 1u);
    EXPECT_EQ(report.incidents, 0u);
    auto const now = at.archived("1001");
    EXPECT_THAT(now->assignments, SizeIs(2));
    EXPECT_EQ(now->state, IncidentState::Closed);
    EXPECT_EQ(now->closedAt, june("09:00"));
}

TEST_F(Importing, AnIncidentIsOneHoweverFarItsRowsAreApart) {
    std::vector<RunRow> rows{{}};
    for (std::size_t row = 0; row < 2 * Importer::rowsPerCommit + 10; ++row)
        rows.push_back({.key = std::to_string(2000 + row), .unit = "E5"});
    rows.push_back({.unit = "E2", .cleared = "08:50"});
    auto const report = import(rows);
    expectAllAccounted(report);
    EXPECT_EQ(report.made, rows.size());
    EXPECT_EQ(at.archived("1001")->closedAt, june("08:50"));
    EXPECT_EQ(import(rows).unchanged, rows.size());
    EXPECT_EQ(at.archived("1001")->closedAt, june("08:50"));
}

TEST_F(Importing, DeliveryIsAMilestone) {
    import({{.delivered = "08:05", .enroute = "", .onscene = "", .cleared = ""}});
    EXPECT_EQ(at.run("1001", "E1")->state, AssignmentState::Delivered);
    EXPECT_EQ(at.run("1001", "E1")->at(AssignmentState::Delivered), june("08:05"));
    import({{.delivered = "08:06"}});
    EXPECT_EQ(at.run("1001", "E1")->at(AssignmentState::Delivered), june("08:06"));
    EXPECT_EQ(at.run("1001", "E1")->state, cleared);
}

TEST_F(Importing, ARefusedRowLeavesNothingBehind) {
    auto const report = import({{.key = "1002", .unit = "E7", .address = std::string(600, 'x')},
                                {.key = "1003", .unit = "E8", .note = std::string(20'000, 'y')},
                                {.key = "1004", .unit = "E9", .caller = std::string(300, 'z')},
                                {}});
    EXPECT_EQ(report.refusedRows, 3u);
    EXPECT_EQ(report.made, 1u);
    expectAllAccounted(report);
    ASSERT_THAT(at.refused, SizeIs(3));
    EXPECT_EQ(at.refused[0].line, 2u);
    EXPECT_EQ(std::get<Refusal>(at.refused[0].reason).code, RefusalCode::LimitReached);
    for (char const* const key : {"1002", "1003", "1004"})
        EXPECT_FALSE(at.archived(key)) << key;
    for (char const* const unit : {"E7", "E8", "E9"})
        EXPECT_FALSE(at.unit(unit)) << unit;
    // They are looked at again, not remembered as taken.
    EXPECT_EQ(import({{.key = "1002", .unit = "E7"}}).made, 1u);
}

TEST_F(Importing, AChangeThatIsTooLongIsRefusedAsAWhole) {
    import({{}});
    auto const events = at.eventCount();
    EXPECT_EQ(import({{.address = std::string(600, 'x'), .onscene = "08:12"}}).refusedRows, 1u);
    EXPECT_EQ(import({{.caller = std::string(300, 'x')}}).refusedRows, 1u);
    EXPECT_EQ(at.eventCount(), events);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:10"));
}

TEST_F(Importing, WhatHasNotHappenedYetIsRefused) {
    at.clock.time = june("08:20");
    auto const report = import({{}});
    EXPECT_EQ(report.refusedRows, 1u);
    EXPECT_EQ(std::get<Refusal>(at.refused[0].reason).code, RefusalCode::InTheFuture);
}

TEST_F(Importing, OverlappingRunsOfOneUnitAreNamed) {
    auto const report = import({{.key = "1001", .dispatched = "08:05", .cleared = "08:30"},
                                {.key = "1002", .dispatched = "08:30", .cleared = "08:40"}, // touches only
                                {.key = "1003", .dispatched = "08:35", .cleared = "08:50"}, // overlaps 1002
                                {.key = "1004", .dispatched = "08:36", .cleared = "08:37"}, // 1002 and 1003
                                {.key = "1005", .dispatched = "08:01", .cleared = ""},      // has no end
                                {.key = "1006", .unit = "E2", .dispatched = "08:05"}});     // another unit
    EXPECT_EQ(report.count(AnomalyKind::DoubleAssignment), 3u);
    EXPECT_EQ(report.count(AnomalyKind::NeverCleared), 1u);
    EXPECT_EQ(report.refusedRows, 0u);
}

TEST_F(Importing, RefusedRowsCountForNoOverlap) {
    auto const report = import({{}, {.key = "1002", .address = std::string(600, 'x')}});
    EXPECT_EQ(report.refusedRows, 1u);
    EXPECT_EQ(report.count(AnomalyKind::DoubleAssignment), 0u);
}

} // namespace
} // namespace ob::core

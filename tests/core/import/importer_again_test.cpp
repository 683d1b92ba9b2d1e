// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"

#include "tests/support/import_rows.h"

#include <gmock/gmock.h>

namespace ob::core {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

constexpr auto cleared = AssignmentState::Cleared;
constexpr auto onScene = AssignmentState::OnScene;

TEST_F(Importing, UnknownValuesAreNamedAndTakenAsTheMappingSays) {
    auto const report = import({{.type = "VOLCANO", .priority = "9", .disposition = "LAVA"}});
    EXPECT_EQ(report.made, 1u);
    EXPECT_GE(report.count(AnomalyKind::UnknownValue), 3u);
    EXPECT_EQ(at.archived("1001")->type, code("OTHER"));
    EXPECT_EQ(at.archived("1001")->priority, Priority::P3);
}

TEST_F(Importing, ARowThatDisagreesWithTheFirstIsNamedAndTheFirstStays) {
    std::vector<RunRow> rows{{}, {.unit = "E2", .address = "Main St 5"}};
    auto const report = import(rows);
    EXPECT_EQ(report.count(AnomalyKind::RowsDisagree), 1u);
    EXPECT_EQ(at.archived("1001")->address, "Main St 1");
    // Also when it says another thing later: it is not the row that opened the incident.
    rows[1].address = "Main St 7";
    EXPECT_EQ(import(rows).count(AnomalyKind::RowsDisagree), 1u);
    EXPECT_EQ(at.archived("1001")->address, "Main St 1");
    rows[0].address = "Main St 8";
    import(rows);
    EXPECT_EQ(at.archived("1001")->address, "Main St 8");
}

TEST_F(Importing, APlaceThatTheFirstRowLackedComesFromALaterOne) {
    std::vector<RunRow> rows{{.lat = "", .lon = ""}, {.unit = "E2"}};
    import(rows);
    EXPECT_EQ(at.archived("1001")->place, GeoPoint::ofDegrees(31.5, 121.5));
    rows[0].priority = "1";
    import(rows);
    EXPECT_EQ(at.archived("1001")->place, GeoPoint::ofDegrees(31.5, 121.5));
    auto const events = at.eventCount();
    EXPECT_EQ(import(rows).unchanged, 2u);
    EXPECT_EQ(at.eventCount(), events);
}

TEST_F(Importing, AKeyThatComesAgainWithOtherWordsIsNamedAndTheLastOneCounts) {
    std::vector<RunRow> const rows{{}, {.key = "1002"}, {.onscene = "08:20"}};
    auto const report = import(rows);
    EXPECT_EQ(report.count(AnomalyKind::RepeatedKey), 1u);
    EXPECT_EQ(report.changed, 1u);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:20"));
    auto const events = at.eventCount();
    auto const again = import(rows);
    EXPECT_EQ(again.unchanged, 3u);
    EXPECT_EQ(again.count(AnomalyKind::RepeatedKey), 1u);
    EXPECT_EQ(at.eventCount(), events) << "importing it again goes through the older row once more";
}

TEST_F(Importing, AKeyThatReturnsToWhatItSaidFirstIsFollowed) {
    std::vector<RunRow> const rows{{}, {}, {.onscene = "08:20"}, {}};
    EXPECT_EQ(import(rows).count(AnomalyKind::RepeatedKey), 2u);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:10"));
    auto const events = at.eventCount();
    EXPECT_EQ(import(rows).unchanged, 4u);
    EXPECT_EQ(at.eventCount(), events);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:10"));
}

TEST_F(Importing, AKeyThatComesAgainFarAwayIsNamedAsWell) {
    std::vector<RunRow> rows{{}};
    for (std::size_t row = 0; row < 2 * Importer::rowsPerCommit; ++row)
        rows.push_back({.key = std::to_string(2000 + row), .unit = "E5"});
    rows.push_back({.onscene = "08:20"});
    EXPECT_EQ(import(rows).count(AnomalyKind::RepeatedKey), 1u);
    EXPECT_EQ(at.run("1001", "E1")->at(onScene), june("08:20"));
    auto const events = at.eventCount();
    EXPECT_EQ(import(rows).unchanged, rows.size());
    EXPECT_EQ(at.eventCount(), events);
}

TEST_F(Importing, ANoteIsTakenOnce) {
    import({{.note = "roof"}});
    import({{.onscene = "08:12", .note = "roof"}});
    EXPECT_EQ(at.archived("1001")->noteCount, 1u);
    import({{.onscene = "08:12", .note = "roof is down"}});
    EXPECT_EQ(at.archived("1001")->noteCount, 2u);
    import({{.onscene = "08:12", .note = "down"}});
    EXPECT_EQ(at.archived("1001")->noteCount, 3u) << "a part of an older note is a note of its own";
}

TEST_F(Importing, ACallerThatIsNewIsKeptAsACall) {
    import({{.caller = "Mr A"}});
    auto const calls = at.archived("1001")->calls.size();
    import({{.caller = "Mr B"}});
    EXPECT_EQ(at.archived("1001")->calls.size(), calls + 1);
    import({{.address = "Main St 4", .caller = "Mr B"}});
    EXPECT_EQ(at.archived("1001")->calls.size(), calls + 1);
}

TEST_F(Importing, TheFileClosesAndItsClosingTimeMoves) {
    importCalls("11,FIRE-VEH,A,2025-06-01T08:00Z,closed,2025-06-01T09:00Z,HANDLED\n"
                "12,FIRE-VEH,B,2025-06-01T08:00Z,open,,\n");
    EXPECT_EQ(at.archived("11")->closedAt, june("09:00"));
    EXPECT_TRUE(at.incident("12")->isOpen());
    importCalls("11,FIRE-VEH,A,2025-06-01T08:00Z,closed,2025-06-01T09:30Z,HANDLED\n"
                "12,FIRE-VEH,B,2025-06-01T08:00Z,closed,2025-06-01T09:10Z,HANDLED\n");
    EXPECT_EQ(at.archived("11")->closedAt, june("09:30"));
    EXPECT_EQ(at.archived("12")->closedAt, june("09:10"));
    importCalls("11,FIRE-VEH,A,2025-06-01T08:00Z,closed,2025-06-01T09:30Z,FALSE-ALARM\n"
                "12,FIRE-VEH,B,2025-06-01T08:00Z,open,,\n");
    EXPECT_EQ(at.archived("11")->disposition, code("FALSE-ALARM"));
    EXPECT_EQ(at.archived("11")->closedAt, june("09:30"));
    EXPECT_TRUE(at.incident("12")->isOpen());
}

TEST_F(Importing, ClosedWithoutATimeAndOpenWithOneAreNamed) {
    auto const report = importCalls("11,FIRE-VEH,A,2025-06-01T08:00Z,closed,,HANDLED\n"
                                    "12,FIRE-VEH,B,2025-06-01T08:00Z,open,2025-06-01T09:00Z,\n"
                                    "13,FIRE-VEH,C,2025-06-01T08:00Z,closed,2025-06-01T07:00Z,HANDLED\n");
    EXPECT_EQ(report.count(AnomalyKind::ClosedWithoutTime), 1u);
    EXPECT_EQ(report.count(AnomalyKind::OpenWithEnd), 1u);
    EXPECT_EQ(report.count(AnomalyKind::ClosedEarly), 1u);
    EXPECT_EQ(at.archived("11")->closedAt, june("08:00"));
    EXPECT_TRUE(at.incident("12")->isOpen());
    EXPECT_EQ(at.archived("13")->closedAt, june("07:00"));
}

TEST_F(Importing, WhatAnOperatorReopenedStaysOpenWhileTheFileSaysNothingNew) {
    std::string const rows = "11,FIRE-VEH,A,2025-06-01T08:00Z,closed,2025-06-01T09:00Z,HANDLED\n";
    at.clock.time = june("10:00");
    importCalls(rows);
    at.desk->done(ReopenIncident{at.archived("11")->id, code("NEW-FACTS"), {}});
    EXPECT_EQ(importCalls(rows).unchanged, 1u);
    EXPECT_TRUE(at.archived("11")->isOpen());
}

TEST_F(Importing, WhatAnOperatorClosedStaysClosedWhileTheFileSaysNothingNew) {
    at.clock.time = june("10:00");
    importCalls("12,FIRE-VEH,B,2025-06-01T08:00Z,open,,\n");
    at.desk->done(CloseIncident{at.incident("12")->id, code("HANDLED"), {}});
    auto const state = at.archived("12")->state;
    auto const events = at.eventCount();
    EXPECT_EQ(importCalls("12,FIRE-VEH,B,2025-06-01T08:00Z,open,,\n").unchanged, 1u);
    EXPECT_EQ(at.archived("12")->state, state);
    EXPECT_EQ(at.eventCount(), events);
}

TEST_F(Importing, RowsOfOneIncidentThatNameOtherClosingTimesAreTakenOnce) {
    Mapping const mapping = [] {
        Mapping changed = callMapping();
        changed.rowKey.columns.push_back({{"state"}});
        changed.rowKey.columns.push_back({{"closed"}});
        return changed;
    }();
    std::string const rows = "key,type,address,opened,state,closed,disposition\n"
                             "11,FIRE-VEH,A,2025-06-01T08:00Z,closed,2025-06-01T09:00Z,HANDLED\n"
                             "11,FIRE-VEH,A,2025-06-01T08:00Z,closed,2025-06-01T08:30Z,HANDLED\n";
    at.import(mapping, rows);
    auto const told = at.told();
    auto const events = at.eventCount();
    EXPECT_EQ(at.import(mapping, rows).unchanged, 2u);
    EXPECT_EQ(at.eventCount(), events);
    EXPECT_EQ(at.told(), told);
}

TEST_F(Importing, OneUnitTwiceOnAnIncidentKeepsItsRunsApart) {
    Mapping const mapping = [] {
        Mapping changed = runMapping();
        changed.rowKey.columns.push_back({{"note"}});
        return changed;
    }();
    std::vector<RunRow> rows{
        {.note = "a"},
        {.dispatched = "09:05", .enroute = "", .onscene = "09:10", .cleared = "09:30", .note = "b"}};
    at.import(mapping, file(rows));
    rows[0].dispatched = "08:04";
    rows[1].onscene = "09:11";
    auto const report = at.import(mapping, file(rows));
    EXPECT_EQ(report.changed, 2u);
    auto const now = at.archived("1001");
    ASSERT_THAT(now->assignments, SizeIs(2));
    EXPECT_EQ(now->assignments[0].at(AssignmentState::Dispatched), june("08:04"));
    EXPECT_EQ(now->assignments[0].at(cleared), june("08:30"));
    EXPECT_EQ(now->assignments[1].at(AssignmentState::Dispatched), june("09:05"));
    EXPECT_EQ(now->assignments[1].at(onScene), june("09:11"));
    rows[1].dispatched = "09:01";
    at.import(mapping, file(rows));
    EXPECT_EQ(at.archived("1001")->assignments[1].at(AssignmentState::Dispatched), june("09:01"));
    EXPECT_EQ(at.archived("1001")->assignments[0].at(AssignmentState::Dispatched), june("08:04"));
}

TEST_F(Importing, StorageThatFailsInTheMiddleIsToldAndASecondRunCompletes) {
    std::vector<RunRow> rows;
    for (std::size_t row = 0; row < 2 * Importer::rowsPerCommit; ++row)
        rows.push_back({.key = std::to_string(1000 + row), .unit = "E" + std::to_string(row % 7)});
    int commits = 0;
    at.commit = [&] {
        if (++commits == 2) return at.journal.fail("disk full");
        at.journal.commitAll();
    };
    auto const report = import(rows);
    EXPECT_EQ(report.failure, "disk full");
    EXPECT_EQ(report.made, Importer::rowsPerCommit) << "what was not kept is not counted";
    EXPECT_EQ(report.rows, Importer::rowsPerCommit);
    EXPECT_EQ(report.count(AnomalyKind::NotClosed), 0u);
    at.commit = [&] { at.journal.commitAll(); };
    at.desk.emplace(at.journal, at.clock);
    auto const again = import(rows);
    EXPECT_EQ(again.unchanged, Importer::rowsPerCommit);
    EXPECT_EQ(again.made, rows.size() - Importer::rowsPerCommit);
    ImportDesk fresh;
    fresh.import(runMapping(), file(rows));
    EXPECT_EQ(at.told(), fresh.told());
}

TEST_F(Importing, APowerFailureAnywhereIsMadeGood) {
    std::vector<RunRow> rows;
    for (std::size_t row = 0; row < 3 * Importer::rowsPerCommit / 2; ++row)
        rows.push_back({.key = std::to_string(1000 + row), .unit = "E" + std::to_string(row % 7)});
    at.progress = [&](ImportReport const&) { return false; };
    auto const cut = import(rows);
    EXPECT_TRUE(cut.cancelled);
    EXPECT_EQ(cut.rows, Importer::rowsPerCommit);
    at.progress = {};
    at.journal.crash();
    at.desk.emplace(at.journal, at.clock);
    EXPECT_EQ(import(rows).unchanged, Importer::rowsPerCommit);
    ImportDesk fresh;
    fresh.import(runMapping(), file(rows));
    EXPECT_EQ(at.told(), fresh.told());
}

TEST_F(Importing, AskingToStopAfterTheLastRowChangesNothing) {
    at.progress = [&](ImportReport const&) { return false; };
    auto const report = import({{}});
    EXPECT_EQ(report.made, 1u);
    EXPECT_FALSE(report.cancelled);
}

TEST_F(Importing, AFileWithoutRowsIsSoundAndOneWithoutColumnsIsNot) {
    EXPECT_EQ(import({}).rows, 0u);
    EXPECT_TRUE(import({}).missingNeeded.empty());
    EXPECT_THAT(at.import(runMapping(), "").missingNeeded, testing::Contains("key"));
    EXPECT_THAT(at.import(runMapping(), "key,unit\n1,E1\n").missingNeeded, testing::IsEmpty());
    EXPECT_THAT(at.import(callMapping(), "key,type\n1,2\n").missingNeeded, ElementsAre("opened"));
}

TEST_F(Importing, AColumnThatIsThereTwiceIsNamed) {
    auto const report =
        at.import(callMapping(), "key,type,address,Address,opened,state,closed,disposition,x,x\n"
                                 "11,FIRE-VEH,A,B,2025-06-01T08:00Z,open,,,1,2\n");
    EXPECT_THAT(report.repeatedColumns, ElementsAre("address"));
    EXPECT_EQ(at.archived("11")->address, "A");
}

TEST_F(Importing, CutAndBrokenRowsAreNamed) {
    std::string const text = file({{}, {.key = "1002"}});
    auto report = at.import(runMapping(), text.substr(0, text.size() - 60));
    EXPECT_EQ(report.refusedRows, 1u);
    EXPECT_EQ(std::get<RowProblem>(at.refused[0].reason).fault, RowFault::CutShort);
    report = at.import(runMapping(), text.substr(0, text.size() - 1));
    EXPECT_EQ(report.refusedRows, 0u);
    EXPECT_EQ(report.count(AnomalyKind::Unterminated), 1u);
    expectAllAccounted(report);
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/replay.h"
#include "core/import/source_key.h"
#include "tests/core/import/recorded_rows.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

#include <map>

namespace ob::core {
namespace {

using State = AssignmentState;

/// Finds what the replay remembered, once it is committed.
class Sources final : public SourceMemoryPort {
  public:
    std::optional<SourceEntry> find(ShortHash const& key) override {
        auto const found = held.find(key);
        return found == held.end() ? std::nullopt : std::optional(found->second);
    }
    std::uint32_t lastImported(std::int32_t) override { return 0; }
    std::map<ShortHash, SourceEntry> held;
};

class ReplayTest : public testing::Test {
  protected:
    ReplayReport replay(std::vector<RowRecord> const& rows, Replay::Times times = Replay::Times::Recorded) {
        ReplayScriptWriter writer;
        std::uint64_t line = 2;
        for (auto const& row : rows)
            writer.add(row, line++);
        auto const script = std::move(writer).finish();
        auto verifier = RunningDesk::supervisor("Wang");
        Replay replay(script, mapping, times,
                      {.desk = *desk,
                       .session = RunningDesk::supervisor("Li"),
                       .verifier = verifier,
                       .memory = sources},
                      {});
        for (auto const& step : script.steps)
            replay.perform(step);
        desk->flush();
        journal.commitAll();
        return replay.report();
    }
    std::shared_ptr<Incident const> incident(std::string const& sourceId) {
        for (auto const& [id, each] : desk->board().incidents())
            if (each->sourceId == Code::of(sourceId)) return each;
        return nullptr;
    }
    std::optional<std::int64_t> reached(Incident const& of, State state) {
        auto const at = of.assignments.front().at(state);
        return at ? std::optional(minuteOf(*at)) : std::nullopt;
    }

    FakeJournal journal;
    FakeClock clock;
    RunningDesk desk{journal, clock};
    Sources sources;
    Mapping mapping{.format = "test"};
};

TEST_F(ReplayTest, TheRecordedTimesStandWhateverTheirOrder) {
    auto const report = replay({run("A", "E1", 10,
                                    {{State::Dispatched, 11},
                                     {State::OnScene, 15},
                                     {State::EnRoute, 30},
                                     {State::Transporting, 25},
                                     {State::AtDestination, 20},
                                     {State::Cleared, 28}})});
    auto const held = incident("A");
    ASSERT_TRUE(held);
    EXPECT_EQ(reached(*held, State::Dispatched), 11);
    EXPECT_EQ(reached(*held, State::EnRoute), 30);
    EXPECT_EQ(reached(*held, State::OnScene), 15);
    EXPECT_EQ(reached(*held, State::Transporting), 25);
    EXPECT_EQ(reached(*held, State::AtDestination), 20);
    EXPECT_EQ(reached(*held, State::Cleared), 28);
    EXPECT_EQ(held->openedAt, minute(10));
    EXPECT_EQ(report.corrections, 2U);
    EXPECT_EQ(report.refusals, 0U);
}

TEST_F(ReplayTest, ClosesWhatIsOverAndHasItVerifiedByAnother) {
    auto row = run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 12}, {State::Cleared, 20}});
    row.incident->type = *Code::of("EXPLOSION"); // which another one has to check
    EXPECT_EQ(replay({row}).refusals, 0U);
    auto const held = incident("A");
    ASSERT_TRUE(held);
    EXPECT_EQ(held->state, IncidentState::Closed);
    EXPECT_EQ(held->closedAt, minute(20));
    EXPECT_EQ(held->resolvedByOperator, "Li");
}

TEST_F(ReplayTest, ReleasesWhoWasNeverOnScene) {
    auto const report = replay({run("A", "E1", 10, {{State::Dispatched, 11}, {State::Cleared, 20}})});
    EXPECT_EQ(report.released, 1U);
    EXPECT_EQ(reached(*incident("A"), State::Released), 20);
    EXPECT_EQ(incident("A")->assignments.front().reason, Code::of("NOT-NEEDED"));
    EXPECT_EQ(reached(*incident("A"), State::Cleared), std::nullopt);
    EXPECT_EQ(incident("A")->state, IncidentState::Closed);
}

TEST_F(ReplayTest, ANeverClearedRunStaysActive) {
    replay({run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 12}})});
    EXPECT_TRUE(incident("A")->isOpen());
    EXPECT_TRUE(incident("A")->hasActiveAssignment());
}

TEST_F(ReplayTest, RegistersUnknownUnitsAndPutsKnownOnesOnDuty) {
    UnitId const known = desk.done(engine("E1"));
    desk.done(SetDuty{{known}, DutyState::OffDuty, {}, {}, {}, {}});
    auto const report = replay(
        {run("A", "E1", 10, {{State::Dispatched, 11}}), run("A", "E2", 10, {{State::Dispatched, 11}})});
    EXPECT_EQ(report.units, 1U);
    EXPECT_EQ(report.refusals, 0U);
    EXPECT_EQ(desk->board().units().size(), 2U);
    for (auto const& [id, unit] : desk->board().units())
        EXPECT_EQ(unit->duty, DutyState::Available);
    EXPECT_EQ(desk->board().activeAssignments(known).size(), 1U);
}

TEST_F(ReplayTest, AUnitOnTwoIncidentsAtOnceIsNoReasonToStop) {
    auto const report = replay({run("A", "E1", 10, {{State::Dispatched, 11}}),
                                run("B", "E1", 12, {{State::Dispatched, 13}, {State::OnScene, 14}})});
    EXPECT_EQ(report.refusals, 0U);
    EXPECT_EQ(reached(*incident("B"), State::OnScene), 14);
    EXPECT_EQ(reached(*incident("A"), State::OnScene), std::nullopt);
}

TEST_F(ReplayTest, WhatTheRulesDoNotAllowIsNamedByItsLineAndTheRestGoesOn) {
    auto nowhere = run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 12}});
    nowhere.incident->address.clear();
    auto const report = replay(
        {nowhere, run("B", "E1", 20, {{State::Dispatched, 21}, {State::OnScene, 5}, {State::Cleared, 30}})});
    ASSERT_EQ(report.refused.size(), 2U);
    EXPECT_EQ(report.refused[0].line, 2U);
    EXPECT_EQ(std::get<Refusal>(report.refused[0].reason).code, RefusalCode::MissingArgument);
    EXPECT_EQ(report.refused[1].line, 3U);
    EXPECT_EQ(std::get<Refusal>(report.refused[1].reason).code, RefusalCode::BeforeOpening);
    EXPECT_EQ(reached(*incident("B"), State::Released), 30); // by what stands it never was on scene
}

TEST_F(ReplayTest, AMilestoneThatWasRefusedIsNotEnteredAgainAfterACorrection) {
    auto const report = replay({run("A", "E1", 20,
                                    {{State::Dispatched, 21},
                                     {State::OnScene, 22},
                                     {State::Transporting, 30},
                                     {State::AtDestination, 5}})});
    EXPECT_EQ(report.refusals, 1U);
    EXPECT_EQ(report.corrections, 0U); // nothing stood that it took back
    EXPECT_EQ(reached(*incident("A"), State::Transporting), 30);
    EXPECT_EQ(reached(*incident("A"), State::AtDestination), std::nullopt);
}

TEST_F(ReplayTest, WhatTheDeskHasAlreadyIsPassedOver) {
    sources.held[sourceHash(incidentSourceKey(mapping, "A"))] = {};
    auto const report = replay({run("A", "E1", 10, {{State::Dispatched, 11}, {State::Cleared, 12}}),
                                run("B", "E1", 20, {{State::Dispatched, 21}})});
    EXPECT_EQ(report.skipped, 1U);
    EXPECT_EQ(report.incidents, 1U);
    EXPECT_EQ(report.refusals, 0U);
    EXPECT_FALSE(incident("A"));
    EXPECT_TRUE(incident("B")->hasActiveAssignment());
}

TEST_F(ReplayTest, HappeningNowNothingHasARecordedTime) {
    replay({run("A", "E1", 10, {{State::Dispatched, 11}, {State::OnScene, 12}})}, Replay::Times::Now);
    EXPECT_EQ(incident("A")->openedAt, clock.time);
    EXPECT_EQ(incident("A")->assignments.front().at(State::OnScene), clock.time);
}

} // namespace
} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/past_cursor.h"

#include "app/desk_host.h"
#include "app/drill_folder.h"
#include "app/past_board.h"
#include "app/shipped_rules.h"
#include "core/store/sqlite_journal.h"
#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include <sqlite3.h>

namespace ob::app {
namespace {

constexpr std::int64_t minute = 60'000;
bool never() { return false; }

/// A real desk folder that holds some days of work, an entry every ten minutes until now.
class PastCursorTest : public testing::Test {
  protected:
    PastCursorTest() {
        ::setenv("ONEBOARD_STATE", (m_directory / "state").c_str(), 1);
        RealmFolder::Plan plan;
        plan.name = "test";
        plan.zone = "UTC";
        plan.agencies.push_back({*core::Code::of("PD"), "公安", "Police"});
        createDrillFolder(m_directory / "drill", plan, 1, sharedRuleBook());
        m_host = std::make_unique<DeskHost>(folder(), sharedRuleBook());
    }
    ~PastCursorTest() override { ::unsetenv("ONEBOARD_STATE"); }

    std::filesystem::path folder() const { return m_directory / "drill" / "PD-1"; }
    core::Desk& desk() { return m_host->desk(); }

    /// One batch each, so that each has a time of its own; nothing when the rules refuse it.
    std::optional<core::StreamId> done(core::Intent intent) {
        std::optional<core::StreamId> stream;
        desk().submit({.intent = std::move(intent), .occurredAt = {}, .source = core::Source::Operator},
                      core::RunningDesk::supervisor("Li"), [&](core::Result<core::Receipt> const& told) {
                          if (told) stream = told->streams.front();
                      });
        m_host->commit();
        return stream;
    }
    /// Calls, orders, milestones, notes and endings by chance.
    void work(unsigned seed, int steps) {
        std::mt19937 random(seed);
        std::vector<core::UnitId> units;
        for (char const* const callsign : {"E01", "E02", "E03"})
            units.push_back(*done(core::engine(callsign)));
        std::vector<core::IncidentId> incidents;
        auto const incident = [&] { return incidents[random() % incidents.size()]; };
        for (int step = 0; step < steps; ++step) {
            auto const unit = units[random() % units.size()];
            switch (incidents.empty() ? 0 : random() % 6) {
            case 0:
                if (auto const opened = done(core::fireAt("Street " + std::to_string(step))))
                    incidents.push_back(*opened);
                break;
            case 1: done(core::DispatchUnits{.units = {unit}, .incident = incident(), .reason = {}}); break;
            case 2:
                done(core::ReachMilestone{
                    .units = {unit}, .incident = {}, .milestone = core::AssignmentState::OnScene});
                break;
            case 3:
                done(core::ClearUnits{.units = {unit}, .incident = {}, .disposition = core::code("HANDLED")});
                break;
            case 4: done(core::CloseIncident{.incident = incident(), .code = core::code("HANDLED")}); break;
            default: done(core::AddNote{.incident = incident(), .text = "note"}); break;
            }
        }
        done(core::engine("E09")); // a unit that was not always there
    }
    void change(std::string const& sql) {
        sqlite3* file = nullptr;
        ASSERT_EQ(sqlite3_open((folder() / "desk.db").c_str(), &file), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(file, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(file);
    }
    /// The desk's own memory of when things came is spread over days.
    void spreadArrivals() {
        m_host->close();
        m_host.reset();
        change("UPDATE arrival SET at = " + std::to_string(SystemClock().now().milliseconds())
               + " - ((SELECT max(position) FROM arrival) - position) * " + std::to_string(10 * minute));
        m_host = std::make_unique<DeskHost>(folder(), sharedRuleBook());
    }

    /// The board as a screen has it: told step by step.
    struct Screen {
        core::Board board;
        std::size_t wholes = 0;
        std::vector<core::Conflict> conflicts;
        void take(PastCursor::Step step) {
            core::ChangeSet ignored;
            if (step.whole) {
                board = *std::move(step.whole);
                ++wholes;
            }
            for (auto& policy : step.changes.policies)
                board.put(std::move(policy), ignored);
            for (auto& unit : step.changes.units)
                board.put(std::move(unit), ignored);
            for (auto& incident : step.changes.incidents)
                board.put(std::move(incident), ignored);
            for (auto const& retired : step.changes.retired)
                board.retire(retired, ignored);
            conflicts = std::move(step.conflicts);
        }
    };
    core::Board fresh(core::Instant at) {
        PastCursor cursor(folder());
        return *cursor.moveTo(at, never)->whole;
    }

    tests::TemporaryDirectory m_directory;
    std::unique_ptr<DeskHost> m_host;
};

TEST_F(PastCursorTest, ShowsWhatWasOpenAsTheWholeJournalFoldedWould) {
    work(1, 200);
    spreadArrivals();
    PastCursor cursor(folder());
    auto const first = *cursor.first();
    auto const now = SystemClock().now();
    EXPECT_GT((now - first).milliseconds(), 12 * 60 * minute) << "more than a board keeps";
    int seen = 0;
    for (auto at = first; at < now; at = at + core::Duration::ofMinutes(97)) {
        auto const shown = fresh(at);
        auto const all = boardAt(desk(), m_host->journal(), at, Knowledge::Then);
        EXPECT_EQ(shown.units().size(), all.units().size());
        for (auto const& [id, unit] : all.units()) {
            auto const here = shown.unit(id);
            EXPECT_TRUE(here && *here == *unit);
        }
        for (auto const& [id, incident] : all.incidents()) {
            auto const here = shown.incident(id);
            bool const isWorkedOn = incident->isOpen() || incident->state == core::IncidentState::Resolved;
            EXPECT_TRUE(here || !isWorkedOn);
            EXPECT_TRUE(!here || *here == *incident);
            seen += isWorkedOn ? 1 : 0;
        }
    }
    EXPECT_GT(seen, 0);
}

TEST_F(PastCursorTest, MovingComesToTheSameAsBeginningAnew) {
    work(2, 260);
    spreadArrivals();
    std::mt19937 random(3);
    PastCursor cursor(folder());
    auto const first = *cursor.first();
    auto const span = SystemClock().now() - first;
    Screen screen;
    auto at = first;
    std::size_t moves = 0;
    for (int turn = 0; turn < 120; ++turn) {
        // Mostly a little on or back, now and then far.
        auto const by = turn % 10 == 0 ? static_cast<std::int64_t>(random()) % span.milliseconds()
                                       : (static_cast<std::int64_t>(random() % 300) - 120) * minute;
        auto const wanted = turn % 10 == 0 ? first + core::Duration::ofMilliseconds(by)
                                           : at + core::Duration::ofMilliseconds(by);
        at = std::clamp(wanted, first, first + span);
        screen.take(*cursor.moveTo(at, never));
        ++moves;
        ASSERT_TRUE(core::areEqual(screen.board, fresh(at))) << "turn " << turn;
        ASSERT_EQ(screen.conflicts, screen.board.conflicts());
    }
    EXPECT_LT(screen.wholes, moves) << "forward a change set is enough";
}

TEST_F(PastCursorTest, WhatEndedLeavesTheBoardHalfADayLaterAndComesBackOnTheWayBack) {
    auto const incident = *done(core::fireAt("Main Street 5"));
    ASSERT_TRUE(done(core::VoidIncident{.incident = incident, .reason = core::code("TEST")}));
    for (int each = 0; each < 90; ++each)
        done(core::fireAt("Street " + std::to_string(each)));
    spreadArrivals();
    PastCursor cursor(folder());
    auto const voided = *cursor.first() + core::Duration::ofMinutes(60);
    Screen screen;
    auto const isThere = [&](std::int64_t minutesLater) {
        screen.take(*cursor.moveTo(voided + core::Duration::ofMinutes(minutesLater), never));
        return screen.board.incident(incident) != nullptr;
    };
    EXPECT_TRUE(isThere(0));
    EXPECT_TRUE(isThere(11 * 60));
    EXPECT_FALSE(isThere(13 * 60));
    EXPECT_TRUE(isThere(11 * 60));
    EXPECT_FALSE(isThere(13 * 60));
}

TEST_F(PastCursorTest, StaysWhereItIsWhenNobodyWaitsAnyMore) {
    work(4, 60);
    spreadArrivals();
    PastCursor cursor(folder());
    auto const at = *cursor.first() + core::Duration::ofMinutes(300);
    Screen screen;
    screen.take(*cursor.moveTo(at, never));
    int asked = 0;
    EXPECT_FALSE(cursor.moveTo(at + core::Duration::ofMinutes(200), [&] { return ++asked > 2; }));
    screen.take(*cursor.moveTo(at + core::Duration::ofMinutes(100), never));
    EXPECT_TRUE(core::areEqual(screen.board, fresh(at + core::Duration::ofMinutes(100))));
}

TEST_F(PastCursorTest, ReadsBesideADeskAtWork) {
    work(5, 10);
    PastCursor cursor(folder());
    Screen screen;
    screen.take(*cursor.moveTo(SystemClock().now(), never));
    auto const later = *done(core::fireAt("Side Street 9"));
    screen.take(*cursor.moveTo(SystemClock().now(), never));
    EXPECT_NE(screen.board.incident(later), nullptr);
    EXPECT_EQ(cursor.events(later, SystemClock().now()).size(), 1U);
    EXPECT_TRUE(cursor.events(later, *cursor.first()).empty());
}

TEST_F(PastCursorTest, FindsWhatWasOnItsWayToTheDiskAtTheFirstLook) {
    work(5, 10);
    PastCursor cursor(folder());
    Screen screen;
    screen.take(*cursor.moveTo(SystemClock().now(), never));
    auto const slow = *done(core::fireAt("Side Street 9"));
    change("UPDATE arrival SET at = at - 5000 WHERE position = (SELECT max(position) FROM arrival)");
    screen.take(*cursor.moveTo(SystemClock().now(), never));
    EXPECT_NE(screen.board.incident(slow), nullptr);
}

TEST_F(PastCursorTest, UnitsStandWhereTheyWereThen) {
    auto const unit = *done(core::engine("E01"));
    auto const now = SystemClock().now();
    auto const before = now + core::Duration::ofMinutes(-30);
    auto const here = *core::GeoPoint::ofDegrees(30, 120);
    auto const there = *core::GeoPoint::ofDegrees(31, 121);
    m_host->positions().report(
        unit, {.place = here, .fixedAt = before, .speedCentimetresPerSecond = {}, .headingCentidegrees = {}});
    m_host->positions().report(
        unit, {.place = there, .fixedAt = now, .speedCentimetresPerSecond = {}, .headingCentidegrees = {}});
    m_host->positions().flush();
    PastCursor cursor(folder());
    auto const seen = cursor.moveTo(now, never)->changes.fixes;
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().fix.place, there);
}

TEST_F(PastCursorTest, AFolderThatIsNoDeskIsRefused) {
    EXPECT_ANY_THROW(PastCursor(m_directory / "nothing"));
}

} // namespace
} // namespace ob::app

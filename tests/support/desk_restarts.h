// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

#include <optional>

namespace ob::core {

/// A desk that is stopped and started again on one journal.
struct DeskRestart : testing::Test {
    FakeJournal journal;
    FakeClock clock;
    std::optional<RunningDesk> desk;
    DeskRestart() { restart(); }

    /// Power fails and the desk comes up again.
    void restart() {
        journal.crash();
        desk.reset();
        desk.emplace(journal, clock);
    }
    void restartAfterClosing() {
        (*desk)->close();
        journal.commitAll();
        restart();
    }
    Board const& board() { return (*desk)->board(); }
    IncidentNumber numberOf(IncidentId id) { return board().incident(id)->number; }
    bool isOnBoardInJournal(StreamId stream) {
        bool found = false;
        journal.visitStreams(
            [&](StreamId id, StreamKind, bool onBoard) { found = found || (id == stream && onBoard); });
        return found;
    }
    bool isKnownToJournal(StreamId stream, StreamKind wanted) {
        bool found = false;
        journal.visitStreams(
            [&](StreamId id, StreamKind kind, bool) { found = found || (id == stream && kind == wanted); });
        return found;
    }
    /// A unit at work on one of two incidents, and a grant.
    void work() {
        UnitId const unit = desk->done(engine("E20"));
        IncidentId const incident = desk->done(fireAt("滨江路221"));
        desk->done(fireAt("人民路3"));
        desk->done(DispatchUnits{{unit}, incident, {}});
        desk->done(SetDispatchGrant{{}, fire, DispatchGrant::Direct});
    }
    IncidentId closedIncident() {
        IncidentId const incident = desk->done(fireAt("滨江路221"));
        desk->done(CloseIncident{incident, code("HANDLED"), {}});
        if (board().incident(incident)->state == IncidentState::Resolved)
            desk->done(CloseIncident{incident, code("HANDLED"), {}}, RunningDesk::supervisor("Wu"));
        EXPECT_EQ(board().incident(incident)->state, IncidentState::Closed);
        return incident;
    }
    void passKeepEnded() {
        clock.goOn(Desk::keepEnded);
        clock.goOn(Duration::ofSeconds(1));
    }
    void tick() {
        (*desk)->tick();
        (*desk)->flush();
        journal.commitAll();
    }
    /// Two priorities for one incident, written by desks that knew nothing of each other.
    IncidentId disputedIncident() {
        IncidentId const incident = desk->done(fireAt("滨江路221"));
        desk->done(SetPriority{incident, Priority::P4});
        ForeignDesk other(journal, clock, fire);
        other.write(incident, PrioritySet{Priority::P2}, {EventId(incident.hash())});
        restart();
        return incident;
    }
};

} // namespace ob::core

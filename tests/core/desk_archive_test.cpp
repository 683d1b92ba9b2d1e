// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk_restarts.h"

namespace ob::core {
namespace {

using DeskArchive = DeskRestart;

TEST_F(DeskArchive, EndedIncidentsLeaveAfterTwelveHours) {
    IncidentId const ended = closedIncident();
    IncidentId const open = desk->done(fireAt("人民路3"));
    clock.goOn(Desk::keepEnded);
    tick();
    EXPECT_TRUE(board().incident(ended));
    clock.goOn(Duration::ofSeconds(1));
    tick();
    EXPECT_FALSE(board().incident(ended));
    EXPECT_TRUE(board().incident(open));
    EXPECT_EQ(desk->published().back().retired, std::vector<IncidentId>{ended});
    EXPECT_FALSE(isOnBoardInJournal(ended));
    EXPECT_TRUE(isKnownToJournal(ended, StreamKind::Incident));
    EXPECT_EQ((*desk)->events(ended).size(), 3u);
    restart();
    EXPECT_FALSE(board().incident(ended));
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskArchive, WhenTheArchivingIsNotSavedTheyStay) {
    IncidentId const ended = closedIncident();
    passKeepEnded();
    (*desk)->tick();
    (*desk)->flush();
    EXPECT_FALSE(board().incident(ended));
    journal.fail("disk full");
    EXPECT_TRUE(board().incident(ended));
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskArchive, AMergedIncidentStaysWhileItsUnitsAreAtWork) {
    UnitId const unit = desk->done(engine("E20"));
    IncidentId const absorbed = desk->done(fireAt("滨江路221"));
    IncidentId const survivor = desk->done(fireAt("滨江路223"));
    desk->done(DispatchUnits{{unit}, absorbed, {}});
    desk->done(MergeIncident{absorbed, survivor, "同一起火"});
    passKeepEnded();
    tick();
    EXPECT_TRUE(board().incident(absorbed));
    EXPECT_FALSE(board().isDispatchable(unit));
    desk->done(ReleaseUnits{{unit}, {}, code("ENOUGH")});
    tick();
    EXPECT_FALSE(board().incident(absorbed));
}

TEST_F(DeskArchive, AnIncidentStaysWhileAConflictAboutItIsOpen) {
    IncidentId const ended = closedIncident();
    ForeignDesk other(journal, clock, fire);
    IncidentOpened twin;
    twin.number = numberOf(ended);
    twin.type = code("FIRE-STRUCT");
    twin.members = {police, fire, medical};
    other.write({}, twin, {});
    restart();
    ASSERT_EQ(board().conflicts().size(), 1u);
    passKeepEnded();
    tick();
    EXPECT_TRUE(board().incident(ended));
    desk->done(SettleConflict{board().conflicts().front().id});
    tick();
    EXPECT_FALSE(board().incident(ended));
}

} // namespace
} // namespace ob::core

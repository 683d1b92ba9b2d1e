// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "core/journal/log_author.h"
#include "tests/sim/world.h"
#include "tests/support/agencies.h"

#include <gtest/gtest.h>

namespace ob::sim {
namespace {

using core::fire;
using core::medical;
using core::police;

/// Two histories of one log: two desks hold its first two events, and then another third; one is behind.
class Fork : public testing::Test {
  protected:
    Fork() {
        world.expectLies(liar);
        world.connect(liar, behind);
        EXPECT_TRUE(world.settle());
        world.cut(liar, behind);
        write("42");
        world.connect(liar, one);
        world.connect(liar, other);
        EXPECT_TRUE(world.settle());
        world.cut(liar, other);
        told = write("43");
        EXPECT_TRUE(world.settle());
        world.cut(liar, one);
        world.scripted(liar).forgetLast(1);
        instead = write("44");
        world.connect(liar, other);
        EXPECT_TRUE(world.settle());
        world.cut(liar, other);
    }
    bool shows(DeskNumber number, core::StreamId incident) {
        return world.desk(number).desk().board().incident(incident) != nullptr;
    }
    void settle() { ASSERT_TRUE(world.settle()) << "the desks never come to rest"; }
    core::StreamId write(std::string const& number) {
        return world.scripted(liar).openIncident({police, fire, medical}, number);
    }
    core::LogPosition heldBy(DeskNumber number) {
        for (auto const& extent : world.node(number).journal().logs())
            if (extent.record.id == world.scripted(liar).log())
                return {.log = extent.record.id, .size = extent.size, .root = extent.newestHead->root};
        return {};
    }

    World world{21, 3};
    DeskNumber liar = world.addScripted(police);
    DeskNumber one = world.addDesk(fire);
    DeskNumber other = world.addDesk(medical);
    DeskNumber behind = world.addDesk(police);
    core::StreamId told;
    core::StreamId instead;
};

TEST_F(Fork, OfTwoHistoriesTheOneThatWasSettledCounts) {
    world.connect(one, other);
    settle();
    world.giveSettlement(one, police, heldBy(one));
    settle();
    EXPECT_TRUE(shows(one, told));
    EXPECT_FALSE(shows(other, instead)) << "it is of the other history";
}

TEST_F(Fork, WhoIsBehindTakesWhatWasSettled) {
    world.connect(one, other);
    settle();
    auto const events = world.node(one).journal().eventsOf(world.scripted(liar).log());
    auto const kept = core::rangeOf(2, [&](std::uint64_t index) { return events[index].leaf.hash(); });
    world.giveSettlement(one, police,
                         {.log = world.scripted(liar).log(), .size = kept.size(), .root = kept.root()});
    world.connect(one, behind);
    settle();
    EXPECT_EQ(world.desk(one).desk().board().incidents().size(), 1u);
    EXPECT_EQ(world.desk(behind).desk().board().incidents().size(), 1u);
}

TEST_F(Fork, WhoBuiltOnTheOtherHistoryIsNamedByAll) {
    auto const incident = world.openIncident(other);
    world.connect(liar, other);
    settle();
    world.scripted(liar).write(incident, core::NoteAdded{});
    settle();
    world.cut(liar, other);
    world.desk(other).submit(core::AddNote{incident, "说明"}, World::operatorOf(medical));
    settle();
    world.connect(one, other);
    settle();
    world.giveSettlement(one, police, heldBy(one));
    settle();
    for (auto const number : {one, other}) {
        auto const conflicts = world.desk(number).desk().board().conflictsOf(incident);
        ASSERT_EQ(conflicts.size(), 1u) << "desk " << number;
        EXPECT_EQ(conflicts.front().rule, core::ConflictRule::BuiltOnVoided);
    }
    EXPECT_EQ(world.checkSettled(liar), "");
}

TEST_F(Fork, WhatIsReplacedStaysAsEvidenceOverARestart) {
    world.connect(one, other);
    settle();
    world.giveSettlement(one, police, heldBy(one));
    settle();
    world.powerOff(other);
    world.powerOn(other);
    EXPECT_TRUE(shows(other, told));
    EXPECT_FALSE(shows(other, instead));
    auto const aside = world.node(other).journal().aside(instead);
    ASSERT_EQ(aside.size(), 1u);
    EXPECT_TRUE(core::verifyAside(aside.front(), world.node(liar).asPeer().deskKey));
    EXPECT_TRUE(world.node(one).journal().aside(told).empty()) << "it is in the log";
}

TEST_F(Fork, ASmallerSettlementBringsBackWhatWasSetAside) {
    world.connect(one, other);
    settle();
    auto const ofOther = heldBy(other);
    world.giveSettlement(one, police, heldBy(one));
    settle();
    ASSERT_FALSE(shows(other, instead));
    // Of one size: the smaller root counts, whichever came first. Only the desk itself still has that log.
    world.giveSettlement(one, police, ofOther);
    ASSERT_EQ(world.node(one).standing().keptOf(ofOther.log), ofOther);
    world.connect(liar, other);
    settle();
    for (auto const number : {one, other}) {
        EXPECT_TRUE(shows(number, instead)) << "desk " << number;
        EXPECT_FALSE(shows(number, told)) << "desk " << number;
    }
    EXPECT_EQ(world.checkSettled(liar), "");
}

TEST_F(Fork, OfARevokedDeskTheHistoryCountsThatItsAgencyNamed) {
    world.connect(one, other);
    world.connect(behind, one);
    settle();
    world.revoke(one, liar);
    settle();
    for (auto const number : {one, other, behind}) {
        EXPECT_TRUE(shows(number, told)) << "desk " << number;
        EXPECT_FALSE(shows(number, instead)) << "desk " << number;
    }
    EXPECT_EQ(world.checkStanding(), "");
}

} // namespace
} // namespace ob::sim

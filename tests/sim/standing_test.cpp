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

class Standing : public testing::Test {
  protected:
    bool shows(DeskNumber number, core::StreamId incident) {
        return world.desk(number).desk().board().incident(incident) != nullptr;
    }
    void settle() { ASSERT_TRUE(world.settle()) << "the desks never come to rest"; }
    void expectOneStanding() {
        EXPECT_EQ(world.checkAcknowledged(), "");
        EXPECT_EQ(world.checkRoots(), "");
        EXPECT_EQ(world.checkStanding(), "");
        EXPECT_EQ(world.checkBoards(), "");
    }

    World world{21, 3};
};

TEST_F(Standing, OfARevokedDeskCountsWhatWasHeldWhereItWasRevoked) {
    auto const stolen = world.addDesk(police);
    auto const colleague = world.addDesk(police);
    auto const other = world.addDesk(fire);
    world.connectAll();
    auto const before = world.openIncident(stolen);
    settle();
    world.cut(stolen, colleague);
    world.cut(colleague, other);
    auto const after = world.openIncident(stolen);
    settle();
    ASSERT_TRUE(shows(other, after));
    world.revoke(colleague, stolen);
    world.connect(colleague, other);
    settle();
    for (auto const number : {colleague, other}) {
        EXPECT_TRUE(shows(number, before));
        EXPECT_FALSE(shows(number, after)) << "it leaves the board where it was";
        EXPECT_FALSE(world.isConnected(number, stolen));
        world.connect(number, stolen);
        EXPECT_FALSE(world.isConnected(number, stolen)) << "refused from the first hello on";
    }
    expectOneStanding();
}

TEST_F(Standing, OfTwoRevocationsTheSmallerPositionCounts) {
    auto const stolen = world.addDesk(police);
    auto const one = world.addDesk(police);
    auto const other = world.addDesk(fire);
    world.connectAll();
    auto const first = world.openIncident(stolen);
    settle();
    world.cut(stolen, one);
    world.cut(one, other);
    auto const second = world.openIncident(stolen);
    settle();
    world.revoke(other, stolen);
    world.revoke(one, stolen);
    world.connect(one, other);
    settle();
    for (auto const number : {one, other}) {
        EXPECT_TRUE(shows(number, first));
        EXPECT_FALSE(shows(number, second));
    }
    expectOneStanding();
}

TEST_F(Standing, ALogOfWhichNothingCountsIsPassedOnAllTheSame) {
    auto const stolen = world.addDesk(police);
    auto const one = world.addDesk(police);
    auto const late = world.addDesk(fire);
    world.connect(stolen, one);
    world.openIncident(stolen);
    settle();
    world.revoke(one, stolen, 0);
    world.connect(one, late);
    settle();
    EXPECT_TRUE(world.isConnected(one, late)) << "both are honest";
    EXPECT_EQ(world.checkQuietNews(), "");
    expectOneStanding();
}

TEST_F(Standing, OutlivesARestart) {
    auto const stolen = world.addDesk(police);
    auto const one = world.addDesk(police);
    auto const other = world.addDesk(fire);
    world.connectAll();
    auto const incident = world.openIncident(stolen);
    settle();
    world.cut(stolen, one);
    world.cut(one, other);
    auto const after = world.openIncident(stolen);
    settle();
    world.shutDown(other); // what it remembers of the incident is from before
    world.powerOn(other);
    world.revoke(one, stolen);
    world.connect(one, other);
    settle();
    for (auto const number : {one, other}) {
        world.powerOff(number);
        world.powerOn(number);
    }
    world.connectAll();
    settle();
    EXPECT_TRUE(shows(other, incident));
    EXPECT_FALSE(shows(other, after));
    expectOneStanding();
}

TEST_F(Standing, ARevokedDeskTakesNoCommand) {
    auto const stolen = world.addDesk(police);
    auto const other = world.addDesk(fire);
    world.connectAll();
    world.openIncident(stolen);
    settle();
    world.revoke(other, stolen);
    world.run(core::Duration::ofMilliseconds(100)); // it is told before the link is ended
    auto const refused = world.desk(stolen).refusals();
    world.openIncident(stolen);
    EXPECT_EQ(world.desk(stolen).refusals(), refused + 1);
}

TEST_F(Standing, WhoComesLaterHearsOfItFromTheFirstPeer) {
    auto const stolen = world.addDesk(police);
    auto const one = world.addDesk(police);
    auto const relay = world.addScripted(medical);
    auto const late = world.addDesk(fire);
    world.connect(stolen, one);
    auto const incident = world.openIncident(stolen);
    settle();
    world.cut(stolen, one);
    auto const after = world.openIncident(stolen);
    world.revoke(one, stolen);
    world.connect(late, stolen);
    settle();
    ASSERT_TRUE(shows(late, after));
    world.connect(one, relay);
    world.connect(relay, late);
    settle();
    EXPECT_FALSE(world.isConnected(late, stolen));
    EXPECT_TRUE(shows(late, incident));
    EXPECT_FALSE(shows(late, after));
    expectOneStanding();
}

TEST_F(Standing, OfASettledForkCountsTheSamePrefixForAll) {
    auto const liar = world.addScripted(police);
    auto const one = world.addDesk(fire);
    auto const other = world.addDesk(medical);
    world.expectLies(liar);
    auto const prefix = world.scripted(liar).openIncident({police, fire, medical});
    world.connect(liar, one);
    world.connect(liar, other);
    settle();
    world.cut(liar, other);
    auto const told = world.scripted(liar).openIncident({police, fire, medical}, "43");
    settle();
    world.cut(liar, one);
    world.scripted(liar).forgetLast(1);
    auto const instead = world.scripted(liar).openIncident({police, fire, medical}, "44");
    world.connect(liar, other);
    settle();
    world.cut(liar, other);
    world.connect(one, other);
    settle();
    EXPECT_EQ(world.checkForked(liar), "");
    EXPECT_TRUE(shows(one, told));
    EXPECT_TRUE(shows(other, instead));
    auto const events = world.node(one).journal().eventsOf(world.scripted(liar).log());
    auto const kept = core::rangeOf(2, [&](std::uint64_t index) { return events[index].leaf.hash(); });
    world.giveSettlement(one, police,
                         {.log = world.scripted(liar).log(), .size = kept.size(), .root = kept.root()});
    settle();
    for (auto const number : {one, other}) {
        EXPECT_TRUE(shows(number, prefix));
        EXPECT_FALSE(shows(number, told));
        EXPECT_FALSE(shows(number, instead));
    }
    expectOneStanding();
}

TEST_F(Standing, WhoBuiltOnWhatIsVoidedNowIsNamedHoweverLateItComes) {
    auto const stolen = world.addScripted(police);
    auto const author = world.addScripted(fire);
    auto const one = world.addDesk(medical);
    world.connectAll();
    auto const incident = world.scripted(author).openIncident({police, fire, medical});
    settle();
    world.scripted(stolen).write(incident, core::NoteAdded{});
    settle();
    world.cut(author, one);
    world.cut(author, stolen);
    world.revoke(one, stolen, 1);
    world.scripted(author).write(incident, core::NoteAdded{});
    world.connect(author, one);
    settle();
    auto const conflicts = world.desk(one).desk().board().conflictsOf(incident);
    ASSERT_EQ(conflicts.size(), 1u);
    EXPECT_EQ(conflicts.front().rule, core::ConflictRule::BuiltOnVoided);
    expectOneStanding();
}

TEST_F(Standing, AVoidedGrantLetsNobodyIn) {
    auto const stolen = world.addScripted(police);
    auto const author = world.addScripted(police);
    auto const reader = world.addScripted(medical);
    world.connectAll();
    auto const incident = world.scripted(author).openIncident({police});
    settle();
    world.scripted(stolen).write(incident, core::MemberGranted{medical, false});
    settle();
    world.revoke(author, stolen, 1);
    settle();
    auto const later = world.scripted(author).write(incident, core::NoteAdded{});
    settle();
    auto const held = world.node(reader).journal().eventsOf(world.scripted(author).log());
    ASSERT_EQ(held.back().leaf, later);
    EXPECT_TRUE(held.back().isStub()) << "given on a word that does not count any more";
}

} // namespace
} // namespace ob::sim

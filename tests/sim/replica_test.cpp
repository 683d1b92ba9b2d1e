// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "tests/sim/world.h"
#include "tests/support/agencies.h"

#include <gtest/gtest.h>

namespace ob::sim {
namespace {

using core::fire;
using core::medical;
using core::police;

void expectEqualDesks(World& world) {
    ASSERT_TRUE(world.settle()) << "the desks never come to rest";
    EXPECT_EQ(world.checkAcknowledged(), "");
    EXPECT_EQ(world.checkRoots(), "");
    EXPECT_EQ(world.checkBoards(), "");
    EXPECT_EQ(world.leak(), "");
}

TEST(Replica, WhatOneDeskEntersTheOtherShows) {
    World world(1, 3);
    auto const one = world.addDesk(police);
    auto const other = world.addDesk(fire);
    world.connect(one, other);
    auto const incident = world.openIncident(one);
    ASSERT_TRUE(world.settle());
    auto const seen = world.desk(other).desk().board().incident(incident);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->firstReceiver, police);
    expectEqualDesks(world);
}

TEST(Replica, WhoComesLaterCatchesUp) {
    World world(2, 3);
    auto const one = world.addDesk(police);
    for (int count = 0; count < 300; ++count)
        world.anyCommand(one);
    world.run(core::Duration::ofSeconds(5));
    auto const other = world.addDesk(fire);
    world.connect(one, other);
    expectEqualDesks(world);
}

TEST(Replica, ADeskInTheMiddlePassesOn) {
    World world(3, 3);
    auto const one = world.addDesk(police);
    auto const middle = world.addDesk(fire);
    auto const other = world.addDesk(medical);
    world.connect(one, middle);
    world.connect(middle, other);
    for (int count = 0; count < 60; ++count) {
        world.anyCommand(one);
        world.anyCommand(other);
        world.run(core::Duration::ofMilliseconds(30));
    }
    expectEqualDesks(world);
}

TEST(Replica, DesksThatWereApartMerge) {
    World world(4, 3);
    auto const one = world.addDesk(police);
    auto const other = world.addDesk(fire);
    auto const second = world.addDesk(police);
    world.connectAll();
    for (int count = 0; count < 40; ++count)
        world.anyCommand(one);
    world.run(core::Duration::ofSeconds(3));
    world.cut(one, other);
    world.cut(one, second);
    for (int count = 0; count < 100; ++count) {
        world.anyCommand(one);
        world.anyCommand(other);
        world.anyCommand(second);
        world.run(core::Duration::ofMilliseconds(50));
    }
    world.connectAll();
    expectEqualDesks(world);
}

TEST(Replica, TheSameSeedGivesTheSameRun) {
    auto const traceOf = [](std::uint64_t seed) {
        World world(seed, 3);
        world.addDesk(police);
        world.addDesk(fire);
        world.connectAll();
        for (int count = 0; count < 50; ++count) {
            world.anyCommand(static_cast<DeskNumber>(count % 2));
            world.run(core::Duration::ofMilliseconds(20));
        }
        world.settle();
        return world.trace();
    };
    EXPECT_EQ(traceOf(7), traceOf(7));
    EXPECT_NE(traceOf(7), traceOf(8));
}

/// A world of scripted desks: police, fire and, when asked for, medical.
struct Scripted {
    World world{9, 3};
    DeskNumber author = world.addScripted(police);
    DeskNumber reader = world.addScripted(medical);
    bool readerHolds(core::EventId event) { return world.node(reader).journal().holds(event); }
    core::EncodedEvent heldByReader(std::uint64_t sequence) {
        return world.node(reader).journal().range(world.scripted(author).log(), sequence, sequence + 1).at(0);
    }
};

TEST(Replica, WhoHoldsAnIncidentIsKnown) {
    World world(5, 3);
    auto const one = world.addDesk(police);
    auto const other = world.addDesk(fire);
    world.connect(one, other);
    auto const lackingAt = [&](core::AgencyIndex agency,
                               core::StreamId incident) -> std::optional<std::uint64_t> {
        for (auto const& holding : world.desk(one).replica().holdingsOf(incident))
            if (holding.agency == agency) return holding.lacking;
        return std::nullopt;
    };
    auto const first = world.openIncident(one);
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(lackingAt(fire, first), 0U);
    EXPECT_GT(lackingAt(medical, first), 0U) << "it may know, and has no desk";
    EXPECT_EQ(lackingAt(police, first), std::nullopt) << "not asked about itself";
    world.cut(one, other);
    auto const second = world.openIncident(one);
    world.run(core::Duration::ofSeconds(5));
    EXPECT_EQ(lackingAt(fire, first), 0U) << "what it had it has";
    EXPECT_GT(lackingAt(fire, second), 0U);
    world.connect(one, other);
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(lackingAt(fire, second), 0U);
}

/// Of the incident, at this desk.
std::optional<net::Replica::Holding> holdingOf(World& world, DeskNumber at, core::AgencyIndex agency,
                                               core::StreamId incident) {
    for (auto const& holding : world.node(at).replica().holdingsOf(incident))
        if (holding.agency == agency) return holding;
    return std::nullopt;
}

TEST(Replica, AHashIsNotHeld) {
    Scripted all;
    auto& world = all.world;
    auto const police2 = world.addDesk(police);
    auto const relay = world.addDesk(fire);
    auto const behind = world.addDesk(medical);
    world.connect(all.author, police2);
    world.connect(police2, relay);
    world.connect(relay, behind);
    auto const hidden = world.scripted(all.author).openIncident({police, medical});
    auto const shown = world.scripted(all.author).openIncident({police, fire, medical}, "43");
    ASSERT_TRUE(world.settle());
    world.run(core::Duration::ofMinutes(3)); // there were cosignatures meanwhile
    EXPECT_EQ(holdingOf(world, police2, medical, hidden)->lacking, 1U) << "the relay had nothing to give";
    EXPECT_EQ(holdingOf(world, police2, fire, shown)->lacking, 0U);
    world.connect(police2, behind);
    ASSERT_TRUE(world.settle());
    world.run(core::Duration::ofMinutes(3));
    EXPECT_EQ(holdingOf(world, police2, medical, hidden)->lacking, 0U);
    EXPECT_EQ(holdingOf(world, police2, medical, shown)->lacking, 0U);
    EXPECT_EQ(holdingOf(world, all.author, medical, hidden)->lacking, 0U) << "that desk has signed it";
    auto const later = world.scripted(all.author).openIncident({police, fire}, "44");
    auto const last = world.scripted(all.author).openIncident({police, medical}, "45");
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(holdingOf(world, police2, medical, last)->lacking, 0U) << "what is not for it does not matter";
    EXPECT_EQ(holdingOf(world, police2, medical, later), std::nullopt);
    EXPECT_EQ(world.checkHoldings(), "");
}

TEST(Replica, WhatAGrantOpensIsHeldWithTheGrant) {
    Scripted all;
    auto& world = all.world;
    auto const police2 = world.addDesk(police);
    world.connect(all.author, police2);
    world.connect(police2, all.reader);
    auto& author = world.scripted(all.author);
    auto const incident = author.openIncident({police, fire});
    author.write(incident, core::PrioritySet{core::Priority::P1});
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(holdingOf(world, police2, medical, incident), std::nullopt);
    world.cut(police2, all.reader);
    author.write(incident, core::MemberGranted{medical, false});
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(holdingOf(world, police2, medical, incident)->lacking, 3U) << "hashes, until it has the grant";
    world.connect(police2, all.reader);
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(holdingOf(world, police2, medical, incident)->held, 3U);
    EXPECT_EQ(world.checkHoldings(), "");
}

TEST(Replica, WhoIsNoMemberHasTheHashAlone) {
    Scripted all;
    all.world.connectAll();
    all.world.scripted(all.author).openIncident({police, fire});
    all.world.scripted(all.author).openIncident({police, medical}, "43");
    ASSERT_TRUE(all.world.settle());
    EXPECT_TRUE(all.heldByReader(1).isStub());
    EXPECT_FALSE(all.heldByReader(2).isStub());
    EXPECT_EQ(all.world.checkRoots(), "");
}

TEST(Replica, AGrantOpensWhatWasWithheld) {
    Scripted all;
    all.world.connectAll();
    auto& author = all.world.scripted(all.author);
    auto const incident = author.openIncident({police, fire});
    author.write(incident, core::PrioritySet{core::Priority::P1});
    ASSERT_TRUE(all.world.settle());
    EXPECT_TRUE(all.heldByReader(2).isStub());
    author.write(incident, core::MemberGranted{medical, false});
    ASSERT_TRUE(all.world.settle());
    EXPECT_FALSE(all.heldByReader(1).isStub());
    EXPECT_FALSE(all.heldByReader(2).isStub());
    EXPECT_FALSE(all.heldByReader(3).isStub());
}

TEST(Replica, AClockThatIsSetBackDelaysNothing) {
    World world(14, 3);
    auto const author = world.addScripted(police);
    auto const silent = world.addScripted(fire);
    auto const other = world.addScripted(fire);
    auto const reader = world.addScripted(medical);
    world.connect(author, silent);
    world.connect(author, other);
    world.scripted(author).openIncident({police, fire, medical});
    ASSERT_TRUE(world.settle());
    world.connect(silent, reader);
    ASSERT_TRUE(world.settle());
    world.connect(other, reader);
    world.stall(silent, reader);
    world.setClockOffset(reader, -3'600'000);
    auto const opened = world.scripted(author).openIncident({police, fire, medical}, "43");
    world.run(core::Duration::ofSeconds(10)); // sooner than anybody finds the link dead
    EXPECT_TRUE(world.node(reader).journal().holds(core::EventId(opened.hash())));
}

TEST(Replica, WhoHasLeftIsGivenNothingMore) {
    Scripted all;
    all.world.connectAll();
    auto& author = all.world.scripted(all.author);
    auto const incident = author.openIncident({police, medical});
    author.write(incident, core::MemberLeft{medical});
    ASSERT_TRUE(all.world.settle());
    EXPECT_FALSE(all.heldByReader(2).isStub());
    author.write(incident, core::PrioritySet{core::Priority::P1});
    author.write(incident, core::PrioritySet{core::Priority::P2});
    ASSERT_TRUE(all.world.settle());
    EXPECT_TRUE(all.heldByReader(3).isStub());
    EXPECT_TRUE(all.heldByReader(4).isStub());
}

TEST(Replica, DesksOfOneAgencyGiveEachOtherWhatARoleGaveThatIsOver) {
    for (bool const isLinkedBefore : {false, true}) {
        World world(33, 3);
        auto const author = world.addScripted(police);
        auto const lead = world.addScripted(fire);
        auto const second = world.addDesk(fire);
        world.connect(author, lead);
        if (isLinkedBefore) world.connect(author, second);
        auto& writing = world.scripted(author);
        auto const incident = writing.openIncident({police, fire, medical});
        core::RestrictedParts words;
        words.joint = core::JointPart{.address = "滨江路 221", .place = {}, .text = {}, .audience = {}};
        writing.write(incident, core::PlaceSet{}, words);
        auto const offer =
            writing.write(incident, core::LeadOffered{.agency = fire, .phase = {}, .rule = {}});
        if (!isLinkedBefore) {
            ASSERT_TRUE(world.settle());
            world.scripted(lead).write(incident, core::LeadAccepted{offer});
            world.scripted(lead).write(incident, core::LeadReleased{});
            ASSERT_TRUE(world.settle());
            world.connect(author, second);
        }
        ASSERT_TRUE(world.settle());
        EXPECT_EQ(world.desk(second).desk().board().incident(incident)->address.has_value(), isLinkedBefore);
        world.connect(lead, second);
        ASSERT_TRUE(world.settle());
        EXPECT_EQ(world.desk(second).desk().board().incident(incident)->address, "滨江路 221");
        EXPECT_EQ(world.checkAudience(), "");
    }
}

TEST(Replica, AGrantReachesWhoWasCutOff) {
    Scripted all;
    all.world.connectAll();
    auto& author = all.world.scripted(all.author);
    auto const incident = author.openIncident({police, fire});
    ASSERT_TRUE(all.world.settle());
    all.world.cut(all.author, all.reader);
    author.write(incident, core::MemberGranted{medical, false});
    all.world.connectAll();
    ASSERT_TRUE(all.world.settle());
    EXPECT_FALSE(all.heldByReader(1).isStub());
}

TEST(Replica, ARelayThatIsNoMemberDoesNotKeepWordsFromAMember) {
    World world(10, 3);
    auto const author = world.addScripted(police);
    auto const relay = world.addScripted(fire);
    auto const member = world.addScripted(medical);
    world.connect(author, relay);
    world.connect(relay, member);
    world.scripted(author).openIncident({police, medical});
    ASSERT_TRUE(world.settle());
    auto const log = world.scripted(author).log();
    EXPECT_TRUE(world.node(member).journal().range(log, 1, 2).at(0).isStub());
    world.connect(author, member);
    ASSERT_TRUE(world.settle());
    EXPECT_FALSE(world.node(member).journal().range(log, 1, 2).at(0).isStub());
    EXPECT_TRUE(world.node(relay).journal().range(log, 1, 2).at(0).isStub());
}

/// Whom the reader takes the log from is chance.
TEST(Replica, WordsAreAskedOfWhoLacksOthersOfTheSameLog) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        World world(seed, 3);
        auto const author = world.addScripted(police);
        auto const relay = world.addScripted(fire);
        auto const member = world.addScripted(medical);
        auto const reader = world.addScripted(medical);
        world.connect(author, relay);
        world.connect(relay, reader);
        ASSERT_TRUE(world.settle());
        world.connect(author, member);
        world.connect(member, reader);
        ASSERT_TRUE(world.settle());
        world.scripted(author).openIncident({police});
        world.scripted(author).openIncident({police, medical}, "43");
        ASSERT_TRUE(world.settle());
        auto const log = world.scripted(author).log();
        EXPECT_TRUE(world.node(reader).journal().range(log, 1, 2).at(0).isStub());
        EXPECT_FALSE(world.node(reader).journal().range(log, 2, 3).at(0).isStub());
    }
}

TEST(Replica, AForkIsProvenByWhoeverHoldsBothSides) {
    World world(11, 3);
    auto const liar = world.addScripted(police);
    auto const one = world.addScripted(fire);
    auto const other = world.addScripted(medical);
    world.scripted(liar).openIncident({police, fire, medical});
    world.scripted(liar).openIncident({police, fire, medical}, "43");
    world.connect(liar, one);
    ASSERT_TRUE(world.settle());
    world.cut(liar, one);
    world.scripted(liar).forgetLast(1);
    world.scripted(liar).openIncident({police, fire, medical}, "44");
    world.scripted(liar).openIncident({police, fire, medical}, "45");
    world.connect(liar, other);
    ASSERT_TRUE(world.settle());
    world.cut(liar, other);
    EXPECT_TRUE(world.node(one).news().empty());
    world.connect(one, other);
    ASSERT_TRUE(world.settle());
    for (auto const number : {one, other}) {
        ASSERT_EQ(world.node(number).news().size(), 1u);
        EXPECT_EQ(world.node(number).news().front().kind, net::ReplicaNews::Kind::Forked);
        EXPECT_EQ(world.node(number).news().front().log, world.scripted(liar).log());
        EXPECT_TRUE(world.node(number).replica().state().logs.at(world.scripted(liar).log()).isStopped);
    }
}

TEST(Replica, WhoComesLateHearsOfAForkBeforeHeKnowsTheLog) {
    World world(12, 4);
    auto const liar = world.addScripted(police);
    auto const one = world.addScripted(fire);
    auto const other = world.addScripted(medical);
    auto const late = world.addScripted(core::AgencyIndex{3});
    world.scripted(liar).openIncident({police, fire, medical, core::AgencyIndex{3}});
    world.connect(liar, one);
    ASSERT_TRUE(world.settle());
    world.cut(liar, one);
    world.scripted(liar).forgetLast(1);
    world.scripted(liar).openIncident({police, fire, medical}, "44");
    world.connect(liar, other);
    ASSERT_TRUE(world.settle());
    world.cut(liar, other);
    world.connect(one, other);
    ASSERT_TRUE(world.settle());
    ASSERT_EQ(world.node(one).news().size(), 1u);
    // The proof is the first that he hears of that log.
    world.connect(one, late);
    ASSERT_TRUE(world.settle());
    ASSERT_EQ(world.node(late).news().size(), 1u);
    EXPECT_EQ(world.node(late).news().front().kind, net::ReplicaNews::Kind::Forked);
    EXPECT_EQ(world.node(late).news().front().log, world.scripted(liar).log());
}

TEST(Replica, AFloodWaitsAloneAndLosesNothing) {
    World world(21, 3);
    world.pace = {.burstEvents = 50, .eventsPerSecond = 20, .burstBytes = 1 << 20, .bytesPerSecond = 1 << 20};
    auto const flooding = world.addScripted(police);
    auto const other = world.addDesk(fire);
    auto const here = world.addDesk(medical);
    world.connect(flooding, here);
    world.connect(other, here);
    auto const stream = world.scripted(flooding).openIncident({police, fire, medical});
    auto const log = world.scripted(flooding).log();
    auto const heldOf = [&](core::LogId id) {
        auto const& logs = world.desk(here).replica().state().logs;
        return logs.contains(id) ? logs.at(id).size : 0;
    };
    for (int second = 0; second < 5; ++second) {
        for (int count = 0; count < 100; ++count)
            world.scripted(flooding).write(stream, core::NoteAdded{});
        auto const incident = world.openIncident(other);
        world.run(core::Duration::ofSeconds(1));
        EXPECT_TRUE(world.desk(here).desk().board().incident(incident)) << "in second " << second;
    }
    EXPECT_LT(heldOf(log), 400u) << "the burst, the rate and what was on its way when it was over";
    ASSERT_EQ(world.desk(here).news().size(), 1u);
    EXPECT_EQ(world.desk(here).news()[0].kind, net::ReplicaNews::Kind::Flood);
    EXPECT_EQ(world.desk(here).news()[0].log, log);
    world.run(core::Duration::ofSeconds(30));
    EXPECT_EQ(heldOf(log), 502u) << "with the opening of the log and of the incident";
}

TEST(Replica, ALogOfAnEarlierIncarnationComesBackFromOthers) {
    World world(13, 3);
    auto const restored = world.addScripted(police);
    auto const peer = world.addScripted(fire);
    world.scripted(restored).openIncident({police, fire});
    world.connectAll();
    ASSERT_TRUE(world.settle());
    world.cut(restored, peer);
    world.scripted(restored).forgetLast(1, ScriptedDesk::Goes::OnElsewhere);
    world.connectAll();
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(world.checkRoots(), "");
    EXPECT_EQ(world.node(restored).journal().eventsOf(world.scripted(restored).log()).size(), 2u);
    EXPECT_TRUE(world.node(restored).news().empty());
}

TEST(Replica, ALongerOwnLogElsewhereIsNews) {
    World world(12, 3);
    auto const restored = world.addScripted(police);
    auto const peer = world.addScripted(fire);
    world.scripted(restored).openIncident({police, fire});
    world.connectAll();
    ASSERT_TRUE(world.settle());
    world.cut(restored, peer);
    world.scripted(restored).forgetLast(1);
    world.connectAll();
    ASSERT_TRUE(world.settle());
    ASSERT_FALSE(world.node(restored).news().empty());
    EXPECT_EQ(world.node(restored).news().front().kind, net::ReplicaNews::Kind::OwnLogIsLonger);
}

} // namespace
} // namespace ob::sim

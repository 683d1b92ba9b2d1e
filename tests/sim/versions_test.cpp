// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "tests/sim/world.h"
#include "tests/support/agencies.h"
#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

namespace ob::sim {
namespace {

using core::fire;
using core::medical;
using core::police;

/// A new desk, an old one that does not know how priorities are set, and another new one.
class Versions : public testing::Test {
  protected:
    Versions() {
        world.powerOff(old);
        world.desk(old).setVersion({core::PrioritySet::kind}, net::FrameType::Statement);
        world.powerOn(old);
    }
    void settle() { ASSERT_TRUE(world.settle()) << "the desks never come to rest"; }
    void setPriority(DeskNumber number, core::StreamId incident) {
        world.desk(number).submit(core::SetPriority{incident, core::Priority::P4},
                                  World::operatorOf(world.desk(number).agency()));
        world.run(core::Duration::ofMilliseconds(300));
    }
    std::shared_ptr<core::Incident const> shown(DeskNumber number, core::StreamId incident) {
        return world.desk(number).desk().board().incident(incident);
    }
    void update() {
        world.powerOff(old);
        world.desk(old).setVersion({}, net::newestFrameType);
        world.powerOn(old);
    }
    void expectEqualDesks() {
        EXPECT_EQ(world.checkAcknowledged(), "");
        EXPECT_EQ(world.checkRoots(), "");
        EXPECT_EQ(world.checkBoards(), "");
    }

    World world{31, 3};
    DeskNumber author = world.addDesk(police);
    DeskNumber old = world.addDesk(fire);
    DeskNumber end = world.addDesk(medical);
};

TEST_F(Versions, AnOldDeskKeepsAndServesWhatItDoesNotUnderstand) {
    world.connect(author, old);
    world.connect(old, end);
    auto const incident = world.openIncident(author);
    settle();
    setPriority(author, incident);
    settle();
    EXPECT_EQ(shown(end, incident)->priority, core::Priority::P4) << "it went through the old desk";
    expectEqualDesks();
}

TEST_F(Versions, AnOldDeskSaysThatItDoesNotUnderstand) {
    world.connectAll();
    auto const incident = world.openIncident(author);
    settle();
    EXPECT_FALSE(shown(old, incident)->readOnly);
    setPriority(author, incident);
    settle();
    EXPECT_TRUE(shown(old, incident)->readOnly);
    EXPECT_FALSE(shown(end, incident)->readOnly);
    EXPECT_EQ(world.checkOldVersion(old), "");
    auto const refused = world.desk(old).refusals();
    world.desk(old).submit(core::AddNote{incident, "说明"}, World::operatorOf(fire));
    EXPECT_EQ(world.desk(old).refusals(), refused + 1);
}

TEST_F(Versions, AnUpdatedDeskShowsTheSameAsOthers) {
    world.connectAll();
    auto const incident = world.openIncident(author);
    setPriority(author, incident);
    settle();
    update();
    EXPECT_FALSE(shown(old, incident)->readOnly);
    EXPECT_EQ(shown(old, incident)->priority, core::Priority::P4) << "out of what it had kept";
    world.connectAll();
    settle();
    expectEqualDesks();
}

TEST_F(Versions, WhatAnOldDeskRemembersOfAStreamIsNotBelievedAfterItsUpdate) {
    world.connectAll();
    auto const incident = world.openIncident(author);
    setPriority(author, incident);
    settle();
    world.shutDown(old);
    world.powerOn(old);
    EXPECT_TRUE(shown(old, incident)->readOnly);
    world.shutDown(old);
    world.desk(old).setVersion({}, net::newestFrameType);
    world.powerOn(old);
    EXPECT_FALSE(shown(old, incident)->readOnly);
    EXPECT_EQ(shown(old, incident)->priority, core::Priority::P4);
}

TEST_F(Versions, AFrameOfANewerVersionEndsNoLink) {
    world.connectAll();
    auto const incident = world.openIncident(author);
    settle();
    auto const photo = world.desk(author).blobs().keep(core::Bytes(100'000, 7), "photo.jpg");
    world.desk(author).submit(core::AddNote{incident, "说明", false, {photo}}, World::operatorOf(police));
    world.desk(author).submit(core::OfferLead{.incident = incident, .agency = fire},
                              World::operatorOf(police));
    settle();
    EXPECT_TRUE(world.isConnected(author, old));
    EXPECT_FALSE(world.desk(old).blobs().has(photo.hash)) << "it does not know how to ask";
    update();
    world.connectAll();
    settle();
    EXPECT_TRUE(world.desk(old).blobs().has(photo.hash));
}

TEST_F(Versions, AFieldOfANewerVersionIsSkipped) {
    net::Batch const batch{
        .log = world.desk(author).log(core::Lane::Live),
        .first = 5,
        .origin = {},
        .events = world.desk(author).journal().range(world.desk(author).log(core::Lane::Live), 0, 1),
        .head = {}};
    auto payload = encode(batch);
    ++payload.front(); // a map of fewer than 24 fields: one more
    payload.insert(payload.end(), {9, 0x42, 1, 2});
    auto const read = net::decodeBatch(payload);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->log, batch.log);
    EXPECT_EQ(read->events.size(), 1u);
}

TEST_F(Versions, AStreamThatAnOldDeskDoesNotKnowIsOnItsBoardAfterItsUpdate) {
    world.powerOff(old);
    world.desk(old).setVersion({core::UnitRegistered::kind}, net::newestFrameType);
    world.powerOn(old);
    world.connectAll();
    world.desk(author).submit(core::engine("E07"), World::operatorOf(police));
    settle();
    EXPECT_TRUE(world.desk(old).desk().board().units().empty());
    update();
    EXPECT_EQ(world.desk(old).desk().board().units().size(), 1u);
    world.connectAll();
    settle();
    expectEqualDesks();
    auto const unit = world.desk(old).desk().board().units().begin()->first;
    world.desk(old).journal().visitStreams([&](core::StreamId stream, core::StreamKind kind, bool) {
        EXPECT_EQ(stream == unit, kind == core::StreamKind::Unit);
    });
}

} // namespace
} // namespace ob::sim

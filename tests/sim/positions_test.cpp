// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"
#include "tests/support/agencies.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

namespace ob::sim {
namespace {

using core::fire;
using core::medical;
using core::police;

core::UnitId unitCalled(char letter) {
    core::Hash hash;
    hash.fill(static_cast<std::uint8_t>(letter));
    return core::UnitId(hash);
}

core::Fix at(World& world, DeskNumber number, std::int64_t east) {
    return {.place = *core::GeoPoint::ofE7(312'304'000, 1'214'737'000 + east),
            .fixedAt = world.desk(number).clock().now(),
            .speedCentimetresPerSecond = 1250,
            .headingCentidegrees = 9000};
}

class Positions : public testing::Test {
  protected:
    void wait(std::int64_t milliseconds = 2000) { world.run(core::Duration::ofMilliseconds(milliseconds)); }
    std::optional<core::Fix> seen(DeskNumber number, core::AgencyIndex agency, core::UnitId which) {
        return world.desk(number).replica().positions().newest(agency, net::tagOf(which));
    }
    bool report(DeskNumber number, core::UnitId which, core::Fix const& fix) {
        return world.desk(number).replica().positions().report(which, fix);
    }

    void share(DeskNumber number, core::AgencyIndex to, core::PositionSharing const& how) {
        auto& desk = world.desk(number);
        desk.submit(core::SetPositionSharing{to, how}, World::operatorOf(desk.agency()));
        wait();
    }

    World world{7, 3};
    core::UnitId unit = unitCalled('A');
};

TEST_F(Positions, ReachWhoIsTwoLinksAway) {
    auto const author = world.addDesk(fire);
    auto const relay = world.addDesk(police);
    auto const reader = world.addDesk(medical);
    world.connect(author, relay);
    world.connect(relay, reader);
    wait();
    auto const fix = at(world, author, 0);
    ASSERT_TRUE(report(author, unit, fix));
    wait();
    EXPECT_EQ(seen(reader, fire, unit), fix);
    EXPECT_EQ(seen(relay, fire, unit), fix);
    EXPECT_FALSE(seen(reader, police, unit)) << "it counts for its own agency only";
}

TEST_F(Positions, WhoComesLaterIsToldWhereTheyAre) {
    auto const author = world.addDesk(fire);
    auto const fix = at(world, author, 0);
    ASSERT_TRUE(report(author, unit, fix));
    wait();
    auto const reader = world.addDesk(medical);
    world.connect(author, reader);
    wait();
    EXPECT_EQ(seen(reader, fire, unit), fix);
}

TEST_F(Positions, OnlyTheNewestWaitsForASlowLink) {
    auto const author = world.addDesk(fire);
    auto const reader = world.addDesk(medical);
    world.connect(author, reader);
    wait();
    world.stall(author, reader);
    std::vector<core::UnitId> units;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        units.push_back(unitCalled(letter));
    // More by far than may be on the way without an answer.
    for (int round = 0; round < 4000; ++round) {
        for (auto const& each : units)
            ASSERT_TRUE(report(author, each, at(world, author, round)));
        wait(1);
        world.desk(author).replica().positions().flush();
    }
    EXPECT_LT(world.positionBytesSent(author), 200'000u);
    world.dropStalled();
    world.connect(author, reader);
    wait();
    for (auto const& each : units)
        EXPECT_EQ(seen(reader, fire, each)->place, at(world, author, 3999).place);
}

TEST_F(Positions, GoOnAfterARestartWithAClockThatWasSetBack) {
    auto const author = world.addDesk(fire);
    auto const relay = world.addDesk(police);
    auto const reader = world.addDesk(medical);
    world.connect(author, relay);
    world.connect(relay, reader);
    world.setClockOffset(author, 3'600'000);
    wait();
    ASSERT_TRUE(report(author, unit, at(world, author, 0)));
    wait();
    ASSERT_TRUE(seen(reader, fire, unit));
    // The relay forgets, too: only the far desk knows how far the author had come.
    world.powerOff(author);
    world.powerOff(relay);
    world.setClockOffset(author, 0);
    world.powerOn(author);
    world.powerOn(relay);
    world.connect(author, relay);
    world.connect(relay, reader);
    wait();
    auto const fix = at(world, author, 50);
    ASSERT_TRUE(report(author, unit, fix));
    wait(5000);
    EXPECT_EQ(seen(reader, fire, unit), fix);
}

TEST_F(Positions, ADeskOfTheSameAgencyPassesOnWhatIsRoundedForOthers) {
    auto const author = world.addDesk(fire);
    auto const second = world.addDesk(fire);
    auto const reader = world.addDesk(police);
    world.connect(author, second);
    world.connect(second, reader);
    share(author, police, {.isWithheld = false, .gridMetres = 500, .delay = {}});
    wait();
    auto const fix = at(world, author, 0);
    ASSERT_TRUE(report(author, unit, fix));
    wait();
    EXPECT_EQ(seen(second, fire, unit), fix);
    EXPECT_EQ(seen(reader, fire, unit), core::coarsened(fix, 500));
}

TEST_F(Positions, AreNotToldToWhomTheyAreWithheldFrom) {
    auto const author = world.addDesk(fire);
    auto const reader = world.addDesk(police);
    auto const other = world.addDesk(medical);
    world.connectAll();
    ASSERT_TRUE(report(author, unit, at(world, author, 0)));
    wait();
    EXPECT_TRUE(seen(reader, fire, unit));
    share(author, police, {.isWithheld = true, .gridMetres = 0, .delay = {}});
    wait();
    auto const fix = at(world, author, 70);
    ASSERT_TRUE(report(author, unit, fix));
    wait();
    EXPECT_EQ(seen(other, fire, unit), fix);
    EXPECT_NE(seen(reader, fire, unit), fix);
}

TEST_F(Positions, AreToldLaterToWhomTheyAreDelayedFor) {
    auto const author = world.addDesk(fire);
    auto const reader = world.addDesk(police);
    world.connect(author, reader);
    share(author, police, {.isWithheld = false, .gridMetres = 0, .delay = core::Duration::ofSeconds(30)});
    wait();
    auto const first = at(world, author, 0);
    ASSERT_TRUE(report(author, unit, first));
    wait(20'000);
    EXPECT_FALSE(seen(reader, fire, unit));
    ASSERT_TRUE(report(author, unit, at(world, author, 70)));
    wait(15'000);
    EXPECT_EQ(seen(reader, fire, unit), first);
}

TEST_F(Positions, FindTheirWayThroughDesksThatHadAskedEachOther) {
    auto const author = world.addDesk(fire);
    std::vector<DeskNumber> others;
    for (auto const agency : {police, medical, police, medical})
        others.push_back(world.addDesk(agency));
    world.connectAll();
    wait();
    // Nobody has anything new for anybody, and the author is away.
    for (auto const other : others)
        world.cut(author, other);
    wait(5000);
    world.connect(author, others.back());
    for (auto const other : others)
        if (other != others.front()) world.cut(others.front(), other);
    world.connect(others.front(), others[1]);
    wait(5000);
    auto const fix = at(world, author, 0);
    ASSERT_TRUE(report(author, unit, fix));
    wait();
    for (auto const other : others)
        EXPECT_EQ(seen(other, fire, unit), fix);
}

TEST_F(Positions, WhatItsAuthorHasNotSignedEndsTheLink) {
    auto const author = world.addDesk(fire);
    auto const reader = world.addDesk(police);
    world.connect(author, reader);
    wait();
    net::PositionFrame frame{.log = world.desk(author).log(core::Lane::Live),
                             .stamp = {1, 1},
                             .audience = {},
                             .gridMetres = 0,
                             .fixes = {{net::tagOf(unit), at(world, author, 0)}}};
    auto const stranger = core::keyOf(77);
    ASSERT_TRUE(world.isConnected(author, reader));
    world.inject(author, reader, net::FrameType::Positions, encodePositions(frame, stranger));
    wait();
    EXPECT_FALSE(seen(reader, fire, unit));
    EXPECT_FALSE(world.isConnected(author, reader));
}

TEST_F(Positions, WhatIsForOthersEndsTheLink) {
    auto const author = world.addDesk(fire);
    auto const reader = world.addDesk(police);
    world.connect(author, reader);
    wait();
    net::PositionFrame frame{.log = world.desk(author).log(core::Lane::Live),
                             .stamp = {1, 1},
                             .audience = {fire, medical},
                             .gridMetres = 0,
                             .fixes = {{net::tagOf(unit), at(world, author, 0)}}};
    world.inject(author, reader, net::FrameType::Positions, encodePositions(frame, world.desk(author).key()));
    wait();
    EXPECT_FALSE(seen(reader, fire, unit));
    EXPECT_FALSE(world.isConnected(author, reader));
}

TEST_F(Positions, AnOlderOneIsNotTaken) {
    auto const author = world.addDesk(fire);
    wait();
    auto const fix = at(world, author, 0);
    wait();
    ASSERT_TRUE(report(author, unit, at(world, author, 9)));
    EXPECT_FALSE(report(author, unit, fix));
    wait();
    EXPECT_FALSE(report(author, unit, fix)) << "also when the newer one was signed";
}

} // namespace
} // namespace ob::sim

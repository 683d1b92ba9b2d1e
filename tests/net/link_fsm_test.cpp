// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/realm_file.h"
#include "net/link_fsm.h"
#include "tests/support/agencies.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

#include <optional>

namespace ob::net {
namespace {

core::Instant at(std::int64_t milliseconds) {
    return *core::Instant::ofMilliseconds(1'800'000'000'000 + milliseconds);
}

/// One end of a link, with everything that a test may falsify.
struct End {
    core::RealmFile realm;
    core::DeskCertificate desk;
    core::SecretKey key;
    core::Bytes certificate;
    bool revokesPeers = false;
    LinkIdentity identity;
    LinkFacts facts;
    std::optional<LinkFsm> fsm;

    End(std::uint8_t number, core::AgencyIndex agency, LinkSide side,
        core::RealmFile realmFile = core::realmOf(3))
        : realm(std::move(realmFile)), desk(core::certificateOf(realm, agency, number)),
          key(core::keyOf(static_cast<std::uint8_t>(100 + number))),
          certificate(core::issueCertificate(desk, core::agencyRootOf(agency))),
          identity{.realm = realm,
                   .certificate = certificate,
                   .desk = desk,
                   .deskKey = key,
                   .isRevoked = [this](core::DeskCertificate const&) { return revokesPeers; },
                   .program = "test"} {
        facts.side = side;
        facts.exporter = {1, 2, 3};
    }
    void begin(core::Hash const& peerTlsKey) {
        facts.peerTlsKey = peerTlsKey;
        fsm.emplace(identity, facts, LinkFsm::Times{at(0), at(0)});
    }
};

struct LinkFsmTest : testing::Test {
    std::optional<End> dialler, accepter;
    LinkFsmTest() {
        dialler.emplace(std::uint8_t{1}, core::police, LinkSide::Dialled);
        accepter.emplace(std::uint8_t{2}, core::fire, LinkSide::Accepted);
    }
    void begin() {
        dialler->begin(accepter->desk.tlsKey);
        accepter->begin(dialler->desk.tlsKey);
    }
    static LinkFsm::Step hear(End& end, LinkFsm::Outgoing const& frame, std::int64_t ms = 1) {
        return end.fsm->receive(frame.type, frame.payload, {at(ms), at(ms)});
    }
    /// What the accepter says to the dialler's hello.
    LinkFsm::Step greet() {
        begin();
        return hear(*accepter, dialler->fsm->start({at(0), at(0)}).send.at(0));
    }
    void expectRefused(RefuseReason reason) {
        auto const step = greet();
        EXPECT_FALSE(step.isEstablished);
        ASSERT_TRUE(step.ending);
        EXPECT_EQ(step.ending->reason, reason) << step.ending->detail;
        EXPECT_FALSE(step.wasRefused);
        ASSERT_EQ(step.send.size(), 1u);
        // The other side is told, and can show it.
        auto const told = hear(*dialler, step.send[0]);
        ASSERT_TRUE(told.ending);
        EXPECT_TRUE(told.wasRefused);
        EXPECT_EQ(told.ending->reason, reason);
        EXPECT_FALSE(told.ending->detail.empty());
    }
    void establish() {
        begin();
        auto const first = dialler->fsm->start({at(0), at(0)});
        auto const second = accepter->fsm->start({at(0), at(0)});
        EXPECT_TRUE(hear(*accepter, first.send.at(0)).isEstablished);
        EXPECT_TRUE(hear(*dialler, second.send.at(0)).isEstablished);
    }
};

TEST_F(LinkFsmTest, TwoDesksOfARealmGreetEachOther) {
    establish();
    EXPECT_EQ(accepter->fsm->peer()->deskKey, dialler->key.publicKey());
    EXPECT_EQ(dialler->fsm->peer()->agency, core::fire);
}

TEST_F(LinkFsmTest, AnotherRealmIsRefused) {
    auto other = core::realmOf(3);
    other.id[0] = 0x77;
    dialler.emplace(std::uint8_t{1}, core::police, LinkSide::Dialled, other);
    expectRefused(RefuseReason::OtherRealm);
}

TEST_F(LinkFsmTest, ADrillDoesNotMeetTheLiveSystem) {
    auto live = core::realmOf(3);
    live.kind = core::RealmKind::Live;
    dialler.emplace(std::uint8_t{1}, core::police, LinkSide::Dialled, live);
    expectRefused(RefuseReason::OtherKind);
}

TEST_F(LinkFsmTest, ACertificateOfAStrangerIsRefused) {
    dialler->certificate = core::issueCertificate(dialler->desk, core::keyOf(66));
    expectRefused(RefuseReason::NotCertified);
}

TEST_F(LinkFsmTest, AnotherTlsKeyThanCertifiedIsRefused) {
    begin();
    accepter->begin(core::Hash{0x99});
    auto const step = hear(*accepter, dialler->fsm->start({at(0), at(0)}).send.at(0));
    ASSERT_TRUE(step.ending);
    EXPECT_EQ(step.ending->reason, RefuseReason::WrongTlsKey);
}

TEST_F(LinkFsmTest, AHelloOfAnotherConnectionIsRefused) {
    dialler->facts.exporter = {9};
    expectRefused(RefuseReason::BadSignature);
}

TEST_F(LinkFsmTest, AHelloThatIsSentBackIsRefused) {
    begin();
    dialler->begin(dialler->desk.tlsKey);
    auto const own = dialler->fsm->start({at(0), at(0)}).send.at(0);
    auto const step = hear(*dialler, own);
    ASSERT_TRUE(step.ending);
    EXPECT_EQ(step.ending->reason, RefuseReason::BadSignature);
}

TEST_F(LinkFsmTest, ARevokedDeskIsRefused) {
    accepter->revokesPeers = true;
    expectRefused(RefuseReason::Revoked);
}

TEST_F(LinkFsmTest, NothingButAHelloMayComeFirst) {
    begin();
    auto const step = hear(*accepter, {FrameType::Ping, encode(Ping{at(0)})});
    ASSERT_TRUE(step.ending);
    EXPECT_EQ(step.ending->reason, RefuseReason::BadFrame);
}

TEST_F(LinkFsmTest, WhoSaysNoHelloIsNotWaitedForForEver) {
    begin();
    EXPECT_FALSE(accepter->fsm->tick({at(9'000), at(9'000)}).ending);
    auto const step = accepter->fsm->tick({at(10'250), at(10'250)});
    ASSERT_TRUE(step.ending);
    EXPECT_EQ(step.ending->reason, RefuseReason::Silent);
}

TEST_F(LinkFsmTest, WhoFallsSilentIsDead) {
    establish();
    EXPECT_FALSE(dialler->fsm->tick({at(14'000), at(14'000)}).ending);
    EXPECT_TRUE(dialler->fsm->tick({at(15'500), at(15'500)}).ending);
}

TEST_F(LinkFsmTest, AJumpOfTheClockKillsNoLink) {
    establish();
    auto const step = dialler->fsm->tick({at(86'400'000), at(2'000)});
    EXPECT_FALSE(step.ending);
}

TEST_F(LinkFsmTest, PingsTellTheOffsetOfTheClocks) {
    establish();
    auto const ping = dialler->fsm->tick({at(6'000), at(6'000)});
    ASSERT_EQ(ping.send.size(), 1u);
    // The accepter's clock is 70 s ahead; the way there and back takes 20 ms.
    auto const pong =
        accepter->fsm->receive(ping.send[0].type, ping.send[0].payload, {at(76'010), at(6'010)});
    ASSERT_EQ(pong.send.size(), 1u);
    (void)dialler->fsm->receive(pong.send[0].type, pong.send[0].payload, {at(6'020), at(6'020)});
    ASSERT_TRUE(dialler->fsm->clockOffset());
    EXPECT_EQ(dialler->fsm->clockOffset()->milliseconds(), 70'000);
    EXPECT_EQ(dialler->fsm->roundTrip()->milliseconds(), 20);
}

TEST_F(LinkFsmTest, FramesOfReplicationPassAndThoseOfTheFutureAreIgnored) {
    establish();
    EXPECT_TRUE(hear(*dialler, {FrameType::Have, encodeHave({})}).isForReplica);
    auto const future = dialler->fsm->receive(static_cast<FrameType>(99), {}, {at(3), at(3)});
    EXPECT_FALSE(future.isForReplica);
    EXPECT_FALSE(future.ending);
}

struct FramesWithoutEnd : LinkFsmTest {
    /// As many of this type as are allowed, for a minute, then how many more end the link.
    std::int64_t untilHungUpOn(LinkFsm::Outgoing const& frame, std::int64_t perSecond, std::int64_t most) {
        EXPECT_TRUE(greet().isEstablished);
        for (std::int64_t ms = 0; ms < 60'000; ms += 10)
            for (std::int64_t count = 0; count < perSecond / 100; ++count)
                if (hear(*accepter, frame, 1000 + ms).ending) return -1;
        for (std::int64_t more = 0; more <= most; ++more)
            if (auto const ending = hear(*accepter, frame, 61'000).ending) {
                EXPECT_EQ(ending->reason, RefuseReason::TooMany);
                return more;
            }
        return most + 1;
    }
};

TEST_F(FramesWithoutEnd, EndTheLink) {
    auto const count = untilHungUpOn({.type = FrameType::Have, .payload = encodeHave({})}, maxFramesPerSecond,
                                     maxFramesAtOnce);
    EXPECT_GT(count, maxFramesAtOnce - maxFramesPerSecond);
    EXPECT_LE(count, maxFramesAtOnce);
}

TEST_F(FramesWithoutEnd, EndTheLinkSoonerWhenNobodyKnowsTheirType) {
    constexpr std::int64_t atOnce = maxFramesAtOnce / priceOfUnknownFrame;
    auto const count = untilHungUpOn({.type = static_cast<FrameType>(200), .payload = {}},
                                     maxFramesPerSecond / priceOfUnknownFrame, atOnce);
    EXPECT_GT(count, atOnce - maxFramesPerSecond / priceOfUnknownFrame);
    EXPECT_LE(count, atOnce);
}

} // namespace
} // namespace ob::net

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/hub.h"

#include "tests/net/peer.h"

#include <gtest/gtest.h>

namespace ob::net {
namespace {

using core::Bytes;
using core::Duration;
using tests::Pair;
using tests::Peer;
using tests::runUntil;

TEST(Hub, OpensALinkOnBothSidesWithTheSameExporterAndTheRightKeys) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    auto const& served = *pair.server.last().opening;
    auto const& dialled = *pair.client.last().opening;
    EXPECT_FALSE(served.dialled);
    EXPECT_TRUE(dialled.dialled);
    EXPECT_EQ(dialled.remote, pair.at);
    EXPECT_EQ(served.remote.host, "127.0.0.1");
    EXPECT_EQ(served.peerTlsKey, pair.client.keyHash());
    EXPECT_EQ(dialled.peerTlsKey, pair.server.keyHash());
    EXPECT_EQ(served.exporter, dialled.exporter);
    EXPECT_NE(served.exporter, (std::array<std::uint8_t, 32>{}));
}

TEST(Hub, FindsAPeerByNameAndOverIpv6WhereThereIsIt) {
    EventLoop loop;
    Peer server(loop, 1);
    Peer client(loop, 2);
    client.hub->dial({.host = "localhost", .port = server.listen().port});
    ASSERT_TRUE(runUntil(loop, [&] { return server.hasOpen() && client.hasOpen(); }));
    EXPECT_EQ(client.last().opening->remote.host, "localhost");

    auto const six = server.hub->listen({.host = "::1", .port = 0});
    if (!six) GTEST_SKIP() << six.error();
    Peer other(loop, 3);
    other.hub->dial(*six);
    ASSERT_TRUE(
        runUntil(loop, [&] { return other.hasOpen() && server.links.size() == 2 && server.hasOpen(); }));
    EXPECT_EQ(server.last().opening->remote.host, "::1");
}

/// Keeps a link busy until all frames are sent, and knows what has come from the other side.
struct Stream {
    static constexpr int frames = 160;
    Peer& from;
    int sent = 0;

    static Frame frame(int index) {
        auto const size = static_cast<std::size_t>(index * 7919 % 100'000);
        return {.type = static_cast<std::uint8_t>(index),
                .flags = 3,
                .channel = static_cast<std::uint16_t>(index),
                .payload = Bytes(size, static_cast<std::uint8_t>(index * 31))};
    }
    void fill(LinkId link) {
        while (sent < frames && from.hub->queuedBytes(link) < 512 * 1024)
            from.hub->send(link, frame(sent++), Priority::CatchUp);
    }
    static bool isAllOf(std::vector<Frame> const& read) {
        for (int at = 0; at < frames; ++at)
            if (read[static_cast<std::size_t>(at)] != frame(at)) return false;
        return read.size() == frames;
    }
};

TEST(Hub, CarriesMuchBothWaysAtOnceAndTellsWhenThereIsRoom) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    Stream up{.from = pair.client};
    Stream down{.from = pair.server};
    pair.client.whenDrained = [&](LinkId link) { up.fill(link); };
    pair.server.whenDrained = [&](LinkId link) { down.fill(link); };
    up.fill(pair.client.openLink());
    down.fill(pair.server.openLink());
    ASSERT_TRUE(runUntil(pair.loop, [&] {
        return pair.server.last().frames.size() == Stream::frames
               && pair.client.last().frames.size() == Stream::frames;
    }));
    EXPECT_TRUE(Stream::isAllOf(pair.server.last().frames));
    EXPECT_TRUE(Stream::isAllOf(pair.client.last().frames));
    EXPECT_GT(pair.client.last().drained, 3);
    auto const link = pair.client.openLink();
    EXPECT_GT(pair.client.hub->bytesOut(link), 7'000'000U);
    EXPECT_GT(pair.client.hub->bytesIn(link), 7'000'000U);
    EXPECT_EQ(pair.client.hub->queuedBytes(link), 0U);
}

TEST(Hub, SendsWhatIsUrgentBeforeWhatWaits) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    auto const link = pair.client.openLink();
    for (int at = 0; at < 17; ++at)
        pair.client.hub->send(link, {.type = 9, .payload = Bytes(maxPayloadBytes)}, Priority::Bulk);
    pair.client.hub->send(link, {.type = 2}, Priority::Live);
    pair.client.hub->send(link, {.type = 1}, Priority::Control);
    EXPECT_GT(pair.client.hub->queuedBytes(link), std::size_t{4 * 1024 * 1024});
    auto const& read = pair.server.links.begin()->second.frames;
    ASSERT_TRUE(runUntil(pair.loop, [&] { return read.size() == 19; }));
    // The first was on its way already.
    EXPECT_EQ(read[0].type, 9);
    EXPECT_EQ(read[1].type, 1);
    EXPECT_EQ(read[2].type, 2);
}

TEST(Hub, SaysLastWordsBeforeItClosesALink) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    auto const link = pair.client.openLink();
    // What the peer is sending at the time must not destroy them.
    for (int at = 0; at < 20; ++at)
        pair.server.hub->send(pair.server.openLink(), {.type = 5, .payload = Bytes(200'000)}, Priority::Bulk);
    pair.client.hub->send(link, {.type = 9, .payload = Bytes(200'000)}, Priority::Bulk);
    pair.client.hub->send(link, {.type = 9, .payload = Bytes(200'000)}, Priority::Bulk);
    pair.client.hub->send(link, {.type = 1, .payload = Bytes(1000)}, Priority::Control);
    pair.client.hub->close(link, "wrong realm");
    pair.client.hub->send(link, {.type = 7}, Priority::Control); // too late
    EXPECT_FALSE(pair.client.last().end) << "not from within close";
    ASSERT_TRUE(
        runUntil(pair.loop, [&] { return pair.client.links.at(link).end && pair.server.hasEnded(); }));
    EXPECT_EQ(pair.client.links.at(link).end, LinkEnd::ByUs);
    EXPECT_EQ(pair.client.links.at(link).detail, "wrong realm");
    EXPECT_EQ(pair.server.last().end, LinkEnd::ByPeer);
    auto const& frames = pair.server.last().frames;
    ASSERT_EQ(frames.size(), 2U) << "one that was on its way, and the last words";
    EXPECT_EQ(frames[1].type, 1);
}

TEST(Hub, EndsALinkWhosePeerVanishes) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    pair.client.hub.reset();
    ASSERT_TRUE(runUntil(pair.loop, [&] { return pair.server.hasEnded(); }));
    EXPECT_EQ(pair.server.last().end, LinkEnd::NetworkLost);
}

TEST(Hub, EndsALinkWhoseQueueIsFull) {
    Pair pair({.queueBytes = 1024 * 1024});
    ASSERT_TRUE(pair.open());
    auto const link = pair.server.openLink();
    pair.server.whenFrame = [&](LinkId, Frame const&) {
        for (int at = 0; at < 5; ++at)
            pair.server.hub->send(link, {.type = 9, .payload = Bytes(maxPayloadBytes)}, Priority::Live);
        EXPECT_FALSE(pair.server.last().end) << "not from within send";
    };
    pair.client.hub->send(pair.client.openLink(), {.type = 1}, Priority::Live);
    ASSERT_TRUE(runUntil(pair.loop, [&] { return pair.server.hasEnded(); }));
    EXPECT_EQ(pair.server.last().end, LinkEnd::TooSlow);
}

TEST(Hub, IgnoresLinksThatItDoesNotKnow) {
    EventLoop loop;
    Peer const peer(loop, 1);
    peer.hub->send(77, {.type = 1}, Priority::Live);
    peer.hub->close(77, "why");
    peer.hub->redialLater(77);
    EXPECT_EQ(peer.hub->queuedBytes(77), 0U);
    EXPECT_EQ(peer.hub->bytesIn(77) + peer.hub->bytesOut(77), 0U);
}

TEST(Hub, SaysWhyItCannotListen) {
    EventLoop loop;
    Peer const peer(loop, 1);
    auto const taken = peer.listen();
    auto const again = peer.hub->listen(taken);
    ASSERT_FALSE(again);
    EXPECT_NE(again.error().find(taken.text()), std::string::npos);
    EXPECT_FALSE(peer.hub->listen({.host = "desk.example.org", .port = 0}));
}

} // namespace
} // namespace ob::net

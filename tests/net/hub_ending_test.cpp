// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// shutDown, in whatever state the links are.
#include "tests/net/peer.h"
#include "tests/net/raw_socket.h"

#include <gtest/gtest.h>

#include <thread>

namespace ob::net {
namespace {

using core::Bytes;
using core::Duration;
using tests::Pair;
using tests::Peer;
using tests::RawSocket;
using tests::runUntil;

/// Done in time, and not a word afterwards.
void expectQuietEnd(EventLoop& loop, Peer& peer) {
    auto const begun = loop.steadyNow();
    peer.shutDown();
    EXPECT_FALSE(peer.isDown) << "not from within shutDown";
    ASSERT_TRUE(runUntil(loop, [&] { return peer.isDown; }));
    EXPECT_LT(loop.steadyNow() - begun, Duration::ofSeconds(2));
    int const calls = peer.calls;
    EXPECT_FALSE(runUntil(loop, [&] { return peer.calls != calls; }, Duration::ofMilliseconds(100)));
    peer.hub.reset();
}

TEST(HubEnding, WithNothing) {
    EventLoop loop;
    Peer peer(loop, 1);
    expectQuietEnd(loop, peer);
}

TEST(HubEnding, WhileListening) {
    EventLoop loop;
    Peer peer(loop, 1);
    auto const at = peer.listen();
    expectQuietEnd(loop, peer);
    Peer next(loop, 2);
    EXPECT_TRUE(next.hub->listen(at)) << "the port is free at once";
}

TEST(HubEnding, WhileDiallingAndWaitingToDialAgain) {
    EventLoop loop;
    Peer peer(loop, 1);
    Endpoint closed;
    {
        RawSocket const socket;
        closed = socket.listen();
    }
    peer.hub->dial(closed);
    ASSERT_TRUE(runUntil(loop, [&] { return peer.dialFailures.size() == 2; }));
    RawSocket const silent;
    peer.hub->dial(silent.listen());                             // connecting
    peer.hub->dial({.host = "no-such-desk.invalid", .port = 1}); // its name is looked up
    expectQuietEnd(loop, peer);
}

TEST(HubEnding, WhileHandshakesAreUnderWayOnBothSides) {
    EventLoop loop;
    Peer peer(loop, 1, {.handshakes = 1});
    RawSocket const silent;
    peer.hub->dial(silent.listen());
    auto const at = peer.listen();
    auto const shaking = RawSocket::to(at);
    auto const waiting = RawSocket::to(at);
    runUntil(loop, [] { return false; }, Duration::ofMilliseconds(50));
    EXPECT_EQ(peer.calls, 0);
    expectQuietEnd(loop, peer);
}

TEST(HubEnding, WithAnOpenLinkThatIsBusy) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    for (int frame = 0; frame < 20; ++frame) {
        pair.client.hub->send(pair.client.openLink(), {.type = 1, .payload = Bytes(200'000)}, Priority::Bulk);
        pair.server.hub->send(pair.server.openLink(), {.type = 1, .payload = Bytes(200'000)}, Priority::Live);
    }
    expectQuietEnd(pair.loop, pair.client);
    EXPECT_EQ(pair.client.last().end, LinkEnd::ByUs);
    EXPECT_EQ(pair.server.last().end, LinkEnd::ByPeer);
    expectQuietEnd(pair.loop, pair.server);
}

TEST(HubEnding, WithBothAtOnce) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    pair.client.shutDown();
    pair.server.shutDown();
    ASSERT_TRUE(runUntil(pair.loop, [&] { return pair.client.isDown && pair.server.isDown; }));
}

TEST(HubEnding, WithAPeerThatTakesNothing) {
    EventLoop loop;
    Peer peer(loop, 1);
    auto const at = peer.listen();
    TlsContext const context(tests::keyOf(9));
    auto const socket = RawSocket::to(at);
    TlsEngine engine(context, TlsEngine::Side::Dials);
    std::thread thread([&] { EXPECT_TRUE(tests::shakeHands(socket, engine)); });
    EXPECT_TRUE(runUntil(loop, [&] { return peer.hasOpen(); }));
    thread.join();
    for (int frame = 0; frame < 30; ++frame)
        peer.hub->send(peer.openLink(), {.type = 1, .payload = Bytes(250'000)}, Priority::Control);
    peer.hub->close(peer.openLink(), "closing already");
    expectQuietEnd(loop, peer);
    EXPECT_EQ(peer.last().end, LinkEnd::ByUs);
}

TEST(HubEnding, MayDestroyTheHubWhenDone) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    pair.client.hub->shutDown([&] { pair.client.hub.reset(); });
    ASSERT_TRUE(runUntil(pair.loop, [&] { return !pair.client.hub && pair.server.hasEnded(); }));
}

TEST(HubEnding, CutOffWithoutShutDownIsQuiet) {
    Pair pair;
    ASSERT_TRUE(pair.open());
    pair.client.hub->send(pair.client.openLink(), {.type = 1, .payload = Bytes(200'000)}, Priority::Bulk);
    int const calls = pair.client.calls;
    pair.client.hub.reset();
    ASSERT_TRUE(runUntil(pair.loop, [&] { return pair.server.hasEnded(); }));
    EXPECT_EQ(pair.client.calls, calls);
}

} // namespace
} // namespace ob::net

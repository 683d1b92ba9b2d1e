// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/net/peer.h"
#include "tests/net/raw_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::net {
namespace {

using core::Duration;
using testing::HasSubstr;
using tests::Peer;
using tests::runUntil;

TEST(HubDial, TriesAgainUntilSomebodyListens) {
    EventLoop loop;
    Peer client(loop, 2);
    tests::RawSocket const closed;
    auto const at = closed.bind();
    client.hub->dial(at);
    client.hub->dial(at); // the same
    ASSERT_TRUE(runUntil(loop, [&] { return client.dialFailures.size() == 3; }));
    EXPECT_THAT(client.dialFailures.front(), HasSubstr("refused"));
    Peer server(loop, 1);
    ASSERT_TRUE(server.hub->listen(at));
    ASSERT_TRUE(runUntil(loop, [&] { return server.hasOpen() && client.hasOpen(); }));
    EXPECT_EQ(server.links.size(), 1U);
}

TEST(HubDial, ComesBackWhenALinkEnds) {
    tests::Pair pair;
    ASSERT_TRUE(pair.open());
    auto const first = pair.client.openLink();
    pair.server.hub->close(pair.server.openLink(), "for now");
    ASSERT_TRUE(
        runUntil(pair.loop, [&] { return pair.client.links.at(first).end && pair.client.hasOpen(); }));
    EXPECT_EQ(pair.client.links.at(first).end, LinkEnd::ByPeer);
    EXPECT_NE(pair.client.openLink(), first);
}

TEST(HubDial, ComesBackLateWhenTheReasonLasts) {
    tests::Pair pair;
    ASSERT_TRUE(pair.open());
    auto const link = pair.client.openLink();
    pair.client.hub->redialLater(link);
    pair.client.hub->close(link, "wrong realm");
    ASSERT_TRUE(runUntil(pair.loop, [&] { return pair.client.hasEnded(); }));
    EXPECT_FALSE(runUntil(pair.loop, [&] { return pair.client.hasOpen(); }, Duration::ofSeconds(2)));
    EXPECT_TRUE(pair.client.dialFailures.empty());
}

TEST(HubDial, HangsUp) {
    tests::Pair pair;
    ASSERT_TRUE(pair.open());
    pair.client.hub->hangUp(pair.at);
    ASSERT_TRUE(runUntil(pair.loop, [&] { return pair.client.hasEnded() && pair.server.hasEnded(); }));
    EXPECT_EQ(pair.client.last().end, LinkEnd::ByUs);
    EXPECT_EQ(pair.server.last().end, LinkEnd::ByPeer);
    // Wanted again, it dials at once.
    pair.client.hub->dial(pair.at);
    ASSERT_TRUE(pair.open());
}

TEST(HubDial, StopsTryingWhenItHangsUp) {
    EventLoop loop;
    Peer client(loop, 2);
    tests::RawSocket const closed;
    auto const at = closed.bind();
    client.hub->dial(at);
    ASSERT_TRUE(runUntil(loop, [&] { return client.dialFailures.size() == 1; }));
    client.hub->hangUp(at);
    EXPECT_FALSE(
        runUntil(loop, [&] { return client.dialFailures.size() > 1; }, Duration::ofMilliseconds(600)));
}

TEST(HubDial, SaysThatANameIsUnknown) {
    EventLoop loop;
    Peer client(loop, 2, {.connect = Duration::ofSeconds(2)});
    client.hub->dial({.host = "no-such-desk.invalid", .port = 1});
    ASSERT_TRUE(runUntil(loop, [&] { return !client.dialFailures.empty(); }));
    EXPECT_THAT(client.dialFailures.front(), HasSubstr("the name was not found"));
}

TEST(HubDial, GivesUpAHandshakeThatDoesNotEnd) {
    EventLoop loop;
    Peer client(loop, 2, {.handshake = Duration::ofMilliseconds(100)});
    tests::RawSocket const silent;
    client.hub->dial(silent.listen());
    ASSERT_TRUE(runUntil(loop, [&] { return !client.dialFailures.empty(); }));
    EXPECT_THAT(client.dialFailures.front(), HasSubstr("took too long"));
}

} // namespace
} // namespace ob::net

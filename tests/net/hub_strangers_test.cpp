// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Who connects without being a desk that behaves.
#include "tests/net/peer.h"
#include "tests/net/raw_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <thread>

namespace ob::net {
namespace {

using core::Bytes;
using core::Duration;
using testing::HasSubstr;
using tests::Peer;
using tests::RawSocket;
using tests::runUntil;

struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeConnection {
    void operator()(SSL* connection) const { SSL_free(connection); }
};

/// Connects without a certificate, in the newest version that is allowed, and reads until the end.
void visit(Endpoint const& at, int newest) {
    std::unique_ptr<SSL_CTX, FreeContext> const context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_max_proto_version(context.get(), newest);
    auto const socket = RawSocket::to(at);
    std::unique_ptr<SSL, FreeConnection> const connection(SSL_new(context.get()));
    SSL_set_fd(connection.get(), socket.descriptor());
    if (SSL_connect(connection.get()) != 1) return;
    char byte = 0;
    EXPECT_LE(SSL_read(connection.get(), &byte, 1), 0) << "a stranger was told something";
}

class HubAndStranger : public testing::Test {
  protected:
    EventLoop loop;
    Peer hub{loop, 1, {.handshake = Duration::ofSeconds(30), .stalled = Duration::ofMilliseconds(300)}};
    Endpoint at = hub.listen();

    bool ends() {
        return runUntil(loop, [this] { return hub.hasEnded(); });
    }
    /// While `stranger` does on a thread of its own what it does.
    template<class Stranger>
    bool endsWith(Stranger stranger) {
        std::thread thread(stranger);
        bool const has = ends();
        thread.join();
        return has;
    }
};

TEST_F(HubAndStranger, RefusesAClientWithoutACertificate) {
    ASSERT_TRUE(endsWith([this] { visit(at, TLS1_3_VERSION); }));
    EXPECT_FALSE(hub.last().opening);
    EXPECT_EQ(hub.last().end, LinkEnd::TlsFailed);
    EXPECT_THAT(hub.last().detail, HasSubstr("showed no certificate"));
    EXPECT_THAT(hub.last().detail, HasSubstr("127.0.0.1:"));
}

TEST_F(HubAndStranger, RefusesAClientOfAnOlderTls) {
    ASSERT_TRUE(endsWith([this] { visit(at, TLS1_2_VERSION); }));
    EXPECT_FALSE(hub.last().opening);
    EXPECT_EQ(hub.last().end, LinkEnd::TlsFailed);
    EXPECT_THAT(hub.last().detail, HasSubstr("does not speak TLS 1.3"));
}

TEST_F(HubAndStranger, RefusesMoreThanTheOneCertificate) {
    TlsContext const context(tests::keyOf(9));
    SSL_CTX_add1_chain_cert(context.get(), SSL_CTX_get0_certificate(context.get()));
    ASSERT_TRUE(endsWith([&] {
        auto const socket = RawSocket::to(at);
        TlsEngine engine(context, TlsEngine::Side::Dials);
        tests::shakeHands(socket, engine);
        while (!socket.receive().empty()) {
        }
    }));
    EXPECT_EQ(hub.last().end, LinkEnd::TlsFailed);
    EXPECT_THAT(hub.last().detail, HasSubstr("another certificate"));
}

TEST_F(HubAndStranger, RefusesWhatIsNotTls) {
    auto const socket = RawSocket::to(at);
    socket.send(core::viewOf("GET / HTTP/1.1\r\nHost: desk\r\n\r\n"));
    ASSERT_TRUE(endsWith([&] {
        while (!socket.receive().empty()) {
        }
        ::shutdown(socket.descriptor(), SHUT_RDWR);
    }));
    EXPECT_EQ(hub.last().end, LinkEnd::TlsFailed);
    EXPECT_THAT(hub.last().detail, HasSubstr("not TLS"));
}

TEST_F(HubAndStranger, EndsALinkWithAnImpossibleLength) {
    TlsContext const context(tests::keyOf(9));
    ASSERT_TRUE(endsWith([&] {
        auto const socket = RawSocket::to(at);
        TlsEngine engine(context, TlsEngine::Side::Dials);
        ASSERT_TRUE(tests::shakeHands(socket, engine));
        engine.write(Bytes{0, 0, 0, 4, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff});
        Bytes out;
        engine.takeOutput(out);
        socket.send(out);
        while (!socket.receive().empty()) {
        }
    }));
    EXPECT_EQ(hub.last().end, LinkEnd::BadFrame);
    EXPECT_EQ(hub.last().frames.size(), 1U) << "the sound one before it counts";
}

TEST_F(HubAndStranger, EndsALinkThatTakesNothing) {
    TlsContext const context(tests::keyOf(9));
    auto const socket = RawSocket::to(at);
    TlsEngine engine(context, TlsEngine::Side::Dials);
    std::thread thread([&] { EXPECT_TRUE(tests::shakeHands(socket, engine)); });
    EXPECT_TRUE(runUntil(loop, [this] { return hub.hasOpen(); }));
    thread.join();
    for (int frame = 0; frame < 30; ++frame)
        hub.hub->send(hub.openLink(), {.type = 1, .payload = Bytes(250'000)}, Priority::Bulk);
    ASSERT_TRUE(ends());
    EXPECT_EQ(hub.last().end, LinkEnd::TooSlow);
}

TEST_F(HubAndStranger, DialsNoServerOfAnOlderTlsAndSaysSo) {
    TlsContext const context(tests::keyOf(9));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
    RawSocket const listening;
    auto const old = listening.listen();
    std::thread thread([&] {
        auto const socket = listening.accept();
        TlsEngine engine(context, TlsEngine::Side::Accepts);
        EXPECT_FALSE(tests::shakeHands(socket, engine));
    });
    hub.hub->dial(old);
    EXPECT_TRUE(runUntil(loop, [this] { return !hub.dialFailures.empty(); }));
    thread.join();
    EXPECT_THAT(hub.dialFailures.front(), HasSubstr("does not speak TLS 1.3"));
    EXPECT_TRUE(hub.links.empty()) << "what never opened is not closed";
}

TEST(HubRamp, GivesUpOnHandshakesThatDoNotEndAndLetsADeskInBehindThem) {
    EventLoop loop;
    Hub::Limits const limits{.handshakes = 2, .waiting = 2, .handshake = Duration::ofMilliseconds(200)};
    Peer hub(loop, 1, limits);
    auto const at = hub.listen();
    std::vector<RawSocket> silent;
    for (int count = 0; count < 4; ++count)
        silent.push_back(RawSocket::to(at));
    Peer desk(loop, 2);
    desk.hub->dial(at);
    ASSERT_TRUE(runUntil(loop, [&] { return desk.hasOpen() && hub.hasOpen(); }));
    int late = 0;
    for (auto const& [id, link] : hub.links)
        late += link.end == LinkEnd::Deadline;
    EXPECT_GE(late, 2);
}

TEST(HubRamp, TakesNoMoreLinksThanAreAllowed) {
    EventLoop loop;
    Peer hub(loop, 1, {.links = 1});
    auto const at = hub.listen();
    Peer first(loop, 2);
    first.hub->dial(at);
    ASSERT_TRUE(runUntil(loop, [&] { return first.hasOpen() && hub.hasOpen(); }));
    Peer second(loop, 3);
    second.hub->dial(at);
    ASSERT_TRUE(runUntil(loop, [&] { return !second.dialFailures.empty(); }));
    EXPECT_EQ(hub.links.size(), 1U);
    EXPECT_TRUE(first.hasOpen());
}

} // namespace
} // namespace ob::net

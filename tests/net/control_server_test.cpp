// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/control_client.h"
#include "net/control_server.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <thread>

#include <sys/socket.h>
#include <sys/stat.h>

namespace ob::net {
namespace {

namespace fs = std::filesystem;
using core::Duration;
using Heard = ControlClient::Heard;

enum Asked : std::uint8_t { echo, answerAndClose, flood, muchOnce };
constexpr auto patience = Duration::ofMilliseconds(60'000);
constexpr std::size_t piece = 64 * 1024;

/// A server on a thread of its own that does what the types of frames say.
class Served {
  public:
    explicit Served(fs::path const& folder)
        : m_server(std::make_unique<ControlServer>(
              m_loop, folder,
              ControlServer::Callbacks{
                  .received = [this](ConnectionId id, Frame const& frame) { answer(id, frame); },
                  .closed = [this](ConnectionId) { tell(m_closed); },
                  .drained = [this](ConnectionId) { tell(m_drained); }})),
          m_thread([this] { m_loop.run(); }) {}
    ~Served() { stop(); }
    void stop() {
        if (!m_thread.joinable()) return;
        m_loop.stop();
        m_thread.join();
        m_server.reset();
    }
    /// Waits until it was told; at most a minute.
    bool isClosed() { return isTold(m_closed); }
    bool isDrained() { return isTold(m_drained); }
    bool hasSent() { return isTold(m_sent); }

  private:
    struct Told {
        std::promise<void> promise;
        bool isTold = false;
    };
    static void tell(Told& told) {
        if (!std::exchange(told.isTold, true)) told.promise.set_value();
    }
    static bool isTold(Told& told) {
        return told.promise.get_future().wait_for(std::chrono::minutes(1)) == std::future_status::ready;
    }
    void answer(ConnectionId id, Frame const& frame) {
        Frame const block{.type = flood, .payload = core::Bytes(piece)};
        switch (static_cast<Asked>(frame.type)) {
        case echo: return m_server->send(id, frame);
        case answerAndClose:
            for (int at = 0; at < 64; ++at)
                m_server->send(id, block);
            return m_server->close(id);
        case flood:
            for (std::size_t sent = 0; sent < 2 * ControlServer::maxQueuedBytes; sent += piece)
                m_server->send(id, block);
            return;
        case muchOnce:
            for (int at = 0; at < 64; ++at)
                m_server->send(id, block);
            return tell(m_sent);
        }
    }

    EventLoop m_loop;
    Told m_closed, m_drained, m_sent;
    std::unique_ptr<ControlServer> m_server;
    std::thread m_thread;
};

Frame said(std::string_view text) { return {.type = echo, .payload = {text.begin(), text.end()}}; }

Frame heard(ControlClient& client) {
    Frame frame;
    EXPECT_EQ(client.receive(frame, patience), Heard::Frame);
    return frame;
}

/// Bytes of payload until the end.
std::size_t readAll(ControlClient& client) {
    std::size_t bytes = 0;
    for (Frame frame; client.receive(frame, patience) == Heard::Frame;)
        bytes += frame.payload.size();
    return bytes;
}

void expectAnswer(fs::path const& folder) {
    auto client = ControlClient::connect(folder);
    ASSERT_TRUE(client);
    ASSERT_TRUE(client->send(said("hello")));
    EXPECT_EQ(heard(*client), said("hello"));
}

/// A socket file as a killed process leaves it.
void leaveSocket(fs::path const& folder) {
    SocketFolder const opened(folder);
    ASSERT_TRUE(listenAt(opened.pathOf(ControlServer::socketName)).isOpen());
}

TEST(ControlServer, AnswersSeveralAtOnce) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    auto one = ControlClient::connect(folder.path());
    auto two = ControlClient::connect(folder.path());
    ASSERT_TRUE(one && two);
    one->send(said("one"));
    two->send(said("two"));
    EXPECT_EQ(heard(*two), said("two"));
    EXPECT_EQ(heard(*one), said("one"));
}

TEST(ControlServer, CarriesTheLargestFrame) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    Frame const large{.type = echo, .flags = 7, .channel = 9, .payload = core::Bytes(maxPayloadBytes, 'x')};
    client->send(large);
    EXPECT_EQ(heard(*client), large);
}

TEST(ControlServer, IsOpenToItsOwnerOnly) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    struct stat status{};
    ASSERT_EQ(::lstat((folder / ControlServer::socketName).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(ControlServer, WorksBelowALongPath) {
    tests::TemporaryDirectory const folder;
    fs::path const deep = folder.path() / std::string(100, 'a') / std::string(100, 'b');
    fs::create_directories(deep);
    Served const served(deep);
    expectAnswer(deep);
}

TEST(ControlServer, TakesThePlaceOfADeadProcess) {
    tests::TemporaryDirectory const folder;
    leaveSocket(folder.path());
    ASSERT_TRUE(fs::exists(folder / ControlServer::socketName));
    EXPECT_FALSE(ControlClient::connect(folder.path()));
    Served const served(folder.path());
    expectAnswer(folder.path());
}

TEST(ControlServer, LeavesALivingOneAlone) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    EXPECT_THROW(Served second(folder.path()), ControlError);
    expectAnswer(folder.path());
}

TEST(ControlServer, RemovesNothingThatIsNoSocket) {
    tests::TemporaryDirectory const folder;
    std::ofstream(folder / ControlServer::socketName) << "mine";
    EXPECT_THROW(Served second(folder.path()), ControlError);
    EXPECT_TRUE(fs::is_regular_file(folder / ControlServer::socketName));
    EXPECT_THROW(Served third(folder / "absent"), ControlError);
}

TEST(ControlServer, IsGoneWithItsSocket) {
    tests::TemporaryDirectory const folder;
    Served served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    client->send(said("a"));
    heard(*client);
    served.stop();
    Frame frame;
    EXPECT_EQ(client->receive(frame, patience), Heard::End);
    EXPECT_FALSE(fs::exists(folder / ControlServer::socketName));
    EXPECT_FALSE(ControlClient::connect(folder.path()));
}

TEST(ControlServer, EndsWithWhoeverSaysWhatIsNoFrame) {
    tests::TemporaryDirectory const folder;
    Served served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    std::string_view const rubbish = "GET / HTTP/1.1\r\n\r\n";
    ASSERT_EQ(::send(client->descriptor(), rubbish.data(), rubbish.size(), 0),
              static_cast<ssize_t>(rubbish.size()));
    Frame frame;
    EXPECT_EQ(client->receive(frame, patience), Heard::End);
    EXPECT_TRUE(served.isClosed());
    expectAnswer(folder.path());
}

TEST(ControlServer, TakesAFrameThatComesByteByByte) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    core::Bytes bytes;
    appendFrame(bytes, said("slowly"));
    for (std::uint8_t const byte : bytes)
        ASSERT_EQ(::send(client->descriptor(), &byte, 1, 0), 1);
    EXPECT_EQ(heard(*client), said("slowly"));
}

TEST(ControlServer, DropsWhoAsksAndDoesNotRead) {
    tests::TemporaryDirectory const folder;
    Served served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    client->send({.type = flood, .payload = {}});
    EXPECT_TRUE(served.isClosed());
    expectAnswer(folder.path());
    EXPECT_LT(readAll(*client), ControlServer::maxQueuedBytes);
}

TEST(ControlServer, TellsWhenLittleIsLeftToSend) {
    tests::TemporaryDirectory const folder;
    Served served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    client->send({.type = muchOnce, .payload = {}});
    ASSERT_TRUE(served.hasSent());
    for (int at = 0; at < 64; ++at)
        EXPECT_EQ(heard(*client).payload.size(), piece);
    EXPECT_TRUE(served.isDrained());
}

TEST(ControlServer, ClosesAfterWhatWasSent) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    client->send({.type = answerAndClose, .payload = {}});
    EXPECT_EQ(readAll(*client), 64 * piece);
}

TEST(ControlServer, TakesSixteenAtOnce) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    std::vector<ControlClient> clients;
    for (std::size_t at = 0; at < ControlServer::maxConnections; ++at) {
        auto client = ControlClient::connect(folder.path());
        ASSERT_TRUE(client);
        client->send(said("in"));
        heard(*client);
        clients.push_back(*std::move(client));
    }
    auto tooMany = ControlClient::connect(folder.path());
    ASSERT_TRUE(tooMany);
    Frame frame;
    EXPECT_EQ(tooMany->receive(frame, patience), Heard::End);
    clients.front().send(said("still"));
    EXPECT_EQ(heard(clients.front()), said("still"));
}

TEST(ControlClient, WaitsNoLongerThanItIsPatient) {
    tests::TemporaryDirectory const folder;
    Served const served(folder.path());
    auto client = ControlClient::connect(folder.path());
    ASSERT_TRUE(client);
    Frame frame;
    EXPECT_EQ(client->receive(frame, Duration::ofMilliseconds(1)), Heard::Nothing);
    EXPECT_FALSE(ControlClient::connect(folder / "absent"));
}

} // namespace
} // namespace ob::net

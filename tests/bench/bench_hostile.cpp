// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_hostile [DIR]: what honest desks notice of bad neighbours. An event every 5 ms goes from one desk to
// another over TLS, durable on both; meanwhile strangers open a thousand connections and say nothing or a
// byte a second, a desk of the realm sends frames of an unknown type without end, asks for everything and
// reads nothing, or writes as fast as it can.
#include "app/desk_folder.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "net/hub.h"
#include "net/link_fsm.h"
#include "tests/bench/side.h"

#include <QCoreApplication>

#include <atomic>
#include <fstream>

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ob::tests {
namespace {

namespace fs = std::filesystem;
constexpr int paced = 800;
constexpr std::size_t strangers = 1'000;

/// Connects again whoever was hung up on.
class Strangers {
  public:
    enum class Say { Nothing, AByteASecond };
    Strangers(net::Endpoint const& at, Say say) : m_thread([this, at, say] { run(at, say); }) {}
    ~Strangers() {
        m_isOver = true;
        m_thread.join();
    }

  private:
    static bool isAlive(int descriptor) {
        char byte = 0;
        return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) != 0;
    }
    static int connected(net::Endpoint const& to) {
        int const descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(to.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(descriptor, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0)
            return descriptor;
        ::close(descriptor);
        return -1;
    }
    void run(net::Endpoint const& at, Say say) {
        // The beginning of a handshake that never ends.
        constexpr std::uint8_t hello[] = {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03};
        std::vector<std::pair<int, std::size_t>> sockets(strangers, {-1, 0});
        while (!m_isOver) {
            for (auto& [descriptor, said] : sockets) {
                if (descriptor >= 0 && !isAlive(descriptor)) {
                    ::close(descriptor);
                    descriptor = -1;
                }
                if (descriptor < 0) {
                    descriptor = connected(at);
                    said = 0;
                }
                if (say == Say::AByteASecond && descriptor >= 0)
                    (void)::send(descriptor, &hello[said++ % sizeof hello], 1, MSG_NOSIGNAL | MSG_DONTWAIT);
                if (m_isOver) break;
            }
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
        for (auto const& [descriptor, said] : sockets)
            if (descriptor >= 0) ::close(descriptor);
    }

    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

/// Its thread stands still while this lives: it takes nothing that comes.
class StandingStill {
  public:
    explicit StandingStill(Side& side) {
        side.loop().post([this] {
            m_stands.set_value();
            m_end.get_future().wait();
        });
        m_stands.get_future().wait();
    }
    ~StandingStill() { m_end.set_value(); }

  private:
    std::promise<void> m_stands;
    std::promise<void> m_end;
};

class Flood {
  public:
    Flood(Side& side, core::IncidentId incident) : m_side(side) {
        side.call([this, incident] {
            m_feed = [this, incident] {
                // No faster than its own disk takes it.
                bool const isKeptUp = m_side.session().host().desk().pendingEvents() < 1'024;
                for (int count = 0; isKeptUp && count < 64; ++count, ++m_written)
                    m_side.note(incident);
                if (!m_isOver) m_side.loop().post(m_feed);
            };
            m_feed();
            return 0;
        });
    }
    ~Flood() {
        m_side.call([this] {
            m_isOver = true;
            return 0;
        });
        m_side.call([] { return 0; });
    }
    std::uint64_t written() {
        return m_side.call([this] { return m_written; });
    }

  private:
    Side& m_side;
    std::function<void()> m_feed;
    std::uint64_t m_written = 0;
    bool m_isOver = false;
};

/// A desk of the realm with a right hello, which then sends frames of a type that nobody knows, as fast as
/// the connection takes them.
class UnknownFrames {
  public:
    UnknownFrames(fs::path const& folder, net::Endpoint const& to)
        : m_desk(app::DeskFolder(folder).identity()), m_identity{.realm = m_desk.realm,
                                                                 .certificate = m_desk.certificateBytes,
                                                                 .desk = m_desk.certificate,
                                                                 .deskKey = m_desk.key,
                                                                 .isRevoked = {},
                                                                 .program = "bench"},
          m_thread([this, to] { run(to); }) {}
    ~UnknownFrames() {
        m_loop.post([this] { m_loop.stop(); });
        m_thread.join();
    }
    std::uint64_t sent() const { return m_sent; }

  private:
    net::LinkFsm::Times times() const {
        return {.now = app::SystemClock().now(), .ticks = m_loop.steadyNow()};
    }
    void run(net::Endpoint const& to) {
        std::optional<net::LinkFsm> fsm;
        std::optional<net::Hub> hub;
        auto const carryOut = [&](net::LinkId link, net::LinkFsm::Step const& step) {
            for (auto const& [type, payload] : step.send)
                hub->send(link, {.type = static_cast<std::uint8_t>(type), .payload = payload},
                          net::Priority::Control);
        };
        std::function<void(net::LinkId)> const feed = [&](net::LinkId link) {
            constexpr std::uint8_t unknown = 200;
            for (; hub->queuedBytes(link) < (1u << 18); ++m_sent)
                hub->send(link, {.type = unknown, .payload = core::Bytes(100, 7)}, net::Priority::Bulk);
        };
        hub.emplace(m_loop, m_desk.tlsKey,
                    net::Hub::Callbacks{.opened =
                                            [&](net::LinkId link, net::LinkOpened const& facts) {
                                                fsm.emplace(m_identity,
                                                            net::LinkFacts{.side = net::LinkSide::Dialled,
                                                                           .exporter = facts.exporter,
                                                                           .peerTlsKey = facts.peerTlsKey},
                                                            times());
                                                carryOut(link, fsm->start(times()));
                                            },
                                        .frame =
                                            [&](net::LinkId link, net::Frame const& frame) {
                                                auto const step =
                                                    fsm->receive(static_cast<net::FrameType>(frame.type),
                                                                 frame.payload, times());
                                                carryOut(link, step);
                                                if (step.isEstablished) feed(link);
                                            },
                                        .closed = [](net::LinkId, net::LinkEnd, std::string const&) {},
                                        .drained =
                                            [&](net::LinkId link) {
                                                if (fsm && fsm->isEstablished()) feed(link);
                                            },
                                        .dialFailed = [](net::Endpoint const&, std::string const&) {}});
        hub->dial(to);
        m_loop.run();
    }

    app::DeskIdentity m_desk;
    net::LinkIdentity m_identity;
    net::EventLoop m_loop;
    std::atomic<std::uint64_t> m_sent = 0;
    std::thread m_thread;
};

double residentMegabytes() {
    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    statm >> pages >> pages;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

void run(fs::path const& folder) {
    Figures figures(folder);
    auto const rules = app::shippedRuleBook();
    auto const realm = app::RealmFolder::createDrill(
        folder / "realm", {.name = "bench",
                           .zone = "Asia/Shanghai",
                           .agencies = {{*core::Code::of("FD"), "消防", "Fire"},
                                        {*core::Code::of("EM"), "急救", "Ambulance"}}});
    app::SystemClock clock;
    app::DeskFolder(folder / "a").create(realm, {0}, "a", clock.now());
    app::DeskFolder(folder / "b").create(realm, {0}, "b", clock.now());
    app::DeskFolder(folder / "c").create(realm, {1}, "c", clock.now());
    app::DeskFolder(folder / "d").create(realm, {1}, "d", clock.now());
    Side author(folder / "a", rules);
    Side reader(folder / "b", rules);
    Side bad(folder / "c", rules);
    author.start();
    reader.start();
    bad.start();
    auto const at = reader.call([&] { return *reader.session().mesh().listen({"127.0.0.1", 0}); });
    author.call([&] {
        author.session().mesh().dial(at);
        return 0;
    });
    auto const log = author.log();
    auto incident = author.call([&] { return author.open(); });
    waitFor(author, [&] { return author.acknowledged(log) >= author.sizeOf(log); });
    auto const measure = [&](std::string const& name) {
        incident = author.call([&] { return author.open(); });
        return measurePaced(figures, "hostile." + name, author, incident, paced);
    };
    measure("warm");
    double const quiet = measure("quiet");
    double const before = residentMegabytes();
    auto const compare = [&](std::string const& name) {
        figures.print("hostile." + name + ".ratio", measure(name) / quiet, "of the quiet p99");
        figures.print("hostile." + name + ".memory", residentMegabytes() - before,
                      "MB more, all three desks");
    };
    {
        Strangers const idle(at, Strangers::Say::Nothing);
        compare("idle");
    }
    {
        Strangers const slow(at, Strangers::Say::AByteASecond);
        compare("slow");
    }
    {
        UnknownFrames const unknown(folder / "d", at);
        compare("unknownFrames");
        figures.print("hostile.unknownFrames.sent", static_cast<double>(unknown.sent()), "frames");
    }
    auto const theirs = bad.call([&] {
        bad.session().mesh().dial(at);
        return bad.open();
    });
    waitFor(bad, [&] { return bad.sizeOf(log) >= 1; });
    {
        StandingStill const still(bad);
        compare("readsNothing");
    }
    {
        Flood flood(bad, theirs);
        compare("flood");
        figures.print("hostile.flood.written", static_cast<double>(flood.written()), "events");
    }
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
    auto const folder = std::filesystem::temp_directory_path() / "oneboard-bench-hostile";
    std::filesystem::path const chosen = argc > 1 ? std::filesystem::path(argv[1]) : folder;
    std::filesystem::remove_all(chosen);
    std::filesystem::create_directories(chosen);
    ob::tests::run(chosen);
    std::filesystem::remove_all(chosen);
    return 0;
}

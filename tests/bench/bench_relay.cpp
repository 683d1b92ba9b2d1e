// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_relay [DIR [SECONDS]]: one desk in the middle of many: 60 consoles of its own agency, 30 desks of
// others with 1,500 units that say where they are every 5 s and 2,000 incidents an hour, all over TLS on
// loopback with real databases. What of a processor the desk in the middle takes, and how late the last
// console is.
#include "app/desk_session.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "core/store/sqlite_journal.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <future>
#include <thread>
#include <time.h>

namespace ob::tests {
namespace {

namespace fs = std::filesystem;

constexpr int consoles = 60;
constexpr int peers = 30;
constexpr int agencies = 6;
constexpr int authors = agencies - 1; ///< each other agency's first desk has its vehicle locating system
constexpr int unitsOfAuthor = 300;
constexpr double incidentsPerHour = 2'000;

core::OperatorSession operatorOf() {
    return {.operatorName = "W", .position = *core::Code::of("D1"), .roles = 0xff};
}

/// Processor time of the calling thread, seconds.
double threadSeconds() {
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) * 1e-9;
}

/// Desks that share a thread.
class Thread {
  public:
    explicit Thread(core::RuleBook const& rules) : m_rules(rules) {
        m_thread = std::thread([this] {
            m_loop.whenIdle([this] {
                bool isMore = false;
                for (auto const& session : m_sessions)
                    isMore = session->idle() || isMore;
                if (m_watch) m_watch();
                return isMore;
            });
            m_loop.run();
            m_sessions.clear();
        });
    }
    template<class Call>
    auto call(Call work) {
        std::promise<decltype(work())> answer;
        m_loop.post([&] { answer.set_value(work()); });
        return answer.get_future().get();
    }
    ~Thread() {
        call([this] {
            auto left = std::make_shared<std::size_t>(m_sessions.size());
            for (auto const& session : m_sessions)
                session->end([this, left] {
                    if (--*left == 0) m_loop.stop();
                });
            return 0;
        });
        m_thread.join();
    }
    app::DeskSession& start(fs::path const& folder) {
        return *call([&] {
            m_sessions.push_back(std::make_unique<app::DeskSession>(
                app::DeskSession::Surroundings{.loop = m_loop,
                                               .rules = m_rules,
                                               .folder = folder,
                                               .program = "bench",
                                               .served = {},
                                               .say = [](std::string const&) {},
                                               .trace = {},
                                               .broken = [](std::string const&) { std::abort(); }}));
            return m_sessions.back().get();
        });
    }
    net::EventLoop& loop() { return m_loop; }
    void watch(std::function<void()> watch) { m_watch = std::move(watch); }

  private:
    core::RuleBook const& m_rules;
    net::EventLoop m_loop;
    std::vector<std::unique_ptr<app::DeskSession>> m_sessions;
    std::function<void()> m_watch;
    std::thread m_thread;
};

core::StreamId submit(app::DeskSession& at, core::Intent intent) {
    core::StreamId made;
    at.host().desk().submit({.intent = std::move(intent), .occurredAt = {}}, operatorOf(),
                            [&made](core::Result<core::Receipt> const& told) {
                                if (told && !told->streams.empty()) made = told->streams.front();
                            });
    at.host().commit();
    return made;
}

/// A desk of another agency with units on the road.
struct Peer {
    app::DeskSession* session = nullptr;
    std::vector<core::UnitId> units;
};

class Traffic {
  public:
    Traffic(Thread& thread, std::vector<Peer>& desks) : m_thread(thread), m_peers(desks) {}

    /// On the thread of the desks.
    void start() {
        move();
        enter();
    }
    void stop() { m_isOver = true; }
    std::uint64_t incidents() const { return m_incidents; }

  private:
    /// Each unit every 5 seconds, not all at once; what a busy thread missed is made up for.
    void move() {
        if (m_isOver) return;
        constexpr auto slice = core::Duration::ofMilliseconds(5000 / slices);
        m_thread.loop().after(slice, [this] { move(); });
        auto const now = m_thread.loop().steadyNow();
        if (m_moved == core::Instant{}) m_moved = now;
        for (; m_moved <= now; m_moved = m_moved + slice)
            moveSome();
    }
    void moveSome() {
        m_slice = (m_slice + 1) % slices;
        for (auto& peer : m_peers)
            for (std::size_t index = 0; index < peer.units.size(); ++index) {
                if (static_cast<int>(index % slices) != m_slice) continue;
                auto const east = static_cast<std::int64_t>(m_moves++ % 9'000'000);
                peer.session->host().positions().report(
                    peer.units[index], {.place = *core::GeoPoint::ofE7(312'304'000, 1'214'737'000 + east),
                                        .fixedAt = peer.session->host().clock().now(),
                                        .speedCentimetresPerSecond = 1200,
                                        .headingCentidegrees = 9000});
            }
    }
    /// An incident with two units, from its opening to its end.
    void enter() {
        if (m_isOver) return;
        auto const pause = static_cast<std::int64_t>(3'600'000 / incidentsPerHour);
        m_thread.loop().after(core::Duration::ofMilliseconds(pause), [this] { enter(); });
        auto& peer = m_peers[m_incidents++ % authors];
        core::OpenIncident asked;
        asked.type = *core::Code::of("FIRE-STRUCT");
        asked.address = "X";
        auto const incident = submit(*peer.session, asked);
        std::vector<core::UnitId> const sent{peer.units[m_incidents % peer.units.size()]};
        submit(*peer.session, core::DispatchUnits{sent, incident, {}});
        using enum core::AssignmentState;
        for (auto const milestone : {EnRoute, OnScene})
            submit(*peer.session,
                   core::ReachMilestone{.units = sent, .incident = incident, .milestone = milestone});
        submit(*peer.session, core::AddNote{.incident = incident, .text = std::string(150, 'x')});
        submit(
            *peer.session,
            core::ClearUnits{.units = sent, .incident = incident, .disposition = *core::Code::of("HANDLED")});
    }

    static constexpr int slices = 100;
    Thread& m_thread;
    std::vector<Peer>& m_peers;
    core::Instant m_moved; ///< ticks
    std::uint64_t m_incidents = 0;
    std::uint64_t m_moves = 0;
    int m_slice = 0;
    bool m_isOver = false;
};

std::uint64_t incidentsAt(app::DeskSession& session) {
    return session.host().desk().board().incidents().size();
}

void run(fs::path const& folder, int seconds) {
    Figures figures(folder);
    auto const rules = app::shippedRuleBook();
    app::RealmFolder::Plan asked{.name = "bench", .zone = "Asia/Shanghai", .agencies = {}};
    for (int index = 0; index < agencies; ++index)
        asked.agencies.push_back({*core::Code::of("A" + std::to_string(index)), "甲", "A"});
    auto const realm = app::RealmFolder::createDrill(folder / "realm", asked);
    app::SystemClock clock;
    // The many would have a disk each: they keep theirs in memory.
    auto const memory = fs::path("/dev/shm") / folder.filename();
    fs::remove_all(memory);
    auto const create = [&](std::string const& name, std::uint16_t agency) {
        auto const place = (name == "relay" ? folder : memory) / name;
        app::DeskFolder(place).create(realm, {agency}, name, clock.now());
        return place;
    };
    Thread middle(rules);
    Thread others(rules);
    auto& relay = middle.start(create("relay", 0));
    auto const endpoint = middle.call([&] { return *relay.mesh().listen({"127.0.0.1", 0}); });
    std::vector<Peer> desks;
    for (int index = 0; index < peers; ++index)
        desks.push_back(
            {.session = &others.start(create("peer" + std::to_string(index),
                                             static_cast<std::uint16_t>(1 + index % (agencies - 1)))),
             .units = {}});
    std::vector<app::DeskSession*> screens;
    for (int index = 0; index < consoles; ++index)
        screens.push_back(&others.start(create("console" + std::to_string(index), 0)));
    others.call([&] {
        for (std::size_t index = 0; index < std::size_t{authors}; ++index)
            for (int number = 0; number < unitsOfAuthor; ++number)
                desks[index].units.push_back(
                    submit(*desks[index].session,
                           core::RegisterUnit{.callsign = *core::Callsign::of("U" + std::to_string(index)
                                                                              + "-" + std::to_string(number)),
                                              .kind = *core::Code::of("ENGINE")}));
        for (auto const& desk : desks)
            desk.session->mesh().dial(endpoint);
        for (auto* const screen : screens)
            screen->mesh().dial(endpoint);
        return 0;
    });
    auto const waitFor = [](Thread& thread, auto condition) {
        while (!thread.call(condition))
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    };
    waitFor(others, [&] {
        return std::ranges::all_of(screens, [](auto* screen) {
            return screen->host().desk().board().units().size() == std::size_t{authors} * unitsOfAuthor;
        });
    });
    Traffic traffic(others, desks);
    std::vector<double> lateness;
    others.call([&] {
        others.watch([&] {
            auto& host = screens.back()->host();
            for (auto const& each : host.positions().takeNews())
                lateness.push_back(
                    static_cast<double>((host.clock().now() - each.fix.fixedAt).milliseconds()));
        });
        traffic.start();
        return 0;
    });
    double const before = middle.call(threadSeconds);
    double const othersBefore = others.call(threadSeconds);
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    double const spent = middle.call(threadSeconds) - before;
    double const othersSpent = others.call(threadSeconds) - othersBefore;
    figures.print("relay.processor", 100 * spent / seconds, "% of one core");
    figures.print("relay.others", 100 * othersSpent / seconds, "% of one core, for the 90 around it");
    others.call([&] {
        traffic.stop();
        others.watch({});
        return 0;
    });
    auto const begin = tests::seconds();
    waitFor(others, [&] {
        return std::ranges::all_of(screens,
                                   [&](auto* screen) { return incidentsAt(*screen) == traffic.incidents(); });
    });
    figures.print("relay.incidents", static_cast<double>(traffic.incidents()), "on every console");
    figures.print("relay.lag", 1000 * (tests::seconds() - begin), "ms until the last console had all of it");
    std::sort(lateness.begin(), lateness.end());
    if (lateness.empty()) std::abort();
    figures.print("relay.positions", static_cast<double>(lateness.size()) / seconds,
                  "positions/s at a console");
    figures.print("relay.positions.p50", lateness[lateness.size() / 2], "ms");
    figures.print("relay.positions.p99", lateness[lateness.size() * 99 / 100], "ms");
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    auto const folder = std::filesystem::temp_directory_path() / "oneboard-bench-relay";
    std::filesystem::path const chosen = argc > 1 ? std::filesystem::path(argv[1]) : folder;
    std::filesystem::remove_all(chosen);
    std::filesystem::create_directories(chosen);
    ob::tests::run(chosen, argc > 2 ? std::atoi(argv[2]) : 60);
    std::filesystem::remove_all(chosen);
    std::filesystem::remove_all(std::filesystem::path("/dev/shm") / chosen.filename());
    return 0;
}

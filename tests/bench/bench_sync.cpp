// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_sync [DIR]: two desks on threads of their own over TLS on loopback, both with a real database: how
// fast one catches up, how fast it follows, and how long an event takes to be durable on both.
#include "app/desk_session.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "core/store/sqlite_journal.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <future>
#include <thread>

namespace ob::tests {
namespace {

namespace fs = std::filesystem;

core::OperatorSession operatorOf() {
    return {.operatorName = "W", .position = *core::Code::of("D1"), .roles = 0xff};
}

std::string const words(150, 'x'); // with the rest of the event about 200 bytes of body

/// A desk with its loop and thread.
class Side {
  public:
    Side(fs::path folder, core::RuleBook const& rules) : m_folder(std::move(folder)), m_rules(rules) {}
    /// On the desk's thread.
    template<class Call>
    auto call(Call work) {
        std::promise<decltype(work())> answer;
        m_loop.post([&] { answer.set_value(work()); });
        return answer.get_future().get();
    }
    ~Side() {
        call([this] {
            m_session->end([this] { m_loop.stop(); });
            return 0;
        });
        m_thread.join();
    }
    void start() {
        std::promise<void> ready;
        m_thread = std::thread([&] {
            m_session = std::make_unique<app::DeskSession>(
                app::DeskSession::Surroundings{.loop = m_loop,
                                               .rules = m_rules,
                                               .folder = m_folder,
                                               .program = "bench",
                                               .served = {},
                                               .say = [](std::string const&) {},
                                               .trace = {},
                                               .broken = [](std::string const&) { std::abort(); }});
            m_loop.whenIdle([this] {
                bool const isMore = m_session->idle();
                if (m_watch) m_watch();
                return isMore;
            });
            ready.set_value();
            m_loop.run();
            m_session.reset();
        });
        ready.get_future().wait();
    }
    app::DeskSession& session() { return *m_session; }
    net::EventLoop& loop() { return m_loop; }
    void watch(std::function<void()> watch) { m_watch = std::move(watch); }

    core::LogId log() {
        for (auto const& extent : m_session->host().journal().logs())
            if (extent.record.own && extent.record.lane == core::Lane::Live) return extent.record.id;
        std::abort();
    }
    std::uint64_t sizeOf(core::LogId log) const {
        auto const& logs = m_session->mesh().replica().state().logs;
        auto const found = logs.find(log);
        return found == logs.end() ? 0 : found->second.size;
    }
    /// What the only peer says that it holds.
    std::uint64_t acknowledged(core::LogId log) const {
        auto const& peers = m_session->mesh().replica().state().peers;
        if (peers.empty()) return 0;
        auto const& have = peers.begin()->second.have;
        auto const found = have.find(log);
        return found == have.end() ? 0 : found->second.complete;
    }
    void note(core::IncidentId incident) {
        m_session->host().desk().submit(
            {.intent = core::AddNote{.incident = incident, .text = words}, .occurredAt = {}}, operatorOf(),
            [](core::Result<core::Receipt> const& told) {
                if (!told) std::abort();
            });
    }
    core::IncidentId open() {
        core::OpenIncident asked;
        asked.type = *core::Code::of("FIRE-STRUCT");
        asked.address = "X";
        core::IncidentId made;
        m_session->host().desk().submit({.intent = asked, .occurredAt = {}}, operatorOf(),
                                        [&made](core::Result<core::Receipt> const& told) {
                                            if (!told) std::abort();
                                            made = told->streams.front();
                                        });
        m_session->host().commit();
        return made;
    }

    std::vector<core::UnitId> registerUnits(int count) {
        std::vector<core::UnitId> made;
        for (int number = 0; number < count; ++number)
            m_session->host().desk().submit(
                {.intent = core::RegisterUnit{.callsign = *core::Callsign::of("U" + std::to_string(number)),
                                              .kind = *core::Code::of("ENGINE")},
                 .occurredAt = {}},
                operatorOf(), [&made](core::Result<core::Receipt> const& told) {
                    if (!told) std::abort();
                    made.push_back(told->streams.front());
                });
        m_session->host().commit();
        return made;
    }

  private:
    fs::path m_folder;
    core::RuleBook const& m_rules;
    net::EventLoop m_loop;
    std::unique_ptr<app::DeskSession> m_session;
    std::function<void()> m_watch;
    std::thread m_thread;
};

/// Of all threads: what it costs, whoever else is at work on the machine.
double processorSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template<class Condition>
void waitFor(Side& side, Condition condition) {
    while (!side.call(condition))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void measureCatchUp(Figures& figures, Side& author, Side& reader, std::uint64_t events) {
    auto const log = author.log();
    auto const endpoint = author.call([&] { return *author.session().mesh().listen({"127.0.0.1", 0}); });
    double const scale = 100'000 / static_cast<double>(events);
    double const cost = processorSeconds();
    double const begin = seconds();
    reader.call([&] {
        reader.session().mesh().dial(endpoint);
        return 0;
    });
    waitFor(reader, [&] { return reader.sizeOf(log) >= events; });
    double const taken = seconds() - begin;
    figures.print("sync.catchUp.processor", (processorSeconds() - cost) * scale, "s/100k events, both desks");
    figures.print("sync.catchUp", taken * scale, "s/100k events");
    auto const bytes = author.call([&] {
        std::uint64_t sent = 0;
        for (auto const& link : author.session().mesh().links())
            sent += link.bytesOut;
        return sent;
    });
    auto const body = reader.call([&] {
        std::uint64_t held = 0;
        for (auto const& event : reader.session().host().journal().range(log, 0, events))
            for (auto const& section : event.sections)
                held += section.bytes.size();
        return held;
    });
    figures.print("sync.bytes",
                  (static_cast<double>(bytes) - static_cast<double>(body)) / static_cast<double>(events),
                  "B/event above the sections");
    figures.print("sync.body", static_cast<double>(body) / static_cast<double>(events),
                  "B/event of sections");
}

void measureLive(Figures& figures, Side& author, core::IncidentId incident, std::uint64_t events) {
    auto const log = author.log();
    std::uint64_t const goal = author.call([&] { return author.sizeOf(log); }) + events;
    double const begin = seconds();
    std::uint64_t left = events;
    std::function<void()> feed = [&] {
        for (int count = 0; count < 64 && left > 0; ++count, --left)
            author.note(incident);
        if (left > 0) author.loop().post(feed);
    };
    author.call([&] {
        feed();
        return 0;
    });
    waitFor(author, [&] { return author.acknowledged(log) >= goal; });
    figures.print("sync.live", static_cast<double>(events) / (seconds() - begin), "events/s acknowledged");
}

void measurePaced(Figures& figures, std::string const& name, Side& author, core::IncidentId incident,
                  int events) {
    auto const log = author.log();
    std::vector<double> latencies;
    std::vector<std::pair<std::uint64_t, double>> open;
    author.call([&] {
        author.watch([&] {
            auto const known = author.acknowledged(log);
            while (!open.empty() && open.front().first <= known) {
                latencies.push_back(seconds() - open.front().second);
                open.erase(open.begin());
            }
        });
        return 0;
    });
    for (int count = 0; count < events; ++count) {
        author.call([&] {
            author.note(incident);
            open.emplace_back(author.sizeOf(log) + author.session().host().desk().pendingEvents(), seconds());
            return 0;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    waitFor(author, [&] { return open.empty(); });
    author.call([&] {
        author.watch({});
        return 0;
    });
    std::sort(latencies.begin(), latencies.end());
    figures.print(name + ".p50", 1000 * latencies[latencies.size() / 2], "ms");
    figures.print(name + ".p99", 1000 * latencies[latencies.size() * 99 / 100], "ms");
}

/// 500 units, each ten times a second; meanwhile events as before.
void measurePositions(Figures& figures, Side& author, Side& reader) {
    constexpr int units = 500;
    constexpr int atOnce = 10;
    constexpr auto every = core::Duration::ofMilliseconds(2);
    auto const incident = author.call([&] { return author.open(); });
    auto const ids = author.call([&] { return author.registerUnits(units); });
    waitFor(reader, [&] { return reader.session().host().desk().board().units().size() >= units; });
    std::vector<double> latencies;
    reader.call([&] {
        reader.watch([&] {
            auto& host = reader.session().host();
            for (auto const& each : host.positions().takeNews())
                latencies.push_back(
                    static_cast<double>((host.clock().now() - each.fix.fixedAt).milliseconds()));
        });
        return 0;
    });
    bool isOver = false;
    std::size_t next = 0;
    std::function<void()> feed = [&] {
        if (isOver) return;
        author.loop().after(every, feed);
        auto& host = author.session().host();
        for (int count = 0; count < atOnce; ++count, ++next)
            host.positions().report(
                ids[next % ids.size()],
                {.place = *core::GeoPoint::ofE7(312'304'000, static_cast<int>(next % 9'000'000)),
                 .fixedAt = host.clock().now(),
                 .speedCentimetresPerSecond = 1200,
                 .headingCentidegrees = 9000});
    };
    auto const begin = seconds();
    author.call([&] {
        feed();
        return 0;
    });
    measurePaced(figures, "sync.paced.withPositions", author, incident, 1'000);
    author.call([&] {
        isOver = true;
        return 0;
    });
    auto const taken = seconds() - begin;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    reader.call([&] {
        reader.watch({});
        return 0;
    });
    std::sort(latencies.begin(), latencies.end());
    figures.print("sync.positions", static_cast<double>(latencies.size()) / taken, "positions/s seen");
    figures.print("sync.positions.p50", latencies[latencies.size() / 2], "ms");
    figures.print("sync.positions.p99", latencies[latencies.size() * 99 / 100], "ms");
}

void run(fs::path const& folder) {
    constexpr std::uint64_t events = 100'000;
    Figures figures(folder);
    auto const rules = app::shippedRuleBook();
    auto const realm = app::RealmFolder::createDrill(
        folder / "realm",
        {.name = "bench",
         .zone = "Asia/Shanghai",
         .agencies = {{*core::Code::of("FD"), "消防", "Fire"}, {*core::Code::of("PD"), "公安", "Police"}}});
    app::SystemClock clock;
    app::DeskFolder(folder / "a").create(realm, {0}, "a", clock.now());
    app::DeskFolder(folder / "b").create(realm, {0}, "b", clock.now());
    Side author(folder / "a", rules);
    Side reader(folder / "b", rules);
    author.start();
    auto const incident = author.call([&] { return author.open(); });
    auto const log = author.call([&] { return author.log(); });
    author.call([&] {
        for (auto open = incident; author.sizeOf(log) < events; open = author.open())
            for (int count = 0; count < 49; ++count)
                author.note(open);
        return 0;
    });
    reader.start();
    measureCatchUp(figures, author, reader, events);
    auto const fresh = author.call([&] { return author.open(); });
    measureLive(figures, author, fresh, 2'000);
    measurePaced(figures, "sync.paced", author, author.call([&] { return author.open(); }), 1'000);
    measurePositions(figures, author, reader);
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    auto const folder = std::filesystem::temp_directory_path() / "oneboard-bench-sync";
    std::filesystem::path const chosen = argc > 1 ? std::filesystem::path(argv[1]) : folder;
    std::filesystem::remove_all(chosen);
    std::filesystem::create_directories(chosen);
    ob::tests::run(chosen);
    std::filesystem::remove_all(chosen);
    return 0;
}

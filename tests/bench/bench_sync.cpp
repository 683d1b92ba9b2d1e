// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_sync [DIR]: two desks on threads of their own over TLS on loopback, both with a real database: how
// fast one catches up, how fast it follows, and how long an event takes to be durable on both.
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "tests/bench/side.h"

#include <QCoreApplication>

#include <algorithm>
#include <ctime>

namespace ob::tests {
namespace {

namespace fs = std::filesystem;

/// Of all threads: what it costs, whoever else is at work on the machine.
double processorSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
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

/// 500 units, each ten times a second, a late timer made up for; meanwhile events as before.
void measurePositions(Figures& figures, Side& author, Side& reader) {
    constexpr int units = 500;
    constexpr double perSecond = 5'000;
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
    auto const begin = seconds();
    std::function<void()> feed = [&] {
        if (isOver) return;
        author.loop().after(every, feed);
        auto& host = author.session().host();
        for (auto const due = static_cast<std::size_t>((seconds() - begin) * perSecond); next < due; ++next)
            host.positions().report(
                ids[next % ids.size()],
                {.place = *core::GeoPoint::ofE7(312'304'000, static_cast<int>(next % 9'000'000)),
                 .fixedAt = host.clock().now(),
                 .speedCentimetresPerSecond = 1200,
                 .headingCentidegrees = 9000});
    };
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

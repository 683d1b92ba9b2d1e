// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_session.h"
#include "core/store/sqlite_journal.h"
#include "tests/bench/figures.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <thread>

namespace ob::tests {

inline core::OperatorSession operatorOf() {
    return {.operatorName = "W", .position = *core::Code::of("D1"), .roles = 0xff};
}

inline std::string const words(150, 'x'); // with the rest of the event about 200 bytes of body

/// A desk with its loop and thread.
class Side {
  public:
    Side(std::filesystem::path folder, core::RuleBook const& rules)
        : m_folder(std::move(folder)), m_rules(rules) {}
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
    std::filesystem::path m_folder;
    core::RuleBook const& m_rules;
    net::EventLoop m_loop;
    std::unique_ptr<app::DeskSession> m_session;
    std::function<void()> m_watch;
    std::thread m_thread;
};

template<class Condition>
void waitFor(Side& side, Condition condition) {
    while (!side.call(condition))
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

/// An event every 5 ms: how long until the only peer that counts says that it is durable there, too. Gives
/// the 99th of a hundred in milliseconds.
inline double measurePaced(Figures& figures, std::string const& name, Side& author, core::IncidentId incident,
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
    // Of the log when everything is written that was entered so far: what pends may be a peer's.
    waitFor(author, [&] { return author.session().host().desk().pendingEvents() == 0; });
    auto size = author.call([&] { return author.sizeOf(log); });
    for (int count = 0; count < events; ++count) {
        author.call([&] {
            author.note(incident);
            open.emplace_back(++size, seconds());
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
    double const p99 = 1000 * latencies[latencies.size() * 99 / 100];
    figures.print(name + ".p99", p99, "ms");
    return p99;
}

} // namespace ob::tests

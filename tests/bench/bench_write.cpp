// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_write DATA EVENTS [SEED]: a desk by itself. Opens incidents of its own, works on them and closes
// them, and goes on with the open ones that it has of others: notes, priorities, calls. Prints what was
// entered and how fast; `apart` lets three such desks meet.
#include "app/desk_host.h"
#include "app/shipped_rules.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <random>

namespace ob::tests {
namespace {

core::OperatorSession operatorOf() {
    return {.operatorName = "W", .position = *core::Code::of("D1"), .roles = 0xff};
}

class Shift {
  public:
    Shift(app::DeskHost& host, std::uint64_t seed) : m_host(host), m_dice(seed) {
        auto const agency = host.certificate().agency;
        for (auto const& [id, incident] : host.desk().board().incidents())
            if (incident->isOpen()) (incident->firstReceiver == agency ? m_own : m_shared).push_back(id);
        std::sort(m_shared.begin(), m_shared.end());
        std::sort(m_own.begin(), m_own.end());
    }

    void work(std::uint64_t events) {
        while (m_entered + m_refused < events) {
            step();
            if (m_host.desk().pendingEvents() >= 1024) m_host.commit();
        }
        m_host.commit();
    }
    std::uint64_t entered() const { return m_entered; }
    std::uint64_t refused() const { return m_refused; }

  private:
    bool oneIn(unsigned count) { return m_dice() % count == 0; }
    core::IncidentId anyIncident() {
        auto const& from = !m_shared.empty() && (m_own.empty() || oneIn(4)) ? m_shared : m_own;
        return from[m_dice() % from.size()];
    }

    void step() {
        if ((m_own.empty() && m_shared.empty()) || oneIn(30)) {
            if (m_own.size() >= mostOpen) close();
            return open();
        }
        auto const incident = anyIncident();
        switch (m_dice() % 6) {
        case 0: return submit(core::SetPriority{incident, static_cast<core::Priority>(1 + m_dice() % 4)});
        case 1: return submit(core::AddCall{.incident = incident, .caller = {}});
        default: return submit(core::AddNote{.incident = incident, .text = m_words.substr(m_dice() % 120)});
        }
    }
    void open() {
        core::OpenIncident asked;
        asked.type = *core::Code::of("FIRE-STRUCT");
        asked.address = m_words.substr(170);
        m_host.desk().submit({.intent = asked, .occurredAt = {}}, operatorOf(),
                             [this](core::Result<core::Receipt> const& told) {
                                 if (told) m_own.push_back(told->streams.front());
                                 ++(told ? m_entered : m_refused);
                             });
        m_host.commit(); // so that it can be worked on
    }
    /// The oldest, in two steps where it has a second one.
    void close() {
        auto const oldest = m_own.front();
        m_own.erase(m_own.begin());
        for (int step = 0; step < 2; ++step)
            submit(core::CloseIncident{oldest, *core::Code::of("HANDLED"), {}});
    }
    void submit(core::Intent intent) {
        m_host.desk().submit(
            {.intent = std::move(intent), .occurredAt = {}}, operatorOf(),
            [this](core::Result<core::Receipt> const& told) { ++(told ? m_entered : m_refused); });
    }

    static constexpr std::size_t mostOpen = 300;

    app::DeskHost& m_host;
    std::mt19937_64 m_dice;
    std::string m_words = std::string(180, 'x');
    std::vector<core::IncidentId> m_shared;
    std::vector<core::IncidentId> m_own;
    std::uint64_t m_entered = 0;
    std::uint64_t m_refused = 0;
};

} // namespace
} // namespace ob::tests

int main(int count, char** arguments) {
    QCoreApplication application(count, arguments);
    if (count < 3) {
        std::fprintf(stderr, "usage: bench_write DATA EVENTS [SEED]\n");
        return 2;
    }
    auto const rules = ob::app::shippedRuleBook();
    ob::app::DeskHost host(arguments[1], rules);
    double const begin = ob::tests::seconds();
    ob::tests::Shift shift(host, count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1);
    shift.work(std::strtoull(arguments[2], nullptr, 10));
    host.close();
    std::printf("{\"entered\":%llu,\"refused\":%llu,\"seconds\":%.1f}\n",
                static_cast<unsigned long long>(shift.entered()),
                static_cast<unsigned long long>(shift.refused()), ob::tests::seconds() - begin);
    return 0;
}

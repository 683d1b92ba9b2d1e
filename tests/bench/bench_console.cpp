// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// bench_console: how long the GUI thread is busy with news on a board of 20,000 open incidents and 5,000
// units.
#include "tests/support/fake_zone.h"
#include "tests/support/shipped_rules.h"
#include "tests/support/window_givens.h"
#include "ui/console/console.h"
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

namespace ob::tests {
namespace {

class Clock final : public core::ClockPort {
  public:
    core::Instant now() override {
        using namespace std::chrono;
        return *core::Instant::ofMilliseconds(
            duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
    }
};

/// Nobody is asked anything.
class SilentDesk final : public ui::DeskPort {
  public:
    void submit(core::Command, core::OperatorSession, Reply) override {}
    void readEvents(core::StreamId, std::function<void(std::vector<core::Event>)>) override {}
    void readHoldings(core::StreamId, std::function<void(std::vector<Holding>)>) override {}
    void find(std::string, std::size_t, std::function<void(std::vector<core::SearchHit>)>) override {}
    std::unique_ptr<ui::PastPort> lookBack() override { return nullptr; }
    void askContact(std::string, core::OperatorSession, std::function<void(core::ContactAnswer)>) override {}
};

core::Hash hashOf(std::uint32_t kind, std::uint32_t number) {
    core::Hash hash{};
    hash[1] = static_cast<std::uint8_t>(number * 37);
    for (unsigned byte = 0; byte < 4; ++byte) {
        hash[28 + byte] = static_cast<std::uint8_t>(number >> (8 * byte));
        hash[20 + byte] = static_cast<std::uint8_t>(kind + 1);
    }
    return hash;
}

core::GeoPoint placeOf(std::mt19937& chance) {
    auto const part = [&] { return static_cast<double>(chance()) / 4294967296.0; };
    return *core::GeoPoint::ofDegrees(31 + part() * 0.4, 160 + part() * 0.4);
}

core::Incident incidentOf(std::uint32_t number, std::mt19937& chance, core::Instant now) {
    core::Incident incident;
    incident.id = core::IncidentId(hashOf(1, number));
    incident.number = *core::IncidentNumber::of(20261122, number);
    incident.type = *core::Code::of(number % 3 == 0   ? "FIRE-STRUCT"
                                    : number % 3 == 1 ? "MED-CHEST"
                                                      : "POL-FIGHT");
    incident.priority = static_cast<core::Priority>(1 + number % 4);
    incident.address = "滨江路" + std::to_string(number) + "号";
    incident.place = placeOf(chance);
    incident.members = {{0}, {1}, {2}};
    incident.firstReceiver = {static_cast<std::uint16_t>(number % 3)};
    incident.openedAt = now + core::Duration::ofSeconds(-static_cast<std::int64_t>(number % 50));
    return incident;
}

core::Unit unitOf(std::uint32_t number, std::mt19937& chance, core::Instant now) {
    core::Unit unit;
    unit.id = core::UnitId(hashOf(2, number));
    unit.callsign = *core::Callsign::of("E" + std::to_string(number));
    unit.agency = {static_cast<std::uint16_t>(number % 3)};
    unit.kind = *core::Code::of("ENGINE");
    unit.homePlace = placeOf(chance);
    unit.duty = core::DutyState::Available;
    unit.dutySince = now;
    return unit;
}

double since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

/// The longest that one turn of the event loop takes until everything is painted.
double settle() {
    double worst = 0;
    for (int turn = 0; turn < 30; ++turn) {
        auto const begun = std::chrono::steady_clock::now();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        worst = std::max(worst, since(begun));
    }
    return worst;
}

void print(char const* name, std::vector<double> values) {
    std::ranges::sort(values);
    std::printf("{\"name\":\"%s\",\"unit\":\"ms\",\"median\":%.2f,\"p99\":%.2f,\"runs\":%zu}\n", name,
                values[values.size() / 2], values[values.size() * 99 / 100], values.size());
    std::fflush(stdout);
}

void run(std::uint32_t incidents, std::uint32_t units) {
    test::WindowGivens givens;
    Clock clock;
    test::FakeZone zone;
    SilentDesk desk;
    auto const& rules = test::shippedRules();
    ui::Console console({.rules = rules,
                         .clock = clock,
                         .zone = zone,
                         .desk = desk,
                         .realm = {},
                         .deskName = {},
                         .isDrill = true,
                         .gazetteer = nullptr});
    ui::MainWindow window(console, givens.services([](QString const&) {}));
    window.resize(1920, 1080);
    window.show();
    std::mt19937 chance(7);
    ui::BoardNews whole;
    core::Context context;
    context.agencyCodes = {*core::Code::of("FD"), *core::Code::of("EM"), *core::Code::of("PD")};
    context.rules = &rules;
    whole.context = context;
    std::vector<core::Incident> all;
    for (std::uint32_t number = 0; number < incidents; ++number) {
        all.push_back(incidentOf(number, chance, clock.now()));
        whole.changes.incidents.push_back(std::make_shared<core::Incident const>(all.back()));
    }
    for (std::uint32_t number = 0; number < units; ++number)
        whole.changes.units.push_back(
            std::make_shared<core::Unit const>(unitOf(number, chance, clock.now())));
    auto const begun = std::chrono::steady_clock::now();
    console.take(std::move(whole));
    settle();
    std::printf("{\"name\":\"first_board\",\"unit\":\"ms\",\"value\":%.1f,\"incidents\":%u,\"units\":%u}\n",
                since(begun), incidents, units);
    std::vector<double> taking;
    std::vector<double> turns;
    for (int round = 0; round < 60; ++round) {
        ui::BoardNews news;
        auto& changed = all[chance() % all.size()];
        changed.priority = static_cast<core::Priority>(1 + chance() % 4);
        news.changes.incidents.push_back(std::make_shared<core::Incident const>(changed));
        auto const start = std::chrono::steady_clock::now();
        console.take(std::move(news));
        taking.push_back(since(start));
        turns.push_back(settle());
    }
    print("news_of_one_incident", taking);
    print("longest_turn_after_it", turns);
}

} // namespace
} // namespace ob::tests

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication const application(argc, argv);
    ob::tests::run(500, 500);
    ob::tests::run(20'000, 5'000);
}

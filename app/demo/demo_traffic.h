// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/demo_desk.h"
#include "app/demo/demo_stage.h"
#include "app/demo/traffic_plan.h"

#include <chrono>
#include <map>
#include <set>

namespace ob::app {

/// People call, dispatchers send, crews drive, work and come back: all of it typed at real desks, where the
/// answers and the orders are read off what the desks show. Times are of the demo: as many seconds of it go
/// by in one as `speed` says. One thread.
class DemoTraffic {
  public:
    struct Pace {
        double speed = 1;
        double load = 1; ///< times the calls of the plan
    };
    /// For people, and for the end.
    struct Tally {
        std::uint64_t calls = 0, sent = 0, arrived = 0, closed = 0;
        std::uint64_t positions = 0;
        /// What a desk would not do, and its words.
        std::vector<std::pair<std::string, std::string>> refused;
        std::vector<double> orderMs; ///< real time from the typing of an order to the crew's own desk
    };
    using Tell = std::function<void(std::string const& agency, std::string const& line)>;

    DemoTraffic(TrafficPlan const& plan, DemoStage& stage, Pace pace, core::Instant begin, Tell tell);

    /// Before `begin`. What it shows must be told to `see`.
    void add(DemoDesk& desk);
    void see(std::string const& agency, QJsonObject const& change);
    /// Before `begin`: places from which somebody calls now and then, besides all others.
    void callAlsoFrom(std::vector<DemoStage::Address> places) { m_callers = std::move(places); }
    /// Registers crews and begins to call.
    void begin();
    /// Does what is due. Real time until something is due again.
    std::chrono::milliseconds run();

    core::Instant now() const;
    Tally const& tally() const { return m_tally; }
    /// Lines that wait for an answer.
    bool isSettingUp() const { return m_setUpLeft > 0; }

  private:
    using Clock = std::chrono::steady_clock;
    enum class Doing : std::uint8_t { Waiting, Called, Driving, Working, Transporting, Returning };
    struct Crew {
        std::string agency;
        std::string callsign; ///< without the agency
        core::GeoPoint home;
        core::GeoPoint place;
        std::string assignment; ///< id
        std::string incident;   ///< id
        Doing doing = Doing::Waiting;
        std::vector<core::GeoPoint> way;
        core::Instant left;
        core::Instant arrives;
        Clock::time_point told{};
        bool isFree() const { return doing == Doing::Waiting || doing == Doing::Returning; }
        std::string name() const { return agency + "-" + callsign; }
    };
    struct Incident {
        TrafficPlan::Kind const* kind = nullptr;
        std::string agency;
        std::string number;
        core::GeoPoint place;
        std::set<std::string> atWork; ///< names of crews
        bool isClosing = false;
    };

    void after(double seconds, std::function<void()> what);
    void type(std::string const& agency, std::string const& line,
              std::function<void(bool done, QJsonObject const&)> answered = {});
    void registerCrews(TrafficPlan::Crews const& crews);
    void nextCall(TrafficPlan::Calls const& calls);
    void call(TrafficPlan::Calls const& calls);
    void notePlace(std::string const& id, QJsonObject const& change);
    void seeIncident(std::string const& id, std::string const& number, QJsonObject const& change);
    Incident* incidentOf(std::string const& id);
    void numbered(std::string const& id, std::string const& number);
    void send(std::string const& id, std::string const& agency, int count);
    void ordered(Crew& crew, QJsonObject const& assignment);
    void turnOut(std::string const& crew);
    void arrive(std::string const& crew);
    void leave(std::string const& crew);
    void clear(std::string const& crew, std::string const& end);
    void close(std::string const& id);
    void drive(Crew& crew, core::GeoPoint to, core::DriveProfile profile, Doing doing,
               std::function<void()> there);
    /// Whether the crew is still at this job.
    bool isAt(std::string const& crew, std::string const& assignment) const;
    void tellPositions();

    TrafficPlan const& m_plan;
    DemoStage& m_stage;
    Pace m_pace;
    Tell m_tell;
    core::CityDice m_dice;
    core::Instant m_begin;
    Clock::time_point m_started;
    std::map<std::string, DemoDesk*> m_desks; ///< by agency
    std::map<std::string, Crew> m_crews;      ///< by name
    std::map<std::string, Incident> m_incidents;
    std::map<std::string, core::GeoPoint> m_places;   ///< of incidents, by id
    std::map<std::string, std::string> m_numbers;     ///< by id, of calls whose line is not answered yet
    std::map<std::string, Clock::time_point> m_typed; ///< orders by crew
    std::multimap<core::Instant, std::function<void()>> m_due;
    Clock::time_point m_nextPositions{};
    std::size_t m_setUpLeft = 0;
    std::vector<DemoStage::Address> m_callers;
    Tally m_tally;
};

} // namespace ob::app

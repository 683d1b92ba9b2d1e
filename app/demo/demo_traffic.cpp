// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_traffic.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace ob::app {
namespace {

/// Of the calls, so that somebody who looks sees what a desk knows of places.
constexpr double fromKnownPlaces = 0.15;
constexpr double hoursFromUtc = 8; // the demo realm's zone has no summer time

std::string textOf(QJsonObject const& object, char const* key) {
    return object[QLatin1StringView(key)].toString().toStdString();
}

} // namespace

DemoTraffic::DemoTraffic(TrafficPlan const& plan, DemoStage& stage, Pace pace, core::Instant begin, Tell tell)
    : m_plan(plan), m_stage(stage), m_pace(pace), m_tell(std::move(tell)),
      m_dice(static_cast<std::uint64_t>(begin.milliseconds()), 77), m_begin(begin), m_started(Clock::now()) {}

core::Instant DemoTraffic::now() const {
    double const real = std::chrono::duration<double, std::milli>(Clock::now() - m_started).count();
    return m_begin + core::Duration::ofMilliseconds(std::llround(real * m_pace.speed));
}

void DemoTraffic::after(double seconds, std::function<void()> what) {
    m_due.emplace(now() + core::Duration::ofMilliseconds(std::llround(seconds * 1000)), std::move(what));
}

void DemoTraffic::add(DemoDesk& desk) { m_desks[desk.agency()] = &desk; }

void DemoTraffic::type(std::string const& agency, std::string const& line,
                       std::function<void(bool, QJsonObject const&)> answered) {
    m_desks.at(agency)->type(line, [this, line, answered = std::move(answered)](auto const& objects) {
        if (objects.empty()) return; // the desk is gone, and its owner sees that
        QJsonObject const& said = objects.front();
        bool const done = said.contains(QStringLiteral("done"));
        if (answered) return answered(done, said);
        if (!done) m_tally.refused.emplace_back(line, textOf(said, "text"));
    });
}

// --- crews
// ----------------------------------------------------------------------------------------------------

void DemoTraffic::begin() {
    for (auto const& crews : m_plan.crews)
        if (m_desks.contains(crews.agency)) registerCrews(crews);
}

void DemoTraffic::registerCrews(TrafficPlan::Crews const& crews) {
    std::map<std::string, int> numbers;
    for (auto const& station : m_stage.stations(crews.station))
        for (auto const& vehicle : crews.vehicles) {
            int const number = ++numbers[vehicle.letter];
            if (number > 99) return;
            Crew crew{.agency = crews.agency,
                      .callsign = vehicle.letter + (number < 10 ? "0" : "") + std::to_string(number),
                      .home = station.point,
                      .place = station.point,
                      .assignment = {},
                      .incident = {},
                      .way = {},
                      .left = {},
                      .arrives = {}};
            // Of an earlier evening it is there already, and perhaps at a job that nobody remembers.
            m_setUpLeft += 3;
            auto const goOn = [this](bool, QJsonObject const&) {
                if (--m_setUpLeft > 0) return;
                m_started = Clock::now();
                for (auto const& calls : m_plan.calls)
                    if (m_desks.contains(calls.agency)) nextCall(calls);
            };
            type(crew.agency, "UNIT " + crew.callsign + " " + vehicle.kind + " " + station.name, goOn);
            type(crew.agency, "CL " + crew.callsign + " 已处理", goOn);
            type(crew.agency, "ON " + crew.callsign + " " + std::to_string(crews.people) + "人 24h", goOn);
            std::string const name = crew.name();
            m_crews.emplace(name, std::move(crew));
        }
}

// --- calls
// ----------------------------------------------------------------------------------------------------

void DemoTraffic::nextCall(TrafficPlan::Calls const& calls) {
    double const hours = static_cast<double>(now().milliseconds()) / 3'600'000 + hoursFromUtc;
    auto const hour = static_cast<std::size_t>(std::fmod(hours, 24));
    double const perSecond = calls.perHour * std::max(0.01, calls.hours[hour]) * m_pace.load / 3600;
    after(-std::log(1 - m_dice.part()) / perSecond, [this, &calls] {
        call(calls);
        nextCall(calls);
    });
}

void DemoTraffic::call(TrafficPlan::Calls const& calls) {
    double whole = 0;
    for (auto const& kind : calls.kinds)
        whole += kind.share;
    double left = m_dice.part() * whole;
    auto const* kind = &calls.kinds.back();
    for (auto const& each : calls.kinds)
        if ((left -= each.share) < 0) {
            kind = &each;
            break;
        }
    bool const isKnownPlace = !m_callers.empty() && m_dice.chance(fromKnownPlaces);
    auto const address =
        isKnownPlace ? m_callers[m_dice.below(m_callers.size())] : m_stage.anyAddress(m_dice);
    auto const& said = kind->says[m_dice.below(kind->says.size())];
    std::string const line = "NI " + kind->type + " " + address.text + " /" + said;
    type(calls.agency, line,
         [this, kind, line, address, agency = calls.agency](bool done, auto const& answer) {
             if (!done) {
                 m_tally.refused.emplace_back(line, textOf(answer, "text"));
                 return;
             }
             ++m_tally.calls;
             m_tell(agency, line);
             auto const id = answer[QStringLiteral("events")].toArray()[0].toString().toStdString();
             m_incidents.emplace(
                 id, Incident{
                         .kind = kind, .agency = agency, .number = {}, .place = address.point, .atWork = {}});
             if (auto const number = m_numbers.extract(id)) numbered(id, number.mapped());
         });
}

void DemoTraffic::numbered(std::string const& id, std::string const& number) {
    Incident& incident = m_incidents.at(id);
    incident.number = number;
    double wait = m_dice.between(15, 60);
    for (auto const& [agency, count] : incident.kind->goes) {
        if (!m_desks.contains(agency)) continue;
        bool const isOwn = agency == incident.agency;
        after(isOwn ? m_dice.between(10, 40) : wait,
              [this, id, of = agency, many = count] { send(id, of, many); });
        wait += m_dice.between(10, 60);
    }
    if (m_dice.chance(0.12))
        after(m_dice.between(20, 150), [this, id] {
            Incident const* const known = incidentOf(id);
            if (known == nullptr) return;
            auto const& said = known->kind->says[m_dice.below(known->kind->says.size())];
            type(known->agency, "AC " + known->number + " 1390000" + std::to_string(1000 + m_dice.below(9000))
                                    + " /" + said);
        });
}

// --- dispatch
// -------------------------------------------------------------------------------------------------

void DemoTraffic::send(std::string const& id, std::string const& agency, int count) {
    Incident* const known = incidentOf(id);
    if (known == nullptr || known->isClosing) return;
    Incident& incident = *known;
    std::vector<Crew*> free;
    std::vector<core::GeoPoint> places;
    for (auto& [name, crew] : m_crews)
        if (crew.agency == agency && crew.isFree() && !m_typed.contains(name)) {
            free.push_back(&crew);
            places.push_back(crew.place);
        }
    auto const nearest = m_stage.nearest(incident.place, places, static_cast<std::size_t>(count));
    int const lacking = count - static_cast<int>(nearest.size());
    if (lacking > 0) after(90, [this, id, agency, lacking] { send(id, agency, lacking); });
    if (nearest.empty()) return;
    std::string line = "D ";
    std::vector<std::string> names;
    for (std::size_t const at : nearest) {
        names.push_back(free[at]->name());
        line += (names.size() > 1 ? "," : "") + names.back();
        m_typed[names.back()] = Clock::now();
        incident.atWork.insert(names.back());
    }
    line += " " + incident.number;
    m_tally.sent += names.size();
    type(incident.agency, line,
         [this, id, line, names, agency = incident.agency](bool done, auto const& answer) {
             m_tell(agency, line);
             if (done) return;
             m_tally.refused.emplace_back(line, textOf(answer, "text"));
             for (auto const& name : names) {
                 m_typed.erase(name);
                 if (Incident* const of = incidentOf(id)) of->atWork.erase(name);
             }
         });
}

void DemoTraffic::see(std::string const& agency, QJsonObject const& change) {
    if (textOf(change, "kind") == "retired") m_places.erase(textOf(change, "id"));
    if (textOf(change, "kind") == "incident") notePlace(textOf(change, "id"), change);
    if (textOf(change, "kind") == "incident" && textOf(change, "firstReceiver") == agency)
        return seeIncident(textOf(change, "id"), textOf(change, "number"), change);
    if (textOf(change, "kind") != "assignment") return;
    auto const found = m_crews.find(agency + "-" + textOf(change, "callsign"));
    if (found == m_crews.end()) return; // another agency's
    Crew& crew = found->second;
    auto const state = textOf(change, "state");
    auto const id = textOf(change, "id");
    bool const isOver = state == "cleared" || state == "released" || state == "refused";
    if (isOver && crew.assignment == id && !crew.isFree()) {
        // Somebody at a console did that.
        crew.assignment.clear();
        drive(crew, crew.home, core::DriveProfile::Normal, Doing::Returning, [] {});
    } else if (!isOver && state != "planned" && crew.assignment != id && crew.isFree()) {
        ordered(crew, change);
    }
}

/// Of calls that a person took at a console: crews are sent there as well.
void DemoTraffic::notePlace(std::string const& id, QJsonObject const& change) {
    auto const latitude = change[QStringLiteral("latitude")];
    auto const longitude = change[QStringLiteral("longitude")];
    if (!latitude.isDouble() || !longitude.isDouble()) return;
    if (auto const place = core::GeoPoint::ofDegrees(latitude.toDouble(), longitude.toDouble()))
        m_places.insert_or_assign(id, *place);
}

/// What the desk shows may come before its answer to the line.
void DemoTraffic::seeIncident(std::string const& id, std::string const& number, QJsonObject const& change) {
    Incident* const incident = incidentOf(id);
    if (incident != nullptr && incident->number.empty()) return numbered(id, number);
    bool const isNew = incident == nullptr && textOf(change, "state") == "open" && m_numbers.size() < 64;
    if (isNew) m_numbers[id] = number;
}

DemoTraffic::Incident* DemoTraffic::incidentOf(std::string const& id) {
    auto const found = m_incidents.find(id);
    return found == m_incidents.end() ? nullptr : &found->second;
}

void DemoTraffic::ordered(Crew& crew, QJsonObject const& assignment) {
    std::string const name = crew.name();
    if (auto const typed = m_typed.find(name); typed != m_typed.end()) {
        m_tally.orderMs.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - typed->second).count());
        m_typed.erase(typed);
    }
    crew.assignment = textOf(assignment, "id");
    crew.incident = textOf(assignment, "incident");
    crew.doing = Doing::Called;
    crew.way.clear();
    auto const job = crew.assignment;
    after(m_dice.between(4, 20), [this, name, job] {
        if (isAt(name, job)) type(m_crews.at(name).agency, "ACK " + m_crews.at(name).callsign);
    });
    after(m_dice.between(30, 90), [this, name, job] {
        if (isAt(name, job)) turnOut(name);
    });
}

bool DemoTraffic::isAt(std::string const& crew, std::string const& assignment) const {
    return m_crews.at(crew).assignment == assignment;
}

void DemoTraffic::drive(Crew& crew, core::GeoPoint to, core::DriveProfile profile, Doing doing,
                        std::function<void()> there) {
    auto drive = m_stage.drive(crew.place, to, profile);
    crew.doing = doing;
    crew.way = std::move(drive.line);
    crew.left = now();
    crew.arrives = crew.left + drive.time;
    std::string const name = crew.name();
    auto const job = crew.assignment;
    after(static_cast<double>(drive.time.milliseconds()) / 1000, [this, name, job, doing, to, there] {
        Crew& arrived = m_crews.at(name);
        if (arrived.assignment != job || arrived.doing != doing) return;
        arrived.place = to;
        arrived.way.clear();
        if (doing == Doing::Returning) arrived.doing = Doing::Waiting;
        there();
    });
}

// --- at work
// --------------------------------------------------------------------------------------------------

void DemoTraffic::turnOut(std::string const& name) {
    Crew& crew = m_crews.at(name);
    auto const known = m_places.find(crew.incident);
    core::GeoPoint const to = known == m_places.end() ? crew.place : known->second; // nobody said where
    type(crew.agency, "EN " + crew.callsign);
    drive(crew, to, core::DriveProfile::BlueLight, Doing::Driving, [this, name] { arrive(name); });
}

void DemoTraffic::arrive(std::string const& name) {
    Crew& crew = m_crews.at(name);
    crew.doing = Doing::Working;
    ++m_tally.arrived;
    type(crew.agency, "OS " + crew.callsign);
    Incident const* const incident = incidentOf(crew.incident);
    auto const* const kind = incident == nullptr ? nullptr : incident->kind;
    double const minutes = kind ? m_dice.between(kind->leastMinutes, kind->mostMinutes) : 20;
    auto const job = crew.assignment;
    after(minutes * 60, [this, name, job] {
        if (isAt(name, job)) leave(name);
    });
}

void DemoTraffic::leave(std::string const& name) {
    Crew& crew = m_crews.at(name);
    Incident const* const incident = incidentOf(crew.incident);
    auto const* const kind = incident == nullptr ? nullptr : incident->kind;
    bool const isLead = kind && incident->agency == crew.agency;
    bool const transports = crew.agency == "EM" && m_dice.chance(0.75);
    if (!transports) return clear(name, isLead && kind->end != "送医" ? kind->end : "已处理");
    type(crew.agency, "TR " + crew.callsign);
    auto const hospital = m_stage.nearestHospital(crew.place);
    drive(crew, hospital, core::DriveProfile::BlueLight, Doing::Transporting, [this, name] {
        Crew const& there = m_crews.at(name);
        type(there.agency, "AD " + there.callsign);
        after(m_dice.between(8, 20) * 60, [this, name, job = there.assignment] {
            if (isAt(name, job)) clear(name, "送医");
        });
    });
}

void DemoTraffic::clear(std::string const& name, std::string const& end) {
    Crew& crew = m_crews.at(name);
    type(crew.agency, "CL " + crew.callsign + " " + end);
    auto const id = crew.incident;
    crew.assignment.clear();
    drive(crew, crew.home, core::DriveProfile::Normal, Doing::Returning, [] {});
    Incident* const incident = incidentOf(id);
    if (incident == nullptr) return;
    incident->atWork.erase(name);
    if (incident->atWork.empty()) after(m_dice.between(40, 200), [this, id] { close(id); });
}

void DemoTraffic::close(std::string const& id) {
    Incident* const incident = incidentOf(id);
    if (incident == nullptr || !incident->atWork.empty() || incident->isClosing) return;
    incident->isClosing = true;
    std::string const line = "CLOSE " + incident->number + " " + incident->kind->end;
    type(incident->agency, line, [this, id, line, agency = incident->agency](bool done, auto const& answer) {
        m_tell(agency, line);
        if (done) {
            ++m_tally.closed;
            m_incidents.erase(id);
            return;
        }
        m_tally.refused.emplace_back(line, textOf(answer, "text"));
    });
}

// --- positions and time
// -----------------------------------------------------------------------------------------

void DemoTraffic::tellPositions() {
    auto const real = Clock::now();
    auto const moving = std::chrono::milliseconds(std::max(1000, static_cast<int>(5000 / m_pace.speed)));
    constexpr auto standing = std::chrono::seconds(60);
    std::map<std::string, std::string> lines;
    auto const time = now();
    for (auto& [name, crew] : m_crews) {
        bool const isMoving = !crew.way.empty();
        if (real - crew.told < (isMoving ? moving : standing) || m_desks.at(crew.agency)->isBehind())
            continue;
        QJsonObject fix{{QStringLiteral("callsign"), QString::fromStdString(crew.callsign)}};
        if (isMoving) {
            double const whole = static_cast<double>((crew.arrives - crew.left).milliseconds());
            double const gone = static_cast<double>((time - crew.left).milliseconds());
            auto const at = alongLine(crew.way, whole > 0 ? gone / whole : 1);
            double const metres = core::distanceMetres(crew.place, at.point);
            double const seconds = std::chrono::duration<double>(real - crew.told).count() * m_pace.speed;
            crew.place = at.point;
            fix.insert(QStringLiteral("speed"), std::min(40.0, metres / std::max(1.0, seconds)));
            fix.insert(QStringLiteral("heading"), at.heading);
        }
        fix.insert(QStringLiteral("latitude"), crew.place.latitude());
        fix.insert(QStringLiteral("longitude"), crew.place.longitude());
        crew.told = real;
        ++m_tally.positions;
        auto& text = lines[crew.agency];
        if (!text.empty()) text += '\n';
        text += QJsonDocument(fix).toJson(QJsonDocument::Compact).toStdString();
        if (text.size() < 64 * 1024) continue;
        m_desks.at(crew.agency)->tellPositions(std::exchange(text, {}));
    }
    for (auto& [agency, text] : lines)
        if (!text.empty()) m_desks.at(agency)->tellPositions(std::move(text));
}

std::chrono::milliseconds DemoTraffic::run() {
    using std::chrono::milliseconds;
    if (isSettingUp()) return milliseconds(200);
    while (!m_due.empty() && m_due.begin()->first <= now()) {
        auto const what = std::move(m_due.begin()->second);
        m_due.erase(m_due.begin());
        what();
    }
    if (Clock::now() >= m_nextPositions) {
        m_nextPositions = Clock::now() + milliseconds(1000);
        tellPositions();
    }
    auto wait = std::chrono::duration_cast<milliseconds>(m_nextPositions - Clock::now());
    if (!m_due.empty()) {
        double const left = static_cast<double>((m_due.begin()->first - now()).milliseconds()) / m_pace.speed;
        wait = std::min(wait, milliseconds(static_cast<int>(std::clamp(left, 1.0, 1000.0))));
    }
    return std::max(wait, milliseconds(1));
}

} // namespace ob::app

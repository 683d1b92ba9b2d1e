// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

#include "core/crypto/sha256.h"
#include "core/fold/membership.h"
#include "core/fold/stream_fold.h"
#include "tests/support/board_builder.h"
#include "tests/support/identity_builders.h"
#include "tests/support/intent_generator.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace ob::sim {
namespace {

constexpr std::int64_t tickEvery = 250;

/// What is the same on every desk that may see the stream: all but joint, own and personal words.
core::Incident openPart(core::Incident incident) {
    incident.address.reset();
    incident.place.reset();
    incident.placeWithheld = false;
    incident.narrative.clear();
    incident.resolvedByOperator.reset();
    return incident;
}

} // namespace

World::World(std::uint64_t seed, std::uint16_t agencies) : m_realm(core::realmOf(agencies)), m_values(seed) {
    m_nextTick = m_now + tickEvery;
}

DeskWires World::wiresOf(DeskNumber number) {
    return {.send = [this, number](net::PeerId peer, net::FrameType type,
                                   core::Bytes payload) { send(number, peer, type, std::move(payload)); },
            .queued = [this](net::PeerId peer) -> std::size_t {
                auto const link = m_links.find(peer / 2);
                return link == m_links.end() ? 0 : link->second.queued[1 - peer % 2];
            },
            .drop =
                [this, number](net::PeerId peer, net::Refuse const&) {
                    schedule(m_now,
                             {.kind = Happening::Kind::Drop, .peer = peer, .desk = number, .payload = {}});
                }};
}

DeskNumber World::addDesk(core::AgencyIndex agency) {
    DeskNumber const number = m_desks.size();
    m_desks.push_back(std::make_unique<VirtualDesk>(m_realm, agency, static_cast<std::uint8_t>(number + 1),
                                                    wiresOf(number)));
    m_clockOffsets.push_back(0);
    powerOn(number);
    return number;
}

DeskNumber World::addScripted(core::AgencyIndex agency) {
    DeskNumber const number = m_desks.size();
    m_desks.push_back(std::make_unique<ScriptedDesk>(m_realm, agency, static_cast<std::uint8_t>(number + 1),
                                                     wiresOf(number)));
    m_clockOffsets.push_back(0);
    return number;
}

void World::schedule(std::int64_t at, Happening happening) {
    m_future.emplace(std::pair(at, m_sequence++), std::move(happening));
}

void World::powerOn(DeskNumber number) {
    m_desks[number]->clock().time = *core::Instant::ofMilliseconds(m_now + m_clockOffsets[number]);
    desk(number).powerOn();
}

void World::powerOff(DeskNumber number) {
    for (auto link = m_links.begin(); link != m_links.end();) {
        auto const next = std::next(link);
        if (link->second.ends[0] == number || link->second.ends[1] == number) endLink(link->first);
        link = next;
    }
    desk(number).powerOff();
}

bool World::isConnected(DeskNumber one, DeskNumber other) const {
    return std::any_of(m_links.begin(), m_links.end(), [&](auto const& each) {
        auto const& ends = each.second.ends;
        return (ends[0] == one && ends[1] == other) || (ends[0] == other && ends[1] == one);
    });
}

void World::connect(DeskNumber one, DeskNumber other) {
    if (isConnected(one, other) || !m_desks[one]->isOn() || !m_desks[other]->isOn()) return;
    std::uint64_t const link = ++m_lastLink;
    m_links[link] = {.ends = {one, other}};
    for (int end = 0; end < 2; ++end) {
        auto& here = *m_desks[m_links[link].ends[end]];
        auto const& there = *m_desks[m_links[link].ends[1 - end]];
        auto peer = there.asPeer();
        auto const* const desk = dynamic_cast<VirtualDesk const*>(&here);
        if (desk && desk->planted() == Planted::IgnoresAudience) peer.agency = here.agency();
        here.replica().connect(peerOf(link, end), peer, here.clock().now());
    }
    afterwards(one);
    afterwards(other);
}

void World::connectAll() {
    for (DeskNumber one = 0; one < size(); ++one)
        for (DeskNumber other = one + 1; other < size(); ++other)
            connect(one, other);
}

void World::endLink(std::uint64_t id) {
    auto const found = m_links.find(id);
    if (found == m_links.end()) return;
    Link const link = found->second;
    m_links.erase(found);
    std::erase_if(m_future, [&](auto const& each) {
        return each.second.kind == Happening::Kind::Frame && each.second.peer / 2 == id;
    });
    for (int end = 0; end < 2; ++end) {
        auto& desk = *m_desks[link.ends[end]];
        if (desk.isOn()) desk.replica().disconnect(peerOf(id, end), desk.clock().now());
    }
}

void World::cut(DeskNumber one, DeskNumber other) {
    for (auto const& [id, link] : m_links)
        if ((link.ends[0] == one && link.ends[1] == other) || (link.ends[0] == other && link.ends[1] == one))
            return endLink(id);
}

void World::stall(DeskNumber one, DeskNumber other) {
    for (auto& [id, link] : m_links) {
        if ((link.ends[0] != one || link.ends[1] != other) && (link.ends[0] != other || link.ends[1] != one))
            continue;
        link.isStalled = true;
        schedule(m_now + 15'000,
                 {.kind = Happening::Kind::Drop, .peer = peerOf(id, 0), .desk = one, .payload = {}});
    }
}

void World::dropStalled() {
    for (auto link = m_links.begin(); link != m_links.end();) {
        auto const next = std::next(link);
        if (link->second.isStalled) endLink(link->first);
        link = next;
    }
}

void World::breakDisk(DeskNumber number) {
    if (!m_desks[number]->isOn() || m_desks[number]->journal().waiting() == 0) return;
    m_desks[number]->journal().fail("disk full");
    powerOff(number);
    powerOn(number);
}

void World::send(DeskNumber, net::PeerId peer, net::FrameType type, core::Bytes payload) {
    auto const found = m_links.find(peer / 2);
    if (found == m_links.end()) return;
    int const to = 1 - static_cast<int>(peer % 2);
    Link& link = found->second;
    if (link.isStalled) {
        link.queued[to] += payload.size();
        return;
    }
    auto const latency =
        1 + static_cast<std::int64_t>(m_values.below(static_cast<std::uint64_t>(maxLatency)));
    link.lastArrival[to] = std::max(link.lastArrival[to], m_now + latency);
    link.queued[to] += payload.size();
    schedule(link.lastArrival[to], {.kind = Happening::Kind::Frame,
                                    .peer = peerOf(peer / 2, to),
                                    .desk = link.ends[to],
                                    .type = type,
                                    .payload = std::move(payload)});
}

void World::watch(core::AgencyIndex receiver, Happening const& frame) {
    std::string_view const text(reinterpret_cast<char const*>(frame.payload.data()), frame.payload.size());
    for (std::uint16_t other = 0; other < m_realm.roster.size(); ++other)
        if (other != receiver.value && text.find(canaryOf({other})) != text.npos)
            m_leak = "words of agency " + std::to_string(other) + " reached agency "
                     + std::to_string(receiver.value);
    m_trace = core::Sha256().add(m_trace).add(frame.payload).finish();
    ++m_delivered;
}

void World::happen(Happening& happening) {
    auto& desk = *m_desks[happening.desk];
    switch (happening.kind) {
    case Happening::Kind::Frame: {
        auto const link = m_links.find(happening.peer / 2);
        if (link == m_links.end() || !desk.isOn()) return;
        int const end = static_cast<int>(happening.peer % 2);
        link->second.queued[end] -= happening.payload.size();
        watch(desk.agency(), happening);
        desk.replica().receive(happening.peer, happening.type, happening.payload, desk.clock().now());
        // Who sent it can send more.
        if (auto& sender = *m_desks[link->second.ends[1 - end]]; sender.isOn())
            sender.replica().drained(peerOf(happening.peer / 2, 1 - end));
        break;
    }
    case Happening::Kind::Disk:
        if (desk.isOn()) desk.journal().commitAll();
        break;
    case Happening::Kind::Drop: endLink(happening.peer / 2); break;
    }
    if (desk.isOn()) afterwards(happening.desk);
}

/// What the desk has pending goes to its disk, which takes its time.
void World::afterwards(DeskNumber number) {
    auto& desk = *m_desks[number];
    desk.flush();
    if (desk.journal().waiting() == 0) return;
    schedule(m_now + static_cast<std::int64_t>(m_values.below(static_cast<std::uint64_t>(maxDiskDelay) + 1)),
             {.kind = Happening::Kind::Disk, .desk = number, .payload = {}});
}

void World::run(core::Duration length) {
    std::int64_t const end = m_now + length.milliseconds();
    for (;;) {
        bool const isFrameNext = !m_future.empty() && m_future.begin()->first.first <= m_nextTick;
        std::int64_t const next = isFrameNext ? m_future.begin()->first.first : m_nextTick;
        if (next > end) break;
        m_now = std::max(m_now, next);
        for (DeskNumber number = 0; number < size(); ++number)
            m_desks[number]->clock().time = *core::Instant::ofMilliseconds(m_now + m_clockOffsets[number]);
        if (isFrameNext) {
            auto node = m_future.extract(m_future.begin());
            happen(node.mapped());
            continue;
        }
        m_nextTick += tickEvery;
        for (DeskNumber number = 0; number < size(); ++number)
            if (m_desks[number]->isOn()) {
                m_desks[number]->replica().tick(m_desks[number]->clock().now());
                afterwards(number);
            }
    }
    m_now = end;
}

bool World::settle() {
    std::uint64_t quietFor = 0;
    for (int round = 0; round < 4000; ++round) {
        std::uint64_t const before = m_delivered;
        run(core::Duration::ofMilliseconds(1000));
        quietFor = m_delivered == before && m_future.empty() ? quietFor + 1 : 0;
        if (quietFor == 8) return true;
    }
    return false;
}

std::string World::checkAcknowledged() {
    for (DeskNumber author = 0; author < size(); ++author)
        for (auto const& event : desk(author).acknowledged())
            for (DeskNumber holder = 0; holder < size(); ++holder)
                if (!m_desks[holder]->journal().holds(event))
                    return "desk " + std::to_string(holder) + " lacks " + event.hex()
                           + ", acknowledged by desk " + std::to_string(author);
    return {};
}

std::string World::checkRoots() {
    std::map<core::LogId, std::pair<std::uint64_t, core::Hash>> known;
    for (DeskNumber number = 0; number < size(); ++number) {
        auto const logs = m_desks[number]->journal().logs();
        if (number > 0 && logs.size() != known.size())
            return "desk " + std::to_string(number) + " knows " + std::to_string(logs.size()) + " logs, not "
                   + std::to_string(known.size());
        for (auto const& extent : logs) {
            auto const mine = std::pair(extent.size, extent.newestHead->root);
            auto const [found, isNew] = known.emplace(extent.record.id, mine);
            if (found->second != mine)
                return "desk " + std::to_string(number) + " holds " + std::to_string(extent.size) + " of log "
                       + extent.record.id.hex().substr(0, 8) + ", not " + std::to_string(found->second.first);
        }
    }
    return {};
}

/// What a desk sees of a stream is judged as those do who see more of it (R9); who sees all of it sees the
/// same.
std::string World::checkStream(DeskNumber number, core::StreamId stream) {
    std::vector<core::Event> most;
    for (DeskNumber other = 0; other < size(); ++other)
        if (auto events = core::eventsOf(m_desks[other]->journal(), stream); events.size() > most.size())
            most = std::move(events);
    auto const all = core::StreamFold::of(most);
    auto const held = core::eventsOf(m_desks[number]->journal(), stream);
    auto const mine = core::StreamFold::of(held);
    std::set<core::EventId> visible;
    for (auto const& event : held)
        visible.insert(event.id());
    auto expected = all.order();
    std::erase_if(expected, [&](core::Taken const& taken) { return !visible.contains(taken.id); });
    std::string const shown = " stream " + stream.hex().substr(0, 8);
    if (mine.order() != expected)
        return " judges" + shown + " differently: " + std::to_string(mine.order().size()) + " events and "
               + std::to_string(mine.waiting().size()) + " waiting, not " + std::to_string(expected.size());
    if (held.size() == most.size() && mine.incident()
        && openPart(*mine.incident()) != openPart(*all.incident()))
        return " sees" + shown + " differently";
    // Whoever has not left it holds all of it.
    auto const membership = core::Membership::of(most);
    for (auto const& event : most)
        if (membership.mayHold(desk(number).agency(), event.id()) && !visible.contains(event.id()))
            return " lacks an event of" + shown + " that it may hold";
    return {};
}

std::string World::checkBoards() {
    // Own words go from desk to desk of one agency, not through others.
    bool isMeshed = true;
    for (DeskNumber one = 0; one < size(); ++one)
        for (DeskNumber other = one + 1; other < size(); ++other)
            isMeshed = isMeshed && isConnected(one, other);
    std::vector<core::StreamId> streams;
    desk(0).journal().visitStreams([&](core::StreamId id, core::StreamKind, bool) { streams.push_back(id); });
    for (DeskNumber number = 0; number < size(); ++number) {
        auto& here = desk(number);
        std::string const who = "desk " + std::to_string(number);
        if (auto const same = core::areEqual(here.desk().board(), core::freshBoard(here.journal())); !same)
            return who + " shows something else than its journal says: " + same.message();
        for (auto const stream : streams)
            if (auto what = checkStream(number, stream); !what.empty()) return who + what;
        for (DeskNumber other = 0; other < number; ++other)
            if (desk(other).agency() == here.agency() && isMeshed)
                if (auto const same = core::areEqual(here.desk().board(), desk(other).desk().board()); !same)
                    return who + " and desk " + std::to_string(other) + " of one agency: " + same.message();
    }
    return {};
}

std::string World::checkQuietNews() {
    for (DeskNumber number = 0; number < size(); ++number)
        for (auto const& news : m_desks[number]->news())
            return "desk " + std::to_string(number) + " has bad news of log " + news.log.hex().substr(0, 8);
    return {};
}

std::string World::canaryOf(core::AgencyIndex agency) {
    return "CANARY" + std::to_string(agency.value) + "!";
}

core::OperatorSession World::operatorOf(core::AgencyIndex agency) {
    return {.operatorName = canaryOf(agency), .position = core::code("D1"), .roles = 0xff};
}

core::StreamId World::openIncident(DeskNumber number) {
    auto asked = core::fireAt("滨江路" + std::to_string(m_values.below(900)));
    asked.caller.name = canaryOf(m_desks[number]->agency());
    auto& here = desk(number);
    std::size_t const before = here.desk().board().incidents().size();
    here.submit(asked, operatorOf(here.agency()));
    for (auto const& [id, incident] : here.desk().board().incidents())
        if (here.desk().board().incidents().size() > before
            && std::find(m_incidents.begin(), m_incidents.end(), id) == m_incidents.end())
            m_incidents.push_back(id);
    afterwards(number);
    return m_incidents.empty() ? core::StreamId() : m_incidents.back();
}

void World::anyCommand(DeskNumber number) {
    auto& here = desk(number);
    if (m_incidents.size() < 4 || m_values.oneIn(12)) {
        openIncident(number);
        return;
    }
    if (m_units.size() < 4 || m_values.oneIn(20)) {
        auto asked = core::engine("E" + std::to_string(10 + m_units.size()));
        here.submit(asked, operatorOf(here.agency()));
        for (auto const& [id, unit] : here.desk().board().units())
            if (std::find(m_units.begin(), m_units.end(), id) == m_units.end()) m_units.push_back(id);
        return afterwards(number);
    }
    core::IntentGround const ground{here.desk().board(), m_incidents, m_units};
    here.submit(core::intentFrom(ground, m_values), operatorOf(here.agency()),
                m_values.oneIn(6) ? core::Lane::Bulk : core::Lane::Live);
    afterwards(number);
}

} // namespace ob::sim

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

#include "core/crypto/sha256.h"
#include "tests/support/identity_builders.h"
#include "tests/support/intent_generator.h"

#include <algorithm>
#include <string_view>

namespace ob::sim {
namespace {

constexpr std::int64_t tickEvery = 250;

} // namespace

World::World(std::uint64_t seed, std::uint16_t agencies, Secrets::Numbers changed)
    : m_realm(core::realmOf(agencies)), m_values(seed), m_secrets(std::move(changed)) {
    m_nextTick = m_now + tickEvery;
    for (std::uint16_t agency = 0; agency < agencies; ++agency)
        m_operators.push_back(canaryOf({agency}) + m_secrets.word());
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
                },
            .ticks = [this] { return ticks(); },
            .pace = pace};
}

DeskNumber World::addDesk(core::AgencyIndex agency) {
    DeskNumber const number = m_desks.size();
    m_desks.push_back(std::make_unique<VirtualDesk>(m_realm, agency, static_cast<std::uint8_t>(number + 1),
                                                    wiresOf(number)));
    m_clockOffsets.push_back(0);
    m_clockDrifts.push_back(0);
    m_promised.emplace_back();
    powerOn(number);
    return number;
}

DeskNumber World::addScripted(core::AgencyIndex agency) {
    DeskNumber const number = m_desks.size();
    m_desks.push_back(std::make_unique<ScriptedDesk>(m_realm, agency, static_cast<std::uint8_t>(number + 1),
                                                     wiresOf(number)));
    m_clockOffsets.push_back(0);
    m_clockDrifts.push_back(0);
    m_promised.emplace_back();
    return number;
}

void World::schedule(std::int64_t at, Happening happening) {
    m_future.emplace(std::pair(at, m_sequence++), std::move(happening));
}

void World::powerOn(DeskNumber number) {
    m_desks[number]->clock().time = *core::Instant::ofMilliseconds(clockOf(number));
    Acting const acting(m_desks[number]->reading());
    desk(number).powerOn();
    auto const logs = m_desks[number]->journal().logs();
    for (auto const& [log, size] : m_promised[number]) {
        auto const held = std::find_if(logs.begin(), logs.end(),
                                       [&](core::LogExtent const& each) { return each.record.id == log; });
        if (held == logs.end() || held->size < size)
            m_broken = "desk " + std::to_string(number) + " said that it holds " + std::to_string(size)
                       + " of log " + log.hex().substr(0, 8) + " and does not after a power cut";
    }
}

void World::shutDown(DeskNumber number) {
    endLinksOf(number);
    {
        Acting const acting(m_desks[number]->reading());
        if (!desk(number).isReadOnly()) desk(number).close();
    }
    powerOff(number);
}

void World::powerOff(DeskNumber number) {
    endLinksOf(number);
    // Some of what was on its way had arrived on the disk.
    desk(number).powerOff(m_values.below(m_desks[number]->journal().waiting() + 1));
}

void World::breakDisk(DeskNumber number, bool isKept) {
    if (!isVirtual(number) || !m_desks[number]->isOn() || m_desks[number]->journal().waiting() == 0) return;
    Acting const acting(m_desks[number]->reading());
    desk(number).failDisk(isKept);
}

void World::restartReadOnly(DeskNumber number) {
    if (!isVirtual(number) || !desk(number).isReadOnly()) return;
    powerOff(number);
    powerOn(number);
}

std::int64_t World::clockOf(DeskNumber number) const {
    return m_now + m_clockOffsets[number] + (m_now - beginning) * m_clockDrifts[number] / 1'000'000;
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
    Acting const acting(desk.reading());
    switch (happening.kind) {
    case Happening::Kind::Frame: {
        auto const link = m_links.find(happening.peer / 2);
        if (link == m_links.end() || !desk.isOn()) return;
        int const end = static_cast<int>(happening.peer % 2);
        link->second.queued[end] -= happening.payload.size();
        watch(desk.agency(), happening);
        if (overhear) overhear(happening.desk, happening.type, happening.payload);
        auto& sender = *m_desks[link->second.ends[1 - end]];
        // Frames of a newer version are ignored (net/link_fsm.h).
        if (happening.type <= desk.newestFrame())
            desk.replica().receive(happening.peer, happening.type, happening.payload, ticks());
        // Who sent it can send more.
        Acting const sending(sender.reading());
        if (sender.isOn()) sender.replica().drained(peerOf(happening.peer / 2, 1 - end));
        break;
    }
    case Happening::Kind::Disk:
        if (desk.isOn()) desk.sync();
        break;
    case Happening::Kind::Drop: endLink(happening.peer / 2); break;
    }
    if (desk.isOn()) afterwards(happening.desk);
}

/// What the desk has pending goes to its disk, which takes its time.
void World::afterwards(DeskNumber number) {
    auto& desk = *m_desks[number];
    Acting const acting(desk.reading());
    desk.flush();
    if (!desk.hasUnsynced()) return;
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
            m_desks[number]->clock().time = *core::Instant::ofMilliseconds(clockOf(number));
        if (isFrameNext) {
            auto node = m_future.extract(m_future.begin());
            happen(node.mapped());
            continue;
        }
        m_nextTick += tickEvery;
        endRefusedLinks();
        for (DeskNumber number = 0; number < size(); ++number)
            if (m_desks[number]->isOn()) {
                Acting const acting(m_desks[number]->reading());
                m_desks[number]->replica().tick(ticks());
                afterwards(number);
            }
    }
    m_now = end;
}

bool World::settle() {
    std::uint64_t quietFor = 0;
    for (int round = 0; round < 2000; ++round) {
        std::uint64_t const before = m_delivered;
        run(core::Duration::ofMilliseconds(1000));
        quietFor = m_delivered == before && m_future.empty() ? quietFor + 1 : 0;
        if (quietFor == 8) return true;
    }
    return false;
}

} // namespace ob::sim

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// The links of a world.
#include "tests/sim/world.h"

#include <algorithm>

namespace ob::sim {

void World::endLinksOf(DeskNumber number) {
    for (auto link = m_links.begin(); link != m_links.end();) {
        auto const next = std::next(link);
        if (link->second.ends[0] == number || link->second.ends[1] == number) endLink(link->first);
        link = next;
    }
}

bool World::isConnected(DeskNumber one, DeskNumber other) const {
    return std::any_of(m_links.begin(), m_links.end(), [&](auto const& each) {
        auto const& ends = each.second.ends;
        return (ends[0] == one && ends[1] == other) || (ends[0] == other && ends[1] == one);
    });
}

void World::connect(DeskNumber one, DeskNumber other) {
    if (one == other || isConnected(one, other) || isRefused(one, other)) return;
    if (!m_desks[one]->isOn() || !m_desks[other]->isOn()) return;
    std::uint64_t const link = ++m_lastLink;
    m_links[link] = {.ends = {one, other}};
    for (int end = 0; end < 2; ++end) {
        auto& here = *m_desks[m_links[link].ends[end]];
        auto const& there = *m_desks[m_links[link].ends[1 - end]];
        auto peer = there.asPeer();
        auto const* const desk = dynamic_cast<VirtualDesk const*>(&here);
        if (desk && desk->planted() == Planted::IgnoresAudience) peer.agency = here.agency();
        Acting const acting(here.reading());
        here.replica().connect(peerOf(link, end), peer, ticks());
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
        Acting const acting(desk.reading());
        if (desk.isOn()) desk.replica().disconnect(peerOf(id, end), ticks());
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

void World::send(DeskNumber from, net::PeerId peer, net::FrameType type, core::Bytes payload) {
    auto const found = m_links.find(peer / 2);
    if (found == m_links.end() || type > m_desks[from]->newestFrame()) return;
    if (auto const told = type == net::FrameType::Have ? net::decodeHave(payload) : std::nullopt)
        for (auto const& entry : *told)
            m_promised[from][entry.log] = std::max(m_promised[from][entry.log], entry.size);
    if (type == net::FrameType::Positions) m_positionBytes[from] += payload.size();
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

void World::inject(DeskNumber from, DeskNumber to, net::FrameType type, core::Bytes payload) {
    for (auto const& [id, link] : m_links)
        for (int end = 0; end < 2; ++end)
            if (link.ends[end] == from && link.ends[1 - end] == to)
                return send(from, peerOf(id, end), type, std::move(payload));
}

} // namespace ob::sim

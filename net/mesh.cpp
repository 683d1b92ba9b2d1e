// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/mesh.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace ob::net {
namespace {

constexpr core::Duration tickEvery = core::Duration::ofMilliseconds(250);

/// Trying again soon would end the same way.
bool isLasting(RefuseReason reason) {
    switch (reason) {
    case RefuseReason::Protocol:
    case RefuseReason::OtherRealm:
    case RefuseReason::OtherKind:
    case RefuseReason::NotCertified:
    case RefuseReason::WrongTlsKey:
    case RefuseReason::Revoked:
    case RefuseReason::Itself:
    case RefuseReason::Duplicate:
    case RefuseReason::BadLog:
    case RefuseReason::BadFrame: return true;
    case RefuseReason::BadSignature:
    case RefuseReason::Silent:
    case RefuseReason::ShuttingDown:
    case RefuseReason::TooMany: return false;
    }
    return true;
}

} // namespace

Mesh::Mesh(Surroundings surroundings)
    : m_around(std::move(surroundings)),
      m_replica(m_around.desk,
                {.send = [this](PeerId id, FrameType type, core::Bytes payload,
                                Priority priority) { send(id, type, std::move(payload), priority); },
                 .queued = [this](PeerId id) { return m_hub.queuedBytes(id); },
                 .drop = [this](PeerId id, Refuse const& reason) { end(id, reason); },
                 .news = m_around.news,
                 .fixes = m_around.fixes}),
      m_hub(m_around.loop, m_around.tlsKey,
            {.opened = [this](LinkId id, LinkOpened const& facts) { opened(id, facts); },
             .frame = [this](LinkId id, Frame const& frame) { received(id, frame); },
             .closed = [this](LinkId id, LinkEnd why, std::string const& detail) { closed(id, why, detail); },
             .drained =
                 [this](LinkId id) {
                     if (m_links.contains(id)) m_replica.drained(id);
                 },
             .dialFailed = [this](Endpoint const& to,
                                  std::string const& reason) { m_lastErrors[to.text()] = reason; }}) {
    tick();
}

void Mesh::dial(Endpoint const& to) {
    m_dialled[to.text()] = to;
    m_hub.dial(to);
}

void Mesh::tick() {
    if (m_isEnding) return;
    m_timer = m_around.loop.after(tickEvery, [this] { tick(); });
    std::vector<LinkId> ids;
    for (auto const& [id, link] : m_links)
        ids.push_back(id);
    for (LinkId const id : ids)
        if (auto const found = m_links.find(id); found != m_links.end() && !found->second.isEnding) {
            carryOut(id, found->second.fsm.tick(times()));
            watchClock(id, found->second);
            auto const lag = m_replica.lagOf(id);
            if (lag.weLack + lag.theyLack == 0)
                found->second.behindSince.reset();
            else if (!found->second.behindSince)
                found->second.behindSince = m_around.loop.steadyNow();
        }
    m_replica.tick(m_around.loop.steadyNow());
}

bool Mesh::report(core::UnitId unit, core::Fix const& fix) {
    auto& lane = m_replica.positions();
    if (!lane.report(unit, fix)) return false;
    bool const isFull = lane.waiting() >= positionsTogether;
    if (m_isEnding || (m_flush && (!isFull || m_isFlushSoon))) return true;
    if (m_flush) m_around.loop.cancel(*m_flush);
    m_isFlushSoon = isFull;
    m_flush = m_around.loop.after(isFull ? core::Duration{} : positionsWait, [this] { flushPositions(); });
    return true;
}

void Mesh::flushPositions() {
    m_flush.reset();
    m_replica.positions().flush();
}

void Mesh::send(LinkId id, FrameType type, core::Bytes payload, Priority priority) {
    auto const found = m_links.find(id);
    if (found == m_links.end() || found->second.isEnding) return;
    if (m_around.trace) m_around.trace(id, true, type, payload);
    m_hub.send(id, {.type = static_cast<std::uint8_t>(type), .payload = std::move(payload)}, priority);
}

void Mesh::opened(LinkId id, LinkOpened const& facts) {
    LinkFacts const known{.side = facts.dialled ? LinkSide::Dialled : LinkSide::Accepted,
                          .exporter = facts.exporter,
                          .peerTlsKey = facts.peerTlsKey};
    auto const [link, isNew] = m_links.emplace(id, Link{.fsm = LinkFsm(m_around.identity, known, times()),
                                                        .facts = facts,
                                                        .since = m_around.loop.steadyNow(),
                                                        .behindSince = {}});
    if (isNew) carryOut(id, link->second.fsm.start(times()));
}

void Mesh::received(LinkId id, Frame const& frame) {
    auto const found = m_links.find(id);
    if (found == m_links.end() || found->second.isEnding) return;
    auto const type = static_cast<FrameType>(frame.type);
    if (m_around.trace) m_around.trace(id, false, type, frame.payload);
    auto step = found->second.fsm.receive(type, frame.payload, times());
    bool const isForReplica = step.isForReplica;
    carryOut(id, std::move(step));
    if (isForReplica) m_replica.receive(id, type, frame.payload, m_around.loop.steadyNow());
}

void Mesh::carryOut(LinkId id, LinkFsm::Step step) {
    for (auto& [type, payload] : step.send)
        send(id, type, std::move(payload), Priority::Control);
    if (step.isEstablished) established(id);
    if (!step.ending) return;
    Link& link = m_links.at(id);
    link.isEnding = true;
    std::string const text = (step.wasRefused ? "the other side says: " : "") + step.ending->detail;
    m_lastErrors[link.facts.remote.text()] = text;
    m_around.say(nameOf(link) + ": " + text);
    if (isLasting(step.ending->reason)) m_hub.redialLater(id);
    m_hub.close(id, text);
}

void Mesh::end(LinkId id, Refuse const& reason) {
    auto const found = m_links.find(id);
    if (found != m_links.end() && !found->second.isEnding) carryOut(id, found->second.fsm.end(reason));
}

void Mesh::established(LinkId id) {
    Link& link = m_links.at(id);
    auto const& peer = *link.fsm.peer();
    for (auto const& [other, known] : m_links)
        if (other != id && !known.isEnding && known.fsm.isEstablished()
            && known.fsm.peer()->deskKey == peer.deskKey) {
            settleDuplicate(id, other);
            break;
        }
    if (link.isEnding) return;
    link.since = m_around.loop.steadyNow();
    m_lastErrors.erase(link.facts.remote.text());
    m_around.say(nameOf(link) + ": connected");
    m_replica.connect(
        id, {.agency = peer.agency, .deskKey = peer.deskKey, .clearance = peer.clearance, .name = peer.name},
        m_around.loop.steadyNow());
}

/// Both sides keep the same one: that which the desk with the smaller key has dialled, else the newer one.
void Mesh::settleDuplicate(LinkId newer, LinkId older) {
    auto const own = m_around.identity.deskKey.publicKey();
    auto const diallerOf = [&](LinkId id) {
        Link const& link = m_links.at(id);
        return link.facts.dialled ? own : link.fsm.peer()->deskKey;
    };
    LinkId const loser = diallerOf(older) < diallerOf(newer) ? newer : older;
    Link const& link = m_links.at(loser);
    if (link.facts.dialled && diallerOf(older) != diallerOf(newer)) {
        m_paused[link.fsm.peer()->deskKey] = link.facts.remote;
        m_hub.hangUp(link.facts.remote);
    }
    end(loser, {RefuseReason::Duplicate, "there is a link between these desks already"});
}

void Mesh::closed(LinkId id, LinkEnd why, std::string const& detail) {
    auto const found = m_links.find(id);
    if (found == m_links.end()) {
        m_around.say(detail);
        return;
    }
    Link const& link = found->second;
    bool const wasConnected = link.fsm.isEstablished();
    if (!link.isEnding) {
        m_lastErrors[link.facts.remote.text()] = std::string(net::nameOf(why)) + ": " + detail;
        m_around.say(nameOf(link) + ": lost (" + detail + ")");
    }
    std::optional<core::PublicKey> const desk =
        wasConnected ? std::optional(link.fsm.peer()->deskKey) : std::nullopt;
    m_links.erase(found);
    if (!wasConnected) return;
    m_replica.disconnect(id, m_around.loop.steadyNow());
    bool const hasOther = std::any_of(m_links.begin(), m_links.end(), [&](auto const& each) {
        return each.second.fsm.isEstablished() && each.second.fsm.peer()->deskKey == *desk
               && !each.second.isEnding;
    });
    auto const paused = m_paused.find(*desk);
    if (hasOther || paused == m_paused.end() || m_isEnding) return;
    m_hub.dial(paused->second);
    m_paused.erase(paused);
}

void Mesh::watchClock(LinkId, Link& link) {
    auto const offset = link.fsm.clockOffset();
    if (!offset) return;
    bool const isWrong = offset->milliseconds() > clockAlarm.milliseconds()
                         || offset->milliseconds() < -clockAlarm.milliseconds();
    if (isWrong && !link.hasWrongClock)
        m_around.say(nameOf(link) + ": its clock is "
                     + std::to_string(std::abs(offset->milliseconds()) / 1000) + " s "
                     + (offset->milliseconds() > 0 ? "ahead of" : "behind")
                     + " ours: compare both with the time signal");
    link.hasWrongClock = isWrong;
}

std::string Mesh::nameOf(Link const& link) const {
    auto const& peer = link.fsm.peer();
    return (peer ? peer->name + " " : std::string()) + "[" + link.facts.remote.text() + "]";
}

std::vector<LinkStatus> Mesh::links() const {
    std::vector<LinkStatus> all;
    auto const ticks = m_around.loop.steadyNow();
    std::map<std::string, Endpoint> silent = m_dialled;
    for (auto const& [id, link] : m_links) {
        LinkStatus status;
        status.state = link.fsm.isEstablished() ? LinkStatus::State::Connected : LinkStatus::State::Greeting;
        status.endpoint = link.facts.remote;
        status.dialled = link.facts.dialled;
        status.bytesIn = m_hub.bytesIn(id);
        status.bytesOut = m_hub.bytesOut(id);
        status.connectedFor = ticks - link.since;
        if (auto const& peer = link.fsm.peer()) {
            status.desk = peer->name;
            status.agency = peer->agency;
            status.deskKey = peer->deskKey;
            status.lag = m_replica.lagOf(id);
            status.clockOffset = link.fsm.clockOffset();
            status.roundTrip = link.fsm.roundTrip();
            if (link.behindSince) status.lagTime = ticks - *link.behindSince;
            if (auto const paused = m_paused.find(peer->deskKey); paused != m_paused.end())
                silent.erase(paused->second.text());
        }
        if (link.facts.dialled) silent.erase(link.facts.remote.text());
        auto const error = m_lastErrors.find(link.facts.remote.text());
        if (error != m_lastErrors.end()) status.lastError = error->second;
        all.push_back(std::move(status));
    }
    for (auto const& [text, endpoint] : silent) {
        LinkStatus status;
        status.endpoint = endpoint;
        status.dialled = true;
        auto const error = m_lastErrors.find(text);
        if (error != m_lastErrors.end()) status.lastError = error->second;
        all.push_back(std::move(status));
    }
    return all;
}

void Mesh::shutDown(std::function<void()> done) {
    m_isEnding = true;
    m_around.loop.cancel(m_timer);
    if (m_flush) m_around.loop.cancel(*m_flush);
    std::vector<LinkId> ids;
    for (auto const& [id, link] : m_links)
        ids.push_back(id);
    for (LinkId const id : ids)
        end(id, {RefuseReason::ShuttingDown, "the desk is being shut down"});
    m_hub.shutDown(std::move(done));
}

} // namespace ob::net

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/log_serving.h"

#include "net/aside_proof.h"

#include <algorithm>

namespace ob::net {
namespace {

/// No more than so much of what may still be overtaken waits for one link.
constexpr std::size_t maxQueued = 4 * batchBytes;
/// Kept for live logs when an import fills the link.
constexpr std::uint64_t liveReserve = initialCredit / 4;

} // namespace

void LogServing::want(PeerId id, Want const& wanted) {
    ReplicaLog const* const log = m_state.log(wanted.log);
    if (log == nullptr || wanted.from > log->size) return;
    m_state.peers.at(id).serving[wanted.log] = {.next = wanted.from, .pieceHead = {}};
    pump(id);
}

void LogServing::unwant(PeerId id, core::LogId log) { m_state.peers.at(id).serving.erase(log); }

void LogServing::wantStreams(PeerId id, std::vector<core::StreamId> const& streams) {
    Peer& peer = m_state.peers.at(id);
    if (peer.upgrades.size() + streams.size() > maxUpgradeWork)
        return m_state.out.drop(id, {RefuseReason::TooMany, "more streams asked for than can be waiting"});
    peer.upgrades.insert(peer.upgrades.end(), streams.begin(), streams.end());
    pump(id);
}

void LogServing::wantBodies(PeerId id, WantBodies const& wanted) {
    Peer& peer = m_state.peers.at(id);
    ReplicaLog const* const log = m_state.log(wanted.log);
    if (log == nullptr) return;
    if (peer.upgrades.size() + wanted.ranges.size() > maxUpgradeWork)
        return m_state.out.drop(id, {RefuseReason::TooMany, "more ranges asked for than can be waiting"});
    bool const isAsked = std::ranges::any_of(peer.upgrades, [&](auto const& each) {
        auto const* const range = std::get_if<Peer::BodyRange>(&each);
        return range != nullptr && range->log == wanted.log;
    });
    if (!isAsked) peer.givenAll[wanted.log] = true;
    for (auto const& range : wanted.ranges)
        peer.upgrades.emplace_back(Peer::BodyRange{.log = wanted.log,
                                                   .begin = range.begin,
                                                   .end = std::min(range.end, log->size),
                                                   .endsQuestion = range == wanted.ranges.back()});
    pump(id);
}

void LogServing::noteArrived(core::StreamId stream) {
    if (!m_waiting.contains(stream) || m_state.sharing.hasWaiting(stream)) return;
    m_waiting.erase(stream);
    noteCompleted(stream);
}

void LogServing::noteCompleted(core::StreamId stream) {
    for (auto& [id, peer] : m_state.peers)
        if (peer.upgrades.size() < maxUpgradeWork) peer.upgrades.emplace_back(stream);
}

void LogServing::pumpAll() {
    for (auto const& [id, peer] : m_state.peers)
        pump(id);
}

void LogServing::pump(PeerId id) {
    for (;;) {
        Peer* const peer = m_state.peer(id);
        if (peer == nullptr || peer->credit == 0 || m_state.out.queued(id) >= maxQueued) return;
        if (pumpUpgrade(id, *peer) || pumpLogs(id, *peer, core::Lane::Live)) continue;
        if (peer->credit <= liveReserve || !pumpLogs(id, *peer, core::Lane::Bulk)) return;
    }
}

void LogServing::spend(Peer& peer, std::size_t bytes) {
    peer.credit -= std::min<std::uint64_t>(peer.credit, bytes);
}

core::EncodedEvent LogServing::shared(core::EncodedEvent event, ReplicaLog const& log, Peer const& peer) {
    bool const isHeld = !event.isStub();
    auto const stream = event.stream;
    bool const waits = isHeld && m_state.sharing.isWaiting(event);
    auto made = m_state.sharing.shared(std::move(event), log.record.agency, peer.reader);
    if (isHeld && made.isStub() && waits) m_waiting.insert(stream);
    if (sizeInBatch(made) > maxEventBytes) made = core::stubOf(made);
    return made;
}

bool LogServing::pumpLogs(PeerId id, Peer& peer, core::Lane lane) {
    bool hasSent = false;
    for (auto& [logId, serving] : peer.serving) {
        ReplicaLog const& log = m_state.logs.at(logId);
        if (log.record.lane != lane || serving.next >= log.size) continue;
        if (peer.credit == 0 || m_state.out.queued(id) >= maxQueued) break;
        hasSent = sendBatch(id, peer, log, serving) || hasSent;
    }
    return hasSent;
}

/// The next events of the piece, its head with the last of them. False: there is nothing that can be sent.
bool LogServing::sendBatch(PeerId id, Peer& peer, ReplicaLog const& log, Peer::Serving& serving) {
    auto& journal = m_state.desk.journal;
    if (!serving.pieceHead) {
        std::uint64_t const wanted = std::min(serving.next + pieceEvents, log.size);
        serving.pieceHead = journal.headFrom(log.record.id, wanted);
        // A head over more than is held here belongs to what is not durable yet.
        if (!serving.pieceHead || serving.pieceHead->size > log.size) {
            serving.pieceHead.reset();
            return false;
        }
    }
    std::uint64_t const end = std::min(serving.pieceHead->size, serving.next + batchEvents);
    Batch batch{
        .log = log.record.id, .first = serving.next, .origin = {}, .events = {}, .head = {}, .isAll = false};
    if (serving.next == 0)
        batch.origin =
            Origin{.nonce = log.record.nonce, .lane = log.record.lane, .certificate = log.record.certificate};
    std::size_t bytes = 0;
    for (auto& event : journal.range(log.record.id, serving.next, end)) {
        auto given = shared(std::move(event), log, peer);
        bytes += sizeInBatch(given);
        if (bytes > batchBytes && !batch.events.empty()) break;
        batch.events.push_back(std::move(given));
    }
    if (batch.events.empty()) return false;
    serving.next += batch.events.size();
    batch.isAll = std::ranges::any_of(batch.events, &core::EncodedEvent::isStub)
                  && m_state.givesAll(log, serving.next, peer);
    if (serving.next == serving.pieceHead->size) {
        batch.head = serving.pieceHead->note;
        serving.pieceHead.reset();
    }
    auto payload = encode(batch);
    spend(peer, payload.size());
    m_state.out.send(id, FrameType::Batch, std::move(payload), ReplicaState::priorityOf(log.record.lane));
    return true;
}

bool LogServing::pumpUpgrade(PeerId id, Peer& peer) {
    if (peer.upgrades.empty()) return false;
    auto& journal = m_state.desk.journal;
    if (auto const* const stream = std::get_if<core::StreamId>(&peer.upgrades.front())) {
        auto const asked = *stream;
        auto const events = journal.stream(asked, {});
        peer.upgrades.pop_front();
        sendUpgrades(id, peer, events);
        sendAside(id, peer, asked, events);
        return true;
    }
    auto& range = std::get<Peer::BodyRange>(peer.upgrades.front());
    std::uint64_t const end = std::min(range.end, range.begin + batchEvents);
    auto const events = journal.range(range.log, range.begin, end);
    range.begin = end;
    sendUpgrades(id, peer, events);
    bool& isAll = peer.givenAll[range.log];
    isAll = isAll && m_state.givesAll(m_state.logs.at(range.log), range.end, peer);
    if (range.begin < range.end) return true;
    if (range.endsQuestion && isAll)
        m_state.out.send(id, FrameType::BodiesGiven, encode(BodiesGiven{.log = range.log, .end = range.end}),
                         ReplicaState::priorityOf(m_state.logs.at(range.log).record.lane));
    peer.upgrades.pop_front();
    return true;
}

/// What others may have built on and no log at the peer will hold: what is aside here, and what a forked log
/// has here beyond the settled part.
void LogServing::sendAside(PeerId id, Peer& peer, core::StreamId stream,
                           std::vector<core::EncodedEvent> const& events) {
    auto all = m_state.desk.journal.aside(stream);
    for (auto const& event : events) {
        ReplicaLog const* const log = m_state.log(event.log);
        auto const kept = log != nullptr && log->isStopped ? m_state.kept(*log) : std::nullopt;
        if (!kept || event.sequence < kept->size || event.isStub()) continue;
        if (auto proven = AsideProof(m_state.desk.journal, event.log).of(event))
            all.push_back(*std::move(proven));
    }
    for (auto& aside : all) {
        ReplicaLog const* const log = m_state.log(aside.event.log);
        if (log == nullptr) continue;
        aside.event = shared(std::move(aside.event), *log, peer);
        if (aside.event.isStub()) continue;
        auto payload = core::encodeAside(aside);
        spend(peer, payload.size());
        m_state.out.send(id, FrameType::SetAside, std::move(payload),
                         ReplicaState::priorityOf(log->record.lane));
    }
}

/// Of every log a frame or more, in the order of its batches.
void LogServing::sendUpgrades(PeerId id, Peer& peer, std::vector<core::EncodedEvent> const& events) {
    std::map<core::LogId, std::vector<core::EncodedEvent>> byLog;
    for (auto const& event : events) {
        ReplicaLog const* const log = m_state.log(event.log);
        if (log == nullptr || event.isStub()) continue;
        auto given = shared(event, *log, peer);
        if (!given.isStub()) byLog[event.log].push_back(std::move(given));
    }
    for (auto& [logId, given] : byLog) {
        std::sort(given.begin(), given.end(),
                  [](auto const& a, auto const& b) { return a.sequence < b.sequence; });
        Upgrade upgrade{.log = logId, .events = {}};
        std::size_t bytes = 0;
        auto const flush = [&] {
            if (upgrade.events.empty()) return;
            auto payload = encode(upgrade);
            spend(peer, payload.size());
            m_state.out.send(id, FrameType::Upgrade, std::move(payload),
                             ReplicaState::priorityOf(m_state.logs.at(logId).record.lane));
            upgrade.events.clear();
            bytes = 0;
        };
        for (auto& event : given) {
            std::size_t const size = sizeInBatch(event);
            if (bytes + size > batchBytes || upgrade.events.size() == batchEvents) flush();
            bytes += size;
            upgrade.events.push_back(std::move(event));
        }
        flush();
    }
}

} // namespace ob::net

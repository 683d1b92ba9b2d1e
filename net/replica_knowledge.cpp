// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What of net/replica.h is known of others: for people, changes nothing.
#include "net/replica.h"

#include <algorithm>

namespace ob::net {

Replica::Lag Replica::lagOf(PeerId id) const {
    Lag lag;
    auto const found = m_state.peers.find(id);
    if (found == m_state.peers.end()) return lag;
    auto const& have = found->second.have;
    for (auto const& [logId, log] : m_state.logs) {
        auto const known = have.find(logId);
        std::uint64_t const theirs = known == have.end() ? 0 : known->second.size;
        if (theirs > log.size) lag.weLack += theirs - log.size;
        if (log.size > theirs) lag.theyLack += log.size - theirs;
    }
    return lag;
}

bool Replica::isSure(core::StreamId stream) const {
    return m_state.desk.isSettled(stream) && !m_state.desk.hasWaiting(stream);
}

std::set<core::LogId> Replica::releaseSure() {
    if (m_state.unsure.isEmpty()) return {};
    return m_state.unsure.release([this](core::StreamId stream) { return isSure(stream); });
}

void Replica::lookForHashes(ReplicaLog& log) {
    auto const stubs = m_state.desk.journal.stubs(log.record.id);
    log.whole = stubs.empty() ? log.size : stubs.front().begin;
    auto const unsure = std::ranges::find_if(stubs, [&](core::StubRun const& run) {
        return run.begin + (std::uint64_t{1} << run.level) > log.sure;
    });
    log.complete = unsure == stubs.end() ? log.size : std::max(unsure->begin, log.sure);
}

void Replica::noteGiven(ReplicaLog& log) {
    while (!log.given.empty() && log.given.front().second <= log.size) {
        auto const [begin, end] = log.given.front();
        log.given.pop_front();
        if (begin <= std::max(log.sure, log.complete)) log.sure = end;
    }
}

void Replica::takeGiven(PeerId from, BodiesGiven const& given) {
    ReplicaLog const* const log = m_state.log(given.log);
    if (log != nullptr && log->isKnown() && m_state.peers.at(from).desk.agency == log->record.agency)
        m_given[{from, given.log}] = given.end;
}

void Replica::tellGiven() {
    auto changed = releaseSure();
    std::erase_if(m_given, [&](auto const& each) {
        auto const id = each.first.second;
        if (m_intake.isUpgrading(id)) return false;
        ReplicaLog& log = m_state.logs.at(id);
        log.sure = std::max(log.sure, std::min(each.second, log.size));
        lookForHashes(log);
        changed.insert(id);
        return true;
    });
    std::vector<core::LogId> const list(changed.begin(), changed.end());
    for (auto const& [id, peer] : m_state.peers)
        sendHave(id, list);
}

std::uint64_t Replica::sizeHeldBy(core::AgencyIndex agency, core::LogId log) const {
    auto size = m_cosigner.completeSigned(log, agency);
    if (auto const known = m_heldAtEnd.find({agency, log}); known != m_heldAtEnd.end())
        size = std::max(size, known->second);
    for (auto const& [id, peer] : m_state.peers) {
        auto const known = peer.have.find(log);
        bool const isForAgency = peer.desk.agency == agency && isClearedAsItsAgency(peer.desk.clearance);
        if (isForAgency && known != peer.have.end()) size = std::max(size, known->second.complete);
    }
    return size;
}

// An agency has all that was for it when it said how far it is. What was opened for it later, it has when it
// has the grant: that waits for what it builds on. Of what was written beside the grant nobody knows.
std::vector<Replica::Holding> Replica::holdingsOf(core::StreamId stream) {
    std::vector<Holding> holdings;
    auto const encoded = m_state.desk.journal.stream(stream, {});
    auto const events = m_state.desk.events(stream);
    for (std::uint16_t index = 0; index < m_state.desk.realm.roster.size(); ++index) {
        Holding holding{.agency = {index}};
        if (holding.agency == m_state.desk.agency) continue;
        core::Reader const reader{.agency = holding.agency, .clearance = {}};
        auto const opened = core::openedFor(holding.agency, events, [&](core::Event const& event) {
            return event.header().sequence < sizeHeldBy(holding.agency, event.header().log);
        });
        for (auto const& event : encoded) {
            auto const* const log = m_state.log(event.log);
            if (log == nullptr) continue;
            auto const author = log->record.agency;
            bool const isHeld =
                author == holding.agency
                || (opened.contains(event.leaf) && event.sequence < sizeHeldBy(holding.agency, event.log));
            if (m_state.sharing.shared(event, author, reader).isStub()) continue;
            ++(isHeld ? holding.held : holding.lacking);
        }
        if (holding.held + holding.lacking > 0) holdings.push_back(holding);
    }
    return holdings;
}

} // namespace ob::net

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

std::uint64_t Replica::sizeHeldBy(core::AgencyIndex agency, core::LogId log) const {
    auto size = m_cosigner.sizeSigned(log, agency);
    if (auto const known = m_heldAtEnd.find({agency, log}); known != m_heldAtEnd.end())
        size = std::max(size, known->second);
    for (auto const& [id, peer] : m_state.peers) {
        auto const known = peer.have.find(log);
        if (peer.desk.agency == agency && known != peer.have.end()) size = std::max(size, known->second.size);
    }
    return size;
}

std::vector<Replica::Holding> Replica::holdingsOf(core::StreamId stream) {
    std::vector<Holding> holdings;
    auto const events = m_state.desk.journal.stream(stream, {});
    for (std::uint16_t index = 0; index < m_state.desk.realm.roster.size(); ++index) {
        Holding holding{.agency = {index}};
        if (holding.agency == m_state.desk.agency) continue;
        core::Reader const reader{.agency = holding.agency, .clearance = {}};
        for (auto const& event : events) {
            auto const* const log = m_state.log(event.log);
            if (log == nullptr) continue;
            auto const author = log->record.agency;
            bool const isHeld =
                author == holding.agency || event.sequence < sizeHeldBy(holding.agency, event.log);
            if (m_state.sharing.shared(event, author, reader).isStub()) continue;
            ++(isHeld ? holding.held : holding.lacking);
        }
        if (holding.held + holding.lacking > 0) holdings.push_back(holding);
    }
    return holdings;
}

} // namespace ob::net

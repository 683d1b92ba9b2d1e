// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/world.h"

namespace ob::sim {

/// With header and open section, at some desk of the agency.
bool World::isHeldBy(core::AgencyIndex agency, core::EncodedEvent const& event) {
    for (auto const& node : m_desks) {
        if (node->agency() != agency) continue;
        auto const held = node->journal().range(event.log, event.sequence, event.sequence + 1);
        if (!held.empty() && held.front().leaf == event.leaf && !held.front().isStub()) return true;
    }
    return false;
}

std::string World::checkHoldings() {
    if (!m_lyingLogs.empty() || !m_settledLogs.empty() || !m_revoked.empty()) return {};
    for (DeskNumber number = 0; number < size(); ++number) {
        if (!m_desks[number]->isOn()) continue;
        std::vector<core::StreamId> streams;
        m_desks[number]->journal().visitStreams(
            [&](core::StreamId stream, core::StreamKind, bool) { streams.push_back(stream); });
        for (auto const stream : streams)
            for (auto const& holding : m_desks[number]->replica().holdingsOf(stream)) {
                std::uint64_t held = 0;
                for (auto const& event : m_desks[number]->journal().stream(stream, {}))
                    if (isHeldBy(holding.agency, event)) ++held;
                if (holding.held > held)
                    return "desk " + std::to_string(number) + " says that agency "
                           + std::to_string(holding.agency.value) + " holds " + std::to_string(holding.held)
                           + " events of " + stream.hex().substr(0, 8) + ", and it holds "
                           + std::to_string(held);
            }
    }
    return {};
}

} // namespace ob::sim

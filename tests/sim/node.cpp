// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/node.h"

#include "core/journal/event_codec.h"
#include "tests/support/identity_builders.h"

namespace ob::sim {

Node::Node(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number)
    : m_agency(agency), m_statements(realm) {
    auto const certificate = core::certificateOf(realm, agency, number);
    m_peer = {.agency = agency,
              .deskKey = certificate.deskKey,
              .clearance = certificate.clearance,
              .name = "desk " + std::to_string(number)};
}

Reading const& Node::reading() const {
    static Reading const plain;
    return plain;
}

net::LocalDesk::Standing Node::takeStatement(net::Statement const& statement) {
    using Standing = net::LocalDesk::Standing;
    auto const checked = m_statements.check(statement.bytes);
    if (!checked) return Standing::Invalid;
    if (!m_statements.keep(*checked)) return Standing::Known;
    admit(*checked);
    return Standing::News;
}

core::Admissions Node::standing() {
    core::Admissions standing = m_statements.standing();
    if (m_statements.files().empty()) return standing; // as nearly always: nothing is limited
    for (auto const& extent : m_journal.logs())
        standing.addLog(extent.record.id, {extent.record.deskKey}, extent.record.agency);
    return standing;
}

std::vector<core::Event> Node::eventsOf(core::StreamId stream, core::Admissions const& standing,
                                        core::Admission aside) {
    std::vector<core::Event> events;
    for (auto const& encoded : m_journal.stream(stream, {}))
        events.push_back(core::decodeEvent(encoded, m_journal.agencyOf(encoded.log),
                                           standing.admissionOf(encoded.log, encoded.sequence))
                             .value());
    for (auto const& [encoded, head, path] : m_journal.aside(stream))
        events.push_back(core::decodeEvent(encoded, m_journal.agencyOf(encoded.log), aside).value());
    return events;
}

} // namespace ob::sim

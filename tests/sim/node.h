// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica.h"
#include "tests/sim/kept_statements.h"
#include "tests/sim/stand_in.h"
#include "tests/support/fake_journal.h"
#include "tests/support/memory_blobs.h"
#include "tests/support/running_desk.h"

namespace ob::sim {

/// What a desk says to the world around it.
struct DeskWires {
    std::function<void(net::PeerId, net::FrameType, core::Bytes)> send;
    std::function<std::size_t(net::PeerId)> queued;
    std::function<void(net::PeerId, net::Refuse const&)> drop;
    std::function<core::Instant()> ticks; ///< a clock that nobody sets
    net::PaceLimits pace{};
};

/// Somebody on the virtual network.
class Node {
  public:
    virtual ~Node() = default;
    virtual bool isOn() const { return true; }
    virtual net::Replica& replica() = 0;
    /// Hands what is pending to the journal.
    virtual void flush() {}
    /// Something is on its way to the disk.
    virtual bool hasUnsynced() const { return m_journal.waiting() > 0; }
    /// It arrived there.
    virtual void sync() { m_journal.commitAll(); }
    net::PeerDesk const& asPeer() const { return m_peer; }
    /// What its program makes of what it reads, and the newest frame that it knows.
    virtual Reading const& reading() const;
    virtual net::FrameType newestFrame() const { return net::newestFrameType; }

    core::FakeJournal& journal() { return m_journal; }
    core::MemoryBlobs& blobs() { return m_blobs; }
    core::FakeClock& clock() { return m_clock; }
    core::AgencyIndex agency() const { return m_agency; }
    std::vector<net::ReplicaNews> const& news() const { return m_news; }
    KeptStatements const& statements() const { return m_statements; }

    /// A statement that a peer passed on or a person gave.
    virtual net::LocalDesk::Standing takeStatement(net::Statement const& statement);
    virtual bool isRevoked(core::PublicKey const& desk, core::AgencyIndex agency) const {
        return m_statements.standing().isRevoked(desk, agency);
    }
    /// What counts of the logs that it holds, by the statements that it keeps.
    core::Admissions standing();
    /// What it holds of a stream, decoded; what is aside counts as it is said.
    std::vector<core::Event> eventsOf(core::StreamId stream, core::Admissions const& standing,
                                      core::Admission aside = core::Admission::Voided);

  protected:
    Node(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number);
    /// It is news, and counts from now on.
    virtual void admit(KeptStatements::Checked const&) {}

    core::AgencyIndex m_agency;
    net::PeerDesk m_peer;
    core::FakeJournal m_journal;
    core::MemoryBlobs m_blobs;
    core::FakeClock m_clock;
    std::vector<net::ReplicaNews> m_news;
    KeptStatements m_statements;
};

} // namespace ob::sim

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica.h"
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
    virtual net::PeerDesk asPeer() const = 0;

    core::FakeJournal& journal() { return m_journal; }
    core::MemoryBlobs& blobs() { return m_blobs; }
    core::FakeClock& clock() { return m_clock; }
    core::AgencyIndex agency() const { return m_agency; }
    std::vector<net::ReplicaNews> const& news() const { return m_news; }

  protected:
    explicit Node(core::AgencyIndex agency) : m_agency(agency) {}
    core::AgencyIndex m_agency;
    core::FakeJournal m_journal;
    core::MemoryBlobs m_blobs;
    core::FakeClock m_clock;
    std::vector<net::ReplicaNews> m_news;
};

} // namespace ob::sim

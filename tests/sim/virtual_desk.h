// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "core/hlc_clock.h"
#include "tests/sim/node.h"
#include "tests/sim/planted.h"
#include "tests/support/event_generators.h"
#include "tests/support/fake_zone.h"

#include <memory>
#include <optional>
#include <set>

namespace ob::sim {

/// A whole desk without sockets and disks: journal in memory, clock that the world sets. It can be switched
/// off at any moment and comes up with what its journal had committed.
class VirtualDesk final : public Node {
  public:
    VirtualDesk(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number, DeskWires wires);

    void powerOn();
    /// What was not committed is gone, but for the first `torn` batches: they were on the disk already and
    /// nobody was told.
    void powerOff(std::size_t torn = 0);
    /// The disk takes no more: everything held back is told as failed, and the desk can only be read. With
    /// `isKept` all of it was written, and is there after the next start.
    void failDisk(bool isKept);
    /// What is done before a desk is switched off in order: all of it is on the disk.
    void close();
    bool isReadOnly() const { return m_running && m_running->desk.isReadOnly(); }
    bool isOn() const override { return m_running != nullptr; }

    core::Desk& desk() { return m_running->desk; }
    net::Replica& replica() override { return m_running->replica; }
    Reading const& reading() const override { return m_reading; }
    net::FrameType newestFrame() const override { return m_newestFrame; }
    net::LocalDesk::Standing takeStatement(net::Statement const& statement) override;
    void plant(Planted fault) {
        m_planted = fault;
        m_reading.trustsConcurrent = fault == Planted::TrustsConcurrent;
    }
    /// From the next start on: of a version that knows everything but these kinds of event and later frames.
    void setVersion(std::set<std::uint16_t> unknownKinds, net::FrameType newestFrame);
    Planted planted() const { return m_planted; }
    core::LogId log(core::Lane lane) const { return record(lane).id; }
    core::SecretKey const& key() const { return m_key; }

    void flush() override;
    bool hasUnsynced() const override { return m_journal.waiting() > 0 || m_early; }
    void sync() override;
    /// Enters a command; what it wrote counts as acknowledged once the journal has committed it.
    void submit(core::Intent intent, core::OperatorSession const& session,
                core::Lane lane = core::Lane::Live);
    std::set<core::EventId> const& acknowledged() const { return m_acknowledged; }
    std::uint64_t refusals() const { return m_refusals; }

  private:
    struct Running {
        Running(VirtualDesk& owner, core::LogAuthor live, core::LogAuthor bulk);
        core::Desk desk;
        net::Replica replica;
    };
    void admit(KeptStatements::Checked const& statement) override;
    /// What it takes for admissible.
    core::Admissions counting() const;
    std::optional<core::LogPosition> kept(core::LogRecord const& log) const;
    std::vector<net::Statement> toPassOn() const;
    bool hasNoSuch(core::Command const& command, core::OperatorSession const& session);
    void commitEarly();
    void send(net::PeerId to, net::FrameType type, core::Bytes payload);
    core::LogAuthor author(core::Lane lane);
    core::LogRecord const& record(core::Lane lane) const {
        return m_records.at(static_cast<std::size_t>(lane));
    }
    core::LogOrigin origin(core::Lane lane) const;

    core::RealmFile const& m_realm;
    std::uint8_t m_number;
    DeskWires m_wires;
    core::SecretKey m_key;
    std::array<core::LogRecord, 2> m_records; ///< by lane
    test::FakeZone m_zone;
    core::HlcClock m_stamps;
    core::ValueSource m_salts;
    std::set<core::EventId> m_acknowledged;
    std::uint64_t m_refusals = 0;
    core::LogSizes m_noted; ///< the guard's memory of what was sent
    Planted m_planted = Planted::None;
    Reading m_reading;
    net::FrameType m_newestFrame = net::newestFrameType;
    core::FakeJournal m_kept; ///< what the disk really has, when it lies
    std::uint64_t m_flushes = 0;
    std::optional<core::FakeJournal> m_early;  ///< the disk, when the journal is ahead of it
    std::vector<core::EventId> m_untold;       ///< acknowledged when the disk has it
    std::vector<core::JournalBatch> m_written; ///< after the disk said that it failed
    std::unique_ptr<Running> m_running;
};

} // namespace ob::sim

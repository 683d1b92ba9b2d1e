// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "core/hlc_clock.h"
#include "tests/sim/node.h"
#include "tests/support/event_generators.h"
#include "tests/support/fake_zone.h"

#include <memory>
#include <optional>
#include <set>

namespace ob::sim {

/// Faults that are planted on purpose: each must be found.
enum class Planted : std::uint8_t {
    None,
    TellsBeforeItKeeps, ///< what was acknowledged last is gone after a power cut
    ReusesSequences,    ///< the same, and the desk writes on without asking its guard
    IgnoresAudience,    ///< every peer is given what only the own agency may have
};

/// A whole desk without sockets and disks: journal in memory, clock that the world sets. It can be switched
/// off at any moment and comes up with what its journal had committed.
class VirtualDesk final : public Node {
  public:
    VirtualDesk(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number, DeskWires wires);

    void powerOn();
    /// What was not committed is gone.
    void powerOff();
    bool isOn() const override { return m_running != nullptr; }

    core::Desk& desk() { return m_running->desk; }
    net::Replica& replica() override { return m_running->replica; }
    net::PeerDesk asPeer() const override;
    void plant(Planted fault) { m_planted = fault; }
    Planted planted() const { return m_planted; }
    core::LogId log(core::Lane lane) const;

    void flush() override;
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
    core::LogAuthor author(core::Lane lane);
    core::LogRecord record(core::Lane lane) const;
    core::LogOrigin origin(core::Lane lane) const;

    core::RealmFile const& m_realm;
    std::uint8_t m_number;
    DeskWires m_wires;
    core::SecretKey m_key;
    test::FakeZone m_zone;
    core::HlcClock m_stamps;
    core::ValueSource m_salts;
    std::set<core::EventId> m_acknowledged;
    std::uint64_t m_refusals = 0;
    core::LogSizes m_noted; ///< the guard's memory of what was sent
    Planted m_planted = Planted::None;
    core::FakeJournal m_kept; ///< what the disk really has, when it lies
    std::uint64_t m_flushes = 0;
    std::unique_ptr<Running> m_running;
};

} // namespace ob::sim

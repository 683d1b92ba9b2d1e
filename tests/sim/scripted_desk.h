// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hlc_clock.h"
#include "core/journal/log_author.h"
#include "tests/sim/node.h"
#include "tests/support/event_generators.h"

namespace ob::sim {

/// A desk that writes what the test tells it, whatever the rules say, and commits at once. It may even write
/// two logs under one name.
class ScriptedDesk final : public Node {
  public:
    ScriptedDesk(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number,
                 DeskWires wires);

    net::Replica& replica() override { return *m_replica; }
    core::LogId log() const { return m_record.id; }
    /// All that it holds of a stream.
    std::vector<core::Event> held(core::StreamId stream) { return eventsOf(stream, standing()); }

    /// With all heads of the stream that are held as parents.
    core::EventId write(core::StreamId stream, core::Fact fact, core::RestrictedParts restricted = {});
    /// An incident with these members alone.
    core::StreamId openIncident(std::vector<core::AgencyIndex> members, std::string number = "42");
    /// Forgets its last events and goes on as if they had never been.
    enum class Goes : std::uint8_t {
        On,
        OnElsewhere
    }; ///< writes this log, or a new one that is not made here
    void forgetLast(std::size_t events, Goes goes = Goes::On);
    /// Begins its log a second time.
    void forgetAll();

  private:
    void beginLog();
    void store(core::JournalBatch batch);
    core::LogOrigin origin() const;
    void makeReplica(Goes goes);

    core::RealmFile const& m_realm;
    DeskWires m_wires;
    core::SecretKey m_key;
    core::LogRecord m_record;
    core::HlcClock m_stamps;
    core::ValueSource m_salts;
    std::unique_ptr<core::LogAuthor> m_author;
    std::unique_ptr<net::Replica> m_replica;
};

} // namespace ob::sim

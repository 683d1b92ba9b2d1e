// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hlc_clock.h"
#include "core/journal/log_author.h"
#include "core/journal/verification.h"
#include "tests/support/event_generators.h"

#include <map>
#include <memory>

namespace ob::core {

/// One log as somebody holds it.
struct MemoryLog {
    LogRecord record;
    std::vector<HeldLeaf> leaves;
    std::vector<EncodedHead> heads;

    LogReaders readers() const;
};

/// A desk that writes its log into memory. Not movable.
class MemoryDesk {
  public:
    /// Desk `number` of the agency, certified in realmOf(…).
    MemoryDesk(RealmFile const& realm, AgencyIndex agency, std::uint8_t number);

    /// One commit batch of random facts in new and in known streams.
    void writeBatch(std::size_t count, ValueSource& values);
    /// One commit batch of this draft alone; gives its leaf.
    EventId write(Draft draft, ValueSource& values);

    MemoryLog const& log() const { return m_log; }
    LogAuthor& author() { return m_author; }

  private:
    void commit(std::vector<EncodedEvent> events);
    Draft anyDraft(ValueSource& values);

    SecretKey m_key;
    HlcClock m_clock;
    MemoryLog m_log;
    LogAuthor m_author;
    std::map<StreamId, std::vector<EventId>> m_heads;
    std::int64_t m_now = 1'750'000'000'000;
};

/// What a desk of another agency may hold of it: some events as stubs or runs of stubs, some restricted
/// sections withheld.
MemoryLog withheldFrom(MemoryLog log, ValueSource& values);

} // namespace ob::core

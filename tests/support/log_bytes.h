// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"

#include <random>

namespace ob::tests {

/// Events with random bytes in them, for code that stores and does not decode. Same seed, same bytes.
class LogBytes {
  public:
    explicit LogBytes(std::uint64_t seed = 1) : m_random(seed), m_log(hash()) {}

    core::LogRecord record(bool own = false);
    core::LogId log() const { return m_log; }
    std::uint64_t size() const { return m_size; }

    /// The log was cut to this size: the next event stands there.
    void continueFrom(std::uint64_t size) { m_size = size; }

    /// Creates a stream of its own.
    core::EncodedEvent creating(core::StreamKind kind = core::StreamKind::Incident);
    core::EncodedEvent in(core::StreamId stream, std::size_t bodyBytes = 60);
    core::EncodedEvent stub();
    core::StubRun run(std::uint8_t level);
    core::EncodedHead head(core::Hlc hlc = {});
    core::EncodedSection section(std::uint8_t index, core::SectionClass sectionClass, std::size_t bytes = 60);

    core::Hash hash();
    core::Bytes bytes(std::size_t count);

  private:
    core::EncodedEvent next();

    std::mt19937_64 m_random;
    core::LogId m_log;
    std::uint64_t m_size = 0;
};

inline core::Instant at(std::int64_t milliseconds) { return *core::Instant::ofMilliseconds(milliseconds); }

} // namespace ob::tests

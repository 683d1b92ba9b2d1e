// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/connection.h"
#include "core/store/log_table.h"
#include "core/store/section_sealer.h"

#include <functional>

namespace ob::store {

/// What to do with a section of no known class: it is damage to a desk that works, and one finding among
/// others to an audit, which names such rows by itself.
enum class OddSections : std::uint8_t { Refused, LeftOut };

/// Reads events back as they were given.
class JournalReader {
  public:
    JournalReader(Connection& connection, LogTable& logs, SectionSealer const& sealer,
                  OddSections oddSections = OddSections::Refused);

    std::vector<core::EncodedEvent> stream(std::int64_t row, std::optional<core::Instant> arrivedUntil);
    std::vector<core::EncodedEvent> range(StoredLog const& log, std::uint64_t begin, std::uint64_t end);
    /// Row of the stream that an event belongs to; nothing for a stub.
    std::optional<std::int64_t> streamOf(StoredLog const& log, std::uint64_t sequence);
    std::vector<core::StubRun> stubs(StoredLog const& log);
    std::optional<core::EncodedHead> headFrom(StoredLog const& log, std::uint64_t size);
    void visitLeaves(StoredLog const& log, std::function<void(core::StubRun const&)> const& visit);

    /// From a row (id, leaf, header, stream_id, kind) with its sections.
    core::EncodedEvent eventAt(Statement const& row, std::optional<core::Instant> arrivedUntil);

  private:
    void readSections(core::EncodedEvent& event, std::int64_t row, std::optional<core::Instant> arrivedUntil);
    /// From a row (id, class, body).
    void appendSection(core::EncodedEvent& event, Statement const& row);
    core::EncodedEvent bareEventAt(Statement const& row);

    LogTable& m_logs;
    SectionSealer const& m_sealer;
    OddSections m_oddSections;
    Statement m_stream, m_range, m_sections, m_sectionRange, m_stubs, m_leaves, m_streamOf, m_head;
};

} // namespace ob::store

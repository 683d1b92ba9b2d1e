// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/attachment_index.h"
#include "core/store/log_table.h"
#include "core/store/section_sealer.h"
#include "core/store/stream_table.h"

namespace ob::store {

/// Writes leaves, headers and sections of the logs. What is held is never replaced, only completed.
class EventWriter {
  public:
    EventWriter(Connection& connection, StreamTable& streams, SectionSealer const& sealer);

    void write(StoredLog& log, core::EncodedEvent const& event, core::Instant at);
    void write(StoredLog& log, core::StubRun const& run);
    void disclose(StoredLog const& log, core::DisclosedSection const& disclosed, core::Instant at);
    void shred(StoredLog const& log, std::uint64_t sequence, std::uint8_t index);
    /// End of the batch: every run that was opened must have been filled with its parts.
    void finish();

  private:
    struct Run {
        std::int64_t row;
        std::int64_t level;
        std::int64_t end() const { return row + (std::int64_t{1} << level); }
    };
    void insert(std::int64_t row, std::int64_t level, core::ByteView leaf, core::ByteView header);
    void arrive(std::int64_t row, core::EncodedEvent const& event, core::Instant at);
    void complete(std::int64_t row, core::EncodedEvent const& event, core::Instant at);
    void writeLate(std::int64_t eventRow, core::EncodedSection const& section, core::Instant at);
    void writeSection(std::int64_t row, core::EncodedSection const& section);
    /// Takes away the run of stubs around the row, if there is one.
    void openRunAround(std::int64_t row);

    StreamTable& m_streams;
    SectionSealer const& m_sealer;
    std::int64_t m_lastPosition;
    std::vector<Run> m_opened;
    Statement m_insert, m_held, m_addHeader, m_arrival, m_section, m_hasSection, m_late, m_dropSection;
    Statement m_noteShredded, m_around, m_delete, m_within;
    AttachmentWriter m_attachments;
};

} // namespace ob::store

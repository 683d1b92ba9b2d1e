// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/event_writer.h"
#include "core/store/journal_reader.h"
#include "core/store/log_writer.h"
#include "core/store/search_index.h"
#include "core/store/source_table.h"

namespace ob::store {

/// What writes in one opening of the file: its logs in memory, and the writers with their statements. Made
/// anew after a roll back, because it counts what was not kept.
struct JournalSession {
    JournalSession(Connection& connectionOfFile, SectionSealer const& sealer);

    /// The log must be known.
    StoredLog& log(core::LogId id);
    /// Inside a transaction of the caller's.
    void write(core::JournalBatch const& batch);

    Connection& connection;
    LogTable logs;
    StreamTable streams;
    EventWriter events;
    LogWriter heads;
    SearchIndex search;
    SourceTable sources;

  private:
    /// In sequence, as runs stand between the events of their log.
    void writeLeaves(core::JournalBatch const& batch);
    void writeSearch(std::vector<core::SearchEntry> const& entries);

    SectionSealer const& m_sealer;
};

/// What reads in one opening of the file, as far as it was told that it was committed.
struct JournalView {
    JournalView(Connection& connection, SectionSealer const& sealer);

    /// 0 when there is none.
    std::int64_t newestOwnLogRow() const;
    /// The logs of a batch that was committed, as `written` knows them.
    void note(core::JournalBatch const& batch, JournalSession& written);

    /// Of what names attachments; made when it is wanted, for a file that is only read may have no such
    /// table.
    AttachmentReader& attachments();

    std::vector<core::AsideEvent> aside(core::StreamId stream);
    void visitAside(std::function<void(core::AsideEvent const&)> const& visit);

    LogTable logs;
    StreamTable streams;
    JournalReader reader;

  private:
    Connection& m_connection;
    SectionSealer const& m_sealer;
    std::optional<AttachmentReader> m_attachments;
};

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/file_import.h"

#include "app/caller.h"
#include "app/csv_file.h"
#include "core/store/sqlite_sources.h"
#include "core/store/sqlite_spans.h"

namespace ob::app {

FileImport::FileImport(DeskHost& host, core::Mapping const& mapping, core::OperatorSession session)
    : m_host(host), m_mapping(mapping), m_session(std::move(session)),
      m_civil(mapping.timeZone == "realm" ? host.realm().zone : mapping.timeZone) {}

core::ImportReport FileImport::run(std::string const& file, core::Importer::Listener listener) {
    CsvFile source(file);
    m_bytesTotal = source.size();
    m_bytesRead = 0;
    auto rows = rowsOf(m_mapping, [&] {
        auto const piece = source.next();
        m_bytesRead += piece.size();
        return piece;
    });
    store::SqliteSources memory(m_host.database());
    store::SqliteSpans spans;
    core::Importer importer(
        m_mapping,
        {.desk = m_host.desk(),
         .session = m_session,
         .memory = memory,
         .civil = m_civil,
         .zone = m_host.zone(),
         .spans = spans,
         .handOver = [this] { m_host.commitBehind(); },
         .settle = [this] { return m_host.awaitCommits(); },
         .rowsAtOnce = caller().runningDesk() == nullptr ? core::Importer::rowsPerCommit : rowsBesideOthers},
        std::move(listener));
    return importer.run(rows);
}

bool isSound(core::ImportReport const& report) {
    return report.refusedRows == 0 && report.missingNeeded.empty() && report.failure.empty()
           && !report.cancelled;
}

} // namespace ob::app

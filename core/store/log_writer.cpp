// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/log_writer.h"

#include "core/ensure.h"
#include "core/store/row_id.h"

namespace ob::store {

LogWriter::LogWriter(Connection& connection, LogTable& logs)
    : m_logs(logs), m_insertLog(connection.prepare(
                        "INSERT INTO log(id, log_id, agency, desk_key, nonce, lane, certificate, "
                        "own) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")),
      m_insertHead(
          connection.prepare("INSERT OR REPLACE INTO head(id, root, hlc, note) VALUES (?1, ?2, ?3, ?4)")),
      m_dropHead(connection.prepare("DELETE FROM head WHERE id = ?1")) {}

void LogWriter::write(core::LogRecord const& record) {
    if (m_logs.find(record.id) != nullptr) return;
    StoredLog log;
    log.row = m_logs.all().empty() ? 1 : m_logs.all().back().row + 1;
    log.record = record;
    OB_ENSURE(log.row <= maxLogRow);
    m_insertLog.bind(1, log.row)
        .bind(2, record.id.bytes())
        .bind(3, record.agency.value)
        .bind(4, record.deskKey)
        .bind(5, record.nonce)
        .bind(6, static_cast<std::int64_t>(record.lane))
        .bind(7, record.certificate)
        .bind(8, record.own ? 1 : 0)
        .run();
    m_logs.add(std::move(log));
}

void LogWriter::write(StoredLog& log, core::EncodedHead const& head) {
    if (log.newestHead && head.size < log.newestHead->size) return;
    if (log.newestHead && head.size > log.newestHead->size) {
        StoredLog::KeptHead const older{.hlc = log.newestHead->hlc, .size = log.newestHead->size};
        bool const isKept = !log.lastKeptHead
                            || older.hlc.instant() - log.lastKeptHead->hlc.instant() >= keptHeadInterval
                            || older.size - log.lastKeptHead->size >= keptHeadLeaves;
        if (isKept)
            log.lastKeptHead = older;
        else
            m_dropHead.bind(1, eventRow(log.row, log.newestHead->size)).run();
    }
    m_insertHead.bind(1, eventRow(log.row, head.size))
        .bind(2, head.root)
        .bind(3, static_cast<std::int64_t>(head.hlc.packed()))
        .bind(4, head.note)
        .run();
    log.newestHead = head;
}

} // namespace ob::store

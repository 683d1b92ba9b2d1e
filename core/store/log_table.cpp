// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/log_table.h"

#include "core/ensure.h"
#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/row_id.h"

namespace ob::store {
namespace {

StoredLog recordOf(Statement const& row) {
    StoredLog log;
    log.row = row.integer(0);
    log.record.id = core::LogId(hashOf(row.blob(1)));
    log.record.agency.value = static_cast<std::uint16_t>(row.integer(2));
    log.record.deskKey = hashOf(row.blob(3));
    log.record.nonce = hashOf(row.blob(4));
    log.record.lane = row.integer(5) == 0 ? core::Lane::Live : core::Lane::Bulk;
    log.record.certificate = bytesOf(row.blob(6));
    log.record.own = row.integer(7) != 0;
    return log;
}

} // namespace

core::EncodedHead headAt(Statement const& row, core::LogId log) {
    return {.log = log,
            .size = sequenceOf(row.integer(0)),
            .root = hashOf(row.blob(1)),
            .hlc = core::Hlc(static_cast<std::uint64_t>(row.integer(2))),
            .note = std::string(row.text(3))};
}

/// Heads from the newest on: all but the newest one are kept for ever.
void readHeads(Connection& connection, StoredLog& log) {
    log.newestHead.reset();
    log.lastKeptHead.reset();
    Statement heads = connection.prepare(
        "SELECT id, root, hlc, note FROM head WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC LIMIT 2");
    heads.bind(1, firstRowOf(log.row)).bind(2, lastRowOf(log.row));
    if (!heads.step()) return;
    log.newestHead = headAt(heads, log.record.id);
    if (heads.step())
        log.lastKeptHead = {.hlc = core::Hlc(static_cast<std::uint64_t>(heads.integer(2))),
                            .size = sequenceOf(heads.integer(0))};
}

void LogTable::loadRecords(Connection& connection) {
    m_logs.clear();
    m_places.clear();
    m_rows.clear();
    Statement logs = connection.prepare(
        "SELECT id, log_id, agency, desk_key, nonce, lane, certificate, own FROM log ORDER BY id");
    while (logs.step())
        add(recordOf(logs));
}

void LogTable::load(Connection& connection) {
    loadRecords(connection);
    Statement last =
        connection.prepare("SELECT id, level FROM event WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC LIMIT 1");
    for (StoredLog& log : m_logs) {
        last.bind(1, firstRowOf(log.row)).bind(2, lastRowOf(log.row));
        if (last.step())
            log.size = sequenceOf(last.integer(0)) + (std::uint64_t{1} << (last.integer(1) & 63));
        last.reset();
        readHeads(connection, log);
    }
}

StoredLog* LogTable::find(core::LogId id) {
    auto const found = m_places.find(id);
    return found == m_places.end() ? nullptr : &m_logs[found->second];
}

StoredLog const* LogTable::findRow(std::int64_t row) const {
    auto const found = m_rows.find(row);
    return found == m_rows.end() ? nullptr : &m_logs[found->second];
}

StoredLog& LogTable::add(StoredLog log) {
    bool const isNew = m_places.emplace(log.record.id, m_logs.size()).second;
    OB_ENSURE(isNew);
    m_rows.emplace(log.row, m_logs.size());
    return m_logs.emplace_back(std::move(log));
}

void LogTable::put(StoredLog const& log) {
    if (StoredLog* const known = find(log.record.id))
        *known = log;
    else
        add(log);
}

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/source_table.h"

namespace ob::store {

SourceTable::SourceTable(Connection& connection)
    : m_save(connection.prepare("INSERT INTO source_entry(key, stream, digest, incident) "
                                "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET stream = excluded.stream, "
                                "digest = excluded.digest, incident = excluded.incident")),
      m_saveDay(connection.prepare("INSERT INTO imported_day(id, last) VALUES (?1, ?2) ON CONFLICT DO UPDATE "
                                   "SET last = max(last, excluded.last)")) {}

void SourceTable::write(core::SourceEntry const& entry, std::int64_t stream) {
    m_save.bind(1, core::ByteView(entry.key))
        .bind(2, stream)
        .bind(3, core::ByteView(entry.digest))
        .bind(4, core::ByteView(entry.incident))
        .run();
}

void SourceTable::write(core::IncidentNumber imported) {
    m_saveDay.bind(1, imported.day()).bind(2, imported.serial()).run();
}

} // namespace ob::store

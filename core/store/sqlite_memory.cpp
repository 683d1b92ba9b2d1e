// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_memory.h"

#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/database.h"

namespace ob::store {

std::optional<core::Bytes> SqliteMemory::get(std::string_view key) {
    Statement rows = m_database.connection().prepare("SELECT value FROM meta WHERE key = ?1");
    rows.bind(1, key);
    if (!rows.step()) return std::nullopt;
    return bytesOf(rows.blob(0));
}

void SqliteMemory::set(std::string_view key, core::ByteView value) {
    m_database.connection()
        .prepare(
            "INSERT INTO meta(key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value")
        .bind(1, key)
        .bind(2, value)
        .run();
}

} // namespace ob::store

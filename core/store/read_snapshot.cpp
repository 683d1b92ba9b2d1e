// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/read_snapshot.h"

#include "core/store/connection.h"
#include "core/store/database.h"
#include "core/store/sql_error.h"

namespace ob::store {

ReadSnapshot::ReadSnapshot(Database& database) : m_database(database) {
    database.reading().run("BEGIN");
    // The moment is that of the first reading, not of BEGIN.
    database.reading().integer("SELECT count(*) FROM sqlite_schema");
}

ReadSnapshot::~ReadSnapshot() {
    try {
        m_database.reading().run("ROLLBACK");
    } catch (core::StoreError const&) {
        // SQLite ends a transaction by itself when reading failed, and nothing was written.
        return;
    }
}

} // namespace ob::store

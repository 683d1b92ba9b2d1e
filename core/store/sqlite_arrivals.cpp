// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_arrivals.h"

#include "core/store/columns.h"
#include "core/store/connection.h"

namespace ob::store {
namespace {

core::Instant instantAt(Statement const& row, int column) {
    auto const at = core::Instant::ofMilliseconds(row.integer(column));
    if (!at) throw SqlError(SQLITE_CORRUPT, "a time outside the years 1970 to 9999 in table arrival");
    return *at;
}

std::vector<SqliteArrivals::Stream> streamsOf(Statement& statement) {
    std::vector<SqliteArrivals::Stream> found;
    Rows rows(statement);
    while (rows.next()) {
        auto const kind = statement.integer(1);
        if (kind < 0 || kind > static_cast<std::int64_t>(core::StreamKind::Policy))
            throw SqlError(SQLITE_CORRUPT, "stream of kind " + std::to_string(kind) + " in the file");
        found.push_back(
            {.id = core::StreamId(hashOf(statement.blob(0))),
             .kind = static_cast<core::StreamKind>(kind),
             .last = statement.isNull(2) ? std::nullopt : std::optional(instantAt(statement, 2))});
    }
    return found;
}

} // namespace

struct SqliteArrivals::Statements {
    explicit Statements(Connection& connection)
        : changed(connection.prepare(
              // A section's row is that of its event and four bits (row_id.h).
              "WITH touched AS (SELECT stream FROM arrival WHERE at > ?1 AND at <= ?2 UNION "
              "SELECT stream FROM late_section JOIN arrival ON event = late_section.id >> 4 "
              "WHERE late_section.at > ?1 AND late_section.at <= ?2) "
              "SELECT stream_id, kind, (SELECT max(at) FROM arrival WHERE stream = stream.id AND at <= ?3) "
              "FROM touched JOIN stream ON stream.id = touched.stream WHERE kind IS NOT NULL")),
          held(connection.prepare(
              "WITH ends AS (SELECT stream_id, kind, on_board, "
              "(SELECT at FROM arrival WHERE stream = stream.id ORDER BY position LIMIT 1) AS first, "
              "(SELECT at FROM arrival WHERE stream = stream.id ORDER BY position DESC LIMIT 1) AS newest, "
              "(SELECT max(at) FROM arrival WHERE stream = stream.id AND at <= ?1) AS last "
              "FROM stream WHERE kind IS NOT NULL) "
              "SELECT stream_id, kind, last FROM ends "
              "WHERE first <= ?1 AND (on_board = 1 OR kind <> ?3 OR newest > ?2)")),
          first(connection.prepare("SELECT at FROM arrival WHERE stream = (SELECT min(id) FROM stream) "
                                   "ORDER BY position LIMIT 1")) {}

    Statement changed, held, first;
};

SqliteArrivals::SqliteArrivals(Database& database)
    : m_statements(std::make_unique<Prepared<Statements>>(database, Use::Reading)) {}

SqliteArrivals::~SqliteArrivals() = default;

std::vector<SqliteArrivals::Stream> SqliteArrivals::changedIn(Span span, core::Instant by) {
    Statement& changed = (*m_statements)->changed;
    changed.bind(1, span.after.milliseconds()).bind(2, span.until.milliseconds()).bind(3, by.milliseconds());
    return streamsOf(changed);
}

std::vector<SqliteArrivals::Stream> SqliteArrivals::heldAt(core::Instant by, core::Instant endedSince) {
    Statement& held = (*m_statements)->held;
    held.bind(1, by.milliseconds())
        .bind(2, endedSince.milliseconds())
        .bind(3, static_cast<std::int64_t>(core::StreamKind::Incident));
    return streamsOf(held);
}

std::optional<core::Instant> SqliteArrivals::first() {
    Statement& first = (*m_statements)->first;
    Rows rows(first);
    if (!rows.next()) return std::nullopt;
    return instantAt(first, 0);
}

} // namespace ob::store

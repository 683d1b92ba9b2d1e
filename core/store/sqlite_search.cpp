// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_search.h"

#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/prepared.h"
#include "core/store/search_tokens.h"

namespace ob::store {

struct SqliteSearch::Statements {
    explicit Statements(Connection& connection)
        : find(connection.prepare("SELECT stream_id, number, address FROM search "
                                  "JOIN search_entry ON search_entry.id = search.rowid "
                                  "JOIN stream ON stream.id = search.rowid "
                                  "WHERE search MATCH ?1 ORDER BY search.rowid DESC LIMIT ?2")),
          lookup(connection.prepare("SELECT stream_id, number, address FROM lookup "
                                    "JOIN search_entry ON search_entry.id = lookup.stream "
                                    "JOIN stream ON stream.id = lookup.stream "
                                    "WHERE key = ?1 ORDER BY lookup.stream DESC LIMIT ?2")) {}

    static std::vector<core::SearchHit> hits(Statement& statement) {
        std::vector<core::SearchHit> found;
        Rows rows(statement);
        while (rows.next())
            found.push_back({.stream = core::StreamId(hashOf(statement.blob(0))),
                             .number = std::string(statement.text(1)),
                             .address = std::string(statement.text(2))});
        return found;
    }

    Statement find, lookup;
};

SqliteSearch::SqliteSearch(Database& database)
    : m_statements(std::make_unique<Prepared<Statements>>(database, Use::Reading)) {}

SqliteSearch::~SqliteSearch() = default;

std::vector<core::SearchHit> SqliteSearch::find(std::string_view text, std::size_t limit) {
    auto const query = indexQuery(text);
    if (!query) return {};
    (*m_statements)->find.bind(1, *query).bind(2, static_cast<std::int64_t>(limit));
    return Statements::hits((*m_statements)->find);
}

std::vector<core::SearchHit> SqliteSearch::lookup(core::Hash const& key, std::size_t limit) {
    (*m_statements)->lookup.bind(1, key).bind(2, static_cast<std::int64_t>(limit));
    return Statements::hits((*m_statements)->lookup);
}

} // namespace ob::store

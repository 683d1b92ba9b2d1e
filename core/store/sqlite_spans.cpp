// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_spans.h"

#include <sqlite3.h>

namespace ob::store {
namespace {

std::int64_t signedOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }

} // namespace

struct SqliteSpans::Rows {
    sqlite3* file = nullptr;
    sqlite3_stmt* insert = nullptr;
    sqlite3_stmt* see = nullptr;

    Rows() {
        // The empty name is SQLite's for a file on disk that nobody else sees.
        check(sqlite3_open_v2("", &file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr));
        run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4096;"
            "CREATE TABLE span(unit TEXT, start INTEGER, stop INTEGER, incident INTEGER, line INTEGER) "
            "STRICT;"
            "CREATE TABLE seen(key INTEGER PRIMARY KEY, times INTEGER) STRICT;"
            "BEGIN");
        check(sqlite3_prepare_v2(file, "INSERT INTO span VALUES (?1, ?2, ?3, ?4, ?5)", -1, &insert, nullptr));
        check(
            sqlite3_prepare_v2(file,
                               "INSERT INTO seen VALUES (?1, 0) ON CONFLICT DO UPDATE SET times = times + 1 "
                               "RETURNING times",
                               -1, &see, nullptr));
    }
    ~Rows() {
        sqlite3_finalize(insert);
        sqlite3_finalize(see);
        sqlite3_close(file);
    }
    Rows(Rows const&) = delete;
    Rows& operator=(Rows const&) = delete;

    void check(int code) const {
        if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
        throw core::StoreError(std::string("cannot sort the runs of the file in the folder for temporary "
                                           "files; make room there: ")
                               + (file ? sqlite3_errmsg(file) : sqlite3_errstr(code)));
    }
    void run(char const* sql) const { check(sqlite3_exec(file, sql, nullptr, nullptr, nullptr)); }
};

SqliteSpans::SqliteSpans() : m_rows(std::make_unique<Rows>()) {}
SqliteSpans::~SqliteSpans() = default;

void SqliteSpans::add(Span const& span) {
    sqlite3_stmt* const insert = m_rows->insert;
    sqlite3_bind_text(insert, 1, span.unit.data(), static_cast<int>(span.unit.size()), SQLITE_STATIC);
    sqlite3_bind_int64(insert, 2, span.from.milliseconds());
    sqlite3_bind_int64(insert, 3, span.to.milliseconds());
    sqlite3_bind_int64(insert, 4, signedOf(span.incident));
    sqlite3_bind_int64(insert, 5, signedOf(span.line));
    int const code = sqlite3_step(insert);
    sqlite3_reset(insert);
    m_rows->check(code);
}

std::uint64_t SqliteSpans::timesSeen(std::uint64_t key) {
    sqlite3_stmt* const see = m_rows->see;
    sqlite3_bind_int64(see, 1, signedOf(key));
    int code = sqlite3_step(see);
    m_rows->check(code);
    auto const times = static_cast<std::uint64_t>(sqlite3_column_int64(see, 0));
    code = sqlite3_reset(see);
    m_rows->check(code);
    return times;
}

void SqliteSpans::visit(std::function<void(Span const&)> const& visit) {
    sqlite3_stmt* rows = nullptr;
    m_rows->check(sqlite3_prepare_v2(
        m_rows->file, "SELECT unit, start, stop, incident, line FROM span ORDER BY unit, start, line", -1,
        &rows, nullptr));
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const owner(rows, sqlite3_finalize);
    int code = sqlite3_step(rows);
    for (; code == SQLITE_ROW; code = sqlite3_step(rows)) {
        auto const* const unit = reinterpret_cast<char const*>(sqlite3_column_text(rows, 0));
        visit({.unit = std::string(unit, static_cast<std::size_t>(sqlite3_column_bytes(rows, 0))),
               .incident = static_cast<std::uint64_t>(sqlite3_column_int64(rows, 3)),
               .line = static_cast<std::uint64_t>(sqlite3_column_int64(rows, 4)),
               .from = core::Instant::ofMilliseconds(sqlite3_column_int64(rows, 1)).value_or(core::Instant()),
               .to = core::Instant::ofMilliseconds(sqlite3_column_int64(rows, 2)).value_or(core::Instant())});
    }
    m_rows->check(code);
}

} // namespace ob::store

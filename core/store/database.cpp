// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/database.h"

#include "core/ensure.h"
#include "core/store/connection.h"
#include "core/store/directory_lock.h"
#include "core/store/file_sync.h"
#include "core/store/schema.h"
#include "core/store/sql_error.h"
#include "core/store/writer_thread.h"

#include <optional>
#include <unistd.h>

namespace ob::store {
namespace {

// FULL, because NORMAL loses acknowledged commits when the power goes (tests/store/power_loss_test.cpp).
constexpr std::string_view settings = "PRAGMA busy_timeout = 5000;"
                                      "PRAGMA synchronous = FULL;"
                                      "PRAGMA foreign_keys = ON;"
                                      "PRAGMA cell_size_check = ON;"
                                      "PRAGMA secure_delete = ON;"
                                      "PRAGMA trusted_schema = OFF;"
                                      "PRAGMA temp_store = MEMORY;"
                                      "PRAGMA cache_size = -65536;";

/// First row, from that end, at which reading the table stops; nothing when all can be read.
std::optional<std::int64_t> lastReadable(Connection& connection, std::string const& table, bool fromEnd) {
    Statement rows = connection.prepare("SELECT rowid, * FROM \"" + table + "\" ORDER BY rowid"
                                        + (fromEnd ? " DESC" : ""));
    std::int64_t last = -1;
    try {
        while (rows.step())
            last = rows.integer(0);
    } catch (SqlError const&) {
        return last;
    }
    return std::nullopt;
}

std::string damagedRows(Connection& connection, std::string const& table) {
    auto const before = lastReadable(connection, table, false);
    auto const after = lastReadable(connection, table, true);
    if (!before || !after) return {};
    return (*before < 0 ? std::string("from the first row") : "after row " + std::to_string(*before))
           + (*after < 0 ? std::string(" to the last") : ", before row " + std::to_string(*after));
}

std::string firstProblem(Connection& connection, std::string const& pragma) {
    try {
        std::string const answer = connection.text(pragma);
        return answer == "ok" ? std::string() : answer;
    } catch (SqlError const& error) {
        return error.what();
    }
}

void keepWriteAheadLog(Connection& connection) {
    if (connection.text("PRAGMA journal_mode = WAL") != "wal")
        throw core::StoreError(
            "this file system cannot keep a write-ahead log: choose another data directory");
}

enum class Room : bool { Some, None };

std::unique_ptr<Connection> connect(Database::Place const& place, Room room = Room::Some) {
    bool const readOnly = place.access == Access::Read;
    // Beside a file on read-only storage, or on a full disk, SQLite cannot make the lock file that reading a
    // write-ahead log wants; then nobody writes it either.
    bool const isImmutable = readOnly && place.vfs.empty()
                             && (room == Room::None || ::access(place.file.parent_path().c_str(), W_OK) != 0);
    auto connection = std::make_unique<Connection>(Connection::Target{
        .file = place.file.string(), .vfs = place.vfs, .readOnly = readOnly, .isImmutable = isImmutable});
    connection->run(settings);
    return connection;
}

/// What is left of a file that was lost must not become a new, empty one.
void refuseRemains(std::filesystem::path const& file) {
    bool const exists = std::filesystem::exists(file);
    // A file is made under another name and moved here complete: it was never empty.
    if (exists && std::filesystem::file_size(file) == 0)
        throw core::StoreError(file.string()
                               + " is empty: put a copy in its place, or move it away to begin anew");
    if (!exists && std::filesystem::exists(std::filesystem::path(file).concat("-wal")))
        throw core::StoreError(file.string()
                               + " is missing and its write-ahead log is there: put both back, "
                                 "or move the log away to begin anew");
}

/// A new, empty desk file that is complete when it appears under its name.
void makeFile(std::filesystem::path const& file) {
    auto const scratch = std::filesystem::path(file).concat(".new");
    for (char const* const rest : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(std::filesystem::path(scratch).concat(rest));
    {
        auto const connection = connect({.file = scratch});
        keepWriteAheadLog(*connection);
        migrate(*connection, migrations());
    }
    syncFile(scratch);
    std::filesystem::rename(scratch, file);
    syncFile(file.parent_path());
}

} // namespace

Database::Database(Place place) : m_place(std::move(place)) {
    if (m_place.vfs.empty() && m_place.access == Access::Write)
        m_lock = std::make_unique<DirectoryLock>(m_place.file.parent_path());
    if (m_place.vfs.empty()) {
        refuseRemains(m_place.file);
        if (!isReadOnly() && !std::filesystem::exists(m_place.file)) makeFile(m_place.file);
    }
    open();
}

Database::~Database() = default;

/// On a full disk only the file itself can be read, which is all when nothing waits in the write-ahead log.
std::unique_ptr<Connection> Database::readable() const {
    try {
        auto connection = connect(m_place);
        schemaOf(*connection, migrations());
        return connection;
    } catch (SqlError const& error) {
        std::error_code none;
        auto const waiting =
            std::filesystem::file_size(std::filesystem::path(m_place.file).concat("-wal"), none);
        if (!error.isNoRoom() || !m_place.vfs.empty() || (!none && waiting > 0)) throw;
    }
    return connect(m_place, Room::None);
}

void Database::open() {
    auto connection = isReadOnly() ? readable() : connect(m_place);
    if (isReadOnly()) {
        int const version = schemaOf(*connection, migrations());
        if (version < migrations().back().number)
            throw core::StoreError(m_place.file.string() + " has the older schema " + std::to_string(version)
                                   + ": start the desk once, which brings it up to date");
    } else {
        // The file of another program, or of a newer one, is refused before anything in it changes.
        schemaOf(*connection, migrations());
        keepWriteAheadLog(*connection);
        migrate(*connection, migrations());
    }
    m_connection = std::move(connection);
    if (m_writer) openReading();
    ++m_openings;
}

void Database::openReading() {
    auto connection = connect(m_place);
    // Every commit by the other connection empties this one's cache: it need not be large.
    connection->run("PRAGMA query_only = ON; PRAGMA cache_size = -8192;");
    m_reading = std::move(connection);
}

void Database::writeInThread(std::function<void()> told) {
    OB_ENSURE(!m_writer && !isReadOnly() && m_place.vfs.empty());
    openReading();
    m_writer = std::make_unique<WriterThread>(std::move(told));
    ++m_openings; // what reads prepares its statements anew
}

Connection& Database::connection() {
    if (m_writer) m_writer->wait();
    if (!m_connection) throw core::StoreError(m_place.file.string() + " is closed after a failure");
    return *m_connection;
}

Connection& Database::reading() {
    if (!m_writer) return connection();
    if (!m_reading) throw core::StoreError(m_place.file.string() + " is closed after a failure");
    return *m_reading;
}

void Database::reopen() {
    if (m_writer) m_writer->wait();
    m_reading.reset();
    m_connection.reset();
    if (m_place.vfs.empty() && !std::filesystem::exists(m_place.file))
        throw core::StoreError(m_place.file.string() + " has gone");
    if (m_place.vfs.empty()) refuseRemains(m_place.file);
    open();
}

std::vector<Damage> Database::check() {
    std::vector<Damage> found;
    if (m_writer) m_writer->wait();
    std::string const whole = firstProblem(*m_connection, "PRAGMA quick_check(1)");
    if (whole.empty()) return found;
    std::vector<std::string> tables;
    try {
        Statement names = m_connection->prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage");
        while (names.step())
            tables.emplace_back(names.text(0));
    } catch (SqlError const& error) {
        return {Damage{.table = "sqlite_schema", .place = {}, .what = error.what()}};
    }
    for (std::string const& table : tables) {
        std::string const problem = firstProblem(*m_connection, "PRAGMA quick_check('" + table + "')");
        if (!problem.empty())
            found.push_back({.table = table, .place = damagedRows(*m_connection, table), .what = problem});
    }
    if (found.empty()) found.push_back({.table = {}, .place = {}, .what = whole});
    return found;
}

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/connection.h"

#include "core/ensure.h"
#include "core/store/sql_error.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <sqlite3.h>

namespace ob::store {
namespace {

bool isNoRoom(int code) { return code == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE; }

[[noreturn]] void fail(sqlite3* handle, int code, std::string_view sql) {
    std::string const said = std::string(sqlite3_errmsg(handle)) + " (" + std::to_string(code)
                             + ") in: " + std::string(sql.substr(0, 200));
    throw SqlError(code, isNoRoom(code)
                             ? "the disk is full: make room on it, and start again if this has ended; "
                               "what was saved is safe ("
                                   + said + ")"
                             : said);
}

/// SQLite's name of the file: a URI where more than the path is to be said.
QString uriOf(Connection::Target const& target) {
    QString uri = QStringLiteral("file:")
                  + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(target.file), "/"));
    QChar separator = u'?';
    auto const add = [&](QString const& option) {
        uri += separator + option;
        separator = u'&';
    };
    if (!target.vfs.empty()) add(QStringLiteral("vfs=") + QString::fromStdString(target.vfs));
    if (target.isImmutable) add(QStringLiteral("immutable=1"));
    return uri;
}

/// The handle is only ours to use when QtSql's driver runs on the same SQLite library as this file.
sqlite3* handleOf(QSqlDatabase const& database) {
    QVariant const handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        throw core::StoreError("the QSQLITE driver gives no sqlite3 handle");
    return *static_cast<sqlite3* const*>(handle.constData());
}

} // namespace

SqlError SqlError::noRoom(std::string const& what) { return {SQLITE_FULL, what}; }
bool SqlError::isNoRoom() const { return store::isNoRoom(m_code); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    if (live->erase(statement) != 0) sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* handle, std::string_view sql, std::shared_ptr<Live> const& live)
    : m_statement(nullptr, Finalize{.live = live}) {
    sqlite3_stmt* statement = nullptr;
    int const code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (statement != nullptr) live->insert(statement);
    m_statement.reset(statement);
    if (code != SQLITE_OK) ob::store::fail(handle, code, sql);
}

void Statement::fail(int code) const {
    ob::store::fail(sqlite3_db_handle(m_statement.get()), code, sqlite3_sql(m_statement.get()));
}

Statement& Statement::bind(int place, std::int64_t value) {
    OB_ENSURE(sqlite3_bind_int64(m_statement.get(), place, value) == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(int place, core::ByteView bytes) {
    // A null pointer would bind NULL, and an empty view may hold one.
    static constexpr std::uint8_t nothing = 0;
    int const code = sqlite3_bind_blob64(m_statement.get(), place, bytes.empty() ? &nothing : bytes.data(),
                                         bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) fail(code);
    return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
    int const code = sqlite3_bind_text64(m_statement.get(), place, text.empty() ? "" : text.data(),
                                         text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) fail(code);
    return *this;
}

Statement& Statement::bindNull(int place) {
    OB_ENSURE(sqlite3_bind_null(m_statement.get(), place) == SQLITE_OK);
    return *this;
}

bool Statement::step() {
    if (m_atEnd) return false; // SQLite would begin again
    int const code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(code);
    m_atEnd = true;
    return false;
}

void Statement::run() {
    int const code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        // The message is of the connection: it must be read before the reset, and the reset must happen.
        try {
            fail(code);
        } catch (SqlError const&) {
            reset();
            throw;
        }
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    m_atEnd = false;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

core::ByteView Statement::blob(int column) const {
    auto const* const data = static_cast<std::uint8_t const*>(sqlite3_column_blob(m_statement.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

std::string_view Statement::text(int column) const {
    auto const* const data = reinterpret_cast<char const*>(sqlite3_column_text(m_statement.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

Connection::Connection(Target const& target) {
    static std::atomic<unsigned> made = 0;
    QString const name = QStringLiteral("store-%1").arg(++made);
    m_name = name.toStdString();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(uriOf(target));
    database.setConnectOptions(target.readOnly ? QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY")
                                               : QStringLiteral("QSQLITE_OPEN_URI"));
    std::string reason;
    try {
        if (database.open()) {
            m_handle = handleOf(database);
            if (text("SELECT sqlite_source_id()") != sqlite3_sourceid())
                reason = "the QSQLITE driver and this program use different SQLite libraries";
        } else {
            reason = database.lastError().text().toStdString();
        }
    } catch (core::StoreError const& error) {
        reason = error.what();
    }
    if (!reason.empty()) {
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
        throw SqlError(SQLITE_CANTOPEN, target.file + ": " + reason);
    }
    sqlite3_extended_result_codes(m_handle, 1);
    auto const noteSize = [](void* pages, sqlite3*, char const*, int count) {
        *static_cast<int*>(pages) = count;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_handle, noteSize, &m_walPages); // takes the place of the automatic checkpoint
}

Connection::~Connection() {
    // QtSql could not close the file below a statement.
    for (sqlite3_stmt* const statement : *m_live)
        sqlite3_finalize(statement);
    m_live->clear();
    QSqlDatabase::removeDatabase(QString::fromStdString(m_name));
}

Statement Connection::prepare(std::string_view sql) { return Statement(m_handle, sql, m_live); }

void Connection::run(std::string_view sql) {
    std::string const text(sql);
    int const code = sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(m_handle, code, sql);
}

std::int64_t Connection::integer(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::text(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? std::string(statement.text(0)) : std::string();
}

std::int64_t Connection::changed() const { return sqlite3_changes64(m_handle); }

std::int64_t Connection::totalChanges() const { return sqlite3_total_changes64(m_handle); }

bool Connection::isInTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

bool Connection::checkpoint(bool truncate) {
    int const code = sqlite3_wal_checkpoint_v2(
        m_handle, "main", truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, nullptr,
        nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY) fail(m_handle, code, "checkpoint");
    m_walPages = 0;
    return code == SQLITE_OK;
}

Transaction::Transaction(Connection& connection) : m_connection(connection) {
    m_connection.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!m_connection.isInTransaction()) return;
    try {
        m_connection.run("ROLLBACK");
    } catch (SqlError const&) {
        // Storage is failing already, and that error is on its way up; SQLite forgets the transaction when
        // the connection closes.
    }
}

void Transaction::commit() { m_connection.run("COMMIT"); }

} // namespace ob::store

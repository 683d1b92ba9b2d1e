// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

struct sqlite3;
struct sqlite3_stmt;

namespace ob::store {

/// A prepared statement, used again and again. Places and columns count as SQLite does: places from 1,
/// columns from 0. Throws SqlError.
///
/// It runs on the sqlite3 handle of the QtSql connection: QSqlQuery would turn every UTF-8 text into UTF-16
/// and back and every value into a QVariant.
class Statement {
  public:
    using Live = std::unordered_set<sqlite3_stmt*>;
    /// Made by `Connection::prepare`. Closing the connection finalizes it: then it may only be destroyed.
    Statement(sqlite3* handle, std::string_view sql, std::shared_ptr<Live> const& live);

    Statement& bind(int place, std::int64_t value);
    /// Bytes and texts are not copied: they must live until the next `reset`.
    Statement& bind(int place, core::ByteView bytes);
    Statement& bind(int place, std::string_view text);
    Statement& bindNull(int place);

    /// True when there is a row. At the end it stays at the end until `reset`.
    bool step();
    /// Runs a statement that gives no rows, and resets.
    void run();
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    /// Valid until the next step or reset.
    core::ByteView blob(int column) const;
    std::string_view text(int column) const;

  private:
    [[noreturn]] void fail(int code) const;
    struct Finalize {
        std::shared_ptr<Live> live;
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    bool m_atEnd = false;
};

/// Steps through the rows of a statement and resets it at the end of the scope, so that no read transaction
/// stays open behind a half-read result.
class Rows {
  public:
    explicit Rows(Statement& statement) : m_statement(statement) {}
    ~Rows() { m_statement.reset(); }
    Rows(Rows const&) = delete;
    Rows& operator=(Rows const&) = delete;

    bool next() { return m_statement.step(); }

  private:
    Statement& m_statement;
};

/// One QtSql connection to an SQLite file, under a name of its own. Belongs to the thread that made it.
class Connection {
  public:
    struct Target {
        std::string file;         ///< path as the VFS knows it
        std::string vfs;          ///< empty: the platform's
        bool readOnly = false;    ///< the file must exist
        bool isImmutable = false; ///< nobody writes it: needs no lock files beside it
    };
    explicit Connection(Target const& target);
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    Statement prepare(std::string_view sql);
    /// Statements without values, separated by semicolons.
    void run(std::string_view sql);
    /// First column of the first row.
    std::int64_t integer(std::string_view sql);
    std::string text(std::string_view sql);
    /// Rows that the last INSERT, UPDATE or DELETE touched.
    std::int64_t changed() const;
    /// The same, of all statements since the opening.
    std::int64_t totalChanges() const;
    bool isInTransaction() const;

    /// Pages in the write-ahead log after the last commit.
    int walPages() const { return m_walPages; }
    /// Moves the write-ahead log into the file as far as readers allow; with `truncate` waits for them and
    /// leaves an empty log behind. False when a reader was in the way. SQLite's own automatic checkpoint
    /// hides its errors: it is switched off.
    bool checkpoint(bool truncate = false);

  private:
    std::string m_name;
    sqlite3* m_handle = nullptr;
    std::shared_ptr<Statement::Live> m_live = std::make_shared<Statement::Live>();
    int m_walPages = 0;
};

/// Rolls back unless `commit` came through.
class Transaction {
  public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;

    void commit();

  private:
    Connection& m_connection;
};

} // namespace ob::store

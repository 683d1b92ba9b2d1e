// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ob::store {

class Connection;
class DirectoryLock;
class WriterThread;

enum class Access {
    Write, ///< makes the file when there is none, brings its schema up to date, locks the directory
    Read,  ///< the file stays as it is; somebody else may be writing it
};

/// Something in the file that is not as SQLite wrote it.
struct Damage {
    std::string table; ///< empty: not in one table alone
    std::string place; ///< "rows 17 to 42" when it could be narrowed down
    std::string what;  ///< in SQLite's words
};

/// The file DATA/desk.db. Belongs to the thread that made it; a worker opens a reading one of its own.
/// Everything in core/store throws core::StoreError when storage is broken.
class Database {
  public:
    struct Place {
        std::filesystem::path file;
        Access access = Access::Write;
        std::string vfs{}; ///< name of an SQLite VFS; with one the file need not be on a disk: no lock
    };
    explicit Database(Place place);
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    /// Reads every page and index. Takes about a second for each 500 MB.
    std::vector<Damage> check();

    /// Closes and opens again, after storage has failed; keeps the lock. When it throws, the database is
    /// closed and may be tried again.
    void reopen();
    /// How often it was opened: statements of an earlier time are finalized.
    unsigned openings() const { return m_openings; }

    Place const& place() const { return m_place; }
    bool isReadOnly() const { return m_place.access == Access::Read; }
    /// The one that writes. Waits for the writing thread, when there is one, to have done what it has at
    /// hand. Throws core::StoreError when `reopen` did not come through.
    Connection& connection();
    /// For reading what was committed: with a writing thread a connection of its own, which waits for nobody.
    /// Throws as `connection` does.
    Connection& reading();

    /// From now on large writing is done in a thread of its own, which uses `connection` meanwhile. `told`
    /// comes on that thread after each job. Only with a file on the platform's own VFS.
    void writeInThread(std::function<void()> told);
    /// Nothing without `writeInThread`.
    WriterThread* writer() const { return m_writer.get(); }

  private:
    std::unique_ptr<Connection> readable() const;
    void open();
    void openReading();

    Place m_place;
    unsigned m_openings = 0;
    std::unique_ptr<DirectoryLock> m_lock;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Connection> m_reading;
    std::unique_ptr<WriterThread> m_writer; // ends before its connection closes
};

} // namespace ob::store

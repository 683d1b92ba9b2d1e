// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace ob::store {

class Connection;
class Database;
template<class Statements>
class Prepared;

/// Down-sampled tracks: a fix is kept when it is 30 s newer or 50 m away from the last one that was kept, and
/// newer than it at all. Belongs to the thread of the database.
class SqliteTracks final : public core::TrackPort {
  public:
    static constexpr core::Duration minInterval = core::Duration::ofSeconds(30);
    static constexpr double minMetres = 50;
    /// So many kept fixes are written by `append` itself: in the writing thread when it has nothing else to
    /// do, at the latest when `maxWaiting` have come.
    static constexpr std::size_t enough = 128;
    static constexpr std::size_t maxWaiting = 1024;

    explicit SqliteTracks(Database& database);
    /// Writes what is waiting; a failure then loses it, as it is no evidence.
    ~SqliteTracks() override;

    void append(core::UnitId unit, core::Fix const& fix) override;
    /// Oldest first; the newest `limit` fixes of [from, to]. Sees what was appended.
    std::vector<core::Fix> track(core::UnitId unit, core::Instant from, core::Instant to,
                                 std::size_t limit) override;
    /// Writes what is waiting, in one transaction. Throws core::StoreError and drops it when storage fails:
    /// positions are worth less than the memory that a broken disk would make them take. It throws, as
    /// `append` does, what failed in the writing thread meanwhile, too.
    void flush();
    /// Removes what is older.
    void prune(core::Instant before);

  private:
    struct Waiting {
        core::UnitId unit;
        core::Fix fix;
    };
    struct Statements;
    static void write(Connection& connection, Statements& statements, std::vector<Waiting> const& fixes);
    void writeBehind();
    void tellFailure();

    Database& m_database;
    std::unique_ptr<Prepared<Statements>> m_statements;
    std::unordered_map<core::UnitId, core::Fix> m_lastKept;
    std::vector<Waiting> m_waiting;
    std::string m_failure; ///< of the writing thread
};

} // namespace ob::store

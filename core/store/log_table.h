// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/encoded.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace ob::store {

class Connection;
class Statement;

/// What is known of a log without asking the file.
struct StoredLog {
    std::int64_t row = 0;
    core::LogRecord record;
    std::uint64_t size = 0; ///< leaves held, stubs included, without a gap from 0
    std::optional<core::EncodedHead> newestHead;
    struct KeptHead {
        core::Hlc hlc;
        std::uint64_t size = 0;
    };
    std::optional<KeptHead> lastKeptHead; ///< the newest head that stays for ever
};

/// From a row (id, root, hlc, note) of table head.
core::EncodedHead headAt(Statement const& row, core::LogId log);

/// What the file says of the heads of the log: the newest one, and the one before it, which stays for ever.
void readHeads(Connection& connection, StoredLog& log);

/// All logs, in memory: a few dozen bytes each, at most some thousands.
class LogTable {
  public:
    void load(Connection& connection);
    /// The table of logs alone, for an audit: sizes and heads stay empty.
    void loadRecords(Connection& connection);
    /// Nothing when the log is not known.
    StoredLog* find(core::LogId id);
    StoredLog const* findRow(std::int64_t row) const;
    StoredLog& add(StoredLog log);
    /// In the place of what is known of the same log, or as a new one.
    void put(StoredLog const& log);
    /// In the order in which they came.
    std::vector<StoredLog> const& all() const { return m_logs; }

  private:
    std::vector<StoredLog> m_logs;
    std::unordered_map<core::LogId, std::size_t> m_places;
    std::unordered_map<std::int64_t, std::size_t> m_rows;
};

} // namespace ob::store

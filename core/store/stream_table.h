// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"
#include "core/store/connection.h"

#include <unordered_map>

namespace ob::store {

/// Rows of streams and their snapshots.
class StreamTable {
  public:
    explicit StreamTable(Connection& connection);

    /// Makes the row when there is none.
    std::int64_t rowOf(core::StreamId id);
    std::optional<std::int64_t> find(core::StreamId id);
    /// Said by the creating event: does not change what is known already.
    void noteKind(std::int64_t row, core::StreamKind kind);
    void write(core::StreamSnapshot const& snapshot);
    /// After a roll back: rows that were remembered may not exist.
    void forgetRows() { m_rows.clear(); }

    void visitBoard(std::function<void(core::StreamSnapshot const&)> const& visit);
    void visitAll(std::function<void(core::StreamId, core::StreamKind, bool onBoard)> const& visit);

  private:
    void remember(core::StreamId id, std::int64_t row);

    std::unordered_map<core::StreamId, std::int64_t> m_rows; // recently used
    Statement m_find, m_insert, m_noteKind, m_describe, m_saveState, m_dropState, m_board, m_all;
};

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <optional>

namespace ob::store {

/// Which connection statements are for.
enum class Use : std::uint8_t { Reading, Writing };

/// Statements of a class that outlives a reopening of its database: prepared when first used, and again after
/// that. `Statements` is made from a Connection.
template<class Statements>
class Prepared {
  public:
    Prepared(Database& database, Use use) : m_database(database), m_use(use) {}

    /// Waits as Database::connection does, when they are for writing.
    Statements& operator*() {
        Connection& connection = m_use == Use::Reading ? m_database.reading() : m_database.connection();
        if (!m_statements || m_opening != m_database.openings()) {
            m_statements.emplace(connection);
            m_opening = m_database.openings();
        }
        return *m_statements;
    }
    Statements* operator->() { return &**this; }

  private:
    Database& m_database;
    Use m_use;
    unsigned m_opening = 0;
    std::optional<Statements> m_statements;
};

} // namespace ob::store

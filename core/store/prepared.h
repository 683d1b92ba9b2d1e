// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <optional>

namespace ob::store {

/// Statements of a class that outlives a reopening of its database: prepared when first used, and again after
/// that. `Statements` is made from a Connection.
template<class Statements>
class Prepared {
  public:
    explicit Prepared(Database& database) : m_database(database) {}

    Statements& operator*() {
        if (!m_statements || m_opening != m_database.openings()) {
            m_statements.emplace(m_database.connection());
            m_opening = m_database.openings();
        }
        return *m_statements;
    }
    Statements* operator->() { return &**this; }

  private:
    Database& m_database;
    unsigned m_opening = 0;
    std::optional<Statements> m_statements;
};

} // namespace ob::store

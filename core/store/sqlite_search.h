// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ports.h"

#include <memory>
#include <vector>

namespace ob::store {

class Database;
template<class Statements>
class Prepared;

/// Full-text search and exact look-up over the entries that the journal's batches bring. Belongs to the
/// thread of the database, which may be a reading one.
class SqliteSearch final : public core::SearchPort {
  public:
    explicit SqliteSearch(Database& database);
    ~SqliteSearch() override;

    /// As core/text.h `searchQuery` understands what was typed; newest stream first. Nothing for a text
    /// without words.
    std::vector<core::SearchHit> find(std::string_view text, std::size_t limit) override;
    /// Streams with this keyed hash among their look-up keys, newest first.
    std::vector<core::SearchHit> lookup(core::Hash const& key, std::size_t limit);

  private:
    struct Statements;
    std::unique_ptr<Prepared<Statements>> m_statements;
};

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"

#include <memory>

namespace ob::store {

class Database;
template<class Statements>
class Prepared;

/// What was imported, as the journal's batches brought it. Belongs to the thread of the database.
class SqliteSources final : public core::SourceMemoryPort {
  public:
    explicit SqliteSources(Database& database);
    ~SqliteSources() override;

    std::optional<core::SourceEntry> find(core::ShortHash const& key) override;
    std::uint32_t lastImported(std::int32_t day) override;

  private:
    struct Statements;
    std::unique_ptr<Prepared<Statements>> m_statements;
};

} // namespace ob::store

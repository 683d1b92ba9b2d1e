// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <optional>
#include <string_view>

namespace ob::store {

class Database;

/// Single values that the desk wants to find again (clock's high-water mark, number blocks). Each `set` is a
/// commit of its own; throws core::StoreError. Belongs to the thread of the database.
class SqliteMemory {
  public:
    explicit SqliteMemory(Database& database) : m_database(database) {}

    std::optional<core::Bytes> get(std::string_view key);
    void set(std::string_view key, core::ByteView value);

  private:
    Database& m_database;
};

} // namespace ob::store

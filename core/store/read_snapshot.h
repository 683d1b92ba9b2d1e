// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::store {

class Database;

/// Everything that is read from the database in its life is of one moment, whoever writes meanwhile. Make it
/// before the objects that read. Throws core::StoreError. Belongs to the thread of the database.
class ReadSnapshot {
  public:
    explicit ReadSnapshot(Database& database);
    ~ReadSnapshot();
    ReadSnapshot(ReadSnapshot const&) = delete;
    ReadSnapshot& operator=(ReadSnapshot const&) = delete;

  private:
    Database& m_database;
};

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "core/journal/verification.h"

#include <memory>

namespace ob::store {

class Database;

/// Everything in the tables event, section, head and set_aside, for an audit. Throws core::StoreError where
/// the file cannot be read: `Database::check` says where. Belongs to the thread of the database.
class EvidenceReader {
  public:
    /// Without the key personal and sealed sections count as not held.
    EvidenceReader(Database& database, std::optional<core::SealingKey> key);
    ~EvidenceReader();

    /// In the order in which they came.
    std::vector<core::LogRecord> logs() const;
    /// For core/journal/verification.h `verifyLog`; borrows this object.
    core::LogReaders readersOf(core::LogRecord const& log);
    /// Rows that no reader gives, because they belong to no log or no event, and rows of no possible shape.
    std::vector<core::Finding> strays();
    /// What was set aside because an agency settled on another history of its log: how many entries, and
    /// what is wrong with them. Nothing without the key.
    struct Aside {
        std::uint64_t entries = 0;
        std::vector<core::Finding> findings; ///< one that cannot be read: of no log; index: how manieth
    };
    Aside auditAside(core::RealmId realm);

  private:
    struct Session;
    std::unique_ptr<Session> m_session;
};

} // namespace ob::store

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/journal/admission.h"
#include "core/journal/statement_file.h"

#include <variant>
#include <vector>

namespace ob::core {
struct RealmFile;
}
namespace ob::store {
class Database;
}

namespace ob::app {

/// Revocations and settlements as they are kept beside the journal: those that an agency of the realm has
/// signed, whether or not the desk that they are about is known here yet. Belongs to the thread of the
/// database.
class DeskStatements {
  public:
    DeskStatements(store::Database& database, core::RealmFile const& realm)
        : m_database(database), m_realm(realm) {}

    struct Checked {
        core::StatementFile file;
        core::AgencyIndex by; ///< who signed it: about others' desks it says nothing
        core::LogId log;      ///< nil for a revocation
        std::variant<core::Revocation, core::Settlement> says;
    };
    /// Bytes of a statement file. Throws EnrolmentRefusal when no agency of the realm has signed it.
    Checked check(core::ByteView encoded) const;
    /// Durable when it returns; false when it was here before. Throws core::StoreError.
    bool keep(Checked const& statement);
    /// In the order in which they came, revocations first.
    std::vector<Checked> all();
    /// Their files alone, as they were checked when they came.
    std::vector<core::Bytes> files();
    /// What they say of logs.
    core::Admissions admissions();

  private:
    Checked checkRevocation(core::StatementFile const& file) const;
    Checked checkSettlement(core::StatementFile const& file) const;

    store::Database& m_database;
    core::RealmFile const& m_realm;
};

} // namespace ob::app

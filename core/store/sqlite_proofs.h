// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/id.h"

#include <optional>
#include <vector>

namespace ob::store {

class Database;

/// Signed statements about logs as they came: what they mean and whether they hold is the journal's matter.
/// Each `add` is a commit of its own; throws core::StoreError. Belongs to the thread of the database.
class SqliteProofs {
  public:
    struct Proof {
        core::LogId log;
        core::Bytes bytes;
        friend bool operator==(Proof const&, Proof const&) = default;
    };
    enum class Kind { ForkProof, Settlement, Revocation };

    explicit SqliteProofs(Database& database) : m_database(database) {}

    /// False when it was here before.
    bool add(Kind kind, Proof const& proof);
    /// In the order in which they came.
    std::vector<Proof> all(Kind kind);

    /// Replaces the one of this agency for this log: the newest is kept.
    void setCosignature(core::LogId log, core::AgencyIndex agency, core::ByteView bytes);
    std::optional<core::Bytes> cosignature(core::LogId log, core::AgencyIndex agency);
    struct Cosignature {
        core::AgencyIndex agency;
        core::Bytes bytes;
    };
    std::vector<Cosignature> cosignatures(core::LogId log);

  private:
    Database& m_database;
};

} // namespace ob::store

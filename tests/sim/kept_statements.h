// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/admission.h"
#include "net/replica_state.h"

#include <set>
#include <variant>

namespace ob::sim {

/// Revocations and settlements as a desk keeps them beside its journal: durable at once.
class KeptStatements {
  public:
    explicit KeptStatements(core::RealmFile const& realm) : m_realm(realm), m_standing(realm.id) {}

    struct Checked {
        core::Bytes file;
        core::AgencyIndex by;
        std::variant<core::Revocation, core::Settlement> says;
    };
    /// Nothing when no agency of the realm has signed it.
    std::optional<Checked> check(core::ByteView file) const;
    /// False: it was here before.
    bool keep(Checked const& statement);

    std::set<core::Bytes> const& files() const { return m_files; }
    std::vector<net::Statement> all() const;
    /// What they say of logs; none of which is known to it.
    core::Admissions const& standing() const { return m_standing; }

  private:
    core::RealmFile const& m_realm;
    std::set<core::Bytes> m_files;
    core::Admissions m_standing;
};

} // namespace ob::sim

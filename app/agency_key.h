// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_ledger.h"
#include "app/key_store.h"
#include "core/identity/desk_certificate.h"
#include "core/identity/enrolment_request.h"
#include "core/identity/realm_file.h"
#include "core/journal/statement.h"
#include "core/journal/statement_file.h"

#include <filesystem>
#include <optional>

namespace ob::app {

/// Who signs for an agency in one realm: its root key, or an enrolment key with the delegation that the root
/// gave it. What is handed out is counted in a ledger beside the key. Throws FileError, EnrolmentRefusal.
class AgencyKey {
  public:
    /// `place`: the folder of `agency create` or `agency delegate`, or the key file of an agency's root.
    static AgencyKey open(std::filesystem::path const& place, core::RealmFile const& realm,
                          Passphrase const& passphrase = {});

    core::AgencyIndex agency() const { return m_agency; }
    core::RosterEntry const& entry() const { return *m_realm.agency(m_agency); }
    bool isRoot() const { return !m_delegation; }

    struct Terms {
        core::Clearance clearance;
        std::optional<std::uint32_t> numbers; ///< how many; nothing: as the ledger sees fit
    };
    struct Enrolment {
        core::DeskCertificate certificate;
        core::Bytes bytes;
        bool isRenewal = false; ///< the desk has numbers of this key already, and keeps them
    };
    /// Certifies the desk. The request was verified by `decodeRequest`, and its fingerprint by a person.
    Enrolment enrol(core::EnrolmentRequest const& request, Terms const& terms, core::Instant now) const;

    struct Delegation {
        std::uint32_t maxDesks = 0;
        bool mayRevoke = false;
        std::optional<std::uint32_t> numbers; ///< how many are set aside for its desks
    };
    /// Makes the folder of an enrolment key, sealed under a passphrase of its own. Only for the root.
    core::EnrolmentDelegation delegate(std::filesystem::path const& folder, Delegation const& wish,
                                       Passphrase const& passphrase, core::Instant now) const;

    /// Refuses for an enrolment key that may not.
    core::StatementFile revoke(core::Revocation revocation) const;

    /// The desks that this key has certified, and what was set aside.
    std::vector<DeskLedger::Entry> certified() const { return ledger().entries(); }

  private:
    AgencyKey(std::filesystem::path keyFile, core::RealmFile realm, core::SecretKey key)
        : m_keyFile(std::move(keyFile)), m_realm(std::move(realm)), m_key(std::move(key)) {}
    DeskLedger ledger() const;
    core::NumberBlock numbersFor(DeskLedger const& ledger, std::optional<std::uint32_t> count) const;

    std::filesystem::path m_keyFile;
    core::RealmFile m_realm;
    core::SecretKey m_key;
    core::AgencyIndex m_agency;
    std::optional<core::EnrolmentDelegation> m_delegation;
    core::Bytes m_delegationBytes;
};

/// Where the ledger of a key file is: beside it, one for each realm.
std::filesystem::path ledgerOf(std::filesystem::path const& keyFile, core::RealmId const& realm);

} // namespace ob::app

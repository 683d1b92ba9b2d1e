// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/sealing.h"
#include "core/crypto/signing.h"
#include "core/identity/desk_certificate.h"
#include "core/identity/realm_file.h"

#include <filesystem>
#include <string>

namespace ob::app {

class RealmFolder;

/// What a desk has besides its journal: realm file, certificate, keys (0600).
struct DeskIdentity {
    core::RealmFile realm;
    core::Bytes certificateBytes;
    core::DeskCertificate certificate;
    core::SecretKey key;
    core::SecretKey tlsKey;
    core::SealingKey restKey;   ///< seals personal and sealed sections at rest
    core::SealingKey lookupKey; ///< of keyed hashes for exact look-up
};

/// DATA of one desk: desk.db, realm.obrealm, desk.cert, keys/. Throws FileError.
class DeskFolder {
  public:
    explicit DeskFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Makes a desk of the agency, enrolled at once with the keys in the realm's folder. Refuses when a desk
    /// is there.
    void create(RealmFolder const& realm, core::AgencyIndex agency, std::string const& name,
                core::Instant now) const;
    bool isDesk() const; ///< has a certificate; else there may be keys that wait for one
    /// Refuses when there is a desk, or what is left of one.
    void checkFree() const;
    /// Reads and checks everything but the journal.
    DeskIdentity identity() const;
    core::RealmFile realm() const;

    std::filesystem::path database() const { return m_folder / "desk.db"; }
    std::filesystem::path blobs() const { return m_folder / "blobs"; } ///< as core/store/file_blobs.h
    std::filesystem::path const& path() const { return m_folder; }

  private:
    std::filesystem::path m_folder;
};

} // namespace ob::app

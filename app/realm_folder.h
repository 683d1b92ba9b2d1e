// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agency_folder.h"
#include "app/key_store.h"
#include "core/identity/desk_certificate.h"
#include "core/identity/enrolment_request.h"
#include "core/identity/realm_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ob::app {

/// The folder that `realm create` makes: realm.obrealm (public), keys/root.key and, for a drill,
/// keys/CODE.key. Whoever holds the keys folder of a drill can enrol desks of every agency in it: for demos,
/// drills and tests. In a live realm the agencies keep their keys. Throws FileError, EnrolmentRefusal.
class RealmFolder {
  public:
    struct Plan {
        std::string name;
        std::string zone; ///< `RealmZone::isKnown`
        std::vector<AgencyNames> agencies;
        std::vector<core::Code> coordinators{}; ///< of these, who may know the joint part of every incident
    };
    /// Makes the folder of a drill realm, all keys at once. Refuses when something is there already or a name
    /// does not do.
    static RealmFolder createDrill(std::filesystem::path const& folder, Plan const& plan);
    /// Makes the folder of a live realm out of the agencies' public halves; `passphrase` seals its root key.
    static RealmFolder createLive(std::filesystem::path const& folder, std::string const& name,
                                  std::string const& zone, std::vector<core::AgencyFile> const& agencies,
                                  Passphrase const& passphrase = {},
                                  std::vector<core::Code> const& coordinators = {});
    static RealmFolder open(std::filesystem::path const& folder);

    core::RealmFile const& realm() const { return m_realm; }
    core::Bytes const& realmBytes() const { return m_realmBytes; }
    std::filesystem::path const& path() const { return m_folder; }
    std::filesystem::path file() const;

    /// The next version of the realm, with one agency more.
    void add(core::AgencyFile const& agency, Passphrase const& passphrase = {});

    /// Certifies a desk with the agency's key, which a drill has here; it sees everything.
    core::Bytes enrol(core::AgencyIndex agency, core::EnrolmentRequest const& request,
                      core::Instant now) const;

  private:
    RealmFolder(std::filesystem::path folder, core::Bytes realmBytes, core::RealmFile realm);
    std::filesystem::path m_folder;
    core::Bytes m_realmBytes;
    core::RealmFile m_realm;
};

/// Reads and checks a realm file. Throws FileError.
core::RealmFile realmOf(core::ByteView bytes, std::filesystem::path const& file);
/// The same for a file that somebody handed over: `file` may be the folder that it lies in. EnrolmentRefusal
/// when it is not sound.
struct ReceivedRealm {
    core::RealmFile realm;
    core::Bytes bytes;
};
ReceivedRealm readRealm(std::filesystem::path const& file);

} // namespace ob::app

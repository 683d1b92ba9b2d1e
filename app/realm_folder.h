// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "core/identity/realm_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ob::app {

/// The folder that `realm create` makes: realm.obrealm (public) and, for a drill, keys/root.key and
/// keys/CODE.key. Whoever holds the keys folder can enrol desks of every agency in it: for demos, drills and
/// tests.
class RealmFolder {
  public:
    struct AgencyName {
        core::Code code;
        std::string nameZh;
        std::string nameEn;
    };
    struct Plan {
        std::string name;
        std::string zone;
        std::vector<AgencyName> agencies;
    };
    /// Makes the folder of a drill realm, all keys at once. Throws FileError when something is there already
    /// or a name does not do.
    static RealmFolder createDrill(std::filesystem::path const& folder, Plan const& plan);
    /// Throws FileError with what is wrong with it.
    static RealmFolder open(std::filesystem::path const& folder);

    core::RealmFile const& realm() const { return m_realm; }
    core::Bytes const& realmBytes() const { return m_realmBytes; }
    std::filesystem::path const& path() const { return m_folder; }

    /// Certifies a desk with the agency's key, counting desks so that every one has numbers of its own.
    core::Bytes enrol(core::AgencyIndex agency, core::PublicKey const& deskKey, core::Hash const& tlsKey,
                      std::string const& name, core::Instant now) const;

  private:
    RealmFolder(std::filesystem::path folder, core::Bytes realmBytes, core::RealmFile realm);
    std::filesystem::path m_folder;
    core::Bytes m_realmBytes;
    core::RealmFile m_realm;
};

/// Reads and checks a realm file. Throws FileError.
core::RealmFile realmOf(core::ByteView bytes, std::filesystem::path const& file);

/// Desk number n (from 0) of a block: the first takes half of it, the next half of the rest, and so on.
core::NumberBlock shareOf(core::NumberBlock block, std::uint32_t desk);

} // namespace ob::app

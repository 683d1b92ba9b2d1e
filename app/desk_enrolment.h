// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/desk_certificate.h"
#include "core/identity/enrolment_request.h"
#include "core/identity/realm_file.h"

#include <filesystem>
#include <optional>
#include <string>

namespace ob::app {

/// How a desk comes to be in a realm whose agency keeps its key elsewhere: the data folder has keys and a
/// realm file (pending), makes a request, takes the certificate that the agency signed. Later the same again
/// for a certificate with other terms. Throws FileError, EnrolmentRefusal, core::StoreError when a desk is
/// running there.
class DeskEnrolment {
  public:
    explicit DeskEnrolment(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    struct Request {
        core::EnrolmentRequest content;
        core::Bytes bytes;
        core::RealmFile realm;
        bool isRenewal = false; ///< there is a desk already; it keeps its keys
    };
    /// `realmFile`: a file or folder; needed the first time. `name`: nothing for a renewal keeps it.
    Request request(std::optional<std::filesystem::path> const& realmFile,
                    std::optional<std::string> const& name) const;

    struct Enrolled {
        core::DeskCertificate certificate;
        bool isRenewal = false;
    };
    /// From here on there is a desk; its logs are begun by `DeskHost`.
    Enrolled enrol(std::filesystem::path const& certificateFile) const;

    /// Takes a newer version of the realm file that the folder has.
    core::RealmFile takeRealm(std::filesystem::path const& file) const;

  private:
    std::filesystem::path m_folder;
};

} // namespace ob::app

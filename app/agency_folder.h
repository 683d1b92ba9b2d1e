// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/key_store.h"
#include "core/identity/agency_file.h"

#include <filesystem>

namespace ob::app {

/// What `agency create` makes: agency.key (the root, 0600), and CODE.obagency to hand over.
struct AgencyFolder {
    core::AgencyFile agency;
    std::filesystem::path publicFile;
};

struct AgencyNames {
    core::Code code;
    std::string nameZh;
    std::string nameEn;
};

/// Throws FileError when there is a key already, EnrolmentRefusal for names that do not do.
AgencyFolder createAgency(std::filesystem::path const& folder, AgencyNames const& names,
                          Passphrase const& passphrase = {});
/// A file that an agency handed over. Throws FileError, EnrolmentRefusal.
core::AgencyFile readAgencyFile(std::filesystem::path const& file);

} // namespace ob::app

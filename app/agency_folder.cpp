// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/agency_folder.h"

#include "app/enrolment_refusal.h"
#include "app/files.h"

#include <algorithm>

namespace ob::app {
namespace {

namespace fs = std::filesystem;

void checkNames(std::string const& nameZh, std::string const& nameEn) {
    checkName(nameZh, "the agency");
    checkName(nameEn, "the agency");
}

/// A code may hold a slash, a file name not.
std::string fileNameOf(core::Code const& code) {
    std::string name = code.text();
    std::ranges::replace(name, '/', '_');
    return name + ".obagency";
}

} // namespace

AgencyFolder createAgency(fs::path const& folder, AgencyNames const& names, Passphrase const& passphrase) {
    checkNames(names.nameZh, names.nameEn);
    auto const keyFile = folder / "agency.key";
    if (fs::exists(keyFile))
        throw FileError("there is an agency's key in " + folder.string() + " already: choose another folder");
    makePrivateFolder(folder);
    auto const key = makeKey(keyFile, passphrase);
    AgencyFolder made{.agency = {.code = names.code,
                                 .nameZh = names.nameZh,
                                 .nameEn = names.nameEn,
                                 .rootKey = key.publicKey()},
                      .publicFile = folder / fileNameOf(names.code)};
    writeFile(made.publicFile, core::encodeAgencyFile(made.agency, key));
    return made;
}

core::AgencyFile readAgencyFile(fs::path const& file) {
    auto agency = core::decodeAgencyFile(readFile(file));
    if (!agency)
        throw EnrolmentRefusal("badAgencyFile",
                               file.string()
                                   + " is not a sound agency file: get it again from the agency "
                                     "(agency create makes it)");
    checkNames(agency->nameZh, agency->nameEn);
    return *std::move(agency);
}

} // namespace ob::app

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"
#include "core/journal/bundle_check.h"

#include <filesystem>

namespace ob::app {

/// The files in one ordinary ZIP archive. Throws FileError.
core::Bytes zipped(core::BundleFiles const& files, core::Instant at);

/// What is in an archive that may be anything: only files that a bundle can have are unpacked, never to disk,
/// and never more than maxBundleBytes of them.
struct Unzipped {
    core::BundleFiles files;
    std::vector<core::BundleFinding>
        findings; ///< entries twice, damaged or of a name that a bundle does not have
};
/// Throws FileError with what to do when it is no whole ZIP archive, or too large.
Unzipped unzipped(std::filesystem::path const& file);

} // namespace ob::app

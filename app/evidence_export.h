// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/archive_reader.h"
#include "core/journal/evidence_bundle.h"

#include <string>
#include <vector>

namespace ob::app {

enum class Personal { LeftOut, OfOwnAgency };

struct EvidenceWish {
    std::vector<core::IncidentId> incidents;
    Personal personal = Personal::LeftOut;
    core::BundleManifest head; ///< who, when, program, language, from and to: the rest is filled in
};

/// Gathers what the desk holds of these incidents, with proofs from the newest signed heads. Throws FileError
/// when that is more than a bundle may hold, core::StoreError when storage is damaged.
core::EvidenceBundle gatherEvidence(ArchiveReader& archive, EvidenceWish const& wish);

} // namespace ob::app

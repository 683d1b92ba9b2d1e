// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/evidence_bundle.h"

namespace ob::core {

/// A small evidence bundle of realmOf(2), made by desk 1 of agency 0: one incident with four entries (one
/// with joint, own and personal parts, the personal ones withheld), the unit of agency 1 that it names, a
/// cosignature of agency 1 on an older head, a settlement by agency 0.
EvidenceBundle smallBundle();
/// With these files; the page is only a text.
BundleFiles filesOf(EvidenceBundle bundle);
/// The same, signed by another key than that of desk 1.
BundleFiles filesSignedBy(EvidenceBundle bundle, SecretKey const& key);

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/bundle_check.h"

namespace ob::core {

/// Certificates, log ids, heads, cosignatures and statements.
void checkBundledLogs(EvidenceBundle const& bundle, RealmFile const& realm, BundleCheck& check);
/// Proofs, headers, sections, streams and parents.
void checkBundledEvents(EvidenceBundle const& bundle, RealmFile const& realm, BundleCheck& check);

} // namespace ob::core

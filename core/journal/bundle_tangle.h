// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/evidence_bundle.h"

namespace ob::core {

/// For each stream, its events times the most chains that core/fold can cut it into: what a fold keeps in
/// memory. Cheap, whatever the bundle is.
std::map<StreamId, std::uint64_t> tanglesOf(EvidenceBundle const& bundle);

} // namespace ob::core

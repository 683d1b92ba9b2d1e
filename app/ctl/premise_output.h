// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/premise_records.h"
#include "core/ports.h"
#include "core/premise/premise_reading.h"

#include <optional>

namespace ob::app {

// What `premise` says, for people and for programs.

/// {"report": {"rows", "made", "replaced", "removed", "refused": [{"line", "reason", "column", "value",
/// "text"}], "refusedLeftOut", "ignoredColumns"}}. `taken`: nothing when nothing was.
void printPremiseReport(core::PremiseReading const& reading,
                        std::optional<PremiseRecords::Taken> const& taken, bool json);
void printPremise(core::PremiseFound const& found, core::HazardBook const& hazards, bool json);
void printAsking(core::ContactAsking const& asking, core::ZonePort& zone, bool json);
void printHazard(core::HazardKind const& kind, bool json);

} // namespace ob::app

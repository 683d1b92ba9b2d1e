// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "core/fix.h"
#include "core/incident.h"
#include "core/unit.h"

#include <memory>
#include <vector>

namespace ob::core {

/// What changed on the board, as immutable values: safe to hand to another thread.
struct ChangeSet {
    std::vector<std::shared_ptr<Incident const>> incidents;
    std::vector<std::shared_ptr<Unit const>> units;
    std::vector<std::shared_ptr<AgencyPolicy const>> policies;
    std::vector<IncidentId> retired; ///< left the board, also when `incidents` names them
    bool conflictsChanged = false;
    std::vector<UnitFix> fixes; ///< newer positions, by unit, each once

    /// What changed after that. What left the board and came back is on it.
    void add(ChangeSet&& later);
    bool isEmpty() const {
        return incidents.empty() && units.empty() && policies.empty() && retired.empty() && !conflictsChanged
               && fixes.empty();
    }
};

} // namespace ob::core

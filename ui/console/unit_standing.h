// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/deadlines/time_limit.h"
#include "ui/map/marks.h"
#include "ui/text/wording.h"

#include <memory>
#include <optional>

namespace ob::ui {

/// A position older than this is stale (workflow.md, Clocks).
constexpr core::Duration fixLimit = core::Duration::ofMinutes(2);

/// What a unit is doing, as every panel and the map show it.
struct UnitStanding {
    MarkState state = MarkState::Available;
    std::shared_ptr<core::Incident const> incident; ///< that it works on; null: none
    core::Assignment const* assignment = nullptr;   ///< inside of it
    core::Instant since;                            ///< of the state
    bool isUndelivered = false;                     ///< it was sent and does not know yet
    std::optional<core::TimeLimit> overdue;         ///< the limit of its own that is over
    bool isDoubly = false;                          ///< on several incidents
};

UnitStanding standingOf(core::Unit const& unit, core::Board const& board, core::RuleBook const& rules,
                        core::Instant now);
/// 到场 1042, 待命, 停勤 故障.
QString standingText(core::Unit const& unit, UnitStanding const& standing, Wording const& wording);
MarkState markStateOf(core::AssignmentState state);
/// The last four digits, as they are spoken.
QString spokenNumber(core::IncidentNumber number);

} // namespace ob::ui

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/deadlines/time_limit.h"

#include <memory>
#include <optional>
#include <vector>

namespace ob::core {

/// An open incident, or one that waits for its check, as it stands in the queue.
struct QueueEntry {
    std::shared_ptr<Incident const> incident; ///< never null
    std::optional<TimeLimit> next;            ///< the one that is due first
    bool isOverdue = false;                   ///< that one is over
    bool hasDistress = false;                 ///< a unit on it calls for help, or called from it
};

/// In the order of need: distress, overdue, then priority, then what is due first, then number. What only
/// waits for its check comes after all that is open.
std::vector<QueueEntry> workQueueOf(Board const& board, RuleBook const& rules, Instant now);
/// The same out of what it was earlier, when nothing but the incidents `changed` and units have changed
/// since: what it costs depends on how many move, hardly on how many there are.
void updateWorkQueue(std::vector<QueueEntry>& queue, std::vector<IncidentId> const& changed,
                     Board const& board, RuleBook const& rules, Instant now);

/// What is said of the board anywhere comes from here, so that no two places disagree.
struct BoardCounts {
    struct Units {
        std::size_t onDuty = 0;    ///< everything but off duty
        std::size_t engaged = 0;   ///< with an active assignment
        std::size_t available = 0; ///< dispatchable
        std::size_t outOfService = 0;
        friend bool operator==(Units const&, Units const&) = default;
    };
    std::size_t open = 0;      ///< incidents
    std::size_t toCheck = 0;   ///< resolved, wait for a check
    std::size_t own = 0;       ///< open, this agency answers for them
    std::size_t overdue = 0;   ///< open, with a limit that is over
    std::size_t distress = 0;  ///< units that call for help
    std::size_t conflicts = 0; ///< not settled
    Units units;
    std::vector<Units> byAgency; ///< by AgencyIndex
    friend bool operator==(BoardCounts const&, BoardCounts const&) = default;
};
BoardCounts countsOf(Board const& board, std::vector<QueueEntry> const& queue,
                     std::vector<Conflict> const& conflicts, AgencyIndex own);

} // namespace ob::core

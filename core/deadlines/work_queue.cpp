// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/deadlines/work_queue.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace ob::core {
namespace {

/// Incidents where somebody calls for help: where the unit is sent, and where it worked when it called, so
/// that a release meanwhile hides nothing.
std::unordered_set<IncidentId> incidentsInDistress(Board const& board) {
    std::unordered_set<IncidentId> found;
    for (auto const& [id, unit] : board.units()) {
        if (!unit->distress) continue;
        found.insert(board.survivorOf(unit->distress->incident));
        for (auto const& active : board.activeAssignments(id))
            found.insert(active.incident);
    }
    return found;
}

void count(Unit const& unit, Board const& board, BoardCounts::Units& counts) {
    if (unit.duty == DutyState::OffDuty) return;
    ++counts.onDuty;
    if (!board.activeAssignments(unit.id).empty())
        ++counts.engaged;
    else if (board.isDispatchable(unit.id))
        ++counts.available;
    else if (unit.duty == DutyState::Unavailable)
        ++counts.outOfService;
}

} // namespace

std::vector<QueueEntry> workQueueOf(Board const& board, RuleBook const& rules, Instant now) {
    std::vector<QueueEntry> queue;
    auto const inDistress = incidentsInDistress(board);
    for (auto const& [id, incident] : board.incidents()) {
        if (!incident->isOpen() && incident->state != IncidentState::Resolved) continue;
        QueueEntry entry{
            .incident = incident, .next = {}, .isOverdue = false, .hasDistress = inDistress.contains(id)};
        auto const limits = timeLimitsOf(*incident, rules);
        if (!limits.empty()) {
            entry.next = limits.front();
            entry.isOverdue = limits.front().due < now;
        }
        queue.push_back(std::move(entry));
    }
    auto const latest = *Instant::ofMilliseconds(Instant::max);
    std::ranges::sort(queue, {}, [latest](QueueEntry const& entry) {
        auto const& incident = *entry.incident;
        return std::tuple(!entry.hasDistress, !incident.isOpen(), !entry.isOverdue, incident.priority,
                          entry.next ? entry.next->due : latest, incident.number, incident.id);
    });
    return queue;
}

BoardCounts countsOf(Board const& board, std::vector<QueueEntry> const& queue,
                     std::vector<Conflict> const& conflicts, AgencyIndex own) {
    BoardCounts counts;
    for (auto const& entry : queue) {
        if (!entry.incident->isOpen()) {
            ++counts.toCheck;
            continue;
        }
        ++counts.open;
        if (entry.incident->responsible() == own) ++counts.own;
        if (entry.isOverdue) ++counts.overdue;
    }
    for (auto const& [id, unit] : board.units()) {
        if (counts.byAgency.size() <= unit->agency.value) counts.byAgency.resize(unit->agency.value + 1U);
        count(*unit, board, counts.byAgency[unit->agency.value]);
        if (unit->distress) ++counts.distress;
    }
    for (auto const& agency : counts.byAgency) {
        counts.units.onDuty += agency.onDuty;
        counts.units.engaged += agency.engaged;
        counts.units.available += agency.available;
        counts.units.outOfService += agency.outOfService;
    }
    counts.conflicts = static_cast<std::size_t>(
        std::ranges::count_if(conflicts, [](Conflict const& conflict) { return !conflict.settled; }));
    return counts;
}

} // namespace ob::core

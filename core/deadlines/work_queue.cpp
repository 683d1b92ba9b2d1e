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

bool isQueued(Incident const& incident) {
    return incident.isOpen() || incident.state == IncidentState::Resolved;
}

QueueEntry entryOf(std::shared_ptr<Incident const> const& incident, RuleBook const& rules, Instant now,
                   bool hasDistress) {
    QueueEntry entry{.incident = incident, .next = {}, .isOverdue = false, .hasDistress = hasDistress};
    auto const limits = timeLimitsOf(*incident, rules);
    if (limits.empty()) return entry;
    entry.next = limits.front();
    entry.isOverdue = limits.front().due < now;
    return entry;
}

auto needOf(QueueEntry const& entry) {
    auto const& incident = *entry.incident;
    auto const latest = *Instant::ofMilliseconds(Instant::max);
    return std::tuple(!entry.hasDistress, !incident.isOpen(), !entry.isOverdue, incident.priority,
                      entry.next ? entry.next->due : latest, incident.number, incident.id);
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
    for (auto const& [id, incident] : board.incidents())
        if (isQueued(*incident)) queue.push_back(entryOf(incident, rules, now, inDistress.contains(id)));
    std::ranges::sort(queue, {}, needOf);
    return queue;
}

void updateWorkQueue(std::vector<QueueEntry>& queue, std::vector<IncidentId> const& changed,
                     Board const& board, RuleBook const& rules, Instant now) {
    auto const inDistress = incidentsInDistress(board);
    std::unordered_set<IncidentId> moving(changed.begin(), changed.end());
    for (auto const& entry : queue) {
        bool const isOverdue = entry.next && entry.next->due < now;
        if (isOverdue != entry.isOverdue || inDistress.contains(entry.incident->id) != entry.hasDistress)
            moving.insert(entry.incident->id);
    }
    if (moving.empty()) return;
    if (moving.size() > queue.size() / 4 + 16) {
        queue = workQueueOf(board, rules, now);
        return;
    }
    std::erase_if(queue, [&](QueueEntry const& entry) { return moving.contains(entry.incident->id); });
    for (auto const& id : moving) {
        auto const incident = board.incident(id);
        if (!incident || !isQueued(*incident)) continue;
        auto entry = entryOf(incident, rules, now, inDistress.contains(id));
        auto const place = std::ranges::upper_bound(queue, needOf(entry), {}, needOf);
        queue.insert(place, std::move(entry));
    }
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

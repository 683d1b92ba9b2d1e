// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/live_board.h"

#include <algorithm>

namespace ob::core {

void LiveBoard::restore(StreamId stream, ByteView snapshot, std::uint64_t held) {
    auto fold = StreamFold::restore(snapshot);
    if (!fold || fold->eventCount() != held || fold->id() != stream) {
        m_stale.insert(stream);
        return;
    }
    std::uint64_t const count = fold->eventCount();
    m_held.insert_or_assign(stream, Held{std::move(*fold), count});
    noteChanged(stream);
}

void LiveBoard::take(Event const& event) {
    StreamId const stream = event.stream();
    if (m_stale.contains(stream)) return; // comes with the reload
    auto const found = m_held.find(stream);
    if (found == m_held.end()) {
        m_stale.insert(stream); // of the archive, or others may have waited for this one since the last start
    } else {
        switch (found->second.fold.append(event)) {
        case StreamFold::Appended::Duplicate: return;
        case StreamFold::Appended::NeedsRefold: m_stale.insert(stream); break;
        case StreamFold::Appended::Yes:
        case StreamFold::Appended::Waiting: break;
        }
    }
    noteChanged(stream);
}

void LiveBoard::takeOwn(Event const& event) {
    if (!event.creates()) return take(event);
    m_held.insert_or_assign(event.stream(), Held{StreamFold::of({event}), 0});
    noteChanged(event.stream());
}

void LiveBoard::noteChanged(StreamId stream) {
    if (m_changedSet.insert(stream).second) m_changed.push_back(stream);
}

void LiveBoard::refold(StreamId stream) {
    auto const events = m_load(stream);
    if (events.empty()) {
        m_held.erase(stream);
        return;
    }
    m_held.insert_or_assign(stream, Held{StreamFold::of(events), 0});
}

void LiveBoard::publish(StreamFold const& fold, ChangeSet& changes) {
    auto incident = fold.incident();
    auto unit = fold.unit();
    auto policy = fold.policy();
    // What created it does not count any more, or is not known yet.
    if (!incident && !unit && !policy) return withdraw(fold.id(), changes);
    m_board.settle(fold.id(), fold.settled(), changes);
    if (incident) m_board.put(std::move(incident), changes);
    if (unit) m_board.put(std::move(unit), changes);
    if (policy) m_board.put(std::move(policy), changes);
}

void LiveBoard::withdraw(StreamId stream, ChangeSet& changes) {
    m_board.retire(stream, changes);
    m_board.withdraw(stream, changes);
}

ChangeSet LiveBoard::settle() {
    ChangeSet changes;
    for (StreamId const stream : m_stale) {
        refold(stream);
        noteChanged(stream);
    }
    m_stale.clear();
    for (StreamId const stream : m_changed) {
        auto const found = m_held.find(stream);
        if (found == m_held.end())
            withdraw(stream, changes);
        else
            publish(found->second.fold, changes);
    }
    m_changed.clear();
    m_changedSet.clear();
    return changes;
}

std::vector<EventId> LiveBoard::heads(StreamId stream) {
    if (m_stale.erase(stream) != 0 || !m_held.contains(stream)) {
        refold(stream);
        noteChanged(stream);
    }
    auto const found = m_held.find(stream);
    if (found == m_held.end()) return {};
    auto heads = found->second.fold.heads();
    if (heads.size() > EventHeader::maxParents) heads.resize(EventHeader::maxParents);
    return heads;
}

StreamFold const* LiveBoard::fold(StreamId stream) const {
    auto const found = m_held.find(stream);
    return found == m_held.end() ? nullptr : &found->second.fold;
}

std::vector<StreamId> LiveBoard::retireEndedBefore(Instant before, ChangeSet& changes) {
    std::vector<StreamId> retired;
    std::unordered_set<StreamId> disputed;
    for (Conflict const& conflict : m_board.conflicts()) {
        disputed.insert(conflict.stream);
        disputed.insert(conflict.concerned.begin(), conflict.concerned.end());
    }
    for (auto const& [id, incident] : m_board.incidents()) {
        bool const ended =
            incident->state != IncidentState::Open && incident->state != IncidentState::Resolved;
        // The units of a merged one may go on under the survivor for long.
        if (!ended || incident->hasActiveAssignment() || disputed.contains(id)) continue;
        if (incident->closedAt && *incident->closedAt < before) retired.push_back(id);
    }
    std::sort(retired.begin(), retired.end());
    for (StreamId const id : retired) {
        m_board.retire(id, changes);
        m_held.erase(id);
    }
    return retired;
}

std::vector<StreamId> LiveBoard::dueForSnapshot(std::uint64_t events) {
    std::vector<StreamId> due;
    for (auto& [id, held] : m_held) {
        if (held.fold.eventCount() < held.snapshotCount + events) continue;
        held.snapshotCount = held.fold.eventCount();
        due.push_back(id);
    }
    std::sort(due.begin(), due.end());
    return due;
}

} // namespace ob::core

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/live_board.h"

#include <algorithm>

namespace ob::core {

void LiveBoard::restore(StreamId stream, ByteView snapshot, std::uint64_t held) {
    auto fold = StreamFold::restore(snapshot);
    if (!fold || fold->eventCount() != held || fold->id() != stream) {
        reload(stream);
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
        reload(stream); // of the archive, or others may have waited for this one since the last start
        return;
    }
    switch (found->second.fold.append(event)) {
    case StreamFold::Appended::Duplicate: return;
    case StreamFold::Appended::NeedsRefold: return reload(stream);
    case StreamFold::Appended::Yes:
    case StreamFold::Appended::Waiting: noteChanged(stream);
    }
}

void LiveBoard::takeOwn(Event const& event) {
    if (!event.creates()) return take(event);
    m_held.insert_or_assign(event.stream(), Held{StreamFold::of({event}), 0});
    noteChanged(event.stream());
}

void LiveBoard::noteChanged(StreamId stream) {
    if (m_changedSet.insert(stream).second) m_changed.push_back(stream);
}

void LiveBoard::reload(StreamId stream) {
    if (m_stale.insert(stream).second) m_staleOrder.push_back(stream);
}

std::size_t LiveBoard::refold(StreamId stream) {
    m_stale.erase(stream);
    noteChanged(stream);
    auto const events = m_load(stream);
    if (events.empty())
        m_held.erase(stream);
    else
        m_held.insert_or_assign(stream, Held{StreamFold::of(events), 0});
    return events.size();
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

ChangeSet LiveBoard::settle(std::size_t most) {
    std::deque<StreamId> left;
    std::size_t done = 0;
    while (!m_staleOrder.empty()) {
        StreamId const stream = m_staleOrder.front();
        m_staleOrder.pop_front();
        if (!m_stale.contains(stream)) continue;
        // What is not in memory may be of the archive: nothing else would say that it is back.
        if (done < most || !m_held.contains(stream))
            done += std::max<std::size_t>(1, refold(stream));
        else
            left.push_back(stream);
    }
    m_staleOrder = std::move(left);
    return publishChanged();
}

ChangeSet LiveBoard::settle(std::vector<StreamId> const& streams) {
    for (StreamId const stream : streams)
        if (m_stale.contains(stream)) refold(stream);
    return publishChanged();
}

ChangeSet LiveBoard::publishChanged() {
    ChangeSet changes;
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
    if (m_stale.contains(stream) || !m_held.contains(stream)) refold(stream);
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

std::vector<StreamId> LiveBoard::waiting() const {
    std::vector<StreamId> waiting;
    for (auto const& [stream, held] : m_held)
        if (!held.fold.waiting().empty()) waiting.push_back(stream);
    return waiting;
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
        if (!ended || incident->hasActiveAssignment() || disputed.contains(id) || isStale(id)) continue;
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
        if (held.fold.eventCount() < held.snapshotCount + events || isStale(id)) continue;
        held.snapshotCount = held.fold.eventCount();
        due.push_back(id);
    }
    std::sort(due.begin(), due.end());
    return due;
}

} // namespace ob::core

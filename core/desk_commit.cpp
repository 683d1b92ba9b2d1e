// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk.h"
#include "core/ensure.h"

#include <algorithm>

namespace ob::core {

std::vector<SearchEntry> Desk::searchEntries(ChangeSet const& changes,
                                             std::vector<std::pair<StreamId, Hash>> const& lookups) const {
    std::vector<SearchEntry> entries;
    std::unordered_map<StreamId, std::size_t> newest;
    for (std::size_t index = 0; index < changes.incidents.size(); ++index)
        newest[changes.incidents[index]->id] = index;
    for (std::size_t index = 0; index < changes.incidents.size(); ++index) {
        Incident const& incident = *changes.incidents[index];
        if (newest.at(incident.id) != index) continue;
        SearchEntry entry;
        entry.stream = incident.id;
        entry.number = incident.number.text();
        entry.address = incident.address.value_or("");
        entry.text = entry.number + '\n' + entry.address + '\n' + incident.type.text() + '\n';
        if (auto const* const type = m_around.rules.type(incident.type.text()))
            entry.text += type->name.zh + '\n' + type->name.en + '\n';
        for (auto const& assignment : incident.assignments)
            if (auto const unit = m_live.board().unit(assignment.unit))
                entry.text += unit->callsign.text() + '\n';
        entry.text += incident.sourceId.text() + '\n' + incident.narrative;
        for (auto const& [stream, key] : lookups)
            if (stream == incident.id) entry.lookupKeys.push_back(key);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<EncodedHead> Desk::signHeads() {
    std::vector<EncodedHead> heads;
    for (auto& own : m_own) {
        if (own.signedSize == own.author.size()) continue;
        heads.push_back(own.author.signHead());
        own.signedSize = own.author.size();
    }
    return heads;
}

StreamSnapshot Desk::ownSnapshot() const {
    DeskState state;
    state.lastNumbers = m_mint.last();
    state.shreddings = m_shreddings;
    for (auto const& own : m_own)
        state.frontiers.push_back({.log = own.author.id(), .range = own.author.range()});
    return {.stream = m_ownStream, .kind = StreamKind::Desk, .onBoard = true, .state = state.encode()};
}

/// The forgetting is committed before the words go: whoever audits finds the reason for every gap.
void Desk::shredForgotten() {
    if (m_shreddings.empty() || !m_flights.empty() || !m_pending.events.empty()) return;
    auto const shreddings = std::exchange(m_shreddings, {});
    for (auto const& each : shreddings) {
        m_around.journal.shred(each.log, each.sequence, each.section);
        m_live.reload(each.stream);
    }
    m_pending.changes.add(m_live.settle());
    // A snapshot from before holds the words as well.
    for (auto const& each : shreddings)
        if (auto const* const fold = m_live.fold(each.stream))
            m_pending.snapshots.push_back(
                {.stream = each.stream, .kind = fold->kind(), .onBoard = true, .state = {}});
    m_pending.snapshots.push_back(ownSnapshot());
}

bool Desk::flush() {
    if (!m_readOnly) shredForgotten();
    if (m_pending.isEmpty() || m_readOnly) return false;
    Pending pending = std::exchange(m_pending, {});
    JournalBatch batch;
    batch.events = pending.events;
    batch.heads = signHeads();
    batch.search = searchEntries(pending.changes, pending.lookups);
    batch.snapshots = std::move(pending.snapshots);
    batch.sources = std::move(pending.sources);
    batch.importedNumbers = std::move(pending.importedNumbers);
    batch.arrivedAt = m_around.clock.now();
    bool const minted = std::any_of(pending.events.begin(), pending.events.end(), [](auto const& event) {
        return event.creates && event.streamKind == StreamKind::Incident;
    });
    if (minted || !m_shreddings.empty()) batch.snapshots.push_back(ownSnapshot());
    Flight flight;
    flight.heads = batch.heads;
    flight.events = std::move(pending.events);
    flight.replies = std::move(pending.replies);
    flight.changes = std::move(pending.changes);
    // Told only by `committed` or `failed`, which may come before `append` returns.
    m_flights.push_back(std::move(flight));
    m_around.journal.append(std::move(batch));
    return true;
}

void Desk::onCommitted(JournalToken) {
    OB_ENSURE(!m_flights.empty());
    Flight flight = std::move(m_flights.front());
    m_flights.pop_front();
    for (auto const& head : flight.heads)
        for (auto& own : m_own) {
            if (own.author.id() != head.log) continue;
            own.author.committed(head.size);
            own.committedSize = head.size;
        }
    if (m_publish && !flight.changes.isEmpty()) m_publish(flight.changes);
    for (auto const& [reply, receipt] : flight.replies)
        reply(receipt);
}

/// Nothing of this batch, nor of what came after it, is kept: the board goes back to what is saved.
void Desk::onFailed(JournalToken, std::string const& reason) {
    m_readOnly = true;
    m_readOnlyReason = reason;
    std::vector<std::pair<Reply, Receipt>> replies;
    auto const drop = [&](auto& lost) {
        for (auto const& event : lost.events)
            m_live.reload(event.stream);
        // Archived, or without words that were forgotten before: said to nobody, so it is said again.
        for (StreamId const archived : lost.changes.retired)
            m_live.reload(archived);
        for (auto const& incident : lost.changes.incidents)
            m_live.reload(incident->id);
        for (auto const& unit : lost.changes.units)
            m_live.reload(unit->id);
        replies.insert(replies.end(), std::make_move_iterator(lost.replies.begin()),
                       std::make_move_iterator(lost.replies.end()));
    };
    for (auto& flight : m_flights)
        drop(flight);
    drop(m_pending);
    m_flights.clear();
    m_pending = {};
    m_shreddings.clear();
    for (auto& own : m_own) {
        own.author.rollBackTo(own.committedSize);
        own.signedSize = own.committedSize;
    }
    auto const changes = m_live.settle();
    if (m_publish && !changes.isEmpty()) m_publish(changes);
    Result<Receipt> const refused = tl::unexpected(Refusal{RefusalCode::StorageReadOnly, {reason}});
    for (auto const& [reply, receipt] : replies)
        reply(refused);
}

void Desk::addSnapshots(std::vector<StreamId> const& streams) {
    for (StreamId const id : streams) {
        auto const* const fold = m_live.fold(id);
        // Where an event waits for its ancestor, there is nothing to remember yet, perhaps not even a kind.
        if (auto state = fold->snapshot(); !state.empty())
            m_pending.snapshots.push_back(
                {.stream = id, .kind = fold->kind(), .onBoard = true, .state = std::move(state)});
    }
}

void Desk::tick() {
    if (m_readOnly) return;
    Instant const now = m_around.clock.now();
    Instant const before = now + Duration::ofMilliseconds(-keepEnded.milliseconds());
    for (StreamId const id : m_live.retireEndedBefore(before, m_pending.changes))
        m_pending.snapshots.push_back(
            {.stream = id, .kind = StreamKind::Incident, .onBoard = false, .state = {}});
    addSnapshots(m_live.dueForSnapshot(snapshotEvery));
    std::uint64_t const written = m_own[0].author.size() + m_own[1].author.size();
    if (written < m_rememberedSize + rememberEvery) return;
    m_rememberedSize = written;
    m_pending.snapshots.push_back(ownSnapshot());
}

void Desk::close() {
    if (m_readOnly) return;
    tick();
    addSnapshots(m_live.dueForSnapshot(1));
    m_pending.snapshots.push_back(ownSnapshot());
    flush();
}

} // namespace ob::core

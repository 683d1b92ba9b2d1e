// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk.h"
#include "core/ensure.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace ob::core {

SearchEntry Desk::searchEntry(Incident const& incident, Pending const& pending) const {
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
    for (auto const& [stream, key] : pending.lookups)
        if (stream == incident.id) entry.lookupKeys.push_back(key);
    return entry;
}

/// A snapshot says that the next start need not fold the stream, so nothing of it may be unindexed.
std::vector<SearchEntry> Desk::searchEntries(Pending const& pending) {
    Instant const now = m_around.clock.now();
    auto const isLongAgo = [&](Instant at) { return now - at >= indexEvery || now < at; };
    std::unordered_set<StreamId> atOnce;
    for (auto const& snapshot : pending.snapshots)
        atOnce.insert(snapshot.stream);
    for (auto const& [stream, key] : pending.lookups)
        atOnce.insert(stream);
    std::unordered_map<StreamId, Incident const*> newest;
    for (auto const& incident : pending.changes.incidents)
        newest[incident->id] = incident.get();
    for (auto const& [stream, incident] : newest) {
        auto const before = m_indexed.find(stream);
        bool const mayWait = before != m_indexed.end() && !isLongAgo(before->second);
        auto const since = m_unindexed.try_emplace(stream, mayWait ? now : Instant{}).first->second;
        if (isLongAgo(since)) atOnce.insert(stream);
    }
    std::vector<SearchEntry> entries;
    for (auto waiting = m_unindexed.begin(); waiting != m_unindexed.end();) {
        auto const& [stream, since] = *waiting;
        if (!isLongAgo(since) && !atOnce.contains(stream)) {
            ++waiting;
            continue;
        }
        auto const changed = newest.find(stream);
        auto const onBoard = m_live.board().incident(stream);
        auto const* const incident = changed != newest.end() ? changed->second : onBoard.get();
        if (incident != nullptr) entries.push_back(searchEntry(*incident, pending));
        if (m_indexed.size() >= maxIndexed) m_indexed.clear();
        m_indexed[stream] = now;
        waiting = m_unindexed.erase(waiting);
    }
    return entries;
}

bool Desk::isIndexingDue() const {
    if (m_unindexed.empty()) return false;
    Instant const now = m_around.clock.now();
    return std::ranges::any_of(
        m_unindexed, [&](auto const& each) { return now - each.second >= indexEvery || now < each.second; });
}

void Desk::indexNow() {
    Instant const now = m_around.clock.now();
    for (auto const& [stream, since] : std::exchange(m_unindexed, {}))
        if (auto const incident = m_live.board().incident(stream)) {
            m_pending.search.push_back(searchEntry(*incident, m_pending));
            m_indexed[stream] = now;
        }
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
    std::vector<StreamId> forgotten;
    for (auto const& each : shreddings) {
        m_around.journal.shred(each.log, each.sequence, each.section);
        m_live.reload(each.stream);
        forgotten.push_back(each.stream);
    }
    m_pending.changes.add(m_live.settle(forgotten)); // at once: the board must not show them any more
    // A snapshot from before holds the words as well.
    for (auto const& each : shreddings)
        if (auto const* const fold = m_live.fold(each.stream))
            m_pending.snapshots.push_back(
                {.stream = each.stream, .kind = fold->kind(), .onBoard = true, .state = {}});
    m_pending.snapshots.push_back(ownSnapshot());
}

bool Desk::settleSome() {
    if (m_readOnly || m_live.stale().empty()) return false;
    m_pending.changes.add(m_live.settle(m_around.foldsAtOnce));
    return true;
}

bool Desk::flush() {
    if (m_readOnly) return false;
    shredForgotten();
    if (m_pending.isEmpty() && !isIndexingDue()) return false;
    Pending pending = std::exchange(m_pending, {});
    JournalBatch batch = std::move(pending.remote);
    batch.events = pending.events;
    for (EncodedEvent& event : batch.events)
        event.decoded.reset();
    auto const ownHeads = signHeads();
    batch.heads.insert(batch.heads.end(), ownHeads.begin(), ownHeads.end());
    batch.search = std::exchange(pending.search, {});
    for (auto& entry : searchEntries(pending))
        batch.search.push_back(std::move(entry));
    batch.snapshots = std::move(pending.snapshots);
    batch.sources = std::move(pending.sources);
    batch.importedNumbers = std::move(pending.importedNumbers);
    batch.arrivedAt = m_around.clock.now();
    bool const minted = std::any_of(pending.events.begin(), pending.events.end(), [](auto const& event) {
        return event.creates && event.streamKind == StreamKind::Incident;
    });
    if (minted || !m_shreddings.empty()) batch.snapshots.push_back(ownSnapshot());
    Flight flight;
    flight.commit.heads = batch.heads;
    flight.stored = std::move(pending.stored);
    flight.commit.disclosed = batch.disclosed;
    flight.commit.events = std::move(pending.events);
    flight.replies = std::move(pending.replies);
    flight.changes = std::move(pending.changes);
    // Told only by `committed` or `failed`, which may come before `append` returns.
    m_flights.push_back(std::move(flight));
    m_around.journal.append(std::move(batch));
    return true;
}

/// A section that came late is read with its whole stream, from where it is now: at once, or when there are
/// many with the next flush.
void Desk::noteCommitted(Flight& flight) {
    // Once for each stream: thousands may belong to one.
    std::set<StreamId> streams;
    std::unordered_set<EventId> committed;
    for (auto const& encoded : flight.commit.events) {
        streams.insert(encoded.stream);
        committed.insert(encoded.leaf);
    }
    for (StreamId const stream : streams) {
        auto const waiting = m_uncommitted.find(stream);
        if (waiting == m_uncommitted.end()) continue;
        std::erase_if(waiting->second, [&](Event const& each) { return committed.contains(each.id()); });
        if (waiting->second.empty()) m_uncommitted.erase(waiting);
    }
    std::set<StreamId> changed;
    for (auto const& [log, sequence, section] : flight.commit.disclosed)
        for (auto const& encoded : m_around.journal.range(log, sequence, sequence + 1))
            if (!encoded.stream.isNil()) changed.insert(encoded.stream);
    // Decided while a revocation came.
    for (auto const& encoded : flight.commit.events)
        if (!encoded.isStub()
            && m_around.admissions.admissionOf(encoded.log, encoded.sequence) == Admission::Voided)
            changed.insert(encoded.stream);
    for (StreamId const stream : changed)
        m_live.reload(stream);
    constexpr std::size_t few = 64;
    if (changed.size() <= few) flight.changes.add(m_live.settle({changed.begin(), changed.end()}));
}

void Desk::onCommitted(JournalToken) {
    OB_ENSURE(!m_flights.empty());
    Flight flight = std::move(m_flights.front());
    m_flights.pop_front();
    noteCommitted(flight);
    for (auto const& head : flight.commit.heads)
        for (auto& own : m_own) {
            if (own.author.id() != head.log) continue;
            own.author.committed(head.size);
            own.committedSize = head.size;
        }
    bool const isOfInterest = !flight.commit.events.empty() || !flight.commit.disclosed.empty();
    if (m_committed && isOfInterest) m_committed(flight.commit);
    if (m_publish && !flight.changes.isEmpty()) m_publish(flight.changes);
    for (auto const& [reply, receipt] : flight.replies)
        reply(receipt);
    for (auto const& stored : flight.stored)
        stored(true);
}

/// Nothing of this batch, nor of what came after it, is kept: the board goes back to what is saved.
void Desk::onFailed(JournalToken, std::string const& reason) {
    m_readOnly = true;
    m_readOnlyReason = reason;
    std::vector<std::pair<Reply, Receipt>> replies;
    std::vector<Stored> notStored;
    m_uncommitted.clear();
    auto const drop = [&](std::vector<EncodedEvent> const& events, auto& lost) {
        for (auto const& event : events)
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
        notStored.insert(notStored.end(), lost.stored.begin(), lost.stored.end());
    };
    for (auto& flight : m_flights)
        drop(flight.commit.events, flight);
    drop(m_pending.events, m_pending);
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
    for (auto const& stored : notStored)
        stored(false);
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
    indexNow(); // what has left the board is not indexed any more
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

// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk.h"

#include "core/ensure.h"
#include "core/event_body.h"
#include "core/restricted_parts.h"

#include <algorithm>

namespace ob::core {
namespace {

void merge(ChangeSet& into, ChangeSet&& more) {
    auto const append = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    // What left the board and came back is on it.
    if (!into.retired.empty())
        for (auto const& incident : more.incidents)
            std::erase(into.retired, incident->id);
    append(into.incidents, more.incidents);
    append(into.units, more.units);
    append(into.policies, more.policies);
    append(into.retired, more.retired);
    into.conflictsChanged = into.conflictsChanged || more.conflictsChanged;
}

} // namespace

Desk::Desk(DeskProfile profile, Surroundings surroundings, LogAuthor live, LogAuthor bulk)
    : m_profile(std::move(profile)), m_around(std::move(surroundings)),
      m_own{OwnLog(std::move(live)), OwnLog(std::move(bulk))},
      m_live([this](StreamId stream) { return events(stream); }),
      m_mint(m_profile.numberFirst, m_profile.numberLast) {
    m_around.journal.listen(
        {.committed = [this](JournalToken token) { onCommitted(token); },
         .failed = [this](JournalToken token, std::string const& reason) { onFailed(token, reason); }});
    start();
}

void Desk::start() {
    auto const logs = m_around.journal.logs();
    for (auto const& extent : logs)
        m_authors[extent.record.id] = extent.record.agency;
    auto const opening = m_around.journal.range(m_own.front().author.id(), 0, 1);
    OB_ENSURE(!opening.empty());
    m_ownStream = opening.front().stream;
    std::unordered_map<LogId, std::uint64_t> remembered;
    m_around.journal.visitBoard([&](StreamSnapshot const& snapshot) {
        if (snapshot.kind != StreamKind::Desk) {
            m_live.restore(snapshot.stream, snapshot.state, snapshot.held);
        } else if (auto const state = DeskState::decode(snapshot.state)) {
            for (IncidentNumber const number : state->lastNumbers)
                m_mint.take(number);
            for (auto const& [log, range] : state->frontiers)
                remembered[log] = std::max(remembered[log], range.size());
            m_shreddings = state->shreddings;
        }
    });
    shredForgotten(); // before anything is folded: a crash may have come in between
    m_live.settle();
    for (auto const& [id, incident] : m_live.board().incidents())
        m_mint.take(incident->number);
    for (auto const& extent : logs)
        if (extent.record.own) takeNumbers(extent.record.id, remembered[extent.record.id], extent.size);
}

/// What was minted since the state was remembered, also for incidents that have left the board.
void Desk::takeNumbers(LogId log, std::uint64_t begin, std::uint64_t end) {
    constexpr std::uint64_t block = 4096;
    for (; begin < end; begin += block)
        for (auto const& encoded : m_around.journal.range(log, begin, std::min(begin + block, end))) {
            if (!encoded.creates || encoded.streamKind != StreamKind::Incident) continue;
            Event const event = decoded(encoded);
            if (!event.isUnderstood()) continue;
            if (auto const* const opened = std::get_if<IncidentOpened>(&event.body().fact))
                m_mint.take(opened->number);
        }
}

Event Desk::decoded(EncodedEvent const& encoded) const {
    auto const author = m_authors.find(encoded.log);
    OB_ENSURE(author != m_authors.end());
    auto event = decodeEvent(encoded, author->second);
    if (!event)
        throw StoreError("event " + encoded.leaf.hex() + " in the journal is damaged ("
                         + std::string(nameOf(event.error())) + "): run oneboardctl verify");
    return *std::move(event);
}

std::vector<Event> Desk::events(StreamId stream, std::optional<Instant> arrivedUntil) const {
    std::vector<Event> all;
    for (auto const& encoded : m_around.journal.stream(stream, arrivedUntil))
        if (!encoded.isStub()) all.push_back(decoded(encoded));
    if (arrivedUntil) return all;
    auto const add = [&](std::vector<EncodedEvent> const& more) {
        for (auto const& encoded : more)
            if (encoded.stream == stream) all.push_back(decoded(encoded));
    };
    for (auto const& flight : m_flights)
        add(flight.events);
    add(m_pending.events);
    return all;
}

Context Desk::context(OperatorSession const& session) {
    Context context;
    context.now = m_around.clock.now();
    context.localDay = m_around.zone.localDay(context.now);
    context.agency = m_profile.agency;
    context.operatorName = session.operatorName;
    context.position = session.position;
    context.roles = session.roles;
    context.drill = m_profile.drill;
    context.nextNumber = m_mint.next(context.localDay);
    context.agencyCodes = m_profile.agencyCodes;
    for (std::size_t index = 0; index < m_profile.agencyCodes.size(); ++index)
        context.allAgencies.push_back({static_cast<std::uint16_t>(index)});
    context.rules = &m_around.rules;
    return context;
}

void Desk::submit(Command const& command, OperatorSession const& session, Reply reply, Lane lane) {
    if (m_readOnly) return reply(tl::unexpected(Refusal{RefusalCode::StorageReadOnly, {m_readOnlyReason}}));
    auto const drafts = decide(m_live.board(), command, context(session));
    if (!drafts) return reply(tl::unexpected(drafts.error()));
    Receipt receipt;
    write(*drafts, lane, receipt);
    merge(m_pending.changes, m_live.settle());
    m_pending.replies.emplace_back(std::move(reply), std::move(receipt));
}

void Desk::write(Drafts const& drafts, Lane lane, Receipt& receipt) {
    LogAuthor& author = m_own[static_cast<std::size_t>(lane)].author;
    auto written = author.write(
        drafts, [this](StreamId stream) { return m_live.heads(stream); }, m_around.clock.now(),
        m_around.salt);
    for (auto& encoded : written) {
        Event const event = decoded(encoded);
        if (auto const* const opened = std::get_if<IncidentOpened>(&event.body().fact))
            m_mint.take(opened->number);
        noteLookups(event);
        noteForgotten(event);
        m_live.takeOwn(event);
        receipt.events.push_back(encoded.leaf);
        receipt.streams.push_back(encoded.stream);
        m_pending.events.push_back(std::move(encoded));
    }
}

void Desk::noteLookups(Event const& event) {
    auto const& personal = event.restricted().personal;
    if (!m_around.lookupKey || !personal || !personal->callerPhone) return;
    m_pending.lookups.emplace_back(event.stream(), m_around.lookupKey(*personal->callerPhone));
}

void Desk::noteForgotten(Event const& event) {
    auto const* const fact = std::get_if<SectionForgotten>(&event.body().fact);
    if (!fact) return;
    for (Event const& each : events(event.stream())) {
        if (each.id() != fact->event || each.author() != event.author()) continue;
        if (fact->index >= each.header().commitments.size()
            || each.header().commitments[fact->index].sectionClass != fact->sectionClass)
            continue;
        m_shreddings.push_back({.log = each.header().log,
                                .sequence = each.header().sequence,
                                .section = fact->index,
                                .stream = event.stream()});
    }
}

/// The forgetting is committed before the words go: whoever audits finds the reason for every gap.
void Desk::shredForgotten() {
    if (m_shreddings.empty() || !m_flights.empty() || !m_pending.events.empty()) return;
    auto const shreddings = std::exchange(m_shreddings, {});
    for (auto const& each : shreddings) {
        m_around.journal.shred(each.log, each.sequence, each.section);
        m_live.reload(each.stream);
    }
    merge(m_pending.changes, m_live.settle());
    // A snapshot from before holds the words as well.
    for (auto const& each : shreddings)
        if (auto const* const fold = m_live.fold(each.stream))
            m_pending.snapshots.push_back(
                {.stream = each.stream, .kind = fold->kind(), .onBoard = true, .state = {}});
    m_pending.snapshots.push_back(ownSnapshot());
}

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

bool Desk::flush() {
    if (!m_readOnly) shredForgotten();
    if (m_pending.isEmpty() || m_readOnly) return false;
    Pending pending = std::exchange(m_pending, {});
    JournalBatch batch;
    batch.events = pending.events;
    batch.heads = signHeads();
    batch.search = searchEntries(pending.changes, pending.lookups);
    batch.snapshots = std::move(pending.snapshots);
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
        for (StreamId const archived : lost.changes.retired)
            m_live.reload(archived);
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
